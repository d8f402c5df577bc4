"""Providers that are added at run time, by the program or by installed packages."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import EntryPoint
from threading import Barrier, Thread
from typing import Any

import pytest

from any_llm import AnyLLM
from any_llm.exceptions import InvalidRequestError, UnsupportedProviderError
from any_llm.providers.dispatch import build_auth_header, find_base_url, find_key, find_provider, split_model
from any_llm.providers.registry import find_row, get_row, get_rows, register_provider


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Install entry points that give some values; returns the list of the groups that are asked for."""

    def install(**offers: Any) -> list[str]:
        asked: list[str] = []

        class Point(EntryPoint):
            def load(self) -> Any:
                value = offers[self.name]
                if isinstance(value, Exception):
                    raise value
                return value

        def entry_points(*, group: str) -> list[EntryPoint]:
            asked.append(group)
            return [Point(name, f"plugin:{name}", group) for name in offers]

        monkeypatch.setattr("importlib.metadata.entry_points", entry_points)
        return asked

    return install


def test_registered_provider_is_found_called_and_listed() -> None:
    register_provider(
        "Acme", api_base="https://acme.example/v1", key_env=["ACME_KEY"], docs="https://acme.example"
    )
    row = find_provider("acme", None)
    assert row is find_provider("ACME", "https://other/v1") is get_rows()["acme"]
    assert (row.name, row.wire, row.kind, row.key) == ("Acme", "responses", "responses-shaped", "required")
    assert find_base_url(row, None, {}) == "https://acme.example/v1"
    assert build_auth_header(row, find_key(row, {"ACME_KEY": "k"})) == {"authorization": "Bearer k"}
    assert "acme" in AnyLLM.get_supported_providers()
    metadata = AnyLLM.get_provider_metadata("acme")
    assert (metadata.responses, metadata.streaming, metadata.tools) == (True, "unknown", ())
    with pytest.warns(DeprecationWarning, match="write acme:m"):
        assert split_model("acme/m", None) == ("acme", "m")


def test_registered_provider_may_have_every_fact() -> None:
    register_provider(
        "acme",
        api_base="https://{ACME_REGION}.acme.example/v1",
        display_name="Acme Inc.",
        wire="messages",
        base_url_suffix="/v1",
        base_url_env=("ACME_URL",),
        chat_base_url="https://acme.example/chat",
        auth_header="X-Acme-Key",
        state="no",
        refuses=["store"],
        tools=["function"],
        traits=["no-messages-schema"],
        default_max_output_tokens=100,
        note="Ours.",
    )
    row = get_row("acme")
    assert (row.name, row.wire, row.key, row.refuses, row.tools) == (
        "Acme Inc.",
        "messages",
        "optional",
        ("store",),
        ("function",),
    )
    assert find_base_url(row, None, {"ACME_REGION": "eu"}) == "https://eu.acme.example/v1"
    assert find_base_url(row, None, {"ACME_URL": "https://h"}) == "https://h/v1"
    assert build_auth_header(row, "k") == {"x-acme-key": "k"}


def test_name_that_is_taken_is_an_error_unless_it_is_to_be_replaced() -> None:
    for name in ("openai", "OpenAI"):
        with pytest.raises(
            InvalidRequestError, match="there is a provider 'openai' already; pass replace=True"
        ):
            register_provider(name, api_base="https://h/v1")
    register_provider("openai", api_base="https://h/v1", replace=True)
    assert get_row("openai").base_url == "https://h/v1"
    assert get_rows()["openai"].base_url == "https://h/v1"
    with pytest.raises(InvalidRequestError, match="already"):
        register_provider("openai", api_base="https://h2/v1")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"name": "a:b"}, "name: expected a name of letters, digits, '.', '_' and '-', got 'a:b'"),
        ({"name": "a/b"}, "name: expected"),
        ({"name": ""}, "name: expected"),
        ({"name": 3}, "name: expected"),
        (
            {"api_base": "acme.example"},
            "api_base: expected a URL that begins with http:// or https://, got 'acme",
        ),
        ({"api_base": ""}, "api_base: expected a URL"),
        ({"api_base": None}, "api_base: expected a string, got None"),
        ({"chat_base_url": "x"}, "chat_base_url: expected a URL"),
        ({"wire": "none"}, "wire: expected one of 'responses', 'chat', 'messages', got 'none'"),
        (
            {"kind": "embedded"},
            "kind: expected one of 'openai-native', 'openresponses-compliant', 'responses-shaped'",
        ),
        (
            {"kind": "openai-native", "wire": "chat"},
            "kind: expected 'responses-shaped' for a wire other than",
        ),
        ({"key_env": "ACME_KEY"}, "key_env: expected a list of strings, got 'ACME_KEY'"),
        ({"key_env": [1]}, "key_env: expected a list of strings"),
        (
            {"auth": "basic"},
            "auth: expected one of 'bearer', 'api-key', 'x-api-key', 'query', 'none', got 'basic'",
        ),
        ({"auth": "query", "auth_header": "X"}, "auth_header: expected none beside auth='query'"),
        ({"auth_query": " "}, "auth_query: expected the name of a query parameter, got ' '"),
        ({"auth_header": "X Key"}, "auth_header: expected the name of a header, got 'X Key'"),
        ({"auth_header": "X\r\nY"}, "auth_header: expected the name of a header"),
        ({"path": "responses"}, "path: expected a path that begins with '/', got 'responses'"),
        ({"docs": 3}, "docs: expected a string, got 3"),
        (
            {"default_max_output_tokens": True},
            "default_max_output_tokens: expected a positive integer or None",
        ),
        ({"default_max_output_tokens": 0}, "default_max_output_tokens: expected a positive integer or None"),
        ({"key_evn": []}, "key_evn: unknown keyword; expected one of name, api_base, display_name, wire"),
        ({"provider": "x"}, "provider: unknown keyword"),
    ],
)
def test_wrong_keyword_is_named(facts: dict[str, Any], message: str) -> None:
    given: dict[str, Any] = {"name": "acme", "api_base": "https://acme.example/v1", **facts}
    with pytest.raises(InvalidRequestError, match=f"^{re.escape(message)}") as caught:
        register_provider(given.pop("name"), **given)
    assert caught.value.param in message
    assert find_row("acme") is None


def test_address_with_credentials_does_not_show_them() -> None:
    register_provider("acme", api_base="https://user:hidden-1@acme.example/v1")
    assert "hidden-1" not in repr(get_row("acme"))
    with pytest.raises(InvalidRequestError) as caught:
        register_provider("other", api_base="ftp://user:hidden-1@acme.example/v1")
    assert "hidden-1" not in str(caught.value)


def test_threads_that_register_at_once_lose_nothing() -> None:
    barrier = Barrier(8)

    def register(number: int) -> None:
        barrier.wait()
        for turn in range(20):
            register_provider(f"acme-{number}-{turn}", api_base="https://acme.example/v1")

    threads = [Thread(target=register, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(name.startswith("acme-") for name in get_rows()) == 160


def test_packages_are_asked_once_and_only_for_unknown_names(offer: Callable[..., list[str]]) -> None:
    asked = offer(plugged={"api_base": "https://plugged.example/v1"})
    register_provider("mine", api_base="https://mine/v1")
    assert (get_row("openai").provider, get_row("mine").provider, asked) == ("openai", "mine", [])
    assert get_row("Plugged").base_url == "https://plugged.example/v1"
    assert find_provider("unheard-of", "https://h/v1").key == "optional"
    assert "plugged" in AnyLLM.get_supported_providers()
    with pytest.raises(UnsupportedProviderError, match="did you mean 'plugged'"):
        get_row("pluged")
    assert asked == ["any_llm.providers"]


def test_package_offers_a_dict_or_a_callable_that_gives_one_or_several(
    offer: Callable[..., list[str]],
) -> None:
    one = {"name": "one", "api_base": "https://one.example/v1"}
    offer(
        a=one,
        b=lambda: {**one, "name": "two", "wire": "chat"},
        c=lambda: iter([{**one, "name": "three"}, {**one, "name": "four"}]),
        d=[{**one, "name": "five"}],
    )
    assert {"one", "two", "three", "four", "five"} <= set(get_rows())
    assert get_row("two").wire == "chat"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (RuntimeError("no license"), "no license"),
        (3, "'int' object is not iterable"),
        (["x"], "expected a dict of keywords of register_provider, got 'x'"),
        ({"api_base": 3}, "api_base: expected a string, got 3"),
        ({}, "api_base: expected a string, got None"),
        ({"api_base": "https://h", "key_evn": []}, "key_evn: unknown keyword"),
        ({"name": "openai", "api_base": "https://h"}, "there is a provider 'openai' already"),
        ({"name": "good", "api_base": "https://other"}, "there is a provider 'good' already"),
    ],
)
def test_broken_package_is_a_warning_that_names_it_and_the_others_work(
    offer: Callable[..., list[str]], wrong: Any, message: str
) -> None:
    offer(
        bad=wrong,
        good={"api_base": "https://good.example/v1"},
        a_good={"name": "good2", "api_base": "https://g"},
    )
    if "good" in message:
        offer(
            zbad=wrong,
            good={"api_base": "https://good.example/v1"},
            a_good={"name": "good2", "api_base": "https://g"},
        )
    with pytest.warns(
        UserWarning, match=f"provider plugin 'z?bad = plugin:z?bad' .*: .*{re.escape(message)}"
    ):
        assert get_row("good").base_url == "https://good.example/v1"
    assert get_row("good2").base_url == "https://g"
    assert get_row("openai").base_url == "https://api.openai.com/v1"


def test_program_comes_before_packages(offer: Callable[..., list[str]]) -> None:
    offer(plugged={"api_base": "https://plugged.example/v1"})
    assert get_row("plugged").base_url == "https://plugged.example/v1"
    register_provider("plugged", api_base="https://mine/v1")
    assert get_row("plugged").base_url == get_rows()["plugged"].base_url == "https://mine/v1"


def test_package_may_look_providers_up_while_it_is_asked(offer: Callable[..., list[str]]) -> None:
    def ask() -> dict[str, Any]:
        assert find_row("itself") is None
        register_provider("aside", api_base="https://aside/v1")
        return {"api_base": get_row("openai").base_url}

    offer(itself=ask)
    assert get_row("itself").base_url == "https://api.openai.com/v1"
    assert get_row("aside").base_url == "https://aside/v1"


def test_threads_that_ask_at_once_all_find_the_package(offer: Callable[..., list[str]]) -> None:
    from time import sleep

    asked = offer(slow=lambda: sleep(0.05) or {"api_base": "https://slow/v1"})
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(get_row("slow").base_url)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, asked) == (["https://slow/v1"] * 8, ["any_llm.providers"])

"""What a server does to a key before it sends it back makes no difference; what a request carries is found."""

from __future__ import annotations

import base64
import pickle
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.redaction import Secret, build_redactor, find_secrets, hide_credentials, hide_values
from tests.safety.leaks import SENTINEL, find_leak
from tests.safety.test_secrets import ECHOES

KEYS = st.text(alphabet=string.ascii_letters + string.digits + "-_/+=&.", min_size=12, max_size=60)


@pytest.mark.parametrize("echo", ECHOES.values(), ids=list(ECHOES))
def test_echo_is_hidden_in_every_form(echo: str) -> None:
    hide = build_redactor((SENTINEL,))
    assert find_leak(f"before {echo} after") is not None
    shown = hide(f"before {echo} after")
    assert find_leak(shown) is None
    assert shown.startswith("before ")
    assert shown.endswith(" after")
    assert "***" in shown


@pytest.mark.parametrize("length", range(9, len(SENTINEL)))
def test_key_that_a_server_cut_is_hidden(length: int) -> None:
    assert build_redactor((SENTINEL,))(f"key {SENTINEL[:length]}... is bad") == "key ***... is bad"


def test_what_people_need_to_recognise_a_key_stays() -> None:
    assert build_redactor((SENTINEL,))("key sk-Qx7/V***2uH") == "key sk-Qx7/V***2uH"


@settings(max_examples=50)
@given(KEYS, st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_no_form_of_any_key_is_left(key: str, before: str, after: str, is_basic: bool) -> None:
    echo = base64.b64encode(f"user:{key}".encode()).decode() if is_basic else key.swapcase()
    shown = build_redactor((key,))(before + echo + after)
    assert echo not in shown
    assert "***" in shown


def test_several_keys_with_one_beginning_are_hidden_whole() -> None:
    hide = build_redactor(("sk-proj-12345-aaaa", "sk-proj-12345-bbbbbb"))
    assert hide("sk-proj-12345-bbbbbb, sk-proj-12345-aaaa") == "***, ***"


def test_time_is_linear_in_the_text() -> None:
    hide = build_redactor((SENTINEL,))
    for text in ("x" * 10_000_000, SENTINEL[:12] * 20_000, SENTINEL[:9] * 20_000):
        began = time.process_time()
        hide(text)
        assert time.process_time() - began < 2


def test_secrets_of_a_request_are_found() -> None:
    basic = base64.b64encode(b"me:word-of-basic").decode()
    headers = {"Authorization": "Bearer one-key", "X-Goog-Api-Key": "two-key", "Accept": "text/plain"}
    found = find_secrets(headers, "https://user:pass%2Fword@host:1/v1?api-version=7&api-key=four%2Bkey")
    assert [str(one) for one in found] == ["one-key", "two-key", "pass/word", "four+key"]
    assert "word-of-basic" in find_secrets({"proxy-authorization": f"Basic {basic}"}, "http://host")
    assert "a1b2c3" in find_secrets({"Cookie": "theme=dark; session=a1b2c3"}, "http://host")
    assert [str(one) for one in find_secrets({}, "https://user-is-key@host/")] == ["user-is-key"]
    assert find_secrets({"authorization": "Basic !"}, "http://[") == (Secret("!"),)


def test_secret_shows_itself_to_nobody_but_the_wire() -> None:
    secret = Secret("abcdef")
    assert repr([secret]) == "['***']"
    assert f"{secret}" == "abcdef"
    assert str(pickle.loads(pickle.dumps(secret))) == "abcdef"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://host/v1", "https://host/v1"),
        ("https://me:word@host/v1", "https://***@host/v1"),
        ("https://host/v1?key=a&b", "https://host/v1?key=***&b=***"),
        ("me:word@host", "***@host"),
    ],
)
def test_address_can_be_shown(url: str, shown: str) -> None:
    assert hide_credentials(url) == shown


def test_headers_that_are_none_are_left_to_the_check_of_headers() -> None:
    assert hide_values(["a"]) == ["a"]  # type: ignore[arg-type, comparison-overlap]


def test_basic_credentials_that_cannot_be_decoded_are_hidden_as_they_are() -> None:
    assert set(find_secrets({"authorization": "Basic abcde"}, "https://h/v1")) == {"abcde"}

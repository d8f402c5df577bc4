"""What of a response goes back to a server that has, or has not, kept it."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from any_llm.types import Response, params
from openresponses_types import ResponseResource

MESSAGE = {
    "type": "message",
    "id": "msg_1",
    "role": "assistant",
    "status": "completed",
    "content": [{"type": "output_text", "text": "Hi", "annotations": [], "logprobs": []}],
}
CALL = {
    "type": "function_call",
    "id": "fc_1",
    "call_id": "call_1",
    "name": "add",
    "arguments": "{}",
    "status": "completed",
}
SECOND = {**CALL, "id": "fc_2", "call_id": "call_2"}
BARE = {"type": "reasoning", "id": "rs_1", "summary": []}
ENCRYPTED = {**BARE, "encrypted_content": "gAAA"}
WITH_TEXT = {**BARE, "content": [{"type": "reasoning_text", "text": "Hm."}]}
SEARCH = {"type": "web_search_call", "id": "ws_1", "status": "completed"}
COMPACTION = {
    "type": "compaction",
    "id": "cmp_1",
    "encrypted_content": "gAAA",
    "acme:blob": {"deep": [1, None]},
}

LOST = "without encrypted content left out"

FOLLOWERS = {"message": [MESSAGE], "call": [CALL], "parallel calls": [CALL, SECOND]}


def build(output: list[dict[str, Any]], **fields: Any) -> Response:
    return Response.model_validate({"id": "resp_1", "output": output, **fields})


def dump(items: Any) -> list[dict[str, Any]]:
    return [item.model_dump(mode="json") for item in items]


def drop_ids(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in item.items() if name != "id"} for item in items]


@pytest.mark.parametrize("followers", FOLLOWERS.values(), ids=FOLLOWERS)
def test_a_server_that_keeps_the_response_gets_it_as_it_came(followers: list[dict[str, Any]]) -> None:
    assert dump(build([BARE, *followers]).as_input(store=True)) == [BARE, *followers]


@pytest.mark.parametrize("reasoning", [ENCRYPTED, WITH_TEXT], ids=["encrypted", "text"])
@pytest.mark.parametrize("followers", FOLLOWERS.values(), ids=FOLLOWERS)
def test_reasoning_that_speaks_for_itself_goes_back_with_its_items(
    reasoning: dict[str, Any], followers: list[dict[str, Any]]
) -> None:
    assert dump(build([reasoning, *followers]).as_input(store=False)) == [reasoning, *followers]


@pytest.mark.parametrize("followers", FOLLOWERS.values(), ids=FOLLOWERS)
def test_reasoning_that_nobody_kept_is_left_out_with_a_notice(followers: list[dict[str, Any]]) -> None:
    with pytest.warns(UserWarning, match="1 reasoning item without encrypted content left out"):
        items = build([BARE, *followers]).as_input(store=False)
    assert dump(items) == drop_ids(followers)


def test_only_what_follows_lost_reasoning_loses_its_id() -> None:
    second = {**ENCRYPTED, "id": "rs_2"}
    other = {**MESSAGE, "id": "msg_2"}
    with pytest.warns(UserWarning, match=LOST):
        items = build([other, BARE, CALL, second, SECOND]).as_input(store=False)
    assert dump(items) == [other, *drop_ids([CALL]), second, SECOND]


def test_calls_of_hosted_tools_keep_the_ids_that_they_need() -> None:
    with pytest.warns(UserWarning, match=LOST):
        assert dump(build([BARE, SEARCH, MESSAGE]).as_input(store=False)) == [SEARCH, *drop_ids([MESSAGE])]


@pytest.mark.parametrize("store", [True, False])
def test_compaction_items_pass_untouched(store: bool) -> None:
    assert dump(build([COMPACTION, MESSAGE]).as_input(store=store)) == [COMPACTION, MESSAGE]


@pytest.mark.parametrize(("said", "expected"), [(True, [BARE, MESSAGE]), (False, drop_ids([MESSAGE]))])
def test_by_default_the_response_says_whether_it_is_kept(said: bool, expected: list[Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert dump(build([BARE, MESSAGE], store=said).as_input()) == expected


def test_the_response_itself_stays_as_it_was() -> None:
    response = build([BARE, MESSAGE])
    before = response.model_dump_json()
    with pytest.warns(UserWarning, match=LOST):
        response.as_input(store=False)
    assert response.model_dump_json() == before


def test_the_neutral_family_does_the_same() -> None:
    response = ResponseResource.model_validate({"id": "resp_1", "output": [BARE, MESSAGE]})
    with pytest.warns(UserWarning, match=LOST):
        assert dump(response.as_input(store=False)) == drop_ids([MESSAGE])


def test_an_output_that_is_no_list_gives_no_items() -> None:
    assert ResponseResource.model_construct(output=None).as_input() == []


def test_items_may_be_dicts() -> None:
    from any_llm._core.replay import build_input

    said: params.EasyInputMessageParam = {"role": "user", "content": "Hi"}
    with pytest.warns(UserWarning, match="2 reasoning items"):
        kept = build_input([BARE, CALL, said, MESSAGE, BARE], store=False)
    assert kept == [*drop_ids([CALL]), said, MESSAGE]

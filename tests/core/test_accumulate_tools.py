"""Hosted tools, shell calls, log probabilities and annotations: the response so far has them before the item ends."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.test_accumulate import CREATED, MESSAGE, added, run

TEXT = {"type": "output_text", "text": "", "annotations": []}
PART = {"type": "response.content_part.added", "item_id": "m", "content_index": 0, "part": TEXT}
TOKENS = [{"token": token, "logprob": -1.0, "top_logprobs": []} for token in ("a", "b")]


def output(*events: dict[str, Any]) -> list[Any]:
    items: list[Any] = run(CREATED, *events).snapshot()["output"]
    return items


@pytest.mark.parametrize(
    ("kind", "states"),
    [
        ("web_search_call", ["in_progress", "searching", "completed"]),
        ("file_search_call", ["in_progress", "searching", "completed"]),
        ("code_interpreter_call", ["in_progress", "interpreting", "completed"]),
        ("image_generation_call", ["in_progress", "generating", "completed"]),
        ("mcp_call", ["in_progress", "failed"]),
    ],
)
def test_call_of_a_hosted_tool_has_the_state_that_it_came_into(kind: str, states: list[str]) -> None:
    item = {"type": kind, "id": "t", "status": "in_progress"}
    for state in states:
        event = {"type": f"response.{kind}.{state}", "item_id": "t", "output_index": 0}
        (seen,) = output(added(item, output_index=0), event)
        assert seen["status"] == state
    (unannounced,) = output({"type": f"response.{kind}.{states[0]}", "item_id": "t", "output_index": 0})
    assert unannounced["type"] == kind
    done = {"type": "response.output_item.done", "output_index": 0, "item": {**item, "status": "incomplete"}}
    late = {"type": f"response.{kind}.{states[0]}", "item_id": "t", "output_index": 0}
    assert output(added(item, output_index=0), done, late)[0]["status"] == "incomplete"


def test_log_probabilities_of_deltas_add_up_and_the_end_replaces_them() -> None:
    deltas = [
        {
            "type": "response.output_text.delta",
            "item_id": "m",
            "content_index": 0,
            "delta": t["token"],
            "logprobs": [t],
        }
        for t in TOKENS
    ]
    (item,) = output(added(MESSAGE), PART, *deltas)
    assert item["content"] == [{**TEXT, "text": "ab", "logprobs": TOKENS}]
    end = {
        "type": "response.output_text.done",
        "item_id": "m",
        "content_index": 0,
        "text": "ab",
        "logprobs": TOKENS[:1],
    }
    assert output(added(MESSAGE), PART, *deltas, end)[0]["content"][0]["logprobs"] == TOKENS[:1]
    odd = {**deltas[0], "logprobs": "none"}
    assert "logprobs" not in output(added(MESSAGE), PART, odd)[0]["content"][0]


def test_annotation_that_is_told_again_takes_its_own_place() -> None:
    def annotate(url: str, **index: Any) -> dict[str, Any]:
        note = {"type": "url_citation", "url": url, "title": "t", "start_index": 0, "end_index": 1}
        return {
            "type": "response.output_text.annotation.added",
            "item_id": "m",
            "content_index": 0,
            "annotation": note,
            **index,
        }

    (item,) = output(
        added(MESSAGE),
        PART,
        annotate("a", annotation_index=0),
        annotate("b", annotation_index=1),
        annotate("c", annotation_index=0),
        annotate("d", annotation_index=-1),
        annotate("e"),
    )
    assert [note["url"] for note in item["content"][0]["annotations"]] == ["c", "b", "d", "e"]


def shell(step: str, **fields: Any) -> dict[str, Any]:
    return {"type": f"response.shell_call_command.{step}", "output_index": 0, **fields}


def test_commands_of_a_shell_call_grow_side_by_side() -> None:
    item = {"type": "shell_call", "id": "s", "call_id": "c", "action": {"commands": [], "timeout_ms": 5}}
    (seen,) = output(
        added(item, output_index=0),
        shell("added", command_index=0, command=""),
        shell("delta", command_index=0, delta="ls"),
        shell("added", command_index=1, command="e"),
        shell("delta", command_index=1, delta="cho"),
        shell("delta", command_index=0, delta=" -l"),
        shell("done", command_index=1, command="echo 1"),
        shell("done", command_index=0, command=""),
        shell("delta", command_index=7, delta="lost in space"),
        shell("delta", command_index=-7, delta="lost in space"),
    )
    assert seen["action"] == {"commands": ["ls -l", "echo 1"], "timeout_ms": 5}


def test_commands_of_a_shell_call_that_nobody_announced() -> None:
    (seen,) = output(shell("delta", command_index=0, delta="ls"))
    assert (seen["type"], seen["action"]) == ("shell_call", {"commands": ["ls"]})
    odd = {"type": "shell_call", "id": "s", "action": "run"}
    assert (
        output(added(odd, output_index=0), shell("delta", command_index=0, delta="ls"))[0]["action"] == "run"
    )
    end = {
        "type": "response.output_item.done",
        "output_index": 0,
        "item": {**odd, "action": {"commands": ["a"]}},
    }
    late = output(added(odd, output_index=0), end, shell("delta", command_index=0, delta="ls"))
    assert late[0]["action"] == {"commands": ["a"]}


def written(step: str, **fields: Any) -> dict[str, Any]:
    return {"type": f"response.shell_call_output_content.{step}", "item_id": "o", "output_index": 0, **fields}


def test_output_of_a_shell_call_grows_and_its_end_says_how_it_ended() -> None:
    item = {"type": "shell_call_output", "id": "o", "call_id": "c", "output": []}
    grown = [
        written("delta", command_index=0, delta={"stdout": "a"}),
        written("delta", command_index=0, delta={"stdout": "b", "stderr": "!"}),
        written("delta", command_index=1, delta={"stderr": "x"}),
    ]
    (seen,) = output(added(item, output_index=0), *grown)
    assert seen["output"] == [{"stdout": "ab", "stderr": "!"}, {"stdout": "", "stderr": "x"}]
    ended = {"stdout": "ab", "stderr": "!", "outcome": {"type": "exit", "exit_code": 0}}
    (seen,) = output(added(item, output_index=0), *grown, written("done", command_index=0, output=[ended]))
    assert seen["output"] == [ended, {"stdout": "", "stderr": "x"}]
    (seen,) = output(added(item, output_index=0), *grown, written("done", command_index=0, output=[]))
    assert seen["output"][0] == {"stdout": "ab", "stderr": "!"}
    done = {"type": "response.output_item.done", "output_index": 0, "item": {**item, "output": [ended]}}
    (seen,) = output(added(item, output_index=0), *grown, done, grown[0])
    assert seen["output"] == [ended]


def test_terminal_output_with_fewer_items_than_the_stream_is_reported() -> None:
    second = {**MESSAGE, "id": "n"}
    end = {"type": "response.completed", "response": {"id": "r", "status": "completed", "output": [MESSAGE]}}
    accumulator = run(CREATED, added(MESSAGE, output_index=0), added(second, output_index=1), end)
    assert [item["id"] for item in accumulator.finish()["output"]] == ["m"]
    assert [(each.path, each.kind) for each in accumulator.deviations] == [("response.output", "conflict")]


def test_arguments_that_come_after_the_end_of_their_call_change_nothing() -> None:
    item = {"type": "function_call", "id": "f", "call_id": "c", "name": "n", "arguments": "{}"}
    done = {"type": "response.output_item.done", "output_index": 0, "item": item}
    late = {"type": "response.function_call_arguments.delta", "item_id": "f", "output_index": 0, "delta": "x"}
    assert output(added(item, output_index=0), done, late) == [item]

from __future__ import annotations

import pytest

from any_llm.wires.endings import find_own_word, read_ending
from tests.wires.messages.blocks import build_message, build_text, respond


@pytest.mark.parametrize("word", ["stop", "tool_use", "EOS_TOKEN", "complete", "end", "nobody_knows", ""])
def test_any_other_word_is_a_normal_end(word: str):
    assert read_ending(word) == ("completed", None)


@pytest.mark.parametrize(
    ("word", "status", "reason"),
    [
        ("Prohibited_Content", "incomplete", "content_filter"),
        ("error_toxic", "incomplete", "content_filter"),
        ("ERROR_LIMIT", "incomplete", "max_output_tokens"),
        ("insufficient_system_resource", "failed", None),
        ("abort: client", "failed", None),
    ],
)
def test_words_of_other_servers_are_understood(word: str, status: str, reason: str | None):
    assert read_ending(word) == (status, reason)


@pytest.mark.parametrize(("word", "kept"), [("pause_turn", None), ("STOP", "STOP"), ("", None)])
def test_only_own_words_are_kept(word: str, kept: str | None):
    assert find_own_word(word) == kept


def test_a_message_that_ends_with_a_foreign_word_says_so():
    response = respond(build_message(build_text("x"), stop_reason="guardrail_intervened"))
    assert response["incomplete_details"] == {"reason": "content_filter"}
    assert response["provider_finish_reason"] == "guardrail_intervened"


def test_a_message_that_ends_with_a_failure_has_failed():
    response = respond(build_message(build_text("x"), stop_reason="tool_error"))
    assert response["status"] == "failed"
    assert response["error"] == {"code": "server_error", "message": "the answer ended with 'tool_error'"}
    assert response["output"][0]["status"] == "incomplete"

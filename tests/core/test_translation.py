"""The two ends of a call on another wire: the body that goes out, and the frames that come in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from any_llm._core.options import split_parameters
from any_llm._core.sse import Frame
from any_llm._core.translation import FrameTranslator, translate_request
from any_llm.exceptions import UnsupportedParameterError
from any_llm.providers.registry import get_row
from any_llm.wires.wire import Refusals, Wire

ROW = get_row("llamacpp")


class Echo:
    """Repeats what it was fed; at the end it says so, or that it was cut."""

    def __init__(self) -> None:
        self.last: dict[str, Any] = {}

    def feed(self, name: str, data: dict[str, Any]) -> Sequence[dict[str, Any]]:
        self.last = data
        return [{"type": "response.said", "name": name, **data}]

    def finish(self) -> Sequence[dict[str, Any]]:
        return [{"type": "response.completed" if self.last.get("end") else "response.failed"}]


def build(fields: Any, row: Any, refusals: Refusals) -> dict[str, Any]:
    for name in ("store", "background"):
        if name in fields:
            refusals.refuse(name, "no such thing")
    return {"model": fields["model"]}


WIRE = Wire("chat", "/chat/completions", build, lambda *_: {}, lambda *_: Echo())


def frame(data: bytes, event: bytes = b"") -> Frame:
    return event, data


def test_extra_body_goes_out_as_it_is() -> None:
    _, options = split_parameters({"extra_body": {"seed": 7, "model": "other"}})
    assert translate_request(WIRE, {"model": "m"}, ROW, options) == ({"seed": 7, "model": "other"}, ())


def test_what_the_wire_cannot_say_raises_with_all_the_facts() -> None:
    _, options = split_parameters({})
    with pytest.raises(
        UnsupportedParameterError, match="'store' cannot be sent to llamacpp on the chat"
    ) as caught:
        translate_request(WIRE, {"model": "m", "store": True}, ROW, options)
    error = caught.value
    assert (error.parameter, error.provider, error.wire, error.reason) == (
        "store",
        "llamacpp",
        "chat",
        "no such thing",
    )


@pytest.mark.parametrize("allowed", [True, ["store", "background"]])
def test_it_is_dropped_with_a_warning_on_wish(allowed: Any) -> None:
    _, options = split_parameters({"drop_params": allowed})
    with pytest.warns(UserWarning, match="llamacpp: dropped store, background"):
        _, dropped = translate_request(WIRE, {"model": "m", "store": True, "background": True}, ROW, options)
    assert dropped == ("store", "background")


def test_only_what_was_named_is_dropped() -> None:
    _, options = split_parameters({"drop_params": ["background"]})
    with pytest.raises(UnsupportedParameterError):
        translate_request(WIRE, {"model": "m", "store": True}, ROW, options)


def test_a_place_inside_a_parameter_is_dropped_by_the_name_of_the_parameter() -> None:
    refusals = Refusals(ROW, "chat", ["input"])
    refusals.refuse("input[3].content[1]", "no video")
    assert refusals.dropped == ["input[3].content[1]"]


def test_frames_become_frames() -> None:
    translator = FrameTranslator(Echo)
    frames = translator.feed([frame(b'{"a": 1}'), frame(b'{"b": 2}', b"delta")])
    assert frames == [
        (b"response.said", b'{"type":"response.said","name":"message","a":1}'),
        (b"response.said", b'{"type":"response.said","name":"delta","b":2}'),
    ]


def test_what_is_no_object_passes_as_it_is() -> None:
    assert FrameTranslator(Echo).feed([frame(b"not json")]) == [(b"", b"not json")]


def test_an_object_in_a_list_of_one_is_unwrapped() -> None:
    translator = FrameTranslator(Echo)
    assert translator.feed([frame(b'[{"a": 1}]')]) == [
        (b"response.said", b'{"type":"response.said","name":"message","a":1}')
    ]
    assert translator.feed([frame(b"[{}, {}]"), frame(b"[1]")]) == [(b"", b"[{}, {}]"), (b"", b"[1]")]


def test_the_end_is_told_once() -> None:
    translator = FrameTranslator(Echo)
    frames = translator.feed([frame(b'{"end": true}'), frame(b"[DONE]"), frame(b"[DONE]")])
    assert [name for name, _ in frames] == [b"response.said", b"response.completed"]
    assert translator.end() == []


def test_a_body_without_done_ends_well_if_the_reducer_says_so() -> None:
    translator = FrameTranslator(Echo)
    translator.feed([frame(b'{"end": true}')])
    assert [name for name, _ in translator.end()] == [b"response.completed"]


def test_a_body_that_was_cut_ends_without_a_word() -> None:
    translator = FrameTranslator(Echo)
    translator.feed([frame(b"{}")])
    assert translator.end() == []


def test_a_stream_that_is_sent_again_begins_again() -> None:
    translator = FrameTranslator(Echo)
    translator.feed([frame(b'{"end": true}')])
    translator.end()
    translator.restart()
    translator.feed([frame(b'{"end": true}')])
    assert len(translator.end()) == 1

"""Recorded streams of the translated wires, cut at every byte: what came stays, and nothing half comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from any_llm._core.decode import decode_value
from any_llm._core.reading import StreamReader
from any_llm._core.translation import FrameTranslator
from any_llm.exceptions import StreamTruncatedError
from any_llm.wires.table import get_wire
from openresponses_types import ResponseResource
from openresponses_types.base import UnknownEvent
from tests.wires.chat.completions import FIELDS, RECORDED, ROW

STREAMS = sorted(RECORDED.glob("*.sse"))


def build_reader(wire_name: str) -> StreamReader:
    wire = get_wire(wire_name)
    assert wire is not None
    return StreamReader(
        provider_name="acme",
        build_partial=lambda body: decode_value(ResponseResource, body)[0],
        translator=FrameTranslator(lambda: wire.build_reducer(FIELDS, ROW, lambda: 9.5)),
    )


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.stem)
def test_stream_cut_at_any_byte_raises_and_hands_out_no_half_event(path: Path) -> None:
    stream = path.read_bytes()
    seen: list[str] = []
    for position in range(0, len(stream), 3):
        reader = build_reader(path.stem.split("-")[0])
        events = [*reader.feed(stream[:position]), *reader.finish()]
        assert not [event for event in events if isinstance(event, UnknownEvent)]
        assert [event.type for event in events][: len(seen)] == seen
        seen = [event.type for event in events]
        if not reader.is_over:
            with pytest.raises(StreamTruncatedError):
                reader.check_end()
    assert len(seen) > 3

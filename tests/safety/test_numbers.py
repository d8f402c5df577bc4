"""Numbers that no integer can hold are deviations, as other wrong values are; found by the fuzz target."""

from __future__ import annotations

import pytest

from any_llm._core.decode import decode_model
from any_llm._core.events import decode_event
from openresponses_types.response import ResponseResource


@pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"Infinity", b"NaN"])
def test_infinite_number_in_the_place_of_an_integer(number: bytes) -> None:
    """`int` of an infinite float raises `OverflowError`, which pydantic lets through."""
    delta = b'{"type": "response.output_text.delta", "delta": "x", "sequence_number": %s}' % number
    event, deviations = decode_event((b"response.output_text.delta", delta))
    assert event.type == "response.output_text.delta"
    assert "sequence_number" in [deviation.path for deviation in deviations]
    response, more = decode_model(ResponseResource, b'{"output": [], "created_at": %s}' % number)
    assert response.output == []
    assert "created_at" in [deviation.path for deviation in more]

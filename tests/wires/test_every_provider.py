"""Every row whose wire is spoken answers a call and a stream, with the class of its kind; the others say why not."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

import any_llm
from any_llm.providers.registry import get_rows
from openai_responses_types import Response
from openresponses_types import ResponseResource
from tests.support.wire_answers import PATHS, build_reply
from tests.support.wire_server import WireServer

ROWS = [row for row in get_rows().values() if row.wire != "none" and row.kind != "embedded"]


@pytest.mark.parametrize("is_stream", [False, True], ids=["call", "stream"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.provider)
def test_every_provider_answers(row: Any, is_stream: bool, server: WireServer) -> None:
    server.script(build_reply(row.wire, is_stream=is_stream))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if is_stream:
            with any_llm.responses(
                "m", "Hi", provider=row.provider, api_base=server.url, api_key="k", stream=True
            ) as stream:
                response: Any = stream.get_final_response()
        else:
            response = any_llm.responses("m", "Hi", provider=row.provider, api_base=server.url, api_key="k")
    assert type(response) is (Response if row.is_native else ResponseResource)
    assert response.status == "completed"
    assert response.http.wire == row.wire
    if row.wire != "responses":
        assert response.output_text == "Hi"
        assert response.deviations == ()
    path = server.requests[0].path
    assert path.startswith("/v1")
    if not row.path:
        assert path == f"/v1{PATHS[row.wire]}"


def test_the_model_stands_in_the_address_of_vertex(server: WireServer) -> None:
    base = f"{server.url}/publishers/anthropic/models"
    for is_stream, method in ((False, "rawPredict"), (True, "streamRawPredict")):
        server.script(build_reply("messages", is_stream=is_stream))
        result: Any = any_llm.responses(
            "vertexaianthropic:claude-sonnet-4-5@20250929", "Hi", api_base=base, api_key="k", stream=is_stream
        )
        assert (result.get_final_response() if is_stream else result).output_text == "Hi"
        request = server.requests[-1]
        assert request.path.endswith(f"/models/claude-sonnet-4-5@20250929:{method}")
        body = json.loads(request.body)
        assert "model" not in body
        assert body["anthropic_version"] == "vertex-2023-10-16"


def test_the_others_say_why_not() -> None:
    for row in get_rows().values():
        if row.wire == "none":
            with pytest.raises(any_llm.exceptions.UnsupportedProviderError) as caught:
                any_llm.responses("m", "Hi", provider=row.provider, api_key="k")
            assert row.note.rstrip(".") in str(caught.value)


def test_how_many_answer() -> None:
    assert len(ROWS) >= 83

"""What an editor shows, asked of a real language server: completions, hovers, definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.language_server import Editor, open_editor

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("editor")]

CALL = 'import any_llm\nany_llm.responses("openai:m", "Hi", '
RUN = 'import any_llm\nany_llm.run_tools("openai:m", "Hi", '
CHAT = 'import any_llm\nchat = any_llm.Conversation("openai:m")\n'
STREAM = 'import any_llm\nfor event in any_llm.responses("openai:m", "Hi", stream=True):\n    '
NATIVE = 'import any_llm\nresponse = any_llm.responses("m", "Hi", provider="openai")\n'


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with open_editor(
        tmp_path_factory.mktemp("workspace"), [str(ROOT / "src"), str(ROOT / "generated")]
    ) as running:
        yield running


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            CALL + "▮)",
            {"provider=", "tools=", "truncation=", "response_format=", "timeout=", "extra_body=", "stream="},
        ),
        (CALL + 'truncation="▮")', {'"auto"', '"disabled"'}),
        (CALL + 'service_tier="▮")', {'"flex"', '"priority"'}),
        ('import any_llm\nany_llm.responses("m", "Hi", provider="▮")', {'"openai"', '"local"', '"ollama"'}),
        (
            'import any_llm\nany_llm.responses("openai:m", [{"▮"}])',
            {'"role"', '"content"', '"type"', '"call_id"'},
        ),
        (
            'import any_llm\nany_llm.responses("openai:m", [{"role": "user", "content": [{"type": "▮"}]}])',
            {'"input_text"', '"input_image"', '"input_file"'},
        ),
        (CALL + 'text={"format": {"▮"}})', {'"type"', '"name"', '"schema"', '"strict"'}),
        (CALL + 'text={"format": {"type": "▮"}})', {'"json_schema"', '"json_object"', '"text"'}),
        (CALL + 'tools=[{"type": "▮"}])', {'"function"', '"web_search"', '"mcp"'}),
        (CALL + 'reasoning={"effort": "▮"})', {'"low"', '"high"'}),
        (CALL + 'tool_choice="▮")', {'"auto"', '"none"', '"required"'}),
        (STREAM + 'if event.type == "▮":', {'"response.output_text.delta"', '"response.completed"'}),
        (STREAM + 'if event.type == "response.output_text.delta":\n        event.▮', {"delta", "item_id"}),
        (
            STREAM + "if isinstance(event, any_llm.types.ResponseCompletedEvent):\n        event.response.▮",
            {"usage"},
        ),
        (
            STREAM
            + "match event:\n        case any_llm.types.ResponseFailedEvent():\n            event.response.error.▮",
            {"code", "message"},
        ),
        (NATIVE + "response.▮", {"output_text", "usage", "output", "deviations", "http"}),
        (
            NATIVE + 'if response.output[0].type == "function_call":\n    response.output[0].▮',
            {"arguments", "call_id"},
        ),
        ("import any_llm\nany_llm.▮", {"responses", "aresponses", "AnyLLM", "types", "exceptions"}),
        ('import any_llm\nany_llm.AnyLLM.create("openai").responses("m", "Hi", ▮)', {"tools=", "stream="}),
        ("from any_llm.types import ResponseText▮", {"ResponseTextDeltaEvent", "ResponseTextDoneEvent"}),
        ("from any_llm.types.params import Function▮", {"FunctionCallOutput", "FunctionTool"}),
        ("import any_llm\nany_llm.LLMProvider.▮", {"OPENAI", "LOCAL"}),
        (RUN + "▮)", {"max_turns=", "before_call=", "handlers=", "tools=", "temperature="}),
        (RUN + "tools=[]).▮", {"response", "executions", "items", "stop_reason", "pending"}),
        (RUN + "before_call=lambda call: call.▮)", {"approve", "edit", "refuse", "arguments"}),
        (NATIVE + "response.▮", {"function_calls", "as_input"}),
        (NATIVE + "response.function_calls[0].▮", {"parsed_arguments", "parse_arguments", "output", "name"}),
        (CHAT + "chat.▮", {"responses", "aresponses", "run_tools", "fork", "to_json", "items"}),
        (CHAT + 'chat.responses("Hi", ▮)', {"stream=", "response_format=", "tools="}),
        (CALL + 'client_args={"▮"})', {'"proxy"', '"verify"', '"http_client"'}),
    ],
    ids=lambda value: re.sub(r"\s+", " ", value)[-40:] if isinstance(value, str) else None,
)
def test_completion_offers(editor: Editor, source: str, expected: set[str]) -> None:
    offered = {label.replace("'", '"') for label in editor.complete(source)}
    assert expected <= offered, f"missing: {sorted(expected - offered)}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("import any_llm\nany_llm.respon▮ses", "Ask a model for one response"),
        (NATIVE + "response.usa▮ge", "Token counts"),
        (NATIVE + "response.output_te▮xt", "text of all `output_text` parts"),
        ("from any_llm.types import ResponseTextDelta▮Event", "Stream event"),
        (STREAM + 'if event.type == "response.output_text.delta":\n        event.del▮ta', "text"),
        ("from any_llm.types.params import Function▮CallOutput", "function"),
        ("from any_llm import AnyLL▮M", "client kept open"),
        ("import any_llm\nany_llm.LLMProvider.GRO▮Q", "Groq"),
        ("from any_llm.exceptions import StreamTruncated▮Error", "stream"),
        (CALL + "tempera▮ture=0.2)", "Randomness of sampling from 0 to 2"),
        (CALL + "timeo▮ut=3)", "Seconds allowed for the whole call"),
        (CALL + "max_output_to▮kens=30)", "Ceiling on generated tokens"),
        (CALL + "extra_bo▮dy={})", "body"),
        (CALL + "stre▮am=True)", "Whether to return an iterator of events"),
        (CALL + "response_form▮at=int)", "parsed into `output_parsed`"),
        ('import any_llm\nany_llm.responses("m", "Hi", provi▮der="openai")', "Provider to call"),
        ('import any_llm\nany_llm.aresponses(mod▮el="m", input_data="Hi")', "as the provider knows it"),
        (
            'import any_llm\nany_llm.AnyLLM.create("openai").responses("m", "Hi", stre▮am=True)',
            "iterator of events",
        ),
        (
            'import any_llm\nany_llm.AnyLLM.create("openai").responses("m", "Hi", trunca▮tion="auto")',
            "context",
        ),
        (CALL + 'text={"for▮mat": {"type": "text"}})', "Shape of the output"),
        ("import any_llm\nany_llm.run_to▮ols", "run the tools that the model calls"),
        (RUN + "max_tu▮rns=3)", "given up; default 10"),
        (NATIVE + "response.function_ca▮lls", "The calls of your functions"),
        (NATIVE + "response.as_in▮put()", "can send them back"),
        (CHAT + 'chat.respon▮ses("Hi")', "next turn of the conversation"),
    ],
    ids=lambda value: re.sub(r"\s+", " ", value)[-40:],
)
def test_hover_shows_our_description(editor: Editor, source: str, text: str) -> None:
    assert text in editor.hover(source)


@pytest.mark.parametrize(
    ("source", "file", "line"),
    [
        ("import any_llm\nany_llm.respon▮ses", "any_llm_calls/functions.py", "def responses("),
        (
            "from any_llm.types import ResponseTextDelta▮Event",
            "openai_responses_types/events.py",
            "class ResponseTextDeltaEvent",
        ),
        (NATIVE + "response.usa▮ge", "openai_responses_types/response.py", "usage: ResponseUsage"),
        (
            "from any_llm.types.params import Easy▮InputMessageParam",
            "params/items.py",
            "class EasyInputMessageParam",
        ),
    ],
    ids=lambda value: re.sub(r"\s+", " ", value)[-40:],
)
def test_definition_lands_in_a_readable_file(editor: Editor, source: str, file: str, line: str) -> None:
    path = next(path for path in (ROOT / "generated").rglob("*.py") if path.as_posix().endswith(file))
    text = path.read_text(encoding="utf-8").splitlines()
    places = [place.rpartition(":") for place in editor.go_to_definition(source)]
    assert path.name in {name for name, _, _ in places}
    assert any(line in text[int(number) - 1] for name, _, number in places if name == path.name)

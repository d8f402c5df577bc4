"""A chat in the terminal over any_llm: streamed answers, tools, a structured summary, errors that say what to do."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime

from pydantic import BaseModel

import any_llm
from any_llm.exceptions import APIConnectionError, AuthenticationError, RateLimitError
from any_llm.types import (
    Response,
    ResponseCompletedEvent,
    ResponseFailedEvent,
    ResponseFunctionToolCall,
    ResponseInputItem,
    ResponseOutputItem,
    ResponseOutputItemAddedEvent,
    ResponseOutputMessage,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseReasoningItem,
    ResponseTextDeltaEvent,
)
from any_llm.types.params import FunctionTool

MODEL = "gpt-5"
PARAMETERS: dict[str, object] = {"type": "object", "properties": {"zone": {"type": "string"}}}
GET_TIME: FunctionTool = {"type": "function", "name": "get_time", "parameters": PARAMETERS, "strict": False}


class Summary(BaseModel):
    title: str
    open_questions: list[str]


def run_tool(call: ResponseFunctionToolCall) -> ResponseInputItem:
    zone = json.loads(call.arguments).get("zone", "UTC") if call.name == "get_time" else "UTC"
    output = f"{datetime.now(UTC).isoformat()} ({zone})"
    return {"type": "function_call_output", "call_id": call.call_id, "output": output}


def describe(item: ResponseOutputItem) -> str:
    match item:
        case ResponseOutputMessage():
            parts = [part.text for part in item.content if isinstance(part, ResponseOutputText)]
            refusals = [part.refusal for part in item.content if isinstance(part, ResponseOutputRefusal)]
            return " ".join([*parts, *refusals])
        case ResponseFunctionToolCall():
            return f"{item.name}({item.arguments})"
        case ResponseReasoningItem():
            return " ".join(part.text for part in item.summary)
        case _:
            return item.type


def stream_turn(history: list[ResponseInputItem]) -> Response:
    finished: Response | None = None
    with any_llm.responses(
        MODEL,
        history,
        provider="openai",
        tools=[GET_TIME, {"type": "web_search"}],
        tool_choice="auto",
        reasoning={"effort": "low"},
        stream=True,
    ) as stream:
        for event in stream:
            match event:
                case ResponseTextDeltaEvent():
                    print(event.delta, end="", flush=True)
                case ResponseOutputItemAddedEvent() if event.item.type == "function_call":
                    print(f"[{event.item.name} ...]")
                case ResponseCompletedEvent(response=response):
                    finished = response
                case ResponseFailedEvent(response=response):
                    print(response.error.message if response.error else "failed", file=sys.stderr)
                case _:
                    pass
    if finished is None:
        raise RuntimeError("the stream ended without a response")
    return finished


def answer(history: list[ResponseInputItem], question: str) -> Response:
    history.append({"role": "user", "content": [{"type": "input_text", "text": question}]})
    while True:
        response = stream_turn(history)
        history += response.output
        calls = [item for item in response.output if item.type == "function_call"]
        if not calls:
            return response
        history += [run_tool(call) for call in calls]


def summarise(history: list[ResponseInputItem]) -> Summary:
    history = [*history, {"role": "user", "content": "Summarise our talk."}]
    response = any_llm.responses(MODEL, history, provider="openai", response_format=Summary)
    return response.output_parsed


async def translate(texts: list[str]) -> list[str]:
    calls = [any_llm.aresponses(MODEL, f"In French: {text}", provider="openai") for text in texts]
    return [response.output_text for response in await asyncio.gather(*calls)]


def main() -> int:
    history: list[ResponseInputItem] = [{"role": "system", "content": "Be brief."}]
    try:
        while question := input("> "):
            response = answer(history, question)
            print(*map(describe, response.output), sep="\n")
            print(f"\n{response.usage.total_tokens if response.usage else 0} tokens")
        summary = summarise(history)
        print(summary.title, *asyncio.run(translate(summary.open_questions)), sep="\n")
    except AuthenticationError as error:
        print(f"check your key: {error}", file=sys.stderr)
    except RateLimitError as error:
        print(f"too many requests ({error.request_id})", file=sys.stderr)
    except APIConnectionError as error:
        print(f"cannot reach the server: {error}", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())

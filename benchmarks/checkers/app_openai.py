"""A chat in the terminal over openai: streamed answers, tools, a structured summary, errors that say what to do."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from typing import cast

from openai import APIConnectionError, AsyncOpenAI, AuthenticationError, OpenAI, RateLimitError
from openai.types.responses import (
    FunctionToolParam,
    Response,
    ResponseCompletedEvent,
    ResponseFailedEvent,
    ResponseFunctionToolCall,
    ResponseInputItemParam,
    ResponseOutputItem,
    ResponseOutputItemAddedEvent,
    ResponseOutputMessage,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseReasoningItem,
    ResponseTextDeltaEvent,
)
from pydantic import BaseModel

MODEL = "gpt-5"
PARAMETERS: dict[str, object] = {"type": "object", "properties": {"zone": {"type": "string"}}}
GET_TIME: FunctionToolParam = {
    "type": "function",
    "name": "get_time",
    "parameters": PARAMETERS,
    "strict": False,
}

client = OpenAI()


class Summary(BaseModel):
    title: str
    open_questions: list[str]


def run_tool(call: ResponseFunctionToolCall) -> ResponseInputItemParam:
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


def stream_turn(history: list[ResponseInputItemParam]) -> Response:
    finished: Response | None = None
    with client.responses.create(
        model=MODEL,
        input=history,
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


def answer(history: list[ResponseInputItemParam], question: str) -> Response:
    history.append({"role": "user", "content": [{"type": "input_text", "text": question}]})
    while True:
        response = stream_turn(history)
        # An output item is not an input item for openai's types, though the API takes it.
        history += [cast(ResponseInputItemParam, item.to_dict()) for item in response.output]
        calls = [item for item in response.output if item.type == "function_call"]
        if not calls:
            return response
        history += [run_tool(call) for call in calls]


def summarise(history: list[ResponseInputItemParam]) -> Summary:
    history = [*history, {"role": "user", "content": "Summarise our talk."}]
    response = client.responses.parse(model=MODEL, input=history, text_format=Summary)
    if response.output_parsed is None:
        raise RuntimeError("no summary")
    return response.output_parsed


async def translate(texts: list[str]) -> list[str]:
    async with AsyncOpenAI() as other:
        calls = [other.responses.create(model=MODEL, input=f"In French: {text}") for text in texts]
        return [response.output_text for response in await asyncio.gather(*calls)]


def main() -> int:
    history: list[ResponseInputItemParam] = [{"role": "system", "content": "Be brief."}]
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

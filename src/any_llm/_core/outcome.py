"""What became of a response's text: the value that was asked for, or the error that says why there is none. Pure.

The outcome is kept on the response, so that nothing of a paid answer is lost when its text is not what was wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from any_llm._core.json_values import is_array
from any_llm._text_format.parse import parse_output
from any_llm._text_format.target import OutputTarget
from any_llm.exceptions import OutputMissingError, OutputParsingError

if TYPE_CHECKING:
    from any_llm.parsed import ParsedResponse
    from openai_responses_types.response import Response

CALLS = frozenset({"function_call", "custom_tool_call"})


def settle_output(response: ParsedResponse[Any], target: OutputTarget) -> None:
    """Read the text of a response into the wanted type and keep the value, or the error, on the response."""
    text, refusal = find_answer(response)
    try:
        response._output_parsed = _read(response, target, text, refusal)  # pyright: ignore[reportPrivateUsage]  # ours: the class only shows it
    except OutputParsingError as error:
        error.http, error.request_id = response.http, response.http.request_id
        response._output_error = error.with_traceback(None)  # pyright: ignore[reportPrivateUsage]


def _read(response: ParsedResponse[Any], target: OutputTarget, text: str, refusal: str | None) -> Any:
    called = [
        str(getattr(item, "name", None)) for item in list_objects(response.output) if item.type in CALLS
    ]
    if called and not text.strip() and refusal is None and response.status == "completed":
        raise OutputMissingError(
            f"the model called {', '.join(called)} instead of answering; send the outputs of the calls and ask again",
            response=response,
            text=text,
        )
    return parse_output(
        target,
        text=text,
        refusal=refusal,
        status=response.status,
        incomplete_reason=getattr(response.incomplete_details, "reason", None),
        response=response,
    )


def find_answer(response: Response) -> tuple[str, str | None]:
    """Return the text of the answer and the first refusal in it; what the model says on the way is no answer."""
    texts: list[str] = []
    refusal: str | None = None
    for item in list_objects(response.output):
        if item.type != "message" or getattr(item, "phase", None) == "commentary":
            continue
        for part in list_objects(getattr(item, "content", None)):
            said = getattr(part, "text" if part.type == "output_text" else "refusal", None)
            if part.type == "output_text" and isinstance(said, str):
                texts.append(said)
            elif part.type == "refusal" and refusal is None:
                refusal = said if isinstance(said, str) else ""
    return "".join(texts), refusal


def list_objects(value: object) -> list[Any]:
    """Return the typed elements of a list; a server may have sent anything in their place."""
    return [element for element in value if hasattr(element, "type")] if is_array(value) else []

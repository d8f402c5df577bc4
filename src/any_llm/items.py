"""Small builders for the input items that people write most; they return the TypedDicts of a request.

A hand-written dict does as well; nothing here knows more than the types say.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard, cast

from pydantic import BaseModel
from pydantic_core import to_json

from any_llm.exceptions import InvalidRequestError
from openai_responses_types import ResponseFunctionToolCall
from openai_responses_types.params import (
    EasyInputMessageParam,
    FunctionCallOutput,
    ResponseInputContentParam,
    ResponseInputFile,
    ResponseInputImage,
)
from openresponses_types import FunctionCall
from openresponses_types.calls import Attachment

PART_TYPES = frozenset({"input_file", "input_image", "input_text"})
"""Kinds of content parts that an output may hold."""


def user(
    text: str, *, image: Attachment | Sequence[Attachment] = (), file: Attachment | Sequence[Attachment] = ()
) -> EasyInputMessageParam:
    """Build a user message.

    Args:
        text: what the user says.
        image: pictures that go with it, before the text.
        file: files that go with it, before the text; a path gives its name along.

    Raises:
        InvalidRequestError: a path cannot be read, or the kind of some bytes cannot be told.
    """
    parts: list[ResponseInputContentParam] = [build_image(entry) for entry in _as_list(image)]
    parts += [build_file(entry) for entry in _as_list(file)]
    if not parts:
        return {"role": "user", "content": text}
    return {"role": "user", "content": [*parts, {"type": "input_text", "text": text}]}


def system(text: str) -> EasyInputMessageParam:
    """Build a system message."""
    return {"role": "system", "content": text}


def developer(text: str) -> EasyInputMessageParam:
    """Build a developer message."""
    return {"role": "developer", "content": text}


def assistant(text: str) -> EasyInputMessageParam:
    """Build an assistant message, for a history that no server wrote."""
    return {"role": "assistant", "content": text}


def tool_output(call: ResponseFunctionToolCall | FunctionCall | str, value: object) -> FunctionCallOutput:
    """Build the item that answers a function call; `call.output(value)` does the same.

    Args:
        call: the call as the response has it, or its `call_id`.
        value: the result: a string goes out as it is, a list of content parts as parts, anything else as JSON
            (models, dataclasses, dates included); None is `null`.

    Raises:
        InvalidRequestError: the call has no `call_id`, or the value cannot be written as JSON.
    """
    item = FunctionCall(type="function_call", call_id=call) if isinstance(call, str) else call
    output: FunctionCallOutput = build_call_output(item, value, (), (), None)
    return output


def build_call_output(
    call: Any,
    value: object,
    image: Attachment | Sequence[Attachment],
    file: Attachment | Sequence[Attachment],
    error: BaseException | str | None,
) -> Any:
    """Build the item that answers a call of a function or of a custom tool.

    Args:
        call: an item of type `function_call` or `custom_tool_call`.
        value: the result: a string goes out as it is, a list of content parts as parts, anything else as JSON. None
            is `null`, what JSON makes of it: an empty text reads as if the tool had said nothing yet.
        image: pictures that go behind it.
        file: files that go behind the pictures.
        error: what went wrong, in place of the value; of an exception its class and text, never its traceback.

    Raises:
        InvalidRequestError: the call has no `call_id`, a path cannot be read, or the value is no JSON.
    """
    call_id = getattr(call, "call_id", None)
    if not isinstance(call_id, str) or not call_id:
        raise InvalidRequestError("the call has no call_id, so nothing can answer it", param="call")
    said = _build_output(value) if error is None else _describe_error(error)
    attached = [*map(build_image, _as_list(image)), *map(build_file, _as_list(file))]
    if attached:
        parts: list[Any] = [{"type": "input_text", "text": said}] if said else []
        said = [*(parts if isinstance(said, str) else said), *attached]
    is_custom = getattr(call, "type", None) == "custom_tool_call"
    kind = "custom_tool_call_output" if is_custom else "function_call_output"
    # The document says: repeat the value from the call. Null, or none, need not be said again.
    caller = getattr(call, "caller", None)
    repeated = {} if caller is None else {"caller": _dump(caller)}
    return {"type": kind, "call_id": call_id, **repeated, "output": said}


def _build_output(value: object) -> str | list[Any]:
    if isinstance(value, str):
        return value
    if _is_parts(value):
        return list(value)
    try:
        return to_json(value).decode()
    except (ValueError, RecursionError) as error:  # also pydantic's own, which are ValueErrors
        raise InvalidRequestError(
            f"output: the value cannot be written as JSON: {error}", param="value"
        ) from error


def _is_parts(value: object) -> TypeGuard[Sequence[Mapping[str, Any]]]:
    """Say whether a value is a list of content parts rather than data that only looks like it."""
    if not isinstance(value, list | tuple) or not value:
        return False
    parts = cast("Sequence[object]", value)
    return all(
        isinstance(part, Mapping) and cast("Mapping[str, Any]", part).get("type") in PART_TYPES
        for part in parts
    )


def _describe_error(error: BaseException | str) -> str:
    if isinstance(error, str):
        return f"Error: {error}"
    name, text = type(error).__name__, str(error)
    return f"Error: {name}: {text}" if text else f"Error: {name}"


def _dump(value: Any) -> Any:
    if not isinstance(value, BaseModel):
        return value
    return value.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)


def build_image(image: Attachment) -> ResponseInputImage:
    """Build an image part.

    Raises:
        InvalidRequestError: a path cannot be read, or bytes are no PNG, JPEG, GIF or WebP.
    """
    return {"type": "input_image", "image_url": _build_url(image, "image"), "detail": "auto"}


def build_file(file: Attachment) -> ResponseInputFile:
    """Build a file part: by its address, or with its content.

    Raises:
        InvalidRequestError: a path cannot be read.
    """
    if isinstance(file, str) and not file.startswith("data:"):
        return {"type": "input_file", "file_url": file}
    name = file.name if isinstance(file, Path) else "file"
    return {"type": "input_file", "filename": name, "file_data": _build_url(file, "file")}


SIGNATURES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"%PDF", "application/pdf"),
)


def _build_url(source: Attachment, name: str) -> str:
    if isinstance(source, str):
        return source
    if isinstance(source, Path):
        try:
            data = source.read_bytes()
        except OSError as error:
            raise InvalidRequestError(
                f"{name}: {source} cannot be read: {error.strerror}", param=name
            ) from error
        kind = mimetypes.guess_type(source.name)[0] or _guess_kind(data)
    else:
        data, kind = source, _guess_kind(source)
    if kind is None:
        if name == "image":
            raise InvalidRequestError("image: these bytes are no PNG, JPEG, GIF or WebP", param=name)
        kind = "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _guess_kind(data: bytes) -> str | None:
    return next((kind for signature, kind in SIGNATURES if data.startswith(signature)), None)


def _as_list(attachments: Attachment | Sequence[Attachment]) -> list[Any]:
    return [attachments] if isinstance(attachments, str | bytes | Path) else list(attachments)

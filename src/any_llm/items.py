"""Small builders for the input items that people write most; they return the TypedDicts of a request.

A hand-written dict does as well; nothing here knows more than the types say.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

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

Attachment = str | bytes | Path
"""A picture or file: an address (`https://…` or `data:…`), the bytes themselves, or a path that is read."""


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
    """Build the item that answers a function call.

    Args:
        call: the call as the response has it, or its `call_id`.
        value: the result: a string goes out as it is, anything else as JSON (models, dataclasses, dates included).

    Raises:
        InvalidRequestError: the call has no `call_id`, or the value cannot be written as JSON.
    """
    call_id = call if isinstance(call, str) else call.call_id
    if not call_id:
        raise InvalidRequestError("tool_output: the call has no call_id", param="call")
    if isinstance(value, str):
        return {"type": "function_call_output", "call_id": call_id, "output": value}
    try:
        output = to_json(value).decode()
    except PydanticSerializationError as error:
        raise InvalidRequestError(
            f"tool_output: the value cannot be written as JSON: {error}", param="value"
        ) from error
    return {"type": "function_call_output", "call_id": call_id, "output": output}


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

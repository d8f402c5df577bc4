"""Content parts of input items in, content blocks of Anthropic Messages out."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any
from urllib.parse import unquote_to_bytes

from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.messages.citations import build_citations
from any_llm.wires.wire import JSONObject

TEXT_TYPES = ("input_text", "output_text", "text")
BREAKPOINT = {"prompt_cache_breakpoint": "this API caches by cache_control, which a part may carry"}
DATA_URL = re.compile(r"data:(?P<media>[^;,]*)(?P<options>(?:;[^;,]*)*),(?P<data>.*)", re.DOTALL)
EXTENSIONS = {"pdf": "application/pdf", "txt": "text/plain", "md": "text/markdown", "csv": "text/csv"}
"""Media types by the end of a file's name, for data that do not say."""

MISNOMERS = {"image/jpg": "image/jpeg"}
"""Media types that are written though nobody registered them; the API takes only those that are."""


def build_blocks(draft: Draft, content: Any, path: str) -> list[JSONObject]:
    """Return the blocks for the content of a message or of a tool's output."""
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    blocks = [_build_block(draft, part, f"{path}[{index}]") for index, part in enumerate(content or ())]
    return [block for block in blocks if block is not None]


def build_assistant_blocks(draft: Draft, content: Any, path: str) -> list[JSONObject]:
    """Return the blocks for what the assistant said; blank text, which the API refuses, is left out."""
    if isinstance(content, str):
        content = [{"type": "output_text", "text": content}]
    blocks: list[JSONObject] = []
    for index, part in enumerate(content or ()):
        kind = part.get("type")
        if kind not in (*TEXT_TYPES, "refusal"):
            draft.refuse(f"{path}[{index}]", f"an assistant's message has no parts of type {kind!r} here")
            continue
        text = part.get("refusal" if kind == "refusal" else "text") or ""
        if text.strip():
            citations = build_citations(part.get("annotations") or ())
            known = ("type", "text", "refusal", "annotations", "logprobs", *BREAKPOINT)
            block = {"type": "text", "text": text, **pick_rest(part, *known)}
            blocks.append({**block, "citations": citations} if citations else block)
    return blocks


def build_system(draft: Draft, content: Any, path: str) -> list[JSONObject]:
    """Return the blocks for instructions or a system message; they are text."""
    blocks: list[JSONObject] = []
    for index, block in enumerate(build_blocks(draft, content, path)):
        if block["type"] == "text":
            blocks.append(block)
        else:
            draft.refuse(f"{path}[{index}]", "system messages are text on this wire")
    return blocks


def _build_block(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    draft.refuse_given(part, BREAKPOINT, path)
    match part.get("type"):
        case "input_text" | "output_text" | "text":
            rest = pick_rest(part, "type", "text", "annotations", "logprobs", *BREAKPOINT)
            return {"type": "text", "text": part.get("text"), **rest}
        case "input_image":
            return _build_image(draft, part, path)
        case "input_file":
            return _build_document(draft, part, path)
        case kind:
            draft.refuse(path, f"this wire has no parts of type {kind!r}")
            return None


def _build_image(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    if part.get("detail") not in (None, "auto"):
        draft.refuse(f"{path}.detail", "this wire has no detail of an image; 'auto' is what it does")
    url, file_id = part.get("image_url"), part.get("file_id")
    if url is not None:
        source = _build_image_source(draft, url, f"{path}.image_url")
    else:
        source = _build_file_source(draft, file_id, f"{path}.file_id")
    rest = pick_rest(part, "type", "image_url", "detail", "file_id", *BREAKPOINT)
    return None if source is None else {"type": "image", "source": source, **rest}


def _build_image_source(draft: Draft, url: str, path: str) -> JSONObject | None:
    if not url.startswith("data:"):
        return {"type": "url", "url": url}
    media, data = _split_data_url(url)
    if data is None or not media.startswith("image/"):
        draft.refuse(path, "expected an image as a data URL with base64 data")
        return None
    media = MISNOMERS.get(media, media)
    return {"type": "base64", "media_type": media, "data": base64.b64encode(data).decode()}


def _build_file_source(draft: Draft, file_id: Any, path: str) -> JSONObject | None:
    if isinstance(file_id, str) and file_id.startswith("file_"):  # OpenAI's begin with file-
        return {"type": "file", "file_id": file_id}
    draft.refuse(path, "it is no id of a file at Anthropic, which begins with 'file_'")
    return None


def _build_document(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    if part.get("detail") not in (None, "auto"):
        draft.refuse(f"{path}.detail", "this wire has no detail of a file")
    if part.get("file_data") is not None:
        source = _build_data_source(draft, part, f"{path}.file_data")
    elif part.get("file_url") is not None:
        source = {"type": "url", "url": part["file_url"]}
    else:
        source = _build_file_source(draft, part.get("file_id"), f"{path}.file_id")
    if source is None:
        return None
    title = {"title": part["filename"]} if part.get("filename") is not None else {}
    known = ("type", "file_data", "file_url", "file_id", "filename", "detail", *BREAKPOINT)
    return {"type": "document", "source": source, **title, **pick_rest(part, *known)}


def _build_data_source(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    """Return the source for data of a file: PDF as base64, any text as text, nothing else."""
    text = str(part["file_data"])
    media, data = _split_data_url(text) if text.startswith("data:") else ("", _decode(text))
    media = media or EXTENSIONS.get(str(part.get("filename") or "").lower().rpartition(".")[2], "")
    if data is None:
        draft.refuse(path, "expected a data URL or base64 data")
    elif media == "application/pdf":
        return {"type": "base64", "media_type": media, "data": base64.b64encode(data).decode()}
    elif media.startswith("text/") and (plain := _read_utf8(data)) is not None:
        return {"type": "text", "media_type": "text/plain", "data": plain}
    else:
        draft.refuse(path, f"this wire takes PDF and text in UTF-8, not {media or 'data of an unknown type'}")
    return None


def _split_data_url(url: str) -> tuple[str, bytes | None]:
    """Return media type and data of a data URL; no data if it is malformed."""
    found = DATA_URL.fullmatch(url)
    if found is None:
        return "", None
    is_base64 = ";base64" in found["options"].lower()
    return found["media"].lower(), _decode(found["data"]) if is_base64 else unquote_to_bytes(found["data"])


def _decode(data: str) -> bytes | None:
    try:
        return base64.b64decode(data, validate=True)
    except (ValueError, binascii.Error):
        return None


def _read_utf8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None

"""Content parts of input items in, content of Chat messages out."""

from __future__ import annotations

from typing import Any

from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.wire import JSONObject

TEXT_TYPES = ("input_text", "output_text", "text")
BREAKPOINT = {"prompt_cache_breakpoint": "a part has no such field in Chat Completions"}


def build_content(draft: Draft, content: Any, path: str) -> str | list[JSONObject]:
    """Return the content of a message of anyone else: one plain text as a string, anything else as parts."""
    if isinstance(content, str):
        return content
    parts: list[JSONObject] = []
    for index, part in enumerate(content or ()):
        built = _build_part(draft, part, f"{path}[{index}]")
        if built is not None:
            parts.append(built)
    if not parts:
        return ""
    return parts[0]["text"] if len(parts) == 1 and parts[0].keys() == {"type", "text"} else parts


def build_assistant_content(draft: Draft, content: Any, path: str) -> tuple[str | None, str | None]:
    """Return text and refusal of the assistant; where a refusal cannot be sent as one it is part of the text."""
    if isinstance(content, str):
        return content, None
    texts: list[str] = []
    refusals: list[str] = []
    for index, part in enumerate(content or ()):
        kind = part.get("type")
        if kind in TEXT_TYPES:
            texts.append(part.get("text") or "")
        elif kind == "refusal":
            (refusals if draft.has("openai") else texts).append(part.get("refusal") or "")
        else:
            draft.refuse(
                f"{path}.content[{index}]", f"an assistant's message has no parts of type {kind!r} here"
            )
    return ("".join(texts) if texts else None), ("".join(refusals) if refusals else None)


def build_output_text(draft: Draft, output: Any, path: str) -> str:
    """Return what a tool gave, as text: nothing else may stand in a tool's message."""
    if isinstance(output, str):
        return output
    texts: list[str] = []
    for index, part in enumerate(output or ()):
        if part.get("type") in TEXT_TYPES:
            texts.append(part.get("text") or "")
        else:
            draft.refuse(
                f"{path}[{index}]", f"a tool's output has no parts of type {part.get('type')!r} on this wire"
            )
    return "".join(texts)


def _build_part(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    draft.refuse_given(part, BREAKPOINT, path)
    match part.get("type"):
        case "input_text" | "output_text" | "text":
            known = ("type", "text", "annotations", "logprobs", *BREAKPOINT)
            return {"type": "text", "text": part.get("text"), **pick_rest(part, *known)}
        case "input_image":
            return _build_image(draft, part, path)
        case "input_file":
            return _build_file(draft, part, path)
        case "input_audio" if draft.has("openai", "audio"):
            return {"type": "input_audio", "input_audio": part.get("input_audio")}
        case "input_video" if draft.has("video"):
            rest = pick_rest(part, "type", "video_url", *BREAKPOINT)
            return {"type": "video_url", "video_url": {"url": part.get("video_url")}, **rest}
        case kind:
            draft.refuse(path, f"the provider takes no parts of type {kind!r} on this wire")
            return None


def _build_image(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    if part.get("image_url") is None:
        draft.refuse(path, "Chat Completions takes an image by its URL or data, not by file id")
        return None
    draft.refuse_given(part, {"file_id": "Chat Completions takes no image by file id"}, path)
    image = {"url": part["image_url"]}
    if part.get("detail") not in (None, "auto"):
        image["detail"] = part["detail"]
    rest = pick_rest(part, "type", "image_url", "detail", "file_id", *BREAKPOINT)
    return {"type": "image_url", "image_url": image, **rest}


def _build_file(draft: Draft, part: JSONObject, path: str) -> JSONObject | None:
    draft.refuse_given(part, {"detail": "a file has no detail in Chat Completions"}, path)
    known = [key for key in ("file_data", "filename", "file_id") if part.get(key) is not None]
    if part.get("file_url") is not None:
        draft.refuse(path, "Chat Completions takes no file by its URL")
    elif "file_id" in known and not draft.has("openai"):
        draft.refuse(path, "only OpenAI and Azure take files by id on this wire")
    elif not draft.has("openai", "files"):
        draft.refuse(path, "the provider takes no files on this wire")
    else:
        rest = pick_rest(part, "type", "file_data", "filename", "file_id", "detail", *BREAKPOINT)
        return {"type": "file", "file": {key: part[key] for key in known}, **rest}
    return None

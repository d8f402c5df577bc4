"""Citations of a text block and annotations of an output text: the same thing in the words of either protocol.

A citation of a web page is a `url_citation`; one of a place in a document has no counterpart and keeps its own form,
its type prefixed. What only this protocol says of a citation stays in the annotation, so that it goes back as it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.messages.tools import OWN
from any_llm.wires.values import read_objects, read_text
from any_llm.wires.wire import JSONObject

WEB = "web_search_result_location"
PLACE = ("start_index", "end_index")


def read_citations(value: Any, length: int) -> list[JSONObject]:
    """Return the annotations for the citations of a block, whose whole text they support.

    Args:
        value: the block's `citations`.
        length: of its text, in characters.
    """
    return [_read_citation(citation, length) for citation in read_objects(value)]


def _read_citation(citation: JSONObject, length: int) -> JSONObject:
    kind = read_text(citation.get("type"))
    if kind != WEB:
        return {**citation, "type": f"{OWN}{kind}"}
    known = {
        "type": "url_citation",
        "url": read_text(citation.get("url")),
        "title": read_text(citation.get("title")),
    }
    return {**citation, **known, "start_index": 0, "end_index": length}


def build_citations(annotations: Sequence[Any]) -> list[JSONObject]:
    """Return the citations for the annotations that came from this protocol; others mean nothing in a request."""
    made: list[JSONObject] = []
    for annotation in annotations:
        kind = annotation.get("type") if is_object(annotation) else None
        if kind == "url_citation" and "encrypted_index" in annotation:
            own = {key: value for key, value in annotation.items() if key not in PLACE}
            made.append({**own, "type": WEB, "title": annotation.get("title") or None})
        elif isinstance(kind, str) and kind.startswith(OWN):
            made.append({**annotation, "type": kind.removeprefix(OWN)})
    return made

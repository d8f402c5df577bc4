"""A value and the name of a schema of spec/openresponses.yaml in, where they disagree out; and the events by `type`.

The check is the document's own: JSON Schema 2020-12, read as it stands, nothing of the generated types in between.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

DOCUMENT = Path(__file__).parents[2] / "spec" / "openresponses.yaml"


def find_problems(schema: str, value: Any) -> list[str]:
    """Return what keeps a value from being valid against a schema, each with its path; empty if it is valid."""
    return [problem for error in _get_validator(schema).iter_errors(value) for problem in _describe(error)]


def find_event_problems(event: Any) -> list[str]:
    """Return what keeps an event from being valid against the schema for its `type`."""
    schema = get_event_schemas().get(event.get("type"))
    return [f"no such event: {event.get('type')!r}"] if schema is None else find_problems(schema, event)


@cache
def get_event_schemas() -> dict[str, str]:
    """Return the names of the event schemas by `type`."""
    schemas = _load()["components"]["schemas"]
    return {
        body["properties"]["type"]["enum"][0]: name
        for name, body in schemas.items()
        if name.endswith("StreamingEvent")
    }


def _describe(error: Any) -> list[str]:
    """Return the branch of a choice that came closest: the `type` fits and something else does not."""
    close = [
        inner
        for inner in error.context or ()
        if not any(
            other.schema_path[0] == inner.schema_path[0] and list(other.path)[-1:] == ["type"]
            for other in error.context
        )
    ]
    if close:
        return [problem for inner in close for problem in _describe(inner)]
    return [f"{error.json_path}: {error.message[:300]}"]


@cache
def _load() -> Any:
    return yaml.load(
        DOCUMENT.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )


@cache
def _get_validator(schema: str) -> Draft202012Validator:
    components = _load()["components"]
    if schema not in components["schemas"]:
        raise KeyError(schema)
    return Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": components})

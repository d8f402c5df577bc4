"""Schemas of Python types: a type in, the JSON Schema that `text.format` carries out.

pydantic writes the schema, `rewrites` moves it into the strict subset, and what is still outside is refused
with the path a reader of the type would write. The root is an object: anything else is wrapped as `value`.
"""

from __future__ import annotations

from typing import Any, get_origin

from pydantic import TypeAdapter
from pydantic.errors import PydanticUndefinedAnnotation, PydanticUserError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind
from pydantic_core import SchemaError
from typing_extensions import TypeAliasType

from any_llm._text_format.rewrites import REFERENCE_PREFIX, STRICT_REWRITES, Schema, map_schema
from any_llm._text_format.subset import Fault, find_faults
from any_llm.exceptions import InvalidRequestError, SchemaNotStrictError

WRAPPER_KEY = "value"
ADVICE = "cannot be said in strict mode; use a model, or TextFormat(..., strict=False)"

TYPE_FAULTS = (
    PydanticUserError,
    PydanticUndefinedAnnotation,
    SchemaError,
    TypeError,  # a constraint on the wrong type
    ImportError,  # a type that needs another package, such as EmailStr
    KeyError,  # a reference of the caller's own to nowhere
    RecursionError,
)
"""What pydantic raises for a type it cannot describe."""


class SchemaWriter(GenerateJsonSchema):
    """pydantic's generator without its warnings: a default that JSON cannot hold is dropped here anyway."""

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """Stay silent."""


def strict_json_schema(target: Any, *, strict: bool = True) -> dict[str, Any]:
    """Return the JSON Schema of a type, as `text.format` carries it.

    Args:
        target: BaseModel, dataclass, TypedDict, `list[T]`, union, Enum or any other type pydantic knows.
        strict: move the schema into the strict subset of structured outputs, not only wrap its root.

    Returns:
        A fresh schema with an object at its root; other roots are under the property `value`.

    Raises:
        SchemaNotStrictError: part of the type has no strict schema; `path` names it.
        InvalidRequestError: the target is no type, or pydantic cannot describe it.
    """
    schema, _ = build_schema(target, build_adapter(target), strict=strict)
    return schema


def build_adapter(target: Any) -> TypeAdapter[Any]:
    """Return pydantic's adapter of a type; raise `InvalidRequestError` for anything else."""
    if not is_type(target):
        raise InvalidRequestError(
            f"response_format: expected a type or a dict, got {shorten(target)}", param="response_format"
        )
    try:
        return TypeAdapter(target)
    except TYPE_FAULTS as cause:
        raise _refuse(target, cause) from cause


def build_schema(target: Any, adapter: TypeAdapter[Any], *, strict: bool) -> tuple[Schema, bool]:
    """Return the schema of a type and whether its root had to be wrapped."""
    try:
        written = adapter.json_schema(mode="validation", by_alias=True, schema_generator=SchemaWriter)
    except TYPE_FAULTS as cause:
        raise _refuse(target, cause) from cause
    root, is_wrapped = build_object_root(written)
    if not strict:
        return root, is_wrapped
    return build_strict(root, inside=WRAPPER_KEY if is_wrapped else None), is_wrapped


def build_object_root(schema: Schema) -> tuple[Schema, bool]:
    """Return the schema with an object at its root, and whether it was wrapped for that."""
    definitions = schema.get("$defs", {})
    body = {key: value for key, value in schema.items() if key != "$defs"}
    hoisted = {"$defs": definitions} if definitions else {}
    opened = body
    while str(opened.get("$ref", "")).startswith(REFERENCE_PREFIX):
        siblings = {key: value for key, value in opened.items() if key != "$ref"}
        opened = definitions[opened["$ref"].removeprefix(REFERENCE_PREFIX)] | siblings
    if opened.get("type") == "object":
        return opened | hoisted, False
    wrapper = {
        "type": "object",
        "properties": {WRAPPER_KEY: body},
        "required": [WRAPPER_KEY],
        "additionalProperties": False,
    }
    return wrapper | hoisted, True


def build_strict(schema: Schema, *, inside: str | None = None, param: str = "response_format") -> Schema:
    """Return the schema in the strict subset.

    Args:
        schema: a schema with an object at its root, as pydantic writes it.
        inside: property of the root that stands for the root in paths.
        param: the parameter of the call that an error names.

    Raises:
        SchemaNotStrictError: part of the schema has no place in the subset.
    """
    try:
        strict, faults = _move(schema)
    except (AttributeError, TypeError, ValueError) as cause:  # written by the caller, as with WithJsonSchema
        raise SchemaNotStrictError(path="(root)", reason=f"no JSON Schema: {cause}", param=param) from cause
    for path, fault in faults:
        place = path if inside is None else path.removeprefix(inside).removeprefix(".")
        raise SchemaNotStrictError(path=place or "(root)", reason=f"{fault} {ADVICE}", param=param)
    return strict


def is_type(target: Any) -> bool:
    """Tell whether pydantic can be asked about the target: a class, generic, union, alias or NewType."""
    if isinstance(target, type | TypeAliasType) or get_origin(target) is not None:
        return True
    return hasattr(target, "__supertype__")


def shorten(value: object) -> str:
    """Return what a message shows of a value: its repr, at most 60 characters."""
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _move(schema: Schema) -> tuple[Schema, list[Fault]]:
    definitions = {name: _rewrite(definition) for name, definition in schema.get("$defs", {}).items()}
    body = _rewrite({key: value for key, value in schema.items() if key != "$defs"})
    faults = [*find_faults(body, definitions)]
    return body | ({"$defs": definitions} if definitions else {}), faults


def _rewrite(schema: Schema) -> Schema:
    for rewrite in STRICT_REWRITES:
        schema = map_schema(schema, rewrite)
    return schema


def _refuse(target: object, cause: BaseException) -> InvalidRequestError:
    reason = f"no definition of {cause}" if isinstance(cause, KeyError) else str(cause).partition("\n")[0]
    return InvalidRequestError(
        f"response_format: {shorten(target)} has no JSON Schema: {reason}", param="response_format"
    )

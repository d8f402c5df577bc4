# Made by `make generate` from the documents in spec/. Do not edit.
"""What every generated class is made of: the model base, the open-world classes, and facts about a response.

Generated models import this module; it imports only pydantic and the standard library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PrivateAttr, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ABSENT: Any = None
"""Default of a field that the document requires: its type is exact, its value is `None` when a server left it out."""


class UnknownValue(str):
    """A string that the document does not list for this field; compares and prints like any other string.

    Enum fields have the type `Literal[...] | UnknownValue`, so that new values arrive and `match` can still be
    exhaustive.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


SCALARS = frozenset({"bool", "float", "str"})
WHOLE_NUMBER = core_schema.union_schema(
    [
        core_schema.int_schema(strict=True),
        core_schema.no_info_after_validator_function(
            int, core_schema.float_schema(strict=True, multiple_of=1, allow_inf_nan=False)
        ),
    ],
    mode="left_to_right",
)
"""A JSON Schema `integer`: `5.0` is one, `"5"`, `true` and `1e999` are not."""


def _forbid_conversion(schema: Any) -> None:
    """Make the scalar fields of one class strict, in place; the classes inside it have done so for theirs."""
    if isinstance(schema, list):
        for part in schema:  # pyright: ignore[reportUnknownVariableType]  # a core schema is a nest of dicts
            _forbid_conversion(part)
    elif isinstance(schema, dict):
        kind = schema.get("type")  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        if kind == "int" and "strict" not in schema:
            schema.update(WHOLE_NUMBER)  # pyright: ignore[reportUnknownMemberType]
        elif isinstance(kind, str) and kind in SCALARS:
            schema["strict"] = True
        elif kind != "model":
            for part in schema.values():  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
                _forbid_conversion(part)


class SpecModel(BaseModel):
    """Base of everything that a server sends.

    Unknown fields are kept, what was not sent is not dumped, and a class is built when it is first used.
    A value of the wrong shape, which `deviations` has reported already, is dumped as it came and without a warning.
    Nothing is converted on the way in: `"5"` in a number's place stays a string, and is such a value.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        defer_build=True,
        protected_namespaces=(),
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=True,
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        # pydantic's own strict mode would also refuse a plain dict where an object belongs.
        _forbid_conversion(schema.get("schema", schema))
        return schema

    def model_dump(
        self,
        *,
        exclude_unset: bool = True,
        warnings: bool | Literal["none", "warn", "error"] = False,
        **options: Any,
    ) -> dict[str, Any]:
        """Return the value as plain data: fields that were not sent stay out, unless `exclude_unset=False`."""
        return super().model_dump(exclude_unset=exclude_unset, warnings=warnings, **options)

    def model_dump_json(
        self,
        *,
        exclude_unset: bool = True,
        warnings: bool | Literal["none", "warn", "error"] = False,
        **options: Any,
    ) -> str:
        """Return the value as JSON text: fields that were not sent stay out, unless `exclude_unset=False`."""
        return super().model_dump_json(exclude_unset=exclude_unset, warnings=warnings, **options)

    def __repr_args__(self) -> Any:
        sent = self.model_fields_set
        return [(name, value) for name, value in super().__repr_args__() if name is None or name in sent]


class Unknown(SpecModel):
    """Something with a `type` that the document does not define. Everything that it came with is kept in `raw`."""

    wire_type: ClassVar[str] = ""
    """The value of `type` that a class of yours answers for; see `register`."""

    if TYPE_CHECKING:
        # A literal lets checkers rule this class out after `if item.type == "message"`. At run time `type`
        # is the string that the server sent; read it as `tag`.
        type: Literal["unknown"]
    else:
        type: str

    @property
    def tag(self) -> str:
        """The value of `type` as the server sent it, for instance `acme:trace`."""
        return self.type

    @property
    def raw(self) -> dict[str, Any]:
        """All that was sent, `type` included; safe to send back."""
        return self.model_dump(mode="json")


class UnknownEvent(Unknown):
    """A stream event of a type that the document does not define."""


class UnknownItem(Unknown):
    """An input or output item of a type that the document does not define; it can be sent back as it is."""


class UnknownContent(Unknown):
    """A content part of a type that the document does not define."""


class UnknownTool(Unknown):
    """A tool of a type that the document does not define."""


class UnknownAnnotation(Unknown):
    """An annotation of a type that the document does not define."""


class UnknownObject(Unknown):
    """Any other tagged object of a type that the document does not define."""


U = TypeVar("U", bound=Unknown)
_registered: dict[tuple[type[Unknown], str], type[Unknown]] = {}


def register(model: type[U]) -> type[U]:
    """Make a vendor's events, items, parts, tools or annotations arrive as a class of yours. Usable as a decorator.

    Args:
        model: a subclass of `UnknownEvent`, `UnknownItem`, `UnknownContent`, `UnknownTool`, `UnknownAnnotation` or
            `UnknownObject` with fields of its own and the tag it answers for in `wire_type`.

    Returns:
        The class. A body that does not fit it arrives as this class all the same, with its values as they came.

    Raises:
        TypeError: the class has no `wire_type`, or stands for no kind of unknown.
    """
    kind = next((kind for kind in KINDS if issubclass(model, kind) and model is not kind), None)
    if kind is None or not model.wire_type:
        raise TypeError(
            f"{model.__name__}: expected a subclass of {', '.join(k.__name__ for k in KINDS)} with wire_type"
        )
    _registered[kind, model.wire_type] = model
    return model


def specialise(value: Unknown) -> Unknown:
    """Return a value as the class that was registered for its tag, or as it is."""
    model = _registered.get((type(value), value.tag))
    if model is None:
        return value
    try:
        return model.model_validate(value.raw)
    except ValidationError:
        unread = model.model_construct()  # a server's names are data and must not become keywords
        for name, original in value.raw.items():
            home = vars(unread) if name in model.model_fields else unread.__pydantic_extra__
            if home is not None:
                home[name] = original
        unread.__pydantic_fields_set__.update(value.raw)
        return unread


KINDS: tuple[type[Unknown], ...] = (
    UnknownEvent,
    UnknownItem,
    UnknownContent,
    UnknownTool,
    UnknownAnnotation,
    UnknownObject,
)


class KnownTags:
    """Marks the fallback of a union: refuses the tags that the union's own members answer for."""

    __slots__ = ("tags",)

    def __init__(self, *tags: str) -> None:
        self.tags: frozenset[str] = frozenset(tags)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.refuse_known,
            handler(source),
            serialization=core_schema.simple_ser_schema("any"),  # a registered class writes its own fields
        )

    def refuse_known(self, value: Unknown) -> Unknown:
        """Return the value, unless a member of the union answers for its tag."""
        if value.tag in self.tags:
            raise PydanticCustomError("known_tag", "a known type with a body that does not fit it")
        return specialise(value)


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place where a server's answer departs from the document.

    `path` is a JSON path (`output[0].content[1].text`), `kind` a short word (`missing`, `wrong_type`, ...),
    `expected` and `got` say what the document has and what came.
    """

    path: str
    kind: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: {self.kind} (expected {self.expected}, got {self.got})"


@dataclass(frozen=True, slots=True)
class HttpInfo:
    """Facts of the HTTP exchange behind a response.

    `headers` are the reply's, names in lower case; `elapsed` is in seconds up to the reply's headers for a
    stream and to the end of the body otherwise; `attempts` counts requests sent; `wire` is the protocol spoken;
    `dropped` names parameters that were left out because `drop_params` allowed it.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    request_id: str | None = None
    elapsed: float = 0.0
    attempts: int = 1
    wire: str = "responses"
    dropped: tuple[str, ...] = ()


class UsageMethods(SpecModel):
    """What both usage classes say beyond their fields: counts from one level deeper, 0 where a server has none."""

    @property
    def cached_tokens(self) -> int:
        """Input tokens that were read from the prompt cache."""
        return _get_count(self, "input_tokens_details", "cached_tokens")

    @property
    def cache_write_tokens(self) -> int:
        """Input tokens that were written to the prompt cache."""
        return _get_count(self, "input_tokens_details", "cache_write_tokens")

    @property
    def reasoning_tokens(self) -> int:
        """Output tokens that were spent on reasoning."""
        return _get_count(self, "output_tokens_details", "reasoning_tokens")


def _get_count(usage: object, details: str, name: str) -> int:
    count = getattr(getattr(usage, details, None), name, None)
    return count if isinstance(count, int) else 0


class ResponseMethods(SpecModel):
    """What both response classes can do beyond their fields."""

    _deviations: tuple[Deviation, ...] = PrivateAttr(default=())
    _http: HttpInfo | None = PrivateAttr(default=None)

    @property
    def output_text(self) -> str:
        """The text of all `output_text` parts of the answer, in order, without a separator; empty if there is none."""
        return "".join(
            getattr(part, "text", "")
            for item in iterate(getattr(self, "output", None))
            if getattr(item, "type", None) == "message"
            for part in iterate(getattr(item, "content", None))
            if getattr(part, "type", None) == "output_text" and isinstance(getattr(part, "text", None), str)
        )

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the server's answer departed from the document; empty when it did not."""
        return self._deviations

    @property
    def http(self) -> HttpInfo:
        """Status, headers, request id, duration and attempts of the exchange; status 0 if this was not received."""
        return self._http or HttpInfo(0)


def iterate(value: object) -> list[Any]:
    """Return a list as it is, and nothing for what a server sent in a list's place."""
    return value if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType]

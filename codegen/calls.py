"""The call surface: keyword parameters with type and description, from the create-response bodies of both documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codegen.emit import spell, wrap
from codegen.ir import Field, Literals, ListOf, MapOf, Model, Package, Primitive, Ref, Type, UnionOf
from codegen.render import HEADER, copy_runtime, render_template
from codegen.runtime.rows import ProviderRow

LEADING = (
    "provider",
    "tools",
    "tool_choice",
    "max_output_tokens",
    "temperature",
    "top_p",
    "stream",
    "api_key",
    "api_base",
    "instructions",
    "max_tool_calls",
    "parallel_tool_calls",
    "reasoning",
    "text",
    "response_format",
    "presence_penalty",
    "frequency_penalty",
    "truncation",
    "store",
    "service_tier",
    "user",
    "metadata",
    "previous_response_id",
    "include",
    "background",
    "safety_identifier",
    "prompt_cache_key",
    "prompt_cache_retention",
    "conversation",
    "client_args",
)
"""The parameters in the order of the public signature; every other body field follows them."""

POSITIONAL = ("model", "input")
OVERLOADED = ("provider", "stream", "response_format")
CONNECTION = ("provider", "api_key", "api_base", "client_args")
"""Given once when a client is made, therefore not parameters of its methods."""

OWN: Mapping[str, tuple[str, str]] = {
    "provider": (
        "LLMProvider | str",
        "Provider to call, when `model` does not begin with one; `model` is then sent as it is.",
    ),
    "stream": ("bool", "Whether to return an iterator of events instead of one response."),
    "api_key": (
        "ApiKey",
        "Key of the provider, or a callable (an async one in async calls) that is asked before every attempt; "
        "without it the provider's environment variable is read.",
    ),
    "api_base": ("str", "Base URL to which `/responses` is appended; without it the provider's own."),
    "response_format": (
        "type[Any] | dict[str, Any]",
        "Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into "
        "`output_parsed`; or a dict for `text.format`.",
    ),
    "client_args": (
        "ClientArgs",
        "Settings of the HTTP client: `headers`, `proxy`, `verify`, `limits`, or a client of your own as `http_client`.",
    ),
    "tools": (
        "Sequence[ToolInput]",
        "Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.",
    ),
    "timeout": ("float", "Seconds allowed for the whole call; for a stream, for each wait between bytes."),
    "stream_idle_timeout": (
        "float",
        "Seconds a stream may stay without an event, keep-alive comments not counted.",
    ),
    "max_retries": (
        "int",
        "Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.",
    ),
    "extra_headers": ("Mapping[str, str]", "Headers to add to the request or to replace in it."),
    "extra_query": ("Mapping[str, str]", "Query parameters to add to the URL."),
    "extra_body": (
        "Mapping[str, Any]",
        "Fields to add to the request body as they are, an explicit null included.",
    ),
    "strict": (
        "bool",
        "Whether an answer that departs from the document raises `SpecDeviationError`; default False.",
    ),
    "drop_params": (
        "bool | Sequence[str]",
        "Whether parameters that the provider does not take are left out with a warning instead of raising; "
        "a list allows only these.",
    ),
    "wire": ("Literal['responses']", "Protocol to speak, instead of the one in the provider's row."),
}
TRAILING = (
    "timeout",
    "stream_idle_timeout",
    "max_retries",
    "extra_headers",
    "extra_query",
    "extra_body",
    "strict",
    "drop_params",
    "wire",
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One keyword parameter of a call."""

    name: str
    type: str
    description: str

    @property
    def docstring(self) -> str:
        """The description wrapped for the docstring of a field."""
        return wrap(self.description, 4).replace("\n", "\n    ")

    @property
    def argument(self) -> str:
        """The description as an entry of an `Args:` section, without the indent of its first line."""
        return wrap(f"{self.name}: {self.description}", 16).replace("\n", "\n                ")


@dataclass(frozen=True, slots=True)
class Calls:
    """What the call templates render."""

    parameters: Sequence[Parameter]
    imports: Sequence[str]
    rows: Sequence[ProviderRow]

    @property
    def options(self) -> Sequence[Parameter]:
        """Parameters that no overload spells out, for functions."""
        return [p for p in self.parameters if p.name not in OVERLOADED]

    @property
    def client_parameters(self) -> Sequence[Parameter]:
        """Parameters of the methods of a client."""
        return [p for p in self.parameters if p.name not in CONNECTION]

    @property
    def client_options(self) -> Sequence[Parameter]:
        """Parameters that no overload spells out, for client methods."""
        return [p for p in self.client_parameters if p.name not in OVERLOADED]

    @property
    def connection_options(self) -> Sequence[Parameter]:
        """Parameters of functions only."""
        return [p for p in self.options if p.name in CONNECTION]

    @property
    def native(self) -> Sequence[str]:
        """Providers that return OpenAI's own objects."""
        return [row.provider for row in self.rows if row.is_native]

    @property
    def neutral(self) -> Sequence[str]:
        """All other providers."""
        return [row.provider for row in self.rows if not row.is_native]


def render_calls(superset: Package, neutral: Package, rows: Sequence[ProviderRow]) -> dict[str, str]:
    """Return the files of the package `any_llm_calls`.

    Args:
        superset: the package whose create-response body types the parameters.
        neutral: the package that adds the body fields that the superset lacks.
        rows: the provider table.
    """
    fields = _collect_fields(superset, neutral)
    names = [name for name in (*LEADING, *fields, *TRAILING) if name not in POSITIONAL]
    parameters = [_build_parameter(name, fields) for name in dict.fromkeys(names)]
    calls = Calls(
        parameters, sorted({ref for field in fields.values() for ref in _find_names(field.type)}), rows
    )
    templates = ("options", "functions", "client", "providers", "inputs", "table")
    files = {f"{name}.py": render_template(f"calls/{name}.jinja", calls=calls) for name in templates}
    files |= {f"{name}.py": copy_runtime(name) for name in ("binding", "rows")}
    files["__init__.py"] = '"""Call signatures, provider names and the provider table of `any_llm`."""\n'
    return {"any_llm_calls/py.typed": ""} | {
        f"any_llm_calls/{name}": HEADER + text for name, text in files.items()
    }


def _collect_fields(superset: Package, neutral: Package) -> dict[str, Field]:
    bodies = [_get_model(superset, "CreateResponse"), _get_model(neutral, "CreateResponseBody")]
    fields: dict[str, Field] = {}
    for body in bodies:
        for field in body.fields:
            if field.name not in fields and (body is bodies[0] or not any(_find_names(field.type))):
                fields[field.name] = field
    return fields


def _get_model(package: Package, schema: str) -> Model:
    return next(d for d in package.params if isinstance(d, Model) and d.schema == schema)


def _build_parameter(name: str, fields: dict[str, Field]) -> Parameter:
    field = fields.get(name)
    if name in OWN:
        kind, description = OWN[name]
    elif field is not None:
        kind, description = _spell_argument(field.type), field.description
    else:
        raise AssertionError(f"{name} is in no create-response body")
    return Parameter(name, f"{kind} | None", description)


def _spell_argument(kind: Type) -> str:
    """Spell a type for a parameter: null is the default already, lists and maps may be any sequence or mapping."""
    match kind:
        case UnionOf(members):
            return " | ".join(_spell_argument(member) for member in members if member is not Primitive.NULL)
        case ListOf(item):
            return f"Sequence[{_spell_argument(item)}]"
        case MapOf(value):
            return f"Mapping[str, {_spell_argument(value)}]"
        case _:
            return spell(kind)


def _find_names(kind: Any) -> list[str]:
    match kind:
        case Ref(_, name):
            return [name]
        case ListOf(inner) | MapOf(inner):
            return _find_names(inner)
        case UnionOf(members):
            return [name for member in members for name in _find_names(member)]
        case Literals() | Primitive():
            return []
        case _:
            return []

"""The call surface: keyword parameters with type and description, from both create-response bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codegen.emit import spell
from codegen.ir import Field, ListOf, Literals, MapOf, Model, Package, Primitive, Ref, Type, UnionOf
from codegen.parameters import CONNECTION, LEADING, OVERLOADED, OWN, POSITIONAL, RUN, TRAILING, Parameter
from codegen.problems import CodegenError, Problem
from codegen.render import HEADER, copy_runtime, render_template
from codegen.runtime.rows import ProviderRow


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
    def run_parameters(self) -> Sequence[Parameter]:
        """Parameters of runs, beyond those of calls."""
        return [Parameter(name, f"{kind} | None", text) for name, (kind, text) in RUN.items()]

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

    Raises:
        CodegenError: a document has no create-response body, or neither has a field of the public signature.
    """
    fields = _collect_fields(superset, neutral)
    names = [name for name in (*LEADING, *fields, *TRAILING) if name not in POSITIONAL]
    parameters = [_build_parameter(name, fields) for name in dict.fromkeys(names)]
    imports = sorted({ref for field in fields.values() for ref in _find_names(field.type)})
    calls = Calls(parameters, imports, rows)
    templates = ("options", "functions", "client", "conversation", "runs", "providers", "inputs", "table")
    files = {f"{name}.py": render_template(f"calls/{name}.jinja", calls=calls) for name in templates}
    files |= {f"{name}.py": copy_runtime(name) for name in ("binding", "rows")}
    files["__init__.py"] = '"""Call signatures, provider names and the provider table of `any_llm`."""\n'
    return {"any_llm_calls/py.typed": ""} | {
        f"any_llm_calls/{name}": HEADER + text for name, text in files.items()
    }


def _collect_fields(superset: Package, neutral: Package) -> dict[str, Field]:
    """Return the body fields of both documents by name; where both have one, the superset's says its type."""
    fields = {field.name: field for field in _get_body(superset, "CreateResponse").fields}
    for field in _get_body(neutral, "CreateResponseBody").fields:
        if not any(_find_names(field.type)):
            fields.setdefault(field.name, field)
    return fields


def _get_body(package: Package, schema: str) -> Model:
    for definition in package.params:
        if isinstance(definition, Model) and definition.schema == schema:
            return definition
    reason = "expected this object in a request body: the parameters of a call are its fields"
    raise CodegenError([Problem(f"{package.name}#{schema}", reason)])


def _build_parameter(name: str, fields: dict[str, Field]) -> Parameter:
    field = fields.get(name)
    if name in OWN:
        kind, description = OWN[name]
    elif field is not None:
        kind, description = _spell_argument(field.type), field.description
    else:
        reason = "no create-response body has this field, but the public signature lists it"
        raise CodegenError([Problem(f"any_llm.responses({name}=…)", reason)])
    return Parameter(name, f"{kind} | None", description)


def _spell_argument(kind: Type) -> str:
    """Spell a type for a parameter: null is the default anyway, a list may be any sequence."""
    match kind:
        case UnionOf(members):
            return " | ".join(_spell_argument(member) for member in members if member is not Primitive.NULL)
        case ListOf(item):
            return f"Sequence[{_spell_argument(item)}]"
        case MapOf(value):
            return f"Mapping[str, {_spell_argument(value)}]"
        case _:
            return spell(kind)


def _find_names(kind: Type) -> Iterator[str]:
    match kind:
        case Ref(_, name):
            yield name
        case ListOf(inner) | MapOf(inner):
            yield from _find_names(inner)
        case UnionOf(members):
            for member in members:
                yield from _find_names(member)
        case Literals() | Primitive():
            return

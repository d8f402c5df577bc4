"""Render a package: intermediate form in, file name → source out, not yet formatted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen.classes import TEMPLATES, make_models, make_params
from codegen.emit import emit_document
from codegen.ir import Definition, ListOf, Literals, Model, Package, Ref, Union
from codegen.module_order import check_module_order
from codegen.names import BASE_NAMES, CALL_NAMES

RUNTIME = Path(__file__).parent / "runtime"
HEADER = "# Made by `make generate` from the documents in spec/. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class PackageInit:
    """What the `__init__` of a package lists: module → names, all names in order."""

    summary: str
    modules: Mapping[str, Sequence[str]]
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables module of a package holds."""

    required: Mapping[str, Sequence[str]]
    events: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Methods:
    """What a package's response class needs to know of its items: their union, and the class of a function call."""

    package: str
    module: str
    item: str
    call: str


def render_package(package: Package, summary: str) -> dict[str, str]:
    """Return the files of one package of types.

    Raises:
        CodegenError: modules import each other in a circle.
    """
    files: dict[str, str] = {}
    owns_base = package.base == f"{package.name}.base"
    check_module_order(package)
    for name, source in make_models(emit_document(package.models, package.base), package.base).items():
        files[name] = _title(f"Models: {name.removesuffix('.py')}, as servers send them.", source)
    for name, source in make_params(emit_document(package.params, package.base)).items():
        files[f"params/{name}"] = _title(
            f"Parameters: {name.removesuffix('.py')}, as requests take them.", source
        )
    modules = _group_names(package.models, f"{package.name}.")
    if owns_base:
        files |= {f"{name}.py": copy_runtime(name) for name in ("base", "calls", "slots")}
        modules[package.base] = sorted(BASE_NAMES)
        modules[f"{package.name}.calls"] = sorted(CALL_NAMES)
    if any(
        isinstance(one, Model) and (one.base or "").startswith(f"{package.name}.custom_calls.")
        for one in package.models
    ):
        files["custom_calls.py"] = copy_runtime("custom_calls")
    methods = _find_methods(package)
    if methods is not None:
        files["methods.py"] = render_template("methods.jinja", methods=methods)
    files["tables.py"] = render_template("tables.jinja", tables=_build_tables(package))
    files["__init__.py"] = _render_init(summary, modules)
    params = _group_names(package.params, f"{package.name}.params.")
    files["params/__init__.py"] = _render_init(f"{summary} Request side: TypedDicts.", params)
    files["py.typed"] = ""
    return {
        f"{package.name}/{name}": f"{HEADER}{source}" if name.endswith(".py") else source
        for name, source in files.items()
    }


def render_template(template: str, **values: object) -> str:
    """Render one of our templates with one typed object."""
    environment = Environment(  # noqa: S701  # the output is Python, where nothing is to be escaped for HTML
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["literal"] = repr
    return environment.get_template(template).render(**values)


def copy_runtime(module: str) -> str:
    """Return the source of a runtime module, which is copied as it is."""
    return (RUNTIME / f"{module}.py").read_text(encoding="utf-8")


def _title(docstring: str, source: str) -> str:
    """Put a module docstring in front of generated source."""
    return f'"""{docstring}"""\n\n{source}'


def _group_names(definitions: Sequence[Definition], prefix: str) -> dict[str, list[str]]:
    modules: dict[str, list[str]] = {}
    for definition in definitions:
        modules.setdefault(prefix + definition.module, []).append(definition.name)
    return {module: sorted(names) for module, names in sorted(modules.items())}


def _render_init(summary: str, modules: Mapping[str, Sequence[str]]) -> str:
    names = sorted(name for listed in modules.values() for name in listed)
    return render_template("package_init.jinja", package=PackageInit(summary, modules, names))


def _build_tables(package: Package) -> Tables:
    models = [definition for definition in package.models if isinstance(definition, Model)]
    return Tables(
        required={
            model.name: [field.name for field in model.fields if field.is_required]
            for model in models
            if any(field.is_required for field in model.fields)
        },
        events=_find_members(package, package.events),
    )


def _find_members(package: Package, union: str | None) -> Mapping[str, str]:
    """Return the members of a tagged union by the value of `type`, where one class answers for it."""
    tags = {model.name: _get_tags(model) for model in package.models if isinstance(model, Model)}
    return {
        tag: group.members[0].name
        for definition in package.models
        if isinstance(definition, Union) and definition.name == union
        for group in definition.groups
        if len(group.members) == 1
        for tag in tags[group.members[0].name]
    }


def _find_methods(package: Package) -> Methods | None:
    """Return what the methods of the response class are typed with; None for a package without one."""
    base = f"{package.name}.methods.ResponseMethods"
    for model in package.models:
        if not isinstance(model, Model) or model.base != base:
            continue
        output = next(field_.type for field_ in model.fields if field_.name == "output")
        if isinstance(output, ListOf) and isinstance(output.item, Ref):
            item = output.item
            return Methods(
                package.name,
                item.module,
                item.name,
                _find_members(package, item.name)["function_call"],
            )
    return None


def _get_tags(model: Model) -> tuple[str, ...]:
    for field_ in model.fields:
        if field_.name == "type" and isinstance(field_.type, Literals):
            return tuple(str(value) for value in field_.type.values)
    return ()

"""Check that the modules of a package do not import each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.ir import Alias, Definition, ListOf, MapOf, Model, Package, Ref, Type, UnionOf
from codegen.problems import CodegenError, Problem


def check_module_order(package: Package) -> None:
    """Check both sides of a package.

    Raises:
        CodegenError: two modules need each other; each definition that closes the circle is named.
    """
    problems = [
        problem for side in (package.models, package.params) for problem in _find_circles(package.name, side)
    ]
    if problems:
        raise CodegenError(problems)


def _find_circles(package: str, definitions: Sequence[Definition]) -> Iterator[Problem]:
    needs: dict[str, dict[str, str]] = {}
    for definition in definitions:
        for ref in find_type_refs(definition):
            if ref.module != definition.module:
                needs.setdefault(definition.module, {}).setdefault(
                    ref.module, f"{definition.name} needs {ref.name}"
                )
    for start in sorted(needs):
        for target in sorted(needs[start]):
            if start in _reach(target, needs):
                yield Problem(
                    f"{package}.{start}",
                    f"imports {target!r}, which leads back to it ({needs[start][target]})",
                )


def _reach(module: str, needs: dict[str, dict[str, str]]) -> set[str]:
    found: set[str] = set()
    queue = [module]
    while queue:
        for target in needs.get(queue.pop(), {}):
            if target not in found:
                found.add(target)
                queue.append(target)
    return found


def find_type_refs(definition: Definition) -> Iterator[Ref]:
    """Yield every reference of a definition to another one."""
    match definition:
        case Model(fields=fields):
            for field in fields:
                yield from _find_refs(field.type)
        case Alias(type=kind):
            yield from _find_refs(kind)
        case _:
            for group in definition.groups:
                yield from group.members
            for kind in definition.loose:
                yield from _find_refs(kind)


def _find_refs(kind: Type) -> Iterator[Ref]:
    match kind:
        case Ref():
            yield kind
        case ListOf(item):
            yield from _find_refs(item)
        case MapOf(value):
            yield from _find_refs(value)
        case UnionOf(members):
            for member in members:
                yield from _find_refs(member)
        case _:
            return

"""The shape of the house: directions of imports, one file for the HTTP library, drivers that mirror each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
GENERATED = ROOT / "generated"
FAMILIES = ("openresponses_types", "openai_responses_types", "any_llm_calls")


def list_imports(path: Path, *, with_type_checking: bool = True) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in hidden and not with_type_checking:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def test_httpx_is_imported_in_one_file() -> None:
    files = [
        path
        for path in SRC.rglob("*.py")
        if any(name.split(".")[0] == "httpx" for name in list_imports(path))
    ]
    assert [path.name for path in files] == ["http.py"]


def test_source_never_imports_codegen() -> None:
    for path in SRC.rglob("*.py"):
        assert not [name for name in list_imports(path) if name.split(".")[0] == "codegen"], path


@pytest.mark.parametrize("with_type_checking", [True, False])
def test_generated_code_imports_only_what_it_may(with_type_checking: bool) -> None:
    for path in GENERATED.rglob("*.py"):
        roots = {name.split(".")[0] for name in list_imports(path, with_type_checking=with_type_checking)}
        foreign = roots - {
            *FAMILIES,
            "pydantic",
            "pydantic_core",
            "typing",
            "typing_extensions",
            "__future__",
        }
        foreign -= {"abc", "collections", "dataclasses", "enum", "importlib", "pathlib"}
        may_name_results = with_type_checking and path.parent.name == "any_llm_calls"
        assert foreign <= ({"any_llm"} if may_name_results else set()), path


def test_types_know_nothing_of_calls() -> None:
    for family in FAMILIES[:2]:
        for path in (GENERATED / family).rglob("*.py"):
            assert not [name for name in list_imports(path) if name.startswith("any_llm")], path


def test_core_does_no_io() -> None:
    forbidden = {
        "os",
        "socket",
        "httpx",
        "asyncio",
        "random",
        "subprocess",
        "threading",
        "any_llm._transport",
    }
    allowed = {"building.py": {"threading"}}  # classes are built once, under a lock
    for path in (SRC / "any_llm" / "_core").glob("*.py"):
        names = set(list_imports(path)) | {name.split(".")[0] for name in list_imports(path)}
        assert not (names & forbidden) - allowed.get(path.name, set()), path


class _Colourless(ast.NodeTransformer):
    """Take the colour out of async code: await, async, the `a` of names, what differs by library."""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        return self.visit(node.value)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        plain = ast.FunctionDef(**{name: getattr(node, name, None) for name in node._fields})
        return self.generic_visit(ast.copy_location(plain, node))

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        plain = ast.For(**{name: getattr(node, name, None) for name in node._fields})
        return self.visit_For(ast.copy_location(plain, node))

    def visit_For(self, node: ast.For) -> ast.AST:
        """`for x in y: yield x` is `yield from y`, which async code cannot write."""
        self.generic_visit(node)
        match node.body:
            case [ast.Expr(ast.Yield(ast.Name(name)))] if name == ast.unparse(node.target):
                return ast.copy_location(ast.Expr(ast.YieldFrom(node.iter)), node)
        return node


RENAMES = (
    (r"\bAsync(?=[A-Z])", ""),
    (r"\b__a(iter|next|enter|exit)__", r"__\1__"),
    (r"\banext\b", "next"),
    (r"\b(arun|asend)\b", lambda match: match[0][1:]),
    (r"\baclose\b", "close"),
    (r"\banyio\b", "time"),
    (r"Callable\[\[\], Awaitable\[str\]\]", "Callable[[], str]"),
    (r"Callable\[\[\], Any\]", "Callable[[], None]"),
    (r"\bAwaitable, ", ""),
    (r"\bAwaitable\[(.*)\](?=\])", r"\1"),
    (r"Generator\[(\w+), None\]", r"Generator[\1, None, None]"),
)


def strip_colour(node: ast.AST) -> str:
    for inner in ast.walk(node):
        body = getattr(inner, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body.pop(0)  # docstrings may speak of one colour
    text = ast.unparse(_Colourless().visit(node))
    for pattern, replacement in RENAMES:
        text = re.sub(pattern, replacement, text)
    return text


def get_node(path: Path, name: str) -> ast.AST:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return next(node for node in ast.walk(tree) if getattr(node, "name", None) == name)


def test_drivers_mirror_each_other() -> None:
    folder = SRC / "any_llm" / "_transport"
    assert strip_colour(get_node(folder / "aio.py", "arun")) == strip_colour(
        get_node(folder / "sync.py", "run")
    )


def test_streams_mirror_each_other() -> None:
    path = SRC / "any_llm" / "stream.py"
    plain, other = (strip_colour(get_node(path, name)) for name in ("ResponseStream", "AsyncResponseStream"))
    assert other == plain


@pytest.mark.parametrize("name", ["respond", "exchange", "open_again"])
def test_client_calls_mirror_each_other(name: str) -> None:
    path = SRC / "any_llm" / "client.py"
    other = re.sub(r"\b_a(?=respond|exchange|open_again)", "_", strip_colour(get_node(path, f"_a{name}")))
    other = other.replace("get_async_client", "get_client").replace("_ask_key_async", "_ask_key")
    other = other.replace("aopen_stream", "open_stream")
    assert other == strip_colour(get_node(path, f"_{name}"))


def test_sources_mirror_each_other() -> None:
    path = SRC / "any_llm" / "_transport" / "source.py"
    plain, other = (strip_colour(get_node(path, name)) for name in ("Source", "AsyncSource"))
    assert other == plain

"""Writing and comparing the tree, and the command line around them: on any problem nothing is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.problems import CodegenError
from codegen.render import HEADER
from codegen.write import compare_tree, write_tree
from tests.codegen.documents import SPEC, copy_tiny_spec

FILES = {
    "pack/__init__.py": f"{HEADER}'''One'''\n",
    "pack/sub/a.py": f"{HEADER}a = 'ü'\n",
    "pack/py.typed": "",
}


def list_tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_tree_is_written_and_replaced_as_a_whole(tmp_path: Path):
    root = tmp_path / "deep" / "out"
    write_tree(root, {**FILES, "pack/old.py": HEADER})
    (root / "pack" / "__pycache__").mkdir()
    write_tree(root, FILES)
    assert list_tree(root) == {name: text.encode() for name, text in FILES.items()}
    assert [path.name for path in root.parent.iterdir()] == ["out"]


def test_leftovers_of_an_interrupted_run_do_not_get_in(tmp_path: Path):
    (tmp_path / "out.new").mkdir()
    (tmp_path / "out.new" / "half.py").write_text("")
    write_tree(tmp_path / "out", FILES)
    assert list_tree(tmp_path) == {f"out/{name}": text.encode() for name, text in FILES.items()}


@pytest.mark.parametrize("stranger", ["notes.txt", "mine/__init__.py", "mine/a.py"])
def test_folder_with_other_things_is_not_replaced(tmp_path: Path, stranger: str):
    write_tree(tmp_path / "out", FILES)
    file = tmp_path / "out" / stranger
    file.parent.mkdir(exist_ok=True)
    file.write_text("precious")
    before = list_tree(tmp_path)
    with pytest.raises(
        CodegenError, match=f"found '{stranger.partition('/')[0]}', which would be deleted too"
    ):
        write_tree(tmp_path / "out", FILES)
    assert list_tree(tmp_path) == before


def test_equal_trees_have_no_differences(tmp_path: Path):
    write_tree(tmp_path / "out", FILES)
    cache = tmp_path / "out" / "pack" / "__pycache__"
    cache.mkdir()
    (cache / "a.pyc").write_bytes(b"\0")
    assert compare_tree(tmp_path / "out", FILES) == []


def test_trees_are_compared_both_ways(tmp_path: Path):
    write_tree(tmp_path / "out", {**FILES, "pack/extra.py": "", "pack/binary.bin": ""})
    (tmp_path / "out" / "pack" / "binary.bin").write_bytes(b"\xff\xfe")
    (tmp_path / "out" / "pack" / "__init__.py").write_bytes(
        FILES["pack/__init__.py"].replace("\n", "\r\n").encode()
    )
    assert compare_tree(tmp_path / "out", {**FILES, "pack/gone.py": "", "pack/binary.bin": ""}) == [
        "missing: pack/gone.py",
        "left over: pack/extra.py",
        "different: pack/__init__.py",
        "different: pack/binary.bin",
    ]


def test_missing_folder_differs_in_every_file(tmp_path: Path):
    assert compare_tree(tmp_path / "out", FILES) == [f"missing: {name}" for name in sorted(FILES)]


def test_command_writes_then_finds_the_tree_in_sync(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    options = ["--spec", str(copy_tiny_spec(tmp_path)), "--output", str(tmp_path / "out")]
    assert main(["generate", *options]) == 0
    assert capsys.readouterr().out == "18 files written to out/\n"
    assert main(["check", *options]) == 0
    assert capsys.readouterr().out == "out/ is in sync with spec/\n"


def test_check_names_what_differs_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    options = ["--spec", str(copy_tiny_spec(tmp_path)), "--output", str(tmp_path / "out")]
    main(["generate", *options])
    (tmp_path / "out" / "tiny_types" / "items.py").write_text("# edited\n")
    (tmp_path / "out" / "tiny_types" / "mine.py").write_text("")
    before = list_tree(tmp_path)
    capsys.readouterr()
    assert main(["check", *options]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "left over: tiny_types/mine.py",
        "different: tiny_types/items.py",
        "run `make generate`",
    ]
    assert list_tree(tmp_path) == before


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(spec: Path) -> None:
        text = (spec / name).read_text(encoding="utf-8")
        assert old in text
        (spec / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def move_text_to_reply(spec: Path) -> None:
    replace("names.yaml", "Text: [Text, TextParam], ", "")(spec)
    replace("names.yaml", "reply: {Reply: Reply}", "reply: {Reply: Reply, Text: Text}")(spec)


def add_calls(spec: Path) -> None:
    """Make it a folder whose names ask for the call surface, with a provider table that has a fault."""
    names = (spec / "names.yaml").read_text(encoding="utf-8")
    both = "\n".join(names.replace("tiny:", f"{document}:", 1) for document in ("openai", "openresponses"))
    (spec / "names.yaml").write_text(both, encoding="utf-8")
    table = (SPEC / "providers.toml").read_text(encoding="utf-8")
    (spec / "providers.toml").write_text(
        table.replace("[openai]\n", "[openai]\ncolour = 'red'\n"), encoding="utf-8"
    )


BAD_SPECS: dict[str, tuple[Callable[[Path], None], str]] = {
    "dangling-ref": (
        replace("tiny.yaml", "schemas/Mode'", "schemas/Mood'"),
        "tiny.yaml#schemas.CreateReply.properties.mode: $ref to 'Mood', which the document does not define",
    ),
    "not-3.1": (replace("tiny.yaml", "3.1.0", "3.0.3"), "tiny.yaml: expected an OpenAPI 3.1 document"),
    "no-schemas": (
        replace("tiny.yaml", "  schemas:", "  parts:"),
        "tiny.yaml: expected schemas under components.schemas",
    ),
    "unparsable": (replace("tiny.yaml", "{title: Tiny", "{title: [Tiny"), "tiny.yaml: cannot be parsed: "),
    "no-document": (lambda spec: (spec / "tiny.yaml").unlink(), "tiny.yaml: expected this file in "),
    "no-names": (lambda spec: (spec / "names.yaml").unlink(), "names.yaml: expected this file in "),
    "collision": (
        replace("names.yaml", "[Image, ImageParam]", "[Text, ImageParam]"),
        "tiny_types#Image: its model name 'Text' is taken by 'Text'",
    ),
    "unnamed": (
        replace("names.yaml", "Labels: Labels, ", ""),
        "tiny_types#Labels: has no public name; add it to ",
    ),
    "two-homes": (
        replace("names.yaml", "reply: {Reply: Reply}", "reply: {Reply: Reply, Text: Text}"),
        "names.yaml#tiny.modules.reply.Text: has a name in module 'content' already",
    ),
    "module-circle": (
        move_text_to_reply,
        "tiny_types.content: imports 'reply', which leads back to it (Content needs Text)",
    ),
    "unknown-provider-field": (add_calls, "providers.toml#openai.colour: unknown field"),
}


@pytest.mark.parametrize("fault", BAD_SPECS)
def test_bad_spec_is_reported_and_nothing_is_written(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    spec = copy_tiny_spec(tmp_path)
    write_tree(tmp_path / "out", FILES)
    spoil, message = BAD_SPECS[fault]
    spoil(spec)
    before = list_tree(tmp_path)
    assert main(["generate", "--spec", str(spec), "--output", str(tmp_path / "out")]) == 2
    head, first, *_ = capsys.readouterr().err.splitlines()
    assert head.startswith("Nothing was written; ")
    assert first.startswith(message)
    assert list_tree(tmp_path) == before

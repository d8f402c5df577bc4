"""Command line: `generate` and `check` write and compare `generated/`, `diff` and `update` read a newer document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.generate import generate
from codegen.problems import CodegenError
from codegen.report import report_changes, report_update
from codegen.write import compare_tree, write_tree

ROOT = Path(__file__).parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the command and its options; those of the process by default.

    Returns:
        The exit status: 0 done, 1 out of date, breaking (`diff`) or with something left to do (`update`), 2 the
        documents have problems and nothing was written.
    """
    arguments = _build_parser().parse_args(argv)
    try:
        return _run(arguments)
    except CodegenError as error:
        print(f"Nothing was written; {len(error.problems)} to mend:", file=sys.stderr)
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Stopped: {error}", file=sys.stderr)
    return 2


def _run(arguments: argparse.Namespace) -> int:
    match arguments.command:
        case "update":
            text, status = report_update(arguments.source, arguments.spec, as_json=arguments.as_json)
            print(text)
            return 0 if arguments.draft else status
        case "diff":
            text, status = report_changes(
                arguments.source, arguments.base, arguments.spec, as_json=arguments.as_json
            )
            print(text)
            return status
        case "check":
            return _report(compare_tree(arguments.output, generate(arguments.spec)), arguments.output)
        case _:
            files = generate(arguments.spec)
            write_tree(arguments.output, files)
            print(f"{len(files)} files written to {arguments.output.name}/")
            return 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="codegen", description="Turn spec/ into generated/.")
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the documents")
    parser.add_argument(
        "--output", type=Path, default=ROOT / "generated", help="folder of the generated packages"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("generate", "write the packages"), ("check", "compare them with what spec/ gives")):
        command = commands.add_parser(name, help=text)
        command.add_argument("--spec", type=Path, default=argparse.SUPPRESS)
        command.add_argument("--output", type=Path, default=argparse.SUPPRESS)
    diff = commands.add_parser("diff", help="say what a newer document changes in the typed API")
    diff.add_argument("source", help="file or URL of an OpenAPI 3.1 document")
    diff.add_argument("--base", help="file or URL to compare with; the document in spec/ by default")
    update = commands.add_parser("update", help="adopt the structure of a newer document into spec/")
    update.add_argument("source", help="file or URL of an OpenAPI 3.1 document")
    update.add_argument(
        "--draft", action="store_true", help="exit with 0 although descriptions or names are missing"
    )
    for command in (diff, update):
        command.add_argument("--spec", type=Path, default=argparse.SUPPRESS)
        command.add_argument("--json", dest="as_json", action="store_true", help="print JSON")
    return parser


def _report(lines: Sequence[str], output: Path) -> int:
    if lines:
        print("\n".join([*lines, "run `make generate`"]))
        return 1
    print(f"{output.name}/ is in sync with spec/")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Command line: `python -m codegen generate` writes `generated/`, `python -m codegen check` compares it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.generate import generate
from codegen.problems import CodegenError
from codegen.write import compare_tree, write_tree

ROOT = Path(__file__).parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the command and its options; those of the process by default.

    Returns:
        The exit status: 0 done, 1 out of date, 2 the documents have problems and nothing was written.
    """
    parser = argparse.ArgumentParser(prog="codegen", description="Turn spec/ into generated/.")
    parser.add_argument("command", choices=("generate", "check"))
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the documents")
    parser.add_argument(
        "--output", type=Path, default=ROOT / "generated", help="folder of the generated packages"
    )
    arguments = parser.parse_args(argv)
    try:
        files = generate(arguments.spec)
        if arguments.command == "check":
            return _report(compare_tree(arguments.output, files), arguments.output)
        write_tree(arguments.output, files)
    except CodegenError as error:
        print(f"Nothing was written; {len(error.problems)} to mend:", file=sys.stderr)
        print(error, file=sys.stderr)
        return 2
    print(f"{len(files)} files written to {arguments.output.name}/")
    return 0


def _report(lines: Sequence[str], output: Path) -> int:
    if lines:
        print("\n".join([*lines, "run `make generate`"]))
        return 1
    print(f"{output.name}/ is in sync with spec/")
    return 0


if __name__ == "__main__":
    sys.exit(main())

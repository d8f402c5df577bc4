"""Every public symbol has a known type and a docstring, as pyright's own report says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.parametrize(
    "package", ["any_llm", "any_llm_calls", "openresponses_types", "openai_responses_types"]
)
def test_every_public_symbol_has_a_known_type(package: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--ignoreexternal", "--outputjson", "--verifytypes", package],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    report = json.loads(done.stdout)["typeCompleteness"]
    counts = report["exportedSymbolCounts"]
    assert counts["withKnownType"] > 100
    assert (counts["withUnknownType"], counts["withAmbiguousType"]) == (0, 0)
    assert report["completenessScore"] == 1.0
    assert report["missingClassDocStringCount"] == 0
    assert report["missingFunctionDocStringCount"] == 0

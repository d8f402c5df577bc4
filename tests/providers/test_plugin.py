"""A package that offers providers, really installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "sample_plugin"

SCRIPT = """
import sys, warnings
from any_llm import AnyLLM
AnyLLM.create("vllm")
assert "any_llm_sample_plugin" not in sys.modules
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    names = AnyLLM.get_supported_providers()
print(*[name for name in ("sampled", "first", "second", "openai", "misspelt") if name in names])
for warning in caught:
    print(warning.message)
print(AnyLLM.get_provider_metadata("sampled").api_base, AnyLLM.get_provider_metadata("second").wire)
"""


@pytest.mark.slow
def test_installed_package_adds_providers(tmp_path: Path) -> None:
    pytest.importorskip("pip")
    source, target = tmp_path / "source", tmp_path / "site"
    shutil.copytree(PLUGIN, source, ignore=shutil.ignore_patterns("__pycache__"))
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation"]
    built = subprocess.run(
        [*install, "--target", str(target), str(source)], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    path = os.pathsep.join([str(target), *filter(None, sys.path)])
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "sampled first second openai",
        "provider plugin 'broken = any_llm_sample_plugin:fail' of any-llm-sample-plugin is ignored: no license",
        "provider plugin 'misspelt = any_llm_sample_plugin:MISSPELT' of any-llm-sample-plugin is ignored: "
        "key_evn: unknown keyword; expected one of "
        + ran.stdout.partition("expected one of ")[2].partition("\n")[0],
        "https://sampled.example/v1 chat",
    ]

"""The two SDKs that are compared: each installed into a fresh virtual environment of its own, with one application."""

from __future__ import annotations

import json
import shutil
import subprocess
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Side:
    """One SDK: what pip installs, the application written for it, and the call that an editor completes (`▮`)."""

    name: str
    requirement: str
    distribution: str
    application: Path
    call: str


OURS = Side(
    name="any_llm",
    requirement=str(ROOT),
    distribution="any-llm-responses",
    application=HERE / "app_any_llm.py",
    call="import any_llm\n\nany_llm.responses(▮)\n",
)
THEIRS = Side(
    name="openai",
    requirement="openai==3.54.0",
    distribution="openai",
    application=HERE / "app_openai.py",
    call="from openai import OpenAI\n\nclient = OpenAI()\nclient.responses.create(▮)\n",
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with the application as `app.py`, settings for both checkers, and the SDK in `venv/`."""

    side: Side
    folder: Path
    python: Path
    versions: Mapping[str, str]


def make_workspace(side: Side, parent: Path) -> Workspace:
    """Install the SDK as a user would, never editable, and put its application beside it.

    Raises:
        subprocess.CalledProcessError: pip could not install the SDK.
    """
    folder = parent / side.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", side.requirement], check=True)
    listed = subprocess.run([*pip, "list", "--format=json"], check=True, capture_output=True, text=True)
    workspace = Workspace(
        side=side,
        folder=folder,
        python=python,
        versions={entry["name"]: entry["version"] for entry in json.loads(listed.stdout)},
    )
    write_application(workspace)
    _write_settings(workspace)
    return workspace


def write_application(workspace: Workspace, addition: str = "") -> None:
    """Write `app.py` anew, with something added at its end if it is to count as edited."""
    text = workspace.side.application.read_text(encoding="utf-8")
    (workspace.folder / "app.py").write_text(text + addition, encoding="utf-8")


def _write_settings(workspace: Workspace) -> None:
    # Without files of its own a folder inside the checkout would be checked with the project's settings and sources.
    mypy = f"[mypy]\nstrict = True\npython_version = 3.11\npython_executable = {workspace.python}\n"
    (workspace.folder / "mypy.ini").write_text(mypy, encoding="utf-8")
    pyright = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": ["app.py"],
        "venvPath": str(workspace.folder),
        "venv": "venv",
    }
    (workspace.folder / "pyrightconfig.json").write_text(json.dumps(pyright), encoding="utf-8")

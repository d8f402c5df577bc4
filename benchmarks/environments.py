"""The clients that are compared and the virtual environment of each: a name in, the path of its Python out.

An environment is made anew when its pinned requirements change, and ours also when the code changes: the checkout is
installed from a wheel, as a user would, never editable.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
FOLDER = HERE / ".venvs"

CLIENTS = {
    "ours": "any_llm",
    "floor": "floor",
    "raw": "http.client",
    "openai_sdk": "openai",
    "any_llm_sdk": "any-llm-sdk",
    "litellm_sdk": "litellm",
}
"""Module in `benchmarks.clients`, and the name that the tables show."""


def make_environment(client: str) -> Path:
    """Return the Python that has a client installed; it is installed first if anything changed.

    Raises:
        subprocess.CalledProcessError: pip could not install it.
    """
    folder = FOLDER / client
    python = folder / "bin" / "python"
    stamp, wanted = folder / "stamp", compute_stamp(client)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"installing {CLIENTS[client]} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    requirements = HERE / "requirements" / f"{client}.txt"
    venv.create(folder, with_pip=True)
    if requirements.exists():
        _install(python, "--requirement", str(requirements))
    if client == "ours":
        _install(python, "--no-deps", str(ROOT))
    stamp.write_text(wanted, encoding="utf-8")
    return python


def compute_stamp(client: str) -> str:
    """Return a digest of what the environment is made of."""
    digest = hashlib.sha256()
    for path in _list_sources(client):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def build_clean_environment() -> dict[str, str]:
    """Return the variables for a measured process: without search paths and settings of the surroundings."""
    hidden = ("PYTHON", "OPENAI_", "LITELLM_", "VIRTUAL_ENV", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(hidden)}
    return {**kept, "PYTHONHASHSEED": "0"}


def _list_sources(client: str) -> Iterator[Path]:
    requirements = HERE / "requirements" / f"{client}.txt"
    if requirements.exists():
        yield requirements
    if client == "ours":
        yield ROOT / "pyproject.toml"
        for folder in ("src", "generated"):
            yield from sorted((ROOT / folder).rglob("*.py"))


def _install(python: Path, *what: str) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-qq", *what]
    subprocess.run(command, check=True, env=build_clean_environment())

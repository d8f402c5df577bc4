"""Build backend of the sample plugin: `pyproject.toml` and the package in, a wheel out (PEP 517, PEP 427)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

TAG = "py3-none-any"


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Write the wheel into a folder and return its name."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    points = [
        line
        for group, entries in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in entries.items()))
    ]
    info = {
        "METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: backend\nRoot-Is-Purelib: true\nTag: {TAG}\n",
        "entry_points.txt": "\n".join(points) + "\n",
    }
    files = {f"{stem}.dist-info/{name}": text for name, text in info.items()}
    for path in sorted(Path("any_llm_sample_plugin").glob("*.py")):
        files[path.as_posix()] = path.read_text(encoding="utf-8")
    files[f"{stem}.dist-info/RECORD"] = "".join(
        f"{name},,\n" for name in [*files, f"{stem}.dist-info/RECORD"]
    )
    name = f"{stem}-{TAG}.whl"
    with ZipFile(Path(wheel_directory) / name, "w") as wheel:
        for path_inside, text in files.items():
            wheel.writestr(path_inside, text)
    return name

"""Load a YAML or JSON file: a path in, plain data out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml

from codegen.problems import CodegenError, Problem
from codegen.schema import JSON

if TYPE_CHECKING:
    from yaml import SafeLoader
else:  # not every build of PyYAML has the loader in C, which reads our documents eight times faster
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

BOOL_TAG = "tag:yaml.org,2002:bool"
DATE_TAG = "tag:yaml.org,2002:timestamp"
BOOL = re.compile("^(?:true|True|TRUE|false|False|FALSE)$")


def load_file(path: Path) -> JSON:
    """Return the value in a YAML or JSON file.

    Raises:
        CodegenError: the file is missing, or cannot be read or parsed.
    """
    try:
        text = path.read_text(encoding="utf-8")
        value = json.loads(text) if path.suffix == ".json" else _parse_yaml(text)
    except FileNotFoundError as error:
        problem = Problem(path.name, f"expected this file in {path.parent}, found none")
        raise CodegenError([problem]) from error
    except OSError as error:
        raise CodegenError([Problem(path.name, f"cannot be read: {error.strerror}")]) from error
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise CodegenError([Problem(path.name, f"cannot be parsed: {error}")]) from error
    return cast("JSON", value)  # both parsers return plain data


def _parse_yaml(text: str) -> object:
    return yaml.load(text, Loader=_Loader)  # noqa: S506  # derived from a safe loader


class _Loader(SafeLoader):
    """YAML without dates and without `yes`/`no` booleans: a document's strings stay strings."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, BOOL if tag == BOOL_TAG else regexp) for tag, regexp in resolvers if tag != DATE_TAG]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}

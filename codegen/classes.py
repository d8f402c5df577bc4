"""Make classes: the emitted document in, the source of one module per group of definitions out.

datamodel-code-generator reads the document and resolves types, imports and order; our templates write each
class.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from datamodel_code_generator import PythonVersion
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.model import get_data_model_types
from datamodel_code_generator.parser import LiteralType
from datamodel_code_generator.parser.base import Result
from datamodel_code_generator.parser.openapi import OpenAPIParser

from codegen.names import OPEN_WORLD
from codegen.schema import Document

TEMPLATES = Path(__file__).parent / "templates"


def make_models(document: Document, base: str, model_base: str = "SpecModel") -> dict[str, str]:
    """Return the pydantic modules of a document: file name → source."""
    names = ["ABSENT", "KnownTags", *OPEN_WORLD]
    imports = [*(f"{base}.{name}" for name in names), "typing.Annotated", "pydantic.Field", "typing.Literal"]
    return _run(document, DataModelType.PydanticV2BaseModel, "models", imports, f"{base}.{model_base}")


def make_params(document: Document) -> dict[str, str]:
    """Return the TypedDict modules of a document: file name → source."""
    return _run(document, DataModelType.TypingTypedDict, "params", [], None)


def _run(
    document: Document, kind: DataModelType, templates: str, imports: list[str], base_class: str | None
) -> dict[str, str]:
    target = PythonVersion.PY_311
    types = get_data_model_types(kind, target_python_version=target, use_type_alias=True)
    parser = OpenAPIParser(
        json.dumps(document),
        data_model_type=types.data_model,
        data_model_root_type=types.root_model,
        data_model_field_type=types.field_model,
        data_type_manager_type=types.data_type_manager,
        # Classes are built on first use, so no module ends in a list of model_rebuild() calls.
        dump_resolve_reference_action=_write_nothing,
        base_class=base_class,
        additional_imports=imports,
        custom_template_dir=TEMPLATES / templates,
        use_schema_description=True,
        use_field_description=True,
        use_attribute_docstrings=True,
        use_single_line_docstring=True,
        use_exact_imports=True,
        treat_dot_as_module=True,
        strict_nullable=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_type_alias=True,
        enum_field_as_literal=LiteralType.All,
        # pydantic validates a TypedDict before Python 3.12 only if it comes from typing_extensions.
        import_overrides={"TypedDict": "typing_extensions", "NotRequired": "typing_extensions"},
        target_python_version=target,
    )
    # One text instead of modules comes back only if no schema name has a dot, and all of ours have.
    parsed = cast("dict[tuple[str, ...], Result]", parser.parse(format_=False))
    return {"/".join(path): module.body for path, module in parsed.items() if module.body.strip()}


def _write_nothing(class_names: object) -> str:
    return ""

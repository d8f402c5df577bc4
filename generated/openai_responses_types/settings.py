# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: settings, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

from .content import PromptVariable
from .enums import Verbosity

Metadata = TypeAliasType("Metadata", dict[str, str])
"""Up to 16 string pairs of your own stored with the object, for later lookup. Keys hold at most 64
characters, values at most 512; may be null."""


class ResponseFormatJsonObject(SpecModel):
    """Output format that makes the model answer in JSON without a schema. Older than `json_schema`,
    which is preferable; the prompt itself must also ask for JSON."""

    type: Literal["json_object"]
    """Tag of this output format, always `json_object`."""


class ResponseFormatJsonSchemaSchema(SpecModel):
    """JSON Schema, given as an object, that the model's output has to follow."""


class ResponseFormatText(SpecModel):
    """Output format for plain text, which applies when no other is chosen."""

    type: Literal["text"]
    """Tag of this output format, always `text`."""


class ResponseFormatTextJsonSchema(SpecModel):
    """Output format for `text.format` that makes the model answer with JSON following a given schema
    (Structured Outputs)."""

    type: Literal["json_schema"]
    """Tag of this output format, always `json_schema`."""
    description: str | None = None
    """Purpose of the format in words; the model reads it to decide how to fill the schema."""
    name: str = ABSENT
    """Name you give the format, at most 64 characters: letters, digits, underscores and dashes."""
    schema_: ResponseFormatJsonSchemaSchema = Field(default=ABSENT, alias="schema")
    """JSON Schema that the generated JSON should follow, as a plain object."""
    strict: bool | None = None
    """Whether the output must match `schema` exactly; then only part of JSON Schema can be used.
    Defaults to false."""


ResponseFormatTextConfig = TypeAliasType(
    "ResponseFormatTextConfig",
    Annotated[
        Annotated[
            ResponseFormatText | ResponseFormatTextJsonSchema | ResponseFormatJsonObject,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("json_object", "json_schema", "text")],
        Field(union_mode="left_to_right"),
    ],
)
"""Output format in `text.format`: `text` (default), `json_schema` for JSON following your schema, or
the older `json_object` mode, which guarantees only valid JSON."""


ResponsePromptVariables = TypeAliasType("ResponsePromptVariables", dict[str, PromptVariable])
"""Values for the placeholders of a prompt template, by variable name, given in `variables` of
`prompt`. Each is a string or an input text, image or file part."""


class ResponseTextConfig(SpecModel):
    """Settings for the model's text output, in `text` of requests and responses: plain text or
    structured JSON, and how wordy."""

    format: ResponseFormatTextConfig | None = None
    """Shape of the output: plain text by default, or JSON following a schema."""
    verbosity: Verbosity | None = None
    """How wordy the answer should be: `low`, `medium` or `high`."""


class Prompt(SpecModel):
    """Points to a stored prompt template and supplies values for its variables; null when no template
    is used."""

    id: str = ABSENT
    """Identifier of the stored prompt template to run."""
    version: str | None = None
    """Which version of the template to use; optional and nullable."""
    variables: ResponsePromptVariables | None = None
    """Values to substitute for the template's variables, keyed by variable name."""

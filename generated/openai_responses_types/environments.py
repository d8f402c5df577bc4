# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: environments, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

from .enums import ContainerMemoryLimit


class SkillReferenceParam(SpecModel):
    """Points to a skill already uploaded through `/v1/skills`, so the environment can load it by ID."""

    type: Literal["skill_reference"]
    """Tag of this skill entry, always `skill_reference`."""
    skill_id: str = ABSENT
    """ID of the uploaded skill to load, 1 to 64 characters."""
    version: str | None = None
    """Skill version to load, a positive integer as text or `latest`; when absent the skill's default
    version applies."""


class InlineSkillSourceParam(SpecModel):
    """Zip bundle of a skill sent within the request itself, encoded as base64."""

    type: Literal["base64"] = ABSENT
    """Tag of this skill source, always `base64`."""
    media_type: Literal["application/zip"] = ABSENT
    """Media type of the encoded bundle, always `application/zip`."""
    data: str = ABSENT
    """Base64 text of the skill's zip file, at most 70,254,592 characters."""


class InlineSkillParam(SpecModel):
    """Skill supplied in full with this request instead of being referenced by ID."""

    type: Literal["inline"]
    """Tag of this skill entry, always `inline`."""
    name: str = ABSENT
    """Name under which the model sees this skill."""
    description: str = ABSENT
    """What the skill does and when to use it, written for the model to read."""
    source: InlineSkillSourceParam = ABSENT
    """The skill's files, as a base64-encoded zip bundle."""


class ContainerNetworkPolicyDisabledParam(SpecModel):
    """Network policy that leaves the container without any outbound internet access."""

    type: Literal["disabled"]
    """Tag of this network policy, always `disabled`."""


class ContainerNetworkPolicyDomainSecretParam(SpecModel):
    """Secret made available to container requests going to one particular domain."""

    domain: str = ABSENT
    """Allowlisted domain this secret is meant for; must not be empty."""
    name: str = ABSENT
    """Name by which the injected secret is known; must not be empty."""
    value: str = ABSENT
    """The secret itself, 1 to 10,485,760 characters, injected for requests to its domain."""


class ContainerNetworkPolicyAllowlistParam(SpecModel):
    """Network policy that lets the container reach only the domains you list."""

    type: Literal["allowlist"]
    """Tag of this network policy, always `allowlist`."""
    allowed_domains: list[str] = ABSENT
    """Domains the container may connect to; every other destination is refused."""
    domain_secrets: list[ContainerNetworkPolicyDomainSecretParam] | None = None
    """Secrets to inject, each tied to one allowlisted domain; omit when none are needed."""


class LocalSkillParam(SpecModel):
    """Skill stored in a local directory, listed in the `skills` of a local shell environment."""

    name: str = ABSENT
    """Name under which the local skill is presented to the model."""
    description: str = ABSENT
    """Text that tells the model what the local skill does."""
    path: str = ABSENT
    """Directory in the local environment that holds the files of the skill."""


class LocalEnvironmentParam(SpecModel):
    """Shell tool environment in which the commands run locally instead of in a hosted container."""

    type: Literal["local"]
    """Tag of this environment, always `local`."""
    skills: list[LocalSkillParam] | None = None
    """Skills available from directories of the local environment; may be left out."""


class ContainerReferenceParam(SpecModel):
    """Shell tool environment that reuses an existing hosted container, named by its identifier."""

    type: Literal["container_reference"]
    """Tag of this environment, always `container_reference`; it points to a container made through
    `/v1/containers`."""
    container_id: str = ABSENT
    """Identifier of the existing container in which the shell commands are to run."""


class LocalEnvironmentResource(SpecModel):
    """Marks on a `shell_call` item that its commands are meant for a local environment."""

    type: Literal["local"]
    """Tag of this environment, always `local`."""


ContainerNetworkPolicy = TypeAliasType(
    "ContainerNetworkPolicy",
    Annotated[
        Annotated[
            ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("allowlist", "disabled")],
        Field(union_mode="left_to_right"),
    ],
)
"""Whether and where a container may connect to."""


Skill = TypeAliasType(
    "Skill",
    Annotated[
        Annotated[SkillReferenceParam | InlineSkillParam, Field(discriminator="type")]
        | Annotated[UnknownObject, KnownTags("inline", "skill_reference")],
        Field(union_mode="left_to_right"),
    ],
)
"""A skill to mount in a container: a reference or the files themselves."""


ShellCallEnvironment = TypeAliasType(
    "ShellCallEnvironment",
    Annotated[
        Annotated[LocalEnvironmentResource | ContainerReferenceParam, Field(discriminator="type")]
        | Annotated[UnknownObject, KnownTags("container_reference", "local")],
        Field(union_mode="left_to_right"),
    ],
)
"""Where a shell call ran."""


ShellCallEnvironmentParam = TypeAliasType(
    "ShellCallEnvironmentParam",
    Annotated[
        Annotated[LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")]
        | Annotated[UnknownObject, KnownTags("container_reference", "local")],
        Field(union_mode="left_to_right"),
    ],
)
"""Where a replayed shell call ran."""


class AutoCodeInterpreterToolParam(SpecModel):
    """Value for the `container` of the code interpreter tool that has one provided automatically,
    optionally with files preloaded."""

    type: Literal["auto"] = ABSENT
    """Tag of this container setting, always `auto`."""
    file_ids: list[str] | None = None
    """Identifiers of uploaded files that the code in the container can read; may be left out."""
    memory_limit: ContainerMemoryLimit | None = None
    """Memory size to give the code interpreter container; null or absent leaves the choice to the
    server."""
    network_policy: ContainerNetworkPolicy | None = None
    """Whether the code interpreter container may reach the network: disabled, or limited to an
    allowlist."""


class ContainerAutoParam(SpecModel):
    """Shell tool environment that has the API create a hosted container for the current request."""

    type: Literal["container_auto"]
    """Tag of this environment, always `container_auto`; a container is created for the request
    automatically."""
    file_ids: list[str] | None = None
    """Identifiers of uploaded files to place within reach of the commands in the container; may be
    left out."""
    memory_limit: ContainerMemoryLimit | None = None
    """Memory size to give the shell container; null or absent leaves the choice to the server."""
    network_policy: ContainerNetworkPolicy | None = None
    """Whether the shell container may reach the network: disabled, or limited to an allowlist."""
    skills: list[Skill] | None = None
    """Skills to provide in the container, each given as a reference by identifier or embedded inline;
    may be left out."""


ShellEnvironment = TypeAliasType(
    "ShellEnvironment",
    Annotated[
        Annotated[
            ContainerAutoParam | LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")
        ]
        | Annotated[UnknownObject, KnownTags("container_auto", "container_reference", "local")],
        Field(union_mode="left_to_right"),
    ],
)
"""Where a shell tool runs: a fresh container, a known one, or the caller's machine."""

# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: environments, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ContainerMemoryLimit


class SkillReferenceParam(TypedDict):
    type: Literal["skill_reference"]
    skill_id: str
    version: NotRequired[str]


class InlineSkillSourceParam(TypedDict):
    type: Literal["base64"]
    media_type: Literal["application/zip"]
    data: str


class InlineSkillParam(TypedDict):
    type: Literal["inline"]
    name: str
    description: str
    source: InlineSkillSourceParam


class ContainerNetworkPolicyDisabledParam(TypedDict):
    type: Literal["disabled"]


class ContainerNetworkPolicyDomainSecretParam(TypedDict):
    domain: str
    name: str
    value: str


class ContainerNetworkPolicyAllowlistParam(TypedDict):
    type: Literal["allowlist"]
    allowed_domains: list[str]
    domain_secrets: NotRequired[list[ContainerNetworkPolicyDomainSecretParam]]


class LocalSkillParam(TypedDict):
    """Skill stored in a local directory, listed in the `skills` of a local shell environment."""

    name: str
    """Name under which the local skill is presented to the model."""
    description: str
    """Text that tells the model what the local skill does."""
    path: str
    """Directory in the local environment that holds the files of the skill."""


class LocalEnvironmentParam(TypedDict):
    """Shell tool environment in which the commands run locally instead of in a hosted container."""

    type: Literal["local"]
    """Tag of this environment, always `local`."""
    skills: NotRequired[list[LocalSkillParam]]
    """Skills available from directories of the local environment; may be left out."""


class ContainerReferenceParam(TypedDict):
    """Shell tool environment that reuses an existing hosted container, named by its identifier."""

    type: Literal["container_reference"]
    """Tag of this environment, always `container_reference`; it points to a container made through
    `/v1/containers`."""
    container_id: str
    """Identifier of the existing container in which the shell commands are to run."""


ContainerNetworkPolicy: TypeAlias = ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam
"""Whether and where a container may connect to."""


Skill: TypeAlias = SkillReferenceParam | InlineSkillParam
"""A skill to mount in a container: a reference or the files themselves."""


ShellCallEnvironmentParam: TypeAlias = LocalEnvironmentParam | ContainerReferenceParam
"""Where a replayed shell call ran."""


class AutoCodeInterpreterToolParam(TypedDict):
    """Value for the `container` of the code interpreter tool that has one provided automatically,
    optionally with files preloaded."""

    type: Literal["auto"]
    """Tag of this container setting, always `auto`."""
    file_ids: NotRequired[list[str]]
    """Identifiers of uploaded files that the code in the container can read; may be left out."""
    memory_limit: NotRequired[ContainerMemoryLimit | None]
    """Memory size to give the code interpreter container; null or absent leaves the choice to the
    server."""
    network_policy: NotRequired[ContainerNetworkPolicy]
    """Whether the code interpreter container may reach the network: disabled, or limited to an
    allowlist."""


class ContainerAutoParam(TypedDict):
    """Shell tool environment that has the API create a hosted container for the current request."""

    type: Literal["container_auto"]
    """Tag of this environment, always `container_auto`; a container is created for the request
    automatically."""
    file_ids: NotRequired[list[str]]
    """Identifiers of uploaded files to place within reach of the commands in the container; may be
    left out."""
    memory_limit: NotRequired[ContainerMemoryLimit | None]
    """Memory size to give the shell container; null or absent leaves the choice to the server."""
    network_policy: NotRequired[ContainerNetworkPolicy]
    """Whether the shell container may reach the network: disabled, or limited to an allowlist."""
    skills: NotRequired[list[Skill]]
    """Skills to provide in the container, each given as a reference by identifier or embedded inline;
    may be left out."""


ShellEnvironment: TypeAlias = ContainerAutoParam | LocalEnvironmentParam | ContainerReferenceParam
"""Where a shell tool runs: a fresh container, a known one, or the caller's machine."""

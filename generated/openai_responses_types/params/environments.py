# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: environments, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ContainerMemoryLimit


class SkillReferenceParam(TypedDict):
    """Points to a skill already uploaded through `/v1/skills`, so the environment can load it by ID."""

    type: Literal["skill_reference"]
    """Tag of this skill entry, always `skill_reference`."""
    skill_id: str
    """ID of the uploaded skill to load, 1 to 64 characters."""
    version: NotRequired[str]
    """Skill version to load, a positive integer as text or `latest`; when absent the skill's default
    version applies."""


class InlineSkillSourceParam(TypedDict):
    """Zip bundle of a skill sent within the request itself, encoded as base64."""

    type: Literal["base64"]
    """Tag of this skill source, always `base64`."""
    media_type: Literal["application/zip"]
    """Media type of the encoded bundle, always `application/zip`."""
    data: str
    """Base64 text of the skill's zip file, at most 70,254,592 characters."""


class InlineSkillParam(TypedDict):
    """Skill supplied in full with this request instead of being referenced by ID."""

    type: Literal["inline"]
    """Tag of this skill entry, always `inline`."""
    name: str
    """Name under which the model sees this skill."""
    description: str
    """What the skill does and when to use it, written for the model to read."""
    source: InlineSkillSourceParam
    """The skill's files, as a base64-encoded zip bundle."""


class ContainerNetworkPolicyDisabledParam(TypedDict):
    """Network policy that leaves the container without any outbound internet access."""

    type: Literal["disabled"]
    """Tag of this network policy, always `disabled`."""


class ContainerNetworkPolicyDomainSecretParam(TypedDict):
    """Secret made available to container requests going to one particular domain."""

    domain: str
    """Allowlisted domain this secret is meant for; must not be empty."""
    name: str
    """Name by which the injected secret is known; must not be empty."""
    value: str
    """The secret itself, 1 to 10,485,760 characters, injected for requests to its domain."""


class ContainerNetworkPolicyAllowlistParam(TypedDict):
    """Network policy that lets the container reach only the domains you list."""

    type: Literal["allowlist"]
    """Tag of this network policy, always `allowlist`."""
    allowed_domains: list[str]
    """Domains the container may connect to; every other destination is refused."""
    domain_secrets: NotRequired[list[ContainerNetworkPolicyDomainSecretParam]]
    """Secrets to inject, each tied to one allowlisted domain; omit when none are needed."""


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

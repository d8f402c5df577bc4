# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: environments, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ContainerMemoryLimit


class SkillReferenceParam(TypedDict):
    """Refers to a stored skill that is to be mounted in a container."""

    type: Literal["skill_reference"]
    """Tag of this skill, always `skill_reference`."""
    skill_id: str
    """Identifier of the stored skill, 1 to 64 characters."""
    version: NotRequired[str]
    """Version of the skill, a number or `latest`; absent for the default version."""


class InlineSkillSourceParam(TypedDict):
    """Files of an inline skill, packed and encoded."""

    type: Literal["base64"]
    """Tag of this encoding, always `base64`."""
    media_type: Literal["application/zip"]
    """Media type of the decoded data, always `application/zip`."""
    data: str
    """Zip archive with the skill's files, in base64; at most 70 254 592 characters."""


class InlineSkillParam(TypedDict):
    """A skill sent along with the request, for use in its container only."""

    type: Literal["inline"]
    """Tag of this skill, always `inline`."""
    name: str
    """Name of the skill."""
    description: str
    """What the skill does; helps the model to decide when to use it."""
    source: InlineSkillSourceParam
    """The files that make up the skill."""


class ContainerNetworkPolicyDisabledParam(TypedDict):
    """Network policy that cuts a container off from the network."""

    type: Literal["disabled"]
    """Tag of this policy, always `disabled`."""


class ContainerNetworkPolicyDomainSecretParam(TypedDict):
    """Secret that is put into a container's requests to one domain."""

    domain: str
    """Domain whose requests get the secret."""
    name: str
    """Name under which code in the container refers to the secret."""
    value: str
    """The secret to put in, at most 10 485 760 characters; treat it like a password."""


class ContainerNetworkPolicyAllowlistParam(TypedDict):
    """Network policy that lets a container reach some domains only."""

    type: Literal["allowlist"]
    """Tag of this policy, always `allowlist`."""
    allowed_domains: list[str]
    """Domains that the container may connect to."""
    domain_secrets: NotRequired[list[ContainerNetworkPolicyDomainSecretParam]]
    """Secrets to put into requests to some of these domains."""


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

# Made by `make generate` from the documents in spec/. Do not edit.
"""Names of the known providers."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias


class LLMProvider(StrEnum):
    """Every provider with a row in the table; a plain string of the same value does as well."""

    AZUREOPENAI = "azureopenai"
    """Azure OpenAI. https://learn.microsoft.com/azure/foundry/openai/api-version-lifecycle"""
    GROQ = "groq"
    """Groq. https://console.groq.com/docs/responses-api"""
    HUGGINGFACE = "huggingface"
    """Hugging Face Inference Providers. https://huggingface.co/docs/inference-providers/guides/responses-api"""
    LLAMACPP = "llamacpp"
    """llama.cpp server. https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md"""
    LMSTUDIO = "lmstudio"
    """LM Studio. https://lmstudio.ai/docs/developer/openai-compat/responses"""
    LOCAL = "local"
    """Embedded model. https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md"""
    OLLAMA = "ollama"
    """Ollama. https://docs.ollama.com/api/openai-compatibility"""
    OPENAI = "openai"
    """OpenAI. https://developers.openai.com/api/reference/responses/overview"""
    OPENROUTER = "openrouter"
    """OpenRouter. https://openrouter.ai/docs/api/reference/responses/overview"""
    VLLM = "vllm"
    """vLLM. https://docs.vllm.ai/"""


NativeProvider: TypeAlias = Literal["azureopenai", LLMProvider.AZUREOPENAI, "openai", LLMProvider.OPENAI]
"""Providers that return OpenAI's own response objects (`Response`)."""

NeutralProvider: TypeAlias = Literal[
    "groq",
    LLMProvider.GROQ,
    "huggingface",
    LLMProvider.HUGGINGFACE,
    "llamacpp",
    LLMProvider.LLAMACPP,
    "lmstudio",
    LLMProvider.LMSTUDIO,
    "local",
    LLMProvider.LOCAL,
    "ollama",
    LLMProvider.OLLAMA,
    "openrouter",
    LLMProvider.OPENROUTER,
    "vllm",
    LLMProvider.VLLM,
]
"""Providers that return the neutral response object (`ResponseResource`)."""

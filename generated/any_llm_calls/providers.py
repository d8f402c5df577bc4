# Made by `make generate` from the documents in spec/. Do not edit.
"""Names of the known providers."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias


class LLMProvider(StrEnum):
    """Every provider with a row in the table; a plain string of the same value does as well."""

    AI21 = "ai21"
    """AI21. https://docs.litellm.ai/docs/providers/ai21"""
    ANTHROPIC = "anthropic"
    """Anthropic. https://docs.anthropic.com/en/home"""
    ATLASCLOUD = "atlascloud"
    """Atlas Cloud. https://www.atlascloud.ai/docs"""
    AZURE = "azure"
    """Azure AI Foundry. https://learn.microsoft.com/en-us/azure/foundry/foundry-models/concepts/models-sold-directly-by-azure"""
    AZUREANTHROPIC = "azureanthropic"
    """Azure AI Foundry - Anthropic. https://learn.microsoft.com/en-us/azure/ai-foundry/model-inference/concepts/models"""
    AZUREOPENAI = "azureopenai"
    """Azure OpenAI. https://learn.microsoft.com/azure/foundry/openai/api-version-lifecycle"""
    BASETEN = "baseten"
    """Baseten. https://docs.litellm.ai/docs/providers/baseten"""
    BEDROCK = "bedrock"
    """Amazon Bedrock. https://docs.aws.amazon.com/bedrock/latest/userguide/inference-responses-api.html"""
    BEDROCK_MANTLE = "bedrock_mantle"
    """Amazon Bedrock (mantle). https://docs.aws.amazon.com/bedrock/latest/userguide/bedrock-mantle.html"""
    BIGMODEL = "bigmodel"
    """Zhipu BigModel. https://open.bigmodel.cn/"""
    CASCADIA = "cascadia"
    """Cascadia. https://cascadia.to"""
    CEREBRAS = "cerebras"
    """Cerebras Inference. https://docs.cerebras.ai/"""
    CLOUDFLARE = "cloudflare"
    """Cloudflare Workers AI. https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility"""
    COHERE = "cohere"
    """Cohere. https://docs.cohere.com/docs/compatibility-api"""
    CORTECS = "cortecs"
    """Cortecs. https://docs.litellm.ai/docs/providers/cortecs"""
    DASHSCOPE = "dashscope"
    """Alibaba Cloud Model Studio. https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-responses"""
    DATABRICKS = "databricks"
    """Databricks Model Serving. https://docs.databricks.com/gcp/en/machine-learning/model-serving/query-openai-responses"""
    DATABRICKS_OPEN_RESPONSES = "databricks_open_responses"
    """Databricks Open Responses path. https://learn.microsoft.com/azure/databricks/machine-learning/model-serving/query-open-responses-models"""
    DEEPINFRA = "deepinfra"
    """DeepInfra. https://deepinfra.com/docs/openai_api"""
    DEEPSEEK = "deepseek"
    """DeepSeek. https://api-docs.deepseek.com/guides/responses_api"""
    DIGITALOCEAN = "digitalocean"
    """DigitalOcean serverless inference. https://github.com/digitalocean/gradient-python"""
    DOCKER_MODEL_RUNNER = "docker_model_runner"
    """Docker Model Runner. https://docs.docker.com/ai/model-runner/api-reference/"""
    EDENAI = "edenai"
    """Eden AI. https://www.edenai.co/docs/v3/llms/responses"""
    FIREWORKS = "fireworks"
    """Fireworks AI. https://docs.fireworks.ai/guides/response-api"""
    FRIENDLIAI = "friendliai"
    """FriendliAI. https://docs.litellm.ai/docs/providers/friendliai"""
    FURIOSA_LLM = "furiosa_llm"
    """Furiosa-LLM server. https://developer.furiosa.ai/latest/en/furiosa_llm/responses-api.html"""
    GEMINI = "gemini"
    """Google Gemini API. https://ai.google.dev/gemini-api/docs/openai"""
    GITHUB = "github"
    """GitHub Models. https://docs.github.com/en/github-models"""
    GMI = "gmi"
    """GMI Cloud. https://docs.gmicloud.ai/inference-engine/api-reference/llm-api-reference"""
    GROQ = "groq"
    """Groq. https://console.groq.com/docs/responses-api"""
    HELICONE = "helicone"
    """Helicone AI Gateway. https://docs.litellm.ai/docs/providers/helicone"""
    HUGGINGFACE = "huggingface"
    """Hugging Face Inference Providers. https://huggingface.co/docs/inference-providers/guides/responses-api"""
    INCEPTION = "inception"
    """Inception. https://docs.inceptionlabs.ai/"""
    KENARI = "kenari"
    """Kenari. https://kenari.id/docs"""
    LEMONADE = "lemonade"
    """Lemonade Server. https://lemonade-server.ai/docs/"""
    LINER = "liner"
    """Liner. https://liner.com/developers/docs"""
    LITELLM_PROXY = "litellm_proxy"
    """LiteLLM Proxy. https://docs.litellm.ai/docs/response_api"""
    LLAMA = "llama"
    """Meta Llama API. https://www.llama.com/products/llama-api/"""
    LLAMA_STACK = "llama_stack"
    """Llama Stack (ogx). https://github.com/ogx-ai/ogx"""
    LLAMACPP = "llamacpp"
    """llama.cpp server. https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md"""
    LLAMAFILE = "llamafile"
    """llamafile. https://github.com/Mozilla-Ocho/llamafile"""
    LMSTUDIO = "lmstudio"
    """LM Studio. https://lmstudio.ai/docs/developer/openai-compat/responses"""
    LOCAL = "local"
    """Embedded model. https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md"""
    LOCALAI = "localai"
    """LocalAI. https://localai.io/features/text-generation/"""
    MANUS = "manus"
    """Manus. https://open.manus.im/docs/openai-compatibility"""
    META = "meta"
    """Meta Model API. https://dev.meta.ai/docs/protocols/responses"""
    MINIMAX = "minimax"
    """MiniMax. https://platform.minimaxi.com/docs/api-reference/responses-create"""
    MISTRAL = "mistral"
    """Mistral AI. https://docs.mistral.ai/studio/conversations/responses"""
    MISTRALRS = "mistralrs"
    """mistral.rs server. https://ericlbuehler.github.io/mistral.rs/OPENRESPONSES.html"""
    MOONSHOT = "moonshot"
    """Moonshot AI (Kimi). https://platform.kimi.ai/docs/api/responses"""
    MZAI = "mzai"
    """any-llm platform. https://any-llm.ai"""
    NEBIUS = "nebius"
    """Nebius Token Factory / AI Studio. https://studio.nebius.ai/"""
    NEOSANTARA = "neosantara"
    """Neosantara AI. https://docs.neosantara.xyz"""
    NOVITA = "novita"
    """Novita AI. https://docs.litellm.ai/docs/providers/novita"""
    NVIDIA_HOSTED = "nvidia_hosted"
    """NVIDIA API catalog. https://docs.api.nvidia.com/nim/reference/"""
    NVIDIA_NIM = "nvidia_nim"
    """NVIDIA NIM. https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html"""
    OLLAMA = "ollama"
    """Ollama. https://docs.ollama.com/api/openai-compatibility"""
    OPENAI = "openai"
    """OpenAI. https://developers.openai.com/api/reference/responses/overview"""
    OPENAI_COMPATIBLE = "openai_compatible"
    """Any OpenAI-compatible server. https://platform.openai.com/docs/api-reference"""
    OPENROUTER = "openrouter"
    """OpenRouter. https://openrouter.ai/docs/api/reference/responses/overview"""
    OTARI = "otari"
    """Otari gateway. https://mozilla-ai.github.io/otari/"""
    OVHCLOUD = "ovhcloud"
    """OVHcloud AI Endpoints. https://docs.ovhcloud.com/en/guides/public-cloud/ai-machine-learning/ai-endpoints-getting-started"""
    PARALLEL = "parallel"
    """Parallel. https://docs.parallel.ai/responses-api/openai-compatibility"""
    PARASAIL = "parasail"
    """Parasail. https://docs.litellm.ai/docs/providers/parasail"""
    PERPLEXITY = "perplexity"
    """Perplexity. https://docs.perplexity.ai/docs/agent-api/openai-compatibility"""
    POE = "poe"
    """Poe. https://docs.litellm.ai/docs/providers/poe"""
    PORTKEY = "portkey"
    """Portkey AI Gateway. https://portkey.ai/docs/product/ai-gateway/responses-api"""
    QINIU = "qiniu"
    """Qiniu Cloud AI. https://developer.qiniu.com/aitokenapi/12882/ai-inference-api"""
    REQUESTY = "requesty"
    """Requesty. https://docs.requesty.ai/api-reference/endpoint/responses-create"""
    SAGEMAKER = "sagemaker"
    """Amazon SageMaker endpoints. https://aws.amazon.com/sagemaker/"""
    SAMBANOVA = "sambanova"
    """SambaNova Cloud. https://docs.sambanova.ai/docs/en/features/responses"""
    SCALEWAY = "scaleway"
    """Scaleway Generative APIs. https://www.scaleway.com/en/docs/generative-apis/reference-content/openai-compatibility/"""
    SGLANG = "sglang"
    """SGLang. https://docs.sglang.io/"""
    TELNYX = "telnyx"
    """Telnyx Inference. https://developers.telnyx.com/docs/inference/getting-started"""
    TGI = "tgi"
    """Hugging Face TGI. https://huggingface.co/docs/text-generation-inference"""
    TOGETHER = "together"
    """Together AI. https://docs.together.ai/docs/inference/responses-api"""
    TYPESAFE = "typesafe"
    """TypeSafe. https://docs.typesafe.ai/sdk/python"""
    UPSTAGE = "upstage"
    """Upstage. https://console.upstage.ai/api/responses.md"""
    VENICE = "venice"
    """Venice AI. https://docs.litellm.ai/docs/providers/openai_compatible"""
    VERCEL_AI_GATEWAY = "vercel_ai_gateway"
    """Vercel AI Gateway. https://vercel.com/docs/ai-gateway/sdks-and-apis/openresponses"""
    VERTEXAI = "vertexai"
    """Google Vertex AI. https://cloud.google.com/vertex-ai/docs"""
    VERTEXAIANTHROPIC = "vertexaianthropic"
    """Claude on Vertex AI. https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/use-claude"""
    VLLM = "vllm"
    """vLLM. https://docs.vllm.ai/"""
    VOLCENGINE = "volcengine"
    """Volcengine Ark (Doubao). https://www.volcengine.com/docs/82379"""
    VOYAGE = "voyage"
    """Voyage AI. https://docs.voyageai.com/"""
    WANDB = "wandb"
    """W&B Inference. https://docs.litellm.ai/docs/providers/wandb_inference"""
    WATSONX = "watsonx"
    """IBM watsonx.ai. https://www.ibm.com/docs/en/watsonx/saas?topic=generation-inferencing-gateway-models"""
    XAI = "xai"
    """xAI. https://docs.x.ai/developers/model-capabilities/text/comparison"""
    ZAI = "zai"
    """Z.ai (GLM). https://docs.z.ai/guides/develop/python/introduction"""


NativeProvider: TypeAlias = Literal[
    "azureopenai",
    LLMProvider.AZUREOPENAI,
    "bedrock",
    LLMProvider.BEDROCK,
    "bedrock_mantle",
    LLMProvider.BEDROCK_MANTLE,
    "databricks",
    LLMProvider.DATABRICKS,
    "openai",
    LLMProvider.OPENAI,
]
"""Providers that return OpenAI's own response objects (`Response`)."""

NeutralProvider: TypeAlias = Literal[
    "ai21",
    LLMProvider.AI21,
    "anthropic",
    LLMProvider.ANTHROPIC,
    "atlascloud",
    LLMProvider.ATLASCLOUD,
    "azure",
    LLMProvider.AZURE,
    "azureanthropic",
    LLMProvider.AZUREANTHROPIC,
    "baseten",
    LLMProvider.BASETEN,
    "bigmodel",
    LLMProvider.BIGMODEL,
    "cascadia",
    LLMProvider.CASCADIA,
    "cerebras",
    LLMProvider.CEREBRAS,
    "cloudflare",
    LLMProvider.CLOUDFLARE,
    "cohere",
    LLMProvider.COHERE,
    "cortecs",
    LLMProvider.CORTECS,
    "dashscope",
    LLMProvider.DASHSCOPE,
    "databricks_open_responses",
    LLMProvider.DATABRICKS_OPEN_RESPONSES,
    "deepinfra",
    LLMProvider.DEEPINFRA,
    "deepseek",
    LLMProvider.DEEPSEEK,
    "digitalocean",
    LLMProvider.DIGITALOCEAN,
    "docker_model_runner",
    LLMProvider.DOCKER_MODEL_RUNNER,
    "edenai",
    LLMProvider.EDENAI,
    "fireworks",
    LLMProvider.FIREWORKS,
    "friendliai",
    LLMProvider.FRIENDLIAI,
    "furiosa_llm",
    LLMProvider.FURIOSA_LLM,
    "gemini",
    LLMProvider.GEMINI,
    "github",
    LLMProvider.GITHUB,
    "gmi",
    LLMProvider.GMI,
    "groq",
    LLMProvider.GROQ,
    "helicone",
    LLMProvider.HELICONE,
    "huggingface",
    LLMProvider.HUGGINGFACE,
    "inception",
    LLMProvider.INCEPTION,
    "kenari",
    LLMProvider.KENARI,
    "lemonade",
    LLMProvider.LEMONADE,
    "liner",
    LLMProvider.LINER,
    "litellm_proxy",
    LLMProvider.LITELLM_PROXY,
    "llama",
    LLMProvider.LLAMA,
    "llama_stack",
    LLMProvider.LLAMA_STACK,
    "llamacpp",
    LLMProvider.LLAMACPP,
    "llamafile",
    LLMProvider.LLAMAFILE,
    "lmstudio",
    LLMProvider.LMSTUDIO,
    "local",
    LLMProvider.LOCAL,
    "localai",
    LLMProvider.LOCALAI,
    "manus",
    LLMProvider.MANUS,
    "meta",
    LLMProvider.META,
    "minimax",
    LLMProvider.MINIMAX,
    "mistral",
    LLMProvider.MISTRAL,
    "mistralrs",
    LLMProvider.MISTRALRS,
    "moonshot",
    LLMProvider.MOONSHOT,
    "mzai",
    LLMProvider.MZAI,
    "nebius",
    LLMProvider.NEBIUS,
    "neosantara",
    LLMProvider.NEOSANTARA,
    "novita",
    LLMProvider.NOVITA,
    "nvidia_hosted",
    LLMProvider.NVIDIA_HOSTED,
    "nvidia_nim",
    LLMProvider.NVIDIA_NIM,
    "ollama",
    LLMProvider.OLLAMA,
    "openai_compatible",
    LLMProvider.OPENAI_COMPATIBLE,
    "openrouter",
    LLMProvider.OPENROUTER,
    "otari",
    LLMProvider.OTARI,
    "ovhcloud",
    LLMProvider.OVHCLOUD,
    "parallel",
    LLMProvider.PARALLEL,
    "parasail",
    LLMProvider.PARASAIL,
    "perplexity",
    LLMProvider.PERPLEXITY,
    "poe",
    LLMProvider.POE,
    "portkey",
    LLMProvider.PORTKEY,
    "qiniu",
    LLMProvider.QINIU,
    "requesty",
    LLMProvider.REQUESTY,
    "sagemaker",
    LLMProvider.SAGEMAKER,
    "sambanova",
    LLMProvider.SAMBANOVA,
    "scaleway",
    LLMProvider.SCALEWAY,
    "sglang",
    LLMProvider.SGLANG,
    "telnyx",
    LLMProvider.TELNYX,
    "tgi",
    LLMProvider.TGI,
    "together",
    LLMProvider.TOGETHER,
    "typesafe",
    LLMProvider.TYPESAFE,
    "upstage",
    LLMProvider.UPSTAGE,
    "venice",
    LLMProvider.VENICE,
    "vercel_ai_gateway",
    LLMProvider.VERCEL_AI_GATEWAY,
    "vertexai",
    LLMProvider.VERTEXAI,
    "vertexaianthropic",
    LLMProvider.VERTEXAIANTHROPIC,
    "vllm",
    LLMProvider.VLLM,
    "volcengine",
    LLMProvider.VOLCENGINE,
    "voyage",
    LLMProvider.VOYAGE,
    "wandb",
    LLMProvider.WANDB,
    "watsonx",
    LLMProvider.WATSONX,
    "xai",
    LLMProvider.XAI,
    "zai",
    LLMProvider.ZAI,
]
"""Providers that return the neutral response object (`ResponseResource`)."""

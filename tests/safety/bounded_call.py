"""One call in a process of its own, whose peak of memory belongs to it alone: the outcome on standard output.

One line of JSON on standard input for each call: its options, and `is_async`.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
import traceback
import warnings
from typing import Any

import any_llm
from any_llm import exceptions
from openai_responses_types.response import Response
from openresponses_types.response import ResponseResource


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB (Linux counts it in kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def call(options: dict[str, Any]) -> None:
    result: Any = any_llm.responses("llamacpp:m", "Hi", **options)
    if options.get("stream"):
        with result:
            for _ in result:
                pass


async def acall(options: dict[str, Any]) -> None:
    result: Any = await any_llm.aresponses("llamacpp:m", "Hi", **options)
    if options.get("stream"):
        async with result:
            async for _ in result:
                pass


def run(options: dict[str, Any]) -> dict[str, Any]:
    before, began = peak_mb(), time.monotonic()
    outcome = {"class": "", "message": ""}
    try:
        asyncio.run(acall(options)) if options.pop("is_async") else call(options)
    except exceptions.AnyLLMError as error:
        outcome = {"class": type(error).__name__, "message": str(error)}
    return {**outcome, "grown": peak_mb() - before, "seconds": time.monotonic() - began}


def main() -> None:
    """Fork for each line: the child has everything imported and built, and a peak of its own."""
    warnings.simplefilter("error")
    for model in (Response, ResponseResource):  # what the first call builds is not the server's doing
        model.model_rebuild()
    run({"api_base": "http://127.0.0.1:9/v1", "max_retries": 0, "is_async": False})  # and what it imports
    for line in sys.stdin:
        if not (child := os.fork()):
            try:
                print(json.dumps(run({"max_retries": 0, **json.loads(line)})), flush=True)
            except BaseException:
                print(json.dumps({"class": traceback.format_exc()}), flush=True)
            finally:
                os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()

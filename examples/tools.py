"""A real function call: the model asks for it, the loop runs it, the result goes back, the model answers.

Run it with `make demo-tools`; the model is given as the only argument.
"""

from __future__ import annotations

import sys
from typing import Literal

import any_llm


def get_weather(city: str, unit: Literal["celsius", "fahrenheit"] = "celsius") -> str:
    """Current weather of a city.

    Args:
        city: Name of the city.
        unit: Unit of the temperature.
    """
    return f"It is 18 degrees {unit} and sunny in {city}."


def show(call: any_llm.PendingCall) -> any_llm.Decision:
    """Print a call before it runs; a real application would ask its user here."""
    print(f"the model calls  {call.name}({call.arguments})")
    return call.approve()


def main(model: str) -> None:
    """Ask one question that needs the tool."""
    run = any_llm.run_tools(
        model,
        "What is the weather in Paris?",
        tools=[get_weather],
        before_call=show,
        temperature=0,
        max_output_tokens=100,
    )
    for execution in run.executions:
        print(f"it is sent       {execution.output['output']}")
    print(f"it answers       {' '.join(run.output_text.split())}")
    print(f"{len(run.responses)} requests, {run.total_tokens} tokens, {len(run.items)} items")


if __name__ == "__main__":
    main(sys.argv[1])

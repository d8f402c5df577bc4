"""A real validated object: the type goes out as a schema, the answer grows as a dict and comes back as the type.

Run it with `make demo-structured`; the model is given as the only argument.
"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

from pydantic import BaseModel, Field

import any_llm


class Person(BaseModel):
    """A person in a text."""

    name: str
    age: Annotated[int, Field(ge=0, le=150)]
    mood: Literal["happy", "sad"]


def main(model: str) -> None:
    """Extract a person from a sentence, watching the object grow."""
    stream = any_llm.responses(
        model,
        "Ada is 36 years old and happy. Extract the person.",
        response_format=Person,
        stream=True,
        temperature=0,
    )
    seen: dict[str, object] = {}
    with stream:
        for _ in stream:
            if stream.partial != seen:
                seen = stream.partial
                print(f"so far  {seen}")
        response = stream.get_final_response()
    person = response.output_parsed
    print(f"parsed  {person!r}")


if __name__ == "__main__":
    main(sys.argv[1])

"""Docstrings of tools: three styles, and what is no style at all."""

from __future__ import annotations

import pytest

from any_llm._tools.docstrings import parse_docstring

GOOGLE = """Find a train.

    It may be late.

    Args:
        origin: Where it
            starts: a station.

            Really.
        *stops (list[str]): On the way.
        day (str, optional): When.

    Keyword Args:
        fast: Only fast ones.

    Raises:
        ValueError: no train.
    """
NUMPY = """Find a train.

    It may be late.

    Parameters
    ----------
    origin : str
        Where it
        starts: a station.

        Really.
    *stops
        On the way.
    day, night : str, optional
        When.

    Returns
    -------
    Train
        The train.
    """
SPHINX = """Find a train.

    It may be late.

    :param origin: Where it
        starts: a station.

        Really.
    :type origin: str
    :param list[str] *stops: On the way.
    :keyword str day: When.
    :returns: the train.
    :raises ValueError: no train.
    """
COMMON = {"origin": "Where it starts: a station. Really.", "stops": "On the way.", "day": "When."}


@pytest.mark.parametrize(
    ("text", "parameters"),
    [(GOOGLE, COMMON | {"fast": "Only fast ones."}), (NUMPY, COMMON | {"night": "When."}), (SPHINX, COMMON)],
    ids=["google", "numpy", "sphinx"],
)
def test_docstring_styles(text: str, parameters: dict[str, str]) -> None:
    docstring = parse_docstring(text)
    assert docstring.description == "Find a train.\n\nIt may be late."
    assert docstring.parameters == parameters


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (None, ""),
        ("", ""),
        ("One line.", "One line."),
        ("\n    First\n    paragraph.\n\n    @param x epytext\n", "First\nparagraph."),
        ("First.\n\nSecond.", "First.\n\nSecond."),
        ("Look.\n\nReturns:\n    int: a number.\n", "Look."),
        ("Look.\n\nReturns\n-------\nint\n", "Look."),
        ("Note: this is no section.", "Note: this is no section."),
        ("Args:\n  x: only this", ""),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_docstring_without_parameters(text: str | None, description: str) -> None:
    docstring = parse_docstring(text)
    assert docstring.description == description
    assert docstring.parameters in ({}, {"x": "only this"})

from __future__ import annotations

import pytest

from tests.wires.messages.requests import BUDGET, NAMED, NEW, OLD, TOOL, build, find_refused


def test_a_model_that_thinks_has_its_own_temperature():
    assert find_refused(temperature=0.5, reasoning={"effort": "low"}) == "temperature"
    assert build(temperature=0.5, reasoning={"effort": "none"})["temperature"] == 0.5


@pytest.mark.parametrize("model", ["claude-sonnet-4-6", BUDGET])
def test_a_model_that_thinks_cannot_be_forced(model: str):
    for choice in ("required", NAMED, {"type": "allowed_tools", "mode": "required", "tools": [NAMED]}):
        fields = {"model": model, "tools": [TOOL], "reasoning": {"effort": "low"}}
        assert find_refused(**fields, tool_choice=choice) in ("tool_choice", "reasoning.effort")
        assert build(**{**fields, "reasoning": {"effort": "none"}}, tool_choice=choice)["tool_choice"]


@pytest.mark.parametrize("effort", ["low", "medium", "high", "max"])
def test_effort_of_a_new_model(effort: str):
    body = build(model=NEW, reasoning={"effort": effort})
    assert body["output_config"] == {"effort": effort}
    assert body["thinking"] == {"type": "adaptive"}


def test_effort_of_an_old_model_is_a_budget():
    budgets = []
    for effort in ("low", "medium", "high"):
        body = build(model=BUDGET, reasoning={"effort": effort})
        assert body["thinking"]["type"] == "enabled"
        assert body["max_tokens"] > body["thinking"]["budget_tokens"] >= 1024
        assert "output_config" not in body
        budgets.append(body["thinking"]["budget_tokens"])
    assert budgets == sorted(set(budgets))
    assert (
        find_refused(model=BUDGET, reasoning={"effort": "high"}, max_output_tokens=2000) == "reasoning.effort"
    )
    assert find_refused(model=BUDGET, reasoning={"effort": "max"}) == "reasoning.effort"
    assert find_refused(model=OLD, reasoning={"effort": "low"}) == "reasoning.effort"


def test_the_thought_has_room_beside_the_answer():
    for model in (BUDGET, "kimi-k2"):
        assert build(model=model, reasoning={"effort": "high"})["max_tokens"] == 2 * 16_384


def test_no_effort_is_no_thinking():
    assert build(reasoning={"effort": "none"})["thinking"] == {"type": "disabled"}


def test_summaries():
    assert build(reasoning={"effort": "low", "summary": "auto"})["thinking"] == {
        "type": "adaptive",
        "display": "summarized",
    }

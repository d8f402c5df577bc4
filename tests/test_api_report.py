"""The public API changes only on purpose: the committed report is the one of the code."""

from __future__ import annotations

from tests.support.api_report import REPORT, build_report, find_unspoken

OLD = "any_llm.gone(a=None)\nany_llm.kept(a=None)\nany_llm.types.Old.field: str\n"
NEW = "any_llm.kept(a=None, b=None)\n"


def test_report_is_in_step_with_the_code() -> None:
    assert build_report() == REPORT.read_text(encoding="utf-8"), "run `make api-report`"


def test_what_goes_has_to_be_spoken_of() -> None:
    assert find_unspoken(OLD, NEW, "## Unreleased\n\n## 0.1\n- removed gone, field") == [
        "any_llm.gone(a=None)",
        "any_llm.types.Old.field: str",
    ]
    assert find_unspoken(OLD, NEW, "## Unreleased\n- `gone` is now `kept`; `Old.field` went\n\n## 0.1") == []


def test_what_is_added_or_grows_needs_no_word() -> None:
    assert find_unspoken(NEW, OLD, "## Unreleased\n") == []


def test_a_class_that_goes_speaks_for_its_fields() -> None:
    old = "any_llm.types.Old: model\nany_llm.types.Old.field: str\n"
    assert find_unspoken(old, "", "## Unreleased\n- `Old` went") == []
    assert find_unspoken(old, "", "## Unreleased\n- `field` went") == ["any_llm.types.Old: model"]

"""What a user protects: no fix changes it, adds to it or takes it away."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint import Linter, SourceError
from textlint.config import load_config

LOST = "He uses Mail.Ru and Foo.Bar.There are no others,he said. The rest,as they say,is history."


def fixed(text: str, *protect: str) -> str:
    return Linter(select=["spacing", "footer"], protect=list(protect)).fix(text).text


def test_without_protection_both_are_repaired() -> None:
    assert fixed("It rained.Then it,as ever,stopped.") == "It rained. Then it, as ever, stopped."


def test_an_insertion_inside_a_protected_span_is_not_made() -> None:
    assert fixed("It rained.Then it,as ever,stopped.", r"rained\.Then") == "It rained.Then it, as ever, stopped."


def test_an_insertion_at_its_border_is_made() -> None:
    assert fixed("It rained.Then it stopped.", "rained[.]", "Then") == "It rained. Then it stopped."


def test_a_line_that_holds_a_protected_span_is_not_deleted() -> None:
    text = "The fair is over, and nobody knows when there will be another one like it.\nComments are closed."
    assert "Comments" not in fixed(text)
    assert fixed(text, "(?i)comments") == text


def test_overlapping_spans_protect_all_that_they_cover() -> None:
    text = "It rained.Then it,as ever,stopped."
    assert fixed(text, "It rained.*ever", "rained", "it") == "It rained.Then it,as ever, stopped."


def test_the_finding_stays_and_cannot_be_fixed() -> None:
    findings = Linter(select=["spacing"], protect=["rained.Then"]).check("It rained.Then it stopped.")
    assert [(f.rule, f.safety) for f in findings] == [("spacing/lost-after-stop", None)]


def test_fixing_settles_around_protected_spans() -> None:
    linter = Linter(protect=["Mail.Ru", "Foo.Bar"], unsafe_fixes=True)
    once = linter.fix(LOST).text
    assert linter.fix(once).text == once
    assert "Mail.Ru" in once
    assert "Foo.Bar" in once


def test_a_pattern_that_runs_for_ever_is_told_and_nothing_is_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.kinds.limits.SECONDS", 0.05)
    result = Linter(select=["spacing"], protect=["(?:x|x)+$"]).fix("It rained.Then it stopped: " + "x" * 60 + "b")
    assert not result.edits
    assert "ran out of time" in result.findings[0].message


def test_a_broken_pattern_is_shown_in_the_users_file(tmp_path: Path) -> None:
    file = tmp_path / "textlint.yaml"
    file.write_text("select: [spacing]\nprotect:\n  - 'fine'\n  - '(open'\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"textlint\.yaml:4:.*regular expression"):
        load_config(file)

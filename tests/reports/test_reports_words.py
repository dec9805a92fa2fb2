"""The outcome of a run in words, and places."""

from __future__ import annotations

import pytest

from textlint.reports import Report
from textlint.reports.tally import Tally
from textlint.reports.words import counted, outcome, where


def test_counted() -> None:
    assert [counted(n, "finding") for n in (0, 1, 1234)] == ["0 findings", "1 finding", "1,234 findings"]


def test_where() -> None:
    assert where("a.txt", "a.txt") == "a.txt"
    assert where("p.jsonl", 3) == "p.jsonl [3]"
    assert where("-", 3) == "standard input [3]"
    assert where("p\n##[x.jsonl", "i\x1bd") == "p\\n##\\x5bx.jsonl [i\\x1bd]"
    assert where("\udcff", "\udcff").isascii()
    assert len(where("p", "x" * 500)) == len("p []") + 60


@pytest.mark.parametrize(
    ("command", "fixed", "unsafe", "said"),
    [
        ("fix", 9, 2, "12 findings in 3 of 40 documents; 9 fixed, 2 can be fixed with --unsafe-fixes"),
        ("fix", 0, 2, "12 findings in 3 of 40 documents; none fixed, 2 can be fixed with --unsafe-fixes"),
        ("fix", 12, 0, "12 findings in 3 of 40 documents; 12 fixed"),
        ("check", 9, 2, "12 findings in 3 of 40 documents; 9 can be fixed, 2 more with --unsafe-fixes"),
        ("check", 0, 2, "12 findings in 3 of 40 documents; 2 can be fixed with --unsafe-fixes"),
        ("check", 0, 0, "12 findings in 3 of 40 documents; none can be fixed"),
    ],
)
def test_outcome(command: str, fixed: int, unsafe: int, said: str) -> None:
    tally = Tally(documents=40, flagged=3)
    tally.rule("a/b").findings, tally.rule("a/b").fixed, tally.rule("a/b").unsafe = 12, fixed, unsafe
    assert outcome(Report(command, tally)) == said  # type: ignore[arg-type]


def test_outcome_tells_what_went_wrong() -> None:
    tally = Tally(documents=1, bad_records=2)
    assert outcome(Report("check", tally, errors=["x"])) == (
        "No findings in 1 document; 2 problems with records, passed through as they are; 1 input failed"
    )

"""Made-up results and reports for the tests of every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from textlint.edits import apply
from textlint.finding import Change, Edit, Finding, Fix, Result, Safety, Severity
from textlint.reports import Report
from textlint.reports.rows import FindingRow, Place, finding_rows
from textlint.reports.tally import Tally

HOSTILE = (
    "a\x1b[2J\x1b]0;owned\x07 b\r\n::error file=x::injected\n##[add-mask]x | `code` ``` <script>alert(1)</script> "
    "\u202egnp.exe\u2028\x9b31m\ud83d, 100% [link](http://x) *bold* @user\\| \u200b\U000e0041"
)
"""One text with an attack on every format."""


class Wanted(NamedTuple):
    """A finding to make up: where its text stands is searched for; ``after`` None: it cannot be fixed."""

    text: str
    rule: str
    after: str | None = ""
    safety: str = "safe"
    severity: str = "warning"


Build = Callable[..., Result]


@pytest.fixture
def hostile() -> str:
    return HOSTILE


@pytest.fixture
def build() -> Build:
    """Makes a Result of a text and of findings told as tuples (see Wanted); safe fixes are applied."""

    def make(original: str, *wanted: Sequence[str | None]) -> Result:
        findings, edits = [], []
        for want in sorted((Wanted(*w) for w in wanted), key=lambda w: original.index(w.text)):  # type: ignore[arg-type]
            start = original.index(want.text)
            end = start + len(want.text)
            fix = None if want.after is None else Fix((Change(start, end, want.after),), Safety(want.safety))
            fixed = fix is not None and fix.safety is Safety.SAFE
            severity = Severity(want.severity)
            findings.append(
                Finding(want.rule, severity, start, end, f"About {want.rule}", want.text, fix, None, None, fixed)
            )
            if fix and fixed:
                edits.append(Edit(start, end, want.text, fix.changes[0].after, (want.rule,)))
        return Result(original, apply(original, edits), tuple(findings), tuple(edits))

    return make


@pytest.fixture
def pages(build: Build) -> list[tuple[Place, Result]]:
    """Two records and a file, with five findings of four rules, and seven clean ones."""
    one = build(
        "He said so.\nComments are closed.\nHis cafÃ© is shut.",
        ("Comments are closed.\n", "footer/comments-closed"),
        ("Ã©", "mojibake/utf-8-read-as-latin-1", "é", "safe", "error"),
    )
    two = build(
        "A title\nIt ended.The rest came later  , they say.\nComments are closed.\n",
        ("  ,", "spacing/space-before-comma", ",", "unsafe", "info"),
        ("Comments are closed.\n", "footer/comments-closed"),
        ("A title", "zone/short-lines-at-the-head-of-a-page", None),
    )
    clean = Result("x" * 100, "x" * 100)
    made = [(Place("pages.jsonl", "a17", 17, "text"), one), (Place("notes/b.txt", "notes/b.txt", 0, "text"), two)]
    return [*made, *((Place("pages.jsonl", n, n, "text"), clean) for n in range(20, 27))]


@pytest.fixture
def rows(pages: list[tuple[Place, Result]]) -> list[FindingRow]:
    return [row for place, result in pages for row in finding_rows(place, result)]


@pytest.fixture
def tally(pages: list[tuple[Place, Result]]) -> Tally:
    made = Tally()
    for place, result in pages:
        made.add_result(place, result, 5)
    return made


@pytest.fixture
def report(tally: Tally) -> Report:
    return Report("fix", tally, seconds=1.25, about={"footer/comments-closed": "A comment form's closing notice"})


@pytest.fixture
def hostile_row() -> FindingRow:
    return FindingRow(
        f"dir/{HOSTILE}", f"dir/{HOSTILE}", "text", "chars/control", "error", 0, len(HOSTILE), 3, 4, HOSTILE, HOSTILE,
        "safe", None, True, 0,
    )  # fmt: skip


@pytest.fixture
def hostile_report(build: Build) -> Report:
    """A report in which every text from outside is hostile."""
    made = Tally()
    result = build(f"before {HOSTILE} after", (HOSTILE, "chars/control", HOSTILE[::-1]))
    made.add_result(Place(f"dir/{HOSTILE}", HOSTILE, 0, HOSTILE), result, 5)
    return Report("fix", made, errors=[HOSTILE], about={"chars/control": HOSTILE}, config=HOSTILE)

"""Rows and counts."""

from __future__ import annotations

import time
from typing import Any

import msgspec
import pytest

from textlint.finding import Change, Finding, Fix, Result, Safety, Severity
from textlint.reports.rows import FindingRow, Place, finding_rows
from textlint.reports.tally import SHOWN, Tally

PLACE = Place("a.txt", "a.txt", 0, "text")


def finding(start: int, end: int, text: str, *changes: Change, safety: Safety = Safety.SAFE) -> Finding:
    fix = Fix(changes, safety) if changes else None
    return Finding("pack/rule", Severity.WARNING, start, end, "m", text[start:end], fix)


def test_rows_count_lines_and_columns_from_one() -> None:
    text = "ab\n\ncdé\nf"
    found = tuple(finding(at, at + 1, text) for at in (0, 1, 2, 3, 4, 6, 8))
    rows = list(finding_rows(PLACE, Result(text, text, found)))
    assert [(r.line, r.column) for r in rows] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 3), (4, 1)]


def test_rows_of_a_long_line_take_linear_time() -> None:
    text = "\n" + "x" * 1_000_000
    found = tuple(finding(at, at + 1, text) for at in range(1, 1_000_000, 20))
    start = time.perf_counter()
    last = list(finding_rows(PLACE, Result(text, text, found)))[-1]
    assert (last.line, last.column) == (2, 999_981)
    assert time.perf_counter() - start < 3


def test_counts(tally: Tally) -> None:
    assert (tally.documents, tally.flagged, tally.changed) == (9, 2, 2)
    assert dict(tally.severities) == {"warning": 3, "error": 1, "info": 1}
    closed = tally.rules["footer/comments-closed"]
    assert (closed.findings, closed.fixed, closed.fixable, closed.unsafe) == (2, 2, 2, 0)
    assert (closed.documents, closed.removed, closed.added) == (2, 42, 0)
    comma = tally.rules["spacing/space-before-comma"]
    assert (comma.fixed, comma.fixable, comma.unsafe, comma.removed) == (0, 1, 1, 0)
    title = tally.rules["zone/short-lines-at-the-head-of-a-page"]
    assert (title.findings, title.fixable, title.unsafe) == (1, 0, 0)
    total = tally.total()
    assert (total.findings, total.fixed, total.fixable, total.unsafe) == (5, 3, 4, 1)


def test_adding_blocks_is_counting_them_at_once(pages: list[tuple[Place, Result]], tally: Tally) -> None:
    summed = Tally()
    for place, result in pages:
        block = Tally()
        block.add_result(place, result, 5)
        summed.add(block, 5)
    assert msgspec.to_builtins(summed) == msgspec.to_builtins(tally)


def sample(text: str, *changes: Change, start: int, end: int) -> Any:
    tally = Tally()
    tally.add_result(PLACE, Result(text, text, (finding(start, end, text, *changes),)), 1)
    return tally.rules["pack/rule"].samples[0]


def test_a_sample_shows_what_the_fix_makes_of_it() -> None:
    one = sample("said.There it is", Change(5, 5, " "), start=4, end=6)
    assert (one.left, one.text, one.right, one.after) == ("said", ".T", "here it is", ". T")
    two = sample('a "b" c', Change(2, 3, "“"), Change(4, 5, "”"), start=2, end=3)
    assert (two.left, two.text, two.right, two.after) == ("a ", '"b"', " c", "“b”")


def test_a_long_sample_is_cut_in_its_middle_and_its_context_is_real() -> None:
    text = "before\n" + "junk " * 100 + "\nafter"
    long = sample(text, Change(7, 508, ""), start=7, end=507)
    assert len(long.text) == SHOWN
    assert "…" in long.text
    assert (long.left, long.right, long.after) == ("before\n", "after", "")


@pytest.mark.parametrize(
    "changes", [[Change(900, 905, "x")], [Change(0, 3, "a"), Change(1, 2, "b")], [Change(9, 9, "")]]
)
def test_a_fix_that_does_not_fit_is_not_shown(changes: list[Change]) -> None:
    assert sample("said.There it is", *changes, start=1, end=3).after is None


def test_row_keys_stand_in_their_order(rows: list[FindingRow]) -> None:
    keys = "path id field rule severity start end line column message text safety score fixed record"
    assert list(msgspec.to_builtins(rows[0])) == keys.split()

"""Findings for people, one a line, and samples of what each rule found in its context."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.reports.escape import NOTHING, shorten, spaced, visible
from textlint.reports.ink import paint
from textlint.reports.report import Report, ranked
from textlint.reports.rows import FindingRow
from textlint.reports.tally import Sample
from textlint.reports.words import where

LONGEST = 80  # code points of a flagged text that are listed
DETAIL = 200  # code points of a message that are listed
NARROWEST = 40  # columns that samples take even where the terminal has fewer


def listed(row: FindingRow, colour: bool = False) -> str:
    """``path:line:column: severity rule message  «text»``; the path is followed by the id of a record."""
    place = paint(f"{where(row.path, row.id)}:{row.line}:{row.column}:", "bold", colour)
    severity = paint(row.severity, row.severity, colour)
    rule = paint(visible(row.rule), "place", colour)
    text = paint(f"  «{spaced(shorten(row.text, LONGEST))}»", "dim", colour) if row.text else ""
    return f"{place} {severity} {rule} {visible(shorten(row.message, DETAIL))}{text}"


def samples(report: Report, show: int, width: int, colour: bool = False) -> Iterator[str]:
    """Up to ``show`` samples of each rule, in lines of about ``width`` columns."""
    for name, rule in ranked(report.tally):
        about = report.about.get(name, "")
        yield ""
        yield paint(visible(name), "place", colour) + (f"  {visible(about)}" if about else "")
        for sample in rule.samples[:show]:
            yield from _sample(sample, max(width, NARROWEST) - 4, colour)


def _sample(sample: Sample, width: int, colour: bool) -> Iterator[str]:
    yield "  " + paint(f"{where(sample.path, sample.id)} at {sample.start:,}", "dim", colour)
    text = shorten(spaced(sample.text), width * 2 // 3)
    room = width - len(text) - 2
    left, right = visible(sample.left), visible(sample.right)
    right = right[: max(room // 2, room - len(left))]
    left = left[max(0, len(left) + len(right) - room) :]
    found = paint(text, "found", True) if colour and text else f"⟪{text}⟫"
    yield f"  | {paint(left, 'dim', colour)}{found}{paint(right, 'dim', colour)}"
    if sample.after is not None:
        after = shorten(spaced(sample.after) or NOTHING, width - 2)
        yield f"  | {paint(f'→ {after}', 'added', colour)}"

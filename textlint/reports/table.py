"""The table by rule, in as many columns as the terminal has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from textlint.reports.escape import visible
from textlint.reports.ink import paint
from textlint.reports.report import Report, per_million, ranked, share
from textlint.reports.tally import RuleTally, Tally

HEADS = {
    "check": ("findings", "fixable", "docs", "share", "to cut", "to add", "per M"),
    "fix": ("findings", "fixed", "docs", "share", "removed", "added", "per M"),
}
"""The columns after the rule's name: counts, the share of all documents, code points, findings on a million of them."""

NARROWEST = 12  # columns for a rule's name, whatever the terminal has
GAP = 2  # columns between columns
_UNITS = ((10**9, "G"), (10**6, "M"), (10**3, "k"))
_EXACT = 10_000  # numbers below this are never rounded


class _Row(NamedTuple):
    name: str
    cells: tuple[str, ...]


def table(report: Report, width: int, colour: bool = False) -> str:
    """The rules with their counts, most findings first, and the sums.

    Where ``width`` columns do not hold it, large numbers are rounded and long names take several lines.
    """
    rows = _rows(report, rounded=False)
    longest = max(len(row.name) for row in rows)
    if width - _taken(rows) < longest:
        rows = _rows(report, rounded=True)
    room = max(NARROWEST, min(longest, width - _taken(rows)))
    head, *rules, total = ["\n".join(_lines(row, _widths(rows), room)) for row in rows]
    ruler = "-" * (room + _taken(rows))
    lines = [paint(head, "bold", colour), ruler, *rules]
    return "\n".join([*lines, ruler, total] if len(rules) > 1 else lines)


def _rows(report: Report, rounded: bool) -> list[_Row]:
    """The head, a row a rule, and the sums."""
    tally = report.tally
    rules = [_Row(visible(name), _cells(rule, tally, rounded)) for name, rule in ranked(tally)]
    total = _Row("all rules", _cells(tally.total(), tally, rounded))
    return [_Row("rule", HEADS[report.command]), *rules, total]


def _widths(rows: list[_Row]) -> list[int]:
    return [max(map(len, column)) for column in zip(*(row.cells for row in rows), strict=True)]


def _taken(rows: list[_Row]) -> int:
    """The columns that the cells and the gaps before them take."""
    return sum(width + GAP for width in _widths(rows))


def _lines(row: _Row, widths: list[int], room: int) -> Iterator[str]:
    """A row as lines; a name that is too long is broken after its hyphens where that is possible."""
    first, *more = textwrap.wrap(row.name, room, subsequent_indent="  ")
    cells = "".join(" " * GAP + cell.rjust(width) for cell, width in zip(row.cells, widths, strict=True))
    yield first.ljust(room) + cells
    yield from more


def _cells(rule: RuleTally, tally: Tally, rounded: bool) -> tuple[str, ...]:
    rate, part = per_million(rule.findings, tally), share(rule.documents, tally)
    return (
        _number(rule.findings, rounded),
        _number(rule.fixed, rounded),
        _number(rule.documents, rounded),
        "<0.1%" if 0 < part < 0.001 else f"{part:.1%}",
        _number(rule.removed, rounded),
        _number(rule.added, rounded),
        f"{rate:.1f}" if rate < 100 else _number(round(rate), rounded),
    )


def _number(number: int, rounded: bool) -> str:
    """``12,345``, or rounded ``12.3k``."""
    if number < _EXACT or not rounded:
        return f"{number:,}"
    size, unit = next((size, unit) for size, unit in _UNITS if number >= size)
    return f"{number / size:.1f}{unit}" if number < 100 * size else f"{number / size:.0f}{unit}"

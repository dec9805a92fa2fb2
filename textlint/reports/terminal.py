"""Results on a terminal: findings as they come, then a table by rule, samples, and the outcome in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TextIO

from textlint.reports.escape import visible
from textlint.reports.ink import columns, has_colour, paint, put
from textlint.reports.listing import listed, samples
from textlint.reports.report import Report
from textlint.reports.rows import FindingRow
from textlint.reports.table import table
from textlint.reports.words import outcome, totals


class TextStream:
    """Findings as lines, up to ``limit`` (0: all); at the end a table, ``show`` samples of each rule, the outcome.

    ``colour`` and ``width`` (columns) are found out from ``file`` where they are None.
    """

    def __init__(
        self, file: TextIO, *, limit: int = 20, show: int = 0, colour: bool | None = None, width: int | None = None
    ) -> None:
        self._file = file
        self._limit, self._show = limit, show
        self._colour = has_colour(file) if colour is None else colour
        self._width = columns(file) if width is None else width
        self._listed = 0

    def add(self, rows: Iterable[FindingRow]) -> None:
        """List some findings, until there are as many as the limit."""
        for row in rows:
            if self._limit and self._listed == self._limit:
                return
            put(self._file, listed(row, self._colour) + "\n")
            self._listed += 1

    def end(self, report: Report) -> None:
        """Say how many findings were not listed, and print the rest."""
        more = report.tally.total().findings - self._listed
        if self._listed and more > 0:
            put(self._file, paint(f"… and {more:,} more (--limit 0 lists all)", "dim", self._colour) + "\n")
        put(self._file, summary(report, show=self._show, width=self._width, colour=self._colour))
        self._file.flush()


def summary(report: Report, *, show: int, width: int, colour: bool) -> str:
    """The table, ``show`` samples of each rule, the totals, and the outcome as the last line."""
    parts: list[str] = []
    if report.tally.total().findings:
        parts += ["", table(report, width, colour)]
        parts += [*samples(report, show, width, colour), ""] if show else [""]
    parts += [paint(_wrapped(totals(report), width), "dim", colour), paint(outcome(report), "bold", colour)]
    return "\n".join(parts) + "\n"


def _wrapped(parts: list[str], width: int) -> str:
    """The parts with commas between them, in lines that break only there."""
    joined = ", ".join(part.replace(" ", "\xa0") for part in parts)
    return textwrap.fill(joined, width).replace("\xa0", " ")


def problems(report: Report, file: TextIO, limit: int = 20) -> None:
    """Tell the records that were passed through as they are, up to ``limit`` (0: all), and the inputs that failed."""
    shown = list(report.problems[:limit] if limit else report.problems)
    lines = [f"problem: {visible(str(problem))}" for problem in shown]
    if len(report.problems) > len(shown):
        lines.append(f"… and {len(report.problems) - len(shown):,} more problems (--limit 0 lists all)")
    lines += [f"error: {visible(error)}" for error in report.errors]
    put(file, "".join(line + "\n" for line in lines))

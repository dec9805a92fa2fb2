"""Results for people and machines, one format a file.

``STREAMS`` take findings as they come and the Report at the end; ``REPORTS`` make one text of a whole Report;
``word_diff`` shows what edits change in one document. All text from outside is escaped for where it is shown.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Protocol

from textlint.io.blocks import Writable
from textlint.io.errors import OutputError, shown
from textlint.reports.diff import word_diff
from textlint.reports.github import GithubStream
from textlint.reports.jsonreport import JsonlStream, JsonStream, json_report
from textlint.reports.markdown import markdown_report
from textlint.reports.report import Report, as_dict
from textlint.reports.rows import FindingRow
from textlint.reports.terminal import TextStream, problems, summary

__all__ = [
    "REPORTS",
    "STREAMS",
    "Report",
    "Stream",
    "TextStream",
    "as_dict",
    "problems",
    "report_maker",
    "summary",
    "word_diff",
]


class Stream(Protocol):
    """Something that writes findings as they come."""

    def add(self, rows: Iterable[FindingRow], /) -> None:
        """Take the next findings."""
        ...

    def end(self, report: Report, /) -> None:
        """Write what comes last, and flush."""
        ...


STREAMS: dict[str, Callable[[Writable], Stream]] = {"json": JsonStream, "jsonl": JsonlStream, "github": GithubStream}
"""Formats for machines (``--format``), each made with the stream of bytes to write to; ``text`` is a TextStream."""

REPORTS: dict[str, Callable[[Report], str]] = {".json": json_report, ".md": markdown_report}
"""Kinds of report files by suffix."""


def report_maker(path: str) -> Callable[[Report], str]:
    """What makes the report for a file of this name; its text can always be written as UTF-8. Raises OutputError."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in REPORTS:
        kinds = " or ".join(REPORTS)
        raise OutputError(f"{shown(path)}: the suffix says what kind of report; {kinds} can be made")
    return REPORTS[suffix]

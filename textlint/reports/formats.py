"""The formats of what is printed and of report files, by name and by suffix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Protocol

from textlint.io.blocks import Writable
from textlint.io.errors import OutputError, shown
from textlint.reports.github import GithubStream
from textlint.reports.jsonreport import JsonlStream, JsonStream, json_report
from textlint.reports.markdown import markdown_report
from textlint.reports.report import Report
from textlint.reports.rows import FindingRow


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

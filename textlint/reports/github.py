"""GitHub Actions: an annotation a finding, as workflow commands on standard output."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.io.blocks import Writable
from textlint.reports.escape import command_message, command_property, shorten
from textlint.reports.report import Report
from textlint.reports.rows import FindingRow
from textlint.reports.words import outcome

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""The command for each severity."""

LONGEST = 200  # code points of a flagged text that are told


class GithubStream:
    """A workflow command a finding, all of them (GitHub shows ten of a kind), then the outcome as a line of the log."""

    def __init__(self, out: Writable) -> None:
        self._out = out

    def add(self, rows: Iterable[FindingRow]) -> None:
        """Write some annotations."""
        for row in rows:
            self._out.write(annotation(row).encode() + b"\n")

    def end(self, report: Report) -> None:
        """Write the outcome."""
        self._out.write(f"textlint: {outcome(report)}\n".encode())
        self._out.flush()


def annotation(row: FindingRow) -> str:
    """One finding as a workflow command; whatever the text holds, it is one line and one command.

    A finding in a record points to the record's line (blank lines are not counted); the place in it is in the message.
    """
    properties = {} if row.path == "-" else {"file": row.path}
    message = f"{row.message}: «{shorten(row.text, LONGEST)}»" if row.text else row.message
    if row.id == row.path:
        properties |= {"line": str(row.line), "col": str(row.column)}
    else:
        properties |= {"line": str(row.record + 1)}
        message = f"record {row.id}, {row.field} {row.line}:{row.column}: {message}"
    properties["title"] = row.rule
    pairs = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[row.severity]} {pairs}::{command_message(message)}"

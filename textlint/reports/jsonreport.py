"""JSON: the whole report as one value, a report with all findings as a stream, and findings one a line.

Every output holds ASCII or harmless UTF-8: what a terminal might obey, and lone surrogates, are written as escapes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from textlint.io.blocks import Writable
from textlint.reports.escape import json_text
from textlint.reports.report import Report, as_dict
from textlint.reports.rows import FindingRow, plain

_ROWS = msgspec.json.Encoder()


def json_report(report: Report) -> str:
    """The report (see ``as_dict``) as indented JSON."""
    return json_text(json.dumps(as_dict(report), ensure_ascii=False, indent=2)) + "\n"


class JsonStream:
    """One object: all findings as a list under ``findings``, written as they come, then the keys of the report."""

    def __init__(self, out: Writable) -> None:
        self._out = out
        self._lead = b'{"findings": [\n'

    def add(self, rows: Iterable[FindingRow]) -> None:
        """Write some findings, one a line."""
        for row in rows:
            self._out.write(self._lead + compact(row))
            self._lead = b",\n"

    def end(self, report: Report) -> None:
        """Close the list and write the report."""
        if self._lead != b",\n":
            self._out.write(self._lead)
        body = json_report(report).removeprefix("{\n")
        self._out.write(b"\n],\n" + body.encode())
        self._out.flush()


class JsonlStream:
    """One finding a line, and nothing else."""

    def __init__(self, out: Writable) -> None:
        self._out = out

    def add(self, rows: Iterable[FindingRow]) -> None:
        """Write some findings."""
        for row in rows:
            self._out.write(compact(row) + b"\n")

    def end(self, report: Report) -> None:
        """Nothing is told but the findings."""
        self._out.flush()


def compact(value: Any) -> bytes:
    """A row as JSON on one line, without its line end; keys in the order of the row's fields."""
    return lines([value])[:-1]


def lines(rows: Sequence[Any]) -> bytes:
    """Rows as JSON, one a line; keys in the order of a row's fields."""
    try:
        encoded = _ROWS.encode_lines(rows).decode()
    except UnicodeEncodeError:  # a lone surrogate
        encoded = "".join(json.dumps(plain(row), ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    # Line by line, as most are ASCII, which is quickly seen to be harmless.
    return "\n".join(map(json_text, encoded.split("\n"))).encode()

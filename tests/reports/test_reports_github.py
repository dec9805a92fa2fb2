"""GitHub annotations: one line, one command, whatever the text holds."""

from __future__ import annotations

import re
from io import BytesIO

from textlint.reports import STREAMS, Report
from textlint.reports.github import annotation
from textlint.reports.rows import FindingRow

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def test_a_file_points_to_line_and_column(rows: list[FindingRow]) -> None:
    assert annotation(rows[3]) == (
        "::notice file=notes/b.txt,line=2,col=29,title=spacing/space-before-comma"
        "::About spacing/space-before-comma: «  ,»"
    )


def test_a_record_points_to_its_line(rows: list[FindingRow]) -> None:
    assert annotation(rows[1]) == (
        "::error file=pages.jsonl,line=18,title=mojibake/utf-8-read-as-latin-1"
        "::record a17, text 3:8: About mojibake/utf-8-read-as-latin-1: «Ã©»"
    )


def test_standard_input_has_no_file(rows: list[FindingRow]) -> None:
    row = FindingRow("-", "-", "text", "a/b", "info", 0, 0, 1, 1, "m", "", None, None, False, 0)
    assert annotation(row) == "::notice line=1,col=1,title=a/b::m"


def test_hostile_text_makes_one_command(hostile_row: FindingRow) -> None:
    made = annotation(hostile_row)
    match = COMMAND.fullmatch(made)
    assert match
    assert match[1] == "error"
    pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
    assert list(pairs) == ["file", "line", "col", "title"]
    assert pairs["line"] == "3"
    assert "100%25" in match[3]
    assert "\\x1b[2J" in match[3]
    assert "##[" not in made
    made.encode("utf-8")


def test_all_are_written_and_then_the_outcome(rows: list[FindingRow], report: Report) -> None:
    out = BytesIO()
    stream = STREAMS["github"](out)
    stream.add(rows * 10)
    stream.end(report)
    *commands, last = out.getvalue().decode().splitlines()
    assert len(commands) == 50
    assert all(map(COMMAND.fullmatch, commands))
    assert last == "textlint: 5 findings in 2 of 9 documents; 3 fixed, 1 can be fixed with --unsafe-fixes"

"""Reports for machines: the structure, JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from textlint.io.errors import OutputError, Problem
from textlint.reports import REPORTS, STREAMS, Report, as_dict, report_maker
from textlint.reports.rows import FindingRow
from textlint.reports.tally import Tally


def test_structure(report: Report) -> None:
    made = as_dict(report)
    assert made["documents"] == 9
    assert made["flagged"] == 2
    assert list(made["severities"].items()) == [("error", 1), ("warning", 3), ("info", 1)]
    assert made["total"]["findings"] == 5
    assert made["total"]["share"] == round(2 / 9, 6)
    assert [rule["id"] for rule in made["rules"]] == [
        "footer/comments-closed",
        "mojibake/utf-8-read-as-latin-1",
        "spacing/space-before-comma",
        "zone/short-lines-at-the-head-of-a-page",
    ]
    closed = made["rules"][0]
    assert closed["about"] == "A comment form's closing notice"
    assert (closed["findings"], closed["removed"], closed["added"]) == (2, 42, 0)
    assert closed["per_million"] == round(2e6 / made["characters"], 3)
    assert closed["matched"] == [{"text": "Comments are closed.\n", "count": 2}]
    assert closed["samples"][0]["left"] == "He said so.\n"
    assert closed["samples"][0]["after"] == ""


def test_most_frequent_strings_come_first_and_ties_by_code_point(tally: Tally) -> None:
    rule = tally.rules["footer/comments-closed"]
    rule.matched.clear()
    rule.matched.update({"": 99, "b": 2, "a": 2, "z": 9} | {f"x{n:02}": 1 for n in range(40)})
    matched = as_dict(Report("fix", tally))["rules"][0]["matched"]
    assert [m["text"] for m in matched[:4]] == ["z", "a", "b", "x00"]
    assert len(matched) == 20


def without_seconds(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_seconds(inner) for key, inner in value.items() if key != "seconds"}
    return [without_seconds(inner) for inner in value] if isinstance(value, list) else value


def test_only_seconds_tell_one_run_from_another(report: Report, tally: Tally) -> None:
    first = as_dict(report)
    tally.add_seconds({"footer/comments-closed": 0.5, "footer/found-nothing": 0.1})
    second = as_dict(replace(report, seconds=99.0))
    assert first != second
    assert json.dumps(without_seconds(first)) == json.dumps(without_seconds(second))


def test_nothing_linted() -> None:
    made = as_dict(Report("check", Tally()))
    assert made["total"]["share"] == made["total"]["per_million"] == 0
    assert made["rules"] == []


def test_json_report_is_the_structure(report: Report, hostile_report: Report) -> None:
    problem = Problem("a.jsonl", 3, 99, "is no JSON")
    report = replace(report, problems=[problem], errors=["b.jsonl: cut off"], config="textlint.yaml")
    assert json.loads(REPORTS[".json"](report)) == as_dict(report)
    made = json.loads(REPORTS[".json"](report))
    assert made["problems"] == [{"path": "a.jsonl", "record": 3, "offset": 99, "message": "is no JSON"}]
    assert json.loads(REPORTS[".json"](hostile_report)) == as_dict(hostile_report)


def test_hostile_text_is_escaped_in_json(hostile_report: Report) -> None:
    written = REPORTS[".json"](hostile_report)
    written.encode("utf-8")
    assert not set(written) & set("\x1b\x07\r\x7f\x9b\u202e\u2028\u200b\ud83d\U000e0041")
    assert "##[" not in written


def streamed(kind: str, rows: list[FindingRow], report: Report) -> bytes:
    out = BytesIO()
    stream = STREAMS[kind](out)
    stream.add(rows[:2])
    stream.add([])
    stream.add(iter(rows[2:]))
    stream.end(report)
    return out.getvalue()


def test_json_stream(rows: list[FindingRow], hostile_row: FindingRow, report: Report) -> None:
    made = json.loads(streamed("json", [*rows, hostile_row], report))
    assert [f["rule"] for f in made.pop("findings")] == [row.rule for row in [*rows, hostile_row]]
    assert made == as_dict(report)


def test_json_stream_without_findings(report: Report) -> None:
    made = json.loads(streamed("json", [], report))
    assert made["findings"] == []
    assert made["command"] == "fix"


def test_json_stream_holds_no_findings_back(rows: list[FindingRow]) -> None:
    out = BytesIO()
    stream = STREAMS["json"](out)
    sizes = []

    def coming() -> Iterator[FindingRow]:
        for row in rows:
            sizes.append(len(out.getvalue()))
            yield row

    stream.add(coming())
    assert sizes == sorted(set(sizes))
    assert sizes[1] > 0


def test_jsonl_stream(rows: list[FindingRow], hostile_row: FindingRow, report: Report) -> None:
    lines = streamed("jsonl", [*rows, hostile_row], report).split(b"\n")
    assert lines.pop() == b""
    assert len(lines) == 6
    first, last = json.loads(lines[0]), json.loads(lines[-1])
    assert (first["path"], first["id"], first["line"], first["column"], first["fixed"]) == (
        "pages.jsonl",
        "a17",
        2,
        1,
        True,
    )
    assert list(first)[:6] == ["path", "id", "field", "rule", "severity", "start"]
    assert last["text"] == hostile_row.text
    assert last["path"] == hostile_row.path
    assert b"\x1b" not in lines[-1]
    assert "\x9b".encode() not in lines[-1]
    assert b"##[" not in lines[-1]


def test_report_files_by_suffix() -> None:
    assert report_maker("out/R.JSON") is REPORTS[".json"]
    assert report_maker("r.md") is REPORTS[".md"]
    with pytest.raises(OutputError, match=r"^r\.pdf: the suffix says what kind of report; \.json or \.md can be made$"):
        report_maker("r.pdf")

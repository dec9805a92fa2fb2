"""What people see on a terminal, at the widths that terminals have."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from textlint.io.errors import Problem
from textlint.reports import Report, TextStream, problems, summary
from textlint.reports.ink import INKS, columns, has_colour
from textlint.reports.listing import listed
from textlint.reports.rows import FindingRow
from textlint.reports.table import table
from textlint.reports.tally import Sample, Tally

AT_80 = """\
rule                         findings  fixed  docs  share  removed  added  per M
--------------------------------------------------------------------------------
footer/comments-closed              2      2     2  22.2%       42      0  2,433
mojibake/utf-8-read-as-             1      1     1  11.1%        2      1  1,217
  latin-1
spacing/space-before-comma          1      0     1  11.1%        0      0  1,217
zone/short-lines-at-the-            1      0     1  11.1%        0      0  1,217
  head-of-a-page
--------------------------------------------------------------------------------
all rules                           5      3     2  22.2%       44      1  6,083"""

SGR = re.compile(r"\x1b\[[\d;]*m")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_table_at_80_columns(report: Report) -> None:
    assert table(report, 80) == AT_80


def test_table_is_no_wider_than_it_must_be(report: Report) -> None:
    lines = table(report, 120).split("\n")
    assert len(lines) == 8
    assert {len(line) for line in lines} == {91}
    assert lines[2].split() == ["footer/comments-closed", "2", "2", "2", "22.2%", "42", "0", "2,433"]


def test_large_numbers_are_rounded_only_where_they_do_not_fit(report: Report) -> None:
    rule = report.tally.rules["footer/comments-closed"]
    rule.findings, rule.removed = 1_234_567, 2_345_678_901
    assert "1,234,567" in table(report, 120)
    assert "2,345,678,901" in table(report, 120)
    narrow = table(report, 80)
    assert "1.2M" in narrow
    assert "2.3G" in narrow
    assert max(map(len, narrow.split("\n"))) <= 80


def test_check_has_other_heads(report: Report) -> None:
    head = table(replace(report, command="check"), 80).split("\n")[0]
    assert head.split()[1:4] == ["findings", "fixable", "docs"]
    assert "to cut  to add" in head


def test_colour_changes_no_letter(report: Report, rows: list[FindingRow]) -> None:
    painted = summary(report, show=0, width=80, colour=True)
    assert painted != summary(report, show=0, width=80, colour=False) == SGR.sub("", painted)
    assert all(SGR.sub("", listed(row, True)) == listed(row) for row in rows)


def test_listed_lines(rows: list[FindingRow]) -> None:
    assert listed(rows[0]) == (
        "pages.jsonl [a17]:2:1: warning footer/comments-closed About footer/comments-closed  «Comments are closed.⏎»"
    )
    assert listed(rows[3]).startswith("notes/b.txt:2:29: info spacing/space-before-comma ")
    assert listed(rows[3]).endswith("  «␣␣,»")


def test_hostile_text_is_harmless_on_a_terminal(hostile_row: FindingRow, hostile_report: Report) -> None:
    out = StringIO()
    stream = TextStream(out, show=5, colour=True, width=80)
    stream.add([hostile_row])
    stream.end(replace(hostile_report, problems=[Problem("x", 1, 2, hostile_row.text)]))
    problems(hostile_report, out)
    written = SGR.sub("", out.getvalue())
    assert not set(written) & set("\x1b\x07\r\x9b\u202e\u2028\u200b\ud83d\U000e0041")
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in written.split("\n"))
    assert "\\x1b[2J" in written
    assert "\\u202e" in written


def test_listing_stops_at_the_limit(rows: list[FindingRow], report: Report) -> None:
    out = StringIO()
    stream = TextStream(out, limit=2)
    for row in rows:
        stream.add([row])
    stream.end(report)
    lines = out.getvalue().split("\n")
    assert lines[:2] == [listed(row) for row in rows[:2]]
    assert lines[2] == "… and 3 more (--limit 0 lists all)"
    assert lines[3] == ""


def test_limit_0_lists_all(rows: list[FindingRow], report: Report) -> None:
    out = StringIO()
    stream = TextStream(out, limit=0)
    stream.add(rows * 20)
    assert out.getvalue().count("\n") == 100
    stream.end(report)
    assert "more (" not in out.getvalue()


def test_samples_in_context(report: Report) -> None:
    made = summary(report, show=1, width=80, colour=False).split("\n")
    at = made.index("footer/comments-closed  A comment form's closing notice")
    assert made[at + 1 : at + 4] == [
        "  pages.jsonl [a17] at 12",
        "  | He said so.⏎⟪Comments are closed.⏎⟫His cafÃ© is shut.",
        "  | → (nothing)",
    ]
    at = made.index("spacing/space-before-comma")
    assert made[at + 1 : at + 4] == [
        "  notes/b.txt at 36",
        "  | A title⏎It ended.The rest came later⟪␣␣,⟫ they say.⏎Comments are closed.⏎",
        "  | → ,",
    ]
    assert max(map(len, made)) <= 80


def test_long_samples_fit(report: Report) -> None:
    report.tally.rules["footer/comments-closed"].samples[0] = long_sample("y" * 120)
    for width in (40, 80, 120):
        made = summary(report, show=1, width=width, colour=False).split("\n")
        assert max(len(line) for line in made if line.startswith("  |")) <= width


def long_sample(text: str) -> Sample:
    return Sample("a.txt", "a.txt", 0, "l" * 40, text, "r" * 40, text)


def test_totals_wrap_and_the_outcome_is_the_last_line(report: Report) -> None:
    lines = summary(report, show=0, width=60, colour=False).rstrip().split("\n")
    assert lines[-3:] == [
        "9 documents, 822 characters, 2 with findings, 2 changed,",
        "1 error, 3 warnings, 1 info, 1.2 s",
        "5 findings in 2 of 9 documents; 3 fixed, 1 can be fixed with --unsafe-fixes",
    ]


def test_problems_are_told_up_to_the_limit() -> None:
    report = Report("fix", Tally(), [Problem("a.jsonl", n, None, "is no JSON") for n in range(5)], ["b: cut off"])
    out = StringIO()
    problems(report, out, limit=2)
    assert out.getvalue().split("\n") == [
        "problem: a.jsonl: record 0: is no JSON",
        "problem: a.jsonl: record 1: is no JSON",
        "… and 3 more problems (--limit 0 lists all)",
        "error: b: cut off",
        "",
    ]
    out = StringIO()
    problems(report, out, limit=0)
    assert out.getvalue().count("problem: ") == 5


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert has_colour(Terminal())
    assert not has_colour(StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not has_colour(Terminal())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert has_colour(StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not has_colour(Terminal())


def test_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert columns(StringIO()) == 120
    monkeypatch.setenv("COLUMNS", "72")
    assert columns(StringIO()) == columns(Terminal()) == 72


def test_an_encoding_that_lacks_the_signs(rows: list[FindingRow], report: Report) -> None:
    raw = BytesIO()
    stream = TextStream(TextIOWrapper(raw, encoding="ascii", newline=""), show=1)
    stream.add(rows)
    stream.end(report)
    assert b"\\xabComments are closed.\\u23ce\\xbb" in raw.getvalue()


def test_inks_are_sgr_codes() -> None:
    assert all(re.fullmatch(r"\d+(;\d+)*", code) for code in INKS.values())

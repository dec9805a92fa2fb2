"""Markdown reports, as a renderer sees them."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from textlint.io.errors import Problem
from textlint.reports import REPORTS, Report
from textlint.reports.escape import visible
from textlint.reports.tally import Tally

PLAIN = {"h1", "h2", "h3", "p", "strong", "ul", "li", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}


def rendered(report: Report) -> str:
    markdown_it = pytest.importorskip("markdown_it")
    made: str = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(REPORTS[".md"](report))
    return made


def test_table_and_sections(report: Report) -> None:
    lines = REPORTS[".md"](report).split("\n")
    assert lines[0] == "# textlint fix"
    assert lines[2] == "**5 findings in 2 of 9 documents; 3 fixed, 1 can be fixed with --unsafe-fixes**"
    assert "| `footer/comments-closed` | 2 | 2 | 2 | 22.22% | 42 | 0 | 2,433.1 |" in lines
    assert "| all rules | 5 | 3 | 2 | 22.22% | 44 | 1 | 6,082.7 |" in lines
    assert "### `footer/comments-closed`" in lines
    assert "A comment form's closing notice" in lines
    assert "- 2 × `Comments are closed.⏎`" in lines
    assert "@@ pages.jsonl [a17] at 12 @@" in lines
    assert "- He said so.⏎⟪Comments are closed.⏎⟫His cafÃ© is shut." in lines
    assert "+ He said so.⏎⟪⟫His cafÃ© is shut." in lines
    assert "1 finding in 1 document, 0 fixed, 1 more with `--unsafe-fixes`." in lines


def test_check_says_what_could_be_done(report: Report) -> None:
    made = REPORTS[".md"](replace(report, command="check"))
    assert "| rule | findings | fixable |" in made
    assert "2 can be fixed." in made
    assert "2 would change" in made


def test_problems_and_errors_are_told(report: Report) -> None:
    report = replace(report, problems=[Problem("a|b.jsonl", 3, None, "is `no` JSON")], errors=["c.gz: cut off"])
    made = REPORTS[".md"](report)
    assert "- ``a|b.jsonl: record 3: is `no` JSON``" in made
    assert "- `c.gz: cut off`" in made


def test_hostile_text_renders_as_text(hostile_report: Report, hostile: str) -> None:
    tally = hostile_report.tally
    tally.rules[f"pack/{hostile}"] = tally.rules["chars/control"]
    report = replace(hostile_report, problems=[Problem(hostile, 0, 0, hostile)])
    REPORTS[".md"](report).encode("utf-8")
    made = rendered(report)
    assert set(re.findall(r"</?([a-z0-9]+)", made)) <= PLAIN
    assert not set(made) & set("\x1b\x07\r\x9b\u202e\u2028\u200b\ud83d")
    rows = re.findall(r"<tr>(.*?)</tr>", made, re.DOTALL)
    assert len(rows) == 4
    assert {len(re.findall(r"<t[hd]", row)) for row in rows} == {8}
    text = html.unescape(re.sub(r"<[^>]+>", "", made))
    assert text.count(visible(hostile)) >= 5
    assert f"pack/{visible(hostile)}" in text


def test_nothing_found() -> None:
    made = REPORTS[".md"](Report("check", Tally(documents=3, characters=10)))
    assert "**No findings in 3 documents**" in made
    assert "## Rules" not in made

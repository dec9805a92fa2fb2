"""The measures against numbers counted by hand, and the quality pack's verdicts."""

from __future__ import annotations

import pytest

from textlint.linter import Linter
from textlint.measures import MEASURES
from textlint.text import Text

COUNTED = [
    ("words", "One two, three - 4 .", 4),
    ("mean-word-length", "ab abcd - .", 3),
    ("hash-ratio", "#a b c # d", 2 / 5),
    ("ellipsis-ratio", "a... b… c d", 2 / 4),
    ("bullet-lines", "- a\n• b\nc\n\n* d", 3 / 4),
    ("ellipsis-lines", "a...\nb…\nc.\nd", 2 / 4),
    ("alphabetic-words", "a 1 b2 % ü", 3 / 5),
    ("stop-words", "The the of and xyz", 3),
    ("duplicate-lines", "a\nb\na\na", 2 / 4),
    ("duplicate-line-characters", "aa\nbb\naa", 2 / 8),
    ("duplicate-paragraphs", "a\n\nb\n\na", 1 / 3),
    ("duplicate-paragraph-characters", "aa\n\nbb\n\naa", 2 / 10),
    ("top-2-gram", "a b c a b", 3 * 2 / 9),
    ("top-2-gram", "a b c d", 0),
    ("duplicate-5-grams", "a b c d e a b c d e", 5 / 19),
    ("punctuated-lines", "A.\nB!\nC\n「D」。\nE؟", 4 / 5),
    ("short-lines", "short\n" + "x" * 30 + "\n" + "x" * 31, 2 / 3),
    ("duplicated-characters", "aa\nbb\naa", 2 / 6),
    ("line-ends-per-word", "a b\nc\nd", 2 / 4),
    ("sentences", "One. Two! Three? 3.5 is four… “Five.” Six", 5),
    ("unended-lines", "A.\nB\nC...\nD!", 2 / 4),
    ("wordless-lines", "a\na b c\na b", 2 / 3),
    ("javascript-lines", "Enable JavaScript\nno\njavascript", 2),
    ("curly-brackets", "{{a}}", 2),
    ("lorem-ipsum", "Lorem Ipsum", 1),
    ("flagged-words", "TOP NEWS\n12 34\n3 likes\nhome\nthe ferry leaves", 7 / 10),
]


@pytest.mark.parametrize(("name", "text", "value"), COUNTED)
def test_measures_count_as_published(name: str, text: str, value: float) -> None:
    assert MEASURES[name](Text.of(text)) == pytest.approx(value)


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\ud83d", "a" * 1000])
def test_every_measure_takes_every_text(name: str, text: str) -> None:
    assert MEASURES[name](Text.of(text)) >= 0


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_documented_and_used(name: str) -> None:
    measure = MEASURES[name]
    assert getattr(measure, "func", measure).__doc__
    assert any(rule.options.get("measure") == name for rule in Linter(select=["quality"]).rules)


def test_off_unless_selected() -> None:
    assert not any(rule.pack == "quality" for rule in Linter().rules)


def test_proposes_to_drop() -> None:
    result = Linter(select=["quality/lorem-ipsum"]).fix("Lorem ipsum dolor")
    assert result.verdict == "drop"
    assert result.reasons == ("quality/lorem-ipsum",)

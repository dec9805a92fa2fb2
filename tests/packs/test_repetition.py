"""Pack repetition: what is repeated on purpose stays, copies go, whatever else stands in the batch."""

from __future__ import annotations

import pytest

from textlint.linter import Linter

SAFE = Linter(select=["repetition"], budget=1)
ALL = Linter(select=["repetition"], unsafe_fixes=True, budget=1)

LONG = "The captain will tell anyone who asks that his father built the boat, and that it was sold to the town in 1911."


def test_a_copy_right_below_goes() -> None:
    assert SAFE.fix(f"{LONG}\n{LONG}\n{LONG}\nEnd.").text == f"{LONG}\nEnd."


def test_a_copy_further_down_stays_without_leave() -> None:
    text = f"{LONG}\n\nHe said so.\n\n{LONG}"
    assert SAFE.fix(text).text == text
    assert ALL.fix(text).text == f"{LONG}\n\nHe said so."


def test_documents_of_a_batch_do_not_see_one_another() -> None:
    assert [result.text for result in ALL.fix_batch([LONG, LONG, "x", LONG])] == [LONG, LONG, "x", LONG]


def test_equal_ends_are_no_equal_lines() -> None:
    lines = [f"{'a' * 40}{number:04d}{'b' * 40}{'c' * 20}" for number in range(50)]
    assert not ALL.check("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "Row, row, row your boat,\n" * 3 + "gently down the stream.",
        "“No.”\n“Yes.”\n“No.”\n“Yes.”\n“No.”\n“Yes.”",
        "| a long row of a table | with many cells | that are the same | 1 | 2 |\n" * 4,
        "- \n" * 40,
        "1\n2\n3\n4\n1\n2\n3\n4",
        "It was so. It was so. It was so.",
        "The The sang that that is what had had to be.",
    ],
)
def test_repetition_on_purpose_stays(text: str) -> None:
    assert ALL.fix(text).text == text


@pytest.mark.parametrize("unit", ["the ", "x" * 70 + "\n", "a\n", LONG + "\n", LONG + " ", ". ", "ab\ncd\nef\ngh\n"])
def test_settles_on_long_runs(unit: str) -> None:
    fixed = ALL.fix(unit * (100_000 // len(unit))).text
    assert ALL.fix(fixed).text == fixed


def test_lines_that_differ_where_no_fingerprint_looks_are_no_copies() -> None:
    one, two = (
        f"The captain said that {word} and no other man had ever built a boat of this kind." for word in ("he", "it")
    )
    assert not ALL.check(f"{one}\n{two}")
    assert [finding.text for finding in ALL.check(f"{one}\n{two}\n{one}\n{two}")] == [one, two]

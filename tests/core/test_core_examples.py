"""The examples inside rules are tests, and strict ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from core_tools import junk, swap
from hypothesis import given
from hypothesis import strategies as st

from textlint import Fail, Pass, Rule
from textlint.examples import MarkError, run_examples, unmarked
from textlint.reference import rule_page
from textlint.rules import Example

FAIL, PASS = Fail("a\n⟪JUNK⟫", fixed="a"), Pass("fine")


def problems(*examples: Example, rule: Rule | None = None) -> list[str | None]:
    return [outcome.problem for outcome in run_examples([replace(rule or junk(), examples=examples)])]


def test_examples_that_hold() -> None:
    assert problems(FAIL, PASS) == [None, None]


@pytest.mark.parametrize("examples", [(), (FAIL,), (PASS,), (PASS, PASS)])
def test_a_rule_needs_one_that_fails_and_one_that_passes(examples: tuple[Example, ...]) -> None:
    assert problems(*examples)[0] == "a rule needs an example that fails and one that passes"


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (Fail("a\n⟪fine⟫"), "expected findings 'fine' at 2, got none"),
        (Fail("⟪a⟫\nJUNK"), "expected findings 'a' at 0, got 'JUNK' at 2"),
        (Fail("⟪JUNK⟫\nJUNK\nb", fixed="b"), "expected findings 'JUNK' at 0, got 'JUNK' at 0, 'JUNK' at 5"),
        (Fail("a\n⟪JUNK⟫"), "expected the text 'a\\nJUNK', got 'a'"),
        (Fail("a\n⟪JUNK⟫", fixed="b"), "expected the text 'b', got 'a'"),
        (Pass("a\nJUNK"), "expected findings none, got 'JUNK' at 2"),
    ],
)
def test_examples_that_do_not_hold(example: Example, message: str) -> None:
    assert problems(FAIL, PASS, example) == [None, None, message]
    assert problems(FAIL, PASS, replace(example, known=True)) == [None, None, None]


@pytest.mark.parametrize("example", [FAIL, PASS])
def test_a_known_one_that_holds_is_a_problem(example: Example) -> None:
    [problem] = [p for p in problems(FAIL, PASS, replace(example, known=True)) if p]
    assert problem == "marked as known to go wrong, but it holds: take the mark away"


WRONG_MARKS = ["JUNK", "⟪JUNK", "JUNK⟫", "⟪⟪JUNK⟫", "⟪JUNK⟫⟫", "⟫JUNK⟪", "⟪a⟪b⟫⟫"]


@pytest.mark.parametrize("text", WRONG_MARKS)
@pytest.mark.parametrize("known", [False, True])
def test_marks_that_do_not_pair_are_a_problem_even_where_known(text: str, known: bool) -> None:
    with pytest.raises(MarkError):
        unmarked(text)
    assert problems(FAIL, PASS, Fail(text, known=known))[2] in (
        "⟪ and ⟫ do not pair up", "an example that fails marks its findings with ⟪ ⟫"
    )  # fmt: skip


@pytest.mark.parametrize("known", [False, True])
def test_an_example_that_passes_has_no_marks(known: bool) -> None:
    assert problems(FAIL, PASS, Pass("a ⟪b⟫", known=known))[2] == "an example that passes has no ⟪ ⟫"


@pytest.mark.parametrize("known", [False, True])
def test_a_rule_that_fails_or_does_not_settle_is_a_problem_even_where_known(known: bool) -> None:
    endless = swap("test/endless", "x", "xx")
    example = Fail("⟪x⟫", known=known)
    [problem] = [p for p in problems(example, PASS, rule=endless) if p]
    assert problem.startswith("left as it was")


def test_unsafe_fixes_and_whole_documents_count() -> None:
    assert problems(Fail("⟪JUNK⟫", fixed=""), PASS, rule=junk(safety="unsafe")) == [None, None]


def test_marks_of_insertions() -> None:
    assert unmarked("a⟪⟫b⟪c⟫") == ("abc", [(1, 1), (2, 3)])


@given(st.lists(st.tuples(st.text("ab\n"), st.text("cd")), min_size=1))
def test_marks_are_taken_out(parts: list[tuple[str, str]]) -> None:
    text, spans = unmarked("".join(f"{before}⟪{inside}⟫" for before, inside in parts))
    assert text == "".join(before + inside for before, inside in parts)
    assert [text[a:b] for a, b in spans] == [inside for _, inside in parts]


def test_a_rule_has_its_page() -> None:
    known = Fail("a\u200b\n⟪b⟫", known=True)
    page = rule_page(
        replace(junk(safety="unsafe", because="it depends", category="legal"), examples=(FAIL, PASS, known))
    )
    assert page.startswith("# test/junk\n\nJunk.\n")
    assert all(part in page for part in ("warning", "it depends", "legal", "⟪JUNK⟫", "fine", "\\u200b", "today"))

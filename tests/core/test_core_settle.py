"""The promises of fixing, over random rules and texts: it replays, undoes, settles, and depends on nothing else."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence
from typing import Any

import pytest
from core_tools import checked, fixed, inserted, junk, swap, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Batch, Linter, Result, Rule, apply, revert
from textlint.edits import EditError
from textlint.finding import Safety

WORDS = ["JUNK", "AD", "foo", "bar", "x", " ", "  ", "\t", ".", "é"]
pieces = st.sampled_from([*WORDS, "\n", "\r\n", "\n\n", "\r", "\n \n", "Sentence one.Two", "keep", "\ud800", "😀"])
documents = st.one_of(st.lists(pieces, max_size=16).map("".join), texts)


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        name = f"test/rule-{number}"
        options = {"safety": draw(st.sampled_from(["safe", "safe", "unsafe"])), "rank": draw(st.integers(40, 42))}
        word = draw(st.sampled_from(WORDS))
        made.append(
            draw(
                st.sampled_from(
                    [
                        junk(name, word.strip() or "JUNK", **options),
                        swap(name, word, draw(st.sampled_from(["", "y", " ", "yy", "\n", *WORDS])), **options),
                        inserted(name, word, draw(st.sampled_from([" ", "\n"])), **options),
                    ]
                )
            )
        )
    return made


def assert_keeps_its_promises(linter: Linter, text: str, result: Result) -> None:
    allowed = linter.allowed
    assert result.original == text
    assert apply(text, result.edits) == result.text
    assert revert(result.text, result.edits) == text
    assert all(edit.before == text[edit.start : edit.end] for edit in result.edits)
    assert all(edit.safety in allowed for edit in result.edits)
    assert all(a.end <= b.start for a, b in zip(result.edits, result.edits[1:], strict=False))
    assert {name for edit in result.edits for name in edit.rules} <= {f.rule for f in result.findings if f.fixed}
    assert all(text[f.start : f.end] == f.text for f in result.findings)
    again = linter.fix(result.text)
    assert (again.text, again.edits) == (result.text, ())
    left = {f.rule for f in result.findings} & {"engine/unsettled", "engine/over-budget"}
    assert [f for f in again.findings if f.safety in allowed] == []
    if left:
        assert (result.text, result.edits) == (text, ())
        assert all(f.fix is None and not f.fixed for f in result.findings)


@given(rules(), st.lists(documents, min_size=1, max_size=4), st.booleans(), st.sampled_from([0.0, 0.5, 0.9, 1.0]))
@settings(max_examples=80, deadline=None)
def test_promises(made: list[Rule], values: list[str], unsafe: bool, budget: float) -> None:
    linter = Linter.with_rules(made, unsafe_fixes=unsafe, budget=budget)
    for value, result in zip(values, linter.fix_batch(values), strict=True):
        assert_keeps_its_promises(linter, value, result)


@given(rules(), st.lists(documents, max_size=6))
@settings(max_examples=80, deadline=None)
def test_results_depend_on_no_batch_and_no_order(made: list[Rule], values: list[str]) -> None:
    linter = Linter.with_rules(made, unsafe_fixes=True)
    alone = {value: linter.fix(value) for value in values}
    shuffled = sorted(values, key=lambda value: value[::-1])
    assert linter.fix_batch(values) == [alone[value] for value in values]
    assert linter.fix_batch(shuffled) == [alone[value] for value in shuffled]
    assert Linter.with_rules(made, unsafe_fixes=True, use_hyperscan=False).fix_batch(values) == linter.fix_batch(values)


@given(rules(), documents)
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_rules_does_not_count(made: list[Rule], value: str) -> None:
    one, other = fixed(made, value, unsafe_fixes=True), fixed(made[::-1], value, unsafe_fixes=True)
    assert one == other


def test_batches_are_cut_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.linter.BATCH", 10)
    values = ["a\nJUNK", "", "x" * 50, "JUNK\nb", "c"] * 3
    assert [r.text for r in Linter.with_rules([junk()]).fix_batch(values)] == ["a", "", "x" * 50, "b", "c"] * 3
    assert Linter.with_rules([junk()]).fix_batch([]) == []


def test_no_rules_and_no_texts() -> None:
    assert fixed([], "a\nb").text == "a\nb"
    assert fixed([junk()], "").findings == ()


def test_unsafe_fixes_only_when_asked() -> None:
    made = [junk("test/a", "JUNK"), swap("test/b", "foo", "bar", safety="unsafe", because="it depends")]
    text = "foo\nJUNK\nfoo"
    safe, unsafe = fixed(made, text), fixed(made, text, unsafe_fixes=True)
    assert (safe.text, unsafe.text) == ("foo\nfoo", "bar\nbar")
    assert [(f.rule, f.safety, f.fixed) for f in safe.findings] == [
        ("test/b", Safety.UNSAFE, False), ("test/a", Safety.SAFE, True), ("test/b", Safety.UNSAFE, False)
    ]  # fmt: skip
    assert all(f.fixed for f in unsafe.findings)
    assert [edit.safety for edit in unsafe.edits] == [Safety.UNSAFE, Safety.SAFE, Safety.UNSAFE]
    assert safe.findings[0].fix is not None
    assert safe.findings[0].fix.because == "it depends"


def test_a_later_pass_is_told_in_places_of_the_original() -> None:
    made = [swap("test/a", "[", ""), swap("test/b", "JUNK", "")]
    result = fixed(made, "keep J[UNK")
    assert (result.text, [(f.rule, f.start, f.end, f.text) for f in result.findings]) == (
        "keep ", [("test/b", 5, 10, "J[UNK"), ("test/a", 6, 7, "[")]
    )  # fmt: skip
    assert [(e.start, e.end, e.rules) for e in result.edits] == [(5, 10, ("test/b", "test/a"))] or [
        (e.start, e.end, e.rules) for e in result.edits
    ] == [(5, 10, ("test/a", "test/b"))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\nJUNK\nb", "a\nb"),
        ("a\r\nJUNK\r\nb", "a\r\nb"),
        ("a\rJUNK\rb", "a\rb"),
        ("a\n\nJUNK\n\nb", "a\n\nb"),
        ("a\n\n\nJUNK\n\nb", "a\n\n\nb"),
        ("a\n\nJUNK\n\n\nb", "a\n\n\nb"),
        ("a\nJUNK\n\nb", "a\n\nb"),
        ("a\n\nJUNK\nb", "a\n\nb"),
        ("JUNK\n\na", "a"),
        ("\nJUNK\na", "\na"),
        ("a\n\nJUNK", "a"),
        ("a\nJUNK\n", "a\n"),
        ("a\r\n\r\nJUNK\r\n", "a\r\n"),
        ("a\nJUNK\nJUNK\n\nJUNK\nb", "a\nb"),
        ("a\nJUNK\nb\nJUNK\nc", "a\nb\nc"),
        ("a \nJUNK\t\n b", "a \n b"),
        ("JUNK", ""),
        ("JUNK\n", "\n"),
        ("JUNK\n\nJUNK", ""),
    ],
)
def test_emptied_lines_go_and_the_larger_gap_stays(text: str, wanted: str) -> None:
    assert fixed([junk()], text).text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\n  \nJUNK\n  \nb", "a\n\nb"),
        ("a\nJUNK\n \n", "a\n\n"),
        ("a\n \nJUNK", "a"),
        (" \nJUNK\na", "\na"),
    ],
)
def test_lines_go_beside_blank_ones_that_another_rule_edits(text: str, wanted: str) -> None:
    assert fixed([junk(), swap("test/spaces", " ", "")], text).text == wanted


def test_lines_go_beside_a_line_end_that_another_rule_edits() -> None:
    def bare(text: object, lines: Sequence[int]) -> object:
        """A carriage return."""
        from textlint import Change, Match

        for i in lines:
            end = text.span(i).end  # type: ignore[attr-defined]
            if text.value[end : end + 2] == "\r\n":  # type: ignore[attr-defined]
                yield Match(end, end + 1, changes=(Change(end, end + 1, ""),))

    from textlint import rule

    made = [junk(), rule("test/return", safety="safe", anchors=["\r"])(bare)]  # type: ignore[arg-type]
    assert fixed(made, "a\r\nJUNK").text == "a"
    assert fixed(made, "a\r\n\r\nJUNK\r\nb").text == "a\n\nb"


def test_the_lower_rank_goes_first_then_the_longer_fix() -> None:
    text = "say foobar"
    low, high = swap("test/z", "foo", "1", rank=1), swap("test/a", "foobar", "2", rank=2)
    assert fixed([low, high], text).text == "say 1bar"
    assert fixed([swap("test/z", "foo", "1"), swap("test/a", "foobar", "2")], text).text == "say 2"
    assert fixed([swap("test/b", "foo", "1"), swap("test/a", "oba", "2")], text).text == "say 1bar"


def test_rules_that_fight_leave_the_document_as_it_was() -> None:
    made = [swap("test/a", "foo", "bar"), swap("test/b", "bar", "foo"), junk("test/c")]
    values = ["foo\nJUNK\nx", "keep\nJUNK"]
    fought, other = Linter.with_rules(made).fix_batch(values)
    assert (fought.text, fought.edits) == (values[0], ())
    assert fought.findings[0].rule == "engine/unsettled"
    assert {"test/a", "test/c"} <= {f.rule for f in fought.findings}
    assert all(f.safety is None for f in fought.findings)
    assert other.text == "keep"


def test_a_rule_that_doubles_the_text_is_stopped_early() -> None:
    result = fixed([swap("test/a", "x", "xx")], "x" * 5_000)
    assert result.text == "x" * 5_000
    assert [f.rule for f in result.findings][:1] == ["engine/unsettled"]


def test_budget() -> None:
    text = "\n".join(["one two three four five six seven eight nine JUNK"] * 2 + ["keep"])
    left = Linter.with_rules([junk()], budget=0.9).fix(text)
    assert (left.text, left.findings[0].rule) == (text, "engine/over-budget")
    assert left.findings[0].message == "left as it was: 95% of its words would go, the budget is 90%"
    assert Linter.with_rules([junk()], budget=0.96).fix(text).text == "keep"


def test_budget_counts_words_and_not_characters() -> None:
    text = "a JUNK\n" * 10 + "x" * 1000
    assert Linter.with_rules([junk()], budget=0.9).fix(text).findings[0].rule == "engine/over-budget"


@pytest.mark.parametrize("text", ["JUNK", "JUNK\n\nJUNK\n", " JUNK \r\n"])
def test_no_document_is_emptied_by_default(text: str) -> None:
    result = Linter.with_rules([junk()]).fix(text)
    assert (result.text, result.edits, result.findings[0].rule) == (text, (), "engine/over-budget")


def test_verdicts_are_proposed_and_nothing_else() -> None:
    result = fixed([junk("test/bad", proposes="drop", safety=None), junk("test/other", "b")], "a JUNK b")
    assert (result.verdict, result.reasons) == ("drop", ("test/bad",))
    assert fixed([junk("test/bad", proposes="drop", safety=None)], "a").verdict == "keep"


def test_check_and_fix_say_the_same() -> None:
    assert checked([junk()], "a\nJUNK") == fixed([junk()], "a\nJUNK", budget=0.9).findings


def test_a_result_that_was_tampered_with_is_not_undone() -> None:
    result = fixed([swap("test/a", "foo", "bar")], "foo")
    with pytest.raises(EditError):
        revert("baz", result.edits)


def test_a_batch_is_gone_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a search for garbage, which a run seldom makes: else memory would grow with the input."""
    made: list[weakref.ref[Batch]] = []

    class Watched(Batch):
        def __init__(self, *parts: Any) -> None:
            super().__init__(*parts)
            made.append(weakref.ref(self))

    monkeypatch.setattr("textlint.engine.passes.Batch", Watched)
    page = "Home\nSign in\nShare\n\nIt is “over.”The US has left.\n\nComments are closed.\n"
    linter = Linter()
    gc.disable()
    try:
        for turn in range(6):
            linter.fix_batch([page, f"{page}{turn}"])
        left = sum(batch() is not None for batch in made)
    finally:
        gc.enable()
    assert len(made) >= 12
    assert left <= 2  # of the last one some facts are kept for the next question

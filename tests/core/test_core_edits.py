"""Edits replay, undo and compose: what the record of a run is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.edits import EditError, apply, compose, invert, origins, revert, trimmed
from textlint.finding import Change, Edit, Safety, Span

afters = st.text("ab \n😀", max_size=3)


@st.composite
def edits_of(draw: st.DrawFn, text: str, rule: str = "test/one") -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts) - 1, 2)]
    safety = st.sampled_from(list(Safety))
    return [Edit(a, b, text[a:b], draw(afters), (rule,), draw(safety)) for a, b in dict(pairs).items()]


@st.composite
def two_passes(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    text = draw(st.text("abc \n😀", max_size=20))
    first = draw(edits_of(text))
    return text, first, draw(edits_of(apply(text, first), "test/two"))


def is_in_order(edits: list[Edit], size: int) -> bool:
    places = [0, *(place for edit in edits for place in (edit.start, edit.end)), size]
    return places == sorted(places)


@given(two_passes())
def test_replay_and_undo(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, edits, _ = case
    out = apply(text, edits)
    assert revert(out, edits) == text
    assert apply(out, invert(edits)) == text
    assert invert(invert(edits)) == edits


@given(two_passes())
def test_composed_edits_do_what_both_passes_do(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, first, second = case
    out = apply(apply(text, first), second)
    composed = compose(text, first, second)
    assert apply(text, composed) == out
    assert revert(out, composed) == text
    assert is_in_order(composed, len(text))
    assert all(edit.before == text[edit.start : edit.end] for edit in composed)


@given(two_passes())
def test_composed_edits_name_their_rules_and_the_lower_safety(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, untrimmed, second = case
    first = [edit for edit in map(trimmed, untrimmed) if edit]
    composed = compose(text, first, second)
    assert {rule for edit in composed for rule in edit.rules} <= {"test/one", "test/two"}
    if not any(e.safety is Safety.UNSAFE for e in [*first, *second]):
        assert all(edit.safety is Safety.SAFE for edit in composed)
    if first and second:
        assert all(edit == trimmed(edit) for edit in composed)


@given(two_passes(), st.data())
def test_three_passes_compose_in_any_grouping(case: tuple[str, list[Edit], list[Edit]], data: st.DataObject) -> None:
    text, first, second = case
    third = data.draw(edits_of(apply(apply(text, first), second), "test/three"))
    left = compose(text, compose(text, first, second), third)
    right = compose(text, first, compose(apply(text, first), second, third))
    assert apply(text, left) == apply(text, right)


@given(two_passes(), st.data())
def test_a_span_of_the_output_comes_from_where_its_characters_do(
    case: tuple[str, list[Edit], list[Edit]], data: st.DataObject
) -> None:
    text, edits, _ = case
    sources: list[Span] = []
    at = 0
    for edit in edits:
        sources += [Span(p, p + 1) for p in range(at, edit.start)] + [Span(edit.start, edit.end)] * len(edit.after)
        at = edit.end
    sources += [Span(p, p + 1) for p in range(at, len(text))]
    start = data.draw(st.integers(0, len(sources)))
    end = data.draw(st.integers(start, len(sources)))
    low, high = origins(edits)(start, end)
    assert 0 <= low <= high <= len(text)
    if start < end:
        assert (low, high) == (sources[start].start, sources[end - 1].end)


@given(two_passes())
def test_trimming_changes_what_is_kept_and_nothing_else(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, edits, _ = case
    slim = [edit for edit in map(trimmed, edits) if edit]
    assert apply(text, slim) == apply(text, edits)
    for edit in slim:
        assert edit.before == text[edit.start : edit.end] != edit.after
        assert not (edit.before and edit.after and edit.before[0] == edit.after[0])
        assert not (edit.before and edit.after and edit.before[-1] == edit.after[-1])


def test_edits_of_one_pass_that_touch_stay_apart() -> None:
    edits = [Edit(0, 1, "a", "x", ("t/a",)), Edit(1, 2, "b", "y", ("t/b",))]
    later = [Edit(3, 4, "d", "z", ("t/c",))]
    assert compose("abcd", edits, later) == [*edits, *later]


def test_an_edit_that_is_taken_back_is_gone() -> None:
    assert compose("ab", [Edit(1, 1, "", "x", ("t/a",))], [Edit(1, 2, "x", "", ("t/b",))]) == []


@pytest.mark.parametrize(
    "changes",
    [
        [Change(0, 2, ""), Change(1, 3, "")],
        [Change(2, 3, ""), Change(0, 1, "")],
        [Change(2, 9, "")],
        [Change(-1, 1, "")],
        [Change(2, 1, "")],
    ],
)
def test_edits_that_do_not_fit_are_refused(changes: list[Change]) -> None:
    with pytest.raises(EditError):
        apply("abc", changes)


def test_a_text_that_the_edits_did_not_make_is_refused() -> None:
    edits = [Edit(1, 1, "", " ", ("t/a",))]
    with pytest.raises(EditError, match="at 1"):
        revert("ab", edits)


def test_a_hundred_thousand_edits() -> None:
    count = 100_000
    text = "ab" * count
    first = [Edit(2 * i, 2 * i + 1, "a", "xyz", ("t/a",)) for i in range(count)]
    second = [Edit(4 * i + 1, 4 * i + 2, "y", "", ("t/b",)) for i in range(count)]
    out = apply(text, first)
    composed = compose(text, first, second)
    assert len(composed) == count
    assert apply(text, composed) == apply(out, second) == "xzb" * count
    assert revert(apply(out, second), composed) == text
    origin = origins(composed)
    assert [origin(3 * i + 2, 3 * i + 3) for i in (0, 777, count - 1)] == [
        (1, 2), (1555, 1556), (2 * count - 1, 2 * count)
    ]  # fmt: skip


def test_edits_that_all_meet_become_one() -> None:
    count = 20_000
    text = "a" * count
    first = [Edit(i, i + 1, "a", "b", ("t/a",)) for i in range(count)]
    [edit] = compose(text, first, [Edit(0, count, "b" * count, "", ("t/b",))])
    assert edit == Edit(0, count, text, "", ("t/b", "t/a")) or edit == Edit(0, count, text, "", ("t/a", "t/b"))

"""What the paragraph rules do, beyond the examples that stand in them."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_rules._break_features import FEATURES
from lint_rules._break_places import Signs, may_break
from lint_rules._breaks import NEIGHBOURS, model, passage_of
from textlint import Linter, Text
from textlint.pack import with_settings

ALL = Linter(select=["paragraphs"], unsafe_fixes=True)
WRAPPED = Linter(select=["paragraphs/hard-wrapped"], unsafe_fixes=True)

SENTENCES = (
    "The ferry leaves the old harbour at nine in the morning and comes back at noon. ",
    "“We cannot wait that long,” said the mayor of the town. ",
    "Why is that so? ",
    "They had asked for a new survey of the piers (The old one was lost. Nobody looked for it.) in the spring. ",
    "Sixty families live on the other side. ",
)
WORDS = st.lists(
    st.sampled_from(
        ["the", "ferry", "leaves", "old", "harbour", "at", "nine", "and", "comes", "back", "noon", "unless", "wind"]
    ),
    min_size=40,
    max_size=90,
)


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
def test_wrapped_text_is_joined_again(width: int) -> None:
    text = "".join(SENTENCES) * 3
    assert WRAPPED.fix(textwrap.fill(text.strip(), width)).text == text.strip()


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(48, 100))
def test_joining_loses_no_word(words: list[str], width: int) -> None:
    text = " ".join(words).capitalize() + "."
    result = WRAPPED.fix(textwrap.fill(text, width))
    assert result.text.split() == text.split()
    assert not WRAPPED.fix(result.text).edits


def test_paragraphs_that_only_a_short_line_parts_stay_apart() -> None:
    first, second = (textwrap.fill(SENTENCES[0] * count + "It is late.", 64) for count in (2, 4))
    assert len(first.splitlines()[-1]) < 50
    assert WRAPPED.fix(f"{first}\n{second}").text == f"{' '.join(first.split())}\n{' '.join(second.split())}"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES, "\n", "\n\n", "He said it: ", "and then "]), max_size=40).map("".join))
def test_fixing_settles_and_changes_white_space_only(text: str) -> None:
    result = ALL.fix(text)
    assert not [finding for finding in result.findings if finding.rule.startswith("engine/")]
    assert "".join(result.text.split()) == "".join(text.split())
    assert not ALL.fix(result.text).edits


def test_no_break_inside_a_quotation_or_brackets() -> None:
    inside = "One is here. Two is there! Is it so? Yes. " * 20
    assert not ALL.fix(f"He said: “{inside}”").edits
    assert not ALL.fix(f"They came ({inside[:900]}) and left.").edits


RUN_ON = Linter(select=["paragraphs/run-on-paragraph"], unsafe_fixes=True)
QUESTIONS = (
    "Q: When does the bridge open again? A: The council plans to open it in spring, as soon as both piers have been "
    "repaired. Q: Is there a ferry? A: Yes. It leaves every hour from the old harbour and takes bicycles, but no cars. "
    "Q: What does the ferry cost? A: Nothing for people who live in the city, two euros for all others. "
)


def test_the_model_has_the_inputs_that_the_rule_computes() -> None:
    first, second = model()
    assert (tuple(first.names), tuple(second.names)) == (FEATURES, NEIGHBOURS)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from([*SENTENCES, "Q: Why? ", "\n\n"]), max_size=30).map("".join), max_size=5))
def test_a_text_is_broken_alike_alone_and_among_others(texts: list[str]) -> None:
    assert [result.text for result in RUN_ON.fix_batch(texts)] == [RUN_ON.fix(text).text for text in texts]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_breaks_are_those_of_the_document(separator: str) -> None:
    title = f"The ferry leaves the old harbour at nine in the morning and it comes back at noon.{separator}"
    text = 2 * title + QUESTIONS * 2
    assert RUN_ON.fix(text).text.count(separator) > 6
    assert "".join(RUN_ON.fix(text).text.split()) == "".join(text.split())


def test_the_higher_the_threshold_the_fewer_the_breaks() -> None:
    counts = []
    for least in (0.2, 0.5, 0.99):
        rules = [with_settings(rule, None, None, {"least": least}) for rule in RUN_ON.rules]
        counts.append(len(Linter.with_rules(rules, unsafe_fixes=True).fix(QUESTIONS * 3).edits))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0


def test_a_label_in_the_next_text_of_the_batch_is_none_of_this_one() -> None:
    from lint_rules._break_features import FEATURES, features
    from lint_rules._passages import Passage

    alone, beside = features(Passage(["It ends. So."])), features(Passage(["It ends. So.", "Q: Does it?"]))
    assert (alone == beside[: len(alone)]).all()
    assert beside[-1, FEATURES.index("has label before")] == 1


def test_no_paragraph_may_be_as_long_as_the_option_asks() -> None:
    linter = Linter(
        select=["paragraphs/run-on-paragraph"], rules={"paragraphs/run-on-paragraph": {"options": {"shortest": 9000}}}
    )
    assert not linter.check("It rained, and nobody came to the council that night. " * 20)


PIECES = (
    "The ferry left. ", "He said so. ", "“We wait.” ", '"No," he said. ', "'No,' he said. ", "It is l'av. ", "See (p. 3. ",
    "It ends.) ", "In 1998. ", "On 3. ", "The NBC. ", "In Jan. ", "ΚοΣ. ", "Its ϒκ. ", "So it is. -- He. ", "a | b. ",
    "a\tb. ", "{x: 1}. ", '{"a": 2}. ', "[x] So. ", "It's the re-election. ", "They´ll. ", "``So.'' ", ",,So. ", "\n", "X. ",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join))
def test_where_a_quick_look_allows_a_break_a_close_one_does(value: str) -> None:
    text = Text.of(value)
    passage = passage_of([(text, 0, text.n_lines - 1)])
    places = np.flatnonzero(~passage.begins[1:])
    free = places[Signs(passage).stand_free(places)]
    assert may_break(text, passage.ends[free]).all()


def test_a_quick_look_is_enough_in_plain_prose() -> None:
    text = Text.of("It didn't rain that night. The ferry (the old one) left at nine. Nobody's there. So be it.")
    passage = passage_of([(text, 0, 0)])
    assert Signs(passage).stand_free(np.arange(3)).tolist() == [True, True, True]

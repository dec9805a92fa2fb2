"""What the rules on surplus spaces, squashed words and pieces of words do, beyond the examples that stand in them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Linter

RULES = [
    "spacing/space-before-punctuation",
    "spacing/space-inside-bracket",
    "spacing/squashed-words",
    "spacing/letter-spaced-word",
    "spacing/tokenizer-residue",
]
ALL = Linter(select=RULES, unsafe_fixes=True)
PIECES = [
    "The mayor", "weekThe", " ,", " .", " ;", "( ", " )", "``", "''", " n't", "ca n't", " 's", "-LRB- ", " -RRB-", "l' homme",
    "gon na", "B R E A K", "  ", " ", "\n", "\n\n", "2012Posted", "EarhartGroup", "Earhart", "Group", "S p o r t", "où", "и",
]  # fmt: skip
WORST = [
    " ,",
    "a .",
    "( a",
    "(",
    "weekThe ",
    "aaBbCcDd",
    "a b",
    "a b  ",
    "``",
    "`` a ''",
    " n't",
    "-LRB- ",
    "l' a ",
    "'",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_fixing_settles_and_changes_spaces_and_quotes_only(text: str) -> None:
    result = ALL.fix(text)
    assert not [finding for finding in result.findings if finding.rule.startswith("engine/")]
    assert _letters(result.text) == _letters(text)
    assert not ALL.fix(result.text).edits


def _letters(text: str) -> str:
    for name in ("-LRB-", "-RRB-"):
        text = text.replace(name, "")
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("piece", WORST)
def test_time_is_linear(piece: str) -> None:
    begin = time.perf_counter()
    ALL.fix(piece * (200_000 // len(piece)))
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize("language", ["fr", "fr-FR"])
def test_french_keeps_its_spaces(language: str) -> None:
    text = "Est-ce vrai ? Oui ! Il est parti ; elle est restée à la maison."
    assert ALL.fix(text).text == text


def test_a_tokenizer_must_show_its_hand_more_than_once() -> None:
    once = "We do n't know why."
    assert ALL.fix(once).text == once
    assert ALL.fix(f"{once} They ca n't say , and wo n't .").text == "We don't know why. They can't say, and won't."


def test_quotation_marks_of_a_tokenizer_change_in_pairs_only() -> None:
    text = "They ca n't say , and wo n't . `` So be it , he said ."
    assert "``" in ALL.fix(text).text


def test_squashed_names_need_a_page_that_lost_other_borders() -> None:
    text = "The Earhart story: a Group went out. EarhartGroup it was."
    assert ALL.fix(text).text == text
    lost = text + " They went.Then came.Some left.All gone.And now.So be.They said.Yes it is."
    assert "Earhart Group it was" in ALL.fix(lost).text

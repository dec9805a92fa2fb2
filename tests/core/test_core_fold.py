"""Folding keeps every offset, and knows all forms of what it folds."""

from __future__ import annotations

import regex
from core_tools import texts
from hypothesis import given

from textlint.fold import fold, unfolded

EVERY = [chr(code) for code in range(0x110000)]


def test_every_character_folds_to_one() -> None:
    assert [char for char in EVERY if len(fold(char)) != 1] == []


def test_what_is_folded_stays_so() -> None:
    assert [char for char in EVERY if fold(fold(char)) != fold(char)] == []


def test_every_form_of_a_folded_character_is_known() -> None:
    odd = [char for char in EVERY if fold(char) != char]
    assert len(odd) > 1000
    assert [char for char in odd if char not in unfolded(fold(char))] == []


def test_what_is_called_a_form_is_one() -> None:
    folded = {fold(char) for char in EVERY if char.lower() != char.upper() or char in "' "}
    assert [(char, form) for char in sorted(folded) for form in unfolded(char) if fold(form) != char] == []


def test_word_characters_stay_word_characters() -> None:
    is_word = regex.compile(r"[^\W_]").match
    assert [char for char in EVERY if bool(is_word(char)) != bool(is_word(fold(char)))] == []


@given(texts, texts)
def test_what_a_character_folds_to_depends_on_no_other(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def test_sigma_at_the_end_of_a_word() -> None:
    assert fold("ΟΔΟΣ") == fold("οδος") == fold("οδοσ")
    assert fold("ΟΔΟΣ.") == fold("ΟΔΟΣ") + "."


def test_forms_of_one_letter() -> None:
    assert fold("\u0130\u212a\u1e9e\u2019\xa0") == "ikß' "
    assert unfolded("k") == ["k", "K", "\u212a"]
    assert unfolded("i") == ["i", "I", "\u0130"]

"""The tables of characters by which places between sentences are judged."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lint_rules._glyphs import DIGIT, LETTER, LOWER, UPPER, codes, kinds, letters, sorted_out, stems
from lint_rules._passages import has

PLANE = "".join(map(chr, range(0xFFFF)))


def test_small_letters_are_those_of_each_character_by_itself() -> None:
    small = [character.lower() for character in PLANE]
    four = letters(codes(PLANE))[: len(PLANE)] & 0xFFFF
    assert four.tolist() == [ord(s) if len(s) == 1 else code for code, s in enumerate(small)]


def test_classes_do_not_depend_on_what_else_stands_in_a_text() -> None:
    near = PLANE[:0x3000]
    assert kinds(codes(near)).tolist() == kinds(codes(near + "漢"))[:-1].tolist()
    assert has(kinds(codes("a1Ж漢😀 ")), LETTER | DIGIT).tolist() == [True, True, True, True, False, False]
    assert has(kinds(codes("aЖ漢")), LOWER | UPPER).tolist() == [True, True, False]


def test_a_code_point_beyond_the_plane_takes_one_place() -> None:
    assert codes("a😀\ud800b").tolist() == [97, 0xFFFF, 0xD800, 98]


@given(st.lists(st.sampled_from([0, 1, 2, 1 << 16, 1 << 32, 1 << 33, (1 << 48) + 5, (1 << 48) + 6, 1 << 63])))
def test_equal_numbers_come_to_stand_side_by_side_in_their_order(numbers: list[int]) -> None:
    order = sorted_out(np.array(numbers, np.uint64)).tolist()
    assert sorted(order) == list(range(len(numbers)))
    places: dict[int, list[int]] = {}
    for at, own in enumerate(order):
        places.setdefault(numbers[own], []).append(at)
    for number, at in places.items():
        assert at == list(range(at[0], at[0] + len(at)))
        assert [order[i] for i in at] == [i for i, other in enumerate(numbers) if other == number]


def test_words_have_a_stem_in_common_if_their_first_six_letters_are_the_same() -> None:
    words = ["ferry", "ferri", "ferries", "Ferriessen", "aaaa", "aaaaa", "aaaaaa", "aaaaaaa", "abab", "ababab"]
    four, starts = letters(codes(" ".join(words))), np.cumsum([0, *(len(word) + 1 for word in words[:-1])])
    found = stems(four, starts, starts + [len(word) for word in words]).tolist()
    same = [(a, b) for a in words for b in words if found[words.index(a)] == found[words.index(b)]]
    assert same == [(a, b) for a in words for b in words if a[:6].lower() == b[:6].lower()]

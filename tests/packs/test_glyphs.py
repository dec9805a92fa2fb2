"""The tables of characters by which places between sentences are judged."""

from __future__ import annotations

from lint_rules._glyphs import DIGIT, LETTER, LOWER, UPPER, codes, kinds, letters
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

"""What each character of a text is, for all characters at once: one number a code point, each bit of it a class.

Characters beyond the Basic Multilingual Plane (pictographs, rare ideographs) belong to no class.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lint_rules._protected import has_no_vowel

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.uint16]
Kinds = NDArray[np.uint32]
Keys = NDArray[np.uint64]
T = TypeVar("T", bound=np.generic)

(
    LETTER, UPPER, LOWER, DIGIT, SPACE, STOP, CLOSER, OPENER, QUOTE, VOWEL, QUERY, SHOUT, COMMA, COLON, BRACKET, BULLET,
    JOINT, LINE_END, FENCE,
) = (1 << bit for bit in range(19))  # fmt: skip

_NAMED = {
    SPACE: " \u00a0\u2009\u202f",
    STOP: ".!?…",
    CLOSER: "\"”’'»«“)]",
    OPENER: "\"“‘„«»'’`¿¡([*•·▪►©@#+–—-",
    QUOTE: '"“”„«»‘`',
    QUERY: "?",
    SHOUT: "!",
    COMMA: ",",
    COLON: ":",
    BRACKET: "()[]",
    BULLET: "*•·▪►©@#+–—-",
    JOINT: "'’-",
    LINE_END: "\n\r",
    FENCE: '"“”„‟«»‘`{}|\tϒϓϔ',  # what keeps a piece together, columns and data, and letters that are taken for vowels
}
_BEYOND = 0xFFFF
_STRETCH = 1 << 18  # characters that are looked up at once
_NEAR = 0x3000  # above these stand few characters but those of East Asia, and it takes long to sort them out
_KEYED, _STEM = 8, 6  # letters of a word that tell it from others; that tell what it is about
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # sets the keys of different texts, or of words of different sizes, apart
_MASKS = np.array([(1 << 16 * size) - 1 for size in range(5)], np.uint64)  # for so many letters out of four


@cache
def _table(size: int) -> Kinds:
    """The classes of every code point below ``size``: _NEAR or all, the last of which is in none."""
    table = np.zeros(size, np.uint32)
    for code, character in enumerate(map(chr, range(min(size, _BEYOND)))):
        if character.isalnum() or unicodedata.category(character)[0] == "M":
            table[code] = _letter(character)
    for name, characters in _NAMED.items():
        table[[ord(character) for character in characters]] |= name
    return table


def _letter(character: str) -> int:
    cased = UPPER if character.isupper() or character.istitle() else LOWER if character.islower() else 0
    vowel = VOWEL if cased and not has_no_vowel(character.lower()) else 0
    return (DIGIT if character.isnumeric() and not character.isalpha() else LETTER) | cased | vowel


@cache
def _lower(size: int) -> Codes:
    """The small letter of every code point below ``size``, where that is one character."""
    small = (chr(code).lower() for code in range(size))
    return np.fromiter((ord(s) if len(s) == 1 else code for code, s in enumerate(small)), np.uint16, size)


def _size(points: Codes) -> int:
    """The size of a table in which all of some code points stand."""
    return _NEAR if points.max(initial=0) < _NEAR else _BEYOND + 1


def codes(text: str) -> Codes:
    """The code points of a text; those beyond the Basic Multilingual Plane are all 0xFFFF."""
    narrow = text.encode("utf-16-le", "surrogatepass")
    if len(narrow) == 2 * len(text):
        return np.frombuffer(narrow, "<u2")
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.asarray(np.minimum(wide, _BEYOND), np.uint16)


def kinds(points: Codes) -> Kinds:
    """The classes of each code point."""
    return _taken(_table(_size(points)), points)


def letters(points: Codes) -> Keys:
    """For each place the four small letters that start there, as one number."""
    small = np.append(_taken(_lower(_size(points)), points), np.zeros(_KEYED, np.uint16)).astype("<u2")
    return np.ndarray(len(points) + _KEYED // 2, "<u8", small.data, strides=(2,))


def singles(four: Keys, places: Ints) -> Keys:
    """The small letter, or other character, at each place."""
    return np.asarray(four[places] & _MASKS[1], np.uint64)


def _taken(table: NDArray[T], points: Codes) -> NDArray[T]:
    """What a table says of each code point. NumPy turns them to numbers of eight bytes first: a stretch at a time, so that
    these stay in the processor's cache."""
    found = np.empty(len(points), table.dtype)
    for start in range(0, len(points), _STRETCH):
        piece = slice(start, start + _STRETCH)
        table.take(points[piece], mode="clip", out=found[piece])  # nothing is clipped: this is faster than to index
    return found


def keys(four: Keys, starts: Ints, ends: Ints) -> Keys:
    """A number for each word: equal for words with the same first eight letters, in any case, and the same length."""
    return _mixed(four, starts, ends) ^ (ends - starts).astype(np.uint64)


def stems(four: Keys, starts: Ints, ends: Ints) -> Keys:
    """A number for each word of four letters or more: equal for words with the same first six letters, in any case."""
    sizes = np.minimum(ends - starts, _STEM)
    key = _mix(four[starts], four[starts + (sizes - 4)]) + sizes.astype(np.uint64) * SPREAD
    return np.asarray(key, np.uint64)


def keys_of(words: frozenset[str]) -> Keys:
    """The keys of words in a list, ascending."""
    points = codes(" ".join(sorted(words)) + " ")
    ends = np.flatnonzero(points == ord(" "))
    found = np.sort(keys(letters(points), np.append(0, ends[:-1] + 1), ends))
    return found[where_new(found)]


def lexicon(lists: Sequence[frozenset[str]]) -> tuple[Keys, Ints]:
    """The keys of the words in some lists, ascending, and for each the sum of 1, 2, 4, ... for the lists it is in."""
    known = [keys_of(words) for words in lists]
    every = np.sort(np.concatenate(known))
    every = every[where_new(every)]
    bits = np.zeros(len(every), np.int64)
    for bit, own in enumerate(known):
        bits[np.searchsorted(every, own)] |= 1 << bit
    return every, bits


def sorted_out(numbers: Keys) -> Ints:
    """An order in which equal ones of some mixed numbers stand side by side, and each before those that come after it.

    By half of their bits, 16 at a time, for which NumPy has a sort that takes linear time.
    """
    half = numbers.view(np.uint16).reshape(-1, 4)[:, 1::2]
    order = np.argsort(half[:, 0], kind="stable")
    order = order[np.argsort(half[order, 1], kind="stable")]
    alike, found = half.copy().view(np.uint32).ravel()[order], numbers[order]
    begins = np.append(True, alike[1:] != alike[:-1])
    mixed = ~begins[1:] & (found[1:] != found[:-1])
    if mixed.any():  # different numbers with the same half
        kind = begins.cumsum()
        again = np.flatnonzero(np.isin(kind, kind[1:][mixed]))
        order[again] = order[again][np.lexsort((found[again], kind[again]))]
    return order


def where_new(ascending: Keys | Ints) -> Ints:
    """Where in numbers that ascend a new one comes first.

    As `np.unique` would say, which is slow when it is first called: it imports NumPy's masked arrays.
    """
    return np.flatnonzero(np.append(True, ascending[1:] != ascending[:-1])[: len(ascending)])


def looked_up(book: tuple[Keys, Ints], found: Keys) -> Ints:
    """What a lexicon says of some keys; 0 where it does not have them."""
    known, lists = book
    at = np.minimum(np.searchsorted(known, found), len(known) - 1)
    return np.where(known[at] == found, lists[at], 0)


def _mixed(four: Keys, starts: Ints, ends: Ints) -> Keys:
    """The first eight letters of each word, mixed into one number."""
    sizes = np.minimum(ends - starts, _KEYED)
    head, tail = (
        four[starts] & _MASKS[np.minimum(sizes, 4)],
        four[starts + 4 * (sizes > 4)] & _MASKS[np.maximum(sizes - 4, 0)],
    )
    return _mix(head, tail)


def _mix(head: Keys, tail: Keys) -> Keys:
    key = (head ^ tail * np.uint64(0xD6E8FEB86659FD93)) * np.uint64(0x9E3779B97F4A7C15)
    return np.asarray(key ^ key >> np.uint64(29), np.uint64)

"""Keys of lines: numbers that are equal for lines of the same letters and digits, found for a whole batch at once.

A key is the sum of a random-looking number for each letter and digit of a line, folded; punctuation, symbols and white
space add nothing, so that they do not count at the ends. It is cheap for a whole batch (a look-up and a running sum).
The order of letters, which it ignores, has to be looked at later where that matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import regex
from numpy.typing import NDArray

from textlint.buffer import Bools, Buffer, Ints
from textlint.fold import fold

LONGEST = 400  # bytes of a line that has a key; longer ones are no phrases

Keys = NDArray[np.uint64]

_SPARE = 64  # of so many keys all but one are told at once that they are not among some others
_PLANE = 0x10000  # code points that count; those beyond (emoji, rare letters) add nothing
_NO_LETTERS = regex.compile(r"[\W_]+")
_LETTERS: WeakKeyDictionary[Buffer, Letters] = WeakKeyDictionary()


class Letters(NamedTuple):
    """The letters and digits of a batch and, with the number 0, its line feeds, in a row.

    ``sums`` are running sums over their numbers (one more than there are), ``feeds`` says which of them are line feeds:
    the first stands before the first line, the others at the ends of the lines.
    """

    sums: Keys
    feeds: Ints


def line_keys(batch: Buffer) -> tuple[Ints, Keys]:
    """The lines of a batch that are not blank and not longer than LONGEST, ascending, and the key of each."""
    lines = np.flatnonzero(((batch.ends - batch.starts) <= LONGEST) & ~batch.blank)
    sums, feeds = letters(batch)
    return lines, sums[feeds[lines + 1]] - sums[feeds[lines]]


def letters(batch: Buffer) -> Letters:
    """What the keys of all lines of a batch, and of the pieces of its lines, are made of; worked out once."""
    if batch not in _LETTERS:
        _LETTERS[batch] = _letters(batch)
    return _LETTERS[batch]


def _letters(batch: Buffer) -> Letters:
    numbers, dropped = _byte_numbers()
    leads = np.flatnonzero(batch.data >= 0xC0) if not batch.buffer.isascii() else np.zeros(0, np.int64)
    beyond = weights()[_code_points(batch, leads)]
    content = bytearray(batch.buffer)
    np.frombuffer(content, np.uint8)[leads[beyond == 0]] = 32
    row = np.frombuffer(content.translate(None, dropped), np.uint8)
    own = numbers.take(row, mode="clip")  # every byte has one: nothing is clipped, nor checked
    own[row >= 0xC0] = beyond[beyond != 0]
    total = np.zeros(len(own) + 1, np.uint64)
    np.cumsum(own, out=total[1:])
    return Letters(total, np.flatnonzero(row == 10))


@cache
def _byte_numbers() -> tuple[Keys, bytes]:
    """The number of each byte that is a character, and the bytes that have no place among the letters."""
    numbers = np.zeros(256, np.uint64)
    numbers[:128] = weights()[:128]
    return numbers, bytes(byte for byte in range(0xC0) if not numbers[byte] and byte != 10)


def _code_points(batch: Buffer, leads: Ints) -> Ints:
    """The code points whose first bytes stand at these places; those beyond the first plane as 0."""
    one, two, three = (batch.data[leads + k].astype(np.int64) for k in range(3))  # the buffer ends with a line feed
    short = (one & 0x1F) << 6 | two & 0x3F
    long = (one & 0x0F) << 12 | (two & 0x3F) << 6 | three & 0x3F
    return np.where(one < 0xE0, short, np.where(one < 0xF0, long, 0))


def content(batch: Buffer, lines: Ints) -> tuple[Ints, Ints]:
    """How many bytes each of some lines of a batch holds, and where all these bytes stand, a line after the other."""
    sizes = batch.ends[lines] - batch.starts[lines]
    return sizes, np.repeat(batch.starts[lines], sizes) + within(sizes)


def phrase_keys(phrases: Sequence[str]) -> Keys:
    """The key of each phrase (folded)."""
    return sums("".join(phrases), np.fromiter(map(len, phrases), np.int64, len(phrases)))


def within(counts: Ints) -> Ints:
    """0, 1, ... up to each count, one after the other.

    >>> within(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def equal(sought: Keys, ordered: Keys) -> tuple[Ints, Ints]:
    """Pairs (number of a key that is sought, place of an equal one among those that are in order).

    >>> [pairs.tolist() for pairs in equal(np.array([7, 5], np.uint64), np.array([5, 5, 6], np.uint64))]
    [[1, 1], [0, 1]]
    """
    low = np.searchsorted(ordered, sought, "left")
    counts = np.searchsorted(ordered, sought, "right") - low
    return np.repeat(np.arange(len(sought)), counts), np.repeat(low, counts) + within(counts)


def seen(keys: Keys) -> Bools:
    """Which of the last bits of a key are those of one of these; see :func:`likely`."""
    marks = np.zeros(1 << (_SPARE * len(keys)).bit_length(), bool)  # no more than needed: it should stay in the cache
    marks[(keys & np.uint64(len(marks) - 1)).astype(np.int64)] = True
    return marks


def likely(marks: Bools, keys: Keys) -> Bools:
    """Which keys may be among those of which ``marks`` are made: most others are told to be none, at little cost."""
    last = keys & np.uint64(len(marks) - 1)
    return marks.take(last.view(np.int64), mode="clip")  # all in range: nothing is clipped, nor checked


def sums(text: str, lengths: Ints) -> Keys:
    """The keys of the pieces, of these lengths in code points, that a text is made of."""
    own = weights()[points(text)]
    total = np.zeros(len(own) + 1, np.uint64)
    np.cumsum(own, out=total[1:])
    bounds = np.append(0, np.cumsum(lengths))
    return np.asarray(total[bounds[1:]] - total[bounds[:-1]], np.uint64)


def points(text: str) -> NDArray[np.uint32]:
    """The code points of a text; those beyond the first plane as 0."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return points if not len(points) or points.max() < _PLANE else np.where(points < _PLANE, points, 0)


@cache
def weights() -> Keys:
    """A number for each code point of the first plane: the same for all that fold to one, 0 for all but letters and digits."""
    plane = np.arange(_PLANE, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")
    folded = points(fold(plane)).astype(np.uint64)
    mixed = (folded + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    for found in _NO_LETTERS.finditer(plane):
        mixed[found.start() : found.end()] = 0
    return mixed

"""The bytes of a batch, read block by block: its words are found and hashed, its characters counted.

A block is so small that all that is worked out on the way stays in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.batch import FIRST_BYTES, eights
from textlint.buffer import Bools, Buffer, Ints
from textlint.linemodel.columns import sums_between
from textlint.linemodel.words import Hashes, Words, mixed

BLOCK = 1 << 18  # bytes; a longer line is a block of its own

_B, _C = np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)

# Tables for bytes.translate, which is several times as fast as a look-up by NumPy.
_FOLDED = bytes(48 if 48 <= byte < 58 else byte for byte in range(256)).lower()  # all digits are one
LETTER, DIGIT, CAPITAL = 1, 2, 3  # classes of bytes; what lies beyond ASCII counts as a small letter
CLASSES: tuple[tuple[str, list[int]], ...] = (
    ("lower", [*range(97, 123), *range(128, 256)]),
    ("digits", [*range(48, 58)]),
    ("upper", [*range(65, 91)]),
    ("separators", [*b"|>/\\*[]{}_=#~"]),
    ("commas", [*b",;"]),
    ("stops", [*b".!?"]),
    ("brackets", [*b"()"]),
    ("quotes", [*b"\"'"]),
    ("colons", [*b":"]),
)
# first bytes of characters that may be no letters, in classes of their own: the least and the greatest byte after them
# that makes them so, and how many bytes they take
_SYMBOLS = ((0xC2, 0, 0xFF, 2), (0xE2, 0, 0xAF, 3), (0xE3, 0x80, 0x80, 3), (0xEF, 0xBB, 0xFF, 3))
_SYMBOL = len(CLASSES) + 1
_LOW, _HIGH, _SIZES = (np.array(values, np.uint8) for values in list(zip(*_SYMBOLS, strict=True))[1:])
_CLASS = {byte: number for number, (_, members) in enumerate(CLASSES, 1) for byte in members}
_CLASS |= {symbol[0]: number for number, symbol in enumerate(_SYMBOLS, _SYMBOL)}
_CLASSES = bytes(_CLASS.get(byte, 0) for byte in range(256))


class _Block(msgspec.Struct, frozen=True):
    """Bytes from a line feed to a line feed, the place of the first, where rows start in them, their classes, and where
    those stand that are of a class and no small letters, which are few."""

    data: bytes
    place: int
    rows: Ints
    classes: NDArray[np.uint8]
    rare: Ints


# What is counted in each row: its words, those of two letters or more, those that start with a capital letter and with a
# digit, and the bytes of each class.
COUNTED = ("words", "lettered", "capitals", "numbers", *(name for name, _ in CLASSES))

# What a model makes of the words of each row: what its terms weigh together, how many of its words are known, and how
# many bytes from the start of the row the term that weighs most starts and ends.
WEIGHED = ("added", "seen", "opens", "closes")

Weigh = Callable[[Words, Ints], Ints]
"""Gives a line of numbers for each of WEIGHED, for the words of rows and the bytes at which the rows start."""


def read(batch: Buffer, row_starts: Ints, weigh: Weigh | None = None) -> Ints:
    """What is counted in rows that start at some bytes of a batch: a line of numbers for each of COUNTED and, where a
    model weighs the words, of WEIGHED."""
    return np.concatenate([_read(block, weigh) for block in _blocks(batch, row_starts)], axis=1)


def _read(block: _Block, weigh: Weigh | None) -> Ints:
    words = _words(block)
    of_words = [sums_between(marked, words.bounds) for marked in (words.lettered, words.capital, words.numeric)]
    table = np.array([words.counts, *of_words, *_counts(block)[1:]])
    return table if weigh is None else np.concatenate([table, weigh(words, block.rows)])


def words_in(batch: Buffer, row_starts: Ints) -> Words:
    """The words of a batch whose rows start at some bytes."""
    found = [(block.place, _words(block)) for block in _blocks(batch, row_starts)]
    hashes, numeric, capital, counts = (
        np.concatenate([getattr(words, name) for _, words in found])
        for name in ("hashes", "numeric", "capital", "counts")
    )
    starts, ends = (
        np.concatenate([getattr(words, name) + place for place, words in found]) for name in ("starts", "ends")
    )
    return Words(starts, ends, hashes, numeric, capital, np.append(0, np.cumsum(counts)))


def _blocks(batch: Buffer, row_starts: Ints) -> Iterator[_Block]:
    """The batch in pieces of whole rows; one that is empty for a batch without rows."""
    edges = np.append(row_starts, len(batch.buffer))
    cuts = np.searchsorted(row_starts, np.arange(BLOCK, len(batch.buffer), BLOCK))
    firsts = sorted({0, *cuts[cuts < len(row_starts)].tolist()})
    for first, last in zip(firsts, [*firsts[1:], len(row_starts)], strict=True):
        place = int(edges[first]) - 1
        data = batch.buffer[place : edges[last]]
        classes = np.frombuffer(data.translate(_CLASSES), np.uint8)
        yield _Block(data, place, row_starts[first:last] - place, classes, np.flatnonzero(classes > LETTER))


def _words(block: _Block) -> Words:
    """The words of a block, at their places in it."""
    inside = _word_bytes(block)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    edges += 1
    starts, ends = edges[::2], edges[1::2]
    bounds = np.append(np.searchsorted(starts, block.rows), len(starts))
    leads = block.classes[starts]
    return Words(starts, ends, _hashed(block.data, starts, ends), leads == DIGIT, leads == CAPITAL, bounds)


def _word_bytes(block: _Block) -> Bools:
    """Bytes of letters and digits: all beyond ASCII but the blocks of punctuation and symbols."""
    classes = block.classes
    inside = np.asarray((classes - np.uint8(LETTER) <= CAPITAL - LETTER) | (classes >= _SYMBOL), np.bool_)
    at = block.rare[classes[block.rare] >= _SYMBOL]
    kind, after = classes[at] - _SYMBOL, np.frombuffer(block.data, np.uint8)[at + 1]
    symbols = (after >= _LOW[kind]) & (after <= _HIGH[kind])
    at, size = at[symbols], _SIZES[kind[symbols]]
    for byte in range(3):
        inside[at[size > byte] + byte] = False
    return inside


def _hashed(data: bytes, starts: Ints, ends: Ints) -> Hashes:
    """A hash a word of its length, its first eight bytes and its last eight, whatever the case of its ASCII letters."""
    eight = eights(data.translate(_FOLDED))
    sizes = ends - starts
    first = eight[starts]
    first &= FIRST_BYTES.take(sizes, mode="clip")
    first *= _B
    rest = sizes.astype(np.uint64)
    long = np.flatnonzero(sizes > 8)
    rest[long] += eight[ends[long] - 8] * _C
    first ^= rest
    return mixed(first)


def _counts(block: _Block) -> NDArray[np.int64]:
    """How many bytes of each class stand in each row, the classes one below the other; what lies between rows is of none."""
    in_row = np.diff(np.searchsorted(block.rare, block.rows), append=len(block.rare))
    size = _SYMBOL + len(_SYMBOLS)
    cells = np.repeat(np.arange(0, len(block.rows) * size, size), in_row)
    cells += block.classes[block.rare]
    table = np.bincount(cells, minlength=len(block.rows) * size).reshape(-1, size).T
    letters = sums_between(block.classes == LETTER, np.append(block.rows, len(block.classes)))  # cheaper to add up
    table[LETTER] = letters + table[_SYMBOL:].sum(axis=0)
    return np.asarray(table[:_SYMBOL], np.int64)

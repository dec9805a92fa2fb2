"""The words of a batch as numbers, found and hashed for all lines at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints

Hashes = NDArray[np.uint64]

SHORT = 12  # words up to which a line is taken as a label, in which words mean something else than in a sentence
KNOWN_BITS = 20  # of a hash that the table of known words goes by

_A, _B, _C = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_MASKS = np.array([(1 << 8 * k) - 1 for k in range(8)] + [(1 << 64) - 1], np.uint64)
_START, _END = np.uint64(77), np.uint64(0x2545F4914F6CDD1D)

_FOLDED = np.arange(256, dtype=np.uint8)
_FOLDED[65:91] += 32
_FOLDED[48:58] = 48  # all digits are one
_IN_WORD = np.zeros(256, bool)
for _low, _high in ((48, 58), (65, 91), (97, 123), (128, 256)):
    _IN_WORD[_low:_high] = True


@dataclass(frozen=True)
class Words:
    """Where words start and end (bytes), their hashes, and the row that each stands in; in the order of the text."""

    starts: Ints
    ends: Ints
    hashes: Hashes
    rows: Ints

    def known(self, table: NDArray[np.bool_]) -> Bools:
        """Which of the words stand in a table of known ones."""
        found: Bools = table[(self.hashes >> np.uint64(64 - KNOWN_BITS)).astype(np.int64)]
        return found

    def lettered(self, batch: Batch) -> Bools:
        """Words of two letters or more, which a language can be told by."""
        numbers: Bools = _FOLDED[batch.data[self.starts]] == 48
        return (self.ends - self.starts >= 2) & ~numbers


def words_of(batch: Batch, row_starts: Ints) -> Words:
    """The words of a batch whose rows start at the bytes ``row_starts``."""
    inside = _word_bytes(batch.data).view(np.int8)
    edges = np.diff(inside, prepend=np.int8(0), append=np.int8(0))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    rows = np.searchsorted(row_starts, starts, "right") - 1
    return Words(starts, ends, _hashed(batch.data, starts, ends), rows)


def _word_bytes(data: NDArray[np.uint8]) -> Bools:
    """Bytes of letters and digits: all beyond ASCII but the blocks of punctuation and symbols."""
    inside = _IN_WORD[data]
    if inside[data >= 128].any():
        following = np.append(data[1:], 0)
        for lead, low, high, size in (
            (0xC2, 0, 0xFF, 2),
            (0xE2, 0, 0xAF, 3),
            (0xE3, 0x80, 0x80, 3),
            (0xEF, 0xBB, 0xFF, 3),
        ):
            at = np.flatnonzero(data == lead)
            at = at[(following[at] >= low) & (following[at] <= high)]
            for byte in range(size):
                inside[at + byte] = False
    return inside


def _hashed(data: NDArray[np.uint8], starts: Ints, ends: Ints) -> Hashes:
    """A hash a word of its length, its first eight bytes and its last eight, whatever the case of its ASCII letters."""
    padded = np.zeros(len(data) + 16, np.uint8)
    padded[8:-8] = _FOLDED[data]
    eights = np.ndarray((len(padded) - 7,), np.dtype("<u8"), padded.data, strides=(1,))
    sizes = ends - starts
    first = eights[starts + 8] & _MASKS[np.minimum(sizes, 8)]
    last = np.where(sizes > 8, eights[ends], np.uint64(0))
    return _mixed(first * _B ^ (last * _C + sizes.astype(np.uint64)))


def _mixed(hashes: Hashes) -> Hashes:
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _A
    return np.asarray(hashes ^ (hashes >> np.uint64(32)), np.uint64)


@dataclass(frozen=True)
class Terms:
    """Words and pairs of neighbouring words as rows of a table of weights.

    ``value`` is what a row of the text counts each of its terms, so that long lines do not outweigh short ones;
    ``first`` and ``last`` are the words that a term spans (for the reasons that are given).
    """

    rows: Ints
    buckets: NDArray[np.int32]
    value: NDArray[np.float64]
    first: Ints
    last: Ints


def terms_of(words: Words, counts: Ints, bits: int) -> Terms:
    """The terms of lines that have ``counts`` words each: words, pairs, and in short lines the first and the last."""
    short = counts[words.rows] <= SHORT
    number = np.arange(len(words.rows))
    joined = words.rows[1:] == words.rows[:-1]
    left = np.flatnonzero(joined)
    opening = np.flatnonzero(np.append(True, ~joined)[: len(number)] & short)
    closing = np.flatnonzero(np.append(~joined, True)[: len(number)] & short)
    hashes = words.hashes
    parts = [
        (number, number, hashes + short.astype(np.uint64) * _B),
        (left, left + 1, hashes[left] * _C + hashes[left + 1] + _B),
        (opening, opening, hashes[opening] * _C + _START),
        (closing, closing, hashes[closing] + _END),
    ]
    first, last = (np.concatenate([part[k] for part in parts]) for k in (0, 1))
    mixed = np.concatenate([_mixed(part[2]) >> np.uint64(64 - bits) for part in parts])
    rows = words.rows[first]
    per_row = np.bincount(rows, minlength=len(counts))
    return Terms(rows, mixed.astype(np.int32), 1 / np.sqrt(np.maximum(per_row[rows], 4.0)), first, last)

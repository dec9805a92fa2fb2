"""The words of a batch as numbers, found and hashed for all lines at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints

Hashes = NDArray[np.uint64]

SHORT = 12  # words up to which a line is taken as a label, in which words mean something else than in a sentence
KNOWN_BITS = 20  # of a hash that the table of known words goes by

_A, _B, _C = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_MASKS = np.array([(1 << 8 * k) - 1 for k in range(8)] + [(1 << 64) - 1], np.uint64)
_START, _END = np.uint64(77), np.uint64(0x2545F4914F6CDD1D)

# Tables for bytes.translate, which is several times as fast as a look-up by NumPy.
_FOLDED = bytes(48 if 48 <= byte < 58 else byte for byte in range(256)).lower()  # all digits are one
_IN_WORD = bytes(byte >= 128 or chr(byte).isalnum() for byte in range(256))


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
        lead = batch.data[self.starts]
        letters: Bools = (lead < 48) | (lead > 57)
        return (self.ends - self.starts >= 2) & letters


def words_of(batch: Batch, row_starts: Ints) -> Words:
    """The words of a batch whose rows start at the bytes ``row_starts``."""
    inside = _word_bytes(batch)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1  # a batch starts and ends with a line feed
    starts, ends = edges[::2].copy(), edges[1::2].copy()
    counts = np.diff(np.searchsorted(starts, row_starts), append=len(starts))
    return Words(starts, ends, _hashed(batch.buffer, starts, ends), np.repeat(np.arange(len(counts)), counts))


def _word_bytes(batch: Batch) -> Bools:
    """Bytes of letters and digits: all beyond ASCII but the blocks of punctuation and symbols."""
    data = batch.data
    inside = np.frombuffer(bytearray(batch.buffer.translate(_IN_WORD)), np.bool_)
    if not batch.buffer.isascii():
        for lead, low, high, size in (
            (0xC2, 0, 0xFF, 2),
            (0xE2, 0, 0xAF, 3),
            (0xE3, 0x80, 0x80, 3),
            (0xEF, 0xBB, 0xFF, 3),
        ):
            at = np.flatnonzero(data == lead)
            at = at[(data[at + 1] >= low) & (data[at + 1] <= high)]
            for byte in range(size):
                inside[at + byte] = False
    return inside


def _hashed(buffer: bytes, starts: Ints, ends: Ints) -> Hashes:
    """A hash a word of its length, its first eight bytes and its last eight, whatever the case of its ASCII letters."""
    padded = b"".join([bytes(8), buffer.translate(_FOLDED), bytes(8)])
    eights = np.ndarray((len(padded) - 7,), np.dtype("<u8"), padded, strides=(1,))
    sizes = ends - starts
    first = eights[starts + 8] & _MASKS[np.minimum(sizes, 8)]
    rest = sizes.astype(np.uint64)
    long = np.flatnonzero(sizes > 8)
    rest[long] += eights[ends[long]] * _C
    return _mixed(first * _B ^ rest)


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes ^ (hashes >> np.uint64(29))
    hashes *= _A
    hashes ^= hashes >> np.uint64(32)
    return hashes


@dataclass(frozen=True)
class Terms:
    """Words and pairs of neighbouring words as rows of a table of weights.

    ``first`` and ``last`` are the words that a term spans (for the reasons that are given).
    """

    rows: Ints
    buckets: NDArray[np.int32]
    first: Ints
    last: Ints

    @cached_property
    def value(self) -> NDArray[np.float64]:
        """What a row of the text counts each of its terms, so that long lines do not outweigh short ones."""
        return np.asarray(1 / np.sqrt(np.maximum(np.bincount(self.rows)[self.rows], 4.0)), np.float64)


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
        hashes + short * _B,
        hashes[left] * _C + hashes[left + 1] + _B,
        hashes[opening] * _C + _START,
        hashes[closing] + _END,
    ]
    mixed = np.concatenate([_mixed(part) >> np.uint64(64 - bits) for part in parts])
    first = np.concatenate([number, left, opening, closing])
    last = first.copy()
    last[len(number) : len(number) + len(left)] += 1
    return Terms(words.rows[first], mixed.astype(np.int32), first, last)

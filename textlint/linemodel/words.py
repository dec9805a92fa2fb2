"""The words of a batch as numbers, found and hashed for all lines at once."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints
from textlint.linemodel.columns import sums_between

Hashes = NDArray[np.uint64]

SHORT = 12  # words up to which a line is taken as a label, in which words mean something else than in a sentence
KNOWN_BITS = 20  # of a hash that the table of known words goes by

_A, _B, _C = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_BITS = 22  # of the number of a word, for which that of a term has 32
_START, _END = np.uint64(77), np.uint64(0x2545F4914F6CDD1D)


class Words(msgspec.Struct, frozen=True, dict=True):
    """Where words start and end (bytes), their hashes, which start with a digit and which with a capital letter of ASCII,
    in the order of the text; ``bounds`` are the number of each row's first word, and the number of all words."""

    starts: Ints
    ends: Ints
    hashes: Hashes
    numeric: Bools
    capital: Bools
    bounds: Ints

    @cached_property
    def counts(self) -> Ints:
        """Words of each row."""
        return np.diff(self.bounds)

    @cached_property
    def rows(self) -> Ints:
        """The row that each word stands in."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    @cached_property
    def lettered(self) -> Bools:
        """Words of two letters or more, which a language can be told by."""
        return np.asarray((self.ends - self.starts >= 2) & ~self.numeric, np.bool_)


def mixed(hashes: Hashes) -> Hashes:
    """Hashes with all bits spread over all others."""
    hashes = hashes ^ (hashes >> np.uint64(29))
    hashes *= _A
    hashes ^= hashes >> np.uint64(32)
    return hashes


class Taken(NamedTuple):
    """What terms weigh, in their order."""

    single: NDArray[np.int8]
    pairs: NDArray[np.int8]
    opening: NDArray[np.int8]
    closing: NDArray[np.int8]


class Terms(msgspec.Struct, frozen=True, dict=True):
    """Where a table of weights holds the words of some rows, the pairs of neighbouring words, and the first and the last
    word of each row of few words (``short``).

    ``pairs`` holds one for every word but the last, also for the last word of a row and the first of the next.
    """

    words: Words
    short: Ints
    single: Ints
    pairs: Ints
    opening: Ints
    closing: Ints

    @cached_property
    def joined(self) -> Bools:
        """Which pairs stand in one row."""
        joined = np.ones(len(self.pairs), bool)
        inner = self.words.bounds[1:-1]
        joined[inner[(inner > 0) & (inner <= len(joined))] - 1] = False
        return joined

    @cached_property
    def rows(self) -> Ints:
        """The row of each term: of all words, then of all pairs, then of all first and of all last words."""
        rows = self.words.rows
        return np.concatenate([rows, rows[:-1][self.joined], self.short, self.short])

    @cached_property
    def buckets(self) -> Ints:
        """Where the table of weights holds each term, in the order of ``rows``."""
        return np.concatenate([self.single, self.pairs[self.joined], self.opening, self.closing])

    @cached_property
    def value(self) -> NDArray[np.float64]:
        """What a row of the text counts each of its terms, so that long lines do not outweigh short ones."""
        return np.asarray(1 / np.sqrt(np.maximum(np.bincount(self.rows)[self.rows], 4.0)), np.float64)

    def taken(self, weights: NDArray[np.int8]) -> Taken:
        """What each of the terms weighs, by a table."""
        places = self.single, self.pairs, self.opening, self.closing
        return Taken(*(weights.take(each, mode="clip") for each in places))

    def sums(self, taken: Taken) -> Ints:
        """What the terms of each row weigh together."""
        each = taken.single.astype(np.int64)
        each[:-1] += taken.pairs * self.joined
        total = sums_between(each, self.words.bounds)
        total[self.short] += taken.opening.astype(np.int64) + taken.closing
        return total

    def strongest(self, taken: Taken) -> tuple[Ints, Ints]:
        """Where the term of each row that weighs most starts and ends (bytes), of equals the last in the order of `rows`;
        0 for a row without words."""
        words, size = self.words, len(self.single)
        bits = size.bit_length()  # of the number of a term's word; above stands what it is, and above that its weight
        kind = np.uint32 if bits <= _BITS else np.uint64

        def ranked(weights: NDArray[np.int8], term: int, at: Ints) -> NDArray[Any]:
            rank: NDArray[Any] = (weights.view(np.uint8) ^ np.uint8(128)).astype(kind)
            rank <<= 2
            rank += term
            rank <<= bits
            rank += at.astype(kind)
            return rank

        number, some = np.arange(size), np.flatnonzero(words.counts)
        each = ranked(taken.single, 0, number)
        each[:-1] = np.maximum(each[:-1], ranked(taken.pairs, 1, number[:-1]) * self.joined)
        best, (starts, ends) = np.zeros(len(words.counts), kind), np.zeros((2, len(words.counts)), np.int64)
        if len(some):
            best[some] = np.maximum.reduceat(each, words.bounds[some])
        first, last = words.bounds[self.short], words.bounds[self.short + 1] - 1
        outer = np.maximum(ranked(taken.opening, 2, first), ranked(taken.closing, 3, last))
        best[self.short] = np.maximum(best[self.short], outer)
        found = best[some].astype(np.int64)
        term, pair = found & ((1 << bits) - 1), (found >> bits & 3) == 1
        starts[some], ends[some] = words.starts[term], words.ends[term + pair]
        return starts, ends


def term_counts(counts: Ints) -> Ints:
    """How many terms rows of so many words have."""
    return np.asarray(np.maximum(2 * counts - 1, 0) + 2 * _is_short(counts), np.int64)


def _is_short(counts: Ints) -> Bools:
    return np.asarray((counts > 0) & (counts <= SHORT), np.bool_)


def terms_of(words: Words, bits: int) -> Terms:
    """The terms of rows, in a table of ``1 << bits`` weights."""

    def places(hashes: Hashes) -> Ints:
        return np.asarray((mixed(hashes) >> np.uint64(64 - bits)).view(np.int64))

    few, hashes = _is_short(words.counts), words.hashes
    short = np.flatnonzero(few)
    single = places(hashes + np.repeat(few * _B, words.counts))
    pairs = hashes[:-1] * _C
    pairs += hashes[1:]
    pairs += _B
    opening, closing = hashes[words.bounds[short]] * _C + _START, hashes[words.bounds[short + 1] - 1] + _END
    return Terms(words, short, single, places(pairs), places(opening), places(closing))

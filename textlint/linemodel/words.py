"""The words of a batch as numbers, found and hashed for all lines at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints
from textlint.linemodel.columns import sums_between

Hashes = NDArray[np.uint64]
Places = NDArray[np.int32]

SHORT = 12  # words up to which a line is taken as a label, in which words mean something else than in a sentence
KNOWN_BITS = 20  # of a hash that the table of known words goes by

_PART = 1 << 14  # values
_A, _B, _C = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_START, _END = np.uint64(77), np.uint64(0x2545F4914F6CDD1D)


@dataclass(frozen=True)
class Words:
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


@dataclass(frozen=True)
class Terms:
    """Where a table of weights holds the words of some rows, the pairs of neighbouring words, and the first and the last
    word of each row of few words (``short``).

    ``pairs`` holds one for every word but the last, also for the last word of a row and the first of the next.
    """

    words: Words
    short: Ints
    single: Places
    pairs: Places
    opening: Places
    closing: Places

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
    def buckets(self) -> Places:
        """Where the table of weights holds each term, in the order of ``rows``."""
        return np.concatenate([self.single, self.pairs[self.joined], self.opening, self.closing])

    @cached_property
    def value(self) -> NDArray[np.float64]:
        """What a row of the text counts each of its terms, so that long lines do not outweigh short ones."""
        return np.asarray(1 / np.sqrt(np.maximum(np.bincount(self.rows)[self.rows], 4.0)), np.float64)

    @cached_property
    def counts(self) -> Ints:
        """How many terms each row has."""
        counts = np.maximum(2 * self.words.counts - 1, 0)
        counts[self.short] += 2
        return counts

    def sums(self, weights: NDArray[np.int8]) -> Ints:
        """What the terms of each row weigh together."""
        each = weights.take(self.single).astype(np.int64)
        each[:-1] += weights.take(self.pairs) * self.joined
        total = sums_between(each, self.words.bounds)
        total[self.short] += weights.take(self.opening).astype(np.int64) + weights.take(self.closing)
        return total


def terms_of(words: Words, bits: int) -> Terms:
    """The terms of rows, in a table of ``1 << bits`` weights."""

    def places(hashes: Hashes) -> Places:
        return (mixed(hashes) >> np.uint64(64 - bits)).astype(np.int32)

    few = (words.counts > 0) & (words.counts <= SHORT)
    short, labelled = np.flatnonzero(few), np.repeat(few, words.counts)
    hashes = words.hashes
    single, pairs = np.empty(len(hashes), np.int32), np.empty(max(len(hashes) - 1, 0), np.int32)
    for part in parts(len(hashes)):
        own, following = hashes[part], hashes[part.start + 1 : part.stop + 1]
        single[part] = places(own + labelled[part] * _B)
        pairs[part] = places(own[: len(following)] * _C + following + _B)
    opening, closing = hashes[words.bounds[short]] * _C + _START, hashes[words.bounds[short + 1] - 1] + _END
    return Terms(words, short, single, pairs, places(opening), places(closing))


def parts(count: int) -> Iterator[slice]:
    """Slices of so many values that, one at a time, stay in the processor's cache."""
    return (slice(start, start + _PART) for start in range(0, count, _PART))

"""Phrases inside lines, found without compiling them: by the keys of so many letters in a row.

A phrase of enough letters is looked for by the first of them, anywhere in the text; one that must stand at an end of its
line by the line's first or last letters. A key is that of :mod:`textlint.keys`: punctuation and white space add
nothing, and the order of letters is looked at later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
import numpy as np

from textlint.anchor import TermAnchor
from textlint.buffer import Bools, Buffer, Ints
from textlint.keys import Keys, equal, letters, likely, points, seen, weights

WINDOWS = (24, 16, 12, 8)  # letters in a row whose key is looked for anywhere; a phrase goes by the most that it has
_FEWEST = WINDOWS[-1]
_EDGE = 12  # letters at a line's end that are looked at, at the most


class Table(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Keys of one size, sorted, with the numbers of their anchors."""

    size: int
    keys: Keys
    anchors: Ints

    @cached_property
    def _seen(self) -> Bools:
        return seen(self.keys)

    def find(self, sums: Keys, low: Ints) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor, index of the place whose letters have its key), of places in a row of letters."""
        keys = sums[low + self.size] - sums[low]
        index = np.flatnonzero(likely(self._seen, keys))
        own, places = equal(keys[index], self.keys)
        return self.anchors[places], index[own]


class TermKeys(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Finds where phrases may stand in the lines of a batch, by tables for those that begin a line, end it, or stand
    anywhere; ``begun`` are the keys of the fewest letters with which all of the last begin."""

    at_start: list[Table]
    at_end: list[Table]
    anywhere: list[Table]
    begun: Keys

    @cached_property
    def _begun(self) -> Bools:
        return seen(self.begun)

    def find(self, batch: Buffer) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor, line of the batch), in no order."""
        found = [*self._at_edges(batch), *self._inside(batch)]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        return np.concatenate([numbers for numbers, _ in found]), np.concatenate([lines for _, lines in found])

    def _at_edges(self, batch: Buffer) -> Iterator[tuple[Ints, Ints]]:
        sums, feeds = letters(batch)
        count = np.diff(feeds) - 1
        for tables, at_end in ((self.at_start, False), (self.at_end, True)):
            lines = np.arange(len(count))
            for table in tables:  # ever longer ones
                lines = lines[count[lines] >= table.size]
                numbers, index = table.find(sums, feeds[lines + 1] - table.size if at_end else feeds[lines] + 1)
                yield numbers, lines[index]

    def _inside(self, batch: Buffer) -> Iterator[tuple[Ints, Ints]]:
        if not self.anywhere:
            return
        sums, feeds = letters(batch)
        low = np.flatnonzero(likely(self._begun, sums[_FEWEST:] - sums[:-_FEWEST]))
        for table in self.anywhere:
            fitting = low[low + table.size < len(sums)]
            numbers, index = table.find(sums, fitting)
            yield numbers, np.searchsorted(feeds, fitting[index]) - 1


def term_keys(anchors: Sequence[TermAnchor], numbers: Sequence[int]) -> tuple[TermKeys, Bools]:
    """What finds the anchors, by their numbers, and which of them it finds: those that have letters enough, or stand at
    an end of their line."""
    sums, first, last = _letters([anchor.phrase for anchor in anchors])
    at_start, at_end = (np.array([getattr(a, end) for a in anchors], bool) for end in ("at_start", "at_end"))
    at_end &= ~at_start
    edge = at_start | at_end
    count = last - first
    size = np.select([edge, *(count >= window for window in WINDOWS)], [np.minimum(count, _EDGE), *WINDOWS], 0)
    low = np.where(at_end, last - size, first)
    keys, owners = sums[low + size] - sums[low], np.array(numbers, np.int64)
    started, ended, anywhere = (
        [_table(w, keys[own], owners[own]) for w, own in _by_size(size, mask)] for mask in (at_start, at_end, ~edge)
    )
    begun = low[~edge & (size > 0)]
    return TermKeys(started, ended, anywhere, sums[begun + _FEWEST] - sums[begun]), size > 0


def _letters(phrases: Sequence[str]) -> tuple[Keys, Ints, Ints]:
    """Running sums over the letters of all phrases, and at which letter each phrase begins and ends."""
    own = weights()[points("".join(phrases))]
    letters = np.flatnonzero(own)
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(own[letters], out=sums[1:])
    bounds = np.searchsorted(letters, np.cumsum([0, *map(len, phrases)]))
    return sums, bounds[:-1], bounds[1:]


def _by_size(size: Ints, mask: Bools) -> Iterator[tuple[int, Ints]]:
    """Each size that is there where the mask is set, and where it is."""
    for window in sorted({*size[mask & (size > 0)].tolist()}):
        yield window, np.flatnonzero(mask & (size == window))


def _table(size: int, keys: Keys, anchors: Ints) -> Table:
    order = np.argsort(keys, kind="stable")
    return Table(size, keys[order], anchors[order])

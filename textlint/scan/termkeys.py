"""Phrases inside lines, found without compiling them: by the keys of so many letters in a row.

A phrase of enough letters is looked for by the first of them, anywhere in the text; one that must stand at an end of its
line by the line's first or last letters. A key is that of :mod:`textlint.keys`: punctuation and white space add
nothing, and the order of letters is looked at later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from textlint.anchor import TermAnchor
from textlint.batch import Batch, Bools, Ints
from textlint.keys import Keys, equal, points, weights
from textlint.scan.plain import bytes_at

WINDOWS = (24, 16, 12, 8)  # letters in a row whose key is looked for anywhere; a phrase goes by the most that it has
_EDGE = 12  # letters at a line's end that are looked at, at the most
_BITS = 20  # of a key by which nearly all windows are told to be none


class _Table(NamedTuple):
    """Keys of one size, sorted, with the numbers of their phrases; ``seen`` marks the first bits of each key."""

    size: int
    keys: Keys
    numbers: Ints
    seen: Bools

    def find(self, keys: Keys) -> tuple[Ints, Ints]:
        """Pairs (index of a key, number of a phrase)."""
        likely = np.flatnonzero(self.seen[keys >> np.uint64(64 - _BITS)])
        own, places = equal(keys[likely], self.keys)
        return likely[own], self.numbers[places]


class TermKeys:
    """Finds where anchors may stand in the lines of a batch; ``numbers`` are those of the anchors that have letters
    enough to be found so, or stand at an end of their line.
    """

    def __init__(self, anchors: Sequence[TermAnchor]) -> None:
        sums, first, last = _letters([anchor.phrase for anchor in anchors])
        at_start, at_end = (np.array([getattr(a, end) for a in anchors], bool) for end in ("at_start", "at_end"))
        at_end &= ~at_start
        edge = at_start | at_end
        count = last - first
        size = np.select([edge, *(count >= window for window in WINDOWS)], [np.minimum(count, _EDGE), *WINDOWS], 0)
        low = np.where(at_end, last - size, first)
        keys = sums[low + size] - sums[low]
        self.numbers = np.flatnonzero(size)
        self._tables: dict[tuple[str, int], _Table] = {}
        for where, mask in (("start", at_start), ("end", at_end), ("anywhere", ~edge)):
            for window in np.unique(size[mask & (size > 0)]).tolist():
                own = np.flatnonzero(mask & (size == window))
                self._tables[where, window] = _table(window, keys[own], own)

    def find(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor, byte of the buffer in its line), in no order."""
        found = list(self._found(batch))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        return np.concatenate([numbers for numbers, _ in found]), np.concatenate([places for _, places in found])

    def _found(self, batch: Batch) -> Iterator[tuple[Ints, Ints]]:
        own = weights()[points(batch.buffer.decode())]
        letters = np.flatnonzero(own)  # code points of the buffer that count
        sums = np.zeros(len(letters) + 1, np.uint64)
        np.cumsum(own[letters], out=sums[1:])
        first = np.searchsorted(letters, _code_points(batch, batch.starts))
        last = np.searchsorted(letters, _code_points(batch, batch.ends))
        for (where, size), table in self._tables.items():
            if where == "anywhere":
                index, numbers = table.find(sums[size:] - sums[:-size])
                yield numbers, bytes_at(batch, letters[index])
            else:
                lines = np.flatnonzero(last - first >= size)
                low = first[lines] if where == "start" else last[lines] - size
                index, numbers = table.find(sums[low + size] - sums[low])
                yield numbers, batch.starts[lines[index]]


def _letters(phrases: Sequence[str]) -> tuple[Keys, Ints, Ints]:
    """Running sums over the letters of all phrases, and at which letter each phrase begins and ends."""
    own = weights()[points("".join(phrases))]
    letters = np.flatnonzero(own)
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(own[letters], out=sums[1:])
    bounds = np.searchsorted(letters, np.cumsum([0, *map(len, phrases)]))
    return sums, bounds[:-1], bounds[1:]


def _table(size: int, keys: Keys, numbers: Ints) -> _Table:
    order = np.argsort(keys, kind="stable")
    seen = np.zeros(1 << _BITS, bool)
    seen[keys >> np.uint64(64 - _BITS)] = True
    return _Table(size, keys[order], numbers[order], seen)


def _code_points(batch: Batch, places: Ints) -> Ints:
    """The code points of the buffer at which bytes of it stand."""
    return np.asarray(places - np.searchsorted(batch.continuations, places))

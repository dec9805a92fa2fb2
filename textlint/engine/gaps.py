"""How far the edit of an emptied line reaches: lines that go take along the smaller of the gaps above and below them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from textlint.batch import Batch, Bools, Ints


class Blocks(NamedTuple):
    """Changes that touch the same lines, as columns in order of place: their lines ``first`` to ``last``, their document,
    where the last of them ends, and whether they leave nothing of the lines. Two blocks share no line."""

    first: Ints
    last: Ints
    document: Ints
    end: Ints
    emptied: Bools

    def where(self, kept: Bools) -> Blocks:
        """Some of the blocks."""
        first, last, document, end, emptied = self
        return Blocks(first[kept], last[kept], document[kept], end[kept], emptied[kept])


def blank(batch: Batch, first: Ints, end: Ints) -> Bools:
    """Whether all lines from ``first`` up to ``end`` are blank."""
    return np.asarray(batch.filled[first] == batch.filled[end], np.bool_)


def widened(batch: Batch, blocks: Blocks) -> tuple[Ints, Ints]:
    """From where to where text goes with each emptied block, in code points of the buffer; of others it says nothing.

    Emptied blocks with nothing but blank lines between them go as one: each reaches to the next, the outer ones to where
    the gap is closed. What blocks on either side touch stays out of it.
    """
    lines, _ = batch.line_places
    beside = blocks.document[1:] == blocks.document[:-1]
    linked = beside & blocks.emptied[1:] & blocks.emptied[:-1] & blank(batch, blocks.last[:-1] + 1, blocks.first[1:])
    begins = np.flatnonzero(blocks.emptied & ~np.append(False, linked))
    stops = np.flatnonzero(blocks.emptied & ~np.append(linked, False))
    above, below = np.append(False, beside)[begins], np.append(beside, False)[stops]
    documents = blocks.document[begins]
    floor = np.where(above, blocks.last[begins - 1] + 1, batch.first_line[documents])
    ceiling = np.where(below, np.append(blocks.first, 0)[stops + 1], batch.first_line[documents + 1])
    start, end = _extent(batch, documents, blocks.first[begins], blocks.last[stops], floor, ceiling)
    starts, ends = lines[blocks.first], np.append(lines[blocks.first[1:]], 0)
    starts[begins] = np.where(above, np.maximum(start, blocks.end[begins - 1]), start)
    ends[stops] = end
    return starts, ends


def _extent(batch: Batch, documents: Ints, first: Ints, last: Ints, floor: Ints, ceiling: Ints) -> tuple[Ints, Ints]:
    """What goes when lines ``first`` to ``last`` go: the larger gap around them stays, and the end of the text.

    Blank lines below ``floor``, and from ``ceiling`` on, do not count as part of the gaps.
    """
    starts, ends = batch.line_places
    starts = np.append(starts, 0)
    places = np.arange(len(ends))
    before = np.append(np.maximum.accumulate(np.where(batch.blank, -1, places)), -1)
    after = np.append(np.minimum.accumulate(np.where(batch.blank, len(ends), places)[::-1])[::-1], len(ends))
    above, below = np.maximum(before[first - 1], floor - 1), np.minimum(after[last + 1], ceiling)
    at_start, at_end = above < batch.first_line[documents], below == batch.first_line[documents + 1]
    downwards = at_start | (first - above >= below - last)
    start = np.where(downwards, starts[first], starts[above + 1])
    end = np.where(downwards, starts[below], starts[last + 1])
    start = np.where(at_end, np.where(at_start, starts[first], ends[above]), start)
    return start, np.where(at_end, ends[last], end)

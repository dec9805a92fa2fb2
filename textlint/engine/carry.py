"""What the scan said of the lines that a pass has not changed is carried into the next pass: only the others are scanned.

What stands in a line is all that its anchors depend on. Lines that an edit touches are scanned again, and all lines of a
document with carriage returns, where an edit can make two line ends one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from textlint.batch import Batch, Bools, Ints
from textlint.buffer import Buffer
from textlint.finding import Edit

Hits = tuple[Ints, Ints]
"""Pairs (line of the batch, rule) that the scan says may have to do with each other, each once."""

_START, _END, _AFTER = attrgetter("start"), attrgetter("end"), attrgetter("after")


class Past(NamedTuple):
    """A pass that is over: its batch, what the scan said of it, and which documents go on, with what was done to each."""

    batch: Batch
    hits: Hits
    changed: Sequence[tuple[int, Sequence[Edit]]]


def carried(past: Past, batch: Batch, scan: Callable[[Buffer], Hits]) -> Hits:
    """The hits in a batch that holds the documents that go on, as they are now."""
    old, new = _touched(past, batch)
    kept = _same(past, batch, old, new)
    place = np.full(len(past.batch.starts), -1)
    place[np.flatnonzero(kept[0])] = np.flatnonzero(kept[1])
    lines, owners = past.hits
    known = place[lines] >= 0
    changed = ~kept[1]
    again = np.flatnonzero(changed)
    if not len(again):
        return place[lines[known]], owners[known]
    more, others = scan(batch.part(changed))
    return np.append(place[lines[known]], again[more]), np.append(owners[known], others)


def _same(past: Past, batch: Batch, old: Bools, new: Bools) -> tuple[Bools, Bools]:
    """The lines that are the same before and after, in the old batch and in the new one, as many in both."""
    numbers = np.array([number for number, _ in past.changed], np.int64)
    goes_on = np.full(len(past.batch.texts), -1)
    goes_on[numbers] = np.arange(len(numbers))
    document = goes_on[past.batch.doc_of_line]
    before, after = ~old & (document >= 0), ~new
    counts = [
        np.bincount(documents[same], minlength=len(numbers))
        for documents, same in ((document, before), (batch.doc_of_line, after))
    ]
    sure = (counts[0] == counts[1]) & np.array(["\r" not in text for text in batch.texts], bool)
    sure &= np.array(["\r" not in past.batch.texts[number] for number in numbers.tolist()], bool)
    return before & sure[document], after & sure[batch.doc_of_line]


def _touched(past: Past, batch: Batch) -> tuple[Bools, Bools]:
    """The lines that edits touch: of the old batch as they were, and of the new one as they are."""
    sizes = np.array([len(edits) for _, edits in past.changed], np.int64)
    edits = [edit for _, edits in past.changed for edit in edits]
    columns = map(_START, edits), map(_END, edits), map(len, map(_AFTER, edits))
    start, end, size = (np.fromiter(column, np.int64, len(edits)) for column in columns)
    grown = np.append(0, np.cumsum(size - (end - start)))
    first = np.cumsum(sizes) - sizes
    now = start + grown[:-1] - np.repeat(grown[first], sizes)
    old = np.repeat(np.array([number for number, _ in past.changed], np.int64), sizes)
    new = np.repeat(np.arange(len(sizes)), sizes)
    return _marked(past.batch, old, start, end), _marked(batch, new, now, now + size)


def _marked(batch: Batch, documents: Ints, starts: Ints, ends: Ints) -> Bools:
    """The lines in which spans of some documents lie, in code points; a line end belongs to the line that it ends."""
    origins, (lines, _) = batch.origins, batch.line_places
    first = np.searchsorted(lines, origins[documents] + starts, "right") - 1
    last = np.searchsorted(lines, origins[documents] + ends, "right") - 1
    steps = np.bincount(first, minlength=len(lines) + 1) - np.bincount(last + 1, minlength=len(lines) + 1)
    return np.asarray(np.cumsum(steps)[:-1] > 0, np.bool_)

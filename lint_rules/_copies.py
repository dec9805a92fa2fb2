"""Which lines of a batch seem to have stood in their document before, told by their fingerprints for all lines at once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from lint_rules._glyphs import SPREAD, Bools, Ints, sorted_out
from textlint import Batch

LONG = 60  # code points from which a line is too long to be a refrain, a name or a table's row
BLOCK = 4  # lines of a repeated block at the least
WEIGHT = 60  # code points that a repeated block has at the least
SENTENCE = 40  # code points of a repeated sentence at the least


@lru_cache(maxsize=1)
def _earlier(batch: Batch) -> tuple[Ints, Ints]:
    """The lines that are not blank, and for each the place in that list of its document's last copy above it, or -1.

    Lines with the same fingerprint are taken for copies.
    """
    lines = np.flatnonzero(~batch.blank)
    keys, documents = batch.fingerprints[lines], batch.doc_of_line[lines]
    order = sorted_out(keys ^ documents.astype(np.uint64) * SPREAD)  # equal lines stay in their order
    same = (keys[order][1:] == keys[order][:-1]) & (documents[order][1:] == documents[order][:-1])
    above = np.full(len(lines), -1, np.int64)
    above[order[1:][same]] = order[:-1][same]
    return lines, above


@lru_cache(maxsize=1)
def long_copies(batch: Batch) -> Ints:
    """For each long line its last copy above it, as lines of the batch; -1 for all others."""
    lines, above = _earlier(batch)
    copies = np.flatnonzero((above >= 0) & (batch.lengths[lines] >= LONG))
    copied = np.full(len(batch.lengths), -1, np.int64)
    copied[lines[copies]] = lines[above[copies]]
    return copied


def is_long_copy(batch: Batch) -> Bools:
    """Long lines that have, most likely, stood in their document before."""
    return np.asarray(long_copies(batch) >= 0, bool)


def copied_blocks(batch: Batch) -> Bools:
    """Lines of runs, blank ones aside, that follow one another as they did further up in the same document."""
    lines, above = _earlier(batch)
    follows = np.zeros(len(lines) + 1, bool)
    follows[1:-1] = (above[1:] >= 0) & (above[1:] == above[:-1] + 1) & (above[:-1] >= 0)
    inside = follows[:-1] | follows[1:]
    starts = np.flatnonzero(inside & ~follows[:-1])
    ends = np.flatnonzero(inside & ~follows[1:]) + 1
    sizes = np.append(0, np.cumsum(batch.lengths[lines]))
    good = (ends - starts >= BLOCK) & (sizes[ends] - sizes[starts] >= WEIGHT)
    marked = np.zeros(len(batch.lengths), bool)
    for start, end in zip(starts[good].tolist(), ends[good].tolist(), strict=True):
        marked[lines[start:end]] = True
    return marked


def copied_sentences(batch: Batch) -> Bools:
    """Lines in which a long sentence seems to follow its own copy: as long, and with the same first eight bytes."""
    data = batch.data
    stop = (data == 46) | (data == 33) | (data == 63)
    ends = np.flatnonzero(stop[:-1] & ((data[1:] == 32) | (data[1:] == 10) | (data[1:] == 13)))
    marked = np.zeros(len(batch.lengths), bool)
    if not len(ends):
        return marked
    lines = batch.line_of(ends)
    starts = np.maximum(np.append(0, ends[:-1] + 2), batch.starts[lines])
    sizes = ends - starts
    alike = (sizes[1:] == sizes[:-1]) & (sizes[1:] >= SENTENCE) & (lines[1:] == lines[:-1])
    first, second = starts[:-1][alike], starts[1:][alike]
    same = np.ones(len(first), bool)
    for byte in range(8):
        same &= data[first + byte] == data[second + byte]
    marked[lines[1:][alike][same]] = True
    return marked

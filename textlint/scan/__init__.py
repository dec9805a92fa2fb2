"""One scan of a batch for all anchors: which rules can have anything to say, and on which lines."""

from __future__ import annotations

import numpy as np

from textlint.anchor import Scanned
from textlint.batch import Batch, Ints
from textlint.keys import within
from textlint.scan import plain
from textlint.scan.odd import ScanFunction
from textlint.scan.plan import Plan
from textlint.store import Store

NOTHING: Ints = np.zeros(0, np.int64)


class Scanner:
    """Finds the lines of a batch that hold the anchors of a plan.

    Phrases are found by their keys, but for a few short ones. With ``hyperscan`` installed all other anchors are one
    database, kept in ``store``; without it, or with ``use_hyperscan=False``, each is looked for on its own, which is
    slower. The candidates may differ, by lines on which the owners find nothing; so the findings do not.
    """

    def __init__(self, plan: Plan, store: Store | None = None, use_hyperscan: bool = True) -> None:
        self._plan = plan
        scanned = plan.scanned
        self._scan = _scan_function([anchor for _, anchor in scanned], store, use_hyperscan)
        self._scanned = np.array([number for number, _ in scanned], np.int64)

    def candidates(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, owner), each once, in no order."""
        owners, first = self._plan.owners, self._plan.first_owner
        if not len(owners):
            return NOTHING, NOTHING
        lines, anchors = _unique_pairs(*self._hits(batch), len(first))
        if not len(anchors):
            return NOTHING, NOTHING
        counts = first[anchors + 1] - first[anchors]
        own = owners[np.repeat(first[anchors], counts) + within(counts)]
        return _unique_pairs(np.repeat(lines, counts), own, int(owners.max()) + 1)

    def _hits(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, number of an anchor)."""
        numbers, lines = self._scan(batch) if len(self._scanned) else (NOTHING, NOTHING)
        keyed = [find.find(batch) for find in (self._plan.lines, self._plan.terms)]
        found = np.concatenate([self._scanned[numbers], *(anchors for anchors, _ in keyed)])
        return np.concatenate([lines, *(inside for _, inside in keyed)]), found


def _unique_pairs(lines: Ints, numbers: Ints, size: int) -> tuple[Ints, Ints]:
    """Each pair once; they are sorted as one number each."""
    keys = np.sort(lines * size + numbers)
    first = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    keys = keys[first]
    lines = keys // size
    return lines, keys - lines * size


def _scan_function(anchors: list[Scanned], store: Store | None, use_hyperscan: bool) -> ScanFunction:
    if use_hyperscan and anchors:
        try:
            from textlint.scan import fast
        except ImportError:
            return plain.scan_function(anchors)
        return fast.scan_function(anchors, store)
    return plain.scan_function(anchors)

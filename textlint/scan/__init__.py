"""One scan of a batch for all anchors: which rules can have anything to say, and on which lines."""

from __future__ import annotations

import numpy as np

from textlint.anchor import Scanned
from textlint.buffer import Buffer, Ints
from textlint.keys import within
from textlint.scan import plain
from textlint.scan.odd import ScanFunction, scanned_twice
from textlint.scan.plan import SHORT, Plan
from textlint.store import Store

NOTHING: Ints = np.zeros(0, np.int64)


class Scanner:
    """Finds the lines of a batch that hold the anchors of a plan.

    Phrases are found by their keys, but for a few short ones. With ``hyperscan`` installed all other anchors are a few
    databases, kept in ``store``; without it, or with ``use_hyperscan=False``, each is looked for on its own, which is
    slower. The candidates may differ, by lines on which the owners find nothing; so the findings do not.
    """

    def __init__(self, plan: Plan, store: Store | None = None, use_hyperscan: bool = True) -> None:
        self._plan = plan
        short, others = (_part(plan, on_short, store, use_hyperscan) for on_short in (True, False))
        self._short, self._others = short, others

    def candidates(self, batch: Buffer) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, owner), each once, in no order.

        An owner that counts no long lines may get them or not.
        """
        owners, first = self._plan.owners, self._plan.first_owner
        if not len(owners):
            return NOTHING, NOTHING
        lines, anchors = _unique_pairs(*self._hits(batch), len(first))
        if not len(anchors):
            return NOTHING, NOTHING
        counts = first[anchors + 1] - first[anchors]
        own = owners[np.repeat(first[anchors], counts) + within(counts)]
        return _unique_pairs(np.repeat(lines, counts), own, int(owners.max()) + 1)

    def _hits(self, batch: Buffer) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, number of an anchor)."""
        found = [self._plan.lines.find(batch), self._plan.terms.find(batch), scanned_twice(self._scan, batch)]
        return np.concatenate([lines for _, lines in found]), np.concatenate([numbers for numbers, _ in found])

    def _scan(self, batch: Buffer) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor that is no key, line)."""
        found = [(NOTHING, NOTHING), *(scan(batch) for scan in self._others)]
        if self._short and (kept := batch.lengths <= SHORT).any():
            lines, part = np.flatnonzero(kept), batch.part(kept)
            found += [(numbers, lines[inside]) for numbers, inside in (scan(part) for scan in self._short)]
        return np.concatenate([numbers for numbers, _ in found]), np.concatenate([lines for _, lines in found])


def _unique_pairs(lines: Ints, numbers: Ints, size: int) -> tuple[Ints, Ints]:
    """Each pair once; they are sorted as one number each."""
    keys = np.sort(lines * size + numbers)
    first = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    keys = keys[first]
    lines = keys // size
    return lines, keys - lines * size


def _part(plan: Plan, short: bool, store: Store | None, use_hyperscan: bool) -> list[ScanFunction]:
    """What scans for the anchors of a plan that matter on short lines alone, or for the others; nothing for none."""
    scanned = [(number, anchor) for number, anchor in plan.scanned if plan.short[number] == short]
    if not scanned:
        return []
    scan, numbers = _scan_function([a for _, a in scanned], store, use_hyperscan), np.array([n for n, _ in scanned])

    def numbered(batch: Buffer) -> tuple[Ints, Ints]:
        found, lines = scan(batch)
        return numbers[found], lines

    return [numbered]


def _scan_function(anchors: list[Scanned], store: Store | None, use_hyperscan: bool) -> ScanFunction:
    if use_hyperscan:
        try:
            from textlint.scan import fast
        except ImportError:
            return plain.scan_function(anchors)
        return fast.scan_function(anchors, store)
    return plain.scan_function(anchors)

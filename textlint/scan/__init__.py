"""One scan of a batch for all anchors: which rules can have anything to say, and on which lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from textlint.anchor import AnyAnchor, LineAnchor, Scanned, TermAnchor
from textlint.batch import Batch, Ints
from textlint.keys import within
from textlint.scan import plain
from textlint.scan.linekeys import LineKeys
from textlint.scan.odd import ScanFunction
from textlint.scan.termkeys import TermKeys
from textlint.store import Store

NOTHING: Ints = np.zeros(0, np.int64)


class Scanner:
    """Finds the lines of a batch that hold the anchors of each of several owners (rules).

    Phrases are found by their keys, but for a few short ones. With ``hyperscan`` installed all other anchors are one
    database, kept in ``store``; without it, or with ``use_hyperscan=False``, each is looked for on its own, which is
    slower. The candidates may differ, by lines on which the owners find nothing; so the findings do not.
    """

    def __init__(
        self, anchors: Sequence[Sequence[AnyAnchor]], store: Store | None = None, use_hyperscan: bool = True
    ) -> None:
        numbers: dict[AnyAnchor, int] = {}
        owned = [[numbers.setdefault(anchor, len(numbers)) for anchor in own] for own in anchors]
        pairs = sorted((number, owner) for owner, own in enumerate(owned) for number in set(own))
        self._owners = np.array([owner for _, owner in pairs], np.int64)
        self._first_owner = np.searchsorted([number for number, _ in pairs], np.arange(len(numbers) + 1))
        whole = [anchor for anchor in numbers if isinstance(anchor, LineAnchor)]
        terms = [anchor for anchor in numbers if isinstance(anchor, TermAnchor)]
        self._term_keys = TermKeys(terms)
        keyed = [terms[number] for number in self._term_keys.numbers.tolist()]
        scanned = [anchor for anchor in numbers.keys() - set(keyed) if not isinstance(anchor, LineAnchor)]
        scanned.sort(key=numbers.__getitem__)
        self._scan = _scan_function(scanned, store, use_hyperscan)
        self._scanned = np.array([numbers[anchor] for anchor in scanned], np.int64)
        self._line_keys = LineKeys([phrase for anchor in whole for phrase in anchor.phrases])
        self._whole = np.array([numbers[anchor] for anchor in whole for _ in anchor.phrases], np.int64)
        self._terms = np.array([numbers[anchor] for anchor in terms], np.int64)

    def candidates(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, owner), each once, in no order."""
        if not len(self._owners):
            return NOTHING, NOTHING
        lines, anchors = _unique_pairs(*self._hits(batch), len(self._first_owner))
        if not len(anchors):
            return NOTHING, NOTHING
        counts = self._first_owner[anchors + 1] - self._first_owner[anchors]
        owners = self._owners[np.repeat(self._first_owner[anchors], counts) + within(counts)]
        return _unique_pairs(np.repeat(lines, counts), owners, int(self._owners.max()) + 1)

    def _hits(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, number of an anchor)."""
        numbers, lines = self._scan(batch) if len(self._scanned) else (NOTHING, NOTHING)
        whole, same = self._line_keys.find(batch) if len(self._whole) else (NOTHING, NOTHING)
        terms, inside = self._term_keys.find(batch) if len(self._terms) else (NOTHING, NOTHING)
        found = np.concatenate([self._scanned[numbers], self._whole[whole], self._terms[terms]])
        return np.concatenate([lines, same, inside]), found


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

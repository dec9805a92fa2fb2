"""Whole-line phrases, found without a scan: every line has a key, and a phrase's line can only be one of the same key.

That costs nothing to compile, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from textlint.batch import Batch, Ints
from textlint.keys import equal, line_keys, phrase_keys


class LineKeys:
    """Finds the lines of a batch whose key is that of one of the phrases (folded)."""

    def __init__(self, phrases: Sequence[str]) -> None:
        keys = phrase_keys(phrases)
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]

    def find(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (number of a phrase, line of the batch that may be it), in no order."""
        lines, keys = line_keys(batch)
        own, places = equal(keys, self._keys)
        return self._order[places], lines[own]

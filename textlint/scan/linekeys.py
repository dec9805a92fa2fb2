"""Whole-line phrases, found without a scan: every line has a key, and a phrase's line can only be one of the same key.

That costs nothing to compile, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from textlint.batch import Batch, Ints
from textlint.keys import Keys, equal, line_keys, phrase_keys


class LineKeys(msgspec.Struct, frozen=True, eq=False):
    """Finds the lines of a batch whose key is that of a phrase: keys, ascending, with the numbers of their anchors."""

    keys: Keys
    anchors: Ints

    def find(self, batch: Batch) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor, line of the batch that may be one of its phrases), in no order."""
        lines, keys = line_keys(batch)
        own, places = equal(keys, self.keys)
        return self.anchors[places], lines[own]


def keyed_lines(phrases: Sequence[str], anchors: Sequence[int]) -> LineKeys:
    """What finds phrases (folded), each of an anchor of this number."""
    keys = phrase_keys(phrases)
    order = np.argsort(keys, kind="stable")
    return LineKeys(keys[order], np.array(anchors, np.int64)[order])

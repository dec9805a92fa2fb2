"""Whole-line phrases, found without a scan: every line has a key, and a phrase's line can only be one of the same key.

That costs nothing to compile, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np

from textlint.buffer import Bools, Buffer, Ints
from textlint.keys import Keys, equal, likely, line_keys, phrase_keys, seen


class LineKeys(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Finds the lines of a batch whose key is that of a phrase: keys, ascending, with the numbers of their anchors."""

    keys: Keys
    anchors: Ints

    @cached_property
    def _seen(self) -> Bools:
        return seen(self.keys)

    def find(self, batch: Buffer) -> tuple[Ints, Ints]:
        """Pairs (number of an anchor, line of the batch that may be one of its phrases), in no order."""
        lines, keys = line_keys(batch)
        index = np.flatnonzero(likely(self._seen, keys))
        own, places = equal(keys[index], self.keys)
        return self.anchors[places], lines[index[own]]


def keyed_lines(phrases: Sequence[str], anchors: Sequence[int]) -> LineKeys:
    """What finds phrases (folded), each of an anchor of this number."""
    keys = phrase_keys(phrases)
    order = np.argsort(keys, kind="stable")
    return LineKeys(keys[order], np.array(anchors, np.int64)[order])

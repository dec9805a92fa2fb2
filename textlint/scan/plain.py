"""The scan without Hyperscan: slower, with candidates that lead to the same findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import regex

from textlint.anchor import Anchor, AnyAnchor, TermAnchor
from textlint.batch import Batch, Ints
from textlint.fold import fold

# From a batch to (number of the anchor, byte of the buffer) for every hit, in no order.
ScanFunction = Callable[[Batch], tuple[Ints, Ints]]


def scan_function(anchors: Sequence[AnyAnchor]) -> ScanFunction:
    """A function that looks for each anchor on its own. Raises regex.error for an expression that is none."""
    patterns = [(n, regex.compile(a.expression, regex.ASCII)) for n, a in enumerate(anchors) if isinstance(a, Anchor)]
    phrases = [(n, a.phrase) for n, a in enumerate(anchors) if isinstance(a, TermAnchor)]
    return partial(_scan, patterns, phrases)


def _scan(
    patterns: Sequence[tuple[int, regex.Pattern[str]]], phrases: Sequence[tuple[int, str]], batch: Batch
) -> tuple[Ints, Ints]:
    text = batch.buffer.decode()
    folded = fold(text)
    numbers, places = [], []
    for number, pattern in patterns:
        # Overlapped, so that a match which runs on into the next line hides none that lies within that line.
        for found in pattern.finditer(text, overlapped=True):
            numbers.append(number)
            places.append(found.start())
    for number, phrase in phrases:
        for place in _places(folded, phrase):
            numbers.append(number)
            places.append(place)
    return np.array(numbers, np.int64), _bytes_at(batch, np.array(places, np.int64))


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def _bytes_at(batch: Batch, places: Ints) -> Ints:
    """The bytes at which code points of the buffer start."""
    if batch.buffer.isascii() or not len(places):
        return places
    return np.asarray(np.flatnonzero((batch.data & 0xC0) != 0x80)[places], np.int64)

"""The scan without Hyperscan: slower, with candidates that lead to the same findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import regex

from textlint.anchor import Anchor, AnchorError, Scanned, TermAnchor, portable
from textlint.batch import Batch, Ints
from textlint.fold import fold
from textlint.kinds.limits import SECONDS

# From a batch to (number of the anchor, byte of the buffer) for every hit, in no order.
ScanFunction = Callable[[Batch], tuple[Ints, Ints]]


def scan_function(anchors: Sequence[Scanned]) -> ScanFunction:
    """A function that looks for each anchor on its own. Raises AnchorError."""
    patterns = [(n, pattern) for n, a in enumerate(anchors) if isinstance(a, Anchor) for pattern in _patterns(a)]
    phrases = [(n, a.phrase) for n, a in enumerate(anchors) if isinstance(a, TermAnchor)]
    return partial(_scan, patterns, phrases)


def _patterns(anchor: Anchor) -> Iterator[regex.Pattern[str]]:
    """The anchor's pattern, in which classes are ASCII; where case does not count, one for letters beyond ASCII too."""
    expression = portable(anchor)
    for flags in [regex.ASCII, regex.UNICODE] if expression.startswith("(?i)") else [regex.ASCII]:
        try:
            pattern = regex.compile(expression, flags | regex.MULTILINE)
        except regex.error as error:
            raise AnchorError(anchor, str(error)) from None
        if pattern.search(""):
            raise AnchorError(anchor, "it is found in an empty line")
        yield pattern


def _scan(
    patterns: Sequence[tuple[int, regex.Pattern[str]]], phrases: Sequence[tuple[int, str]], batch: Batch
) -> tuple[Ints, Ints]:
    text = batch.buffer.decode()
    folded = fold(text)
    numbers, places = [], []
    for number, pattern in patterns:
        for place in _found(text, pattern):
            numbers.append(number)
            places.append(place)
    for number, phrase in phrases:
        for place in _places(folded, phrase):
            numbers.append(number)
            places.append(place)
    return np.array(numbers, np.int64), bytes_at(batch, np.array(places, np.int64))


def _found(text: str, pattern: regex.Pattern[str]) -> list[int]:
    """Where a pattern is found; at every line where that takes too long, for an anchor may hold back none."""
    try:
        # Overlapped, so that a match which runs on into the next line hides none that lies within that line.
        return [found.start() for found in pattern.finditer(text, overlapped=True, timeout=SECONDS)]
    except TimeoutError:
        return [place + 1 for place in _places(text[:-1], "\n")]


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def bytes_at(batch: Batch, places: Ints) -> Ints:
    """The bytes at which code points of the buffer start."""
    if batch.buffer.isascii() or not len(places):
        return places
    return np.asarray(np.flatnonzero((batch.data & 0xC0) != 0x80)[places], np.int64)

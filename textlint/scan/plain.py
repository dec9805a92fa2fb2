"""The scan without Hyperscan: slower, with candidates that lead to the same findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import regex

from textlint.anchor import Anchor, AnchorError, Scanned, TermAnchor, portable
from textlint.buffer import Buffer, Ints
from textlint.fold import fold
from textlint.keys import points
from textlint.kinds.limits import SECONDS
from textlint.scan.odd import ScanFunction


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
    patterns: Sequence[tuple[int, regex.Pattern[str]]], phrases: Sequence[tuple[int, str]], batch: Buffer
) -> tuple[Ints, Ints]:
    text = batch.buffer.decode()
    folded = fold(text)
    feeds = np.flatnonzero(points(text) == 10)  # the first one stands before the first line
    found = [(number, _touched(feeds, _spans(text, pattern))) for number, pattern in patterns]
    found += [(number, _touched(feeds, [(at, at + 1) for at in _places(folded, phrase)])) for number, phrase in phrases]
    numbers = np.repeat([number for number, _ in found], [len(lines) for _, lines in found])
    return numbers, np.concatenate([np.zeros(0, np.int64), *(lines for _, lines in found)])


def _spans(text: str, pattern: regex.Pattern[str]) -> list[tuple[int, int]]:
    """Where a pattern is found; everywhere when that takes too long, for an anchor may hold back no line."""
    try:
        # Overlapped, so that a match which runs on into the next line hides none that lies within that line.
        return [found.span() for found in pattern.finditer(text, overlapped=True, timeout=SECONDS)]
    except TimeoutError:
        return [(0, len(text))]


def _touched(feeds: Ints, spans: Sequence[tuple[int, int]]) -> Ints:
    """The lines that spans of the text touch, each once: a match may begin with the line end above, or run on."""
    if not spans:
        return np.zeros(0, np.int64)
    bounds = np.array(spans, np.int64)
    bounds[:, 1] -= 1
    first, last = np.clip(np.searchsorted(feeds, bounds, "left") - 1, 0, len(feeds) - 2).T
    steps = np.bincount(first, minlength=len(feeds)) - np.bincount(last + 1, minlength=len(feeds))
    return np.flatnonzero(np.cumsum(steps) > 0)


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)

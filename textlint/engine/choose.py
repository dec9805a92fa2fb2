"""Which fixes of one pass are made, where several want to change the same place of a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from textlint.batch import Bools, Ints
from textlint.finding import Finding, Fix

Wanted = tuple[int, Finding, Fix]
"""The number of a document, something found in it, and what would cure it."""


def chosen(wanted: Sequence[Wanted], numbers: Ints, starts: Ints, ends: Ints, ranks: Mapping[str, int]) -> Bools:
    """Which fixes are made: most meet no other; of those that do the lower rank goes first, then the longer fix.

    ``numbers`` are the fixes (their places in ``wanted``) to which changes belong, ``starts`` and ``ends`` where those
    stand, in code points counted through all documents, in order of place.
    """
    kept = np.ones(len(wanted), bool)
    tangled: defaultdict[int, set[int]] = defaultdict(set)  # fixes of many changes, and what they meet, by document
    for group in _meeting(numbers, starts, ends):
        if all(len(wanted[n][2].changes) == 1 for n in group):
            kept[list(group - _first(group, wanted, ranks))] = False
        else:
            tangled[wanted[min(group)][0]] |= group
    for group in tangled.values():
        kept[list(group - _first(group, wanted, ranks))] = False
    return kept


def _meeting(numbers: Ints, starts: Ints, ends: Ints) -> Iterator[set[int]]:
    """The fixes of groups of two changes or more that overlap, or of which one that is empty touches another."""
    reach, empty = np.maximum.accumulate(ends)[:-1], starts == ends
    meets = (starts[1:] < reach) | (starts[1:] == reach) & (empty[1:] | empty[:-1])
    edges = np.flatnonzero(np.diff(meets, prepend=False, append=False)).tolist()
    for first, end in zip(edges[::2], edges[1::2], strict=True):
        yield set(numbers[first : end + 1].tolist())


def _first(numbers: set[int], wanted: Sequence[Wanted], ranks: Mapping[str, int]) -> set[int]:
    """Those of some fixes that go first: by rank, then the longest; one that meets them stays out."""

    def precedence(n: int) -> tuple[int, int, int, str, int, int]:
        _, finding, fix = wanted[n]
        return ranks.get(finding.rule, 50), -fix.size, finding.start, finding.rule, fix.changes[0].start, n

    ordered = sorted(map(precedence, numbers))
    if len({start for *_, start, _ in ordered}) == 1:  # as of a line that several delete
        return {ordered[0][-1]}
    places = _Places()
    first = set()
    for *_, n in ordered:
        spans = [(change.start, change.end) for change in wanted[n][2].changes]
        if not any(map(places.meet, spans)):
            for span in spans:
                places.add(span)
            first.add(n)
    return first


class _Places:
    """The spans that are taken, by stretches of the text, so that one more costs the same among few and many."""

    STRETCH = 4096

    def __init__(self) -> None:
        self._taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)

    def _stretches(self, span: tuple[int, int]) -> range:
        return range(span[0] // self.STRETCH, span[1] // self.STRETCH + 1)

    def add(self, span: tuple[int, int]) -> None:
        for stretch in self._stretches(span):
            insort(self._taken[stretch], span)

    def meet(self, span: tuple[int, int]) -> bool:
        """Whether a span overlaps one that is taken, or an insertion touches one."""
        return any(_meets(self._taken[n], span) for n in self._stretches(span) if n in self._taken)


def _meets(places: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """The same among disjoint spans in order, of which only the neighbours can meet it."""
    start, end = span
    i = bisect_left(places, span)
    for low, high in places[max(i - 1, 0) : i + 2]:
        empty = low == high or start == end
        if (low <= end and start <= high) if empty else (low < end and start < high):
            return True
    return False

"""What a scan looks for, made ready: plain data and arrays, which can be kept so that no start has to make them again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from textlint.anchor import Anchor, AnyAnchor, LineAnchor, Scanned, TermAnchor
from textlint.buffer import Bools, Ints
from textlint.scan.linekeys import LineKeys, keyed_lines
from textlint.scan.termkeys import TermKeys, term_keys

SHORT = 300  # code points of a line: most rules count no longer ones, so that half of most texts need not be scanned for them


class Plan(msgspec.Struct, frozen=True, eq=False):
    """The anchors of several owners (rules), by number, and how each is looked for.

    ``owners[first_owner[n] : first_owner[n + 1]]`` are those of anchor ``n``. ``expressions`` and ``phrases`` (whether they
    stand at the start, at the end of their line) are looked for by a scan, all other phrases by their keys. ``short`` says
    of each anchor whether none of its owners counts lines of more than SHORT code points.
    """

    owners: Ints
    first_owner: Ints
    expressions: list[tuple[int, str]]
    phrases: list[tuple[int, str, bool, bool]]
    lines: LineKeys
    terms: TermKeys
    short: Bools

    @property
    def scanned(self) -> list[tuple[int, Scanned]]:
        """The anchors that a scan looks for, with their numbers, ascending."""
        phrases = ((n, TermAnchor(phrase, at_start, at_end)) for n, phrase, at_start, at_end in self.phrases)
        return sorted([*((n, Anchor(e)) for n, e in self.expressions), *phrases], key=lambda pair: pair[0])


def planned(anchors: Sequence[Sequence[AnyAnchor]], longest: Sequence[int | None] | None = None) -> Plan:
    """The plan for the anchors of each of several owners, and the code points of the longest lines that count for each."""
    numbers: dict[AnyAnchor, int] = {}
    owned = [[numbers.setdefault(anchor, len(numbers)) for anchor in own] for own in anchors]
    pairs = sorted((number, owner) for owner, own in enumerate(owned) for number in set(own))
    whole = [(phrase, n) for a, n in numbers.items() if isinstance(a, LineAnchor) for phrase in a.phrases]
    terms = [(anchor, n) for anchor, n in numbers.items() if isinstance(anchor, TermAnchor)]
    keys, keyed = term_keys([anchor for anchor, _ in terms], [n for _, n in terms])
    scanned = [term for term, has_key in zip(terms, keyed.tolist(), strict=True) if not has_key]
    return Plan(
        np.array([owner for _, owner in pairs], np.int64),
        np.searchsorted([number for number, _ in pairs], np.arange(len(numbers) + 1)),
        [(n, anchor.expression) for anchor, n in numbers.items() if isinstance(anchor, Anchor)],
        [(n, anchor.phrase, anchor.at_start, anchor.at_end) for anchor, n in scanned],
        keyed_lines([phrase for phrase, _ in whole], [n for _, n in whole]),
        keys,
        _short(len(numbers), pairs, longest or [None] * len(anchors)),
    )


def _short(size: int, pairs: Sequence[tuple[int, int]], longest: Sequence[int | None]) -> Bools:
    """Which of so many anchors, paired with their owners, matter on short lines alone."""
    bounded = [limit is not None and limit <= SHORT for limit in longest]
    short = np.ones(size, bool)
    short[[number for number, owner in pairs if not bounded[owner]]] = False
    return short

"""Where lines stand in their documents: zones, and the lines of a batch that count by place and length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from textlint.batch import Batch, Bools

Zone = Callable[[Batch], Bools]

SHORT = 80  # code points up to which a line counts as short


def _head(batch: Batch) -> Bools:
    return np.arange(len(batch.starts)) < batch.prose_bounds[0][batch.doc_of_line]


def _tail(batch: Batch) -> Bools:
    return np.arange(len(batch.starts)) >= batch.prose_bounds[1][batch.doc_of_line]


def in_run(batch: Batch) -> Bools:
    """Short lines whose nearest neighbour in their document, blank lines aside, is short too."""
    full = np.flatnonzero(~batch.blank)
    short = ~batch.prose[full] & (batch.lengths[full] <= SHORT)
    document = batch.doc_of_line[full]
    paired = short[1:] & short[:-1] & (document[1:] == document[:-1])
    marked = np.zeros(len(batch.starts), bool)
    marked[full[1:][paired]] = True
    marked[full[:-1][paired]] = True
    return marked


ZONES: dict[str, Zone] = {
    "anywhere": lambda batch: np.ones(len(batch.starts), bool),
    "head": _head,
    "tail": _tail,
    "edges": lambda batch: batch.mark(_head) | batch.mark(_tail),
    "run": in_run,
    "outside": lambda batch: ~batch.prose,
}


@dataclass(frozen=True)
class _Any:
    """Marks the lines of a batch that stand in one of some zones."""

    zones: tuple[str, ...]

    def __call__(self, batch: Batch) -> Bools:
        first, *others = (batch.mark(ZONES[zone]) for zone in self.zones)
        return np.logical_or.reduce([first, *others]) if others else first


@dataclass(frozen=True)
class Only:
    """Marks the lines of a batch that stand in one of some zones and have a length, in code points, between two."""

    zones: tuple[str, ...]
    shortest: int
    longest: int | None

    def __call__(self, batch: Batch) -> Bools:
        marked = batch.mark(_Any(self.zones))  # many rules ask for the same zones, and for other lengths
        if self.shortest > 0:
            marked = marked & (batch.lengths >= self.shortest)
        return marked if self.longest is None else marked & (batch.lengths <= self.longest)

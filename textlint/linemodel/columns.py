"""Columns of small whole numbers, one a row, which a linear model looks up in its table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints

Floats = NDArray[np.float64]


class Column(NamedTuple):
    """Values from 0 to ``size`` - 1, one a row."""

    values: Ints
    size: int


def binned(values: NDArray[Any], edges: Sequence[float]) -> Column:
    """In which of the intervals between ``edges`` each value lies; an edge belongs to the interval above it.

    The few edges are compared one by one, which is many times as fast as a search for every value.
    """
    reached = np.zeros(len(values), np.int8)
    for edge in np.asarray(edges, values.dtype):
        reached += values >= edge
    return Column(reached.astype(np.int64), len(edges) + 1)


def flag(values: Bools) -> Column:
    """1 where it holds."""
    return Column(values.astype(np.int64), 2)


def cross(*columns: Column) -> Column:
    """A column with a value of its own for every combination."""
    values, size = columns[0]
    for column in columns[1:]:
        values, size = values * column.size + column.values, size * column.size
    return Column(values, size)


def otherwise(column: Column, valid: Bools) -> Column:
    """The column, with one more value for the rows where it means nothing."""
    return Column(np.where(valid, column.values, column.size), column.size + 1)


def sizes(columns: Mapping[str, Column]) -> dict[str, int]:
    """How many weights each column takes."""
    return {name: column.size for name, column in columns.items()}


def running(values: Ints | Bools) -> Ints:
    """Sums of all values before each place, and of all at the end.

    Whole numbers only: their sums are exact, so that what is said of a document does not depend on the documents before
    it in the batch.
    """
    total = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, out=total[1:])
    return total


class Windows:
    """Sums over the rows around each row that belong to the same document."""

    def __init__(self, low: Ints, high: Ints) -> None:
        self.low, self.high = low, high
        self.rows = np.arange(len(low))
        self._bounds: dict[tuple[int, int], tuple[Ints, Ints]] = {}

    def bounds(self, start: int, end: int) -> tuple[Ints, Ints]:
        """First and after-last row of the window from ``start`` to ``end`` rows away."""
        if (start, end) not in self._bounds:
            first = np.clip(self.rows + start, self.low, self.high)
            last = np.maximum(first, np.clip(self.rows + end + 1, self.low, self.high))
            self._bounds[start, end] = first, last
        return self._bounds[start, end]

    def mean(self, total: Ints, weight: Ints, start: int, end: int) -> tuple[Floats, Bools]:
        """The mean over a window from two running sums, and where there is anything in the window."""
        first, last = self.bounds(start, end)
        share: Floats = (total[last] - total[first]) / np.maximum(weight[last] - weight[first], 1)
        return share, last > first

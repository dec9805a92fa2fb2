"""Columns of small whole numbers, one a row, which a linear model looks up in its table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints

Floats = NDArray[np.float64]


_SEARCHED = 50  # values for each edge, up to which they are searched for
_GREAT = (1 << 15) - 1  # above all edges between whole numbers


class Column(NamedTuple):
    """Values from 0 to ``size`` - 1, one a row; small numbers, which are quick to compare and to combine."""

    values: NDArray[Any]
    size: int


def binned(values: NDArray[Any], edges: Sequence[float]) -> Column:
    """In which of the intervals between ``edges`` each value lies; an edge belongs to the interval above it.

    Of many values each of the few edges is compared with all, which is many times as fast as a search for every value,
    and faster for small numbers than for great ones.
    """
    steps = np.asarray(edges, values.dtype)
    if len(values) < _SEARCHED * len(steps):
        return Column(np.searchsorted(steps, values, "right").astype(np.int8), len(steps) + 1)
    if values.dtype == np.int64 and len(steps) > 2:
        values = np.minimum(values, _GREAT).astype(np.int16)
    reached = np.zeros(len(values), np.int8)
    for edge in steps.astype(values.dtype):
        reached += (values >= edge).view(np.int8)
    return Column(reached, len(steps) + 1)


def flag(values: Bools) -> Column:
    """1 where it holds."""
    return Column(values.view(np.int8), 2)


def cross(*columns: Column) -> Column:
    """A column with a value of its own for every combination."""
    size = prod(column.size for column in columns)
    values = columns[0].values.astype(_holding(size))
    for column in columns[1:]:
        values *= column.size
        values += column.values
    return Column(values, size)


def otherwise(column: Column, valid: Bools) -> Column:
    """The column, with one more value for the rows where it means nothing."""
    values = column.values.astype(_holding(column.size + 1))
    values[~valid] = column.size
    return Column(values, column.size + 1)


def spread(column: Column, owners: Ints) -> Column:
    """A column of values a document as one of values a row; ``owners`` are the rows' documents."""
    return Column(column.values[owners], column.size)


def _holding(size: int) -> type[np.signedinteger[Any]]:
    """The smallest type that holds all values of a column, and its size."""
    return np.int8 if size < 1 << 7 else np.int16 if size < 1 << 15 else np.int32


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


def sums_between(values: Ints | Bools, bounds: Ints) -> Ints:
    """Sums of whole numbers from each bound up to the next; the last bound is the number of values."""
    sums = np.zeros(len(bounds) - 1, np.int64)
    some = np.flatnonzero(bounds[1:] > bounds[:-1])
    if len(some):
        small = values.dtype == np.bool_ and len(values) < 1 << 31
        sums[some] = np.add.reduceat(values, bounds[some], dtype=np.int32 if small else np.int64)
    return sums


class Windows:
    """The rows around each row that belong to the same document: windows from ``start`` to ``end`` rows away."""

    def __init__(self, low: Ints, high: Ints) -> None:
        self.low, self.high = low, high
        self.rows = np.arange(len(low))
        self._places: dict[int, Ints] = {}

    def place(self, step: int) -> Ints:
        """The row so many rows away, or the end of the document on that side (from 1 on: the one after its last row)."""
        if step not in self._places:
            away = self.rows + step
            self._places[step] = np.minimum(away, self.high) if step > 0 else np.maximum(away, self.low)
        return self._places[step]

    def size(self, start: int, end: int) -> Ints:
        """How many rows lie in each window."""
        return self.place(end + 1) - self.place(start)


class Sums:
    """Sums of a row's values (whole numbers) over windows around each row."""

    def __init__(self, windows: Windows, values: Ints | Bools) -> None:
        self.windows, self.total = windows, running(values)
        self._before: dict[int, Ints] = {}

    def over(self, start: int, end: int) -> Ints:
        """The sums over the windows from ``start`` to ``end`` rows away."""
        return self._up_to(end + 1) - self._up_to(start)

    def _up_to(self, step: int) -> Ints:
        if step not in self._before:
            self._before[step] = self.total.take(self.windows.place(step))
        return self._before[step]


def mean(sums: Ints | Floats, weights: Ints) -> Floats:
    """Sums by their weights; of nothing 0."""
    share: Floats = sums / np.maximum(weights, 1)
    return share

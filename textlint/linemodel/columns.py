"""Columns of small whole numbers, one a row, which a linear model looks up in its table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints

Floats = NDArray[np.float64]


_SEARCHED = 50  # values for each edge, up to which they are searched for
_COMPARED = {1: 6, 2: 6, 4: 3, 8: 2}  # edges for numbers of so many bytes, up to which comparing is faster than a table
_GREATEST = 10_000  # edge between whole numbers for which there is a table


class Column(NamedTuple):
    """Values from 0 to ``size`` - 1, one a row; small numbers, which are quick to compare and to combine."""

    values: NDArray[Any]
    size: int


def binned(values: NDArray[Any], edges: Sequence[float]) -> Column:
    """In which of the intervals between ``edges`` each value lies; an edge belongs to the interval above it.

    Among more than a few edges between whole numbers a value is looked up. Else each edge is compared with all values,
    which for many of them is many times as fast as a search for each, and fastest for small numbers.
    """
    steps, table = _steps(tuple(edges))
    whole = values.dtype.kind == "i" and len(edges) > _COMPARED[values.dtype.itemsize]
    if whole and len(table):
        return Column(table.take(values, mode="clip"), len(steps) + 1)
    if len(values) < _SEARCHED * len(steps):
        return Column(steps.searchsorted(values, "right").astype(np.int8), len(steps) + 1)
    reached = np.zeros(len(values), np.int8)
    for edge in edges:
        reached += (values >= edge).view(np.int8)
    return Column(reached, len(steps) + 1)


@cache
def _steps(edges: tuple[float, ...]) -> tuple[Floats, NDArray[np.int8]]:
    """Edges as an array, and the interval of every whole number from 0 to the last of them; nothing where some are no
    whole numbers above 0, or too great."""
    steps = np.array(edges, np.float64)
    whole = all(float(edge).is_integer() and 0 < edge <= _GREATEST for edge in edges)
    return steps, np.searchsorted(steps, np.arange(edges[-1] + 1 if whole else 0), "right").astype(np.int8)


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
    values -= column.size  # faster than to choose
    values *= valid
    values += column.size
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
        self._sizes: dict[tuple[int, int], Ints] = {}

    def place(self, step: int) -> Ints:
        """The row so many rows away, or the end of the document on that side (from 1 on: the one after its last row)."""
        if step not in self._places:
            away = self.rows + step
            self._places[step] = np.minimum(away, self.high) if step > 0 else np.maximum(away, self.low)
        return self._places[step]

    def size(self, start: int, end: int) -> Ints:
        """How many rows lie in each window."""
        if (start, end) not in self._sizes:
            self._sizes[start, end] = self.place(end + 1) - self.place(start)
        return self._sizes[start, end]


class Sums:
    """Sums of a row's values (whole numbers, none below 0) over windows around each row."""

    def __init__(self, windows: Windows, values: Ints | Bools) -> None:
        self.windows, self.total = windows, running(values)
        self.low, self.high = (self.total.take(edge, mode="clip") for edge in (windows.low, windows.high))
        self._before: dict[int, Ints] = {}

    def over(self, start: int, end: int) -> Ints:
        """The sums over the windows from ``start`` to ``end`` rows away."""
        return self._up_to(end + 1) - self._up_to(start)

    def _up_to(self, step: int) -> Ints:
        """The sum before the row so many rows away, or at the end of the document on that side.

        Sums never fall: of these two it is the lesser or the greater one, and no row has to be looked up.
        """
        if step not in self._before:
            rows = len(self.low)
            if step > 0:
                sums = self.high.copy()
                inner = sums[: max(rows + 1 - step, 0)]
                np.minimum(inner, self.total[step:], out=inner)
            else:
                sums = self.low.copy()
                inner = sums[-step:]
                np.maximum(inner, self.total[: len(inner)], out=inner)
            self._before[step] = sums
        return self._before[step]


def share(sums: Sums, start: int, end: int, edges: tuple[float, ...]) -> Column:
    """In which interval the share of marked rows lies in each window, of sums over rows that are marked or not; one more
    value where there is no row."""
    most = end - start + 1
    place = sums.windows.size(start, end) * (most + 1)
    place += sums.over(start, end)
    return Column(_shares(most, edges).take(place, mode="clip"), len(edges) + 2)


@cache
def _shares(most: int, edges: tuple[float, ...]) -> NDArray[np.int8]:
    """The interval of each share for every size of a window and every sum, up to ``most``."""
    size, marked = np.divmod(np.arange((most + 1) ** 2), most + 1)
    return otherwise(binned(mean(marked, size), edges), size > 0).values


def mean(sums: Ints | Floats, weights: Ints) -> Floats:
    """Sums by their weights; of nothing 0."""
    means: Floats = sums / np.maximum(weights, 1)
    return means

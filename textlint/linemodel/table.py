"""Weights of a linear model over columns, and how they are fitted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.linemodel.columns import Column, Floats
from textlint.linemodel.second import odds
from textlint.linemodel.words import Terms

LINE_STEPS = 30
MEMORY = 8  # steps that the search remembers
HALVINGS = 20  # of a step that goes too far
SETTLED = 1e-5  # part of the loss by which a step must lower it for the search to go on

Loss = Callable[[Floats], tuple[float, Floats]]


class Table(msgspec.Struct, frozen=True, dict=True):
    """A bias and a weight for every value of every column; log odds are their sum."""

    sizes: Mapping[str, int]
    bias: float
    weights: NDArray[np.float32]

    @cached_property
    def _exact(self) -> Floats:
        """The weights in the numbers that they are added up in, which saves turning them at every look-up."""
        return self.weights.astype(np.float64)

    def score(self, columns: Mapping[str, Column], rows: int) -> Floats:
        """Log odds, one a row."""
        total, own = np.full(rows, self.bias), np.empty(rows)
        start = 0
        for name, size in self.sizes.items():
            self._exact[start : start + size].take(columns[name].values, mode="clip", out=own)  # all are in bounds
            total += own
            start += size
        return total


def fit_table(
    columns: Mapping[str, Column], junk: Floats, weight: Floats, rows: NDArray[np.bool_], penalty: float, steps: int
) -> Table:
    """The table that tells ``junk`` (0 or 1) best on some of the rows, each counting ``weight``; of no rows one of zeros."""
    sizes = {name: column.size for name, column in columns.items()}
    starts = np.cumsum([0, *sizes.values()])
    places = [
        column.values[rows].astype(np.int32) + np.int32(start)
        for column, start in zip(columns.values(), starts, strict=False)
    ]
    target, weighed, total = junk[rows], weight[rows], int(starts[-1])
    if not len(target):
        return Table(sizes, 0.0, np.zeros(total, np.float32))

    def loss(x: Floats) -> tuple[float, Floats]:
        scores = np.full(len(target), x[0])
        for place in places:
            scores += x[1:][place]
        value, rest = _log_loss(scores, target, weighed)
        slope = np.zeros(total)
        for place in places:
            slope += np.bincount(place, weights=rest, minlength=total)
        return _penalised(x, value, np.append(rest.sum(), slope), penalty, weighed.sum())

    x = minimise(loss, np.zeros(total + 1), steps)
    return Table(sizes, float(x[0]), x[1:].astype(np.float32))


def fit_words(
    terms: Terms,
    buckets: int,
    base: Floats,
    junk: Floats,
    weight: Floats,
    rows: NDArray[np.bool_],
    penalty: float,
    steps: int,
) -> NDArray[np.float64]:
    """What each bucket of words adds to the log odds ``base`` that are known without them."""
    number = np.cumsum(rows) - 1
    chosen = rows[terms.rows]
    at, bucket, value = number[terms.rows[chosen]], terms.buckets[chosen], terms.value[chosen]
    target, weighed, start = junk[rows], weight[rows], base[rows]

    def loss(x: Floats) -> tuple[float, Floats]:
        scores = start + x[0] + np.bincount(at, weights=x[1:][bucket] * value, minlength=len(target))
        lost, rest = _log_loss(scores, target, weighed)
        slope = np.bincount(bucket, weights=rest[at] * value, minlength=buckets)
        return _penalised(x, lost, np.append(rest.sum(), slope), penalty, weighed.sum())

    x: Floats = minimise(loss, np.zeros(buckets + 1), steps)
    return x


def fit_line(sums: Floats, junk: Floats, weight: Floats, rows: NDArray[np.bool_]) -> tuple[float, float]:
    """The slope and the offset that make log odds of junk of sums, fitted on some of the rows."""
    target, weighed, value = junk[rows], weight[rows], sums[rows]

    def loss(x: Floats) -> tuple[float, Floats]:
        lost, rest = _log_loss(x[0] * value + x[1], target, weighed)
        return lost / weighed.sum(), np.array([rest @ value, rest.sum()]) / weighed.sum()

    slope, offset = minimise(loss, np.array([1.0, 0.0]), LINE_STEPS)
    return float(slope), float(offset)


def _log_loss(scores: Floats, target: Floats, weight: Floats) -> tuple[float, Floats]:
    bounded = np.clip(scores, -30, 30)
    lost = float((weight * (np.logaddexp(0, bounded) - target * bounded)).sum())
    return lost, weight * (odds(bounded) - target)


def _penalised(x: Floats, lost: float, slope: Floats, penalty: float, total: float) -> tuple[float, Floats]:
    """Loss and slope a unit of weight, with a penalty on all weights but the bias."""
    slope[1:] += penalty * x[1:]
    return (lost + 0.5 * penalty * float(x[1:] @ x[1:])) / total, slope / total


def minimise(loss: Loss, x: Floats, steps: int) -> Floats:
    """Where a smooth convex loss is least, by L-BFGS with halved steps; the same on every run."""
    value, slope = loss(x)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = -_turned(slope, past)
        size = 1.0 if past else 1.0 / max(float(np.abs(slope).sum()), 1e-9)
        for _ in range(HALVINGS):
            lower, new_slope = loss(x + size * way)
            if lower <= value + 1e-4 * size * float(slope @ way):
                break
            size /= 2
        else:
            break
        step, change = size * way, new_slope - slope
        if float(change @ step) > 1e-12:
            past = [*past, (step, change)][-MEMORY:]
        x, gained = x + step, value - lower
        value, slope = lower, new_slope
        if gained < SETTLED * abs(value):
            break
    return x


def _turned(slope: Floats, past: list[tuple[Floats, Floats]]) -> Floats:
    """The slope turned towards the least loss by what the past steps tell of the curvature."""
    way = slope.copy()
    kept: list[tuple[float, float]] = []
    for step, change in reversed(past):
        rate = 1 / float(change @ step)
        amount = rate * float(step @ way)
        way -= amount * change
        kept.append((amount, rate))
    if past:
        step, change = past[-1]
        way *= float(step @ change) / float(change @ change)
    for (step, change), (amount, rate) in zip(past, reversed(kept), strict=True):
        way += step * (amount - rate * float(change @ way))
    return way

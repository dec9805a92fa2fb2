"""Why the model takes a line for junk, in the words of a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

import numpy as np

from textlint.batch import Ints
from textlint.keys import within
from textlint.linemodel.columns import Floats, mean
from textlint.linemodel.model import Judged, Model
from textlint.linemodel.rows import Rows
from textlint.linemodel.words import Places

LEAST = 0.3  # log odds from which a reason is worth giving
MOST = 3  # reasons of a finding
FEW = 8  # words of a short line
KINDS = ("line", "near", "place", "document")  # of evidence, as the first look's columns are named

_ALL = "all in all"  # where no reason is worth giving
_WEIGHT = 48  # bits of a term's number, above which its weight stands where the greatest of both is looked for
_KIND = 44  # bits of the number of its word, above which stands whether it is a word, a pair, a first or a last one


def reasons(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """For each of the rows what counts most against it, with what it adds to the log odds."""
    phrases = np.array([*chain(*_phrases(judged.rows, rows)), *_strongest_words(model, judged, rows), "", _ALL], object)
    kinds, most = _greatest(_amounts(model, judged, rows))
    told = np.append(most >= LEAST, np.zeros((1, len(rows)), bool), axis=0)
    parts: list[list[str]] = []
    for rank in range(MOST):
        number = np.where(told[rank], kinds[rank] * len(rows) + np.arange(len(rows)), len(phrases) - (2 if rank else 1))
        parts.append(phrases.take(number).tolist())
        parts.append(_written(np.where(told[rank], 2 * _tenths(most[rank]) + told[rank + 1], 0), _amount))
    return list(map("".join, zip(*parts, strict=True)))


def _amounts(model: Model, judged: Judged, rows: Ints) -> Floats:
    """What each kind of evidence adds to the log odds of each row: those of KINDS, then the words."""
    amounts = np.zeros((len(KINDS) + 1, len(rows)))
    start = 0
    for name, size in model.first.sizes.items():
        weights = model.first.weights[start : start + size]
        amounts[KINDS.index(name.partition("/")[0])] += weights.take(judged.first[name].values.take(rows))
        start += size
    amounts[-1] = judged.scores.words[rows]
    return amounts


def _greatest(amounts: Floats) -> tuple[Ints, Floats]:
    """The kinds of the MOST greatest amounts of each row, of equals the first, and these amounts."""
    number = np.arange(amounts.shape[1])
    kinds, most = np.zeros((MOST, len(number)), np.int64), np.zeros((MOST, len(number)))
    for rank in range(MOST):
        kinds[rank] = amounts.argmax(axis=0)
        most[rank] = amounts[kinds[rank], number]
        amounts[kinds[rank], number] = -np.inf
    return kinds, most


def _tenths(amounts: Floats) -> Ints:
    """Amounts in tenths, rounded as they are when they are written with one digit."""
    scaled = amounts * 10
    tenths = np.rint(scaled).astype(np.int64)
    for close in np.flatnonzero(np.abs(np.abs(scaled - tenths) - 0.5) < 1e-6).tolist():
        tenths[close] = round(10 * float(f"{amounts[close]:.1f}"))
    return tenths


def _amount(code: int) -> str:
    """An amount for twice its tenths, and one more where another reason follows; nothing for 0."""
    return f" +{code // 2 / 10:.1f}{', ' if code % 2 else ''}" if code else ""


def _written(numbers: Ints, write: Callable[[int], str]) -> list[str]:
    """What numbers are in writing; each is written once."""
    values = numbers.tolist()
    texts = {value: write(value) for value in set(values)}
    return list(map(texts.__getitem__, values))


def _strongest_words(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """The word or pair of each row that adds most, quoted."""
    words, data = judged.rows.words, judged.rows.batch.data
    best = _strongest(model, judged, rows)
    there = np.flatnonzero(best >= 0)
    term = best[there] & ((1 << _KIND) - 1)
    pair = (best[there] >> _KIND & 3) == 1
    starts, ends = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    starts[there], ends[there] = words.starts[term], words.ends[term + pair]
    sizes = ends - starts + 3  # with the quotes and a line feed between one and the next
    places = np.repeat(starts - 1, sizes) + within(sizes)
    quoted = data.take(places, mode="clip")
    last = np.cumsum(sizes) - 1
    quoted[last - sizes + 1], quoted[last - 1], quoted[last] = 96, 96, 10
    return quoted.tobytes().decode().split("\n")[:-1]


def _strongest(model: Model, judged: Judged, rows: Ints) -> Ints:
    """The term of each row that weighs most, of equals the last in the order of `Terms.rows`: the number of its word,
    with what it is and its weight in the bits above; -1 where a row has no words."""
    terms, words = judged.terms, judged.rows.words
    sizes = words.counts[rows]
    number = np.repeat(words.bounds[rows], sizes) + within(sizes)
    bounds = np.append(0, np.cumsum(sizes))

    def weighed(buckets: Places, kind: int) -> Ints:
        return (model.words[buckets].astype(np.int64) + 128 << _WEIGHT) + (kind << _KIND)

    each = weighed(terms.single[number], 0) + number
    inner = np.flatnonzero(number + 1 < np.repeat(words.bounds[rows + 1], sizes))
    each[inner] = np.maximum(each[inner], weighed(terms.pairs[number[inner]], 1) + number[inner])
    best, some = np.full(len(rows), -1), np.flatnonzero(sizes)
    if len(some):
        best[some] = np.maximum.reduceat(each, bounds[some])
    label = np.searchsorted(terms.short, rows)
    short = np.flatnonzero(np.append(terms.short, -1)[label] == rows)
    first, last = words.bounds[rows[short]], words.bounds[rows[short] + 1] - 1
    ends = np.maximum(weighed(terms.opening[label[short]], 2) + first, weighed(terms.closing[label[short]], 3) + last)
    best[short] = np.maximum(best[short], ends)
    return best


def _phrases(rows: Rows, chosen: Ints) -> Iterator[list[str]]:
    """Words for the four kinds of evidence, a list each."""
    counts = rows.n_words[chosen]
    yield _written(
        np.where(counts <= FEW, 0, counts), lambda count: f"line of {count} words" if count else "short line"
    )
    start, end = rows.windows.place(-2)[chosen], rows.windows.place(3)[chosen]
    around = mean(rows.words.bounds[end] - rows.words.bounds[start], end - start)
    kinds = ("among short lines", "beside lines of that kind")
    yield list(map(kinds.__getitem__, (around > FEW).tolist()))
    above, below = rows.place[chosen], rows.high[chosen] - 1 - chosen
    place = np.where(above <= below, above + 1, -1 - below)
    yield _written(place, lambda place: f"{place}. line" if place > 0 else f"{-place}. line from the end")
    yield ["in a document of that kind"] * len(chosen)

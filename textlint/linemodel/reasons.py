"""Why the model takes a line for junk, in the words of a finding."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Ints
from textlint.keys import within
from textlint.linemodel.columns import Floats, mean
from textlint.linemodel.model import Judged, Model
from textlint.linemodel.rows import Rows

LEAST = 0.3  # log odds from which a reason is worth giving
MOST = 3  # reasons of a finding
FEW = 8  # words of a short line
KINDS = ("line", "near", "place", "document")  # of evidence, as the first look's columns are named

_MUCH = 9999  # tenths; no more than that is ever told
_ALL = "all in all"  # where no reason is worth giving


def reasons(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """For each of the rows what counts most against it, with what it adds to the log odds."""
    phrases, numbers = _phrases(judged.rows, rows)
    kinds, most = _greatest(_amounts(model, judged, rows))
    told = np.append(most >= LEAST, np.zeros((1, len(rows)), bool), axis=0)
    number = np.arange(len(rows))
    parts: list[list[str]] = []
    for rank in range(MOST):
        chosen = np.where(told[rank], numbers[kinds[rank], number], 0 if rank else 1)
        parts.append(phrases.take(chosen).tolist())
        parts.append(
            _written(np.where(told[rank], 2 * np.minimum(_tenths(most[rank]), _MUCH) + told[rank + 1], 0), _amount)
        )
    return list(map("".join, zip(*parts, strict=True)))


def _amounts(model: Model, judged: Judged, rows: Ints) -> Floats:
    """What each kind of evidence adds to the log odds of each row: those of KINDS, then the words."""
    amounts = np.zeros((len(KINDS) + 1, len(rows)))
    start = 0
    for name, size in model.first.sizes.items():
        weights = model.first.weights[start : start + size]
        amounts[KINDS.index(name.partition("/")[0])] += weights.take(
            judged.first[name].values.take(rows, mode="clip"), mode="clip"
        )
        start += size
    amounts[-1] = judged.scores.words[rows]
    return amounts


def _greatest(amounts: Floats) -> tuple[Ints, Floats]:
    """The kinds of the MOST greatest amounts of each row, of equals the first, and these amounts."""
    number = np.arange(amounts.shape[1])
    kinds, most = np.zeros((MOST, len(number)), np.int64), np.zeros((MOST, len(number)))
    for rank in range(MOST):
        most[rank] = amounts[0]
        for kind in range(1, len(amounts)):  # faster than argmax, which is made for long rows
            kinds[rank] = np.maximum(kinds[rank], (amounts[kind] > most[rank]) * kind)
            np.maximum(most[rank], amounts[kind], out=most[rank])
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
    texts, places = _texts(numbers, write)
    written: list[str] = texts.take(places).tolist()
    return written


def _texts(numbers: Ints, write: Callable[[int], str]) -> tuple[NDArray[np.object_], Ints]:
    """What different numbers are in writing, and where among these texts each number's own stands."""
    if not len(numbers):
        return np.zeros(0, object), numbers
    above = numbers - numbers.min()
    there = np.bincount(above) > 0
    values = np.flatnonzero(there) + numbers.min()
    return np.array([write(value) for value in values.tolist()], object), (np.cumsum(there) - 1).take(above)


def _strongest_words(rows: Rows, chosen: Ints) -> list[str]:
    """The word or pair of each row that adds most, quoted."""
    origins = rows.batch.starts[rows.lines[chosen]]
    starts, ends = (origins + rows.counts[name][chosen] for name in ("opens", "closes"))
    sizes = ends - starts + 3  # with the quotes and a line feed between one and the next
    places = np.repeat(starts - 1, sizes) + within(sizes)
    quoted = rows.batch.data.take(places, mode="clip")
    last = np.cumsum(sizes) - 1
    quoted[last - sizes + 1], quoted[last - 1], quoted[last] = 96, 96, 10
    return quoted.tobytes().decode().split("\n")[:-1]


def _phrases(rows: Rows, chosen: Ints) -> tuple[NDArray[np.object_], Ints]:
    """Words for all evidence, nothing and _ALL first, and the place of each row's own among them, a kind below the other."""
    counts = rows.n_words[chosen]
    lines = _texts(
        np.where(counts <= FEW, 0, counts), lambda count: f"line of {count} words" if count else "short line"
    )
    start, end = rows.windows.place(-2)[chosen], rows.windows.place(3)[chosen]
    around = mean(rows.words_before[end] - rows.words_before[start], end - start)
    near = np.array(["among short lines", "beside lines of that kind"], object), (around > FEW).astype(np.int64)
    above, below = rows.place[chosen], rows.high[chosen] - 1 - chosen
    places = _texts(
        np.where(above <= below, above + 1, -1 - below),
        lambda place: f"{place}. line" if place > 0 else f"{-place}. line from the end",
    )
    document = np.array(["in a document of that kind"], object), np.zeros(len(chosen), np.int64)
    words = np.array(_strongest_words(rows, chosen), object), np.arange(len(chosen))
    texts, numbers = zip(lines, near, places, document, words, strict=True)
    starts = np.cumsum([2, *map(len, texts[:-1])])
    return np.concatenate([np.array(["", _ALL], object), *texts]), np.array(numbers) + starts[:, None]

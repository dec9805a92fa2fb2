"""The second look: what the first look made of a line's neighbours and of its whole document."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np

from textlint.batch import Bools, Ints
from textlint.linemodel.columns import Column, Floats, Sums, binned, cross, flag, mean, otherwise, running, spread
from textlint.linemodel.first import SHAPES
from textlint.linemodel.rows import Rows

_FINE = [-4, -3, -2.3, -1.7, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.7, 2.3, 3, 4]
_COARSE = [-3, -2, -1, 0, 1, 2, 3]
_JUNK = [0.01, 0.03, 0.06, 0.1, 0.17, 0.25, 0.35, 0.5, 0.65, 0.8]
_PROSE = [0.001, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97]
_WORDS = [-1.5, -0.8, -0.3, 0.1, 0.5, 1, 1.6, 2.4]
_MOST = 6  # log odds that count in a mean
_UNIT = 1000  # scores and weights are added up as whole numbers of this many parts (see columns.running)

REUSED = (
    "line/length", "line/words", "line/ending", "line/stops", "place/zone", "place/distance", "place/gap",
    "place/from start", "place/from end", "near/sentences 5", "near/sentences 12", "document/prose", "document/short",
    "document/lines", "document/zone", "document/repeated",
)  # fmt: skip


class Scores(msgspec.Struct, frozen=True):
    """The first look's log odds of being junk: of all that is known of a line, and what its words alone add."""

    whole: Floats
    words: Floats


def odds(scores: Floats) -> Floats:
    """Probabilities of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float64)


def second_look(rows: Rows, first: Mapping[str, Column], scores: Scores) -> dict[str, Column]:
    """The columns of the second look, those of the first that it uses again included."""
    whole = scores.whole
    own, coarse = binned(whole, _FINE), binned(whole, _COARSE)
    columns = {
        "score/own": own,
        "score/shape": cross(coarse, Column(rows.shape, SHAPES)),
        "score/length": cross(coarse, binned(rows.few_words, [2, 4, 7, 12, 20, 40, 80])),
    }
    junk = spread(binned(junk_share(rows, whole), _JUNK), rows.doc)
    columns |= _around(rows, whole, coarse) | _document(rows, scores, coarse, junk) | _spans(rows, whole, coarse, junk)
    return columns | {name: first[name] for name in REUSED}


def _parts(values: Floats) -> Ints:
    return np.rint(values * _UNIT).astype(np.int64)


def _weight(rows: Rows) -> Ints:
    return _parts(np.sqrt(np.clip(rows.n_words, 1, 60).astype(np.float64)))


def _around(rows: Rows, whole: Floats, coarse: Column) -> dict[str, Column]:
    """Mean scores over ever wider windows."""
    weight = _weight(rows)
    lifted = (_parts(np.clip(whole, -_MOST, _MOST)) + _MOST * _UNIT) * weight  # which is nowhere below 0
    total, weights = Sums(rows.windows, lifted), Sums(rows.windows, weight)

    def means(start: int, end: int) -> Floats:
        size = weights.over(start, end)
        return mean(total.over(start, end) - _MOST * _UNIT * size, size) / _UNIT

    rough, pair = binned(whole, [-1, 1]), []
    columns = {}
    for width in (1, 2, 4, 8, 20):
        for name, start, end in (("above", -width, -1), ("below", 1, width)):
            there, score = rows.windows.size(start, end) > 0, means(start, end)
            columns[f"scores/{name} {width}"] = cross(otherwise(binned(score, _FINE), there), rough)
            if width == 2:
                pair.append(otherwise(binned(score, _COARSE), there))
        columns[f"scores/around {width}"] = cross(binned(means(-width, width), _FINE), coarse)
    return {**columns, "scores/both": cross(*pair, coarse)}


def junk_share(rows: Rows, whole: Floats) -> Floats:
    """How much of each document's words the first look takes for junk."""
    words = np.maximum(rows.n_words, 1)
    return mean(rows.added_up(odds(whole) * words), rows.per_document(words))


def _document(rows: Rows, scores: Scores, coarse: Column, junk: Column) -> dict[str, Column]:
    """How much of the document is junk, how much of it that is not lies above and below, and what the words say."""
    whole, shape, where = scores.whole, Column(rows.shape, SHAPES), Column(rows.zone, 4)
    good = running(_parts(1 - odds(whole)) * np.maximum(rows.n_words, 1))
    total = np.maximum((good[rows.last] - good[rows.first])[rows.doc], 1)
    edges = [0.002, 0.01, 0.03, 0.08, 0.2, 0.4, 0.7]
    lines = mean(rows.per_document(whole > 0), np.diff(rows.bounds))
    words = binned(scores.words, _WORDS)
    return {
        "scores/good above": cross(binned((good[:-1] - good[rows.low]) / total, edges), coarse),
        "scores/good below": cross(binned((good[rows.high] - good[1:]) / total, edges), coarse),
        "document/junk": cross(junk, coarse),
        "document/junk shape": cross(junk, shape),
        "document/junk zone": cross(junk, where, binned(whole, [-1, 1])),
        "document/junk lines": cross(
            spread(binned(lines, [0.02, 0.06, 0.12, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9]), rows.doc), coarse
        ),
        "document/prose score": cross(spread(binned(rows.prose_share, _PROSE), rows.doc), coarse),
        "place/zone score": cross(where, coarse),
        "words/length": cross(words, binned(rows.few_words, [2, 4, 7, 12, 20, 40, 80])),
        "words/junk": cross(junk, words),
        "words/zone": cross(where, words),
    }


def _spans(rows: Rows, whole: Floats, coarse: Column, junk: Column) -> dict[str, Column]:
    """Inside or outside of the stretch of lines that is most like the text, and how far from its ends."""
    number, columns = np.arange(len(rows)), {}
    for name, bias in (("text", 0.0), ("wide text", 1.0)):
        inside, start, end = best_span(rows, _parts(bias - np.clip(whole, -_MOST, _MOST)) * _weight(rows))
        above = number < start[rows.doc]
        away = np.where(inside, 0, np.where(above, start[rows.doc] - number, number - end[rows.doc]))
        side = np.where(inside, 0, np.where(above, 1, 2))
        depth = np.minimum(number - start[rows.doc], end[rows.doc] - number)
        columns[f"place/{name}"] = cross(Column(side, 3), binned(away, [2, 3, 5, 9, 17]), coarse)
        columns[f"place/{name} edge"] = cross(otherwise(binned(depth, [1, 2, 4, 8]), inside), coarse)
        if not bias:
            columns["place/side"] = cross(Column(side, 3), junk, flag(whole > 0))
    return columns


def best_span(rows: Rows, values: Ints) -> tuple[Bools, Ints, Ints]:
    """For each document the stretch of rows with the greatest sum: which rows lie in it, its first and its last row."""
    number, documents = np.arange(len(rows)), len(rows.first)
    start, end = np.zeros(documents, np.int64), np.full(documents, -1, np.int64)
    if not len(rows):
        return np.zeros(0, bool), start, end
    total = running(values)
    up_to, before = total[1:] - total[rows.low], total[:-1] - total[rows.low]
    apart = rows.doc * (2 * int(np.abs(up_to).max()) + 1)  # more than any document's sum: keeps them apart
    lowest = np.minimum.accumulate(before - apart) + apart
    best = up_to - lowest
    there = np.flatnonzero(rows.last > rows.first)
    top = np.zeros(documents, np.int64)
    top[there] = np.maximum.reduceat(best, rows.first[there])
    greatest = np.flatnonzero(best == top[rows.doc])
    leading = greatest[np.searchsorted(greatest, rows.first[there])]
    end[there] = leading
    fresh = np.maximum.accumulate(np.where(before - apart <= lowest - apart, number, -1))
    start[there] = fresh[leading]
    inside = (number >= start[rows.doc]) & (number <= end[rows.doc])
    return inside, start, end

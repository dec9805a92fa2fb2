"""The first look: what a line is like, what its neighbours are like, where it stands and in what kind of document."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Ints
from textlint.linemodel.columns import Column, Sums, binned, cross, flag, mean, otherwise, running, share, spread
from textlint.linemodel.rows import LONG, PHRASE, PROSE, SENTENCE, Rows

SHAPES = 6
FAR = 9999  # rows between lines of which one is not there

_SHARES = [0.001, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97]
_PLACES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98]
_SENTENCES, _WORDS = (0.001, 0.1, 0.25, 0.5, 0.75, 0.99), [2, 4, 7, 12, 20, 40]
_LISTED = (0.01, 0.15, 0.3, 0.5, 0.7)
_STEPS = [1, 2, 3, 4, 6, 9, 14, 25, 50]
_COPY_BITS = 18  # of a line's key by which lines that stand there once are told at first

_FIRST = np.full(256, 11, np.int8)  # classes of a line's first and last byte
_LAST = np.full(256, 8, np.int8)
for _table, _groups in (
    (_FIRST, [b"\"'", b"|", b"([", b"-*+", b">/\\<", b"#@", b".,:;!?", bytes(range(128, 256))]),
    (_LAST, [b".", b"!?", b":", b",", b")]\"'", b"|/\\>-"]),
):
    _table[97:123], _table[65:91], _table[48:58] = 0, 1, 2
    for _number, _group in enumerate(_groups):
        _table[[*_group]] = 3 + _number
_LAST[128:] = 9


def first_look(rows: Rows) -> dict[str, Column]:
    """The columns of the first look, by name; what stands before the slash says what kind of evidence it is."""
    return {**_line(rows), **_marks(rows), **_neighbours(rows), **_zones(rows), **_places(rows), **_document(rows)}


def _shape(rows: Rows) -> Column:
    return Column(rows.shape, SHAPES)


def _level(rows: Rows) -> Column:
    return binned(rows.shape, [PHRASE, LONG])


def _words(rows: Rows, edges: list[int]) -> Column:
    return binned(rows.few_words, edges)


def _line(rows: Rows) -> dict[str, Column]:
    """Length, case and how words are made."""
    counts, length = rows.counts, rows.length
    n_words, letters = np.maximum(rows.n_words, 1), counts["upper"] + counts["lower"]
    marks = (length - letters - counts["digits"] - (rows.n_words - 1)) / length
    return {
        "line/length": binned(length, [3, 6, 10, 15, 20, 26, 33, 42, 55, 70, 90, 120, 180, 300, 600]),
        "line/words": _words(rows, [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 80, 150]),
        "line/capitals": cross(
            binned(rows.capitals / n_words, [0.05, 0.12, 0.2, 0.34, 0.5, 0.67, 0.8, 0.99]), _words(rows, [2, 4, 8, 16])
        ),
        "line/upper": cross(
            binned(counts["upper"] / np.maximum(letters, 1), [0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 0.9]),
            _words(rows, [3, 10]),
        ),
        "line/digits": cross(
            binned(counts["digits"] / length, [0.001, 0.03, 0.08, 0.15, 0.3, 0.5]), _words(rows, [2, 4, 10])
        ),
        "line/numbers": cross(binned(rows.numbers, [1, 2, 3, 5]), _words(rows, [3, 8, 16])),
        "line/word length": binned(letters / n_words, [2, 3, 3.7, 4.2, 4.6, 5, 5.5, 6.5, 8]),
        "line/phrase": cross(flag(rows.listed), _words(rows, [2, 3, 5])),
        "line/punctuation": binned(marks, [0.0, 0.02, 0.04, 0.07, 0.12, 0.2, 0.35, 0.6]),
    }


def _marks(rows: Rows) -> dict[str, Column]:
    """Punctuation, and how the line starts and ends."""
    counts, data = rows.counts, rows.batch.data
    ending = _LAST[data[rows.last_ink]]
    ending[rows.ended & (ending >= 8)] = 10
    few = _words(rows, [5, 15])
    return {
        "line/separators": cross(binned(counts["separators"], [1, 2, 3, 5, 8]), _words(rows, [3, 8, 20])),
        "line/commas": cross(
            binned(counts["commas"] / np.maximum(rows.n_words, 1), [0.001, 0.03, 0.06, 0.1, 0.2]), _words(rows, [8, 20])
        ),
        "line/stops": cross(binned(counts["stops"], [1, 2, 3, 5, 9]), _words(rows, [4, 8, 20, 60])),
        "line/brackets": cross(binned(counts["brackets"], [1, 2, 4]), few),
        "line/quotes": cross(binned(counts["quotes"], [1, 2, 4]), few),
        "line/colons": cross(binned(counts["colons"], [1, 2, 4]), few),
        "line/start": cross(Column(_FIRST[data[rows.first_ink]], 12), _words(rows, [3, 10])),
        "line/ending": cross(Column(ending, 11), _words(rows, [3, 6, 12, 30])),
    }


def _neighbours(rows: Rows) -> dict[str, Column]:
    """Shapes of the lines around, and the blank lines between."""
    shape, kind = _shape(rows), rows.shape * 2 + rows.ended
    above, below = _blanks(rows)
    columns = {"near/blank": cross(Column(above, 3), Column(below, 3), _words(rows, [4, 10, 25]))}
    near: dict[int, Column] = {}
    for step in (-3, -2, -1, 1, 2, 3):
        beside = _away(rows, Column(kind, 2 * SHAPES), step)
        columns[f"near/{step:+d}"] = cross(beside, shape) if abs(step) < 3 else beside
        near[step] = _away(rows, shape, step)
    columns["near/both"] = cross(near[-1], near[1], shape)
    return {**columns, **_around(rows), **_phrases(rows)}


def _away(rows: Rows, column: Column, step: int) -> Column:
    """What a column says of the row so many rows away, with one more value where that is in no or another document."""
    number, count = np.arange(len(rows)) + step, len(rows) - abs(step)
    moved = np.zeros_like(column.values)
    if count > 0:
        moved[max(-step, 0) :][:count] = column.values[max(step, 0) :][:count]
    return otherwise(Column(moved, column.size), number < rows.high if step > 0 else number >= rows.low)


def _blanks(rows: Rows) -> tuple[Ints, Ints]:
    """Blank lines right above and below each line, two at the most; two where the document ends."""
    above, below = np.full(len(rows), 2), np.full(len(rows), 2)
    if len(rows):
        gaps = np.minimum(np.diff(rows.lines) - 1, 2)
        gaps[rows.doc[1:] != rows.doc[:-1]] = 2
        above[1:], below[:-1] = gaps, gaps
    return above, below


def _around(rows: Rows) -> dict[str, Column]:
    """Share of sentences, and words a line, over ever wider windows above and below."""
    level, columns = _level(rows), {}
    sentences, words = Sums(rows.windows, rows.shape >= SENTENCE), Sums(rows.windows, rows.n_words)
    for width in (2, 5, 12, 30):
        above, below = (share(sentences, start, end, _SENTENCES) for start, end in ((-width, -1), (1, width)))
        columns[f"near/sentences {width}"] = cross(above, below, level)
        above, below = _mean(words, -width, -1, _WORDS), _mean(words, 1, width, _WORDS)
        columns[f"near/words {width}"] = cross(above, below, level)
    return columns


def _phrases(rows: Rows) -> dict[str, Column]:
    """Lines around that are phrases of the packs, as the line itself is or is not."""
    own, listed = cross(flag(rows.listed), _level(rows)), Sums(rows.windows, rows.listed)
    return {f"near/phrases {width}": cross(share(listed, -width, width, _LISTED), own) for width in (1, 3, 8)}


def _mean(sums: Sums, start: int, end: int, edges: list[int]) -> Column:
    size = sums.windows.size(start, end)
    return otherwise(binned(mean(sums.over(start, end), size), edges), size > 0)


def _zones(rows: Rows) -> dict[str, Column]:
    """Where the line stands among the document's paragraphs."""
    shape, where = _shape(rows), rows.zone
    in_prose = running(np.where(rows.shape == PROSE, rows.n_words, 0))
    total = (in_prose[rows.last] - in_prose[rows.first])[rows.doc]
    some = total > 0
    edges = [1e-9, 0.02, 0.06, 0.15, 0.3, 0.5]
    above = mean(in_prose[:-1] - in_prose[rows.low], total)
    below = mean(in_prose[rows.high] - in_prose[1:], total)
    up, down = _distances(rows)
    steps = [2, 3, 4, 6, 9, 15, 30, 9000]
    gap = otherwise(binned(up + down, [3, 4, 5, 7, 10, 16, 30]), where == 1)
    return {
        "place/zone": cross(Column(where, 4), shape),
        "place/prose above": cross(otherwise(binned(above, edges), some), shape),
        "place/prose below": cross(otherwise(binned(below, edges), some), shape),
        "place/distance": cross(binned(up, steps), binned(down, steps), flag(rows.shape >= SENTENCE)),
        "place/gap": cross(gap, shape),
    }


def _distances(rows: Rows) -> tuple[Ints, Ints]:
    """How many rows up and down the nearest paragraph is, FAR where there is none."""
    number, paragraph = np.arange(len(rows)), rows.shape == PROSE
    before = np.append(-1, np.maximum.accumulate(np.where(paragraph, number, -1)))[:-1]
    backwards = np.minimum.accumulate(np.where(paragraph, number, len(rows) + FAR)[::-1])[::-1]
    after = np.append(backwards, len(rows) + FAR)[1:]
    return np.where(before >= rows.low, number - before, FAR), np.where(after < rows.high, after - number, FAR)


def _places(rows: Rows) -> dict[str, Column]:
    """How far from the start and the end, in lines and in words."""
    shape, level = _shape(rows), _level(rows)
    words = rows.words_before
    total = np.maximum((words[rows.last] - words[rows.first])[rows.doc], 1)
    middle = (words[:-1] - words[rows.low] + rows.n_words / 2) / total
    return {
        "place/from start": cross(binned(rows.place, _STEPS), shape),
        "place/from end": cross(binned(rows.high - 1 - np.arange(len(rows)), _STEPS), shape),
        "place/words": cross(binned(middle, _PLACES), shape),
        "place/lines": cross(binned(rows.place / (rows.high - rows.low), _PLACES), level),
    }


def _document(rows: Rows) -> dict[str, Column]:
    """What kind of document it is, and whether it holds the line twice."""
    shape, level = _shape(rows), _level(rows)
    n_rows = np.diff(rows.bounds)
    short = mean(rows.per_document(rows.few_words <= 5), n_rows)
    prose = spread(binned(rows.prose_share, _SHARES), rows.doc)
    listed = rows.per_document(rows.listed)
    key = rows.batch.fingerprints[rows.lines] ^ (rows.doc.astype(np.uint64) * np.uint64(0x165667B19E3779F9))
    return {
        "document/prose": cross(prose, shape),
        "document/short": cross(spread(binned(short, [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]), rows.doc), shape),
        "document/lines": cross(spread(binned(n_rows, [2, 4, 8, 15, 30, 60, 120, 250]), rows.doc), shape),
        "document/phrases": cross(spread(binned(listed, [1, 2, 4, 7, 12, 25]), rows.doc), shape),
        "document/zone": cross(Column(rows.zone, 4), prose, level),
        "document/repeated": cross(binned(_copies(key), [2, 3, 6]), shape),
    }


def _copies(keys: NDArray[np.uint64]) -> Ints:
    """How often each key stands among all. Most stand there once, which a count of a few bits of each shows."""
    copies = np.ones(len(keys), np.int64)
    bits = (keys >> np.uint64(64 - _COPY_BITS)).astype(np.int64)
    likely = np.flatnonzero(np.bincount(bits)[bits] > 1) if len(keys) else bits
    _, found, counts = np.unique(keys[likely], return_inverse=True, return_counts=True)
    copies[likely] = counts[found.reshape(-1)]
    return copies

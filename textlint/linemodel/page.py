"""Whole page or article: what a document looks like as a whole, and what would go of it, decides how bold to be."""

from __future__ import annotations

import numpy as np

from textlint.batch import Bools, Ints
from textlint.linemodel.columns import Column, Floats, binned, cross, mean
from textlint.linemodel.decide import LABEL
from textlint.linemodel.rows import Rows
from textlint.linemodel.second import Scores, junk_share, odds

STRONG = 1.0  # what the words of a label add (in word units) that is surely a site's own

_COUNTS = [1, 2, 3, 4, 6, 9, 14, 25, 50]
_MOST = [0.5, 0.6, 0.7, 0.77, 0.84, 0.89, 0.93, 0.96, 0.98]


def page_look(rows: Rows, scores: Scores, final: Floats, words: Floats, going: Bools) -> dict[str, Column]:
    """Columns with one value a document: how much prose and junk it holds, how many labels stand in which zone, and
    what those rows are like that would go if it were a whole page."""
    n_rows = np.diff(rows.bounds)
    short = rows.few_words <= LABEL
    prose = binned(rows.prose_share, [0.001, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97])
    junk = binned(junk_share(rows, scores.whole), [0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8])
    columns = {
        "page/prose": prose,
        "page/junk": junk,
        "page/both": cross(prose, junk),
        "page/short": binned(mean(rows.per_document(short), n_rows), [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9]),
        "page/lines": binned(n_rows, [2, 4, 8, 15, 30, 60, 120, 250]),
    }
    worded, sure = short & (scores.words > 0.8), scores.whole > 2
    zones = {"above": rows.zone == 0, "between": rows.zone == 1, "below": rows.zone == 2}
    groups = {"worded": worded, "strongly worded": short & (scores.words > 1.8), "junk": short & (scores.whole > 0)}
    groups |= {"sure": short & sure, "phrases": rows.listed}
    groups |= {f"worded {name}": worded & place for name, place in zones.items()}
    groups |= {f"sure {name}": sure & place for name, place in zones.items()}
    columns |= {f"page/{name}": binned(rows.per_document(group), _COUNTS) for name, group in groups.items()}
    return columns | _going_look(rows, final, words, going)


def _going_look(rows: Rows, final: Floats, words: Floats, going: Bools) -> dict[str, Column]:
    """What the rows that would go are like, as a whole, and what would be left."""
    where, size = rows.zone, _words_in(rows, going)
    total = np.maximum(_words_in(rows, np.ones(len(rows), bool)), 1)
    lines = np.maximum(rows.per_document(going), 1)
    share, left = size / total, _words_in(rows, rows.prose & ~going)
    columns = {
        "going/left": cross(binned(share, [0.02, 0.1, 0.25, 0.5, 0.75, 0.9]), binned(left, [1, 40, 60, 100, 200, 500])),
        "going/chance": binned(rows.added_up(np.where(going, odds(final), 0)) / lines, _MOST),
        "going/length": binned(size / lines, [2, 3, 4, 5, 7, 10, 15, 25]),
    }
    groups = {
        "strong": words > STRONG, "listed": rows.listed, "known": (words > STRONG) | rows.listed, "weak": words < 0,
        "long": rows.prose, "above": where == 0, "between": where == 1, "below": where == 2, "bare": where == 3,
    }  # fmt: skip
    for name, group in groups.items():
        count = rows.per_document(going & group)
        columns[f"going/{name}"] = cross(
            binned(count, _COUNTS), binned(count / lines, [0.03, 0.06, 0.1, 0.2, 0.35, 0.6])
        )
    return columns


def _words_in(rows: Rows, chosen: Bools) -> Ints:
    """Words in chosen rows, one number a document."""
    return rows.per_document(np.where(chosen, np.maximum(rows.n_words, 1), 0))

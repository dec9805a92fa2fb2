"""Whole page or extracted article: what a document looks like as a whole decides how bold the model may be."""

from __future__ import annotations

import numpy as np

from textlint.linemodel.columns import Column, binned, cross
from textlint.linemodel.first import prose_share, zone
from textlint.linemodel.rows import Rows
from textlint.linemodel.second import Scores, junk_share

LABEL_WORDS = 12  # words of a line up to which its words count as those of a label

_COUNTS = [1, 2, 3, 4, 6, 9, 14, 25, 50]
_SHARES = [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.5, 0.7]


def page_look(rows: Rows, scores: Scores) -> dict[str, Column]:
    """Columns with one value a document: how much prose and junk it holds, and how many labels stand in which zone."""
    n_rows = rows.last - rows.first
    short = rows.n_words <= LABEL_WORDS
    prose = binned(prose_share(rows), [0.001, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97])
    junk = binned(junk_share(rows, scores.whole), [0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8])
    columns = {
        "page/prose": prose,
        "page/junk": junk,
        "page/both": cross(prose, junk),
        "page/short": binned(
            rows.per_document(short) / np.maximum(n_rows, 1), [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9]
        ),
        "page/lines": binned(n_rows, [2, 4, 8, 15, 30, 60, 120, 250]),
    }
    words = np.maximum(rows.n_words, 1)
    total = np.maximum(rows.per_document(words), 1)
    where = zone(rows)
    worded, sure = short & (scores.words > 0.8), scores.whole > 2
    zones = {"above": where == 0, "between": where == 1, "below": where == 2}
    groups = {"worded": worded, "strongly worded": short & (scores.words > 1.8), "junk": short & (scores.whole > 0)}
    groups |= {"sure": short & sure} | {f"worded {name}": worded & zone for name, zone in zones.items()}
    groups |= {f"sure {name}": sure & zone for name, zone in zones.items()}
    for name, group in groups.items():
        columns[f"page/{name}"] = binned(rows.per_document(group), _COUNTS)
        columns[f"page/{name} share"] = binned(rows.per_document(np.where(group, words, 0)) / total, _SHARES)
    return columns

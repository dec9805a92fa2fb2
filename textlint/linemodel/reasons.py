"""Why the model takes a line for junk, in the words of a finding."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from textlint.batch import Ints
from textlint.linemodel.columns import Windows, running
from textlint.linemodel.model import Judged, Model
from textlint.linemodel.rows import Rows

LEAST = 0.3  # log odds from which a reason is worth giving
MOST = 3  # reasons of a finding
FEW = 8  # words of a short line
KINDS = ("line", "near", "place", "document")  # of evidence, as the first look's columns are named


def reasons(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """For each of the rows what counts most against it, with what it adds to the log odds."""
    amounts = np.zeros((len(KINDS) + 1, len(rows)))
    start = 0
    for name, size in model.first.sizes.items():
        weights = model.first.weights[start : start + size]
        amounts[KINDS.index(name.partition("/")[0])] += weights[judged.first[name].values[rows]]
        start += size
    amounts[-1] = judged.scores.words[rows]
    order = np.argsort(-amounts, axis=0, kind="stable")[:MOST].T.tolist()
    phrases = zip(*_phrases(judged.rows, rows), _strongest_words(model, judged, rows), strict=True)
    return [
        ", ".join(f"{phrase[kind]} +{much[kind]:.1f}" for kind in kinds if much[kind] >= LEAST) or "all in all"
        for kinds, much, phrase in zip(order, amounts.T.tolist(), phrases, strict=True)
    ]


def _strongest_words(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """The word or pair of each row that adds most, quoted."""
    terms, words, buffer = judged.terms, judged.rows.words, judged.rows.batch.buffer
    wanted = np.zeros(len(judged.rows), bool)
    wanted[rows] = True
    chosen = np.flatnonzero(wanted[terms.rows])
    order = chosen[np.lexsort((model.words[terms.buckets[chosen]], terms.rows[chosen]))]
    last = order[np.append(np.diff(terms.rows[order]) > 0, True)[: len(order)]]
    starts, ends = words.starts[terms.first[last]].tolist(), words.ends[terms.last[last]].tolist()
    found = dict(zip(terms.rows[last].tolist(), zip(starts, ends, strict=True), strict=True))
    quotes = (found.get(row, (0, 0)) for row in rows.tolist())
    return [f"`{buffer[start:end].decode(errors='replace')}`" for start, end in quotes]


def _phrases(rows: Rows, chosen: Ints) -> Iterator[list[str]]:
    """Words for the four kinds of evidence, a list each."""
    counts = rows.n_words[chosen].tolist()
    yield ["short line" if count <= FEW else f"line of {count} words" for count in counts]
    around, _ = Windows(rows.low, rows.high).mean(running(rows.n_words), np.arange(len(rows) + 1), -2, 2)
    yield ["among short lines" if mean <= FEW else "beside lines of that kind" for mean in around[chosen].tolist()]
    above, below = rows.place[chosen].tolist(), (rows.high - 1 - np.arange(len(rows)))[chosen].tolist()
    yield [
        f"{up + 1}. line" if up <= down else f"{down + 1}. line from the end"
        for up, down in zip(above, below, strict=True)
    ]
    yield ["in a document of that kind"] * len(chosen)

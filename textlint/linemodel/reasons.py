"""Why the model takes a line for junk, in the words of a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        amounts[KINDS.index(name.partition("/")[0])] += weights.take(judged.first[name].values.take(rows))
        start += size
    amounts[-1] = judged.scores.words[rows]
    order = np.argsort(-amounts, axis=0, kind="stable")[:MOST]
    most = np.take_along_axis(amounts, order, 0)
    phrases = zip(*_phrases(judged.rows, rows), _strongest_words(model, judged, rows), strict=True)
    return list(map(_told, phrases, zip(*order.tolist(), strict=True), zip(*most.tolist(), strict=True)))


def _told(phrases: Sequence[str], kinds: Sequence[int], amounts: Sequence[float]) -> str:
    """The phrases of some kinds of evidence, with what each adds, where it is worth telling."""
    told = [f"{phrases[kind]} +{much:.1f}" for kind, much in zip(kinds, amounts, strict=True) if much >= LEAST]
    return ", ".join(told) or "all in all"


def _strongest_words(model: Model, judged: Judged, rows: Ints) -> list[str]:
    """The word or pair of each row that adds most, quoted."""
    terms, words, buffer = judged.terms, judged.rows.words, judged.rows.batch.buffer
    place = np.full(len(judged.rows), -1)
    place[rows] = np.arange(len(rows))
    chosen = np.flatnonzero(place[terms.rows] >= 0)
    weighed = (model.words[terms.buckets[chosen]].astype(np.int64) + 128 << 48) + chosen  # of equals the last
    best = np.full(len(rows), -1)
    np.maximum.at(best, place[terms.rows[chosen]], weighed)
    strongest = best & ((1 << 48) - 1)
    there = np.flatnonzero(best >= 0)
    starts, ends = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    starts[there], ends[there] = words.starts[terms.first[strongest[there]]], words.ends[terms.last[strongest[there]]]
    return [
        f"`{buffer[start:end].decode(errors='replace')}`"
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


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

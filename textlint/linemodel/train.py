"""How a model is made from labelled documents: each fit on scores that were found without the document itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools
from textlint.keys import phrase_keys
from textlint.linemodel.columns import Column, Floats
from textlint.linemodel.decide import LABEL, bold
from textlint.linemodel.familiar import Familiar, learnt
from textlint.linemodel.figures import figures, shift_for
from textlint.linemodel.labelled import Labelled
from textlint.linemodel.model import BITS, Json, Judged, Model
from textlint.linemodel.page import page_look
from textlint.linemodel.second import Scores, second_look
from textlint.linemodel.table import Table, fit_line, fit_table, fit_words
from textlint.linemodel.trainset import FOLDS, TrainSet, train_set

PENALTY, WORD_PENALTY, PAGE_PENALTY = 3.0, 2.0, 60.0
STEPS, WORD_STEPS, PAGE_STEPS = 45, 60, 60
SOUND = 0.8  # share of junk among the words that would go from which it is right to be bold: labels are noisy
MOST_WORDS = 400  # that count of a document when it is told how bold to be
STRONGEST = 0.18  # share of short lines of junk whose words tell it for sure

Told = Callable[[str], None]


@dataclass(frozen=True)
class _First:
    """A fitted first look."""

    table: Table
    words: NDArray[np.float64]

    def scores(self, data: TrainSet) -> Scores:
        rows, terms = data.rows, data.terms
        added = self.words[0] + np.bincount(
            terms.rows, weights=self.words[1:][terms.buckets] * terms.value, minlength=len(rows)
        )
        return Scores(self.table.score(data.first, len(rows)) + added, added)


@dataclass(frozen=True)
class _Held:
    """What is said of each row by looks that have not seen its document: the first look's scores, the second's log odds
    (``slope`` and ``offset`` make them of its sums), and the word unit."""

    scores: Scores
    final: Floats
    calibration: tuple[float, float]
    unit: float

    @property
    def words(self) -> Floats:
        return self.scores.words / self.unit


def train(
    documents: Sequence[Labelled], phrases: Sequence[str], precision: float, card: Json, tell: Told = lambda _: None
) -> Model:
    """A model of labelled documents.

    ``phrases`` are lines that are known to be a site's own in many languages, folded (see :mod:`textlint.fold`).
    ``precision`` is the share of lines that safe fixes have to be right about, measured on documents that were held
    back. ``card`` is what its file is to say of it; the figures come on top. ``tell`` hears how far it is.
    """
    keys = np.unique(phrase_keys(phrases))
    data = train_set(documents, keys)
    tell(f"{len(data.documents)} documents with their other layouts, {int((data.weight > 0).sum())} labelled lines")
    first, scores = _first_looks(data, tell)
    columns = second_look(data.rows, data.first, scores)
    second, held = _second_looks(data, columns, scores, tell)
    page, odds = _pages(data, held)
    familiar = _familiar(data)
    judged = Judged(data.rows, data.first, columns, scores, held.final, odds, familiar.documents(data.rows), held.unit)
    words, scale = _quantised(first.words[1:])
    told = figures(data, judged)
    shift = shift_for(told["held out"]["safe, by shift"], precision)
    return Model(
        first.table, second, page, words, scale, float(first.words[0]), held.unit, familiar, keys, held.calibration, shift,
        {**card, **told, "shift": shift},
    )  # fmt: skip


def _first_looks(data: TrainSet, tell: Told) -> tuple[_First, Scores]:
    """The first look fitted on everything, and each document's scores from one that has not seen it."""
    looks = []
    for fold in (None, *range(FOLDS)):
        looks.append(_fit_first(data, fold))
        tell(f"first look {len(looks)} of {FOLDS + 1}")
    every = [look.scores(data) for look in looks[1:]]
    whole, words = (data.held_out([getattr(scores, name) for scores in every]) for name in ("whole", "words"))
    return looks[0], Scores(whole, words)


def _fit_first(data: TrainSet, without: int | None) -> _First:
    inside = data.inside(without)
    table = fit_table(data.first, data.junk, data.weight, inside, PENALTY, STEPS)
    plain = table.score(data.first, len(data.rows))
    words = fit_words(data.terms, 1 << BITS, plain, data.junk, data.weight, inside, WORD_PENALTY, WORD_STEPS)
    return _First(table, words)


def _second_looks(data: TrainSet, columns: Mapping[str, Column], scores: Scores, tell: Told) -> tuple[Table, _Held]:
    """The second look fitted on everything, and what such looks say of documents that they have not seen."""
    tables = []
    for fold in (None, *range(FOLDS)):
        tables.append(fit_table(columns, data.junk, data.weight, data.inside(fold), PENALTY, STEPS))
        tell(f"second look {len(tables)} of {FOLDS + 1}")
    sums = data.held_out([table.score(columns, len(data.rows)) for table in tables[1:]])
    slope, offset = fit_line(sums, data.junk, data.weight, data.checked)
    telling = scores.words[(data.weight > 0) & (data.junk > 0) & (data.rows.n_words <= LABEL)]
    unit = max(float(np.quantile(telling, 1 - STRONGEST)), 0.05) if len(telling) else 1.0
    return tables[0], _Held(scores, slope * sums + offset, (slope, offset), unit)


def _pages(data: TrainSet, held: _Held) -> tuple[Table, Floats]:
    """What tells how bold to be, fitted on everything, and the log odds of each document by one that has not seen it."""
    going = bold(data.rows, held.final, held.words)
    columns = page_look(data.rows, held.scores, held.final, held.words, going)
    sound, amount = _sound(data, going)
    weight = amount * np.array([document.weight for document in data.documents])
    weight /= max(float(weight.mean()), 1e-9)
    folds: list[Bools] = [np.ones(len(weight), bool), *(data.fold != fold for fold in range(FOLDS))]
    tables = [fit_table(columns, sound, weight, (weight > 0) & inside, PAGE_PENALTY, PAGE_STEPS) for inside in folds]
    odds = np.stack([table.score(columns, len(weight)) for table in tables[1:]])
    return tables[0], odds[data.fold, np.arange(len(weight))]


def _sound(data: TrainSet, going: Bools) -> tuple[Floats, Floats]:
    """Whether it is right to be bold with each document (0 or 1), and how much hangs on it: the square root of the
    words that would go."""
    words = np.where((data.weight > 0) & going, np.maximum(data.rows.n_words, 1), 0)
    size = data.rows.per_document(words)
    junk = data.rows.per_document(np.where(data.junk > 0, words, 0))
    return (junk >= SOUND * size).astype(np.float64), np.sqrt(np.minimum(size, MOST_WORDS))


def _quantised(weights: Floats) -> tuple[NDArray[np.int8], float]:
    scale = max(float(np.abs(weights).max()) / 127, 1e-9)
    return np.rint(weights / scale).astype(np.int8), scale


def _familiar(data: TrainSet) -> Familiar:
    """The words and the languages of the documents as they came."""
    own = [document for document, original in zip(data.documents, data.original, strict=True) if original]
    numbers = {group: number for number, group in enumerate(dict.fromkeys(document.group for document in own))}
    groups = np.array([numbers[document.group] for document in own])
    return learnt(data.rows, [document.lang for document in own], groups)

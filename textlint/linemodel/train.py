"""How a model is made from labelled documents: three fits, each on scores that were found without the document itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints
from textlint.linemodel.columns import Column, Floats
from textlint.linemodel.decide import LABEL, UNSAFE, Stance, safe_stance
from textlint.linemodel.first import first_look
from textlint.linemodel.labelled import JUNK, UNKNOWN, Labelled
from textlint.linemodel.layouts import relaid
from textlint.linemodel.model import BITS, Json, Judged, Model
from textlint.linemodel.page import page_look
from textlint.linemodel.rows import Rows, rows_of
from textlint.linemodel.second import Scores, second_look
from textlint.linemodel.table import Table, fit_table, fit_words, minimise
from textlint.linemodel.words import KNOWN_BITS, Terms, terms_of

FOLDS = 3
LINE_WORDS = 100  # words up to which a longer line counts more than a shorter one
DOCUMENT_WEIGHT = 100  # of all lines together, at the most
PENALTY, WORD_PENALTY, PAGE_PENALTY = 3.0, 2.0, 2.0
STEPS, WORD_STEPS, PAGE_STEPS = 35, 20, 60
SEEN = 3  # documents that a word has to stand in to count as known
STRONGEST = 0.18  # share of short lines of junk whose words tell it for sure
SHIFTS = np.arange(0, 4.01, 0.25)

Told = Callable[[str], None]


@dataclass(frozen=True)
class _Data:
    """The documents as rows: which are junk, how much each counts, and in which fold its document is."""

    documents: Sequence[Labelled]
    rows: Rows
    terms: Terms
    first: Mapping[str, Column]
    junk: Floats
    weight: Floats
    fold: Ints
    original: Bools

    def inside(self, without: int | None) -> Bools:
        """Rows to fit on: those with a label, without one fold."""
        there = self.weight > 0
        return there if without is None else there & (self.fold[self.rows.doc] != without)


@dataclass(frozen=True)
class _First:
    """A fitted first look."""

    table: Table
    words: NDArray[np.float64]

    def scores(self, data: _Data) -> Scores:
        rows, terms = data.rows, data.terms
        added = self.words[0] + np.bincount(
            terms.rows, weights=self.words[1:][terms.buckets] * terms.value, minlength=len(rows)
        )
        return Scores(self.table.score(data.first, len(rows)) + added, added)


def train(documents: Sequence[Labelled], precision: float, card: Json, tell: Told = lambda _: None) -> Model:
    """A model of labelled documents.

    ``precision`` is the share of lines that safe fixes have to be right about, measured on documents that were held
    back. ``card`` is what its file is to say of it; the figures come on top. ``tell`` hears how far it is.
    """
    data = _prepared(documents)
    tell(f"{len(data.documents)} documents with their other layouts, {int((data.weight > 0).sum())} labelled lines")
    looks = []
    for fold in (None, *range(FOLDS)):
        looks.append(_fit_first(data, fold))
        tell(f"first look {len(looks)} of {FOLDS + 1}")
    scores = _held_out(data, looks)
    second = second_look(data.rows, data.first, scores)
    trial, table = (_fit_second(data, second, fold) for fold in (0, None))
    tell("second look")
    page = _fit_page(data, scores)
    calibration = _calibrated(data, trial.score(second, len(data.rows)))
    words, scale = _quantised(looks[0].words[1:])
    unit = _word_unit(data, scores)
    model = Model(
        looks[0].table, table, page, words, scale, float(looks[0].words[0]), unit, _known(data), calibration, 0.0, card
    )  # fmt: skip
    judged = _trial(data, second, scores, replace(model, second=trial))
    by_shift = {float(shift): _measured(data, judged, safe_stance(float(shift))) for shift in SHIFTS}
    shift = next((shift for shift, rate in by_shift.items() if rate["precision"] >= precision), float(SHIFTS[-1]))
    return replace(model, shift=shift, card={**card, **_figures(data, judged, by_shift), "shift": shift})


def _prepared(documents: Sequence[Labelled]) -> _Data:
    other = [new for document in documents for new in relaid(document)]
    everything = [*documents, *other]
    rows = rows_of(Batch([document.text for document in everything]))
    labels = np.concatenate([np.array(document.labels, np.int64) for document in everything])[rows.lines]
    weight = np.sqrt(np.clip(rows.n_words, 1, LINE_WORDS).astype(np.float64)) * (labels != UNKNOWN)
    total = rows.per_document(weight)
    factor = np.minimum(total, DOCUMENT_WEIGHT) / np.maximum(total, 1e-9)
    factor *= np.array([document.weight for document in everything])
    fold = np.array([int(document.group[:8], 16) % FOLDS for document in everything])
    original = np.arange(len(everything)) < len(documents)
    junk = (labels == JUNK).astype(np.float64)
    terms = terms_of(rows.words, rows.n_words, BITS)
    return _Data(everything, rows, terms, first_look(rows), junk, weight * factor[rows.doc], fold, original)


def _fit_first(data: _Data, without: int | None) -> _First:
    inside = data.inside(without)
    table = fit_table(data.first, data.junk, data.weight, inside, PENALTY, STEPS)
    plain = table.score(data.first, len(data.rows))
    words = fit_words(data.terms, 1 << BITS, plain, data.junk, data.weight, inside, WORD_PENALTY, WORD_STEPS)
    return _First(table, words)


def _held_out(data: _Data, looks: Sequence[_First]) -> Scores:
    """Each document's scores from the look that has not seen it."""
    fold = data.fold[data.rows.doc]
    every = [look.scores(data) for look in looks[1:]]
    number = np.arange(len(fold))
    whole, words = (np.stack([getattr(s, name) for s in every])[fold, number] for name in ("whole", "words"))
    return Scores(whole, words)


def _fit_second(data: _Data, second: Mapping[str, Column], without: int | None) -> Table:
    return fit_table(second, data.junk, data.weight, data.inside(without), PENALTY, STEPS)


def _fit_page(data: _Data, scores: Scores) -> Table:
    whole = np.array([document.whole for document in data.documents], np.float64)
    weight = np.array([document.weight for document in data.documents])
    everything = np.ones(len(whole), bool)
    return fit_table(page_look(data.rows, scores), whole, weight, everything, PAGE_PENALTY, PAGE_STEPS)


def _checked(data: _Data) -> Bools:
    """The rows that figures are measured on: labelled ones of the fold that was held back, as they came."""
    held: Bools = (data.fold == 0) & data.original
    return (data.weight > 0) & held[data.rows.doc]


def _calibrated(data: _Data, scores: Floats) -> tuple[float, float]:
    """Slope and offset that make log odds of scores, fitted on the fold that was held back."""
    held = _checked(data)
    target, weight, value = data.junk[held], data.weight[held], scores[held]

    def loss(x: Floats) -> tuple[float, Floats]:
        bounded = np.clip(x[0] * value + x[1], -30, 30)
        rest = weight * (1 / (1 + np.exp(-bounded)) - target)
        lost = float((weight * (np.logaddexp(0, bounded) - target * bounded)).sum())
        return lost / weight.sum(), np.array([rest @ value, rest.sum()]) / weight.sum()

    x = minimise(loss, np.array([1.0, 0.0]), 30)
    return float(x[0]), float(x[1])


def _quantised(weights: Floats) -> tuple[NDArray[np.int8], float]:
    scale = max(float(np.abs(weights).max()) / 127, 1e-9)
    return np.rint(weights / scale).astype(np.int8), scale


def _word_unit(data: _Data, scores: Scores) -> float:
    """What the words of the most telling short lines of junk add at the least."""
    telling = scores.words[(data.weight > 0) & (data.junk > 0) & (data.rows.n_words <= LABEL)]
    return max(float(np.quantile(telling, 1 - STRONGEST)), 0.05) if len(telling) else 1.0


def _known(data: _Data) -> Bools:
    """The words that stand in SEEN documents as they came, by the first bits of their hashes."""
    words, rows = data.rows.words, data.rows
    wanted = words.lettered(rows.batch) & data.original[rows.doc[words.rows]]
    places = (words.hashes[wanted] >> np.uint64(64 - KNOWN_BITS)).astype(np.int64)
    groups = {group: number for number, group in enumerate(dict.fromkeys(d.group for d in data.documents))}
    owner = np.array([groups[document.group] for document in data.documents])[rows.doc[words.rows[wanted]]]
    once = np.unique(places * len(groups) + owner) // len(groups)
    return np.asarray(np.bincount(once, minlength=1 << KNOWN_BITS) >= SEEN, np.bool_)


def _trial(data: _Data, second: Mapping[str, Column], scores: Scores, model: Model) -> Judged:
    """What the model says of documents that neither look has seen (where they are of the fold that was held back)."""
    slope, offset = model.calibration
    final = slope * model.second.score(second, len(data.rows)) + offset
    page = model.page.score(page_look(data.rows, scores), len(data.documents))
    return Judged(
        data.rows, data.terms, data.first, second, scores, final, page, model.familiar(data.rows), model.word_unit
    )


def _measured(data: _Data, judged: Judged, stance: Stance) -> dict[str, float]:
    held = _checked(data)
    going, junk = judged.going(stance)[held], data.junk[held] > 0
    right = float((going & junk).sum())
    ink = data.rows.length[held]
    return {
        "lines": int(held.sum()),
        "precision": round(right / int(going.sum()), 4) if going.any() else 1.0,
        "recall": round(right / max(int(junk.sum()), 1), 4),
        "text lost": round(float(ink[going & ~junk].sum() / max(ink[~junk].sum(), 1)), 5),
    }


def _figures(data: _Data, judged: Judged, by_shift: Mapping[float, dict[str, float]]) -> Json:
    """What the card says: how many documents of which languages, and what was measured on those held back."""
    own = [document for document, original in zip(data.documents, data.original, strict=True) if original]
    return {
        "documents": len(own),
        "labelled lines": int((data.weight > 0).sum()),
        "languages": dict(Counter(document.lang or "?" for document in own).most_common()),
        "held out": {
            "safe, by shift": {f"{shift:g}": rate for shift, rate in by_shift.items()},
            "unsafe": _measured(data, judged, UNSAFE),
        },
    }

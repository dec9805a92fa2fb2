"""Labelled documents as rows to fit on: which are junk, how much each counts, and when each is held back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from textlint.batch import Batch, Bools, Ints
from textlint.keys import Keys
from textlint.linemodel.columns import Column, Floats
from textlint.linemodel.first import first_look
from textlint.linemodel.labelled import JUNK, UNKNOWN, Labelled, fold_of
from textlint.linemodel.layouts import relaid
from textlint.linemodel.model import BITS
from textlint.linemodel.rows import Rows, rows_of
from textlint.linemodel.words import Terms, terms_of

FOLDS = 3
LINE_WORDS = 100  # words up to which a longer line counts more than a shorter one
DOCUMENT_WEIGHT = 100  # of all lines together, at the most


@dataclass(frozen=True)
class TrainSet:
    """Documents, as they came (``original``) and in other layouts, as rows with the columns of the first look.

    ``junk`` (0 or 1) and ``weight`` (0 without a label) have a value a row, ``fold`` and ``original`` one a document.
    """

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

    @property
    def checked(self) -> Bools:
        """Rows that figures are measured on: those with a label, of documents as they came."""
        return (self.weight > 0) & self.original[self.rows.doc]

    def held_out(self, by_fold: Sequence[Floats]) -> Floats:
        """Of scores found without each fold, for each row those that were found without its own document."""
        return np.stack(by_fold)[self.fold[self.rows.doc], np.arange(len(self.rows))]


def train_set(documents: Sequence[Labelled], phrases: Keys) -> TrainSet:
    """The rows of documents, and of the same documents in other layouts."""
    everything = [*documents, *(new for document in documents for new in relaid(document))]
    rows = rows_of(Batch([document.text for document in everything]), phrases)
    labels = np.concatenate([np.array(document.labels, np.int64) for document in everything])[rows.lines]
    weight = np.sqrt(np.clip(rows.n_words, 1, LINE_WORDS).astype(np.float64)) * (labels != UNKNOWN)
    total = rows.added_up(weight)
    factor = np.minimum(total, DOCUMENT_WEIGHT) / np.maximum(total, 1e-9)
    factor *= np.array([document.weight for document in everything])
    fold = np.array([fold_of(document, FOLDS) for document in everything])
    original = np.arange(len(everything)) < len(documents)
    junk = (labels == JUNK).astype(np.float64)
    terms = terms_of(rows.words, BITS)
    return TrainSet(everything, rows, terms, first_look(rows), junk, weight * factor[rows.doc], fold, original)

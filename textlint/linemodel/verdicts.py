"""What rules ask the line model: the lines of a text that it would take away."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from textlint.batch import Batch, Bools, Ints
from textlint.finding import Safety
from textlint.linemodel.decide import UNSAFE, safe_stance
from textlint.linemodel.model import Judged, Model, load, shipped
from textlint.linemodel.reasons import reasons
from textlint.linemodel.second import odds
from textlint.text import Text


class LineVerdict(NamedTuple):
    """A line of a document that the model takes for junk: how surely (a probability), how safely, and why."""

    line: int
    score: float
    safety: Safety
    why: str


class _Batch(NamedTuple):
    """What was found in a batch: the rows that go, ascending, which of them surely, and why."""

    judged: Judged
    rows: Ints
    safe: Bools
    why: list[str]


_FOUND: WeakKeyDictionary[Batch, dict[str, _Batch]] = WeakKeyDictionary()  # a batch is judged once for all its texts


def first_lines(batch: Batch) -> Bools:
    """A guard: the first line of every document that is not blank, so that each is asked about once."""
    marked = np.zeros(len(batch.starts), bool)
    lines = np.flatnonzero(~batch.blank)
    if len(lines):
        doc = batch.doc_of_line[lines]
        marked[lines[np.append(True, doc[1:] != doc[:-1])]] = True
    return marked


def line_verdicts(text: Text, model: str = "") -> list[LineVerdict]:
    """The lines of a text that go, by the model in a file, or by the one that ships where no file is named.

    Raises SourceError for a model that cannot be read.
    """
    models = _FOUND.setdefault(text.batch, {})
    if model not in models:
        models[model] = _judge(text.batch, _model(model))
    found = models[model]
    rows = found.judged.rows
    start, end = np.searchsorted(found.rows, [rows.first[text.number], rows.last[text.number]]).tolist()
    first_line = int(text.batch.first_line[text.number])
    scores = odds(found.judged.final[found.rows[start:end]])
    return [
        LineVerdict(int(line) - first_line, float(score), Safety.SAFE if safe else Safety.UNSAFE, why)
        for line, score, safe, why in zip(
            rows.lines[found.rows[start:end]], scores, found.safe[start:end], found.why[start:end], strict=True
        )
    ]


@cache
def _model(path: str) -> Model:
    return load(Path(path)) if path else shipped()


def _judge(batch: Batch, model: Model) -> _Batch:
    judged = model.judge(batch)
    safe = judged.going(safe_stance(model.shift))
    rows = np.flatnonzero(safe | judged.going(UNSAFE))
    return _Batch(judged, rows, safe[rows], reasons(model, judged, rows))

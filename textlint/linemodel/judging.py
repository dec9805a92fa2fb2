"""What a model makes of a batch: judged once, for all its texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from textlint.batch import Batch
from textlint.finding import Safety
from textlint.linemodel.decide import UNSAFE, safe_stance
from textlint.linemodel.model import Model, load, shipped
from textlint.linemodel.reasons import reasons
from textlint.linemodel.second import odds
from textlint.linemodel.verdicts import LineVerdict


class Found(NamedTuple):
    """What goes of a batch: one verdict a line, in the order of the text, and for each document the number of its first
    verdict and of the one after its last."""

    verdicts: list[LineVerdict]
    bounds: list[int]


_FOUND: WeakKeyDictionary[Batch, dict[str, Found]] = WeakKeyDictionary()


def found(batch: Batch, path: str) -> Found:
    """What goes by the model in a file, or by the one that ships. Raises SourceError for a model that cannot be read."""
    models = _FOUND.setdefault(batch, {})
    if path not in models:
        models[path] = _judge(batch, _model(path))
    return models[path]


@cache
def _model(path: str) -> Model:
    return load(Path(path)) if path else shipped()


def _judge(batch: Batch, model: Model) -> Found:
    judged = model.judge(batch)
    safe = judged.going(safe_stance(model.shift))
    rows = np.flatnonzero(safe | judged.going(UNSAFE))
    lines = judged.rows.lines[rows] - batch.first_line[judged.rows.doc[rows]]
    safeties = map((Safety.UNSAFE, Safety.SAFE).__getitem__, safe[rows].tolist())
    scores, why = odds(judged.final[rows]).tolist(), reasons(model, judged, rows)
    bounds = np.searchsorted(rows, judged.rows.bounds).tolist()
    return Found(list(map(LineVerdict, lines.tolist(), scores, safeties, why)), bounds)

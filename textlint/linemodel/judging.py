"""What a model makes of a batch: judged once, for all its texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from textlint.batch import Batch, Ints
from textlint.finding import Safety
from textlint.linemodel.decide import UNSAFE, safe_stance
from textlint.linemodel.model import Model, load, shipped
from textlint.linemodel.reasons import reasons
from textlint.linemodel.second import odds


class Found(NamedTuple):
    """The lines of a batch that go, ascending, a list each of what is said of them (see ``LineVerdict``)."""

    lines: Ints
    scores: list[float]
    safeties: list[Safety]
    why: list[str]


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
    safeties = [Safety.SAFE if sure else Safety.UNSAFE for sure in safe[rows].tolist()]
    return Found(judged.rows.lines[rows], odds(judged.final[rows]).tolist(), safeties, reasons(model, judged, rows))

"""What a model's card says of it: measured on documents that each part of it was fitted without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from textlint.linemodel.decide import UNSAFE, Stance, safe_stance
from textlint.linemodel.model import Json, Judged
from textlint.linemodel.trainset import TrainSet

SHIFTS = np.arange(0, 4.01, 0.25)


def shift_for(by_shift: Mapping[str, Mapping[str, float]], precision: float) -> float:
    """The least shift at which safe fixes are right so often, or the greatest one."""
    enough = (float(shift) for shift, rate in by_shift.items() if rate["precision"] >= precision)
    return next(enough, float(SHIFTS[-1]))


def figures(data: TrainSet, judged: Judged) -> Json:
    """How many documents of which languages, and how right the model is about those that it was fitted without."""
    own = [document for document, original in zip(data.documents, data.original, strict=True) if original]
    return {
        "documents": len(own),
        "labelled lines": int(data.checked.sum()),
        "languages": dict(Counter(document.lang or "?" for document in own).most_common()),
        "held out": {
            "safe, by shift": {f"{shift:g}": _rate(data, judged, safe_stance(float(shift))) for shift in SHIFTS},
            "unsafe": _rate(data, judged, UNSAFE),
        },
    }


def _rate(data: TrainSet, judged: Judged, stance: Stance) -> dict[str, float]:
    held = data.checked
    going, junk = judged.going(stance)[held], data.junk[held] > 0
    right = float((going & junk).sum())
    ink = data.rows.length[held]
    return {
        "lines": int(held.sum()),
        "precision": round(right / int(going.sum()), 4) if going.any() else 1.0,
        "recall": round(right / max(int(junk.sum()), 1), 4),
        "text lost": round(float(ink[going & ~junk].sum() / max(ink[~junk].sum(), 1)), 5),
    }

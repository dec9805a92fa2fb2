"""How good a model is on labelled documents: precision, recall and calibration, a language each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from textlint.batch import Batch, Bools
from textlint.linemodel.columns import Floats
from textlint.linemodel.decide import UNSAFE, safe_stance
from textlint.linemodel.labelled import JUNK, UNKNOWN, Labelled
from textlint.linemodel.model import Model
from textlint.linemodel.second import odds

BATCH = 2_000_000  # code points that are judged at once
BINS = 10  # of probability, for the calibration
POINTS = 200  # of a curve


@dataclass(frozen=True)
class Lines:
    """The labelled lines of some documents: which are junk, how likely the model holds it, what goes, and their length."""

    junk: Bools
    chance: Floats
    safe: Bools
    unsafe: Bools
    size: Floats


@dataclass(frozen=True)
class Rate:
    """Right among the lines that go, junk that goes, and the share of the text's code points that goes with it."""

    precision: float
    recall: float
    lost: float


def judged_lines(model: Model, documents: Sequence[Labelled]) -> dict[str, Lines]:
    """The labelled lines of documents by language, and of all under ``all``."""
    parts: defaultdict[str, list[Lines]] = defaultdict(list)
    for batch in _batches(documents):
        for lang, lines in _judged(model, batch):
            parts[lang or "?"].append(lines)
            parts["all"].append(lines)
    return {lang: _joined(parts[lang]) for lang in sorted(parts, key=lambda lang: (lang == "all", lang))}


def _batches(documents: Sequence[Labelled]) -> list[list[Labelled]]:
    batches: list[list[Labelled]] = [[]]
    size = 0
    for document in documents:
        if size > BATCH:
            batches.append([])
            size = 0
        batches[-1].append(document)
        size += len(document.text)
    return batches


def _judged(model: Model, documents: Sequence[Labelled]) -> list[tuple[str, Lines]]:
    judged = model.judge(Batch([document.text for document in documents]))
    rows = judged.rows
    labels = np.concatenate([np.array(document.labels, np.int64) for document in documents])[rows.lines]
    safe, unsafe = judged.going(safe_stance(model.shift)), judged.going(UNSAFE)
    chance = odds(judged.final)
    found = []
    for number, document in enumerate(documents):
        own = np.arange(rows.first[number], rows.last[number])
        own = own[labels[own] != UNKNOWN]
        size = rows.length[own].astype(np.float64)
        found.append((document.lang, Lines(labels[own] == JUNK, chance[own], safe[own], (safe | unsafe)[own], size)))
    return found


def _joined(parts: Sequence[Lines]) -> Lines:
    names = ("junk", "chance", "safe", "unsafe", "size")
    return Lines(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def rate(lines: Lines, going: Bools) -> Rate:
    """How right it is to let some of the lines go; nothing that goes is never wrong."""
    right = float((going & lines.junk).sum())
    text = max(float(lines.size[~lines.junk].sum()), 1.0)
    return Rate(
        right / going.sum() if going.any() else 1.0,
        right / max(float(lines.junk.sum()), 1.0),
        float(lines.size[going & ~lines.junk].sum()) / text,
    )


def calibration(lines: Lines) -> list[tuple[float, float, int]]:
    """For each of BINS equal ranges of probability that has lines: mean probability, share of junk, number of lines."""
    place = np.minimum((lines.chance * BINS).astype(np.int64), BINS - 1)
    found = []
    for number in range(BINS):
        inside = place == number
        if inside.any():
            found.append((float(lines.chance[inside].mean()), float(lines.junk[inside].mean()), int(inside.sum())))
    return found


def curve(lines: Lines) -> list[tuple[float, float]]:
    """Recall and precision of the lines from some probability up, for up to POINTS such, from strict to loose."""
    order = np.argsort(-lines.chance, kind="stable")
    right = np.cumsum(lines.junk[order])
    bounds = np.flatnonzero(np.diff(lines.chance[order], append=-1.0))  # lines that are equally likely go together
    places = bounds[np.linspace(0, max(len(bounds) - 1, 0), min(POINTS, len(bounds))).astype(np.int64)]
    total = max(int(lines.junk.sum()), 1)
    return [(float(right[k] / total), float(right[k] / (k + 1))) for k in places.tolist()]

"""What rules ask the line model: the lines of a text that it would take away."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from textlint.batch import Batch, Bools
from textlint.finding import Safety
from textlint.source import SourceError
from textlint.spec import SpecError
from textlint.text import Text

LINES = 5  # that a document has to have: less is no page, and there are no neighbours to tell by


class LineVerdict(msgspec.Struct, frozen=True, gc=False):
    """A line of a document that the model takes for junk: how surely (a probability), how safely, and why."""

    line: int
    score: float
    safety: Safety
    why: str


def page_starts(batch: Batch) -> Bools:
    """A guard: the first line that is not blank of every document that has LINES such lines, so that each is asked about
    once."""
    marked = np.zeros(len(batch.starts), bool)
    lines = np.flatnonzero(~batch.blank)
    bounds = np.searchsorted(lines, batch.first_line)
    marked[lines[bounds[:-1][np.diff(bounds) >= LINES]]] = True
    return marked


def readable_model(model: str = "", **options: object) -> None:
    """Raise SpecError where the file that the option ``model`` names holds no model that can be read."""
    if model:
        from textlint.linemodel.model import load

        try:
            load(Path(model))
        except SourceError as error:
            raise SpecError(str(error), ("model",)) from None


def line_verdicts(text: Text, model: str = "") -> list[LineVerdict]:
    """The lines of a text that go, by the model in a file, or by the one that ships where no file is named.

    Raises SourceError for a model that cannot be read.
    """
    from textlint.linemodel.judging import found  # a run in which no model is asked does not wait for its code

    verdicts, bounds = found(text.batch, model)
    return verdicts[bounds[text.number] : bounds[text.number + 1]]

"""Where a line must stand, and beside what, for a line-wise kind to count it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import compress
from typing import Annotated, Literal

import numpy as np
from msgspec import Meta

from textlint.anchor import AnyAnchor
from textlint.batch import Batch
from textlint.finder import Finder, Found, MatchLine, Over
from textlint.finding import Match
from textlint.line import Line
from textlint.spec import Schema
from textlint.text import Text
from textlint.zones import Only

Where = Literal["anywhere", "head", "tail", "edges", "run", "outside"]


class Filters(Schema, frozen=True, kw_only=True):
    """What every line-wise kind may ask of a line: ``where`` it stands (one of the zones, or a list of which any will
    do), its length in code points, and how many neighbouring lines (blank ones aside) must match the same rule."""

    where: Where | Annotated[list[Where], Meta(min_length=1)] = "anywhere"
    min_length: int = 0
    max_length: int | None = None
    min_run: Annotated[int, Meta(ge=1)] = 1

    @property
    def only(self) -> Only | None:
        """The lines that count by place and length; None where all do."""
        zones = (self.where,) if isinstance(self.where, str) else tuple(self.where)
        if "anywhere" in zones and self.min_length <= 0 and self.max_length is None:
            return None
        return Only(zones, self.min_length, self.max_length)


def line_finder(
    match: MatchLine, filters: Filters, anchors: Sequence[AnyAnchor], ready: Callable[[], object] = lambda: None
) -> Finder:
    """A finder that asks ``match`` of every candidate line that passes the filters."""
    over = partial(_over, match, filters.min_run)
    find, alone = partial(find_in, over), _alone(match, filters)
    return Finder(find, tuple(anchors), ready=ready, only=filters.only, alone=alone, over=over)


def _alone(match: MatchLine, filters: Filters) -> MatchLine | None:
    """The same for a line by itself; None where its place or its neighbours count."""
    only = filters.only
    if filters.min_run > 1 or (only and "anywhere" not in only.zones):
        return None
    return partial(_of_length, match, only) if only else match


def _of_length(match: MatchLine, only: Only, line: Line) -> Sequence[Match]:
    size = len(line.value)
    fits = only.shortest <= size and (only.longest is None or size <= only.longest)
    return line.of(match) if fits else ()


def _over(match: MatchLine, least: int, batch: Batch, lines: Sequence[int]) -> Found:
    of_line = batch.of_line
    if least < 2:
        return ((i, matches) for i in lines if (matches := of_line[i].of(match)))
    likely = compress(lines, _in_runs(batch, lines, least))
    hits = [(i, matches) for i in likely if (matches := of_line[i].of(match))]
    return compress(hits, _in_runs(batch, [i for i, _ in hits], least))


def find_in(over: Over, text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """What is found on some lines of a text by a function over a batch."""
    first = text.first_line
    for i, matches in over(text.batch, [first + line for line in lines]):
        at = text.start(i - first)
        yield from (match.moved(at) for match in matches)


def _in_runs(batch: Batch, lines: Sequence[int], least: int) -> list[bool]:
    """Which of some lines of a batch stand in runs of them that are at least ``least`` long: in one document, with nothing
    but blank lines between them."""
    own = np.array(lines, np.int64)
    documents = batch.doc_of_line[own]
    apart = (documents[1:] != documents[:-1]) | (batch.filled[own[1:]] > batch.filled[own[:-1] + 1])
    sizes = np.diff(np.flatnonzero(np.concatenate([[True], apart, [True]])))
    kept: list[bool] = np.repeat(sizes >= least, sizes).tolist()
    return kept

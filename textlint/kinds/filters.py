"""Where a line must stand, and beside what, for a line-wise kind to count it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Annotated, Literal

from msgspec import Meta

from textlint.finder import Find
from textlint.finding import Match
from textlint.spec import Schema
from textlint.text import Text

Where = Literal["anywhere", "head", "tail", "edges", "run", "outside"]

Zone = Callable[[Text, int], bool]

ZONES: dict[str, Zone] = {
    "anywhere": lambda text, i: True,
    "head": lambda text, i: i < text.head,
    "tail": lambda text, i: i >= text.tail,
    "edges": lambda text, i: i < text.head or i >= text.tail,
    "run": lambda text, i: text.in_run(i),
    "outside": lambda text, i: not text.prose[i],
}

MatchLine = Callable[[Text, int], Iterator[Match]]


class Filters(Schema, frozen=True, kw_only=True):
    """What every line-wise kind may ask of a line: ``where`` it stands (one of the zones, or a list of which any will
    do), its length in code points, and how many neighbouring lines (blank ones aside) must match the same rule."""

    where: Where | Annotated[list[Where], Meta(min_length=1)] = "anywhere"
    min_length: int = 0
    max_length: int | None = None
    min_run: Annotated[int, Meta(ge=1)] = 1

    @property
    def zones(self) -> list[Zone]:
        """The zones, any of which will do."""
        wanted = [self.where] if isinstance(self.where, str) else self.where
        return [ZONES[name] for name in wanted]


def line_find(match_line: MatchLine, filters: Filters) -> Find:
    """A find function that asks ``match_line`` of every candidate line that passes the filters."""
    zones = filters.zones

    def found(text: Text, lines: Sequence[int]) -> Iterator[tuple[int, list[Match]]]:
        for i in lines:
            start, end = text.span(i)
            if end - start < filters.min_length or (
                filters.max_length is not None and end - start > filters.max_length
            ):
                continue
            matches = list(match_line(text, i))
            if matches and any(zone(text, i) for zone in zones):
                yield i, matches

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        hits = found(text, lines)
        return chain.from_iterable(
            m for _, m in (in_runs(text, hits, filters.min_run) if filters.min_run > 1 else hits)
        )

    return find


def in_runs(text: Text, hits: Iterator[tuple[int, list[Match]]], least: int) -> Iterator[tuple[int, list[Match]]]:
    """The hits of those runs of neighbouring lines, blank ones aside, that are at least ``least`` lines long."""
    run: list[tuple[int, list[Match]]] = []
    for hit in hits:
        between = run[-1][0] + 1 if run else hit[0]
        if between < hit[0] and not text.blank[between : hit[0]].all():
            yield from run if len(run) >= least else ()
            run = []
        run.append(hit)
    yield from run if len(run) >= least else ()

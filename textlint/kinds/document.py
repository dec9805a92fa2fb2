"""Kinds that look at a whole document: ``measure``, ``count`` and ``zone``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from msgspec import Meta

from textlint.finder import Finder
from textlint.finding import Match
from textlint.measures import MEASURES
from textlint.spec import Schema, SpecError, nearest
from textlint.text import Text


class Measure(Schema, frozen=True, kw_only=True):
    """A named measure of the document that must not be ``below`` or ``above`` a threshold (either or both);
    documents of fewer than ``min_words`` words are not judged."""

    measure: str
    below: float | None = None
    above: float | None = None
    min_words: int = 0


class Count(Schema, frozen=True, kw_only=True):
    """At least so many findings of another kind in one document; the first is flagged."""

    count: dict[str, Any]
    at_least: Annotated[int, Meta(ge=1)]


class Zone(Schema, frozen=True, kw_only=True):
    """Runs of at least ``min_lines`` short lines (up to ``max_length`` code points, blank ones between them aside) in
    the head or tail of the document."""

    zone: Literal["head", "tail"]
    min_lines: Annotated[int, Meta(ge=1)] = 3
    max_length: int = 40


def build_measure(spec: Measure) -> Finder:
    """A finder that yields one match, of no length, at the start of a document whose measure is out of bounds."""
    if spec.measure not in MEASURES:
        raise SpecError(f"no measure '{spec.measure}'{nearest(spec.measure, MEASURES)}", ("measure",))
    if spec.below is None and spec.above is None:
        raise SpecError("a measure needs 'below' or 'above'", ("measure",))
    measure = MEASURES[spec.measure]

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        if not text.value.strip() or (spec.min_words and len(text.value.split()) < spec.min_words):
            return
        value = measure(text)
        for bound, word, out in (
            (spec.below, "below", spec.below is not None and value < spec.below),
            (spec.above, "above", spec.above is not None and value > spec.above),
        ):
            if out:
                yield Match(0, 0, f"{spec.measure} is {value:.4g}, {word} {bound:g}", score=value)

    return Finder(find, linewise=False)


def build_count(spec: Count, inner: Finder) -> Finder:
    """A finder for documents in which ``inner`` finds often enough."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        found = list(inner.among(text, lines))
        if len(found) >= spec.at_least:
            yield Match(found[0].start, found[0].end, f"{len(found)} times, {spec.at_least} or more", score=len(found))

    return Finder(find, inner.anchors, inner.guard, linewise=False)


def build_zone(spec: Zone) -> Finder:
    """A finder for runs of short lines."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        zone = range(text.head) if spec.zone == "head" else range(text.tail, text.n_lines)
        blank, lengths = text.blank.tolist(), text.lengths.tolist()
        run: list[int] = []
        for i in [*(i for i in zone if not blank[i]), None]:
            if i is not None and lengths[i] <= spec.max_length:
                run.append(i)
                continue
            if len(run) >= spec.min_lines:
                yield Match(text.span(run[0]).start, text.span(run[-1]).end)
            run = []

    return Finder(find, linewise=False)

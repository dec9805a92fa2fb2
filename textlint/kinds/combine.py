"""Kinds ``all`` and ``any``: other kinds put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from textlint.finder import Finder
from textlint.finding import Match
from textlint.spec import Schema
from textlint.text import Text


class All(Schema, frozen=True, kw_only=True):
    """Lines on which every one of several kinds finds something (``not: <kind>``: finds nothing); the spans are those
    of the first."""

    all: list[dict[str, Any]]


class AnyOf(Schema, frozen=True, kw_only=True):
    """What any one of several kinds finds."""

    any: list[dict[str, Any]]


def build_all(first: Finder, others: Sequence[Finder], barred: Sequence[Finder]) -> Finder:
    """The first finder's matches on lines where all ``others``, and none of the ``barred``, find something."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        for match in first.find(text, lines):
            line = [text.line_at(match.start)]
            if all(any(f.find(text, line)) for f in others) and not any(any(f.find(text, line)) for f in barred):
                yield match

    return Finder(find, first.anchors, first.guard, first.linewise)


def build_any(finders: Sequence[Finder]) -> Finder:
    """What each finder finds, in the order in which they stand."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        for finder in finders:
            yield from finder.find(text, lines)

    anchors = () if any(f.everywhere for f in finders) else tuple(a for f in finders for a in f.anchors)
    return Finder(find, tuple(dict.fromkeys(anchors)), None, all(f.linewise for f in finders))

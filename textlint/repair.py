"""What a YAML rule does about a match: delete it, its line or its paragraph, or put something else in its place."""

from __future__ import annotations

from collections.abc import Callable

from textlint.finding import Change, Match, Span
from textlint.rules import Repair
from textlint.text import Text


def _line(text: Text, match: Match) -> Span:
    last = text.line_at(max(match.start, match.end - 1))
    return Span(text.span(text.line_at(match.start)).start, max(match.end, text.span(last).end))


def _match(text: Text, match: Match) -> Span:
    return Span(match.start, match.end)


def _paragraph(text: Text, match: Match) -> Span:
    return next(p for p in text.paragraphs if p.start <= match.start <= p.end)


DELETIONS: dict[str, Callable[[Text, Match], Span]] = {"line": _line, "match": _match, "paragraph": _paragraph}


def delete(what: str) -> Repair:
    """Delete the ``line`` or ``paragraph`` that the match stands in, or the ``match`` alone."""
    extent = DELETIONS[what]
    return lambda text, match: (Change(*extent(text, match), ""),)


def replace(template: str) -> Repair:
    """Put ``template`` in the place of the match; ``\\\\1`` and ``\\\\g<name>`` stand for what a pattern captured."""

    def repair(text: Text, match: Match) -> tuple[Change, ...]:
        after = match.captured.expand(template) if match.captured else template
        return () if after == text.value[match.start : match.end] else (Change(match.start, match.end, after),)

    return repair

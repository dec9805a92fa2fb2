"""What a YAML rule does about a match: delete it, its line or its paragraph, or put something else in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from textlint.finding import Change, Match, Span
from textlint.rules import Repair
from textlint.text import Text


def _line(text: Text, match: Match) -> Span:
    first = text.line_at(match.start)
    last = first if match.end <= text.end(first) else text.line_at(max(match.start, match.end - 1))
    return Span(text.start(first), max(match.end, text.end(last)))


def _match(text: Text, match: Match) -> Span:
    return Span(match.start, match.end)


def _paragraph(text: Text, match: Match) -> Span:
    """From the start of the paragraph in which a match starts to the end of that in which it ends; between, its lines."""
    whole, paragraphs = _line(text, match), text.paragraphs
    first = bisect_right(paragraphs, whole.start, key=lambda paragraph: paragraph.start) - 1
    last = bisect_right(paragraphs, whole.end, key=lambda paragraph: paragraph.start) - 1
    start = paragraphs[first].start if first >= 0 and whole.start <= paragraphs[first].end else whole.start
    return Span(start, max(whole.end, paragraphs[last].end) if last >= 0 else whole.end)


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

"""Kinds ``pattern`` and ``chars``: a regular expression, or a set of characters, in a line or in the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

import regex

from textlint.anchor import Anchor
from textlint.finder import Finder
from textlint.finding import Match
from textlint.kinds.filters import Filters, line_find
from textlint.kinds.limits import SECONDS
from textlint.spec import SpecError
from textlint.text import Text


class Pattern(Filters, frozen=True, kw_only=True):
    """A regular expression of the ``regex`` module, or several. ``scope`` is what it is run on: each line, or the
    document. ``group`` is the group that is flagged; ``unless`` silences a match in whose line it is found. ``anchors``
    name what a line needs for the pattern to match in it (see :class:`textlint.anchor.Anchor`); without them the pattern
    is run on every line.
    """

    pattern: str | list[str]
    anchors: list[str] = []
    scope: Literal["line", "text"] = "line"
    group: str | int = 0
    unless: str | list[str] = []
    ignore_case: bool = False


class Chars(Filters, frozen=True, kw_only=True):
    """Characters, written like the inside of a character class; ``min_run_length`` of them in a row at the least."""

    chars: str
    min_run_length: int = 1


def build(spec: Pattern) -> Finder:
    """A finder for a regular expression."""
    flags = regex.V0 | regex.MULTILINE | (regex.IGNORECASE if spec.ignore_case else 0)
    patterns = [compiled(p, flags, "pattern") for p in _listed(spec.pattern)]
    unless = [compiled(p, flags, "unless") for p in _listed(spec.unless)]
    for pattern in patterns:
        if isinstance(spec.group, str) and not spec.group.isdigit() and spec.group not in pattern.groupindex:
            raise SpecError(f"the pattern has no group '{spec.group}'", ("group",))
    group = int(spec.group) if str(spec.group).isdigit() else spec.group
    anchors = tuple(map(Anchor, spec.anchors))
    if spec.scope == "text":
        return Finder(partial(_find_text, patterns, group, unless, spec), anchors, linewise=False)
    return Finder(line_find(partial(_match_line, patterns, group, unless), spec), anchors)


def build_chars(spec: Chars) -> Finder:
    """A finder for runs of characters."""
    pattern = compiled(f"[{spec.chars}]{{{spec.min_run_length},}}", regex.V0, "chars")
    return Finder(line_find(partial(_match_line, [pattern], 0, []), spec), (Anchor(f"[{spec.chars}]"),))


def compiled(pattern: str, flags: int, key: str) -> regex.Pattern[str]:
    """A compiled pattern. Raises SpecError, with the place inside the pattern, when it is none."""
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise SpecError(f"not a regular expression: {error}: {pattern!r}", (key,)) from None


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _match_line(
    patterns: Sequence[regex.Pattern[str]], group: str | int, unless: Sequence[regex.Pattern[str]], text: Text, i: int
) -> Iterator[Match]:
    line, shift = text.line(i), text.span(i).start
    for pattern in patterns:
        for found in pattern.finditer(line, timeout=SECONDS):
            if any(p.search(line, timeout=SECONDS) for p in unless):
                return
            start, end = found.span(group)
            if start >= 0:
                yield Match(shift + start, shift + end, captured=found)


def _find_text(
    patterns: Sequence[regex.Pattern[str]], group: str | int, unless: Sequence[regex.Pattern[str]], spec: Pattern,
    text: Text, lines: Sequence[int],
) -> Iterator[Match]:  # fmt: skip
    zones = spec.zones
    for pattern in patterns:
        for found in pattern.finditer(text.value, timeout=SECONDS):
            start, end = found.span(group)
            i = text.line_at(start)
            if start >= 0 and any(zone(text, i) for zone in zones) and not _silenced(unless, text.line(i)):
                yield Match(start, end, captured=found)


def _silenced(unless: Sequence[regex.Pattern[str]], line: str) -> bool:
    return any(pattern.search(line, timeout=SECONDS) for pattern in unless)

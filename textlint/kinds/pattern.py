"""Kinds ``pattern`` and ``chars``: a regular expression, or a set of characters, in a line or in the whole document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Annotated, Literal, NamedTuple

import numpy as np
import regex
from msgspec import Meta

from textlint import regexes
from textlint.anchor import Anchor, AnchorError, portable
from textlint.finder import Finder
from textlint.finding import Match
from textlint.kinds.filters import Filters, line_finder
from textlint.kinds.limits import in_line, is_found, matches
from textlint.line import Line
from textlint.spec import Path, SpecError
from textlint.text import Text


class Pattern(Filters, frozen=True, kw_only=True):
    """A regular expression of the ``regex`` module, or several. ``scope`` is what it is run on: each line, or the
    document. ``group`` is the group that is flagged; ``unless`` silences a match in whose line it is found. ``anchors``
    name what a line needs for the pattern to match in it (see :class:`textlint.anchor.Anchor`); without them the pattern
    is run on every line. On the whole document only the filter ``where`` is there; with ``last_lines`` a match begins
    in one of so many lines at its end, blank ones aside.
    """

    pattern: str | list[str]
    anchors: list[str] = []
    scope: Literal["line", "text"] = "line"
    group: str | int = 0
    unless: str | list[str] = []
    ignore_case: bool = False
    last_lines: Annotated[int, Meta(ge=1)] | None = None


class Chars(Filters, frozen=True, kw_only=True):
    """Characters, written like the inside of a character class (``\\w``, ``\\d`` and ``\\s`` are ASCII); ``min_run_length``
    of them in a row at the least."""

    chars: str
    min_run_length: Annotated[int, Meta(ge=1)] = 1


class _Ready(NamedTuple):
    """A spec's patterns, compiled, and the group that is flagged."""

    patterns: list[regex.Pattern[str]]
    unless: list[regex.Pattern[str]]
    group: str | int


def build(spec: Pattern, sure: bool = False) -> Finder:
    """A finder for a regular expression, which is compiled when it is first needed; ``sure`` if it is known to be quick."""
    ready = cache(partial(_ready, spec))
    anchors = tuple(map(Anchor, spec.anchors))
    checked = partial(_checked, ready, [(a, ("anchors", i)) for i, a in enumerate(spec.anchors)])
    if spec.scope == "text":
        if (spec.min_length, spec.max_length, spec.min_run) != (0, None, 1):
            raise SpecError(
                "'scope: text' looks at no single lines: leave min_length, max_length, min_run out", ("scope",)
            )
        return Finder(partial(_find_text, ready, spec), anchors, linewise=False, ready=checked)
    if spec.last_lines is not None:
        raise SpecError("'last_lines' goes with 'scope: text'", ("last_lines",))
    return line_finder(partial(_match_line, ready, sure), spec, anchors, checked)


def build_chars(spec: Chars) -> Finder:
    """A finder for runs of characters."""
    ready = cache(partial(_ready_chars, spec))
    chars = f"[{spec.chars}]"
    checked = partial(_checked, ready, [(chars, ("chars",))])
    return line_finder(partial(_match_line, ready, True), spec, [Anchor(chars)], checked)


def _ready(spec: Pattern) -> _Ready:
    flags = regex.V0 | regex.MULTILINE | (regex.IGNORECASE if spec.ignore_case else 0)
    patterns = [compiled(p, flags, path) for p, path in _listed(spec.pattern, "pattern")]
    unless = [compiled(p, flags, path) for p, path in _listed(spec.unless, "unless")]
    group = int(spec.group) if str(spec.group).isdecimal() else spec.group
    for pattern in patterns:
        if group not in range(pattern.groups + 1) and group not in pattern.groupindex:
            raise SpecError(f"the pattern has no group '{group}'", ("group",))
    return _Ready(patterns, unless, group)


def _ready_chars(spec: Chars) -> _Ready:
    pattern = compiled(f"[{spec.chars}]{{{spec.min_run_length},}}", regex.V0 | regex.ASCII, ("chars",))
    return _Ready([pattern], [], 0)


def _checked(ready: Callable[[], _Ready], anchors: Sequence[tuple[str, Path]]) -> None:
    """Compile everything once. Raises SpecError for a pattern or anchor that is none."""
    ready()
    for expression, path in anchors:
        _check_anchor(expression, path)


def _check_anchor(expression: str, path: Path) -> None:
    try:
        compiled(portable(Anchor(expression)), regex.ASCII, path)
    except AnchorError as error:
        raise SpecError(str(error), path) from None


def compiled(pattern: str, flags: int, path: Path) -> regex.Pattern[str]:
    """A compiled pattern. Raises SpecError, with the place inside the pattern, when it is none."""
    try:
        return regexes.compiled(pattern, flags)
    except regex.error as error:
        raise SpecError(f"not a regular expression: {error}: {pattern!r}", path) from None


def _listed(value: str | list[str], key: str) -> list[tuple[str, Path]]:
    """One pattern or several, each with its place."""
    return [(value, (key,))] if isinstance(value, str) else [(one, (key, i)) for i, one in enumerate(value)]


def _match_line(ready: Callable[[], _Ready], sure: bool, line: Line) -> Sequence[Match]:
    patterns, unless, group = ready()
    found = in_line(patterns, line.value, sure)
    if not found or _silenced(unless, line.value):
        return ()
    spans = ((*one.span(group), one) for one in found)
    return [Match(start, end, captured=one) for start, end, one in spans if start >= 0]


def _find_text(ready: Callable[[], _Ready], spec: Pattern, text: Text, lines: Sequence[int]) -> Iterator[Match]:
    patterns, unless, group = ready()
    counted = text.own(text.batch.mark(spec.only)) if spec.only else None
    first = _first_place(text, spec.last_lines)

    @cache
    def counts(i: int) -> bool:
        return (counted is None or bool(counted[i])) and not _silenced(unless, text.line(i))

    for pattern in patterns:
        for found in matches(pattern, text.value, first):
            start, end = found.span(group)
            if start >= 0 and counts(text.line_at(start)):
                yield Match(start, end, captured=found)


def _first_place(text: Text, last_lines: int | None) -> int:
    """The code point from which matches may begin."""
    full = np.flatnonzero(~text.blank) if last_lines else ()
    return text.span(int(full[-last_lines])).start if last_lines and len(full) > last_lines else 0


def _silenced(unless: Sequence[regex.Pattern[str]], line: str) -> bool:
    return any(is_found(pattern, line) for pattern in unless)

"""Kinds ``all`` and ``any``: other kinds put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from math import inf
from typing import Any

from textlint.anchor import AnyAnchor, TermAnchor
from textlint.batch import Batch
from textlint.finder import Finder, Found, MatchLine
from textlint.finding import Match
from textlint.kinds.filters import Filters, find_in, line_finder
from textlint.line import Line
from textlint.spec import Schema
from textlint.text import Text


class All(Schema, frozen=True, kw_only=True):
    """Lines on which every one of several kinds finds something (``not: <kind>``: finds nothing); the spans are those
    of the first. A kind that looks at the whole document (``measure``, ``count``, ``zone``, ``scope: text``) is, after
    the first, a condition on the document."""

    all: list[dict[str, Any]]


class AnyOf(Schema, frozen=True, kw_only=True):
    """What any one of several kinds finds."""

    any: list[dict[str, Any]]


def build_all(first: Finder, others: Sequence[Finder], barred: Sequence[Finder]) -> Finder:
    """The first finder's matches on lines where all ``others``, and none of the ``barred``, find something."""
    if first.alone and (asked := _alone(others)) is not None and (against := _alone(barred)) is not None:
        made = line_finder(partial(_all_in, first.alone, asked, against), Filters(), _rarest([first, *others]))
        return replace(made, guard=first.guard, only=first.only)

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        matches = [(text.line_at(match.start), match) for match in first.among(text, lines)]
        left = sorted({line for line, _ in matches})
        for finder, wanted in [*((f, True) for f in others), *((f, False) for f in barred)]:
            hit = _lines(finder, text, left) if left else ()
            left = [line for line in left if (line in hit) is wanted]
        kept = set(left)
        yield from (match for line, match in matches if line in kept)

    return Finder(find, first.anchors, first.guard, first.linewise)


def _rarest(finders: Sequence[Finder]) -> Sequence[AnyAnchor]:
    """The anchors, of those of several kinds that must all find something in a line, that let the fewest lines through."""
    return min((finder.anchors for finder in finders if finder.anchors), key=_share, default=())


def _share(anchors: Sequence[AnyAnchor]) -> float:
    """About how common the lines are in which one of some phrases stands; for other anchors that is not known.

    Each byte of a phrase, and that it must begin or end its line, holds back 7 lines of 8: rough, but on pages the
    order of two lists comes out right.
    """
    if not all(isinstance(anchor, TermAnchor) for anchor in anchors):
        return inf
    terms = (anchor for anchor in anchors if isinstance(anchor, TermAnchor))
    return sum(
        8.0 ** -(len(term.phrase.encode(errors="surrogatepass")) + term.at_start + term.at_end) for term in terms
    )


def _alone(finders: Sequence[Finder]) -> list[MatchLine] | None:
    """What each finds in a line by its content; None where that is not all that counts for one of them."""
    alone = [finder.alone for finder in finders if finder.alone]
    return alone if len(alone) == len(finders) else None


def _all_in(first: MatchLine, others: Sequence[MatchLine], barred: Sequence[MatchLine], line: Line) -> Sequence[Match]:
    matches = line.of(first)
    if matches and all(line.of(match) for match in others) and not any(line.of(match) for match in barred):
        return matches
    return ()


def _any_in(finders: Sequence[MatchLine], line: Line) -> Sequence[Match]:
    found: dict[tuple[int, int], Match] = {}
    for match in chain.from_iterable(map(line.of, finders)):
        found.setdefault((match.start, match.end), match)
    return tuple(found.values())


def _longest(finders: Sequence[Finder]) -> int | None:
    """The length of a line, in code points, above which none of several kinds looks at it; None where one always does."""
    longest = [finder.only.longest if finder.only else None for finder in finders]
    return max((size for size in longest if size is not None), default=None) if None not in longest else None


def _any_over(finders: Sequence[Finder], batch: Batch, lines: Sequence[int]) -> Found:
    found: defaultdict[int, dict[tuple[int, int], Match]] = defaultdict(dict)
    for finder in finders:
        for i, matches in finder.over_among(batch, lines):
            for match in matches:
                found[i].setdefault((match.start, match.end), match)
    return ((i, tuple(found[i].values())) for i in sorted(found))


def _lines(finder: Finder, text: Text, lines: Sequence[int]) -> set[int]:
    """Those of the lines on which a finder finds something; all, where it finds something in the document as a whole."""
    if finder.linewise:
        return {text.line_at(match.start) for match in finder.among(text, lines)}
    return set(lines) if any(True for _ in finder.among(text, range(text.n_lines))) else set()


def build_any(finders: Sequence[Finder]) -> Finder:
    """What each finder finds, in the order in which they stand; what several find is told once."""
    anchors = () if any(f.everywhere for f in finders) else tuple(a for f in finders for a in f.anchors)
    anchors = tuple(dict.fromkeys(anchors))
    filters = Filters(max_length=_longest(finders))
    if (alone := _alone(finders)) is not None:
        return line_finder(partial(_any_in, alone), filters, anchors)
    if all(f.over for f in finders):
        over = partial(_any_over, finders)
        return Finder(partial(find_in, over), anchors, only=filters.only, over=over)

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        found: dict[tuple[int, int], Match] = {}
        for finder in finders:
            for match in finder.among(text, lines):
                found.setdefault((match.start, match.end), match)
        yield from found.values()

    return Finder(find, anchors, None, all(f.linewise for f in finders))

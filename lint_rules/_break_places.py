"""Where a paragraph may be broken at all: at the end of a sentence that stands in nothing that belongs together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from lint_rules._abbreviations import ABBREVIATIONS, EVERYWHERE, ORDINAL
from lint_rules._borders import NEAR, Line, is_tabular, lines_of
from lint_rules._glyphs import Bools, Ints
from lint_rules._patterns import pattern
from lint_rules._protected import has_no_vowel, matches, word_before
from textlint import Text

_REACH = 600  # code points that a quotation in single marks can have
_ORDINAL_DIGITS = 2  # digits that the number of a day has
_DASH = "--"  # goes on with the sentence before, or names who said it
_GAP = 10  # code points that may stand between a sentence and the dash
_SINGLE = pattern(r"(?<![^\s(\[\"“])(?P<open>['‘])(?=\p{L})|(?<=[.,!?…])['’](?!\w)")
_ELISION = pattern(r"['’-](?=.)")
_ABBREVIATED = EVERYWHERE.union(*ABBREVIATIONS.values())

Spans = Sequence[tuple[int, int]]


def may_break(text: Text, ends: Ints) -> Bools:
    """Which ends of sentences stand in no quotation, brackets, table or code, after no abbreviation, before no dash."""
    own = [text.line_at(place) for place in ends.tolist()]
    lines = {start: (line, _single(line.value)) for start, line in lines_of(text, sorted(set(own)))}
    starts = [text.span(i).start for i in own]
    found = [
        start in lines and _is_open(*lines[start], end - start)
        for start, end in zip(starts, ends.tolist(), strict=True)
    ]
    return np.array(found, bool)


def _is_open(line: Line, single: Spans, end: int) -> bool:
    """Whether the line may be broken at ``end``; ``single`` are its pieces in single quotation marks."""
    last = bisect_right(single, (end, 0)) - 1
    return not (
        (last >= 0 and end < single[last][1])
        or line.value[end : end + _GAP].lstrip().startswith(_DASH)
        or is_tabular(line.value, max(0, end - NEAR), end + NEAR)
        or line.is_inside(end)
        or _is_abbreviated(line, end)
    )


def _is_abbreviated(line: Line, end: int) -> bool:
    """Whether a full stop stands after an initial, an abbreviation of the page's language or the number of a day."""
    if line.value[end - 1] != ".":
        return False
    word = word_before(line.value, end - 1)
    if word.isdigit():
        return len(word) <= _ORDINAL_DIGITS and bool(line.page.languages & ORDINAL)
    short = word != "I" and (len(word) == 1 or has_no_vowel(word))
    last = word if word.isalpha() else _ELISION.split(word)[-1]  # the av of "l'av"
    return short or (last.lower() in _ABBREVIATED and line.page.is_abbreviation(last))


def _single(line: str) -> list[tuple[int, int]]:
    """The pieces of a paragraph inside single quotation marks, in order."""
    pieces, start = [], -1
    for mark in matches(_SINGLE, line, "'‘’"):
        if mark["open"]:
            start = mark.start()
        elif start >= 0 and mark.end() - start <= _REACH:
            pieces.append((start, mark.end()))
            start = -1
    return pieces

"""Where a paragraph may be broken at all: at the end of a sentence that stands in nothing that belongs together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

import numpy as np

from lint_rules._abbreviations import ABBREVIATIONS, EVERYWHERE, ORDINAL
from lint_rules._borders import NEAR, Line, is_tabular, lines_of
from lint_rules._glyphs import (
    BRACKET,
    CLOSER,
    COLON,
    COMMA,
    DIGIT,
    FENCE,
    JOINT,
    LETTER,
    LINE_END,
    OPENER,
    SPACE,
    STOP,
    VOWEL,
    Bools,
    Ints,
    Keys,
    keys,
    lexicon,
    looked_up,
    singles,
)  # fmt: skip
from lint_rules._passages import DUMB, Passage, between, has
from lint_rules._patterns import pattern
from lint_rules._protected import has_no_vowel, matches, word_before
from textlint import Text

_REACH = 600  # code points that a quotation in single marks can have
_ORDINAL_DIGITS = 2  # digits that the number of a day has
_DASH = "--"  # goes on with the sentence before, or names who said it
_GAP = 10  # code points that may stand between a sentence and the dash
_SINGLE = pattern(r"(?<![^\s(\[\"“])(?P<open>['‘])(?=\p{L})|(?<=[.,!?…])['’](?!\w)")
_ELISION = pattern(r"['’-](?=.)")
_BESIDE = SPACE | LINE_END | OPENER | CLOSER | STOP | COMMA | COLON  # what may stand before a word and is no part of it
_ABBREVIATED = EVERYWHERE.union(*ABBREVIATIONS.values())

Spans = Sequence[tuple[int, int]]


@cache
def _listed() -> tuple[Keys, Ints]:
    """The abbreviations of all languages, with the letter that the last one of a Greek word is elsewhere, too."""
    return lexicon([_ABBREVIATED | {word.replace("ς", "σ") for word in _ABBREVIATED}])


class Signs:
    """What stands in a passage that tells whether a paragraph may be broken at a place, without a closer look.

    ``lines`` are the ends of lines, ``quotes`` the places of what may be a quotation mark, ``tables`` of what parts
    columns, ``data`` of what data have; ``brackets`` the places of round and of square ones, and which of them close.
    """

    def __init__(self, p: Passage) -> None:
        self.passage, self.lines = p, p.places(LINE_END)
        fences, joints, commas, brackets = (p.places(kind) for kind in (FENCE, JOINT, COMMA, BRACKET))
        characters, paired = singles(p.letters, fences), singles(p.letters, brackets)
        tables = (characters == ord("|")) | (characters == ord("\t"))
        braces = (characters == ord("{")) | (characters == ord("}"))
        named = (characters == ord('"')) & has(p.kind[fences + 1], COLON)
        inside = has(p.kind[joints - 1], LETTER | DIGIT | STOP | COMMA)  # an apostrophe, or it closes
        single = joints[(singles(p.letters, joints) == ord("'")) & ~inside]
        doubled = commas[np.diff(commas, prepend=-1) == 1]
        self.quotes = np.sort(np.concatenate([fences[~tables & ~braces], single, doubled]))
        self.tables, self.data = fences[tables], fences[braces | named]
        self.brackets = [
            (np.append(brackets[kind], -1), np.append(paired[kind] == ord(closes), True))
            for opens, closes in ("()", "[]")
            for kind in [(paired == ord(opens)) | (paired == ord(closes))]
        ]

    def stand_free(self, places: Ints) -> Bools:
        """After which sentences, of those inside lines, ``may_break`` is sure to allow a break, fenced code aside.

        Nothing stands before the place in its line that could open a quotation, no bracket is open, and there is nothing
        beside it like a table, data, a dash or an abbreviation.
        """
        p, ends = self.passage, self.passage.ends[places]
        own = np.searchsorted(self.lines, ends)
        firsts = np.append(0, self.lines + 1)[own]
        free = between(self.quotes, firsts, ends + 1) == 0
        free &= between(self.tables, ends - NEAR, ends + NEAR) == 0
        free &= between(self.data, firsts, self.lines[own]) == 0
        for brackets, closed in self.brackets:
            last = np.searchsorted(brackets[:-1], ends) - 1  # -1 is what was put behind
            free &= (brackets[last] < firsts) | closed[last]
        free &= (singles(p.letters, firsts) != ord("[")) & (singles(p.letters, p.starts[places + 1]) != ord("-"))
        doubtful = np.flatnonzero(free & (singles(p.letters, ends - 1) == ord(".")))
        free[doubtful] = _ends_plainly(p, ends[doubtful] - 1)
        return np.asarray(free, bool)


def _ends_plainly(p: Passage, stops: Ints) -> Bools:
    """Which full stops stand right after a word that nobody takes for an abbreviation or a number."""
    starts, ends, sizes = p.words_to(stops)
    plain = (ends == stops) & has(p.kind[starts - 1], _BESIDE) & (sizes > 1)
    short = np.flatnonzero(sizes <= DUMB)
    plain[short] &= has(p.together(starts[short], ends[short]), VOWEL)
    plain &= looked_up(_listed(), keys(p.letters, starts, ends)) == 0
    return np.asarray(plain, bool)


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
    if "'" not in line and "‘" not in line:  # which begin one
        return []
    pieces, start = [], -1
    for mark in matches(_SINGLE, line, "'‘’"):
        if mark["open"]:
            start = mark.start()
        elif start >= 0 and mark.end() - start <= _REACH:
            pieces.append((start, mark.end()))
            start = -1
    return pieces

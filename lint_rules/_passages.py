"""The sentences of a document and their words, found all at once.

Line ends part sentences, too: whether a paragraph begins at a place is judged by the sentences around it, wherever the
breaks of today are. So a document is judged the same before and after breaks were put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from lint_rules._abbreviations import EVERYWHERE
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
    LOWER,
    OPENER,
    QUOTE,
    SPACE,
    STOP,
    UPPER,
    VOWEL,
    Bools,
    Ints,
    Keys,
    Kinds,
    codes,
    keys,
    keys_of,
    kinds,
    letters,
    lexicon,
    looked_up,
)  # fmt: skip
from lint_rules._words import words_of

_MOST = 4  # closing or opening characters, or spaces, that are looked past where two sentences meet
# Classes of few characters, which are found all at once:
RARE = LINE_END | STOP | QUOTE | COMMA | COLON | DIGIT | BRACKET | JOINT | FENCE
DUMB = 4  # letters up to which a word without a vowel is an abbreviation
_NUMBERED = words_of("no nos nr art ch chap cap eq fig figs kap p pp par sec tab vol vols")


@cache
def _first_person() -> Keys:
    """The key of the English word "I"."""
    return keys_of(frozenset("i"))


@cache
def _abbreviated() -> tuple[Keys, Ints]:
    """The abbreviations of every language: 1 for those that end no sentence, 2 for those that end none before a digit."""
    return lexicon([EVERYWHERE - _NUMBERED, _NUMBERED])


class Words:
    """The words of a text: runs of letters, marks and digits."""

    def __init__(self, kind: Kinds) -> None:
        inked = np.zeros(len(kind) + 2, bool)
        inked[1:-1] = has(kind, LETTER | DIGIT)
        edges = np.flatnonzero(inked[1:] != inked[:-1])
        self.starts: Ints = edges[::2]
        self.ends: Ints = edges[1::2]
        self.sizes = self.ends - self.starts


class Passage:
    """The sentences (``starts``, ``ends``) and words of some texts laid end to end, a line end after each.

    ``document`` is the number of each sentence's text, and ``edges`` its first sentence and that after its last;
    ``begins`` tells whether a sentence begins a line. ``first_words`` are the numbers of the sentences' first words,
    ``sentence_of`` is the sentence of each word, ``leads`` whether it is the first one there. All places are code points
    of the whole; ``shifts`` is where each text starts in it.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        points = np.concatenate([codes(f"{text}\n") for text in texts])  # few hold what codes are slower to make of
        self.kind, self.letters = kinds(points), letters(points)
        self.words = Words(self.kind)
        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        self.shifts: Ints = np.cumsum(sizes + 1) - sizes - 1
        self._rare: Ints = np.flatnonzero(has(self.kind, RARE))
        self._rarities = self.kind[self._rare]
        line_ends = self.places(LINE_END)
        firsts = np.append(0, line_ends[:-1] + 1)
        worded = np.diff(np.searchsorted(self.words.starts, line_ends), prepend=0) > 0
        ends, starts = self._borders(points == ord("."))
        starts = np.append(firsts[worded], starts)
        order = np.argsort(starts, kind="stable")
        self.starts: Ints = starts[order]
        self.ends: Ints = np.sort(np.append(line_ends[worded], ends))
        self.begins: Bools = order < np.count_nonzero(worded)
        self.document: Ints = np.searchsorted(self.shifts, self.starts, "right") - 1
        counts = np.bincount(self.document, minlength=len(texts)).cumsum()
        self.edges = np.append(0, counts[:-1])[self.document], counts[self.document]
        self.first_words: Ints = np.searchsorted(self.words.starts, self.starts)
        counts = np.diff(self.first_words, append=len(self.words.starts))
        self.sentence_of: Ints = np.repeat(np.arange(len(counts)), counts)
        self.leads: Bools = np.diff(self.sentence_of, prepend=-1) > 0

    def within(self, kind: int, starts: Ints, ends: Ints) -> Ints:
        """How many characters of a class of RARE stand in each piece."""
        return between(self.places(kind), starts, ends)

    def places(self, kind: int) -> Ints:
        """Where characters of a class of RARE stand, ascending."""
        return self._rare[has(self._rarities, kind)]

    def back(self, places: Ints, kind: int) -> Ints:
        """The places before some others, up to ``_MOST`` characters of a class looked past."""
        places = places - 1
        for _ in range(_MOST):
            places = places - has(self.kind[places], kind)
        return places

    def forward(self, places: Ints, kind: int) -> Ints:
        """Some places, or those after up to ``_MOST`` characters of a class that stand there."""
        for _ in range(_MOST):
            places = places + has(self.kind[places], kind)
        return places

    def words_to(self, places: Ints) -> tuple[Ints, Ints, Ints]:
        """The first word that ends at each place or behind it, or the last one: where it starts and ends, its size."""
        words = self.words
        last = np.minimum(np.searchsorted(words.ends, places), len(words.ends) - 1)
        return words.starts[last], words.ends[last], words.sizes[last]

    def together(self, starts: Ints, ends: Ints) -> Kinds:
        """The classes that the first ``DUMB`` characters of some words are in, taken together."""
        places = np.minimum(starts[:, None] + np.arange(DUMB), ends[:, None] - 1)
        return np.asarray(np.bitwise_or.reduce(self.kind[places], axis=1), np.uint32)

    def _borders(self, points: Bools) -> tuple[Ints, Ints]:
        """Where sentences end inside a line, and where the next ones start: with a capital letter or a digit."""
        kind = self.kind
        marks = self.places(STOP)
        marks = marks[~has(kind[marks + 1], STOP)]
        ends = self.forward(marks + 1, CLOSER)
        starts = self.forward(ends, SPACE)
        far = (starts > ends) & ~has(kind[starts], SPACE)
        marks, ends, starts = marks[far], ends[far], starts[far]
        ink = self.forward(starts, OPENER | SPACE)
        good = has(kind[ink], UPPER | DIGIT)
        doubtful = np.flatnonzero(good & points[marks])
        good[doubtful] = ~self._are_abbreviated(marks[doubtful], ink[doubtful])
        return ends[good], starts[good]

    def _are_abbreviated(self, marks: Ints, ink: Ints) -> Bools:
        """Which full stops stand after an initial, or an abbreviation that is one in every language."""
        kind = self.kind
        if not len(self.words.ends):
            return np.zeros(len(marks), bool)
        starts, ends, sizes = self.words_to(marks)
        found = keys(self.letters, starts, ends)
        initial = (sizes == 1) & has(kind[starts], LETTER) & (found != _first_person())
        listed = looked_up(_abbreviated(), found)
        listed = (listed == 1) | ((listed > 1) & has(kind[ink], DIGIT))
        short = np.flatnonzero(sizes <= DUMB)
        every = self.together(starts[short], ends[short])
        dumb = np.zeros(len(marks), bool)
        dumb[short] = has(every, LOWER) & ~has(every, VOWEL | DIGIT)
        alone = (initial | dumb) & ~has(kind[starts - 1], JOINT)  # no initial: the t of "don't"
        return np.asarray((ends == marks) & (listed | alone), bool)


def has(kind: Kinds, classes: int) -> Bools:
    """Which characters belong to one of some classes."""
    found: Bools = (kind & np.uint32(classes)) > 0
    return found


def between(places: Ints, starts: Ints, ends: Ints) -> Ints:
    """How many of some places, ascending, lie in each piece."""
    return np.searchsorted(places, ends) - np.searchsorted(places, starts)

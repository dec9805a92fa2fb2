"""Which lines go: the scores are not enough, structure has to agree.

Where a document is surely a whole page, everything that scores as junk goes that stands outside of the first and last
paragraph; between them only short lines in runs. Where it may be an article that a good extractor has found already,
what goes must also be known by its words.
"""

from __future__ import annotations

import msgspec
import numpy as np
from msgspec.structs import replace

from textlint.batch import Bools
from textlint.linemodel.columns import Floats
from textlint.linemodel.rows import Rows
from textlint.linemodel.verdicts import LINES

LABEL = 12  # words of a line up to which it may be a label; between the paragraphs no longer one may go
LABELS = 4  # such lines that a document has to have for a longer one to go: paragraphs alone are an article
PHRASE = 25  # words from which a line counts as long
LONGEST = 150  # words from which a line may hold half a page, and has to reach MORE than another long one
MORE = 1.2  # log odds
PROSE_LOST = 0.6  # share of a document's paragraphs that may go; where more would, none does
ARTICLE, DOUBTFUL, EITHER, PAGE, SURELY = -1.4, -1.0, 0.7, 1.1, 1.9  # log odds that it is right to be bold


class Bar(msgspec.Struct, frozen=True):
    """Log odds of junk that a line has to reach: outside of the paragraphs, as a long line there, in a run between
    them, alone between them, and in a document without paragraphs. ``words`` and ``words_between`` are what its words
    alone have to add (in word units, see :class:`Model`)."""

    outside: float
    long: float
    run: float
    alone: float
    bare: float
    words: float
    words_between: float


class Stance(msgspec.Struct, frozen=True):
    """How a document is treated: the bars for some log odds, ascending, that it is right to be bold with it (to take
    it for a page of which an article is a part, see :func:`textlint.linemodel.page.page_look`). Between them the bars
    change evenly, beyond them no more."""

    bars: tuple[tuple[float, Bar], ...]

    def bar(self, name: str, page: Floats) -> Floats:
        """One of the bars for documents of these log odds."""
        odds = [odds for odds, _ in self.bars]
        return np.asarray(np.interp(page, odds, [getattr(bar, name) for _, bar in self.bars]), np.float64)


_PAGE = Bar(outside=0.0, long=0.3, run=0.8, alone=1.5, bare=0.7, words=-3, words_between=-0.3)
_ARTICLE = Bar(outside=1.6, long=9, run=2.0, alone=2.3, bare=2.1, words=1.2, words_between=1.6)
_EITHER = Bar(outside=1.4, long=4.5, run=1.9, alone=2.4, bare=1.8, words=0.7, words_between=0.8)
_DOUBTFUL = Bar(outside=0.0, long=1.5, run=0.3, alone=0.8, bare=0.3, words=-3, words_between=-0.5)


def _raised(bar: Bar, shift: float) -> Bar:
    return replace(bar, **{name: getattr(bar, name) + shift for name in ("outside", "long", "run", "alone", "bare")})


def safe_stance(shift: float) -> Stance:
    """The stance of safe fixes: every bar of a page raised by ``shift`` log odds, as measured in training."""
    page, surely = _raised(_PAGE, shift + 1.05), _raised(_PAGE, shift - 0.25)
    return Stance(((ARTICLE, _ARTICLE), (EITHER, _EITHER), (PAGE, page), (SURELY, surely)))


UNSAFE = Stance(((DOUBTFUL, _DOUBTFUL), (EITHER, _raised(_PAGE, -0.3)), (SURELY, _raised(_PAGE, -0.6))))
_BOLD = Stance(((SURELY, _PAGE),))


def bold(rows: Rows, final: Floats, words: Floats) -> Bools:
    """The rows that would go if it were right to be bold with every document, those that stand alone with them."""
    return _going(rows, final, words, np.full(len(rows.first), SURELY), _BOLD, lonely=True)


def decide(rows: Rows, final: Floats, words: Floats, page: Floats, stance: Stance) -> Bools:
    """The rows that go. ``final`` are the second look's log odds, ``words`` what the words of a row add (in word units,
    see :class:`Model`), ``page`` the log odds, one a document, that it is right to be bold."""
    return _going(rows, final, words, page, stance, lonely=False)


def _going(rows: Rows, final: Floats, words: Floats, page: Floats, stance: Stance, lonely: bool) -> Bools:
    """The rows that reach their bars; ``lonely``: also those outside of the paragraphs that stand alone."""

    def bar(name: str) -> Floats:
        return stance.bar(name, page)[rows.doc]

    some, inside = _between(rows, final)
    long = rows.prose | (rows.few_words > PHRASE)
    worded = words > bar("words")
    least = np.where(long, bar("long"), bar("outside")) + MORE * (rows.few_words > LONGEST)
    outside: Bools = some & ~inside & worded & (final > least)
    going = outside & (lonely | _in_run(rows, outside) | _at_edge(rows) | (final > bar("alone")))
    going |= ~some & ~long & worded & (final > bar("bare"))
    label = inside & (rows.few_words <= LABEL) & (words > bar("words_between"))
    going |= label & (_in_run(rows, label & (final > bar("run"))) | (final > bar("alone")))
    going &= (rows.few_words <= LABEL) | (rows.per_document(rows.few_words <= LABEL) >= LABELS)[rows.doc]
    going &= (rows.last - rows.first >= LINES)[rows.doc] & ~rows.markup
    return going & ~(_too_much(rows, going)[rows.doc] & rows.prose)


def _between(rows: Rows, final: Floats) -> tuple[Bools, Bools]:
    """Rows of documents that have a paragraph of text, and those that stand from the first such to the last."""
    text = np.flatnonzero(rows.prose & (final < 0))
    bounds = np.searchsorted(text, rows.bounds)
    some = bounds[1:] > bounds[:-1]
    first, last = np.full(len(some), len(rows)), np.full(len(some), -1)
    first[some], last[some] = text[bounds[:-1][some]], text[bounds[1:][some] - 1]
    number = np.arange(len(rows))
    return some[rows.doc], (number >= first[rows.doc]) & (number <= last[rows.doc])


def _in_run(rows: Rows, marked: Bools) -> Bools:
    """Marked rows with a marked neighbour in the same document."""
    beside = np.zeros(len(rows) + 2, bool)
    beside[1:-1] = marked
    number = np.arange(len(rows))
    return marked & ((beside[:-2] & (number > rows.low)) | (beside[2:] & (number < rows.high - 1)))


def _at_edge(rows: Rows) -> Bools:
    """The first and the last row of each document."""
    number = np.arange(len(rows))
    return np.asarray((number == rows.low) | (number == rows.high - 1), np.bool_)


def _too_much(rows: Rows, going: Bools) -> Bools:
    """Documents that would lose more than PROSE_LOST of their paragraphs' words."""
    words = np.where(rows.prose, rows.n_words, 0)
    return rows.per_document(np.where(going, words, 0)) > PROSE_LOST * rows.per_document(words)

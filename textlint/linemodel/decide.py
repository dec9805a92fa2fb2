"""Which lines go: the scores are not enough, structure has to agree.

Where a document is surely a whole page, everything that scores as junk goes that stands outside of the first and last
paragraph; between them only short lines in runs. Where it may be an article that a good extractor has found already,
what goes must also be known by its words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from textlint.batch import Bools
from textlint.linemodel.columns import Floats
from textlint.linemodel.rows import Rows

LABEL = 12  # words up to which a line between the paragraphs may go
PHRASE = 25  # words from which a line counts as long
LONGEST = 150  # words from which a line may hold half a page, and has to reach more than another long one
MORE = 1.2  # log odds, that is


@dataclass(frozen=True)
class Bar:
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


@dataclass(frozen=True)
class Stance:
    """How a document is treated: as ``page`` where the log odds of its being a whole page are ``sure`` or more, as
    ``article`` where they are ``unsure`` or less, and in between accordingly."""

    page: Bar
    article: Bar
    sure: float = 1.5
    unsure: float = -1.5


_PAGE = Bar(outside=0.0, long=0.3, run=0.3, alone=1.5, bare=0.7, words=-3, words_between=-3)
_ARTICLE = Bar(outside=1.6, long=9, run=2.0, alone=2.3, bare=2.1, words=1.2, words_between=1.6)
_DOUBTFUL = Bar(outside=0.6, long=2.0, run=0.8, alone=1.2, bare=1.0, words=0.3, words_between=0.5)


def safe_stance(shift: float) -> Stance:
    """The stance of safe fixes: every bar of a page raised by ``shift`` log odds, as measured in training."""
    page = _PAGE
    raised = {name: getattr(page, name) + shift for name in ("outside", "long", "run", "alone", "bare")}
    return Stance(replace(page, **raised), _ARTICLE)


UNSAFE = Stance(_PAGE, _DOUBTFUL)
PROSE_LOST = 0.6  # share of a document's paragraphs that may go; where more would, none does
HALF, PARAGRAPH = 0.5, 60  # share of a document's words that may only go where paragraphs of so many words are left
STRONG = 1.0  # what the words of a label add that is surely a site's own
FEW_STRONG, STRONG_SHARE = 6, 0.06  # such labels, and their share of what would go, that a whole page surely has


def decide(rows: Rows, final: Floats, words: Floats, page: Floats, stance: Stance) -> Bools:
    """The rows that go. ``final`` are the second look's log odds, ``page`` those of a whole page, one a document."""
    bold = _going(rows, final, words, np.maximum(page, stance.sure), stance)
    strong = bold & (words > STRONG)
    labels = rows.per_document(strong & (rows.n_words <= LABEL))
    share = rows.per_document(strong) / np.maximum(rows.per_document(bold), 1)
    agreed = np.minimum((labels - FEW_STRONG) / 2, (share - STRONG_SHARE) * 40)
    agreed = np.where(_hollow(rows, bold), stance.unsure, agreed)
    return _going(rows, final, words, np.minimum(page, agreed), stance)


def _hollow(rows: Rows, going: Bools) -> Bools:
    """Documents of which hardly a paragraph would be left: it may be a list that somebody wrote."""
    words = rows.n_words.astype(np.float64)
    lost: Bools = rows.per_document(np.where(going, words, 0)) > HALF * rows.per_document(words)
    kept: Bools = rows.per_document(np.where(rows.prose & ~going, words, 0)) >= PARAGRAPH
    hollow: Bools = lost & ~kept
    return hollow


def _going(rows: Rows, final: Floats, words: Floats, page: Floats, stance: Stance) -> Bools:
    doubt = np.clip((stance.sure - page) / (stance.sure - stance.unsure), 0, 1)[rows.doc]

    def bar(name: str) -> Floats:
        low, high = getattr(stance.page, name), getattr(stance.article, name)
        return np.asarray(low + (high - low) * doubt, np.float64)

    some, inside = _between(rows, final)
    long = rows.prose | (rows.n_words > PHRASE)
    worded = words > bar("words")
    least = np.where(long, bar("long"), bar("outside")) + MORE * (rows.n_words > LONGEST)
    going: Bools = some & ~inside & worded & (final > least)
    going |= ~some & ~long & worded & (final > bar("bare"))
    label = inside & (rows.n_words <= LABEL) & (words > bar("words_between"))
    going |= label & (_in_run(rows, label & (final > bar("run"))) | (final > bar("alone")))
    return going & ~(_too_much(rows, going)[rows.doc] & rows.prose)


def _between(rows: Rows, final: Floats) -> tuple[Bools, Bools]:
    """Rows of documents that have a paragraph of text, and those that stand from the first such to the last."""
    text = np.flatnonzero(rows.prose & (final < 0))
    documents = len(rows.first)
    first, last = np.full(documents, len(rows)), np.full(documents, -1)
    np.minimum.at(first, rows.doc[text], text)
    np.maximum.at(last, rows.doc[text], text)
    number, some = np.arange(len(rows)), (last >= 0)[rows.doc]
    return some, some & (number >= first[rows.doc]) & (number <= last[rows.doc])


def _in_run(rows: Rows, marked: Bools) -> Bools:
    """Marked rows with a marked neighbour in the same document."""
    beside = np.zeros(len(rows) + 2, bool)
    beside[1:-1] = marked
    number = np.arange(len(rows))
    return marked & ((beside[:-2] & (number > rows.low)) | (beside[2:] & (number < rows.high - 1)))


def _too_much(rows: Rows, going: Bools) -> Bools:
    """Documents that would lose more than PROSE_LOST of their paragraphs' words."""
    words = np.where(rows.prose, rows.n_words, 0).astype(np.float64)
    return rows.per_document(np.where(going, words, 0)) > PROSE_LOST * rows.per_document(words)

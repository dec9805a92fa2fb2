"""The lines of a batch that are not blank, with what can be counted in each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints
from textlint.keys import Keys, content, line_keys
from textlint.linemodel.columns import running
from textlint.linemodel.words import Words, words_of

PROSE, LONG, SENTENCE, PHRASE, LABEL = 5, 4, 3, 2, 1  # shapes, from an author's paragraph down; 0 is a word or two
INDENT = 40  # white space at a line's start that is passed over

_DIGIT, _UPPER, _LETTER = range(48, 58), range(65, 91), [*range(97, 123), *range(128, 256)]
_COUNTED: tuple[tuple[str, list[int]], ...] = (
    ("lower", _LETTER),
    ("digits", [*_DIGIT]),
    ("upper", [*_UPPER]),
    ("separators", [*b"|>/\\*[]{}_=#~"]),
    ("commas", [*b",;"]),
    ("stops", [*b".!?"]),
    ("brackets", [*b"()"]),
    ("quotes", [*b"\"'"]),
    ("colons", [*b":"]),
)
_MARKUP = np.isin(np.arange(256), [*b"-=_*`~#:"])
_CLASS = {byte: number for number, (_, members) in enumerate(_COUNTED, 1) for byte in members}
_CLASSES = bytes(_CLASS.get(byte, 0) for byte in range(256))


@dataclass(frozen=True)
class Rows:
    """One row a line that is not blank. ``low`` and ``high`` are the first row of the row's document and the one after
    its last; ``first`` and ``last`` the same, a document each. ``counts`` holds how many bytes of a kind a line has,
    ``listed`` which lines are, as a whole, one of the phrases that the packs know."""

    batch: Batch
    lines: Ints
    doc: Ints
    first: Ints
    last: Ints
    words: Words
    n_words: Ints
    counts: dict[str, Ints]
    listed: Bools

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def low(self) -> Ints:
        """First row of each row's document."""
        return self.first[self.doc]

    @cached_property
    def high(self) -> Ints:
        """Row after the last of each row's document."""
        return self.last[self.doc]

    @cached_property
    def place(self) -> Ints:
        """How many rows stand before each in its document."""
        return np.arange(len(self)) - self.low

    @cached_property
    def length(self) -> Ints:
        """Code points of each line."""
        return np.maximum(self.batch.lengths[self.lines], 1)

    @cached_property
    def ended(self) -> Bools:
        """Lines that end like a sentence."""
        return self.batch.ended[self.lines]

    @cached_property
    def prose(self) -> Bools:
        """Lines of running text (see :attr:`Batch.prose`)."""
        return self.batch.prose[self.lines]

    @cached_property
    def capitals(self) -> Ints:
        """Words that start with a capital letter of ASCII."""
        return self._words_led_by(65, 91)

    @cached_property
    def numbers(self) -> Ints:
        """Words that start with a digit."""
        return self._words_led_by(48, 58)

    def _words_led_by(self, low: int, high: int) -> Ints:
        lead = self.batch.data[self.words.starts]
        return np.bincount(self.words.rows[(lead >= low) & (lead < high)], minlength=len(self))

    @cached_property
    def first_ink(self) -> Ints:
        """Byte of each line's first character that is not ASCII white space (looked for INDENT bytes far)."""
        return np.minimum(self._ink(self.batch.starts, 1), self.batch.ends[self.lines] - 1)

    @cached_property
    def last_ink(self) -> Ints:
        """Byte of each line's last character that is not ASCII white space (looked for INDENT bytes far)."""
        return np.maximum(self._ink(self.batch.ends - 1, -1), self.batch.starts[self.lines])

    def _ink(self, edges: Ints, step: int) -> Ints:
        at = edges[self.lines]
        left = np.arange(len(at))
        for _ in range(INDENT):
            left = left[self.batch.data[at[left]] <= 32]
            if not len(left):
                break
            at[left] += step
        return at

    @cached_property
    def shape(self) -> Ints:
        """What kind of line it is: PROSE, LONG, SENTENCE, PHRASE, LABEL or 0."""
        sentence = (self.n_words >= 8) & ((self.counts["stops"] >= 1) | self.ended)
        sentence &= (self.capitals <= 0.5 * self.n_words + 1) & (self.counts["separators"] <= 2)
        long = (self.length >= 80) & (self.n_words >= 10)
        kinds = [
            sentence & long & self.ended,
            long,
            sentence & (self.length >= 40),
            self.n_words >= 6,
            self.n_words >= 3,
        ]
        return np.select(kinds, [PROSE, LONG, SENTENCE, PHRASE, LABEL], 0)

    @cached_property
    def zone(self) -> Ints:
        """0 above the document's first paragraph, 1 between the paragraphs, 2 below the last, 3 where there is none."""
        inside = self.shape == PROSE
        paragraph = running(inside)
        above, below = paragraph[:-1] > paragraph[self.low], paragraph[self.high] > paragraph[1:]
        return np.select([inside | (above & below), below, above], [1, 0, 2], 3)

    @cached_property
    def prose_share(self) -> NDArray[np.float64]:
        """The share of a document's words that stand in paragraphs, one a document."""
        in_prose = self.per_document(np.where(self.shape == PROSE, self.n_words, 0).astype(np.float64))
        return in_prose / np.maximum(self.per_document(self.n_words.astype(np.float64)), 1)

    @cached_property
    def markup(self) -> Bools:
        """Lines without a word that mean something in Markdown: rules, fences, the heads of tables."""
        bare = np.flatnonzero(self.n_words == 0)
        sizes, places = content(self.batch, self.lines[bare])
        found = np.zeros(len(self), bool)
        found[np.repeat(bare, sizes)[_MARKUP[self.batch.data[places]]]] = True
        return found

    def per_document(self, values: NDArray[np.float64] | NDArray[np.bool_]) -> NDArray[np.float64]:
        """Sums of a row's values over its document, one a document."""
        return np.bincount(self.doc, weights=values, minlength=len(self.first)).astype(np.float64)


def rows_of(batch: Batch, phrases: Keys) -> Rows:
    """The rows of a batch; ``phrases`` are the keys of the phrases that the packs know (see :mod:`textlint.keys`)."""
    lines = np.flatnonzero(~batch.blank)
    doc = batch.doc_of_line[lines]
    documents = np.arange(len(batch.texts))
    first, last = np.searchsorted(doc, documents), np.searchsorted(doc, documents, "right")
    starts = batch.starts[lines]
    words = words_of(batch, starts)
    n_words = np.bincount(words.rows, minlength=len(lines))
    listed = _listed(batch, phrases)[lines]
    return Rows(batch, lines, doc, first, last, words, n_words, _counts(batch, starts), listed)


def _listed(batch: Batch, phrases: Keys) -> Bools:
    """Which of all lines have the key of a phrase."""
    found = np.zeros(len(batch.starts), bool)
    lines, keys = line_keys(batch)
    found[lines[np.isin(keys, phrases)]] = True
    return found


def _counts(batch: Batch, starts: Ints) -> dict[str, Ints]:
    """How many bytes of each kind stand in the rows that start at some bytes."""
    if not len(starts):
        return {name: np.zeros(0, np.int64) for name, _ in _COUNTED}
    classes = np.frombuffer(batch.buffer.translate(_CLASSES), np.uint8)
    rare = np.flatnonzero(classes > 1)  # most bytes are small letters, which are cheaper to add up
    in_row = np.diff(np.searchsorted(rare, starts), append=len(rare))
    size = len(_COUNTED) + 1
    cells = np.repeat(np.arange(len(starts)) * size, in_row) + classes[rare]
    table = np.bincount(cells, minlength=len(starts) * size).reshape(-1, size).T.copy()
    table[1] = np.add.reduceat(classes == 1, starts, dtype=np.int64)
    return {name: table[k] for k, (name, _) in enumerate(_COUNTED, 1)}

"""The lines of a batch that are not blank, with what can be counted in each."""

from __future__ import annotations

from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints
from textlint.keys import Keys, content
from textlint.linemodel.columns import Floats, Windows, binned, mean, running, sums_between
from textlint.linemodel.content import counts_of, part_of
from textlint.linemodel.reading import Weigh, words_in
from textlint.linemodel.words import Words

PROSE, LONG, SENTENCE, PHRASE, LABEL = 5, 4, 3, 2, 1  # shapes, from an author's paragraph down; 0 is a word or two
MANY = 9999  # words
INDENT = 40  # white space at a line's start that is passed over

_ZONES = np.array([3, 2, 0, 1], np.int8)  # where no paragraph stands around a line, one above, one below, both
_MARKUP = np.array([byte in b"-=_*`~#:" for byte in range(256)], bool)


class Rows(msgspec.Struct, frozen=True, dict=True):
    """One row a line that is not blank. ``bounds`` are the first row of each document and the one after the last row of
    the last. ``counts`` holds what is known of each line by its content alone (see :mod:`textlint.linemodel.content`)."""

    batch: Batch
    lines: Ints
    doc: Ints
    bounds: Ints
    counts: dict[str, Ints]

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def first(self) -> Ints:
        """First row of each document."""
        return self.bounds[:-1]

    @property
    def last(self) -> Ints:
        """Row after the last of each document."""
        return self.bounds[1:]

    @property
    def n_words(self) -> Ints:
        """Words of each line."""
        return self.counts["words"]

    @cached_property
    def words(self) -> Words:
        """All words, which a model is made of."""
        return words_in(self.batch, self.batch.starts[self.lines])

    def words_of(self, chosen: Ints) -> Words:
        """The words of some rows, by places in a text of these rows alone."""
        part = part_of(self.batch, self.lines[chosen])
        return words_in(part, part.starts)

    @cached_property
    def words_before(self) -> Ints:
        """Words before each row, and of all at the end."""
        return running(self.n_words)

    @cached_property
    def listed(self) -> Bools:
        """Lines that are, as a whole, one of the phrases that the packs know."""
        return self.counts["listed"] > 0

    @cached_property
    def few_words(self) -> NDArray[np.int16]:
        """Words of each line as a small number, which is quick to compare; MANY of them where there are more."""
        return np.minimum(self.n_words, MANY).astype(np.int16)

    @cached_property
    def windows(self) -> Windows:
        """The windows around each row."""
        return Windows(self.low, self.high)

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
        return self.counts["capitals"]

    @cached_property
    def numbers(self) -> Ints:
        """Words that start with a digit."""
        return self.counts["numbers"]

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
    def shape(self) -> NDArray[np.int8]:
        """What kind of line it is: PROSE, LONG, SENTENCE, PHRASE, LABEL or 0."""
        sentence = (self.n_words >= 8) & ((self.counts["stops"] >= 1) | self.ended)
        sentence &= (self.capitals <= 0.5 * self.n_words + 1) & (self.counts["separators"] <= 2)
        long = (self.length >= 80) & (self.n_words >= 10)
        shape = binned(self.few_words, [3, 6]).values  # a LABEL, a PHRASE
        for kind, there in (
            (SENTENCE, sentence & (self.length >= 40)),
            (LONG, long),
            (PROSE, sentence & long & self.ended),
        ):
            shape[there] = kind
        return shape

    @cached_property
    def zone(self) -> NDArray[np.int8]:
        """0 above the document's first paragraph, 1 between the paragraphs, 2 below the last, 3 where there is none."""
        inside = self.shape == PROSE
        paragraph = running(inside)
        above, below = paragraph[:-1] > paragraph[self.low], paragraph[self.high] > paragraph[1:]
        zone = _ZONES.take(above + 2 * below)
        zone[inside] = 1
        return np.asarray(zone, np.int8)

    @cached_property
    def prose_share(self) -> NDArray[np.float64]:
        """The share of a document's words that stand in paragraphs, one a document."""
        in_prose = self.per_document(np.where(self.shape == PROSE, self.n_words, 0))
        return mean(in_prose, self.per_document(self.n_words))

    @cached_property
    def markup(self) -> Bools:
        """Lines without a word that mean something in Markdown: rules, fences, the heads of tables."""
        bare = np.flatnonzero(self.n_words == 0)
        sizes, places = content(self.batch, self.lines[bare])
        found = np.zeros(len(self), bool)
        found[np.repeat(bare, sizes)[_MARKUP[self.batch.data[places]]]] = True
        return found

    def per_document(self, values: Ints | Bools) -> Ints:
        """Sums of a row's values (whole numbers) over its document, one a document."""
        return sums_between(values, self.bounds)

    def added_up(self, values: Floats) -> Floats:
        """The same for values that are no whole numbers: added one after the other, so that sums stay the same in any
        batch."""
        return np.bincount(self.doc, weights=values, minlength=len(self.first)).astype(np.float64)


def rows_of(batch: Batch, phrases: Keys, weigh: Weigh | None = None) -> Rows:
    """The rows of a batch; ``phrases`` are the keys of the phrases that the packs know (see :mod:`textlint.keys`),
    ascending, and ``weigh`` is what a model makes of their words."""
    lines = np.flatnonzero(~batch.blank)
    bounds = np.searchsorted(lines, batch.first_line)
    return Rows(batch, lines, batch.doc_of_line[lines], bounds, counts_of(batch, lines, phrases, weigh))

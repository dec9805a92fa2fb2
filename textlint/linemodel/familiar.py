"""Which documents are in a language that the model was trained on: in all others it is silent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.batch import Bools, Ints
from textlint.linemodel.columns import mean, sums_between
from textlint.linemodel.rows import Rows
from textlint.linemodel.words import KNOWN_BITS, Hashes, Words

FREQUENT = 64  # words of a language that stand in most of its documents
LANGUAGES = 32  # that a model can tell
FEWEST = 12  # documents that a language needs
SEEN = 3  # documents that a word has to stand in to count as known
SURE, HALF, POOR = 0.72, 0.5, 0.3  # shares of known words that are enough, enough without sentences, and too few
TYPICAL = 0.6  # of the usual share of frequent words that a document with a share in between must reach
SENTENCE, ENOUGH = 8, 20  # words of a line from which it may be a sentence, and of all such lines that tell a language


class Language(msgspec.Struct, frozen=True):
    """A language by its frequent words (hashes), and the share of a document's words that they usually are."""

    tag: str
    words: Hashes
    share: float


class Familiar(msgspec.Struct, frozen=True, dict=True):
    """The words that the model has seen, by the first bits of their hashes, and the languages they are of."""

    known: Bools
    languages: tuple[Language, ...]

    @cached_property
    def marks(self) -> NDArray[np.uint32]:
        """For each place of a hash the languages of which it is a frequent word, a bit each."""
        marks = np.zeros(1 << KNOWN_BITS, np.uint32)
        for number, language in enumerate(self.languages):
            marks[_places(language.words)] |= np.uint32(1 << number)
        return marks

    def seen(self, words: Words) -> Ints:
        """How many words of each row are known; words of one letter do not count."""
        return sums_between(self.known.take(_places(words.hashes), mode="clip") & words.lettered, words.bounds)

    def documents(self, rows: Rows) -> Bools:
        """Documents that the model has something to say about.

        Most of their words are known; or many are, and in their sentences stand as many frequent words of a language as
        it has; or half of them are, and there are no sentences to tell by. Words of one letter do not count.
        """
        seen = rows.counts["seen"] if "seen" in rows.counts else self.seen(rows.words)
        lettered, sentence = rows.counts["lettered"], rows.few_words >= SENTENCE
        known = mean(rows.per_document(seen), rows.per_document(lettered))
        count = rows.per_document(np.where(sentence, lettered, 0))
        told = (known >= SURE) | ((known >= HALF) & (count < ENOUGH))
        doubtful = (known >= POOR) & ~told & (count >= ENOUGH)
        if doubtful.any():
            asked = np.flatnonzero(sentence & doubtful[rows.doc])
            words = rows.words_of(asked)
            marks, doc = self.marks[_places(words.hashes)], rows.doc[asked[words.rows]]
            marks[~words.lettered] = 0
            for number, language in enumerate(self.languages):
                frequent = np.bincount(
                    doc, weights=(marks >> np.uint32(number)) & np.uint32(1), minlength=len(doubtful)
                )
                told |= doubtful & (frequent >= TYPICAL * language.share * count)
        return np.asarray(told, np.bool_)


def learnt(rows: Rows, tags: Sequence[str], groups: Ints) -> Familiar:
    """What documents teach, the first ``len(tags)`` of some rows: their words, and the frequent ones of their languages.

    ``groups`` are numbers that are equal for documents that are made from the same page, which count once.
    """
    hashes, doc, sentence = _lettered(rows)
    own = doc < len(tags)
    hashes, doc, sentence = hashes[own], doc[own], sentence[own]
    known = np.bincount(_each_once(_places(hashes), groups[doc]), minlength=1 << KNOWN_BITS) >= SEEN
    every = np.array(tags)
    counts = {tag: len(np.unique(groups[every == tag])) for tag in sorted({*tags} - {""})}
    most = sorted((tag for tag, count in counts.items() if count >= FEWEST), key=lambda tag: -counts[tag])[:LANGUAGES]
    languages = tuple(
        _language(tag, hashes[inside], doc[inside]) for tag in most for inside in [sentence & (every[doc] == tag)]
    )
    return Familiar(np.asarray(known, np.bool_), languages)


def _lettered(rows: Rows) -> tuple[Hashes, Ints, Bools]:
    """Hashes of the words of two letters or more, their documents, and which stand in a line as long as a sentence."""
    chosen = rows.words.lettered
    row = rows.words.rows[chosen]
    return rows.words.hashes[chosen], rows.doc[row], rows.n_words[row] >= SENTENCE


def _language(tag: str, hashes: Hashes, doc: Ints) -> Language:
    """A language by the words of its documents' sentences."""
    words, number = np.unique(hashes, return_inverse=True)
    often = np.bincount(_each_once(number.reshape(-1), doc), minlength=len(words))
    frequent = np.argsort(-often, kind="stable")[:FREQUENT]
    _, own = np.unique(doc, return_inverse=True)
    count = np.bincount(own)
    shares = (np.bincount(own, weights=np.isin(number, frequent)) / np.maximum(count, 1))[count >= ENOUGH]
    return Language(tag, np.sort(words[frequent]), float(np.median(shares)) if len(shares) else 1.0)


def _each_once(places: Ints, owners: Ints) -> Ints:
    """The places, each as often as it has different owners."""
    size = int(owners.max(initial=0)) + 1
    return np.unique(places * size + owners) // size


def _places(hashes: Hashes) -> Ints:
    return (hashes >> np.uint64(64 - KNOWN_BITS)).view(np.int64)

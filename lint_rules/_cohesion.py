"""Which words neighbouring sentences have in common: where a paragraph ends, old words stop and new ones come in.

Words are compared by their first six letters, so that no grammar is needed; each counts less the more often it stands in
the text. Everything is counted for all sentences at once, from where each word stood last and where it comes again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint_rules._glyphs import IDEOGRAPH, UPPER, Floats, Ints, stems
from lint_rules._passages import Passage, has

REACHES = (1, 2, 3, 6, 12)  # sentences that may lie between a word and its next occurrence for the two to be linked
_NAMED, _SOON, _FAR = 3, 6, 12  # sentences after which a name is new again; comes soon; is forgotten
_STEM = 4  # letters of a word from which it tells what a sentence is about
_NEVER = 99


class Cohesion(NamedTuple):
    """What the words of each sentence have to do with those of the others, one value a sentence.

    ``chains``: by reach, the weight of words that stand both before and after the sentence's end.
    """

    chains: Mapping[int, Floats]
    telling: Ints  # words that count
    shared: Ints  # of these, in the sentence before
    fresh: Ints  # not before
    intro: Ints  # not before, but soon again
    gone: Ints  # not again
    outro: Ints  # not again, but not long before
    new: Ints  # names that were not named right before
    old: Ints  # names that were


def cohesion(passage: Passage) -> Cohesion:
    """Counts the words that the sentences of a passage share."""
    words, number = passage.words, len(passage.starts)
    telling = np.flatnonzero((words.sizes >= _STEM) | has(passage.kind[words.starts], IDEOGRAPH))
    stem = stems(passage.points, words.starts[telling], words.ends[telling])
    order = np.argsort(stem, kind="stable")
    stem, word = stem[order], telling[order]
    sentence = passage.sentence_of[word]
    changes = np.append(True, stem[1:] != stem[:-1])[: len(stem)]
    since = _since(sentence, passage.owner[sentence], changes)
    until = np.append(since[1:], _NEVER)[: len(since)]
    weight = _weight(changes)

    def count(chosen: NDArray[np.bool_]) -> Ints:
        return np.bincount(sentence[chosen], minlength=number)

    first = np.append(True, passage.sentence_of[1:] != passage.sentence_of[:-1])[word]
    named = has(passage.kind[words.starts[word]], UPPER) & ~first
    return Cohesion(
        chains={reach: _chains(sentence, since, weight, reach, number) for reach in REACHES},
        telling=count(since > 0), shared=count(since == 1),
        fresh=count(since > _FAR), intro=count((since > _FAR) & (until > 0) & (until <= _SOON)),
        gone=count(until > _FAR), outro=count((until > _FAR) & (since > 0) & (since <= _SOON)),
        new=count(named & (since > _NAMED)), old=count(named & (since > 0) & (since <= _NAMED)),
    )  # fmt: skip


def _since(sentence: Ints, owner: Ints, changes: NDArray[np.bool_]) -> Ints:
    """How many sentences ago each word stood last in its paragraph; 0 is in the same sentence, _NEVER not at all."""
    again = np.append(False, owner[1:] == owner[:-1])[: len(owner)] & ~changes
    return np.where(again, np.diff(sentence, prepend=0), _NEVER)


def _weight(changes: NDArray[np.bool_]) -> Floats:
    """The weight of each word: less for one that stands in the text often."""
    kind = np.cumsum(changes) - 1
    return 1 / np.log2(1 + np.bincount(kind)[kind]) if len(kind) else np.zeros(0)


def _chains(sentence: Ints, since: Ints, weight: Floats, reach: int, number: int) -> Floats:
    """The weight of words that stand both before and after each sentence's end, at most ``reach`` sentences apart."""
    linked = (since > 0) & (since <= reach)
    ends, weights = sentence[linked], weight[linked]
    opened, closed = (np.bincount(at, weights, number) for at in (ends - since[linked], ends))
    return np.maximum(np.cumsum(opened - closed), 0)

"""Which words neighbouring sentences have in common: where a paragraph ends, old words stop and new ones come in.

Words are compared by their first six letters, so that no grammar is needed. All are counted at once, from how many
sentences ago each word stood last and after how many it comes again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lint_rules._glyphs import SPREAD, UPPER, Floats, Ints, Keys, sorted_out, stems
from lint_rules._passages import Passage, has

REACHES = (1, 2, 3, 6, 12)  # sentences that may lie between a word and its next occurrence for the two to be linked
COUNTED = ("shared", "fresh", "intro", "gone", "outro", "new names", "old names")
FAR = REACHES[-1]  # sentences after which a word is forgotten
_NAMED, _SOON = 3, 6  # sentences after which a name is new again; that are soon
_STEM = 4  # letters of a word from which it tells what a sentence is about
NEVER = 99


class Cohesion(NamedTuple):
    """What the words of each sentence have to do with those of the others, one column a sentence.

    ``chains``: by reach, how many words stand both before and after the sentence's end. ``telling``: how many words
    count, and one. ``counts``, as COUNTED names them: of these, how many stood in the sentence before; did not stand
    before; did not, but come again soon; do not come again; do not, but stood before; are names that were not named in
    the last sentences; are names that were.
    """

    chains: Floats
    telling: Floats
    counts: Floats


def cohesion(passage: Passage) -> Cohesion:
    """Counts the words that neighbouring sentences share."""
    words, number = passage.words, len(passage.starts)
    telling = np.flatnonzero(words.sizes >= _STEM)
    stem = stems(passage.letters, words.starts[telling], words.ends[telling])
    own = passage.sentence_of[telling]
    stem ^= passage.document[own].astype(np.uint64) * SPREAD
    order = sorted_out(stem)
    named = (has(passage.kind[words.starts[telling]], UPPER) & ~passage.leads[telling])[order]
    sentence = own[order]
    since, until = gaps(stem[order], sentence)
    fresh, gone, close = since > FAR, until > FAR, (since > 0) & (since <= _NAMED)
    soon, late = (until > 0) & (until <= _SOON), (since > 0) & (since <= _SOON)
    chosen = (since == 1, fresh, fresh & soon, gone, gone & late, named & (since > _NAMED), named & close)
    counts = np.stack([np.bincount(sentence[some], minlength=number) for some in chosen])
    once = np.bincount(sentence[since > 0], minlength=number)
    return Cohesion(_chains(sentence, since, number), np.asarray(once + 1.0, np.float64), counts.astype(np.float64))


def gaps(kind: Keys, place: Ints) -> tuple[Ints, Ints]:
    """How far back each thing stood last, and how far on it stands next; NEVER if it does not, or is further than FAR.

    ``kind`` and ``place`` are sorted, by kind first.
    """
    since = np.diff(place, prepend=0)
    since[:1] = NEVER
    since[1:][(kind[1:] != kind[:-1]) | (since[1:] > FAR)] = NEVER
    until = np.full(len(since), NEVER)
    until[:-1] = since[1:]
    return since, until


def _chains(sentence: Ints, since: Ints, number: int) -> Floats:
    """By reach, how many words stand both before and after each sentence's end."""
    linked = np.flatnonzero((since > 0) & (since <= FAR))
    gap = since[linked]
    ends = np.searchsorted(REACHES, gap) * number + sentence[linked]
    size = len(REACHES) * number
    opened = np.bincount(ends - gap, minlength=size) - np.bincount(ends, minlength=size)
    return opened.reshape(-1, number).cumsum(0).cumsum(1).astype(np.float64)

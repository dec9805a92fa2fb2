"""What is known of each place between two sentences of a paragraph, by which a new one is told to begin there.

Each feature is computed for all sentences at once, and from a few sentences around only. Most need no words of
any language; words are looked up in lists of all languages together, so that the language need not be told.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from lint_rules._cohesion import COUNTED, NEVER, REACHES, Cohesion, cohesion, gaps
from lint_rules._function_words import COMMON
from lint_rules._glyphs import (
    BRACKET,
    BULLET,
    CLOSER,
    COLON,
    COMMA,
    DIGIT,
    OPENER,
    QUERY,
    QUOTE,
    SHOUT,
    SPACE,
    SPREAD,
    UPPER,
    Bools,
    Floats,
    Ints,
    Keys,
    keys,
    lexicon,
    looked_up,
    sorted_out,
)  # fmt: skip
from lint_rules._passages import Passage, has
from lint_rules._words import words_of

_REFERRING = words_of(
    "he she it they this that these those his her their its such both er sie es dieser diese dieses ihre seine il elle "
    "ils elles ce cette ces cela él ella ellos esto esta ese eso lui lei loro questo questa ciò ele ela eles isso esta "
    "esse hij zij het dit deze hun han hon det den denna detta dette hän se tämä ne on ona to ten ta oni on ona to "
    "ezek ez ő bu o şu он она оно они это этот эта эти він вона вони це αυτός αυτή αυτό"
)
_LINKING = words_of(
    "but and so then or because for yet also thus therefore however und aber denn doch auch also so mais et car donc "
    "puis y pero porque e ma però anche quindi mas porém en maar want och men så og mutta ja siis a i ale oraz bo "
    "jednak și dar iar és de ve ama и а но же потому і але та και αλλά"
)
_REACH = 8  # sentences on either side that tell how it is written here
_LABEL = 30  # code points that a label has

_AROUND = ("size", "opens", "opens brackets", "closes", "asks", "exclaims", "refers")  # of the sentences two off, too
_USUAL = np.array([[4.6], *[[0.0]] * (len(_AROUND) - 1)])  # of a sentence that is not there: its length as a logarithm
_EACH = (
    *_AROUND, "links", "has quotes", "commas", "digits", "has bullet", "closes brackets", "has label",
    "has number", "has capital", "common word", "word length", "capitals", "second capital", "comma after word", "names",
    *COUNTED,
)  # fmt: skip
FEATURES = (
    *(f"{name} before" for name in _EACH), *(f"{name} after" for name in _EACH),
    *(f"{name} two before" for name in _AROUND), *(f"{name} two after" for name in _AROUND),
    *(f"chains of {reach}" for reach in REACHES), *(f"depth of {reach}" for reach in REACHES),
    "same first word", "first word again before", "first word again after",
    *(f"{name} around" for name in _AROUND), "spread around",
)  # fmt: skip


def beyond(passage: Passage, values: Floats, step: int, default: Floats | float) -> Floats:
    """What stands ``step`` sentences on in one row of values or several, one a sentence; ``default`` where its text ends."""
    size, reach = values.shape[-1], min(abs(step), values.shape[-1])
    apart = passage.document[reach:] != passage.document[: size - reach]
    found = np.empty_like(values)
    if step > 0:
        found[..., : size - reach] = values[..., reach:]
        out = np.append(np.flatnonzero(apart), np.arange(size - reach, size))
    else:
        found[..., reach:] = values[..., : size - reach]
        out = np.append(np.arange(reach), np.flatnonzero(apart) + reach)
    found[..., out] = default
    return found


def around(passage: Passage, values: Floats) -> Floats:
    """The mean of the values up to _REACH sentences on either side of each one's end, of one row or several."""
    sums = np.concatenate([np.zeros_like(values[..., :1]), values.cumsum(-1)], axis=-1)
    at, edges = np.arange(values.shape[-1]) + 1, passage.edges
    low, high = np.maximum(at - _REACH, edges[0]), np.minimum(at + _REACH, edges[1])
    return np.asarray((sums[..., high] - sums[..., low]) / (high - low), np.float64)


def features(passage: Passage) -> Floats:
    """What is known of the place after each sentence, one column a name of FEATURES."""
    if not len(passage.starts):
        return np.zeros((0, len(FEATURES)))
    chain = cohesion(passage)
    key, opening = _openings(passage)
    names = chain.counts[-2:].sum(0) / (1 + np.bincount(passage.sentence_of, minlength=len(key)))
    rows = [*_marks(passage), *opening, names, *(chain.counts / chain.telling)]
    each = np.empty((len(_EACH), len(key)))
    for own, i in zip(each, _ORDER, strict=True):
        own[:] = rows[i]
    near = each[: len(_AROUND)]
    mean, squares = around(passage, near), around(passage, near[0] ** 2)
    spread = np.sqrt(np.maximum(squares - mean[0] ** 2, 0))
    return np.concatenate([
        each, beyond(passage, each, 1, 0.0), beyond(passage, near, -1, _USUAL), beyond(passage, near, 2, _USUAL),
        _depths(passage, chain), _first_words(passage, key), mean, spread[None],
    ]).T  # fmt: skip


@cache
def _known() -> tuple[Keys, Ints]:
    """Words of all languages: those that refer to something, those that link, function words."""
    return lexicon([_REFERRING, _LINKING, frozenset().union(*COMMON.values())])


_MARKED = (
    "size", "opens", "opens brackets", "has bullet", "has number", "closes", "closes brackets", "asks", "exclaims",
    "has quotes", "commas", "digits", "has label",
)  # fmt: skip
_OPENED = (
    "has capital", "word length", "capitals", "second capital", "comma after word", "refers", "links", "common word",
)  # fmt: skip
_ORDER = [(*_MARKED, *_OPENED, "names", *COUNTED).index(name) for name in _EACH]


def _marks(p: Passage) -> list[Any]:
    """The size of each sentence, the marks with which it starts and ends, and what it holds: as _MARKED names them."""
    starts, ends = p.starts, p.ends
    at = p.back(ends, SPACE)
    first, last, stop = p.kind[starts], p.kind[at], p.kind[p.back(at + 1, CLOSER | SPACE)]
    return [
        np.log(ends - starts + 1.0), has(first, OPENER), has(first, BRACKET), has(first, BULLET), has(first, DIGIT),
        has(last, CLOSER), has(last, BRACKET), has(stop, QUERY), has(stop, SHOUT), p.within(QUOTE, starts + 1, ends - 1) > 0,
        np.minimum(p.within(COMMA, starts, ends), 5), p.within(DIGIT, starts, ends) > 0, _labels(p),
    ]  # fmt: skip


def _labels(p: Passage) -> Bools:
    """Which sentences start with a label and a colon: ``Q: Why?``."""
    colons = p.places(COLON)
    colons = colons[has(p.kind[colons + 1], SPACE)]
    if not len(colons):
        return np.zeros(len(p.starts), bool)
    at = colons[np.minimum(np.searchsorted(colons, p.starts), len(colons) - 1)]
    own = at < p.ends[p.edges[1] - 1]  # no label of the next text
    return np.asarray(own & (at > p.starts) & (at - p.starts <= _LABEL), bool)


def _openings(p: Passage) -> tuple[Keys, list[Any]]:
    """The key of each sentence's first word, and what its first words are: as _OPENED names it."""
    words, first = p.words, p.first_words
    second = np.minimum(first + 1, len(words.starts) - 1)
    starts, ends, size = words.starts[first], words.ends[first], words.sizes[first]
    key = keys(p.letters, starts, ends)
    known = looked_up(_known(), key)
    columns = [
        has(p.kind[starts], UPPER), np.minimum(size, 12), (size > 1) & has(p.kind[ends - 1], UPPER),
        has(p.kind[words.starts[second]], UPPER) & ~p.leads[second], has(p.kind[ends], COMMA),
        *((known & bit) > 0 for bit in (1, 2, 4)),
    ]  # fmt: skip
    return key, columns


def _depths(passage: Passage, chain: Cohesion) -> Floats:
    """How many words stand on both sides of each sentence's end, and how many more do beside it."""
    own, telling = chain.chains, chain.telling
    beside = beyond(passage, own, -1, 0.0) + beyond(passage, own, 1, 0.0) - 2 * own
    fewer = np.sqrt(np.minimum(telling, beyond(passage, telling, 1, 1.0)) + 1)
    return np.asarray(np.concatenate([own, beside]) / fewer, np.float64)


def _first_words(passage: Passage, key: Keys) -> Floats:
    """How near the next sentence's first word is the first one of another sentence: the same, before, after."""
    key = key ^ passage.document.astype(np.uint64) * SPREAD
    order = sorted_out(key)
    since, until = np.empty(len(key)), np.empty(len(key))
    since[order], until[order] = gaps(key[order], order)
    before, after = (np.where(gap < NEVER, 1 / gap, 0) for gap in (since, until))
    return beyond(passage, np.stack([since == 1, before, after]), 1, 0.0)

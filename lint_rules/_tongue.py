"""Which languages a text is in, told from its script and function words, and what follows from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from lint_rules._abbreviations import ABBREVIATIONS, EVERYWHERE
from lint_rules._function_words import COMMON
from lint_rules._protected import has_no_vowel, head
from lint_rules._words import AGGLUTINATIVE, LOOSE

_TOLD = 2  # different function words that tell a language
_NEAR = 0.6  # a language is as likely as the first if it has this share of its function words
_ALIASES = {"no": "nb", "nn": "nb"}
ALL = frozenset(COMMON)
_LANGUAGES: dict[str, list[str]] = {}  # by function word
for _language, _words in COMMON.items():
    for _word in _words:
        _LANGUAGES.setdefault(_word, []).append(_language)
_COMMON = frozenset(_LANGUAGES)
_ABBREVIATED = EVERYWHERE.union(*ABBREVIATIONS.values())


class Tongue:
    """What the languages that a text may be in know: function words, abbreviations, habits."""

    def __init__(self, languages: frozenset[str]) -> None:
        self.languages = languages
        self.common = frozenset().union(*(COMMON[language] for language in languages))
        self.abbreviations = EVERYWHERE.union(*(ABBREVIATIONS.get(language, ()) for language in languages))
        self.agglutinative = languages <= AGGLUTINATIVE
        self.compounds = not languages <= LOOSE


class Spoken:
    """What is in some language: which, is only told where a word is on the list of one."""

    @property
    def tongue(self) -> Tongue:
        """The languages that it may be in."""
        raise NotImplementedError

    def is_common(self, word: str) -> bool:
        """Whether this is a function word, in any case."""
        first = head(word)
        return first in _COMMON and first in self.tongue.common

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop after this word need not end a sentence: ``Dr``, ``bzw``, an initial."""
        if len(word) == 1 or word.isupper():
            return len(word) == 1
        small = word.lower()
        return has_no_vowel(word) or (small in _ABBREVIATED and small in self.tongue.abbreviations)


def is_listed(word: str) -> bool:
    """Whether this is a function word of any language, in any case."""
    return head(word) in _COMMON


@lru_cache(maxsize=256)
def tongue(languages: frozenset[str]) -> Tongue:
    """The tongue of some languages; texts in the same languages share it."""
    return Tongue(languages)


def languages_in(words: AbstractSet[str], told: int = _TOLD) -> frozenset[str]:
    """The language whose function words stand among these, with those that are nearly as likely; all if it is not told.

    ``words`` are in small letters; ``told`` is how many different function words are needed.
    """
    counts = Counter(chain.from_iterable(map(_LANGUAGES.__getitem__, _COMMON & words)))
    most = max(counts.values(), default=0)
    if most < told:
        return ALL
    return frozenset(language for language, count in counts.items() if count >= _NEAR * most)


def named(language: str) -> frozenset[str]:
    """The languages that a tag such as ``de``, ``pt-BR`` or ``no`` names: one, or all if the rules know nothing of it."""
    short = language.replace("_", "-").split("-")[0].lower()
    short = _ALIASES.get(short, short)
    return frozenset([short]) if short in ALL else ALL

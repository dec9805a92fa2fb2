"""What one document says about its own layout, language, words and quotation marks."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice, repeat
from weakref import WeakKeyDictionary

from lint_rules._patterns import pattern
from lint_rules._protected import head, matches
from lint_rules._quotes import Habits, habits
from lint_rules._tongue import ALL, Spoken, Tongue, languages_in, named, tongue
from textlint import Batch, Text

_EDGES = ".,;:!?…\"'’‘“”„«»()[]{}—–-*"
_BLANK = re.compile(r"\n[^\S\n]*\n\s*(?=\S)")
_SINGLE = pattern(r"\n(?<=[.!?…:\"”’»)\w]\r?\n)(?=\S[^\n]{79})")
_FALSE_QUERY = pattern(r"\?(?:(?<=[A-Za-z]\?)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\s\?)(?=\w))")
_LOST_STOP = pattern(r"[.!?](?<=\p{Ll}{2}.)(?=\p{Lu}\p{Ll})")
_PAUSE = pattern(r"(?:\.{2,}+|…\.*+)(\s*+)(?=\p{Lu})")
_SPEAKER = pattern(r"(?:^|\s)—[\p{Lu}¿¡]")
_JOINED = pattern(r"(?:\.\.\.|…)(?=\.*+\p{Ll})")
_PARTED = pattern(r"(?:\.\.\.|…)(?=\.*+\s\p{L})")
_FREE_BEFORE = pattern(r"(?:^|\s)[\"'“‘„«(\[¿¡—–]?$")
_FREE_AFTER = pattern(r"[^\w\s]{0,3}+(?:\s|$)")
SAMPLE = 2000  # code points at the start and in the middle of a document by which its language is told
_FEW = 60  # words that are looked for one by one


class Page(Spoken):
    """What one document says about its own layout, words and quotation marks."""

    def __init__(self, document: str, language: str = "") -> None:
        self.document = document
        self.language = language
        self._asked: dict[str, bool] = {}
        self._written: dict[str, bool] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the document that stand free, as written."""
        return frozenset(_bare(self.document))

    @cached_property
    def habits(self) -> Habits:
        """How it uses its quotation marks."""
        return habits(self.document)

    @cached_property
    def separator(self) -> str:
        """What stands between paragraphs: a blank line, a line end, or nothing (the document has one paragraph)."""
        end = "\r\n" if "\r\n" in self.document else "\n"
        blank, feeds = len(_BLANK.findall(self.document)), self.document.count("\n")
        if blank and 3 * blank >= feeds:  # of which each blank line takes one, so that there are too few single ones
            return 2 * end
        more = next(islice(_SINGLE.finditer(self.document), 2 * blank, None), None)  # one more than twice as many
        return end if more else 2 * end if blank else ""

    @cached_property
    def has_false_queries(self) -> bool:
        """Whether question marks stand for lost characters here (``it?s``, ``said ?Yes``), or before words."""
        false = len(_FALSE_QUERY.findall(self.document))
        return false > 1 and 4 * false > self.document.count("?")

    @cached_property
    def has_speakers(self) -> bool:
        """Whether dashes without a space begin what somebody says here, as in Spanish."""
        return bool(_SPEAKER.search(self.document))

    @cached_property
    def spaces_queries(self) -> bool:
        """Whether question marks stand after a space here, as in French."""
        return (
            self.languages == {"fr"} or " ? " in self.document or "\u00a0?" in self.document or " ?\n" in self.document
        )

    @cached_property
    def spaces_pauses(self) -> bool:
        """Whether most ellipses before a capital letter have a space after them here."""
        spaces = [bool(found[1]) for found in matches(_PAUSE, self.document, ("..", "…"))]
        return 2 * sum(spaces) >= len(spaces)

    @cached_property
    def joins_pauses(self) -> bool:
        """Whether ellipses stand between words without a space here, by the author's habit."""
        joined = len(matches(_JOINED, self.document, ("...", "…")))
        return joined > 3 and joined > 2 * len(matches(_PARTED, self.document, ("...", "…")))

    @cached_property
    def lost_stops(self) -> int:
        """About how many full stops have a sentence right after them."""
        return len(_LOST_STOP.findall(self.document))

    @cached_property
    def tongue(self) -> Tongue:
        """The language that the document is said to be in, or that its function words tell."""
        if self.language:
            return tongue(named(self.language))
        text, middle = self.document, max(SAMPLE, len(self.document) // 2)
        told = languages_in(small_words(f"{text[:SAMPLE]}{text[middle : middle + SAMPLE]}"))
        return tongue(told if told != ALL else languages_in(small_words(text)))

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the document may be in."""
        return self.tongue.languages

    def is_known(self, word: str) -> bool:
        """Whether the document, or its language's function words, has this word in small letters."""
        first = head(word)
        return self.is_common(word) or self.has_word(first) or (first != word.lower() and self.has_word(word.lower()))

    def writes(self, word: str) -> bool:
        """Whether ``words`` has this one, which begins and ends with a letter or digit.

        The first few are looked for in the text, which is much faster than to collect all words of it.
        """
        if word not in self._written:
            if "words" in self.__dict__ or len(self._written) >= _FEW:
                return word in self.words
            self._written[word] = _is_written(self.document, word)
        return self._written[word]

    def has_word(self, word: str) -> bool:
        """Whether the word stands free in the document, as written.

        The first few words are looked for in the text, which is much faster than to collect all words of it.
        """
        if word not in self._asked and len(self._asked) < _FEW and len(word) > 1:
            self._asked[word] = _stands_in(self.document, word)
        found = self._asked.get(word)
        if found is None:
            return self.writes(word) if word[:1].isalnum() and word[-1:].isalnum() else word in self.words
        return found


def small_words(text: str) -> set[str]:
    """The different words of a text in small letters, without the marks beside them."""
    return _bare(text.lower())


def _bare(text: str) -> set[str]:
    words = set(text.split())
    plain = set(filter(str.isalnum, words))  # most have no marks, which this tells faster
    return plain.union(map(str.strip, words - plain, repeat(_EDGES)))


def _stands_in(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        if _FREE_BEFORE.search(text, max(0, place - 2), place) and _FREE_AFTER.match(text, place + len(word)):
            return True
        place = text.find(word, place + 1)
    return False


def _is_written(text: str, word: str) -> bool:
    """Whether a word stands in a text with nothing but marks between it and white space, or the text's ends."""
    place = text.find(word)
    while place >= 0:
        start, end = place, place + len(word)
        while start and text[start - 1] in _EDGES:
            start -= 1
        if not start or text[start - 1].isspace():
            while end < len(text) and text[end] in _EDGES:
                end += 1
            if end == len(text) or text[end].isspace():
                return True
        place = text.find(word, place + 1)
    return False


_PAGES: WeakKeyDictionary[Batch, dict[int, Page]] = WeakKeyDictionary()


def page_of(text: Text) -> Page:
    """The page of a document; the rules of one document share it."""
    pages = _PAGES.setdefault(text.batch, {})
    if text.number not in pages:
        pages[text.number] = Page(text.value, text.language)
    return pages[text.number]

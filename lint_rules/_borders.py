"""Where two elements of a page met and the space between them was lost, and what goes there: a space or a new paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import regex

from lint_rules._protected import head, is_data
from lint_rules._quotes import CLOSE, Habits, Mark, habits, marks, open_at
from lint_rules._tongue import ALL, Tongue, languages_in, named, tongue
from textlint import Change, Match, Text

_EDGES = ".,;:!?…\"'’‘“”„«»()[]{}—–-*"
_BLANK = re.compile(r"\n[^\S\n]*\n\s*(?=\S)")
_SINGLE = re.compile(r"[.!?…:\"”’»)\w]\r?\n(?=\S[^\n]{79})")
_BRACKETS = regex.compile(r"\([^()\n]{0,1000}+\)|\[[^\[\]\n]{0,1000}+\]")
_ENDED = regex.compile(r"[.!?…।؟](?:\s?[»«]|['\"”’)\]“‘]|'')*$")
_STARTS = regex.compile(r"(?:[—–]\s?)?(?:[«»]\s|['\"“‘„«»¿¡(\[]|``)*[\p{Lu}\p{Lt}\p{Lo}\p{N}]")
_FALSE_QUERY = re.compile(r"(?<=[A-Za-z])\?(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\s)\?(?=\w)")
_LOST_STOP = regex.compile(r"\p{Ll}{2}[.!?](?=\p{Lu}\p{Ll})")
_PAUSE = regex.compile(r"(?:\.{2,}+|…\.*+)(\s*+)(?=\p{Lu})")
_SPEAKER = regex.compile(r"(?:^|\s)—[\p{Lu}¿¡]")
_JOINED = regex.compile(r"\w(?:\.{3,}+|…)(?=\p{Ll})")
_PARTED = regex.compile(r"\w(?:\.{3,}+|…)\s\p{L}")
_FENCE = "```"
_FREE_BEFORE = regex.compile(r"(?:^|\s)[\"'“‘„«(\[¿¡—–]?$")
_FREE_AFTER = regex.compile(r"[^\w\s]{0,3}+(?:\s|$)")
_SAMPLE = 6000  # code points of a document by which its language is told
_FEW = 60  # words that are looked for one by one
_USUAL = 6  # a text has at least one function word among so many
_TOLD = 5  # different function words of one line that tell its own language
_TABLE = regex.compile(r"\t|\|")
AUTO, SPACE, NEWLINE, PARAGRAPH = "auto", "space", "newline", "paragraph"


class Page:
    """What one document says about its own layout, words and quotation marks."""

    def __init__(self, document: str, language: str = "") -> None:
        self.document = document
        self.language = language
        self._asked: dict[str, bool] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the document that stand free, as written."""
        return frozenset(word.strip(_EDGES) for word in set(self.document.split()))

    @cached_property
    def habits(self) -> Habits:
        """How it uses its quotation marks."""
        return habits(self.document)

    @cached_property
    def separator(self) -> str:
        """What stands between paragraphs: a blank line, a line end, or nothing (the document has one paragraph)."""
        end = "\r\n" if "\r\n" in self.document else "\n"
        blank, single = len(_BLANK.findall(self.document)), len(_SINGLE.findall(self.document))
        return "" if not blank and not single else 2 * end if 2 * blank >= single else end

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
        spaces = [bool(found[1]) for found in _PAUSE.finditer(self.document)]
        return 2 * sum(spaces) >= len(spaces)

    @cached_property
    def joins_pauses(self) -> bool:
        """Whether ellipses stand between words without a space here, by the author's habit."""
        joined = len(_JOINED.findall(self.document))
        return joined > 3 and joined > 2 * len(_PARTED.findall(self.document))

    @cached_property
    def lost_stops(self) -> int:
        """About how many full stops have a sentence right after them."""
        return len(_LOST_STOP.findall(self.document))

    @cached_property
    def tongue(self) -> Tongue:
        """The language that the document is said to be in, or that its function words tell."""
        if self.language:
            return tongue(named(self.language))
        told = languages_in(_small_words(self.document[:_SAMPLE]))
        return tongue(told if told != ALL else languages_in(_small_words(self.document)))

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the document may be in."""
        return self.tongue.languages

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop after this word need not end a sentence: ``Dr``, ``bzw``, an initial."""
        return self.tongue.is_abbreviation(word)

    def is_common(self, word: str) -> bool:
        """Whether this is a function word, in any case."""
        return self.tongue.is_common(word)

    def is_known(self, word: str) -> bool:
        """Whether the document, or its language's function words, has this word in small letters."""
        first = head(word)
        return (
            first in self.tongue.common
            or self.has_word(first)
            or (first != word.lower() and self.has_word(word.lower()))
        )

    def has_word(self, word: str) -> bool:
        """Whether the word stands free in the document, as written.

        The first few words are looked for in the text, which is much faster than to collect all words of it.
        """
        if word not in self._asked and len(self._asked) < _FEW and len(word) > 1:
            self._asked[word] = _stands_in(self.document, word)
        found = self._asked.get(word)
        return word in self.words if found is None else found


def _small_words(text: str) -> set[str]:
    return {word.strip(_EDGES).lower() for word in set(text.split())}


def _stands_in(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        if _FREE_BEFORE.search(text, max(0, place - 2), place) and _FREE_AFTER.match(text, place + len(word)):
            return True
        place = text.find(word, place + 1)
    return False


@lru_cache(maxsize=8)
def page_of(document: str, language: str = "") -> Page:
    """The page of a document, which may be said to be in a language; the rules of one document share it."""
    return Page(document, language)


class Line:
    """One line of a page, with its quotation marks and what stands inside them or in brackets."""

    def __init__(self, page: Page, value: str) -> None:
        self.page = page
        self.value = value

    @cached_property
    def tongue(self) -> Tongue:
        """The language of the line if its own words tell one, else that of the page."""
        page = self.page
        words = _small_words(self.value)
        if page.language or _USUAL * len(words & page.tongue.common) >= len(words):
            return page.tongue
        own = languages_in(words, _TOLD)
        return page.tongue if own >= page.languages else tongue(own)

    def is_common(self, word: str) -> bool:
        """Whether this is a function word of the line's language, in any case."""
        return self.tongue.is_common(word)

    def is_known(self, word: str) -> bool:
        """Whether the line's language or the page has this word in small letters."""
        return self.tongue.is_common(word) or self.page.is_known(word)

    @cached_property
    def marks(self) -> list[Mark]:
        """The double quotation marks, with their roles."""
        return marks(self.value, self.page.habits)

    @cached_property
    def roles(self) -> dict[int, str]:
        """The roles that are known, by where the mark starts."""
        return {mark.start: mark.role for mark in self.marks if mark.role}

    @cached_property
    def _closed(self) -> list[tuple[int, int]]:
        """The pieces inside quotation marks or brackets, in order, joined where they overlap."""
        pieces = sorted(
            [*(found.span() for found in _BRACKETS.finditer(self.value)), *open_at(self.marks, len(self.value))]
        )
        joined: list[tuple[int, int]] = []
        for start, end in pieces:
            if joined and start < joined[-1][1]:
                start, end = joined[-1][0], max(end, joined.pop()[1])
            joined.append((start, end))
        return joined

    def is_inside(self, place: int) -> bool:
        """Whether a place stands inside a quotation or brackets."""
        i = bisect_right(self._closed, (place, 0)) - 1
        return i >= 0 and place < self._closed[i][1]

    def closes(self, place: int) -> bool:
        """Whether a closing quotation mark starts at ``place``."""
        return self.roles.get(place) == CLOSE

    def filler(self, place: int, restore: str) -> str:
        """What goes into the border at ``place``: a paragraph break if a sentence ended there and one begins."""
        if restore == SPACE or not self._parts_sentences(place):
            return " "
        separator = self.page.separator
        if restore == AUTO:
            return separator or " "
        end = "\r\n" if separator.startswith("\r") else "\n"
        return end if restore == NEWLINE else 2 * end

    def _parts_sentences(self, place: int) -> bool:
        return bool(
            _ENDED.search(self.value, max(0, place - 8), place)
            and _STARTS.match(self.value, place)
            and not self.is_inside(place)
            and not _TABLE.search(self.value, max(0, place - 200), place + 200)
        )

    def insertion(self, start: int, place: int, restore: str) -> Match:
        """The match for a border at ``place`` of the line that starts at ``start``."""
        at = start + place
        return Match(at, at, changes=(Change(at, at, self.filler(place, restore)),))


def lines_of(text: Text, lines: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The candidate lines of a text with where they start, but for those in fenced code and of data."""
    page = page_of(text.value, text.language)
    code = _fenced(text) if _FENCE in text.value else frozenset()
    for i in lines:
        if i not in code and not is_data(value := text.line(i)):
            yield text.span(i).start, Line(page, value)


def _fenced(text: Text) -> frozenset[int]:
    """The lines between two fences of Markdown code, fences included; an odd last fence opens nothing."""
    fences = [i for i in range(text.n_lines) if text.line(i).lstrip().startswith(_FENCE)]
    return frozenset(i for start, end in zip(fences[::2], fences[1::2], strict=False) for i in range(start, end + 1))

"""Where two elements of a page met and the space between them was lost, and what goes there: a space or a new paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import regex

from lint_rules._abbreviations import ABBREVIATIONS
from lint_rules._protected import has_no_vowel, head, word_after, word_before
from lint_rules._quotes import CLOSE, Mark, habits, marks, open_at
from lint_rules._words import AGGLUTINATIVE, COMMON
from textlint import Change, Match, Text

_EDGES = ".,;:!?…\"'’‘“”„«»()[]{}—–-*"
_BLANK = re.compile(r"\n[^\S\n]*\n\s*(?=\S)")
_SINGLE = re.compile(r"[.!?…:\"”’»)\w]\r?\n(?=\S[^\n]{79})")
_BRACKETS = regex.compile(r"\([^()\n]{0,1000}+\)|\[[^\[\]\n]{0,1000}+\]")
_ENDED = regex.compile(r"[.!?…।؟](?:['\"”’»)\]“]|'')*$")
_STARTS = regex.compile(r"(?:['\"“‘„«»¿¡(\[]|``)*[\p{Lu}\p{Lt}\p{Lo}\p{N}]")
_FALSE_QUERY = re.compile(r"(?<=[A-Za-z])\?(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\s)\?(?=\w)")
_LOST_STOP = re.compile(r"[a-z]{2}[.!?](?=[A-Z][a-z])")
_PAIRED = re.compile(r"\.(?=[^\W\d_])")
_FENCE = "```"
_TOLD = 3  # different function words that tell a language
_LOOSE = frozenset(["en", "fr", "es", "it", "pt", "ro"])
_TABLE = regex.compile(r"\t|\|")
AUTO, SPACE, NEWLINE, PARAGRAPH = "auto", "space", "newline", "paragraph"


class Page:
    """What one document says about its own layout, words and quotation marks."""

    def __init__(self, document: str) -> None:
        self.document = document

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the document that stand free, as written."""
        return frozenset(word.strip(_EDGES) for word in set(self.document.split()))

    @cached_property
    def habits(self) -> dict[str, str]:
        """What each quotation mark does here."""
        return habits(self.document)

    @cached_property
    def agglutinative(self) -> bool:
        """Whether the language writes endings right after a closing quotation mark."""
        return any(len(markers & self.words) >= 4 for markers in AGGLUTINATIVE)

    @cached_property
    def compounds(self) -> bool:
        """Whether the language may write words together with a quotation (``„Zeit“artikel``)."""
        return not self.languages <= _LOOSE

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
    def spaces_queries(self) -> bool:
        """Whether question marks stand after a space here, as in French."""
        return " ? " in self.document or "\u00a0?" in self.document or " ?\n" in self.document

    @cached_property
    def lost_stops(self) -> int:
        """About how many full stops have a sentence right after them."""
        return len(_LOST_STOP.findall(self.document))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand on either side of a point, as in ``Node.js``."""
        text = self.document
        points = (found.start() for found in _PAIRED.finditer(text))
        return Counter((word_before(text, point), word_after(text, point + 1)) for point in points)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The language whose function words stand here, with those that are nearly as likely; all if it is not told."""
        counts = {language: len(words & self.words) for language, words in COMMON.items()}
        most = max(counts.values())
        enough = 0.6 * most if most >= _TOLD else 0
        return frozenset(language for language, count in counts.items() if count >= enough)

    @cached_property
    def common(self) -> frozenset[str]:
        """The function words of the document's language."""
        return _common(self.languages)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """What need not end a sentence with its full stop in the document's language, and in English."""
        return _abbreviations(self.languages | {"en"})

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop after this word need not end a sentence: ``Dr``, ``bzw``, an initial."""
        return len(word) == 1 or word.lower() in self.abbreviations or has_no_vowel(word)

    def is_common(self, word: str) -> bool:
        """Whether this is a function word, in any case."""
        return head(word) in self.common

    def is_known(self, word: str) -> bool:
        """Whether the document, or its language's function words, has this word in small letters."""
        first = head(word)
        return first in self.common or first in self.words or word.lower() in self.words


@lru_cache(maxsize=64)
def _common(languages: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(COMMON[language] for language in languages))


@lru_cache(maxsize=64)
def _abbreviations(languages: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(ABBREVIATIONS.get(language, frozenset()) for language in languages))


@lru_cache(maxsize=8)
def page_of(document: str) -> Page:
    """The page of a document; the rules of one document share it."""
    return Page(document)


class Line:
    """One line of a page, with its quotation marks and what stands inside them or in brackets."""

    def __init__(self, page: Page, value: str) -> None:
        self.page = page
        self.value = value

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
        pieces = sorted([*(found.span() for found in _BRACKETS.finditer(self.value)), *open_at(self.marks)])
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
    """The candidate lines of a text with where they start, but for those in fenced code."""
    page = page_of(text.value)
    code = _fenced(text) if _FENCE in text.value else frozenset()
    for i in lines:
        if i not in code:
            yield text.span(i).start, Line(page, text.line(i))


def _fenced(text: Text) -> frozenset[int]:
    """The lines between two fences of Markdown code, fences included; an odd last fence opens nothing."""
    fences = [i for i in range(text.n_lines) if text.line(i).lstrip().startswith(_FENCE)]
    return frozenset(i for start, end in zip(fences[::2], fences[1::2], strict=False) for i in range(start, end + 1))

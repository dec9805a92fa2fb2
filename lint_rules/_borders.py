"""Where two elements of a page met and the space between them was lost, and what goes there: a space or a new paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from lint_rules._page import SAMPLE, Page, page_of, small_words
from lint_rules._protected import is_data
from lint_rules._quotes import CLOSE, Mark, marks, open_at
from lint_rules._tongue import Tongue, languages_in, tongue
from textlint import Change, Match, Text

_BRACKETS = regex.compile(r"\([^()\n]{0,1000}+\)|\[[^\[\]\n]{0,1000}+\]")
_ENDED = regex.compile(r"[.!?…।؟](?:\s?[»«]|['\"”’)\]“‘]|'')*$")
_STARTS = regex.compile(r"(?:[—–]\s?)?(?:[«»]\s|['\"“‘„«»¿¡(\[]|``)*[\p{Lu}\p{Lt}\p{Lo}\p{N}]")
_NUMBERED = regex.compile(r"\W*[\p{N}\p{L}]{1,4}\.")  # the number of a list's item
_FENCE = "```"
_USUAL = 6  # a text has at least one function word among so many
_TOLD = 5  # different function words of one line that tell its own language
_TABLE = regex.compile(r"\t|\|")
AUTO, SPACE, NEWLINE, PARAGRAPH = "auto", "space", "newline", "paragraph"


class Line:
    """One line of a page, with its quotation marks and what stands inside them or in brackets."""

    def __init__(self, page: Page, value: str) -> None:
        self.page = page
        self.value = value

    @cached_property
    def tongue(self) -> Tongue:
        """The language of the line if its own words tell one, else that of the page."""
        page = self.page
        words = small_words(self.value[:SAMPLE])
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
            and not _NUMBERED.fullmatch(self.value, 0, place)
            and not _TABLE.search(self.value, max(0, place - 200), place + 200)
        )

    def insertion(self, start: int, place: int, restore: str) -> Match:
        """The match for a border at ``place`` of the line that starts at ``start``."""
        at = start + place
        return Match(at, at, changes=(Change(at, at, self.filler(place, restore)),))


def lines_of(text: Text, lines: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The candidate lines of a text with where they start, but for those in fenced code and of data."""
    page = page_of(text)
    code = _fenced(text) if _FENCE in text.value else frozenset()
    for i in lines:
        if i not in code and not is_data(value := text.line(i)):
            yield text.span(i).start, Line(page, value)


def _fenced(text: Text) -> frozenset[int]:
    """The lines between two fences of Markdown code, fences included; an odd last fence opens nothing."""
    fences = [i for i in range(text.n_lines) if text.line(i).lstrip().startswith(_FENCE)]
    return frozenset(i for start, end in zip(fences[::2], fences[1::2], strict=False) for i in range(start, end + 1))

"""Where two elements of a page met and the space between them was lost, and what goes there: a space or a new paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lint_rules._page import SAMPLE, Page, page_of, small_words
from lint_rules._patterns import pattern
from lint_rules._protected import is_data, matches
from lint_rules._quotes import CLOSE, Mark, marks, may_have_marks, open_at
from lint_rules._tongue import Spoken, Tongue, languages_in, tongue
from textlint import Batch, Change, Match, Text

_BRACKETS = pattern(r"\([^()\n]{0,1000}+\)|\[[^\[\]\n]{0,1000}+\]")
_ENDED = pattern(r"[.!?…।؟](?:\s?[»«]|['\"”’)\]“‘]|'')*$")
_STARTS = pattern(r"(?:[—–]\s?)?(?:[«»]\s|['\"“‘„«»¿¡(\[]|``)*[\p{Lu}\p{Lt}\p{Lo}\p{N}]")
_NUMBERED = pattern(r"\W*[\p{N}\p{L}]{1,4}\.")  # the number of a list's item
_FENCE = "```"
_USUAL = 6  # a text has at least one function word among so many
_TOLD = 5  # different function words of one line that tell its own language
NEAR = 200  # code points on either side of a place in which a table shows
AUTO, SPACE, NEWLINE, PARAGRAPH = "auto", "space", "newline", "paragraph"


class Line(Spoken):
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

    def is_known(self, word: str) -> bool:
        """Whether the line's language or the page has this word in small letters."""
        return self.is_common(word) or self.page.is_known(word)

    @cached_property
    def marks(self) -> list[Mark]:
        """The double quotation marks, with their roles."""
        return marks(self.value, self.page.habits) if may_have_marks(self.value) else []

    @cached_property
    def roles(self) -> dict[int, str]:
        """The roles that are known, by where the mark starts."""
        return {mark.start: mark.role for mark in self.marks if mark.role}

    @cached_property
    def _closed(self) -> list[tuple[int, int]]:
        """The pieces inside quotation marks or brackets, in order, joined where they overlap."""
        brackets = [found.span() for found in matches(_BRACKETS, self.value, "([")]
        pieces = sorted([*brackets, *open_at(self.marks, len(self.value))])
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
            and not is_tabular(self.value, max(0, place - NEAR), place + NEAR)
            and not _NUMBERED.fullmatch(self.value, 0, place)
            and not self.is_inside(place)
        )

    def insertion(self, start: int, place: int, restore: str) -> Match:
        """The match for a border at ``place`` of the line that starts at ``start``."""
        at = start + place
        return Match(at, at, changes=(Change(at, at, self.filler(place, restore)),))


def is_tabular(line: str, low: int, high: int) -> bool:
    """Whether a mark that parts columns stands between two places."""
    return line.find("|", low, high) >= 0 or line.find("\t", low, high) >= 0


class _Lines(NamedTuple):
    """The lines of a document that were asked for, None for those of data, and the numbers of those in fenced code."""

    code: frozenset[int]
    known: dict[int, Line | None]


_LINES: WeakKeyDictionary[Batch, dict[int, _Lines]] = WeakKeyDictionary()


def lines_of(text: Text, lines: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The candidate lines of a text with where they start, but for those in fenced code and of data.

    The rules of one document share them.
    """
    documents = _LINES.setdefault(text.batch, {})
    if text.number not in documents:
        documents[text.number] = _Lines(_fenced(text), {})
    code, known = documents[text.number]
    for i in lines:
        if i not in known:
            value = text.line(i)
            known[i] = None if i in code or is_data(value) else Line(page_of(text), value)
        line = known[i]
        if line is not None:
            yield text.span(i).start, line


def has_fence(text: Text) -> bool:
    """Whether there may be Markdown code between fences in a text."""
    return "`" in text.value and _FENCE in text.value  # the first is told much faster


def _fenced(text: Text) -> frozenset[int]:
    """The lines between two fences of Markdown code, fences included; an odd last fence opens nothing."""
    if not has_fence(text):
        return frozenset()
    fences = [i for i in range(text.n_lines) if text.line(i).lstrip().startswith(_FENCE)]
    return frozenset(i for start, end in zip(fences[::2], fences[1::2], strict=False) for i in range(start, end + 1))

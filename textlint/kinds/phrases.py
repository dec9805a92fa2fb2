"""Phrases with placeholders, or inside lines, as patterns: a line is only asked for those that it can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import regex

from textlint.anchor import EDGE
from textlint.fold import fold
from textlint.kinds.limits import matches
from textlint.line import Line

How = Literal["line", "prefix", "suffix", "contains"]

PLACEHOLDERS = {"{}": ".{0,60}?", "{n}": r"\d[\d.,'\u202f ]{0,12}\s?[km]?"}
PLACEHOLDER = regex.compile(r"(\{n?\})")
KEPT = 2048  # patterns that are kept: a thousand pages need a few hundred, again and again
_EDGE = rf"[\W_]{{0,{EDGE}}}"  # punctuation, symbols and white space
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_WORD = regex.compile(r"\w+")
_SPACED = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}  # ASCII beside words
_WHOLE_WORD = regex.compile(r"(?<![\w{}])\w+(?![\w{}])")  # of a phrase: none that a placeholder may go on with


@dataclass(frozen=True)
class Phrases:
    """Folded phrases, and where they stand in their line; the longest that fits at a place is what is found there.

    A list in forty languages is long, and a line holds the words of very few of its phrases: only these make up the
    pattern that is run on it. Their order among each other is that of the whole list, so that nothing else is found.
    """

    phrases: Sequence[str]
    how: How

    def find(self, line: Line) -> list[regex.Match[str]]:
        """The matches in a line, folded, in order; their group ``phrase`` is what is flagged.

        Raises TimeoutError for a line that takes too long.
        """
        held = self._held(line) if self.phrases else ()
        return matches(_compiled(held, self.how), line.of(_folded)) if held else []

    def _held(self, line: Line) -> tuple[str, ...]:
        """The phrases whose pieces between placeholders all stand in a line."""
        keys = self._keys & line.of(_holds)
        if not keys:
            return ()
        folded = line.of(_folded)
        held = [
            (rank, phrase)
            for key in keys
            for rank, phrase, piece, others in self._by_key[key]
            if piece in folded and (not others or all(other in folded for other in others))
        ]
        return tuple(phrase for _, phrase in sorted(held))

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._by_key)

    @cached_property
    def _by_key(self) -> dict[str, list[tuple[int, str, str, list[str]]]]:
        """Rank, phrase, its first piece and the others, of all phrases, by what a line must hold for each."""
        found: dict[str, list[tuple[int, str, str, list[str]]]] = {}
        for rank, phrase in enumerate(sorted(self.phrases, key=len, reverse=True)):
            first, *others = PLACEHOLDER.split(phrase)[::2]
            found.setdefault(_key(phrase, [first, *others]), []).append((rank, phrase, first, others))
        return found


def _folded(line: Line) -> str:
    return fold(line.value)


def _holds(line: Line) -> frozenset[str]:
    """The words of a line, folded, its characters where some are beyond ASCII, and the key that every line holds."""
    folded = line.of(_folded)
    if folded.isascii():  # as most lines are: far quicker than a pattern
        return frozenset(("", *folded.translate(_SPACED).split()))
    return frozenset(_WORD.findall(folded)).union(folded, ("",))


def _key(phrase: str, pieces: Sequence[str]) -> str:
    """The longest word that a line must hold as a word of its own; where there is no such word a character beyond ASCII."""
    words = [
        word[0]
        for word in _WHOLE_WORD.finditer(phrase)
        if (word.start() or _bordered(phrase[0])) and (word.end() < len(phrase) or _bordered(phrase[-1]))
    ]
    char = max("".join(pieces))
    return max(words, key=len, default="" if char.isascii() else char)


def _bordered(char: str) -> bool:
    """Whether a phrase that starts or ends with a character does so at a word border: where its script has spaces."""
    return char.isalnum() and not _UNSPACED.match(char)


@lru_cache(KEPT)
def _compiled(phrases: tuple[str, ...], how: How) -> regex.Pattern[str]:
    """One pattern for a few phrases, in the order in which they are tried."""
    before = f"^{_EDGE}" if how in ("line", "prefix") else ""
    after = f"{_EDGE}$" if how in ("line", "suffix") else ""
    return regex.compile(f"{before}(?P<phrase>{'|'.join(map(_body, phrases))}){after}")


def _body(phrase: str) -> str:
    """A phrase as a pattern."""
    parts = (PLACEHOLDERS.get(part) or regex.escape(part) for part in PLACEHOLDER.split(phrase) if part)
    start, end = r"(?<!\w)" * _bordered(phrase[0]), r"(?!\w)" * _bordered(phrase[-1])
    return f"{start}{''.join(parts)}{end}"

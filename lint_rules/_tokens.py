"""What a tokenizer leaves in a text, and whether a document shows its hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from lint_rules._borders import Line
from lint_rules._patterns import pattern
from textlint import Change

# Both begin with what is rare: that keeps the search fast.
_ENGLISH = pattern(
    r" (?:[nN]['’][tT](?![\p{L}'’-])(?<=(?<![\p{L}\p{M}'’])"
    r"(?i:ca|wo|do|does|did|is|are|was|were|has|have|had|could|should|would|must|need|ai|sha|might) ...)"
    r"|['’](?<=[\p{L}\p{N}] .)(?i:s|re|ve|ll|d|m)(?![\p{L}\p{N}'’-])"
    r"|(?i:na(?!\p{L})(?<=(?<!\p{L})(?:gon|wan) ..)|me(?!\p{L})(?<=(?<!\p{L})(?:lem|gim) ..)"
    r"|ta(?!\p{L})(?<=(?<!\p{L})got ..)))"
)
_ELIDED = pattern(
    r"['’](?<=(?<![\p{L}\p{M}'’])(?i:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd|un|dell|all|nell|sull|dall|"
    r"quell|quest|bell|sant|dov|com|tutt|senz).)([ \u00a0]?)(?=(?i:[aeiouyhàâäæéèêëìíîïòóôöœùúûü])\p{L})"
)
_BRACKET = pattern(r"-L([RSC])B- ?| ?-R([RSC])B-")
_PAIR = pattern(r"-LRB-|-LSB-|-LCB-")
_QUOTED = pattern(r"(` ?`)( ?)((?:[^`'\n]|'(?! ?')){1,600}?)( ?)(' ?')(?!')")
_NEGATED = pattern(r"(?i)\p{L} n['’]t(?!\p{L})")
_SPACED_QUOTE = pattern(r"(?<!\S)` ?` (?=\S)|(?<=\S) ' ?'(?=\s|$)", regex.MULTILINE)
_SPACED_MARK = pattern(r" [,.](?=\s|$)(?<=\p{L}..)", regex.MULTILINE)
_TEX = pattern(r"\\[a-zA-Z]{2}|\$[^$\n]{1,80}\$")
_SIGNS, _STRONG = 3, 2
_OPEN, _CLOSE = dict(zip("RSC", "([{", strict=True)), dict(zip("RSC", ")]}", strict=True))


class Hand(NamedTuple):
    """What a document shows: English words taken apart, other quotation marks, elisions that are mostly closed."""

    split: bool
    quotes: bool
    elided: bool


@lru_cache(maxsize=8)
def hand(document: str) -> Hand:
    """Whether a tokenizer's hand shows in a document more than once."""
    own = sum(1 for _ in _NEGATED.finditer(document)) + 2 * bool(_PAIR.search(document))
    spaced = sum(1 for _ in _SPACED_QUOTE.finditer(document)) // 2
    apart = own + spaced + sum(1 for _ in _ENGLISH.finditer(document))
    weak = sum(1 for _ in _SPACED_MARK.finditer(document))
    spaces = [bool(found[1]) for found in _ELIDED.finditer(document)]
    split = apart >= _SIGNS or (apart > 0 and weak >= _STRONG)
    quotes = own >= _STRONG or (own + spaced > 0 and weak >= _STRONG)
    return Hand(split, quotes and not _TEX.search(document), 2 * sum(spaces) < len(spaces) or weak >= _SIGNS)


def repairs(line: Line) -> Iterator[Change]:
    """What is to be changed in a line, by its own offsets."""
    value = line.value
    yield from _brackets(value)
    for found in _ENGLISH.finditer(value):
        if line.tongue.languages & {"en"} and hand(line.page.document).split:
            yield Change(found.start(), found.start() + 1, "")
    for found in _QUOTED.finditer(value):
        if hand(line.page.document).quotes:
            yield Change(found.start(1), found.end(2), '"')
            yield Change(found.start(4), found.end(), '"')
    for found in _ELIDED.finditer(value):
        if found[1] and line.tongue.languages & {"fr", "it"} and hand(line.page.document).elided:
            yield Change(*found.span(1), "")


def _brackets(value: str) -> Iterator[Change]:
    """The names of brackets that pair up in a line, as brackets."""
    opened: list[regex.Match[str]] = []
    for found in _BRACKET.finditer(value):
        if found[1]:
            opened.append(found)
        elif opened and opened[-1][1] == found[2]:
            first = opened.pop()
            yield Change(*first.span(), _OPEN[first[1]])
            yield Change(*found.span(), _CLOSE[found[2]])

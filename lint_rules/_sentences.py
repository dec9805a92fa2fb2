"""Where the sentences of a long paragraph end, and how likely a new paragraph begins there.

The score is a sum of a few cues, weighted by how often they stood at real paragraph breaks of edited articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from lint_rules._borders import Line
from lint_rules._protected import word_after, word_before
from lint_rules._words import words_of

_END = regex.compile(r"[.!?…](?:''|[\"”’»“)\]])*+\s++(?=(?:''|``|[\"“‘„«»'¿¡(\[])*+[\p{Lu}\p{Lt}\p{N}])")
_SPEECH = regex.compile(r"^(?:``|[\"“„«])")
_CLOSED = regex.compile(r"(?:''|[\"”»])\s*$")
_LABEL = regex.compile(r"^(?:\p{Lu}[\p{L}.'’-]{0,30}+\s?){1,4}+:\s")
_CAPITALS = regex.compile(r"^\p{Lu}{2,}\P{Ll}{3}")
_WORD = regex.compile(r"\p{L}{4,}")
_REFERRING = words_of(
    "he she it they this that these those his her their its such both er sie es dieser diese dieses ihre seine il elle "
    "ils elles ce cette ces él ella ellos esto esta ese lui lei loro questo questa ele ela eles isso esta hij zij het "
    "dit deze han hon det den denna detta"
)
_LINKING = words_of(
    "but and so then or because for yet also thus therefore however und aber denn doch auch so mais et car donc y pero "
    "porque e ma però anche mas porém en maar want och men"
)


_BASE = -0.35
_NEAR = 300  # code points of a sentence in which words are compared


class Ending(NamedTuple):
    """The end of a sentence: ``end`` is where it ends, ``start`` where the next one starts."""

    end: int
    start: int


def endings(line: Line) -> Iterator[Ending]:
    """The ends of sentences inside a line that stand in no quotation and no brackets, and after no abbreviation."""
    for found in _END.finditer(line.value):
        end = found.start() + len(found[0].rstrip())
        if line.value[found.start()] == "." and _is_abbreviated(line, found.start(), found.end()):
            continue
        if not line.is_inside(end):
            yield Ending(end, found.end())


def _is_abbreviated(line: Line, stop: int, start: int) -> bool:
    left = word_before(line.value, stop)
    if left.isdigit() and len(left) < 3 and line.page.languages & {"de", "da", "nb", "fi", "cs", "hu", "pl"}:
        return True
    return bool(left) and not left.isdigit() and line.page.is_abbreviation(left) and left != "I"


def breaks(line: Line, least: float) -> Iterator[tuple[Ending, float]]:
    """The ends of sentences where a new paragraph is likely enough to begin, each with its score."""
    found = list(endings(line))
    value, last = line.value, 0
    starts, stops = [0, *(e.start for e in found)], [*(e.end for e in found), len(value)]
    for i, ending in enumerate(found):
        before, after = value[starts[i] : ending.end], value[ending.start : stops[i + 1]]
        score = _score(line, before, after, ending.end - last)
        if score >= least:  # words in common only count against a break, and are looked for last
            score -= 1.2 * _overlap(before, after)
        if score >= least:
            last = ending.start
            yield ending, round(score, 2)


def _score(line: Line, before: str, after: str, length: int) -> float:
    """The log odds that a paragraph of ``length`` code points ends between two sentences, their words in common aside."""
    total = _BASE + sum(weight for holds, weight in _cues(line, before, after) if holds)
    total += 0.25 * (math.log(len(before) + 1) - 4.5) + 0.12 * (math.log(len(after) + 1) - 4.5)
    size = math.log(length + 1) - 5
    return total - 0.12 * size * size


def _cues(line: Line, before: str, after: str) -> Sequence[tuple[bool, float]]:
    """What speaks for a break (positive) and against it (negative), and whether it holds."""
    ink = after.lstrip("\"'“‘„«¿¡([`")
    first = word_after(ink, 0)
    mark = before.rstrip("\"'”’»)]")[-1:]
    speech, closed = bool(_SPEECH.match(after)), bool(_CLOSED.search(before))
    return (
        (speech, 0.6),
        (closed, 0.8),
        (speech and closed, 1.9),
        (first.lower() in _REFERRING, -0.8),
        (first.lower() in _LINKING, -0.6),
        (line.page.is_known(first), -0.35),
        (mark == "?", 0.55),
        (mark == "!", 1.1),
        (after.endswith("?"), 0.3),
        (after[:1].isdigit(), 1.5),
        (after[:1] in "([", -0.6),
        (bool(_LABEL.match(after)), 1.4),
        (bool(_CAPITALS.match(after)), 1.1),
        (bool(_SPEECH.match(before)), 0.4),
        (len(before) < 35, 0.45),
        (len(after) < 35, 0.25),
    )


def _overlap(before: str, after: str) -> float:
    """The share of longer words that two sentences have in common: a paragraph keeps to its matter."""
    left, right = (set(_WORD.findall(part.lower())) for part in (before[-_NEAR:], after[:_NEAR]))
    return len(left & right) / (1 + min(len(left), len(right)))

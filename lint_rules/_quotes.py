"""Which quotation marks of a paragraph open and which close.

Most characters say it themselves, but not in every language: ``“`` opens in English and closes in German, ``”`` does
both in Swedish, ``»`` closes in French and opens in Danish, ``"`` does both everywhere. So a document's own clear cases
(a mark after a space and before a letter opens) decide what each character does. Where the neighbours do not tell, the
marks of the whole paragraph are read together (the cheapest reading, found by dynamic programming): speech opens and
closes by turns, now and then opens anew in each paragraph, and sounds otherwise than the text around it. A mark for which
the other reading is about as cheap has the role None: doubt means silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from lint_rules._patterns import pattern
from lint_rules._protected import is_dense, matches
from lint_rules._words import REPORTING, SPEAKING

OPEN, CLOSE, BOTH = "open", "close", "both"
USUAL: Mapping[str, str] = {
    "“": OPEN, "„": OPEN, "‟": OPEN, "”": CLOSE, "«": OPEN, "»": CLOSE, '"': BOTH, "''": BOTH, "``": OPEN, ",,": OPEN,
}  # fmt: skip
MARK = pattern(r"(?<!â€)\"|''(?!')|``|[“”„‟«»]|(?<![^\s(]),,(?=\p{L})")
_SINGLY, _DOUBLED = '"“”„‟«»', "'`,"  # what marks begin with, alone or twice
_FAMILY = {'"': 0, "''": 0, "``": 0, "“": 0, "”": 0, "„": 0, "‟": 0, ",,": 0, "«": 1, "»": 1}
_OPENS = pattern(r"(?<![^\s(\[{¿¡—–/-])[“”„«»](?=[\w¿¡])", regex.MULTILINE)
_CLOSES = pattern(r"(?<=[\w.!?…,)])[“”„«»](?![^\s.,;:!?)\]—–-])")
_INCHES = pattern(r"\d['’]\d\d?\"|\d\"\s?[x×]\s?\d|[x×]\s?\d\d?\"")
_SPACED = pattern(r"(?<![^\s(])«\s\w|\s»(?!\w)")  # as the French do
_WORD = pattern(r"[\p{L}\p{M}]+")
_BEFORE_OPEN, _AFTER_CLOSE = " \t\n\r\u00a0\u202f\u2009([{—–-/¿¡=", " \t\n\r\u00a0\u202f\u2009.,;:!?)]}…—–-/"
_STOPS = ".!?…"
_QUOTES = "\"'“”‘’„«»‚‹›"
_CLEAR = 4  # a character does one thing if its clear cases of it are so many times those of the other
_NESTED = 3  # quotation marks side by side that are looked past
_SAMPLE = 600  # code points of a piece that are read for how it sounds
# Costs of a reading, in log odds, set on articles whose borders are known: a mark against what its neighbours say;
# one that opens inside a quotation, at the end of a sentence or elsewhere; one that closes what is not open; a paragraph
# that ends inside a quotation; by how much the better reading must be cheaper.
_CONTRARY, _ANEW, _NESTING, _ASTRAY, _UNCLOSED, _MARGIN = 6.0, 1.5, 3.0, 3.5, 2.5, 1.5
_SPEAKING, _REPORTING = 0.3, 0.8  # what one such word weighs
_LESS = 0.6  # share of the costs of going on and of not closing where the document's speech goes on over paragraphs
_SOUND = 1.5  # the most that the words of a piece weigh


_GOES_ON = pattern(r"^\"[^\"\n]*+(?:\"[^\"\n]*+\"[^\"\n]*+)*+\n\s*\"", regex.MULTILINE)


class Habits(NamedTuple):
    """What each quotation mark does in a document (OPEN, CLOSE or BOTH), and whether speech goes on over its paragraphs."""

    roles: Mapping[str, str]
    goes_on: bool


class Mark(NamedTuple):
    """A quotation mark ``line[start:end]``; ``role`` is OPEN, CLOSE or None (cannot be told)."""

    start: int
    end: int
    role: str | None


def habits(document: str) -> Habits:
    """How a document uses its quotation marks."""
    found = dict(USUAL)
    goes_on = '"' in document and len(_GOES_ON.findall(document)) > 1
    if not any(mark in document for mark in "“”„«»"):
        return Habits(found, goes_on)
    opens, closes = ("".join(mark[0] for mark in matches(kind, document, "“”„«»")) for kind in (_OPENS, _CLOSES))
    for mark in "“”„":
        o, c = opens.count(mark), closes.count(mark)
        paired = o or document.count(mark) % 2 == 0
        if mark == "”" and paired and not any(other in document for other in "“„‟"):
            found[mark] = BOTH  # as the Swedes and Finns print it: ”so”
        elif mark == "“" and not o and "„" in document:
            found[mark] = CLOSE
        elif o + c > 1:
            found[mark] = OPEN if o > _CLEAR * c else CLOSE if c > _CLEAR * o else BOTH
    if opens.count("»") + closes.count("«") > opens.count("«") + closes.count("»") and not _SPACED.search(document):
        found["»"], found["«"] = OPEN, CLOSE
    if "«" not in document and "»" in opens:  # as some Finns and Swedes print it: »so»
        found["»"] = BOTH
    return Habits(found, goes_on)


def may_have_marks(line: str) -> bool:
    """Whether there is anything in a line that may be a double quotation mark."""
    return any(map(line.__contains__, _SINGLY)) or any(2 * character in line for character in _DOUBLED)


def marks(line: str, habit: Habits) -> list[Mark]:
    """The double quotation marks of a line (one paragraph), in order, with their roles. Takes linear time."""
    doubled = "".join(character for character in _DOUBLED if 2 * character in line)
    found = matches(MARK, line, _SINGLY + doubled)
    if is_dense(len(found), len(line)):
        return []
    roles: list[str | None] = [None] * len(found)
    for family in {_FAMILY[m[0]] for m in found}:
        own = [i for i, m in enumerate(found) if _FAMILY[m[0]] == family and not _is_other(line, m.start())]
        for i, role in zip(own, _read(line, [found[i] for i in own], habit), strict=True):
            roles[i] = role
    return [Mark(m.start(), m.end(), role) for m, role in zip(found, roles, strict=True)]


def open_at(found: Sequence[Mark], end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a line of ``end`` code points that stand inside quotations, as (start, end), in order.

    One that is never closed ends where the next opens, or with the line.
    """
    start = -1
    for mark in found:
        if mark.role == OPEN:
            if start >= 0:
                yield start, mark.start
            start = mark.start
        elif mark.role == CLOSE and start >= 0:
            yield start, mark.end
            start = -1
    if start >= 0:
        yield start, end


def _is_other(line: str, place: int) -> bool:
    """Whether the mark pairs with none: alone between spaces, inches, or inside a Hebrew abbreviation."""
    before, after = line[max(place - 1, 0) : place], line[place + 1 : place + 2]
    if before.isspace() and after.isspace() and line[place] not in "«»":
        return True
    hebrew = "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea"
    return hebrew or (before.isdigit() and bool(_INCHES.search(line, max(0, place - 8), place + 4)))


def _read(line: str, found: Sequence[regex.Match[str]], habit: Habits) -> list[str | None]:
    """The roles of the marks of one family."""
    leanings = [_leaning(line, mark, habit) for mark in found]
    if all(leanings):
        return [OPEN if leaning > 0 else CLOSE for leaning in leanings]
    edges = [0, *(mark.start() for mark in found), len(line)]
    sounds = [_sound(line[a:b]) for a, b in pairwise(edges)]
    anew = _ANEW * _LESS if habit.goes_on else _ANEW
    stopped = [line[m.start() - 1 : m.start()] in _STOPS for m in found]
    again = [anew if stop else _NESTING for stop in stopped]
    unclosed = _UNCLOSED * _LESS if habit.goes_on else _UNCLOSED
    margins = _margins(leanings, sounds, again, unclosed)
    if len(found) == 1 and stopped[0]:  # speech that goes on in the next paragraph
        return [OPEN if margins[0] > 0 else CLOSE]
    return [OPEN if m > _MARGIN else CLOSE if m < -_MARGIN else None for m in margins]


def _margins(
    leanings: Sequence[float], sounds: Sequence[float], again: Sequence[float], unclosed: float
) -> list[float]:
    """By how much the whole paragraph reads better with each mark opening than with it closing.

    ``sounds`` are the log odds that the piece before each mark, and that after the last, is speech; ``again`` is what it
    costs that a mark opens although one is open. The cheapest readings up to each mark and from it on are summed.
    """
    count = len(leanings)
    outside, inside = [0.0], [float("inf")]  # the cheapest reading up to a mark whose piece before it is (no) speech
    for leaning, sound, anew in zip(leanings, sounds, again, strict=False):
        out, within = outside[-1] + max(sound, 0), inside[-1] + max(-sound, 0)
        inside.append(min(out, within + anew) + max(-leaning, 0))
        outside.append(min(within, out + _ASTRAY) + max(leaning, 0))
    after_out, after_in = max(sounds[count], 0.0), max(-sounds[count], 0.0) + unclosed
    margins = [0.0] * count
    for i in range(count - 1, -1, -1):
        margins[i] = (outside[i + 1] + after_out) - (inside[i + 1] + after_in)
        opened, closed = max(-leanings[i], 0) + after_in, max(leanings[i], 0) + after_out
        after_out = min(opened, closed + _ASTRAY) + max(sounds[i], 0)
        after_in = min(closed, opened + again[i]) + max(-sounds[i], 0)
    return margins


def _leaning(line: str, mark: regex.Match[str], habit: Habits) -> float:
    """How clearly a mark's character or its neighbours say that it opens (above 0) or closes (below); 0: not at all."""
    kind = habit.roles.get(mark[0], BOTH)
    before, after = _neighbour(line, mark.start() - 1, -1), _neighbour(line, mark.end(), 1)
    opens = before in _BEFORE_OPEN and after not in _AFTER_CLOSE
    closes = after in _AFTER_CLOSE and before not in _BEFORE_OPEN
    if kind != BOTH:
        contrary = (kind == OPEN and closes) or (kind == CLOSE and opens)
        return 0.0 if contrary and mark[0] not in "«»" else _CONTRARY if kind == OPEN else -_CONTRARY
    if closes and before.isdigit() and mark[0] == '"':
        return 0.0
    return _CONTRARY if opens else -_CONTRARY if closes else 0.0


def _neighbour(line: str, place: int, step: int) -> str:
    """The character at ``place``, other quotation marks looked past; a space at the ends of the line."""
    for _ in range(_NESTED):
        if not 0 <= place < len(line):
            return " "
        if line[place] not in _QUOTES:
            return line[place]
        place += step
    return "x"


def _sound(piece: str) -> float:
    """The log odds that a piece of text is speech, by its words: ``we``, ``your`` against ``said``, ``told``."""
    words = _WORD.findall((piece if len(piece) < _SAMPLE else piece[: _SAMPLE // 2] + piece[-_SAMPLE // 2 :]).lower())
    speaking, reporting = sum(w in SPEAKING for w in words), sum(w in REPORTING for w in words)
    return max(-_SOUND, min(_SOUND, _SPEAKING * speaking - _REPORTING * reporting))

"""Which quotation marks of a paragraph open and which close.

Most characters say it themselves, but not in every language: ``“`` opens in English and closes in German, ``”`` does
both in Swedish, ``»`` closes in French and opens in Danish, ``"`` does both everywhere. So a document's own clear cases
(a mark after a space and before a letter opens) decide what each character does, and where one does both, the marks of
the paragraph are paired off. A mark that cannot be told has the role None: doubt means silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from lint_rules._protected import is_dense

OPEN, CLOSE, BOTH = "open", "close", "both"
USUAL: Mapping[str, str] = {"“": OPEN, "„": OPEN, "‟": OPEN, "”": CLOSE, "«": OPEN, "»": CLOSE, '"': BOTH, "''": BOTH}
MARK = regex.compile(r"(?<!â€)\"|''(?!')|``|[“”„‟«»]")
_FAMILY = {'"': 0, "''": 1, "``": 1, "“": 2, "”": 2, "„": 2, "‟": 2, "«": 3, "»": 3}
_OPENS = regex.compile(r"(?<![^\s(\[{¿¡—–/-])[“”„«»](?=[\w¿¡])", regex.MULTILINE)
_CLOSES = regex.compile(r"(?<=[\w.!?…,)])[“”„«»](?![^\s.,;:!?)\]—–-])")
_INCHES = regex.compile(r"\d['’]\d\d?\"|\d\"\s?[x×]\s?\d|[x×]\s?\d\d?\"")
_SPACED = regex.compile(r"(?<![^\s(])«\s\w|\s»(?!\w)")  # as the French do
_BEFORE_OPEN, _AFTER_CLOSE = " \t\n\r\u00a0\u202f\u2009([{—–-/¿¡=", " \t\n\r\u00a0\u202f\u2009.,;:!?)]}…—–-/"
_STOPS, _STOPS_AND_COMMA = ".!?…", ".!?…,"
_QUOTES = "\"'“”‘’„«»‚‹›"
_CLEAR = 4  # a character does one thing if its clear cases of it are so many times those of the other
_NESTED = 3  # quotation marks side by side that are looked past


class Mark(NamedTuple):
    """A quotation mark ``line[start:end]``; ``role`` is OPEN, CLOSE or None (cannot be told)."""

    start: int
    end: int
    role: str | None


def habits(document: str) -> dict[str, str]:
    """What each quotation mark does in a document: OPEN, CLOSE or BOTH."""
    found = dict(USUAL)
    if not any(mark in document for mark in "“”„«»"):
        return found
    opens, closes = "".join(_OPENS.findall(document)), "".join(_CLOSES.findall(document))
    for mark in "“”„":
        o, c = opens.count(mark), closes.count(mark)
        if mark == "“" and not o and "„" in document:
            found[mark] = CLOSE
        elif o + c > 1:
            found[mark] = OPEN if o > _CLEAR * c else CLOSE if c > _CLEAR * o else BOTH
    if opens.count("»") + closes.count("«") > opens.count("«") + closes.count("»") and not _SPACED.search(document):
        found["»"], found["«"] = OPEN, CLOSE
    if "«" not in document and "»" in opens:  # as some Finns and Swedes print it: »so»
        found["»"] = BOTH
    return found


def marks(line: str, habit: Mapping[str, str]) -> list[Mark]:
    """The double quotation marks of a line (one paragraph), in order, with their roles. Takes linear time."""
    found = list(MARK.finditer(line))
    if is_dense(len(found), len(line)):
        return []
    roles: list[str | None] = [None] * len(found)
    for family in {_FAMILY[m[0]] for m in found}:
        own = [i for i, m in enumerate(found) if _FAMILY[m[0]] == family]
        own = [i for i in own if not _is_other(line, found[i].start())]
        evident = [_evident(line, found[i], habit) for i in own]
        for i, role in zip(own, _paired(evident, [_likely(line, found[i]) for i in own]), strict=True):
            roles[i] = role
    return [Mark(m.start(), m.end(), role) for m, role in zip(found, roles, strict=True)]


def open_at(found: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """The pieces of a line that stand inside quotation marks that pair up, as (start, end), in order."""
    start = -1
    for mark in found:
        if mark.role == OPEN:  # one that is open already was never closed
            start = mark.start
        elif mark.role == CLOSE and start >= 0:
            yield start, mark.end
            start = -1


def _is_other(line: str, place: int) -> bool:
    """Whether the mark pairs with none: alone between spaces, inches, or inside a Hebrew abbreviation."""
    before, after = line[max(place - 1, 0) : place], line[place + 1 : place + 2]
    if before.isspace() and after.isspace() and line[place] not in "«»":
        return True
    hebrew = "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea"
    return hebrew or (before.isdigit() and bool(_INCHES.search(line, max(0, place - 8), place + 4)))


def _evident(line: str, mark: regex.Match[str], habit: Mapping[str, str]) -> str | None:
    """The role that a mark's character or its neighbours give it."""
    kind = OPEN if mark[0] == "``" else habit.get(mark[0], BOTH)
    before, after = _neighbour(line, mark.start() - 1, -1), _neighbour(line, mark.end(), 1)
    opens = before in _BEFORE_OPEN and after not in _AFTER_CLOSE
    closes = after in _AFTER_CLOSE and before not in _BEFORE_OPEN
    if kind != BOTH:
        contrary = (kind == OPEN and closes) or (kind == CLOSE and opens)
        return None if contrary and mark[0] not in "«»" else kind
    if closes and before.isdigit() and mark[0] == '"':
        return None
    return OPEN if opens else CLOSE if closes else None


def _neighbour(line: str, place: int, step: int) -> str:
    """The character at ``place``, other quotation marks looked past; a space at the ends of the line."""
    for _ in range(_NESTED):
        if not 0 <= place < len(line):
            return " "
        if line[place] not in _QUOTES:
            return line[place]
        place += step
    return "x"


def _likely(line: str, mark: regex.Match[str]) -> str | None:
    """The role of a mark between a stop or comma and a letter, if the pairing of its neighbours does not tell.

    Speech that goes on over paragraphs opens each of them and closes only the last, so between sentences one that is
    too many opens; after a comma and before a small letter (``,"he said``) it closes.
    """
    before, after = line[mark.start() - 1 : mark.start()], line[mark.end() : mark.end() + 1]
    if before in _STOPS and before and after.isupper():
        return OPEN
    return CLOSE if before and before in _STOPS_AND_COMMA and after.islower() else None


def _paired(evident: Sequence[str | None], likely: Sequence[str | None]) -> list[str | None]:
    """Fill in the roles that neighbours leave open: marks open and close by turns."""
    roles = list(evident)
    i = 0
    while i < len(roles):
        j = i
        while j < len(roles) and roles[j] is None:
            j += 1
        if j > i:
            roles[i:j] = _between(roles[i - 1] if i else None, roles[j] if j < len(roles) else None, likely[i:j])
        i = j + 1
    return roles


def _between(left: str | None, right: str | None, likely: Sequence[str | None]) -> Sequence[str | None]:
    """The roles of marks between two known ones (None: the paragraph's edge)."""
    count = len(likely)
    from_left = _by_turns(CLOSE if left == OPEN else OPEN, count)
    from_right = _by_turns(CLOSE if right == OPEN else OPEN, count)[::-1]
    if left is None and right is None:
        return from_left if count % 2 == 0 else likely if count == 1 else [None] * count
    if right is None:
        return from_left
    if left is None or from_left == from_right:
        return from_right
    return likely if count == 1 else [None] * count


def _by_turns(first: str, count: int) -> list[str | None]:
    other = CLOSE if first == OPEN else OPEN
    return [other if k % 2 else first for k in range(count)]

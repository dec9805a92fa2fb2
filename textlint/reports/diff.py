"""What edits change in a document, with some context around: read off the edits, not searched for again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from textlint.reports.escape import shorten, spaced, visible
from textlint.reports.ink import paint
from textlint.reports.words import where

CONTEXT = 120  # code points of context on either side of an edit, at the most
LINES = 2  # line ends that the context reaches over, at the most
LONGEST = 300  # code points of one deletion or insertion that are shown


class Edited(Protocol):
    """An edit: ``before`` stands at ``[start, end)`` of the original (code points), ``after`` stands there now."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def rules(self) -> tuple[str, ...]: ...
    @property
    def safety(self) -> str: ...


class Hunk(NamedTuple):
    """Edits that stand near each other, and the piece of the original, ``[start, end)``, that shows them."""

    start: int
    end: int
    edits: list[Edited]


def word_diff(
    path: str, id: str | int, original: str, edits: Sequence[Edited], *, field: str = "text", colour: bool = False
) -> str:
    """The document's edits as hunks with line numbers of the original; empty where there are none.

    What went is red and struck, what came is green; without colour they stand in ``[-…-]`` and ``{+…+}``. The rules
    stand below each hunk. Takes time linear in the text and the edits.
    """
    if not edits:
        return ""
    title = where(path, id) + ("" if field == "text" else f" {visible(field)}")
    lines = [paint(f"=== {title}", "bold", colour)]
    number, at = 1, 0
    for hunk in hunks(original, edits):
        number += original.count("\n", at, hunk.start)
        at = hunk.start
        lines += _shown(original, hunk, number, colour)
    return "\n".join(lines) + "\n"


def hunks(original: str, edits: Sequence[Edited]) -> Iterator[Hunk]:
    """The edits (sorted, disjoint) in groups whose contexts meet."""
    hunk: Hunk | None = None
    for edit in edits:
        low, high = _low(original, edit.start), _high(original, edit.end)
        if hunk and low <= hunk.end:
            hunk.edits.append(edit)
            hunk = Hunk(hunk.start, max(hunk.end, high), hunk.edits)
            continue
        if hunk:
            yield hunk
        hunk = Hunk(low, high, [edit])
    if hunk:
        yield hunk


def _low(text: str, place: int) -> int:
    """Where the context before a place starts: at a line's start or between words, if one is near."""
    nearest = max(0, place - CONTEXT)
    low = place
    for _ in range(LINES + 1):
        low = text.rfind("\n", nearest, low)
        if low < 0:
            space = text.find(" ", nearest, min(nearest + CONTEXT // 4, place))
            return nearest if nearest == 0 or space < 0 else space + 1
    return low + 1


def _high(text: str, place: int) -> int:
    """Where the context after a place ends."""
    furthest = min(len(text), place + CONTEXT)
    high = place - 1
    for _ in range(LINES + 1):
        high = text.find("\n", high + 1, furthest)
        if high < 0:
            space = text.rfind(" ", max(furthest - CONTEXT // 4, place), furthest)
            return furthest if furthest == len(text) or space < 0 else space
    return high - 1 if text.startswith("\r", high - 1) and high > place else high


class _Piece(NamedTuple):
    """Some text of a hunk, escaped and painted, and the line ends of the original that it takes up."""

    shown: str
    newlines: int
    ends_line: bool


def _shown(original: str, hunk: Hunk, number: int, colour: bool) -> Iterator[str]:
    """The lines of a hunk, each after its number, and the rules that wanted it."""
    line, lead = "" if _starts_line(original, hunk.start) else "…", number
    for piece in _pieces(original, hunk, colour):
        line += piece.shown
        number += piece.newlines
        if piece.ends_line:
            yield _numbered(lead, line, colour)
            line, lead = "", number
    if line:
        yield _numbered(lead, line if _ends_line(original, hunk.end) else f"{line}…", colour)
    yield paint(f"       = {_rules(hunk.edits)}", "dim", colour)


def _numbered(number: int, line: str, colour: bool) -> str:
    return paint(f"{number:>6} |", "dim", colour) + (f" {line}" if line else "")


def _starts_line(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] == "\n"


def _ends_line(text: str, place: int) -> bool:
    return place == len(text) or text.startswith(("\n", "\r\n"), place)


def _pieces(original: str, hunk: Hunk, colour: bool) -> Iterator[_Piece]:
    at = hunk.start
    for edit in hunk.edits:
        yield from _kept(original[at : edit.start])
        whole = not edit.after and edit.before.endswith("\n") and _starts_line(original, edit.start)
        yield _Piece(_marked(edit, colour), edit.before.count("\n"), whole)
        at = edit.end
    yield from _kept(original[at : hunk.end])


def _kept(text: str) -> Iterator[_Piece]:
    *lines, last = text.split("\n")
    for line in lines:
        yield _Piece(visible(line.removesuffix("\r")), 1, True)
    yield _Piece(visible(last), 0, False)


def _marked(edit: Edited, colour: bool) -> str:
    went, came = spaced(shorten(edit.before, LONGEST)), spaced(shorten(edit.after, LONGEST))
    if colour:
        return paint(went, "removed", True) + paint(came, "added", True)
    return (f"[-{went}-]" if went else "") + (f"{{+{came}+}}" if came else "")


def _rules(edits: Sequence[Edited]) -> str:
    """The rules of a hunk, each once, and which of them a person should look at."""
    names = {name + (" (unsafe)" if edit.safety == "unsafe" else ""): None for edit in edits for name in edit.rules}
    return ", ".join(map(visible, names))

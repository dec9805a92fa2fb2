"""Pack ``whitespace``: spaces and blank lines that layout left behind.

Clean prose has none of this and is not touched: one or two blank lines, two spaces after a sentence, indentation,
tables, and Markdown's line break (two spaces at a line's end) stay. Line ends stay as they are, ``\\n``, ``\\r\\n`` or ``\\r``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lint_rules._patterns import pattern
from textlint import Batch, Change, Fail, Match, Pass, Text, rule

RANK = 90
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
TRAILING = (
    16  # characters at a line's end that are passed over for all lines at once; the few that have more one by one
)

_SPACES = " \t\xa0"


@lru_cache(maxsize=1)
def _surplus(batch: Batch) -> Ints:
    """How many characters of white space are to go at the end of each line: spaces, tabs and no-break spaces."""
    data, starts, left = batch.data, batch.starts, batch.ends.copy()
    surplus = np.zeros(len(left), np.int64)
    moving = np.flatnonzero(left > starts)
    for _ in range(TRAILING):
        last = data[left[moving] - 1]
        wide = (last == 0xA0) & (data[left[moving] - 2] == 0xC2)
        found = (last == 32) | (last == 9) | wide
        moving, wide = moving[found], wide[found]
        left[moving] -= 1 + wide
        surplus[moving] += 1
        moving = moving[left[moving] > starts[moving]]
        if not len(moving):
            break
    for line in moving.tolist():
        rest = batch.buffer[starts[line] : left[line]].decode()
        surplus[line] += len(rest) - len(rest.rstrip(_SPACES))
    breaks = np.flatnonzero((surplus == 2) & (left > starts))  # of lines, in Markdown
    ends, below = batch.ends[breaks], np.minimum(breaks + 1, len(left) - 1)
    goes_on = (batch.doc_of_line[below] == batch.doc_of_line[breaks]) & (below > breaks) & ~batch.blank[below]
    surplus[breaks[goes_on & (data[ends - 1] == 32) & (data[ends - 2] == 32)]] = 0
    return surplus


def _ends_in_space(batch: Batch) -> Bools:
    """Lines with white space at their end that is to go."""
    return np.asarray(_surplus(batch) > 0, bool)


@rule(
    "whitespace/trailing-space",
    severity="info",
    safety="safe",
    rank=RANK,
    guard=_ends_in_space,
    linewise=False,
    examples=[
        Fail("The ferry leaves.⟪ ⟫\nIt is late.\t\n", fixed="The ferry leaves.\nIt is late.\n"),
        Fail("One.\r\n⟪   ⟫\r\nTwo.\xa0", fixed="One.\r\n\r\nTwo."),
        Fail("A title⟪  ⟫", fixed="A title"),
        Pass("Roses are red,  \nviolets are blue."),
        Pass("    indented\n\tand tabbed"),
    ],
)
def trailing_space(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """White space at the ends of lines; the first is shown.

    It cannot be seen, yet it makes equal lines differ and upsets programs that compare them. Exactly two spaces before
    a line of text stay, since they break a line in Markdown. All line ends of a document are one finding and one fix.
    """
    counts = text.own(_surplus(text.batch))[lines].tolist()
    ends = map(text.end, lines)
    changes = tuple(Change(end - count, end, "") for end, count in zip(ends, counts, strict=True) if count)
    if changes:
        message = f"White space at the end of {len(changes)} lines" if len(changes) > 1 else None
        yield Match(changes[0].start, changes[0].end, message, changes)


def _blank_run(batch: Batch) -> Bools:
    """The second line of every run of blank ones, the fewest of which one may be too many."""
    blank = batch.blank
    run = np.zeros(len(blank), bool)
    run[1:] = blank[1:] & blank[:-1]
    run[2:] &= ~blank[:-2]
    return run


@rule(
    "whitespace/blank-lines",
    severity="info",
    safety="safe",
    rank=RANK,
    guard=_blank_run,
    linewise=False,
    examples=[
        Fail("One.\n\n\n⟪\n\n⟫Two.", fixed="One.\n\n\nTwo."),
        Fail("One.\r\n\r\n\r\n⟪ \r\n⟫Two.\r\n\r\n\r\n\r\nThree.", fixed="One.\r\n\r\n\r\nTwo.\r\n\r\n\r\nThree."),
        Pass("One.\n\nTwo.\n\n\nA new scene."),
        Pass("One.\n \n\t\nTwo."),
    ],
)
def blank_lines(text: Text, lines: Sequence[int], *, most: int = 2) -> Iterator[Match]:
    """More than two blank lines in a row; the first place is shown.

    They stand where a page had a picture, an advertisement or an empty box. Two stay, since authors set scenes apart
    with them; ``most`` says how many may stay, 1 or more. All places of a document are one finding and one fix.
    """
    changes = []
    blanks, below = text.blanks, 0
    for i in lines:
        if i < below:
            continue
        first, below = blanks.rfind(0, 0, i) + 1, blanks.find(0, i)
        if first and below - first > most:
            changes.append(Change(text.start(first + most), text.start(below), ""))
    if changes:
        message = f"More than {most} blank lines in a row, in {len(changes)} places" if len(changes) > 1 else None
        yield Match(changes[0].start, changes[0].end, message, tuple(changes))


def _blank_edge(batch: Batch) -> Bools:
    """The first line of a document that starts with blank ones, and the last of one that ends with more than one."""
    edge = np.zeros(len(batch.blank), bool)
    first, last = batch.first_line[:-1], batch.first_line[1:] - 1
    edge[first] = batch.blank[first] & (last > first)
    edge[last] |= batch.blank[last] & batch.blank[np.maximum(last - 1, first)] & (last > first)
    return edge


@rule(
    "whitespace/blank-edge",
    severity="info",
    safety="safe",
    rank=RANK,
    guard=_blank_edge,
    linewise=False,
    examples=[
        Fail("⟪\n\n⟫The ferry leaves.", fixed="The ferry leaves."),
        Fail("The ferry leaves.\n⟪\n\n⟫", fixed="The ferry leaves.\n"),
        Pass("The ferry leaves.\n"),
        Pass("\n\n"),
    ],
)
def blank_edge(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Blank lines before the first line of a document or after its last.

    They are left from what stood around the text on the page. One line end at the end of a document stays.
    """
    first, last = text.blanks.find(0), text.blanks.rfind(0)
    if first < 0:
        return
    spans = [(0, text.start(first))] if first else []
    if last < text.n_lines - 2:
        spans.append((text.start(last + 1), len(text.value)))
    for start, end in spans:
        yield Match(start, end, changes=(Change(start, end, ""),))


_SEPARATOR = pattern("(?<![ \t\xa0])[ \t\xa0]*+[\u2028\u2029\x0b\x0c][ \t\xa0\u2028\u2029\x0b\x0c]*+")


@rule(
    "whitespace/odd-line-end",
    safety="safe",
    rank=20,
    anchors=["[\\x{2028}\\x{2029}\\x0b\\x0c]"],
    examples=[
        Fail(
            "the bigger problem,” he said.⟪\u2028 ⟫“It is online.”",
            fixed="the bigger problem,” he said.\n“It is online.”",
        ),
        Fail("One.⟪\u2029⟫Two.\r\nThree.", fixed="One.\r\n\r\nTwo.\r\nThree."),
        Fail("End of page one.⟪\x0c⟫\nPage two.⟪\x0b⟫A line.", fixed="End of page one.\nPage two.\nA line."),
        Pass("One.\nTwo.\r\nThree."),
        Pass("A tab\tand a no-break\u00a0space are no line ends."),
    ],
)
def odd_line_end(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line or paragraph separator, vertical tab or form feed.

    Word processors and some editors end lines with U+2028, U+2029 or U+000B, and pages with U+000C. Most programs show
    them as boxes or run the lines together, and some file formats break at them by surprise. They become the line end
    that the document uses elsewhere; a paragraph separator becomes two. At a line's start or end they just go.
    """
    line_end = "\r\n" if "\r\n" in text.value else "\r" if "\r" in text.value and "\n" not in text.value else "\n"
    for i in lines:
        start, end = text.span(i)
        for found in _SEPARATOR.finditer(text.value, start, end):
            low, high = found.span()
            inner = start < low and high < end
            after = line_end * (2 if "\u2029" in found[0] else 1) if inner else ""
            yield Match(low, high, changes=(Change(low, high, after),))

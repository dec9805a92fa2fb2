"""Pack ``whitespace``: runs of spaces inside sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from textlint import Batch, Change, Fail, Match, Pass, Safety, Text, rule

RANK = 90
Bools = NDArray[np.bool_]

_RUN = regex.compile(
    r"(?<=[\p{L}\p{N},.;:!?)\]’”\"'»%–—])[ \t\xa0]{2,}+(?=[\p{L}\p{N}(\[‘“\"'«„–—$€£])|(?<=\p{L})\t(?=\p{L})"
)
_COLUMNS = regex.compile(r"[|¦│{}<>]|[=;]\s*$|^(?:\t| {4})|\.{4}|_{4}")


def _has_run(batch: Batch) -> Bools:
    """Lines of prose in which two blanks follow each other, or a tab stands."""
    space = batch.data == 32
    pairs = np.flatnonzero((space[1:] | (batch.data[1:] == 0xA0)) & (space[:-1] | (batch.data[:-1] == 0xA0)))
    places = np.concatenate([pairs, np.flatnonzero(batch.data == 9), np.flatnonzero(_no_break(batch))])
    marked = np.zeros(len(batch.prose), bool)
    marked[batch.line_of(places)] = True
    return np.asarray(marked & batch.prose)


def _no_break(batch: Batch) -> Bools:
    """Bytes that start a no-break space right after a blank."""
    data = batch.data
    pair = np.zeros(len(data), bool)
    pair[1:-1] = (data[1:-1] == 0xC2) & (data[2:] == 0xA0) & ((data[:-2] == 32) | (data[:-2] == 0xA0))
    return pair


@rule(
    "whitespace/space-run",
    severity="info",
    safety="safe",
    rank=RANK,
    guard=_has_run,
    examples=[
        Fail(
            "The captain, who had been at sea for⟪           ⟫forty years, told us that his father built the boat.",
            fixed="The captain, who had been at sea for forty years, told us that his father built the boat.",
        ),
        Fail(
            "It was sold to the town last year⟪\t⟫and since then children have travelled free of charge.",
            fixed="It was sold to the town last year and since then children have travelled free of charge.",
        ),
        Fail(
            "It was sold to the town last⟪  ⟫year and since then children have travelled free of charge.",
            fixed="It was sold to the town last year and since then children have travelled free of charge.",
        ),
        Pass("He came back to the harbour at noon.  Nobody had waited for him there, and the ferry had left long ago."),
        Pass("| The old harbour    | seven in the morning    | back before noon, if the wind allows it on that day. |"),
        Pass("    result = compute(first,    second)    # the columns stand where the author wants them."),
        Pass("Name          Harbour\nFerry         old"),
    ],
)
def space_run(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Several spaces, or a tab, between two words of a sentence.

    The indentation of the page's source ended up in the line. Runs of three or more are closed; two spaces in the
    middle of a sentence are a slip that only an unsafe fix closes, and two after a sentence's end are the author's
    habit. Tables, code and short lines keep their columns.
    """
    for i in lines:
        line, start = text.line(i), text.span(i).start
        if _COLUMNS.search(line):
            continue
        for found in _RUN.finditer(line):
            doubt = _doubt(line, *found.span())
            if doubt is None:
                continue
            low, high = start + found.start(), start + found.end()
            safety = Safety.UNSAFE if doubt else None
            yield Match(low, high, changes=(Change(low, high, " "),), safety=safety, because=doubt or None)


def _doubt(line: str, low: int, high: int) -> str | None:
    """Why a run may have to stay: nothing for one that is closed, None for one that is not looked at."""
    before, after = line[low - 1], line[high]
    if high - low == 2 and "\t" not in line[low:high]:
        return "the author may have meant them" if before.isalpha() or before == "," else None
    return "they may part two columns" if before.isalnum() and after.isupper() else ""

"""Pack ``whitespace``: runs of spaces inside sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lint_rules._patterns import pattern
from lint_rules._protected import matches
from textlint import Batch, Change, Fail, Match, Pass, Safety, Text, rule

RANK = 90
Bools = NDArray[np.bool_]

_RUN = pattern(
    r"(?<=[\p{L}\p{N},.;:!?)\]’”\"'»%–—])[ \t\xa0]{2,}+(?=[\p{L}\p{N}(\[‘“\"'«„–—$€£])|(?<=\p{L})\t(?=\p{L})"
)
_BEGINS = ("  ", " \t", " \xa0", "\t", "\xa0")  # with one of these a run begins
_BEFORE = np.array([c > 127 or chr(c).isalnum() or chr(c) in ",.;:!?)]\"'%" for c in range(256)])  # bytes before a run
_CALM = np.array([c < 128 and not chr(c).isalpha() and c != ord(",") for c in range(256)])  # two spaces may stand there
_COLUMNS = pattern(r"[|¦│{}<>]|[=;]\s*$|^(?:\t| {4})|\.{4}|_{4}")


def _has_run(batch: Batch) -> Bools:
    """Lines of prose in which several blanks, or a tab, stand where ``_RUN`` may match and ``_doubt`` may find them odd."""
    data = batch.data
    blank = (data == 32) | (data == 9)
    if b"\xc2\xa0" in batch.buffer:
        spaces = np.flatnonzero((data[:-1] == 0xC2) & (data[1:] == 0xA0))
        blank[spaces] = blank[spaces + 1] = True
    starts = np.flatnonzero(blank[1:-1] & ~blank[:-2] & (blank[2:] | (data[1:-1] == 9))) + 1
    first, before, third = data[starts], data[starts - 1], np.minimum(starts + 2, len(data) - 1)
    several = blank[starts + 1 + (first == 0xC2)] | (first == 9)
    two = (first == 32) & (data[starts + 1] == 32) & ~blank[third]
    wanted = several & _BEFORE[before] & ~(two & (_CALM[before] | (data[third] < 32)))
    marked = np.zeros(len(batch.prose), bool)
    marked[batch.line_of(starts[wanted])] = True
    return np.asarray(marked & batch.prose)


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
        start, end = text.span(i)
        line = text.value[start:end]
        runs = [run.span() for run in matches(_RUN, line, _BEGINS)]
        doubts = [(low, high, doubt) for low, high in runs if (doubt := _doubt(line, low, high)) is not None]
        if not doubts or _COLUMNS.search(line):
            continue
        for low, high, doubt in doubts:
            safety, change = Safety.UNSAFE if doubt else None, Change(start + low, start + high, " ")
            yield Match(change.start, change.end, changes=(change,), safety=safety, because=doubt or None)


def _doubt(line: str, low: int, high: int) -> str | None:
    """Why a run may have to stay: nothing for one that is closed, None for one that is not looked at."""
    before, after = line[low - 1], line[high]
    if high - low == 2 and "\t" not in line[low:high]:
        return "the author may have meant them" if before.isalpha() or before == "," else None
    return "they may part two columns" if before.isalnum() and after.isupper() else ""

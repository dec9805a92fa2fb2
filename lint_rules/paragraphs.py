"""Paragraphs that were run together: an article whose breaks were lost, in part or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lint_rules._borders import lines_of
from lint_rules._sentences import breaks
from textlint import Batch, Change, Fail, Match, Pass, Text, rule

_LONG = 600  # code points from which a paragraph may be several
_OPENING = (
    "The council met on Tuesday to talk about the bridge, which has been closed since the flood of last spring and has "
    "kept many families from work. It had asked for a survey of the bridge before any family is let back on "
    "the bridge, and the survey of the piers came in this week with few surprises for the council and its engineers. "
    "Its authors found cracks in two of the piers, and they think that repairs of the piers and the bridge would take "
    "about a year. "
)
_REST = (
    " They came to see how the council would vote, and they stayed until the council had voted. He told them that the "
    "council had no money for a new bridge, and that the old bridge would have to do. They asked when the bridge opens."
)
_BERICHT = (
    "Der Rat sprach am Dienstag über die Brücke, die seit der Flut im Frühling gesperrt ist, und viele Familien kommen "
    "seither nur auf Umwegen zur Arbeit. Dieser Zustand dauert nun schon ein Jahr, und der Rat kennt diesen Zustand. "
)


def _is_long(batch: Batch) -> NDArray[np.bool_]:
    return np.asarray(batch.lengths >= _LONG, bool)


def _is_blob(batch: Batch) -> NDArray[np.bool_]:
    alone = np.diff(batch.first_line) == 1
    return np.asarray((batch.lengths >= _LONG) & alone[batch.doc_of_line], bool)


@rule(
    "paragraphs/run-on-paragraph",
    severity="info",
    safety="unsafe",
    because="where a paragraph begins is a guess: about one break in two is where the author had it",
    guard=_is_long,
    linewise=False,
    examples=[
        Fail(
            f"{_OPENING}They said: “We cannot wait for the bridge.”⟪ ⟫More than sixty families had come.{_REST}",
            fixed=f"{_OPENING}They said: “We cannot wait for the bridge.”\n\nMore than sixty families had come.{_REST}",
        ),
        Fail(
            f"{3 * _BERICHT}„So geht das nicht weiter.“⟪ ⟫Sechzig Familien waren gekommen.",
            fixed=f"{3 * _BERICHT}„So geht das nicht weiter.“\n\nSechzig Familien waren gekommen.",
        ),
        Pass("A short paragraph stays. “As it is.” Nobody breaks it."),
        Pass(_OPENING),
        Pass(f"{_OPENING}(It was late. Sixty families had come! It was late.)"),
        Pass(4 * _BERICHT),
        Pass(_OPENING.replace(". ", ".\n\n")),
    ],
)
def run_on_paragraph(text: Text, lines: Sequence[int], *, longest: int = _LONG, least: float = -0.7) -> Iterator[Match]:
    """A place in a long paragraph where a new one probably began.

    Extractors that drop the elements of a page join its paragraphs into one. A paragraph of at least ``longest`` code
    points is broken at ends of sentences that look like ends of paragraphs (speech begins or ends, a label, a question,
    other words than before), never inside a quotation or brackets. ``least`` is the score from which a break is proposed.
    """
    for start, line in lines_of(text, lines):
        if len(line.value) < longest or "|" in line.value or "\t" in line.value:
            continue
        separator = line.page.separator or "\n\n"
        for ending, score in breaks(line, least):
            low, high = start + ending.end, start + ending.start
            yield Match(low, high, changes=(Change(low, high, separator),), score=score)


@rule(
    "paragraphs/blob",
    severity="info",
    guard=_is_blob,
    linewise=False,
    examples=[
        Fail("⟪" + 220 * "All of it stands in one single line. " + "⟫"),
        Pass(20 * "A short text may stand in one line. "),
        Pass("A title\n" + 220 * "All of it stands in one single line. "),
        Pass(200 * "Many lines of a text that is laid out in paragraphs.\n"),
        Pass(40 * "Ein kurzer Text darf in einer Zeile stehen. "),
        Pass(30 * "Un texte court peut tenir en une ligne. "),
    ],
)
def blob(text: Text, lines: Sequence[int], *, longest: int = 5000) -> Iterator[Match]:
    """A long document without a single line break.

    Its paragraphs, and often the spaces between its elements, were lost; it can rarely be repaired as a whole.
    """
    for i in lines:
        start, end = text.span(i)
        if end - start > longest:
            yield Match(start, end)

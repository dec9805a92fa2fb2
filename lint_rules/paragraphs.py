"""Paragraphs that were run together: an article whose breaks were lost, in part or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lint_rules._breaks import LEAST, SHORTEST, proposals
from lint_rules._page import page_of
from textlint import Batch, Change, Fail, Match, Pass, Text, rule

_SHORT = 600  # code points up to which a document may be one paragraph
_COUNCIL = (
    "The city council voted on Tuesday to close the old bridge over the river until next spring. Engineers had found "
    "cracks in two of its piers during a survey. The bridge carries about nine thousand cars a day, most of them on their "
    "way to the harbour."
)
_MAYOR = "“We cannot wait for the next flood,” said Mayor Anna Keller. “People's lives come first.”"
_SHOPS = (
    "Meanwhile, shop owners on Market Street fear for their business, and they want the state to pay for a ferry. They "
    "met on Monday, and they will meet again on Friday."
)
_FRAGEN = (
    "Frage: Wann wird die Brücke wieder geöffnet?",
    "Antwort: Der Rat will sie im Frühjahr öffnen, sobald beide Pfeiler repariert sind.",
    "Frage: Gibt es eine Fähre?",
    "Antwort: Ja. Sie fährt jede Stunde vom alten Hafen ab und nimmt Fahrräder mit, aber keine Autos.",
    "Frage: Was kostet die Fähre?",
    "Antwort: Für die Bürger der Stadt nichts, für alle anderen zwei Euro.",
)
_QUIET = (
    "It had rained for most of the night, and the path along the river was soft and slow. She walked it anyway, because "
    "the road was worse and because she liked the smell of the wet reeds. By the time she reached the mill the sun was "
    "out, and the water below the wheel had turned from brown to green. She sat down on the wall of the mill and took "
    "off her boots, which were wet from the reeds."
)
_INSIDE = (
    "I was born on the other side. My father crossed this bridge every day. Do you know what he would say today? He would "
    "say that a bridge which nobody may cross is no bridge. He would tell us to stop talking and to get to work. And he "
    "would be right. So let us get to work, all of us, and let us start on Monday morning."
)


def _is_long(batch: Batch) -> NDArray[np.bool_]:
    return np.asarray(batch.lengths >= SHORTEST, bool)


def _is_blob(batch: Batch) -> NDArray[np.bool_]:
    alone = np.diff(batch.first_line) == 1
    return np.asarray((batch.lengths >= _SHORT) & alone[batch.doc_of_line], bool)


@rule(
    "paragraphs/run-on-paragraph",
    severity="info",
    safety="unsafe",
    because="where a paragraph begins is a guess: between five and six breaks in ten are where the author had one",
    guard=_is_long,
    linewise=False,
    examples=[
        Fail(f"{_COUNCIL}⟪ ⟫{_MAYOR}⟪ ⟫{_SHOPS}", fixed=f"{_COUNCIL}\n\n{_MAYOR}\n\n{_SHOPS}"),
        Fail("⟪ ⟫".join(_FRAGEN), fixed="\n\n".join(_FRAGEN)),
        Pass("A short paragraph stays. “As it is.” Nobody breaks it."),
        Pass(f"{_COUNCIL}\n\n{_MAYOR}\n\n{_SHOPS}"),
        Pass(_QUIET),
        Pass(f"The mayor looked at the empty bridge and said: “{_INSIDE}”"),
        Pass(f"The letter can be read ({_INSIDE}) at the town hall."),
    ],
)
def run_on_paragraph(
    text: Text, lines: Sequence[int], *, shortest: int = SHORTEST, least: float = LEAST
) -> Iterator[Match]:
    """A place in a long paragraph where a new one probably began.

    Extractors that drop the elements of a page join its paragraphs into one, or a whole article into one line. A paragraph
    of at least ``shortest`` code points (300 or more) is broken at ends of sentences where a small model, trained on
    edited articles, sees a new one begin: other words and names than before, a new speaker, a quotation that opens, the
    length of what lies between two breaks. Never inside a quotation or brackets. ``least`` is the probability (0 to 1)
    from which a break is proposed: the higher, the fewer and surer.
    """
    found = proposals(text.batch, shortest, least).get(text.number)
    if found is None or not len(found.ends):
        return
    separator = page_of(text).separator or "\n\n"
    for start, end, chance in zip(*(column.tolist() for column in found), strict=True):
        yield Match(start, end, changes=(Change(start, end, separator),), score=chance)


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

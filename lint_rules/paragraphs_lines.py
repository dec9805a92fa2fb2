"""Paragraphs that line ends cut to pieces: broken to fit a width, or broken in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_rules._hyphens import joined
from lint_rules._page import page_of
from lint_rules._patterns import pattern
from lint_rules._wrapping import continues, is_wrapped, wrapped
from textlint import Fail, Match, Pass, Text, rule

_LEAST = 50  # code points of the line above a break inside a sentence
_OPEN_END = pattern(r"(?:(?<![\p{L}\p{M}])[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}'’-]*|\p{Ll}{2},)$")
_FURNITURE = pattern(r"©|\d[:.]\d\d\b|\bEDT\b|@")  # by-lines, dates of comments
_GOES_ON = pattern(r"\p{Ll}+(?:[ ,;:]|(?<=\p{Ll}{2})\.|$)")
_ODD = pattern(r"\t|\||[{}<>=\\]|\S {3,}\S|://|^\s*[-*•·#>]")
_ENDED = pattern(r"[.!?…:;,][\"”’»)\]]*$")
_LAST = '.!?…:;,"”’»)]'  # with one of these a match of _ENDED ends


@rule(
    "paragraphs/hard-wrapped",
    severity="info",
    safety="unsafe",
    because="verse, addresses and tables can look the same",
    guard=is_wrapped,
    linewise=False,
    examples=[
        Fail(
            "⟪The ferry leaves the old harbour at nine in the\nmorning and comes back at noon, unless the wind\n"
            "is strong.⟫",
            fixed="The ferry leaves the old harbour at nine in the morning and comes back at noon, unless the wind "
            "is strong.",
        ),
        Fail(
            "⟪Die Fähre verlässt den alten Hafen um neun Uhr und\nkommt gegen Mittag zurück, wenn nicht die ganze Mann-\n"
            "schaft frei hat.⟫",
            fixed="Die Fähre verlässt den alten Hafen um neun Uhr und kommt gegen Mittag zurück, wenn nicht die ganze "
            "Mannschaft frei hat.",
        ),
        Fail(
            "⟪Le bac quitte le vieux port à neuf heures du matin\net revient vers midi, sauf si le vent est si fort\n"
            "que le capitaine reste.⟫",
            fixed="Le bac quitte le vieux port à neuf heures du matin et revient vers midi, sauf si le vent est si fort "
            "que le capitaine reste.",
        ),
        Pass("The woods are lovely, dark and deep in snow,\nbut I have promises\nand many miles to go before I sleep,"),
        Pass(
            "- one ferry in the morning, from the old harbour\n- one at noon, from there, if all is well\n- one at night"
        ),
        Pass(
            "Each paragraph stands on one line of its own here.\nThe next does so too, and is not broken.\nSo do all."
        ),
        Pass("Jo Miller, second floor, the house beside the mill\nof the upper village\nnear the station"),
        Pass("name    = value of the first thing that is set\nanother = value of the second one, set here\nlast = it"),
    ],
)
def hard_wrapped(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A paragraph whose lines were all broken to fit a width.

    Mail, old web pages and PDF files break lines so; whoever counts lines or trains on them sees sentences end nowhere.
    The lines are joined, and words that a hyphen divides are put together if the document has them whole. Only lines on
    which the next word would not have fitted count as broken for their width.
    """
    page = page_of(text)
    for joints in wrapped(text, lines):
        changes = tuple(joined(page, text, above.line, below.line) for above, below in joints)
        yield Match(text.span(joints[0][0].line).start, text.span(joints[-1][1].line).end, changes=changes)


@rule(
    "paragraphs/broken-paragraph",
    severity="info",
    safety="unsafe",
    because="a heading, a caption or a line of verse can end and begin the same way",
    guard=continues,
    linewise=False,
    examples=[
        Fail(
            "The minister said on Monday that the new bridge in town⟪\n\n⟫will be open before the end of the year.",
            fixed="The minister said on Monday that the new bridge in town will be open before the end of the year.",
        ),
        Fail(
            "Der Minister sagte am Montag, dass die neue Brücke der Stadt,⟪\n\n⟫die seit Jahren gesperrt ist, bald öffnet.",
            fixed="Der Minister sagte am Montag, dass die neue Brücke der Stadt, die seit Jahren gesperrt ist, bald öffnet.",
        ),
        Fail(
            "Le ministre a dit lundi que le nouveau pont serait⟪\n⟫ouvert avant la fin de l'année, si tout va bien.",
            fixed="Le ministre a dit lundi que le nouveau pont serait ouvert avant la fin de l'année, si tout va bien.",
        ),
        Pass("Things to bring along on the long trip to the island\n\nwarm clothes\n\nwater"),
        Pass("The minister spoke on Monday.\n\nthe end"),
        Pass("Roses are red, violets are blue,\nsugar is sweet,\nand so are you."),
        Pass("Fifty years of the bridge, told and drawn by Walter Hill\n\nor how it came to be, one stone at a time."),
        Pass(
            "the use of a comma between the numbers of the volumes\n\nthe use of a point after the year of the volume."
        ),
        Pass("bridgefan on Aug 9, 2012 11:35 AM in Comments, up, reply\n\nthe mayor will never open it, will he."),
        Pass("- the first thing that we need for the trip\n- the second thing that we need for the trip."),
        Pass("for i in range of the list of all values\n    print(i, end='x') and go on."),
    ],
)
def broken_paragraph(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line end or blank line in the middle of a sentence.

    An element inside the paragraph (a picture, an advertisement, a link) cut it in two. The upper part ends with a small
    letter or a comma, the lower one goes on with a small letter and comes to an end. A list in small letters looks the
    same, so the upper part must begin with something else.
    """
    page = page_of(text)
    for j in lines:
        i = j - 1
        while i >= 0 and text.blank[i]:
            i -= 1
        if i >= 0 and _is_broken(text, i, j):
            change = joined(page, text, i, j)
            yield Match(text.span(i).end, text.span(j).start, changes=(change,))


def _is_broken(text: Text, i: int, j: int) -> bool:
    above, below = text.line(i).rstrip(), text.line(j).strip()
    if len(above) < _LEAST or " " not in below or above.lstrip()[0].islower() or below[-1] not in _LAST:
        return False
    if j == i + 1 and (_is_inner(text, i - 1) or _is_inner(text, j + 1)):
        return False
    if not _GOES_ON.match(below) or not _ENDED.search(below) or not _OPEN_END.search(above):
        return False
    return not (_FURNITURE.search(above) or _ODD.search(above) or _ODD.search(below))


def _is_inner(text: Text, i: int) -> bool:
    """Whether the line belongs to a block of three or more, whose line ends may be meant."""
    return 0 <= i < text.n_lines and not text.blank[i]

"""Spaces that stand where none belongs, and words that were run together without any mark between them.

These are matters of a language's habits and of names, so that every fix here is unsafe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from lint_rules._borders import Line, lines_of
from lint_rules._protected import is_protected
from textlint import Change, Fail, Match, Pass, Text, rule

_BEFORE_MARK = regex.compile(r"(?<=[\p{L}\p{N}%)\]\"”’»])[ \u00a0]+(?=(?:;|[,.!?][\"”’»)\]]?)(?:\s(?![.,!?])|$))")
_IN_BRACKET = regex.compile(r"\((?=[^()\n]{2,300}\))(\s*)([\p{L}\p{N}\"“‘«][^()\n]*?)(\s*)\)")
_CODE = regex.compile(r"[{}=<>|\\]|\t|\S {3,}\S")
_SMALL = "a-z\u00df-\u024f"
_SQUASHED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}@#_./-])(\p{{L}}+[{_SMALL}])([A-Z\u00c0-\u00de][{_SMALL}]+)(?![\p{{L}}\p{{N}}@_/-]|\.\p{{L}})"
)
_SPACES_FIRST = frozenset(["fr"])  # languages that write a space before these marks: ; ! ?


@rule(
    "spacing/space-before-punctuation",
    severity="info",
    safety="unsafe",
    because="tables, verse and French are set with such spaces on purpose",
    linewise=False,
    anchors=[r"[^\s] [,.;!?][\s\"”’»)]", r"[^\s] [,.;!?]$", "\u00a0[,.;!?]"],
    examples=[
        Fail("He said nothing⟪ ⟫.", fixed="He said nothing."),
        Fail(
            "On Monday⟪ ⟫, the court met⟪ ⟫; on Tuesday it rose.", fixed="On Monday, the court met; on Tuesday it rose."
        ),
        Fail("Am Montag⟪ ⟫, dem ersten Tag, regnete es.", fixed="Am Montag, dem ersten Tag, regnete es."),
        Fail("Ayer nevó en Madrid⟪ ⟫. Hoy no.", fixed="Ayer nevó en Madrid. Hoy no."),
        Pass("The .NET framework and .htaccess files cost .50 each"),
        Pass("Est-ce vrai ? Oui ! Il est parti ; elle est restée."),
        Pass("and so on . . . and on ... and on"),
        Pass("if (a ; b) { return x ; }"),
        Pass("one    ,two    .three"),
    ],
)
def space_before_punctuation(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A space before a comma, full stop or other mark.

    An element (a link, a name in bold) ended before the mark, and a scraper put a space there. French sets a space before
    ``;``, ``!`` and ``?``.
    """
    for start, line in lines_of(text, lines):
        if _CODE.search(line.value):
            continue
        for found in _BEFORE_MARK.finditer(line.value):
            mark, page = line.value[found.end()], line.page
            if mark in ",." or not (page.languages & _SPACES_FIRST or (mark == "?" and page.has_false_queries)):
                low, high = start + found.start(), start + found.end()
                yield Match(low, high, changes=(Change(low, high, ""),))


@rule(
    "spacing/space-inside-bracket",
    severity="info",
    safety="unsafe",
    because="code and formulas are set with such spaces on purpose",
    anchors=[r"\( [^()]*\)", r"\([^()]* \)"],
    examples=[
        Fail("The office (⟪ ⟫see page 3⟪ ⟫) is closed.", fixed="The office (see page 3) is closed."),
        Fail("Das Amt (⟪ ⟫siehe Seite 3) ist zu.", fixed="Das Amt (siehe Seite 3) ist zu."),
        Fail("Le bureau (voir page 3⟪ ⟫) est fermé.", fixed="Le bureau (voir page 3) est fermé."),
        Pass("if ( x > 1 ) { y = ( x ) }"),
        Pass("a smile ( : and ( ) and (see page 3)"),
        Pass("( * ) ( - ) ( )"),
        Pass("one ( two"),
        Pass("uno ) dos"),
    ],
)
def space_inside_bracket(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A space right inside brackets.

    A link or another element stood in the brackets, and a scraper set its text apart.
    """
    for start, line in lines_of(text, lines):
        if _CODE.search(line.value):
            continue
        for found in _IN_BRACKET.finditer(line.value):
            for low, high in (found.span(1), found.span(3)):
                if low < high:
                    yield Match(start + low, start + high, changes=(Change(start + low, start + high, ""),))


@rule(
    "spacing/squashed-words",
    severity="info",
    safety="unsafe",
    because="names are written so too",
    linewise=False,
    anchors=[f"[{_SMALL}][A-Z\u00c0-\u00de][{_SMALL}]"],
    examples=[
        Fail("one week of the week⟪⟫The shop is closed", fixed="one week of the week The shop is closed"),
        Fail("Am Ende der Woche⟪⟫Der Laden, diese Woche", fixed="Am Ende der Woche Der Laden, diese Woche"),
        Fail("il a fini hier⟪⟫Les autres sont partis hier", fixed="il a fini hier Les autres sont partis hier"),
        Fail("all of it was lost⟪⟫They lost it all", fixed="all of it was lost They lost it all"),
        Pass("YouTube, McDonald, LaTeX, iPhone, LinkedIn, PayPal, JavaScript and WordPress"),
        Pass("the weekThe and again weekThe are names"),
        Pass("getThe(x), node.onThe, #weekThe, @weekThe"),
        Pass("DeMille, MacArthur and O'Neill; eBay"),
        Pass("DieZeit und derFreitag"),
    ],
)
def squashed_words(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A word in small letters that runs on into one with a capital (``weekThe``).

    Two elements of the page met there without a mark between them. Both words must be the document's own or function
    words, and the two together must stand nowhere else, as a name would.
    """
    found = [(start, line, match) for start, line in lines_of(text, lines) for match in _SQUASHED.finditer(line.value)]
    counts = Counter(match[0] for _, _, match in found)
    for start, line, match in found:
        once = counts[match[0]] == 1
        if once and _are_two_words(line, match[1], match[2]) and not is_protected(line.value, match.end(1)):
            yield line.insertion(start, match.end(1), "auto")


def _are_two_words(line: Line, left: str, right: str) -> bool:
    page = line.page
    return len(right) > 2 and page.is_common(right) and (page.is_known(left) or left in page.words)

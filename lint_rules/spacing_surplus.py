"""Spaces that stand where none belongs, and words that were run together without any mark between them.

These are matters of a language's habits and of names, so that every fix here is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_rules._borders import Line, lines_of
from lint_rules._patterns import pattern
from lint_rules._squashed import borders
from textlint import Change, Fail, Match, Pass, Text, rule

_NO_STOP = r"(?!(?<=\p{N})[ \u00a0]++[.,!?]\s\p{N}|[ \u00a0]++\.\s[/~$])"  # spaced dates, and the folder of a command
_BEFORE_MARK = pattern(
    rf"(?<=[\p{{L}}\p{{M}}\p{{N}}%)\]\"”’»]){_NO_STOP}[ \u00a0]++"
    r"(?=(?:;(?![ \u00a0][()DP])|[,.!?][\"”’»)\]]?)(?:\s(?![.,!?])|$))|(?<=\p{L}{2}) ,(?=\p{L}{2})"
)
_IN_BRACKET = pattern(
    r"(?<!\p{L})\((?=[^()\n]{2,300}+\))(\s*+)([\p{L}\p{N}\"“‘«][^()\n]*[^()\s–—-]|\p{N}+)(\s*)\)"
    r"|(?<=\p{L})\((?=[^()\n]{2,300}+\))(\s*+)([\p{L}\p{N}\"“‘«][^()\s,]*(?: [^()\s,]+){2,60}+)(\s*)\)"
)
_WORDED = pattern(r"\p{L}{2}|^\p{N}+$")
_ADDRESS = pattern(r"(?:://|www\.)\S+\s+\)$")  # a space was put there for its sake
_CODE = pattern(r"[{}=<>|\\]|\t|\S {3,}\S")
_SMALL, _CAPITAL = (
    "a-z\u00df-\u024f\u03ac-\u03ce\u0430-\u045f",
    "A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f\u0100-\u017e",
)
_SPACES_FIRST = frozenset(["fr"])  # languages that write a space before these marks: ; ! ?


@rule(
    "spacing/space-before-punctuation",
    severity="info",
    safety="unsafe",
    because="tables, verse and French are set with such spaces on purpose",
    linewise=False,
    anchors=[r"[^\s] [,.;!?][\s\"”’»)]", r"[^\s] ,[^\s]", r"[^\s] [,.;!?]$", "\u00a0[,.;!?]"],
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
        Fail("a park to the north⟪ ,⟫south and east of it", fixed="a park to the north, south and east of it"),
        Pass("one    ,two    .three"),
        Pass("COPY . /srv/app and ls . ~ on 08 . 12 . 19 at 2011-06-03 ? 08:10"),
        Pass("Well done ; ) and :wq and :) and ;-) and : D"),
        Pass("« Vraiment ? » demande la dame ! Elle part ; il reste : c'est la vie."),
        Pass("这是 。 そう 、 هل هذا صحيح ؟ 1 : 2 και · ¿ Qué hora es"),
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
            low, high, moved = start + found.start(), start + found.end(), "," in found[0]
            if moved or _may_close_up(line, line.value[found.end()]):
                yield Match(low, high, changes=(Change(low, high, ", " if moved else ""),))


def _may_close_up(line: Line, mark: str) -> bool:
    if mark in ",.":
        return True
    return not (line.tongue.languages & _SPACES_FIRST or (mark == "?" and line.page.has_false_queries))


@rule(
    "spacing/space-inside-bracket",
    severity="info",
    safety="unsafe",
    because="code and formulas are set with such spaces on purpose",
    anchors=[r"\([ \u00a0][^()]*\)", r"\([^()]*[ \u00a0]\)"],
    examples=[
        Fail("The office (⟪ ⟫see page 3⟪ ⟫) is closed.", fixed="The office (see page 3) is closed."),
        Fail("Das Amt (⟪ ⟫siehe Seite 3) ist zu.", fixed="Das Amt (siehe Seite 3) ist zu."),
        Fail("Le bureau (voir page 3⟪ ⟫) est fermé.", fixed="Le bureau (voir page 3) est fermé."),
        Pass("if ( x > 1 ) { y = ( x ) }"),
        Pass("a smile ( : and ( ) and (see page 3)"),
        Pass("( * ) ( - ) ( )"),
        Pass("one ( two"),
        Pass("uno ) dos"),
        Pass("( c ) 2004, [ ] milk, [ x ] bread, ( ͡° ͜ʖ ͡°), ( ಠ _ ಠ )"),
        Pass("Fozzie was played by Frank (1976 - ) and by Erik (2002 –)"),
        Pass("See the page (http://example.org/a/b ) and print( x ), max( a, b )"),
        Pass("Le prix (12 €) et ( * )"),
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
            if not _WORDED.search(found[2] or found[5]) or _ADDRESS.search(found[0]):
                continue
            for low, high in map(found.span, (1, 3, 4, 6)):
                if low < high:
                    yield Match(start + low, start + high, changes=(Change(start + low, start + high, ""),))


@rule(
    "spacing/squashed-words",
    severity="info",
    safety="unsafe",
    because="names are written so too",
    linewise=False,
    anchors=[f"[{_SMALL}0-9][{_CAPITAL}][{_SMALL}]"],
    examples=[
        Fail("one week of the week⟪⟫The shop is closed", fixed="one week of the week The shop is closed"),
        Fail("Am Ende der Woche⟪⟫Der Laden, diese Woche", fixed="Am Ende der Woche Der Laden, diese Woche"),
        Fail("il a fini hier⟪⟫Les autres sont partis hier", fixed="il a fini hier Les autres sont partis hier"),
        Fail("all of it was lost⟪⟫They lost it all", fixed="all of it was lost They lost it all"),
        Pass("YouTube, McDonald, LaTeX, iPhone, LinkedIn, PayPal, JavaScript and WordPress"),
        Pass("the weekThe and again weekThe are names"),
        Pass("getThe(x), node.onThe, #weekThe, @weekThe"),
        Pass("DeMille, MacArthur and O'Neill; eBay"),
        Fail(
            "News of the Earhart⟪⟫Group: Amelia Earhart was in no Group at all.They came.Then all left.So did we.And you."
            "But then they did.Yes.Now all is well.",
            fixed="News of the Earhart Group: Amelia Earhart was in no Group at all.They came.Then all left.So did we.And you."
            "But then they did.Yes.Now all is well.",
        ),
        Pass("BlogHer, ShareThis and CareerOne; a Blog for Her, a Share of This, a Career for One"),
        Pass("The Power and the Point of PowerPoint; iPhone, JavaScript, Java, Script, MySpace, my Space"),
        Pass("DieZeit und derFreitag"),
    ],
)
def squashed_words(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A word in small letters that runs on into one with a capital (``weekThe``).

    Two elements of the page met there without a mark between them. Both words must be the document's own or function
    words, and the two together must stand nowhere else, as a name would.
    """
    for start, line, place in borders(list(lines_of(text, lines))):
        yield line.insertion(start, place, "auto")

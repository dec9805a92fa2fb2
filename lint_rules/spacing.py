"""Spaces and paragraph breaks lost after full stops, commas, colons and brackets.

A page keeps its words apart by its elements: ``<p>he said.</p><p>There are``. A scraper that joins the texts of elements
without a separator runs them together. Every rule here finds such a border by the character that stands there, and puts
back what was lost: a paragraph break where a sentence ended, another begins and the document is laid out in paragraphs
(with the document's own separator), else a space. Option ``restore``: ``auto``, or always ``space``, or at the end of
sentences ``newline`` or ``paragraph``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from lint_rules._borders import Line, lines_of
from lint_rules._brackets import after_brackets, before_brackets, before_dashes
from lint_rules._commas import after_colons, after_commas
from lint_rules._stops import after_stops
from textlint import Fail, Match, Pass, Text, rule

Restore = Literal["auto", "space", "newline", "paragraph"]
LETTER = "A-Za-z\u00c0-\u1fff\u2c00-\u2dff\ua640-\ud7a3"
_UPPER = "A-Z\u00a1\u00bf\u00c0-\u1fff\u2c00-\u2dff\ua640-\ud7a3"


def restored(
    text: Text, lines: Sequence[int], borders: Callable[[Line], Iterator[int]], restore: str
) -> Iterator[Match]:
    """A match that fills each border that is found on the lines."""
    for start, line in lines_of(text, lines):
        for place in sorted(set(borders(line))):
            yield line.insertion(start, place, restore)


@rule(
    "spacing/lost-after-stop",
    safety="safe",
    linewise=False,
    anchors=[f"[.!?…؟।][{_UPPER}]"],
    examples=[
        Fail("The vote was close.⟪⟫The mayor won it.", fixed="The vote was close. The mayor won it."),
        Fail(
            "The minister spoke for an hour.⟪⟫There were few questions.\nA vote on the plan is expected next week, but not "
            "before the committee has met again.\nNothing more was said.",
            fixed="The minister spoke for an hour.\nThere were few questions.\nA vote on the plan is expected next week, "
            "but not before the committee has met again.\nNothing more was said.",
        ),
        Fail(
            "It began in 2019.⟪⟫In March the work stopped.\n\nNobody knows why.",
            fixed="It began in 2019.\n\nIn March the work stopped.\n\nNobody knows why.",
        ),
        Fail("Was it worth it?⟪⟫Yes, they say!⟪⟫It was.", fixed="Was it worth it? Yes, they say! It was."),
        Fail("Er ging nach Hause.⟪⟫Über Nacht fiel Schnee.", fixed="Er ging nach Hause. Über Nacht fiel Schnee."),
        Fail("Il est parti hier.⟪⟫À midi, il dormait encore.", fixed="Il est parti hier. À midi, il dormait encore."),
        Fail("Llegaron tarde.⟪⟫¿Quién los esperaba?", fixed="Llegaron tarde. ¿Quién los esperaba?"),
        Fail("È finita ieri sera.⟪⟫Il sindaco tace.", fixed="È finita ieri sera. Il sindaco tace."),
        Fail("A obra parou.⟪⟫Não há data para voltar.", fixed="A obra parou. Não há data para voltar."),
        Fail("Hij kwam te laat.⟪⟫Het was al donker.", fixed="Hij kwam te laat. Het was al donker."),
        Fail("Tåget var försenat.⟪⟫Ingen visste varför.", fixed="Tåget var försenat. Ingen visste varför."),
        Fail("Поезд ушёл вечером.⟪⟫Никто не знал куда.", fixed="Поезд ушёл вечером. Никто не знал куда."),
        Fail("Pociąg odjechał.⟪⟫Nikt nie wiedział dokąd.", fixed="Pociąg odjechał. Nikt nie wiedział dokąd."),
        Pass("U.S. officials met J.R.R. Tolkien and J.K.Rowling at 5 p.m. in St.Louis."),
        Pass(
            "It is one call away:\n\n```go\nvalue := one.Path.Join(two.It is)\nend.The\n```\n\nNothing else is needed."
        ),
        Pass("Node.js, ASP.NET, the .NET framework, Ph.D. students and Yahoo! News"),
        Pass("See Docs.Example.Com, README.MD, System.Out.println(x), v2.Beta and 3.Kapitel."),
        Pass("Am 3.Mai zahlte die S.p.A. z.B. 3.500 Euro an Dr.Meier und die Fa.Schmidt."),
        Pass("«Wait...and see», he wrote in Dr.Dobb's Journal, no.5."),
        Pass("Die z.B. in der Müllerstr. 5 wohnenden Mieter, d.h. alle, usw."),
        Pass("г.Москва, ул. Ленина, т.е. центр; А.С.Пушкин"),
        Pass("他说.你好。ไปไหน.มา"),
        Pass("The war?Heavy on both sides?has ended, he said; it?s over, and they won?t fight."),
        Pass("Visit www.example.com/Index.Html or mail Jo.Miller@example.com about will.i.am and Will.I.Am."),
    ],
)
def lost_after_stop(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A sentence that begins right after a full stop, question mark or exclamation mark.

    The space or the paragraph break between two elements of the page was lost. Points in names, numbers, hosts, file
    names, initials and abbreviations are no such borders.
    """
    return restored(text, lines, after_stops, restore)


@rule(
    "spacing/lost-after-comma",
    safety="safe",
    linewise=False,
    anchors=[f"[,،][{LETTER}]", f"[{LETTER}],[0-9]{{1,4}} [{LETTER}]"],
    examples=[
        Fail("On Monday,⟪⟫the court adjourned.", fixed="On Monday, the court adjourned."),
        Fail("Am Montag,⟪⟫dem ersten Tag, regnete es.", fixed="Am Montag, dem ersten Tag, regnete es."),
        Fail("Ayer,⟪⟫en Madrid, nevó.", fixed="Ayer, en Madrid, nevó."),
        Fail("Hier,⟪⟫à Lyon, il a neigé.", fixed="Hier, à Lyon, il a neigé."),
        Fail("Вчера,⟪⟫в Москве, шёл снег.", fixed="Вчера, в Москве, шёл снег."),
        Pass("It cost 1,500 euros, or 3,5 Prozent, and 2,4-dinitrophenol more."),
        Pass("keywords: news,politics,sports,weather,travel,money"),
        Pass("call f(a,b) and N,N-dimethyl at point (x,y)"),
        Pass("See http://example.org/a,b,c and seg.1,2,3."),
        Pass("北京,上海,广州"),
    ],
)
def lost_after_comma(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A word right after a comma.

    An element (a link, a name in bold) began there, and its space was lost. Numbers, formulas, code and lists of keywords
    that know no space after their commas are left alone.
    """
    return restored(text, lines, after_commas, restore)


@rule(
    "spacing/lost-after-colon",
    safety="safe",
    linewise=False,
    anchors=[f'[{LETTER}0-9)\\]"”’»][:;؛·][{LETTER}]', f"[{LETTER}][ \u00a0\u202f][:;][{LETTER}]"],
    examples=[
        Fail("Disclaimer:⟪⟫The views are mine.", fixed="Disclaimer: The views are mine."),
        Fail("He came late;⟪⟫the others had left.", fixed="He came late; the others had left."),
        Fail("Er sagte:⟪⟫Die Lage ist ernst.", fixed="Er sagte: Die Lage ist ernst."),
        Fail("El ministro dijo:⟪⟫No hay dinero.", fixed="El ministro dijo: No hay dinero."),
        Fail("Il a dit:⟪⟫Les temps changent.", fixed="Il a dit: Les temps changent."),
        Pass("At 12:30 he opened C:\\Temp and http://example.org, see Mark 3:16."),
        Pass("USA:n ja EU:n johtajat, klo 12:30; S:t Eriks gatan"),
        Pass("std::vector, xs:String, Category:People, margin:auto;padding:inherit;"),
        Pass("Tom &amp;Jerry&nbsp;and friends; Schüler:innen und Leser:Innen"),
        Pass("Ratio 3:2, smile :D and :smile: and ;P"),
    ],
)
def lost_after_colon(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A word right after a colon or semicolon.

    Times, ratios, addresses, code, word endings (``EU:n``) and gender forms (``Leser:innen``) are written so; in prose
    between two words the space was lost.
    """
    return restored(text, lines, after_colons, restore)


@rule(
    "spacing/lost-after-bracket",
    safety="safe",
    linewise=False,
    anchors=[f'[)\\]][{LETTER}"“‘„«]'],
    examples=[
        Fail("WASHINGTON (AP)⟪⟫The Senate met on Monday.", fixed="WASHINGTON (AP) The Senate met on Monday."),
        Fail(
            "It was late. (See the note below.)⟪⟫He went home.",
            fixed="It was late. (See the note below.) He went home.",
        ),
        Fail(
            "Das Amt (siehe Seite 3)⟪⟫und die Stadt schweigen.",
            fixed="Das Amt (siehe Seite 3) und die Stadt schweigen.",
        ),
        Pass("The word(s) may be (re)used by anyone, s(he) says; (un)believable"),
        Pass("call f(x)dx or foo(bar)Baz, a)first, 1)Second"),
        Pass("Die (Ver)Wandlung und Künstler(innen)gruppe"),
        Pass("(non)fiction and (multi)media [sic]s"),
        Pass("A (B) c"),
    ],
)
def lost_after_bracket(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A word right after a closing bracket.

    Brackets inside words (``word(s)``, ``(re)use``) and in formulas are left alone.
    """
    return restored(text, lines, after_brackets, restore)


@rule(
    "spacing/lost-before-bracket",
    safety="safe",
    linewise=False,
    anchors=[f'[.!?…][(\\[][{_UPPER}"“‘„«]', f"[{LETTER}],[(][{LETTER}]"],
    examples=[
        Fail("They lost the case.⟪⟫(The appeal is pending.)", fixed="They lost the case. (The appeal is pending.)"),
        Fail("Sie kamen zu spät.⟪⟫(Das war üblich.)", fixed="Sie kamen zu spät. (Das war üblich.)"),
        Pass("He called obj.(Type) and see fig.[2], e.g. p.(A)"),
        Pass("It was late.[1] He left.(2)"),
        Pass("Yes (No) and done. (See below.)"),
        Pass("J.(Jim) Smith"),
        Pass("Fin. (Applaudissements.)"),
    ],
)
def lost_before_bracket(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """An opening bracket right after the end of a sentence.

    A remark of its own began there; notes in brackets that belong to the sentence (``.[1]``) are left alone.
    """
    return restored(text, lines, before_brackets, "space" if restore == "auto" else restore)


@rule(
    "spacing/lost-before-dash",
    safety="safe",
    linewise=False,
    anchors=[f'[.!?…;"”’»“«][—–](?:\\s|[{_UPPER}])', r"[,;][—–]\s"],
    examples=[
        Fail("— Tu viens demain ?⟪⟫— Non, je reste ici.", fixed="— Tu viens demain ? — Non, je reste ici."),
        Fail("—No pienso volver.⟪⟫—¿Por qué?", fixed="—No pienso volver. —¿Por qué?"),
        Fail("«Мы готовы»,⟪⟫— сказал председатель.", fixed="«Мы готовы», — сказал председатель."),
        Fail("– Jag stannar här.⟪⟫– Varför det?", fixed="– Jag stannar här. – Varför det?"),
        Pass("“To be is to do.”—Anonymous"),
        Pass("The years 1914–1918, pp. 12– 14, and the war—so they say—ended."),
        Pass("He had one wish,— he said."),
    ],
)
def lost_before_dash(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A dash right after a sentence or quotation, with a space behind it.

    In many languages a dash begins a new speaker's words, or what the speaker's are followed by; a dash with a space
    on one side only has lost the other.
    """
    return restored(text, lines, before_dashes, restore)

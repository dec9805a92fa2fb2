"""Spaces and paragraph breaks lost beside quotation marks.

Which marks open and which close is told from the paragraph and the document (see ``lint_rules/_quotes.py``); where it
cannot be told, the rules are silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_rules._closers import after_quotes, before_quotes
from lint_rules.spacing import LETTER, Restore, restored
from textlint import Fail, Match, Pass, Text, rule

_BESIDE = f'[^\\s(\\[]["“”„«»][{LETTER}0-9"“„«‘(¿¡$€£#\']'
_SINGLE = f"[.!?…,]['’‘][{LETTER}]"
_DOUBLED = f"(?:''|``)[{LETTER}]"


@rule(
    "spacing/lost-after-quote",
    safety="safe",
    linewise=False,
    anchors=[_BESIDE, _SINGLE, _DOUBLED, f"»[{LETTER}]", f"[‚‘][^‘’]{{2,60}}[‘’][{LETTER}]"],
    examples=[
        Fail(
            "“It is important to have this conversation.”⟪⟫The council agreed.",
            fixed="“It is important to have this conversation.” The council agreed.",
        ),
        Fail("“We are ready,”⟪⟫he said.", fixed="“We are ready,” he said."),
        Fail(
            '"We are ready,"⟪⟫he said, "and we wait."⟪⟫The mayor left.',
            fixed='"We are ready," he said, "and we wait." The mayor left.',
        ),
        Fail("He calls it “the plan”⟪⟫and nobody knows why.", fixed="He calls it “the plan” and nobody knows why."),
        Fail("„Wir sind bereit.“⟪⟫Der Rat stimmte zu.", fixed="„Wir sind bereit.“ Der Rat stimmte zu."),
        Fail("« Nous sommes prêts. »⟪⟫Le conseil a voté.", fixed="« Nous sommes prêts. » Le conseil a voté."),
        Fail("«Estamos listos.»⟪⟫El consejo votó.", fixed="«Estamos listos.» El consejo votó."),
        Fail("„Jesteśmy gotowi.”⟪⟫Rada się zgodziła.", fixed="„Jesteśmy gotowi.” Rada się zgodziła."),
        Fail(
            "”Vi är klara.”⟪⟫Rådet röstade, och ”nej” hördes inte.",
            fixed="”Vi är klara.” Rådet röstade, och ”nej” hördes inte.",
        ),
        Fail("«Мы готовы.»⟪⟫Совет согласился.", fixed="«Мы готовы.» Совет согласился."),
        Fail("He called it ‘the plan’⟪⟫and left.", fixed="He called it ‘the plan’ and left."),
        Pass('The 6"x4" board, 5\'10"tall; "A"s and "blog"ging, “DJ”ing'),
        Pass('He said "yes" and "no". <a href="x"class="y"> ארה"ב'),
        Pass("Er sagte: „Ja“, sie sagte: „Nein“. »Gut«, sagten beide."),
        Pass("It’s the Lions’ year; rock ’n’ roll, o’clock, l’“Équipe”, d’«Elle»"),
        Pass('"Ankara"da ve “Zaman”ın yazarı için bir gün daha gibi olan çok değil'),
        Pass("„Zeit“-Autor, “e”-mail, “Foo”Bar"),
        Fail("»Det er slut,«⟪⟫sagde hun.", fixed="»Det er slut,« sagde hun."),
        Fail("« On rentre. »⟪⟫Personne n’a parlé.", fixed="« On rentre. » Personne n’a parlé."),
        Pass('one " two"three'),
    ],
)
def lost_after_quote(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """A word right after a closing quotation mark.

    The quotation ended an element of the page, and the space or paragraph break behind it was lost. Endings that are
    written right after a quotation (``“blog”ging``) and inches are left alone.
    """
    return restored(text, lines, after_quotes, restore)


@rule(
    "spacing/lost-before-quote",
    safety="safe",
    linewise=False,
    anchors=[_BESIDE, _SINGLE, f"[^\\s]{_DOUBLED}", f"[{LETTER}.,!?…:;]«"],
    examples=[
        Fail("The meeting ended.⟪⟫“It was useful,” she said.", fixed="The meeting ended. “It was useful,” she said."),
        Fail('The meeting ended.⟪⟫"It was useful," she said.', fixed='The meeting ended. "It was useful," she said.'),
        Fail("She said,⟪⟫“We are done.”", fixed="She said, “We are done.”"),
        Fail(
            "Die Sitzung endete.⟪⟫„Sie war nützlich“, sagte sie.",
            fixed="Die Sitzung endete. „Sie war nützlich“, sagte sie.",
        ),
        Fail(
            "La séance est levée.⟪⟫« Elle fut utile », dit-elle.",
            fixed="La séance est levée. « Elle fut utile », dit-elle.",
        ),
        Fail("La sesión terminó.⟪⟫«Fue útil», dijo.", fixed="La sesión terminó. «Fue útil», dijo."),
        Fail(
            "Mødet sluttede.⟪⟫»Det var nyttigt,« sagde hun, og »ja« lød det.",
            fixed="Mødet sluttede. »Det var nyttigt,« sagde hun, og »ja« lød det.",
        ),
        Pass('He said "yes," she said "no," and 5\'10" tall men nodded.'),
        Pass("L’“affaire”, dell’«Unità», anti-“woke”, (“so”), —“no”—"),
        Pass('key="value" f("x") ["a","b"] {"k":"v"}'),
        Pass('צה"ל ארה"ב'),
        Pass("Das „Projekt“ heißt »Neu«, sagt er."),
        Pass('un"believable'),
    ],
)
def lost_before_quote(text: Text, lines: Sequence[int], *, restore: Restore = "auto") -> Iterator[Match]:
    """An opening quotation mark right after a word or the end of a sentence.

    A paragraph of speech began there, or an element inside the sentence, and the space before it was lost.
    """
    return restored(text, lines, before_quotes, restore)

"""How well lines that were broken to a width come back: made-up articles are wrapped and joined again, and counted."""

from __future__ import annotations

import textwrap

import pytest

from textlint import Linter

WRAPPED = Linter(select=["paragraphs/hard-wrapped"], unsafe_fixes=True)
WIDTHS = range(45, 131, 5)
LEAST = 0.97  # share of the paragraphs that must come back exactly
HARBOUR = (
    "The ferry leaves the old harbour at nine in the morning and comes back at noon, unless the wind is strong. "
    "Its captain, who has lived on the island for thirty years, says that it was late only twice.",
    "“We cannot wait for a bridge that nobody wants to pay for,” the mayor told the council on Monday. “Let the people "
    "of the island decide.” The council did not; it asked for a survey, the third one in ten years.",
    "Sixty families live on the island. Most of them work in the harbour, at the mill or on the boats, and their children "
    "go to the small school behind the church.",
    "A well-known engineer from the city has drawn a bridge with four piers: one on each bank, and two in the river. "
    "It would be open to bicycles and buses only - cars would have to stay outside - and cost 12.5 million.",
    "Nobody knows who will pay for it.",
    "In 1998 the island had a bridge for a day, when the river froze over. Those who walked across it still talk about "
    "the sound of the ice, the smoke from the chimneys (it was very cold) and the silence on the way back.",
)
INSEL = (
    "Die Fähre verlässt den alten Hafen um neun Uhr und kommt gegen Mittag zurück, wenn der Wind nicht zu stark ist. "
    "Der Kapitän, der seit dreißig Jahren auf der Insel lebt, sagt, dass sie nur zweimal zu spät kam.",
    "„Wir können nicht auf eine Brücke warten, die niemand bezahlen will“, sagte die Bürgermeisterin am Montag im Rat. "
    "Der Rat wog drei Stunden lang die Vorteile und die Nachteile ab und kam zu keinem Ergebnis.",
    "Auf der Insel wohnen sechzig Familien, die meisten arbeiten im Hafen oder in der Mühle.",
)
BAC = (
    "Le bac quitte le vieux port à neuf heures du matin et revient vers midi, sauf si le vent est trop fort. "
    "Le capitaine habite sur l'île depuis trente ans, et il n'a été en retard que deux fois.",
    "« Nous ne pouvons pas attendre un pont que personne ne veut payer », a dit le maire lundi devant le conseil. "
    "Le conseil a demandé une étude, la troisième en dix ans, et il est parti déjeuner.",
)
PAROM = (
    "Паром уходит из старого порта в девять часов утра и возвращается около полудня, если ветер не слишком сильный. "
    "Капитан живёт на острове тридцать лет и говорит, что опоздал только два раза.",
    "На острове живут шестьдесят семей, и почти все работают в порту, на мельнице или на лодках, а дети ходят в школу.",
)
ARTICLES = (HARBOUR, INSEL, BAC, PAROM)
CASES = [(HARBOUR, width) for width in WIDTHS] + [
    (article, width) for article in ARTICLES for width in range(45, 79, 3)
]
"""Only a longer article shows a wide line often enough."""


def wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False, break_long_words=False)


def divided(paragraph: str, width: int) -> str:
    """The paragraph wrapped, every long word that does not fit divided after its fifth letter."""
    lines, line = [], ""
    for word in paragraph.split():
        room = width - len(line) - 1
        if len(word) > room and len(word) > 8 and word.isalpha() and room > 6:
            lines.append(f"{line} {word[:5]}-")
            line = word[5:]
        elif line and len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n \n"])
def test_paragraphs_come_back(between: str) -> None:
    right = total = 0
    end = "\r\n" if "\r" in between else "\n"
    for article, width in CASES:
        text = between.join(wrapped(paragraph, width).replace("\n", end) for paragraph in article)
        found = WRAPPED.fix(text).text.split(between)
        total += len(article)
        right += sum(a == b for a, b in zip(found, article, strict=True))
    assert right >= LEAST * total, f"{right} of {total}"


def test_divided_words_come_back() -> None:
    right = total = 0
    for article, width in CASES:
        text = "\n\n".join(divided(paragraph, width) for paragraph in article)
        found = WRAPPED.fix(text).text.split("\n\n")
        total += len(article)
        right += sum(a == b for a, b in zip(found, article, strict=True))
    assert right >= 0.9 * total, f"{right} of {total}"


@pytest.mark.parametrize("width", WIDTHS)
def test_joining_changes_white_space_and_hyphens_only(width: int) -> None:
    for article in ARTICLES:
        text = "\n\n".join(divided(paragraph, width) for paragraph in article)
        result = WRAPPED.fix(text)
        assert "".join(result.text.split()).replace("-", "") == "".join(text.split()).replace("-", "")
        assert not WRAPPED.fix(result.text).edits


def test_quoted_mail_loses_only_the_marks_between_its_lines() -> None:
    text = "\n".join(f"> {line}" for line in wrapped(HARBOUR[0], 64).splitlines())
    assert WRAPPED.fix(text).text == f"> {HARBOUR[0]}"


@pytest.mark.parametrize("width", [50, 64, 76, 100])
def test_first_lines_may_be_indented(width: int) -> None:
    text = "\n".join("    " + wrapped("xxxx" + paragraph, width)[4:] for paragraph in HARBOUR[:4])
    lines = WRAPPED.fix(text).text.splitlines()
    assert [line.strip() for line in lines] == list(HARBOUR[:4])


def test_each_sentence_on_a_line_of_its_own_stays() -> None:
    text = "\n".join(sentence for paragraph in HARBOUR for sentence in paragraph.replace(". ", ".\n").splitlines())
    assert WRAPPED.fix(text).text == text


VERSE = (
    "Below the hill the river runs to sea,\nand all the boats are lying in the bay,\nwhere nobody has ever asked for me,\n"
    "and nobody will ask for me to stay.",
    "i went along the river with nobody at all\nand what the river told me\nwas nothing much\nat all and all at all",
    "- one ferry in the morning, from the old harbour by\n- one at noon, from there, if all is well and the wind\n- one",
    "name,   value,   and what the value is about, so far\nport,   nine,    and what the nine is about, in the end\nx, y, z",
)


@pytest.mark.parametrize("text", VERSE)
def test_what_is_laid_out_stays(text: str) -> None:
    assert WRAPPED.fix(text).text == text

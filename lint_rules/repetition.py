"""Pack ``repetition``: what stands in a text twice because the page printed it twice.

What may be meant is left alone: short lines, refrains, dialogue, tables, list markers. Only what stands
three times in a row is deleted by a safe fix: a quotation stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import regex

from lint_rules._copies import BLOCK, SENTENCE, WEIGHT, copied_blocks, copied_sentences, is_long_copy, long_copies
from lint_rules._patterns import pattern
from textlint import Change, Fail, Match, Pass, Safety, Text, rule

RANK = 60
PROSE = 100  # code points from which a line that stands three times in a row is surely no device of style
FEW_WORDS = 3.5  # words a line that a repeated block has on average at the most

_BECAUSE = "it may be a quotation in a thread, or repeated on purpose as in a form, a table or a speech"

_CAPTAIN = "The captain will tell anyone who asks that his father built the boat, and that it was sold last year."
_FERRY = "The ferry leaves the old harbour at seven and is back before noon."


@rule(
    "repetition/repeated-line",
    safety="safe",
    rank=RANK,
    guard=is_long_copy,
    linewise=False,
    examples=[
        Fail(f"{_CAPTAIN}\n⟪{_CAPTAIN}⟫\nNobody knows who paid.", fixed=f"{_CAPTAIN}\nNobody knows who paid."),
        Fail(f"{_CAPTAIN}\n⟪{_CAPTAIN}⟫\n⟪{_CAPTAIN}⟫", fixed=_CAPTAIN),
        Fail(f"{_FERRY}\nBread is served.\n⟪{_FERRY}⟫", fixed=f"{_FERRY}\nBread is served."),
        Pass("Row, row, row your boat\nRow, row, row your boat\nGently down the stream"),
        Pass(f"{_FERRY}\n{_FERRY[:-1]}, they say."),
        Pass("| 1911 | built | by his father | sold to the town | 12 | 7 | 4 | 9 |\n" * 2),
    ],
)
def repeated_line(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A long line that has stood above already.

    Teasers, captions, pull quotes and whole paragraphs are printed twice on many pages. The copy goes. The fix is safe
    for a sentence of a hundred characters or more that stands three times in a row. What stands twice may be a
    quotation and its source, as in a forum.
    """
    copied = text.own(long_copies(text.batch))[lines] - text.batch.first_line[text.number]
    firsts: dict[str, int] = {}
    for i, above in zip(lines, copied.tolist(), strict=True):
        start, end = text.span(i)
        line = text.value[start:end]
        if line != text.line(above):  # another line with the same fingerprint
            firsts = firsts or _firsts(text)
            if firsts[line] == i:
                continue
        if not _is_table(line):
            change = Change(start, end, "")
            if end - start >= PROSE and bool(text.prose[i]) and _thrice(text, i):
                yield Match(start, end, changes=(change,))
            else:
                yield Match(start, end, changes=(change,), safety=Safety.UNSAFE, because=_BECAUSE)


def _firsts(text: Text) -> dict[str, int]:
    """Where each line of a text stands first."""
    return {text.line(i): i for i in reversed(range(text.n_lines))}


def _thrice(text: Text, i: int) -> bool:
    """Whether line ``i`` stands below its own copy, in a row of three at the least."""
    alike = [0 <= j < text.n_lines and text.line(j) == text.line(i) for j in (i - 2, i - 1, i + 1)]
    return alike[1] and (alike[0] or alike[2])


def _is_table(line: str) -> bool:
    return "|" in line or "\t" in line or sum(map(str.isalpha, line)) * 2 < len(line)


_REFRAIN = "Oh, carry me home again,\nover the sea and the foam again,\nover the hills I roam again,\nover."
_MENU = "Home\nNews\nAbout the harbour\nTimetables and fares\nContact us by letter"


@rule(
    "repetition/repeated-block",
    safety="unsafe",
    because="the lines may belong to a refrain, a form or a table",
    rank=RANK,
    guard=copied_blocks,
    linewise=False,
    examples=[
        Fail(f"{_MENU}\n\n{_FERRY}\n\n⟪{_MENU}⟫", fixed=f"{_MENU}\n\n{_FERRY}"),
        Fail(f"{_MENU}\n\n⟪{_MENU}⟫\n\n{_FERRY}", fixed=f"{_MENU}\n\n{_FERRY}"),
        Pass("Reply\n" * 30),
        Pass(f"{_MENU}\n\n{_FERRY}\n\nNews\nHome\nContact us by letter"),
        Pass(f"{_REFRAIN}\n\nThe first verse.\n\n{_REFRAIN}"),
    ],
)
def repeated_block(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A run of short lines that has stood above already: a menu that was printed twice.

    Pages carry their menus once for wide and once for narrow screens, or above and below the article. At least four
    different lines of few words have to follow one another as they did before.
    """
    last: dict[str, int] = {}
    run: list[int] = []
    follows = -2
    for number, i in enumerate([*np.flatnonzero(~text.blank).tolist(), -1]):
        line = text.line(i) if i >= 0 else ""
        above = last.get(line, -2) if i >= 0 else -2
        if above < 0 or above != follows + 1 or number - len(run) <= above:
            yield from _block(text, run)
            run = []
        if above >= 0:
            run.append(i)
        follows = above if above >= 0 else -2
        if i >= 0:
            last[line] = number


def _block(text: Text, run: Sequence[int]) -> Iterator[Match]:
    if len(run) < BLOCK:
        return
    block = [text.line(i) for i in run]
    sizes = [len(line.split()) for line in block]
    if len(set(block)) < BLOCK or sum(map(len, block)) < WEIGHT or sum(sizes) > FEW_WORDS * len(block):
        return
    if any(_CODE.search(line) for line in block):
        return
    spans = [text.span(i) for i in run]
    yield Match(spans[0].start, spans[-1].end, changes=tuple(Change(start, end, "") for start, end in spans))


_CODE = pattern(r"[{}=;|\t]|\w\(|^\s*(?:import|from|def|class|return|if|for|@)\b")
_SENTENCE = pattern(r"[^.!?]++(?:[.!?]++(?! |$)[^.!?]*+)*+[.!?]++(?= |$)")


@rule(
    "repetition/repeated-sentence",
    severity="info",
    safety="unsafe",
    because="a speaker may have said it twice",
    rank=RANK,
    guard=copied_sentences,
    examples=[
        Fail(f"It is late. {_FERRY} ⟪{_FERRY}⟫ So hurry.", fixed=f"It is late. {_FERRY} So hurry."),
        Fail(f"{_FERRY} ⟪{_FERRY}⟫", fixed=_FERRY),
        Pass("No. No. No. Never. Never. I have a dream. I have a dream."),
        Pass(f"{_FERRY} It is late. {_FERRY}"),
    ],
)
def repeated_sentence(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A long sentence that follows its own copy.

    It happens when a teaser is joined to the text that it was taken from, and when a paragraph is edited in haste.
    """
    for i in lines:
        start, end = text.span(i)
        before = ""
        for found in _SENTENCE.finditer(text.value, start, end):
            sentence = found[0].strip()
            if sentence == before and len(sentence) >= SENTENCE:
                low = found.start() + len(found[0]) - len(found[0].lstrip())
                yield Match(low, found.end(), changes=(Change(found.start(), found.end(), ""),))
            before = sentence


_TWICE = "the of and from with are und et och og de las los los les ett een het van"
_WORD_TWICE = pattern(rf"(?<![\w'’\-])({'|'.join(_TWICE.split())})((?: \1(?![\w'’\-]))++)", regex.I)


@rule(
    "repetition/repeated-word",
    severity="info",
    safety="unsafe",
    because="a name or a language may want the word twice",
    rank=RANK,
    anchors=[f"(?i)[^a-z]{word} {word}[^a-z]" for word in dict.fromkeys(_TWICE.split())],
    examples=[
        Fail("It was the end of ⟪the the⟫ year.", fixed="It was the end of the year."),
        Fail("Der Rat ⟪und und⟫ die Stadt.", fixed="Der Rat und die Stadt."),
        Pass("He had had it, and that that is so is clear."),
        Pass("The band is The The, the theatre is old."),
    ],
)
def repeated_word(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A function word that stands twice in a row (``the the``).

    Only words that no grammar of their language doubles are looked for.
    """
    for i in lines:
        start, end = text.span(i)
        for found in _WORD_TWICE.finditer(text.value, start, end):
            if found[2].strip().islower():
                yield Match(*found.span(), changes=(Change(found.end(1), found.end(), ""),))

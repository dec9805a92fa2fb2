"""Pack ``repetition``: what stands in a text twice because the page printed it twice.

What may be meant is left alone: short lines, refrains, dialogue, tables, list markers. Only what stands
three times in a row is deleted by a safe fix: a quotation stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from lint_rules._patterns import pattern
from textlint import Batch, Change, Fail, Match, Pass, Safety, Text, rule

RANK = 60
PROSE = 100  # code points from which a line that stands three times in a row is surely no device of style
LONG = 60  # code points from which a line is too long to be a refrain, a name or a table's row
BLOCK = 4  # lines of a repeated block at the least
WEIGHT = 60  # code points that a repeated block has at the least
FEW_WORDS = 3.5  # words a line that a repeated block has on average at the most
SENTENCE = 40  # code points of a repeated sentence at the least

_BECAUSE = "it may be a quotation in a thread, or repeated on purpose as in a form, a table or a speech"

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

_CAPTAIN = "The captain will tell anyone who asks that his father built the boat, and that it was sold last year."
_FERRY = "The ferry leaves the old harbour at seven and is back before noon."


def _earlier(batch: Batch, wanted: Bools) -> tuple[Ints, Ints]:
    """The ``wanted`` lines, and for each the place in that list of the same line's last copy above it, or -1."""
    lines = np.flatnonzero(wanted)
    keys, documents = batch.fingerprints[lines], batch.doc_of_line[lines]
    order = np.lexsort((keys, documents))  # stable: equal lines stay in their order
    same = (keys[order][1:] == keys[order][:-1]) & (documents[order][1:] == documents[order][:-1])
    above = np.full(len(lines), -1, np.int64)
    above[order[1:][same]] = order[:-1][same]
    return lines, above


def _long_copies(batch: Batch) -> Bools:
    """Long lines that have stood in their document before."""
    lines, above = _earlier(batch, batch.lengths >= LONG)
    marked = np.zeros(len(batch.lengths), bool)
    marked[lines[above >= 0]] = True
    return marked


@rule(
    "repetition/repeated-line",
    safety="safe",
    rank=RANK,
    guard=_long_copies,
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
    wanted, seen = set(lines), set()
    for i in np.flatnonzero(text.lengths >= LONG).tolist():
        start, end = text.span(i)
        line = text.value[start:end]
        if i in wanted and line in seen and not _is_table(line):
            change = Change(start, end, "")
            if end - start >= PROSE and bool(text.prose[i]) and _thrice(text, i):
                yield Match(start, end, changes=(change,))
            else:
                yield Match(start, end, changes=(change,), safety=Safety.UNSAFE, because=_BECAUSE)
        seen.add(line)


def _thrice(text: Text, i: int) -> bool:
    """Whether line ``i`` stands below its own copy, in a row of three at the least."""
    alike = [0 <= j < text.n_lines and text.line(j) == text.line(i) for j in (i - 2, i - 1, i + 1)]
    return alike[1] and (alike[0] or alike[2])


def _is_table(line: str) -> bool:
    return "|" in line or "\t" in line or sum(map(str.isalpha, line)) * 2 < len(line)


def _copied_blocks(batch: Batch) -> Bools:
    """Lines of runs, blank ones aside, that follow one another as they did further up in the same document."""
    lines, above = _earlier(batch, ~batch.blank)
    follows = np.zeros(len(lines) + 1, bool)
    follows[1:-1] = (above[1:] >= 0) & (above[1:] == above[:-1] + 1) & (above[:-1] >= 0)
    inside = follows[:-1] | follows[1:]
    starts = np.flatnonzero(inside & ~follows[:-1])
    ends = np.flatnonzero(inside & ~follows[1:]) + 1
    marked = np.zeros(len(batch.lengths), bool)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        size = int(batch.lengths[lines[start:end]].sum())
        if end - start >= BLOCK and size >= WEIGHT:
            marked[lines[start:end]] = True
    return marked


_REFRAIN = "Oh, carry me home again,\nover the sea and the foam again,\nover the hills I roam again,\nover."
_MENU = "Home\nNews\nAbout the harbour\nTimetables and fares\nContact us by letter"


@rule(
    "repetition/repeated-block",
    safety="unsafe",
    because="the lines may belong to a refrain, a form or a table",
    rank=RANK,
    guard=_copied_blocks,
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


def _copied_sentences(batch: Batch) -> Bools:
    """Lines in which a long sentence seems to follow its own copy: as long, and with the same first eight bytes."""
    data = batch.data
    stop = (data == 46) | (data == 33) | (data == 63)
    ends = np.flatnonzero(stop[:-1] & ((data[1:] == 32) | (data[1:] == 10) | (data[1:] == 13)))
    marked = np.zeros(len(batch.lengths), bool)
    if not len(ends):
        return marked
    lines = batch.line_of(ends)
    starts = np.maximum(np.append(0, ends[:-1] + 2), batch.starts[lines])
    sizes = ends - starts
    alike = (sizes[1:] == sizes[:-1]) & (sizes[1:] >= SENTENCE) & (lines[1:] == lines[:-1])
    for byte in range(8):
        start = np.minimum(starts + byte, len(data) - 1)
        alike &= data[start[1:]] == data[start[:-1]]
    marked[lines[1:][alike]] = True
    return marked


@rule(
    "repetition/repeated-sentence",
    severity="info",
    safety="unsafe",
    because="a speaker may have said it twice",
    rank=RANK,
    guard=_copied_sentences,
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

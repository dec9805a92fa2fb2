"""Lines, zones and columns against a slow reference, whatever the text holds and whatever stands beside it."""

from __future__ import annotations

import re
from itertools import groupby

import numpy as np
import pytest
from core_tools import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.batch import DENSE_LONG, LONG, WORDS, WRAPPED, Batch
from textlint.finding import Span
from textlint.text import Text
from textlint.zones import SHORT

ENDINGS = ".!?:\"')…”’»“。！？」』؟۔।”"


class Reference:
    """A text's lines and what is said of them, one after the other."""

    def __init__(self, value: str) -> None:
        ends = [m.span() for m in re.finditer("\r\n|\n|\r", value)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(value)]
        self.spans = list(map(Span, starts, stops))
        self.lines = [value[a:b] for a, b in self.spans]
        self.blank = [all(c <= " " for c in line) for line in self.lines]
        self.ended = [line.rstrip("".join(map(chr, range(33))))[-1:] in tuple(ENDINGS) for line in self.lines]
        self.prose = [self._prose(i) for i in range(len(self.lines))]
        prose = [i for i, p in enumerate(self.prose) if p]
        self.head, self.tail = (prose[0], prose[-1] + 1) if prose else (len(self.lines), 0)

    def _dense(self, i: int) -> bool:
        line = self.lines[i]
        return len(line.encode(errors="surrogatepass")) > 2.5 * len(line)

    def _wrapped(self, i: int) -> bool:
        if not 0 <= i < len(self.lines):
            return False
        return len(self.lines[i]) >= WRAPPED and (self.lines[i].count(" ") >= WORDS or self._dense(i))

    def _prose(self, i: int) -> bool:
        line, dense = self.lines[i], self._dense(i)
        long = len(line) >= (DENSE_LONG if dense else LONG) and self.ended[i]
        if long and (line.count(" ") >= WORDS or dense):
            return True
        return self._wrapped(i) and (self._wrapped(i - 1) or self._wrapped(i + 1))

    def in_run(self, i: int) -> bool:
        full = [k for k, blank in enumerate(self.blank) if not blank]
        short = {k for k in full if not self.prose[k] and len(self.lines[k]) <= SHORT}
        if i not in short:
            return False
        at = full.index(i)
        return bool({*full[max(at - 1, 0) : at], *full[at + 1 : at + 2]} & short)

    @property
    def paragraphs(self) -> list[Span]:
        blocks = [list(g) for blank, g in groupby(range(len(self.lines)), self.blank.__getitem__) if not blank]
        return [Span(self.spans[b[0]].start, self.spans[b[-1]].end) for b in blocks]


def assert_same(text: Text, value: str) -> None:
    wanted = Reference(value)
    lines = range(text.n_lines)
    assert text.value == value
    assert text.spans == wanted.spans == [text.span(i) for i in lines]
    assert [text.line(i) for i in lines] == wanted.lines
    assert text.lengths.tolist() == list(map(len, wanted.lines))
    assert text.blank.tolist() == wanted.blank
    assert text.prose.tolist() == wanted.prose
    assert (text.head, text.tail) == (wanted.head, wanted.tail)
    assert [text.in_run(i) for i in lines] == [wanted.in_run(i) for i in lines]
    assert text.paragraphs == wanted.paragraphs


@given(st.lists(texts, min_size=1, max_size=5))
@settings(max_examples=300)
def test_a_batch_against_the_reference(values: list[str]) -> None:
    batch = Batch(values)
    for number, value in enumerate(values):
        assert_same(Text(batch, number), value)
    assert batch.ended.tolist() == [ended for value in values for ended in Reference(value).ended]
    assert batch.spaces.tolist() == [line.count(" ") for value in values for line in Reference(value).lines]
    assert batch.doc_of_line.tolist() == [n for n, value in enumerate(values) for _ in Reference(value).lines]


@given(st.lists(texts, min_size=2, max_size=5))
def test_columns_depend_on_no_neighbour(values: list[str]) -> None:
    together = Batch(values)
    for name in ("lengths", "spaces", "blank", "ended", "prose", "fingerprints"):
        alone = np.concatenate([getattr(Batch([value]), name) for value in values])
        assert getattr(together, name).tolist() == alone.tolist(), name


def test_long_lines_of_two_documents_are_no_paragraph() -> None:
    line = "one line of wrapped text, with words enough for a paragraph of it"
    assert Batch([line, line]).prose.tolist() == [False, False]
    assert Batch([f"{line}\n{line}"]).prose.tolist() == [True, True]


@given(texts, texts)
def test_equal_lines_have_equal_fingerprints(one: str, other: str) -> None:
    batch = Batch([one, other])
    lines = [line for value in (one, other) for line in Reference(value).lines]
    known: dict[str, int] = {}
    for line, print_ in zip(
        (re.sub("[\ud800-\udfff]", "\ufffd", x) for x in lines), batch.fingerprints.tolist(), strict=True
    ):
        assert known.setdefault(line, print_) == print_


def test_lines_that_differ_have_different_fingerprints() -> None:
    lines = [f"{a}{b}" for a in ("", "x", "long line number ") for b in range(3000)]
    assert len(set(Batch(["\n".join(lines)]).fingerprints.tolist())) == len(lines)


@given(texts)
def test_every_place_has_its_line(value: str) -> None:
    text = Text.of(value)
    for place in range(len(value) + 1):
        line = text.line_at(place)
        start = text.span(line).start
        end = text.span(line + 1).start if line + 1 < text.n_lines else len(value) + 1
        assert start <= place < end


@given(st.lists(texts, min_size=1, max_size=4))
def test_every_byte_has_its_line(values: list[str]) -> None:
    batch = Batch(values)
    lines = batch.line_of(np.arange(len(batch.buffer)))
    assert lines[0] == 0
    assert all(batch.starts[line] <= byte for byte, line in enumerate(lines.tolist()) if byte)
    assert lines.tolist() == sorted(lines.tolist())
    assert batch.buffer.decode()  # whatever the texts hold


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("", [""]),
        ("\n", ["", ""]),
        ("\r", ["", ""]),
        ("\r\n", ["", ""]),
        ("\n\r", ["", "", ""]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("a\u2028b\x85c\x0bd", ["a\u2028b\x85c\x0bd"]),
        ("\ud800\n\udc00", ["\ud800", "\udc00"]),
        ("\0\n\0", ["\0", "\0"]),
    ],
)
def test_line_ends(value: str, lines: list[str]) -> None:
    text = Text.of(value)
    assert [text.line(i) for i in range(text.n_lines)] == lines


def test_a_batch_of_nothing() -> None:
    assert Batch([]).doc_of_line.tolist() == []


@pytest.mark.parametrize("ending", [" " * 5_000_000, "\t \t" * 40, " " * 32, " " * 33, ""])
def test_white_space_at_the_end_of_a_line(ending: str) -> None:
    batch = Batch([f"He left.{ending}\n{ending}\nx"])
    assert batch.blank.tolist() == [False, True, False]
    assert batch.ended.tolist() == [True, False, False]


def test_a_million_line_feeds() -> None:
    text = Text.of("\n" * 1_000_000)
    assert text.n_lines == 1_000_001
    assert text.blank.all()
    assert text.paragraphs == []
    assert not text.in_run(500_000)

"""One document as rules see it: its lines, paragraphs and zones, all in code points."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints
from textlint.finding import Span
from textlint.zones import in_run

T = TypeVar("T", bound=np.generic)


class Text:
    """A document of a batch. Nothing is computed before it is asked for, and nothing twice.

    ``language`` is the tag that a record's field gave (``de``, ``pt-BR``); empty where none did. ``first_line`` is the
    number of its first line in the batch.

    >>> text = Text.of("A title\\n\\nComments are closed.")
    >>> text.n_lines, text.line(2), text.span(2)
    (3, 'Comments are closed.', Span(start=9, end=29))
    """

    def __init__(self, batch: Batch, number: int) -> None:
        self.value: str = batch.texts[number]
        self.language: str = batch.languages[number]
        self.batch = batch
        self.number = number
        self.first_line = int(batch.first_line[number])
        self.n_lines: int = int(batch.first_line[number + 1]) - self.first_line
        self._starts, self._ends = batch.line_bounds

    @classmethod
    def of(cls, value: str, language: str = "") -> Text:
        """A text on its own."""
        return cls(Batch([value], [language]), 0)

    def own(self, column: NDArray[T]) -> NDArray[T]:
        """What a column of the batch holds for the lines of this text."""
        return column[self.first_line : self.first_line + self.n_lines]

    @cached_property
    def spans(self) -> list[Span]:
        """Where each line's content stands (without its line end), in code points. For a few lines ask ``span``."""
        own = slice(self.first_line, self.first_line + self.n_lines)
        return list(map(Span, self._starts[own], self._ends[own]))

    def span(self, i: int) -> Span:
        """Where the content of line ``i`` stands."""
        return Span(self._starts[self.first_line + i], self._ends[self.first_line + i])

    def start(self, i: int) -> int:
        """Where the content of line ``i`` starts."""
        return self._starts[self.first_line + i]

    def end(self, i: int) -> int:
        """Where the content of line ``i`` ends."""
        return self._ends[self.first_line + i]

    def line(self, i: int) -> str:
        """The content of line ``i``, without its line end."""
        return self.value[self._starts[self.first_line + i] : self._ends[self.first_line + i]]

    def line_at(self, place: int) -> int:
        """The line that holds the code point ``place``; a line end belongs to the line that it ends."""
        return bisect_right(self._starts, place, self.first_line, self.first_line + self.n_lines) - 1 - self.first_line

    @cached_property
    def lengths(self) -> Ints:
        """Code points of each line."""
        return self.own(self.batch.lengths)

    @cached_property
    def blank(self) -> Bools:
        """Lines that hold nothing but white space."""
        return self.own(self.batch.blank)

    @cached_property
    def blanks(self) -> bytes:
        """The same as one byte a line, 1 for a blank one: quicker for looking at a few lines."""
        return self.blank.tobytes()

    @cached_property
    def prose(self) -> Bools:
        """Lines of running text (see :attr:`Batch.prose`)."""
        return self.own(self.batch.prose)

    @property
    def head(self) -> int:
        """Lines below this number stand before the first line of prose; all do where there is none."""
        return int(self.batch.prose_bounds[0][self.number]) - self.first_line

    @property
    def tail(self) -> int:
        """Lines from this number on stand after the last line of prose; all do where there is none."""
        return int(self.batch.prose_bounds[1][self.number]) - self.first_line

    def in_run(self, i: int) -> bool:
        """Whether line ``i`` is a short line whose nearest neighbour, blank lines aside, is short too."""
        return bool(self.batch.mark(in_run)[self.first_line + i])

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Blocks of lines between blank ones."""
        edges = np.diff(np.concatenate([[0], (~self.blank).astype(np.int8), [0]]))
        firsts, lasts = np.flatnonzero(edges == 1).tolist(), (np.flatnonzero(edges == -1) - 1).tolist()
        return [Span(self.span(a).start, self.span(b).end) for a, b in zip(firsts, lasts, strict=True)]

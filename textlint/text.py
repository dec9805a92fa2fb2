"""One document as rules see it: its lines, paragraphs and zones, all in code points."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import numpy as np

from textlint.batch import Batch, Bools, Ints
from textlint.finding import Span

SHORT = 80  # code points up to which a line counts as short


class Text:
    """A document of a batch. Nothing is computed before it is asked for, and nothing twice.

    ``language`` is the tag that a record's field gave (``de``, ``pt-BR``); empty where none did.

    >>> text = Text.of("A title\\n\\nComments are closed.")
    >>> text.n_lines, text.line(2), text.span(2)
    (3, 'Comments are closed.', Span(start=9, end=29))
    """

    def __init__(self, batch: Batch, number: int) -> None:
        self.value: str = batch.texts[number]
        self.language: str = batch.languages[number]
        self.batch = batch
        self.number = number
        self._first = int(batch.first_line[number])
        self.n_lines: int = int(batch.first_line[number + 1]) - self._first

    @classmethod
    def of(cls, value: str, language: str = "") -> Text:
        """A text on its own."""
        return cls(Batch([value], [language]), 0)

    def _own(self, column: Ints) -> Ints:
        return column[self._first : self._first + self.n_lines]

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Start and end of each line's content, in code points."""
        origin = int(self.batch.doc_starts[self.number])
        starts, ends = self._own(self.batch.starts) - origin, self._own(self.batch.ends) - origin
        size = int(self.batch.doc_ends[self.number]) - origin
        if size != len(self.value):
            inner = self.batch.continuations
            before = np.searchsorted(inner, origin)
            starts = starts - (np.searchsorted(inner, starts + origin) - before)
            ends = ends - (np.searchsorted(inner, ends + origin) - before)
        return starts.tolist(), ends.tolist()

    @cached_property
    def spans(self) -> list[Span]:
        """Where each line's content stands (without its line end), in code points. For a few lines ask ``span``."""
        return list(map(Span, *self._bounds))

    def span(self, i: int) -> Span:
        """Where the content of line ``i`` stands."""
        starts, ends = self._bounds
        return Span(starts[i], ends[i])

    def line(self, i: int) -> str:
        """The content of line ``i``, without its line end."""
        starts, ends = self._bounds
        return self.value[starts[i] : ends[i]]

    def line_at(self, place: int) -> int:
        """The line that holds the code point ``place``; a line end belongs to the line that it ends."""
        return bisect_right(self._bounds[0], place) - 1

    @cached_property
    def lengths(self) -> Ints:
        """Code points of each line."""
        return self._own(self.batch.lengths)

    @cached_property
    def blank(self) -> Bools:
        """Lines that hold nothing but white space."""
        return self.batch.blank[self._first : self._first + self.n_lines]

    @cached_property
    def prose(self) -> Bools:
        """Lines of running text (see :attr:`Batch.prose`)."""
        return self.batch.prose[self._first : self._first + self.n_lines]

    @cached_property
    def _zones(self) -> tuple[int, int]:
        prose = np.flatnonzero(self.prose)
        return (int(prose[0]), int(prose[-1]) + 1) if len(prose) else (self.n_lines, 0)

    @property
    def head(self) -> int:
        """Lines below this number stand before the first line of prose; all do where there is none."""
        return self._zones[0]

    @property
    def tail(self) -> int:
        """Lines from this number on stand after the last line of prose; all do where there is none."""
        return self._zones[1]

    @cached_property
    def _runs(self) -> Bools:
        full = np.flatnonzero(~self.blank)
        short = np.zeros(len(full) + 2, bool)
        short[1:-1] = ~self.prose[full] & (self.lengths[full] <= SHORT)
        in_run = np.zeros(self.n_lines, bool)
        in_run[full] = short[1:-1] & (short[:-2] | short[2:])
        return in_run

    def in_run(self, i: int) -> bool:
        """Whether line ``i`` is a short line whose nearest neighbour, blank lines aside, is short too."""
        return bool(self._runs[i])

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Blocks of lines between blank ones."""
        edges = np.diff(np.concatenate([[0], (~self.blank).astype(np.int8), [0]]))
        firsts, lasts = np.flatnonzero(edges == 1).tolist(), (np.flatnonzero(edges == -1) - 1).tolist()
        return [Span(self.span(a).start, self.span(b).end) for a, b in zip(firsts, lasts, strict=True)]

"""How a rule looks for its problem: a function over a text, and what must be there for it to be worth calling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from textlint.anchor import AnyAnchor
from textlint.batch import Batch, Bools
from textlint.finding import Match
from textlint.line import Line
from textlint.text import Text
from textlint.zones import Only

Find = Callable[[Text, Sequence[int]], Iterator[Match]]
Guard = Callable[[Batch], Bools]
MatchLine = Callable[[Line], Sequence[Match]]
"""What is found in a line, by its content alone; the places are code points of that line."""
Found = Iterable[tuple[int, Sequence[Match]]]
"""Lines of a batch with what was found in each; the places are code points of that line."""
Over = Callable[[Batch, Sequence[int]], Found]


@dataclass(frozen=True)
class Finder:
    """``find(text, lines)`` yields matches; ``lines`` are the candidates, ascending.

    With ``anchors`` the candidates are the lines in which one of them stands; with ``guard`` those that the guard, a
    vectorised function of a batch, marks; with both, those of either. With neither every line of every document is one.
    Anchors and guards are necessary conditions: they may let lines through for nothing, and must never hold one back.
    ``only`` marks, for a whole batch too, the lines that count by their place and length: ``find`` gets no others.
    ``alone`` is what is found in a line where that depends on its content and on nothing else, not even on its place.
    ``over`` is ``find`` for candidate lines of a whole batch at once, where what is found depends on nothing but the
    contents of lines that follow each other. ``linewise`` says that what is found on a line depends on nothing but that
    line (and where it stands). ``ready`` does what ``find`` would do when it is first called (compile patterns); it
    raises SpecError where that cannot be done.
    """

    find: Find
    anchors: tuple[AnyAnchor, ...] = ()
    guard: Guard | None = None
    linewise: bool = True
    ready: Callable[[], object] = lambda: None
    only: Only | None = None
    alone: MatchLine | None = None
    over: Over | None = None

    @property
    def everywhere(self) -> bool:
        """Whether every document has to be looked at."""
        return not self.anchors and self.guard is None

    def among(self, text: Text, lines: Sequence[int]) -> Iterator[Match]:
        """What is found on some lines of a text, those left out that do not count."""
        if self.only:
            marked = text.own(text.batch.mark(self.only))
            lines = [i for i in lines if marked[i]]
        return self.find(text, lines)

    def over_among(self, batch: Batch, lines: Sequence[int]) -> Found:
        """The same for lines of a batch; nothing where the finder has no ``over``."""
        if self.only:
            marked = batch.mark(self.only)
            lines = [i for i in lines if marked[i]]
        return self.over(batch, lines) if self.over else ()


@dataclass(frozen=True)
class Deferred:
    """A finder that is made when it is first needed; ``key`` is another one for finders that differ."""

    key: str
    make: Callable[[], Finder]

    @cached_property
    def finder(self) -> Finder:
        """The finder."""
        return self.make()

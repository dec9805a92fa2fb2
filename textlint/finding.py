"""The values that every floor passes around: spans, matches, findings, fixes, edits and results.

All offsets are code points (Python string indices) of the *original* text, and every span is half open, ``[start, end)``.
All values are frozen: a rule that wants another one makes another one. They are msgspec structs, because those are made
ten times as fast as frozen dataclasses, and a batch makes very many.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, Protocol

import msgspec


class Captured(Protocol):
    """What a regular expression captured; replacement templates (``\\1 \\g<name>``) are filled in from it."""

    def expand(self, template: str, /) -> str:
        """The template with its group references filled in."""
        ...


class Safety(str, Enum):
    """How far a fix may be trusted: ``safe`` (nearly every editor would do it) or ``unsafe`` (a person should look)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Severity(str, Enum):
    """How bad a finding is; ``check --fail-on`` compares them in this order."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def level(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


class Span(NamedTuple):
    """A piece of a text, ``[start, end)`` in code points."""

    start: int
    end: int


class Change(msgspec.Struct, frozen=True, order=True, gc=False):
    """What a rule wants to stand where ``text[start:end]`` stands now."""

    start: int
    end: int
    after: str

    def moved(self, places: int) -> Change:
        """The same change so many code points further on."""
        return Change(self.start + places, self.end + places, self.after)


class Edit(msgspec.Struct, frozen=True, gc=False):
    """One replacement that was made: what stood there, what stands there now, who wanted it and how safe it is."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]
    safety: Safety = Safety.SAFE


class Fix(msgspec.Struct, frozen=True, gc=False):
    """The changes that would cure a finding; applied as a whole or not at all."""

    changes: tuple[Change, ...]
    safety: Safety = Safety.SAFE
    because: str | None = None

    @property
    def size(self) -> int:
        """Code points of the original that the fix replaces."""
        return sum([change.end - change.start for change in self.changes])


class Match(msgspec.Struct, frozen=True, gc=False):
    """What a finder yields: a span, and whatever of message, changes, safety and score it knows better than its rule.

    A match may be less safe than its rule, never safer.
    """

    start: int
    end: int
    message: str | None = None
    changes: tuple[Change, ...] | None = None
    safety: Safety | None = None
    because: str | None = None
    score: float | None = None
    captured: Captured | None = None

    def moved(self, places: int) -> Match:
        """The same match so many code points further on."""
        start, end, changes = self.start + places, self.end + places, self.changes
        if changes:
            changes = tuple([change.moved(places) for change in changes])
        return Match(start, end, self.message, changes, self.safety, self.because, self.score, self.captured)


class Finding(msgspec.Struct, frozen=True, gc=False):
    """Something a rule says about a document; ``fix`` is None where nothing can be done by machine."""

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    text: str
    fix: Fix | None = None
    score: float | None = None
    proposes: str | None = None
    fixed: bool = False

    @property
    def safety(self) -> Safety | None:
        """The safety of its fix, or None where it cannot be fixed."""
        return self.fix.safety if self.fix else None


class Document(msgspec.Struct, frozen=True):
    """One text with where it comes from: what a reader yields and what an adapter hands in."""

    id: str | int | None
    text: str
    source: str | None = None
    meta: Mapping[str, object] = {}


class Result(msgspec.Struct, frozen=True):
    """What linting one text gave.

    ``original`` and ``text`` are the text before and after, ``edits`` lead from the one to the other (in document
    order, disjoint, offsets in ``original``), ``findings`` hold what the rules said, with offsets in ``original``.
    ``verdict`` is ``"drop"`` where a rule proposes to drop the whole document, else ``"keep"``; ``reasons`` names them.
    """

    original: str
    text: str
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    verdict: str = "keep"
    reasons: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the text is another one now."""
        return bool(self.edits)

"""What a rule is, and the decorator that makes one of a Python function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Literal, get_type_hints

from textlint.anchor import Anchor
from textlint.batch import Batch
from textlint.finder import Deferred, Finder, Guard
from textlint.finding import Change, Finding, Fix, Match, Safety, Severity
from textlint.spec import SpecError, convert, nearest
from textlint.text import Text

Repair = Callable[[Text, Match], tuple[Change, ...]]
Configure = Callable[[Mapping[str, Any]], Finder]


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work and tests it; ``⟪ ⟫`` stand around every finding.

    ``fixed`` is what this rule alone makes of the text. ``known`` marks a miss or false alarm that is accepted today.
    """

    text: str
    fails: bool
    fixed: str | None = None
    known: bool = False


def Pass(text: str, *, known: bool = False) -> Example:
    """An example in which the rule finds nothing."""
    return Example(text, fails=False, known=known)


def Fail(text: str, *, fixed: str | None = None, known: bool = False) -> Example:
    """An example in which the rule finds what stands between ``⟪`` and ``⟫``, and makes ``fixed`` of the text."""
    return Example(text, fails=True, fixed=fixed, known=known)


@dataclass(frozen=True)
class Rule:
    """A problem that texts have, how it is found, and what is done about it.

    ``rank`` decides between fixes that overlap: the lower one goes first. ``options`` are the defaults of what a config
    may set; ``configure`` makes the finder for other values. ``proposes`` is the verdict that a finding stands for.
    ``enabled`` is False for a rule that runs only when it is selected itself, ``default`` for one of a pack that does.
    ``forced`` is a user's word on safety, which goes before what the rule says of single matches.
    """

    id: str
    about: str
    why: str
    found_by: Finder | Deferred
    severity: Severity = Severity.WARNING
    safety: Safety | None = None
    because: str | None = None
    repair: Repair | None = None
    message: str | None = None
    category: str | None = None
    proposes: str | None = None
    enabled: bool = True
    default: bool = True
    forced: Safety | Literal["none"] | None = None
    rank: int = 50
    examples: Sequence[Example] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    configure: Configure | None = None
    origin: str = ""

    @property
    def finder(self) -> Finder:
        """How the problem is found."""
        return self.found_by.finder if isinstance(self.found_by, Deferred) else self.found_by

    @property
    def pack(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @cached_property
    def highest(self) -> Safety | None:
        """The safety that none of its fixes is above; None for a rule that fixes nothing."""
        safety = self.forced or self.safety
        return None if safety == "none" else safety

    def find(self, text: Text, lines: Sequence[int]) -> Iterator[Finding]:
        """The rule's findings in a text, of which ``lines`` are the candidate lines.

        Raises ValueError for a match or change that lies outside the text, and for changes that overlap.
        """
        for match in self.finder.find(text, lines):
            yield self.finding(text, match)

    def find_over(self, batch: Batch, texts: Mapping[int, Text], lines: Sequence[int]) -> Iterator[tuple[int, Finding]]:
        """The same for candidate lines of a whole batch, where the finder can do that; each with its document's number."""
        assert self.finder.over
        for i, matches in self.finder.over(batch, lines):
            document = int(batch.doc_of_line[i])
            text, start = texts[document], batch.line_bounds[0][i]
            for match in matches:
                yield document, self.finding(text, match.moved(start))

    def finding(self, text: Text, match: Match) -> Finding:
        """What the rule says of a match in a text. Raises ValueError as ``find`` does."""
        start, end, value = match.start, match.end, text.value
        if not 0 <= start <= end <= len(value):
            raise _misplaced(start, end)
        safety = self.highest
        return Finding(
            self.id, self.severity, start, end, match.message or self.message or self.about, value[start:end],
            self._fix(text, match, safety) if safety else None, match.score, self.proposes,
        )  # fmt: skip

    def _fix(self, text: Text, match: Match, safety: Safety) -> Fix | None:
        wanted = match.changes
        if wanted is None:
            wanted = self.repair(text, match) if self.repair else ()
        changes = _checked(text.value, wanted)
        if not changes:
            return None
        if match.safety is Safety.UNSAFE and not self.forced:
            safety = Safety.UNSAFE
        return Fix(changes, safety, match.because or self.because)


def _checked(text: str, wanted: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that change something, in order. Raises ValueError unless they lie in the text and are disjoint."""
    if len(wanted) == 1:  # nearly always it takes something away, which is beyond doubt
        [change] = wanted
        if change.after == "" and 0 <= change.start < change.end <= len(text):
            return tuple(wanted)
    changes = sorted(wanted)
    at, size, idle = 0, len(text), False
    for change in changes:
        start, end, after = change.start, change.end, change.after
        if not isinstance(after, str):
            raise TypeError("it changes text to what is no text")
        if text[start:end] == after:
            idle = True
        elif not at <= start <= end <= size:
            raise _misplaced(start, end)
        else:
            at = end
    return tuple(c for c in changes if text[c.start : c.end] != c.after) if idle else tuple(changes)


def _misplaced(start: int, end: int) -> ValueError:
    return ValueError(f"what it says of {start}-{end} overlaps or lies outside the text")


RuleFunction = Callable[..., Iterator[Match]]


def rule(
    id: str, *, severity: str = "warning", safety: str | None = None, because: str | None = None,
    message: str | None = None, category: str | None = None, proposes: str | None = None, enabled: bool = True,
    rank: int = 50, anchors: Sequence[str] = (), guard: Guard | None = None, linewise: bool = True,
    ready: Callable[..., object] = lambda **options: None, examples: Sequence[Example] = (),
) -> Callable[[RuleFunction], Rule]:  # fmt: skip
    """Make a rule of ``function(text, lines, *, options...) -> Iterator[Match]``.

    The docstring's first line says what is found, the rest why it is wrong; keyword-only parameters are the options.
    ``anchors`` and ``guard`` say when the function is worth calling (see :class:`textlint.finder.Finder`). ``ready`` is
    called with the options that a config sets before anything runs, and raises SpecError for those that will not do.
    """

    def decorate(function: RuleFunction) -> Rule:
        about, _, why = inspect.cleandoc(function.__doc__ or "").replace("``", "`").partition("\n")
        fixed_anchors = tuple(map(Anchor, anchors))

        def configure(options: Mapping[str, Any]) -> Finder:
            find = partial(function, **options) if options else function
            return Finder(find, fixed_anchors, guard, linewise, partial(ready, **options))

        return Rule(
            id, about.rstrip("."), why.strip(), configure({}), Severity(severity), Safety(safety) if safety else None,
            because, None, message, category, proposes, enabled, rank=rank, examples=tuple(examples),
            options=_options(function), configure=partial(_configured, function, configure),
            origin=f"{function.__module__}.{function.__qualname__}",
        )  # fmt: skip

    return decorate


def _configured(function: RuleFunction, configure: Configure, options: Mapping[str, Any]) -> Finder:
    """The finder of a Python rule for a user's options, read as the types that the function's signature names."""
    hints = get_type_hints(function)
    unknown = next((name for name in options if name not in _options(function)), None)
    if unknown is not None:
        raise SpecError(f"unknown option '{unknown}'{nearest(unknown, _options(function))}", (unknown,), on_key=True)
    finder = configure({name: convert(value, hints[name], (name,)) for name, value in options.items()})
    finder.ready()
    return finder


def _options(function: RuleFunction) -> dict[str, Any]:
    """The defaults of a function's keyword-only parameters."""
    parameters = inspect.signature(function).parameters.values()
    return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}

"""The settle loop: passes over a batch until no fix of the allowed safety is left in any document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter

from msgspec.structs import replace

from textlint.batch import Batch
from textlint.edits import apply, compose, origins
from textlint.engine.carry import Past
from textlint.engine.merge import merge
from textlint.engine.program import IN_ORDER, RULE_FAILED, Program
from textlint.finding import Edit, Finding, Result, Safety, Severity, Span
from textlint.line import Lines

PASSES = 12  # a document that still changes after so many is left as it was
GROWTH = 8  # and so is one that grows to so many times its length, before the next passes fill the memory
START = attrgetter("start")
UNSETTLED, OVER_BUDGET = "engine/unsettled", "engine/over-budget"


@dataclass(slots=True)
class _State:
    """One document on its way: what it was, what it is now, and what was said and done."""

    original: str
    text: str
    language: str = ""
    findings: list[Finding] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    endless: bool = False


def settle(
    program: Program, texts: Sequence[tuple[str, str]], allowed: tuple[Safety, ...], budget: float
) -> list[Result]:
    """Lint and fix every text, each given with its language; see :class:`textlint.finding.Result`.

    A document that has not settled after PASSES passes, or would lose more than ``budget`` (a share) of its words, is
    left as it was, with a finding that says so and no fix in any other.
    """
    ranks = {rule.id: rule.rank for rule in program.rules}
    states = [_State(text, text, language) for text, language in texts]
    active = states
    contents = Lines()  # a line that no pass has changed is not looked at again by rules that look at lines
    past: Past | None = None
    for turn in range(PASSES):
        batch = Batch([state.text for state in active], [state.language for state in active], contents)
        hits = program.scan(batch, past)
        # Later passes can only add fixes: rules that have none of an allowed safety have said all in the first.
        found = program.find(batch, hits, allowed if turn else None)
        with program.timed("repair"):
            merged = merge(batch, found, allowed, ranks)
            for state, findings, (edits, applied) in zip(active, found, merged, strict=True):
                _take(state, findings, edits, applied, first=turn == 0)
        going = [n for n, (edits, _) in enumerate(merged) if edits and not _is_endless(active[n], turn + 1)]
        if not going:
            break
        past = Past(batch, hits, [(n, merged[n][0]) for n in going])
        active = [active[n] for n in going]
    return [_result(state, allowed, budget) for state in states]


def _is_endless(state: _State, turns: int) -> bool:
    """Whether a document that changed is given up: it has changed too often, or grown too long."""
    state.endless = turns == PASSES or len(state.text) > GROWTH * len(state.original) + 1000
    return state.endless


def _take(
    state: _State, findings: list[Finding], edits: Sequence[Edit], applied: Sequence[Finding], first: bool
) -> None:
    """Take into a document what one pass found, what it did to its text, and for which of the findings."""
    if first:
        state.findings = findings
    elif state.edits and (news := _later(state, [*applied, *(f for f in findings if f.rule == RULE_FAILED)])):
        state.findings = sorted([*state.findings, *news], key=IN_ORDER)
    if edits:
        state.edits = compose(state.original, state.edits, edits)
        state.text = apply(state.text, edits)


def _later(state: _State, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a later pass that are news, with their places in the original text.

    Their fixes keep their safety but no changes: those have no place in the original.
    """
    if not findings:
        return []
    origin = origins(state.edits)
    known: dict[str, list[Span]] = {finding.rule: [] for finding in findings}
    for finding in sorted((f for f in state.findings if f.rule in known), key=START):
        known[finding.rule].append(Span(finding.start, finding.end))
    reach = {rule: list(accumulate((span.end for span in spans), max)) for rule, spans in known.items()}
    news = []
    for finding in findings:
        start, end = origin(finding.start, finding.end)
        before = bisect_right(known[finding.rule], end, key=lambda span: span.start)
        if not before or reach[finding.rule][before - 1] < start:
            fix = replace(finding.fix, changes=()) if finding.fix else None
            news.append(replace(finding, start=start, end=end, text=state.original[start:end], fix=fix))
    return news


def _result(state: _State, allowed: tuple[Safety, ...], budget: float) -> Result:
    if not state.findings:
        return Result(state.original, state.original)
    if state.endless:
        return _left(state, UNSETTLED, "left as it was: its fixes do not come to an end")
    if _may_lose_much(state, budget) and (lost := _share_lost(state)) > budget:
        return _left(
            state, OVER_BUDGET, f"left as it was: {lost:.0%} of its words would go, the budget is {budget:.0%}"
        )
    findings = [replace(f, fixed=True) if (fix := f.fix) and fix.safety in allowed else f for f in state.findings]
    return _finished(state.original, state.text, findings, state.edits)


def _left(state: _State, rule: str, message: str) -> Result:
    """The document unchanged, its findings without their fixes, and one that says why."""
    said = Finding(rule, Severity.WARNING, 0, 0, message, "")
    findings = [replace(finding, fix=None) for finding in state.findings]
    return _finished(state.original, state.original, sorted([said, *findings], key=IN_ORDER), [])


def _finished(original: str, text: str, findings: Sequence[Finding], edits: Sequence[Edit]) -> Result:
    reasons = tuple(dict.fromkeys([f.rule for f in findings if f.proposes == "drop"]))
    return Result(original, text, tuple(findings), tuple(edits), "drop" if reasons else "keep", reasons)


def _may_lose_much(state: _State, budget: float) -> bool:
    """Whether a document could lose more than a share of its words, told by its length: a word takes two code points."""
    most = (len(state.original) + 1) / 2
    return len(state.text.split()) <= (1 - budget) * most


def _share_lost(state: _State) -> float:
    """The share of words that the edits take away; not counted where they take away no more than the space between."""
    if not any(edit.before.strip() for edit in state.edits):
        return 0.0
    words = len(state.original.split())
    return 1 - len(state.text.split()) / words if words else 0.0

"""Counts: what each rule found and changed, over any number of documents, added up block by block in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from textlint.edits import EditError, apply
from textlint.finding import Change, Finding, Result, Safety
from textlint.reports.escape import shorten
from textlint.reports.rows import Place

CONTEXT = 40  # code points shown on either side of a sample
SHOWN = 120  # code points to which a matched string is cut and a sample shortened
SUMMED = ("findings", "fixed", "fixable", "unsafe", "removed", "added", "seconds")
DISTINCT = 1000  # different strings counted a rule, above twice that the rare ones go


class Sample(msgspec.Struct, frozen=True):
    """A finding in its context; ``after`` is what the fix makes of ``text``, None where there is no fix.

    ``start`` (code points) is where ``text`` stands; the middle of a long one is left out.
    """

    path: str
    id: str | int
    start: int
    left: str
    text: str
    right: str
    after: str | None


class RuleTally(msgspec.Struct):
    """What one rule found, in how many documents, what of it was fixed, and the code points that went and came.

    ``fixable`` findings have a fix; ``unsafe`` ones of them have one that waits for ``--unsafe-fixes``.
    """

    findings: int = 0
    fixed: int = 0
    fixable: int = 0
    unsafe: int = 0
    documents: int = 0
    removed: int = 0
    added: int = 0
    seconds: float = 0.0
    matched: Counter[str] = msgspec.field(default_factory=Counter)
    samples: list[Sample] = []


class Tally(msgspec.Struct):
    """Counts over documents; ``lines`` of what was read are not counted, ``characters`` are code points. ``stages`` are
    the seconds that went into reading, scanning and so on, in all workers together."""

    documents: int = 0
    flagged: int = 0
    changed: int = 0
    proposed_drops: int = 0
    bad_records: int = 0
    characters: int = 0
    severities: Counter[str] = msgspec.field(default_factory=Counter)
    rules: dict[str, RuleTally] = {}
    stages: Counter[str] = msgspec.field(default_factory=Counter)

    def rule(self, name: str) -> RuleTally:
        """The counts of one rule, made when they are first asked for."""
        found = self.rules.get(name)
        if found is None:
            found = self.rules[name] = RuleTally()
        return found

    def add_result(self, place: Place, result: Result, samples: int) -> None:
        """Count one text's result, keeping up to ``samples`` samples a rule."""
        self.documents += 1
        self.characters += len(result.original)
        self.flagged += bool(result.findings)
        self.changed += result.changed
        self.proposed_drops += result.verdict == "drop"
        by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in result.findings:
            by_rule[finding.rule].append(finding)
        for name, findings in by_rule.items():
            rule = self.rule(name)
            rule.documents += 1
            self._count(rule, findings)
            room = max(samples - len(rule.samples), 0)
            rule.samples += [_sample(place, result.original, finding) for finding in findings[:room]]
        for edit in result.edits:
            rule = self.rule(edit.rules[0])
            rule.removed += len(edit.before)
            rule.added += len(edit.after)

    def _count(self, rule: RuleTally, findings: Sequence[Finding]) -> None:
        """Count the findings of one rule in one text."""
        waiting = [finding.fix.safety for finding in findings if finding.fix and not finding.fixed]
        fixed = [finding.fixed for finding in findings].count(True)
        rule.findings += len(findings)
        rule.fixed += fixed
        rule.fixable += fixed + len(waiting)
        rule.unsafe += waiting.count(Safety.UNSAFE)
        rule.matched.update([finding.text[:SHOWN] for finding in findings])
        for severity, count in Counter([finding.severity for finding in findings]).items():
            self.severities[severity.value] += count

    def add_seconds(self, seconds: Mapping[str, float], stages: Mapping[str, float] | None = None) -> None:
        """Add the time that rules and stages took, in seconds."""
        self.stages.update(stages or {})
        for name, spent in seconds.items():
            self.rule(name).seconds += spent

    def add(self, other: Tally, samples: int) -> None:
        """Add the counts of the next block."""
        for name in ("documents", "flagged", "changed", "proposed_drops", "bad_records", "characters"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.severities.update(other.severities)
        self.stages.update(other.stages)
        for name, theirs in other.rules.items():
            ours = self.rule(name)
            for count in (*SUMMED, "documents"):
                setattr(ours, count, getattr(ours, count) + getattr(theirs, count))
            ours.samples += theirs.samples[: samples - len(ours.samples)]
            ours.matched.update(theirs.matched)
            if len(ours.matched) > 2 * DISTINCT:
                ours.matched = Counter(dict(ours.matched.most_common(DISTINCT)))

    def total(self) -> RuleTally:
        """The sums over all rules; ``documents`` are those with any finding."""
        rules = self.rules.values()
        sums = {name: sum(getattr(rule, name) for rule in rules) for name in SUMMED}
        return RuleTally(documents=self.flagged, **sums)


def _sample(place: Place, text: str, finding: Finding) -> Sample:
    start, end = finding.start, finding.end
    changes = sorted(finding.fix.changes) if finding.fix else []
    low, high = (changes[0].start, max(c.end for c in changes)) if changes else (0, -1)
    after = None
    if low <= end and start <= high <= len(text):  # else it cannot be shown here what the fix does
        start, end = min(start, low), max(end, high)
        after = _fixed(text[start:end], [change.moved(-start) for change in changes])
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Sample(place.path, place.id, start, left, shorten(text[start:end], SHOWN), right, after)


def _fixed(text: str, changes: Sequence[Change]) -> str | None:
    """What a fix makes of a text; None for one that is never made, as its changes overlap."""
    try:
        return shorten(apply(text, changes), SHOWN)
    except EditError:
        return None

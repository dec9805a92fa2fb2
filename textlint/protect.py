"""Spans that a user wants left alone: no fix changes them or takes them away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

import regex
from msgspec.structs import replace

from textlint.finding import Change, Finding, Span
from textlint.kinds.limits import matches

Protect = Callable[[str, Sequence[Finding]], list[Finding]]


def protection(patterns: Sequence[regex.Pattern[str]]) -> Protect:
    """What takes the fix from every finding that would change a match of one of the patterns in its text.

    An insertion right before or after a match does not change it. What it gives raises TimeoutError for a pattern that
    does not come to an end.
    """

    def protect(text: str, findings: Sequence[Finding]) -> list[Finding]:
        if not any(finding.fix for finding in findings):
            return list(findings)
        spans = sorted(Span(*found.span()) for pattern in patterns for found in matches(pattern, text))
        reach = list(accumulate((span.end for span in spans), max))
        return [_spared(finding, spans, reach) for finding in findings]

    return protect


def _spared(finding: Finding, spans: Sequence[Span], reach: Sequence[int]) -> Finding:
    changes = finding.fix.changes if finding.fix else ()
    return replace(finding, fix=None) if any(_touches(change, spans, reach) for change in changes) else finding


def _touches(change: Change, spans: Sequence[Span], reach: Sequence[int]) -> bool:
    """Whether a change overlaps a span, or inserts inside one; ``reach`` is the furthest end of the spans up to each."""
    before = bisect_left(spans, change.end, key=lambda span: span.start)
    return before > 0 and reach[before - 1] > change.start

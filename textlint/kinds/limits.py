"""Bounds on what one rule may cost on one document."""

from __future__ import annotations

from collections.abc import Sequence

import regex

SECONDS = 5.0  # a pattern that has not come to an end on a line or document by then is given up, and reported
SHORT = 200  # code points of a line on which a pattern that ships has long come to an end: some 10 ms at the worst


def matches(pattern: regex.Pattern[str], text: str, first: int = 0) -> list[regex.Match[str]]:
    """All matches of a pattern that begin at the code point ``first`` or after it.

    They are found before the first is used, so that the clock runs for the pattern alone. Raises TimeoutError after SECONDS.
    """
    return list(pattern.finditer(text, first, timeout=SECONDS))


def is_found(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether a pattern matches anywhere. Raises TimeoutError after SECONDS."""
    return pattern.search(text, timeout=SECONDS) is not None


def in_line(patterns: Sequence[regex.Pattern[str]], line: str, sure: bool) -> list[regex.Match[str]]:
    """All matches of some patterns in a line. Raises TimeoutError where one takes more than SECONDS.

    Patterns that are ``sure`` to be quick run on short lines without a clock, which takes longer than most of them do.
    """
    if sure and len(line) <= SHORT:
        return [found for pattern in patterns if pattern.search(line) for found in pattern.finditer(line)]
    return [found for pattern in patterns for found in matches(pattern, line)]

"""Bounds on what one rule may cost on one document."""

from __future__ import annotations

import regex

SECONDS = 5.0  # a pattern that has not come to an end on a line or document by then is given up, and reported


def matches(pattern: regex.Pattern[str], text: str, first: int = 0) -> list[regex.Match[str]]:
    """All matches of a pattern that begin at the code point ``first`` or after it.

    They are found before the first is used, so that the clock runs for the pattern alone. Raises TimeoutError after SECONDS.
    """
    return list(pattern.finditer(text, first, timeout=SECONDS))


def is_found(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether a pattern matches anywhere. Raises TimeoutError after SECONDS."""
    return pattern.search(text, timeout=SECONDS) is not None

"""Patterns that ship run on short lines without a clock: they come to an end on lines made to keep them busy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import regex

from textlint.kinds.limits import SHORT
from textlint.pack import builtin_packs

SECONDS = 1.0  # some 10 ms are the most that was measured
UNITS = [
    " ", ".", "-", "|", "1 ", "1", "a", "a ", "Ab ", '"', "! ", "1,", "• ", "a|", "[1] ", "1:1 ", "a@b.c ", "/", "a-",
    "(a) ", "é ", "你", "\t", "» ", "#a ", "1/1/11 ", "Mon, 1 Jan 2001 ",
]  # fmt: skip
WORD = regex.compile(r"[\p{L}’']{2,}+")
SYNTAX = regex.compile(r"\\[pP]\{\w+\}|\\.|\(\?\w+:?|\[[^\]]*\]")


def patterns(find: object) -> Iterator[tuple[str, bool]]:
    """The expressions on lines in what a rule finds, and whether case counts."""
    if isinstance(find, dict):
        if "pattern" in find and find.get("scope", "line") == "line":
            listed = find["pattern"] if isinstance(find["pattern"], list) else [find["pattern"]]
            yield from ((one, find.get("ignore_case") == "true") for one in listed)
        find = list(find.values())
    if isinstance(find, list):
        for part in find:
            yield from patterns(part)


LISTED = [(rule.id, *one) for rule in builtin_packs() if ".yaml" in rule.origin for one in patterns(dict(rule.options))]


def lines(expression: str) -> Iterator[str]:
    """Lines of SHORT code points that repeat something, with one of the pattern's words before and none of them after."""
    words = list(dict.fromkeys(WORD.findall(SYNTAX.sub("|", expression))))[:40:4]
    for unit in [*UNITS, *(f"{word} " for word in words)]:
        for lead in ("", *(f"{word} " for word in words[:1])):
            yield (lead + unit * SHORT)[: SHORT - 2] + "\0!"


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted({rule for rule, *_ in LISTED}))
def test_a_shipped_pattern_comes_to_an_end(rule: str) -> None:
    for _, expression, caseless in (one for one in LISTED if one[0] == rule):
        flags: Any = regex.V0 | regex.MULTILINE | (regex.IGNORECASE if caseless else 0)
        compiled = regex.compile(expression, flags)
        for line in lines(expression):
            compiled.search(line, timeout=SECONDS)

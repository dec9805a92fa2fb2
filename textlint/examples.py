"""The examples that stand in rules, run as tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textlint.finding import Result
from textlint.linter import Linter
from textlint.rules import Example, Rule

OPEN, CLOSE = "⟪", "⟫"


@dataclass(frozen=True)
class Outcome:
    """What an example came to: ``problem`` is None where it holds, else what was expected and what came."""

    rule: str
    number: int
    text: str
    problem: str | None


class MarkError(ValueError):
    """Marks in an example that do not pair up."""


def run_examples(rules: Iterable[Rule]) -> Iterator[Outcome]:
    """The outcome of every example of every rule; a rule of no example has one outcome that says so."""
    for rule in rules:
        linter = Linter.with_rules([rule], unsafe_fixes=True, budget=1)
        if not any(e.fails for e in rule.examples) or all(e.fails for e in rule.examples):
            yield Outcome(rule.id, 0, "", "a rule needs an example that fails and one that passes")
        for number, example in enumerate(rule.examples, 1):
            yield Outcome(rule.id, number, example.text, _strict(linter, example))


def _strict(linter: Linter, example: Example) -> str | None:
    """What is wrong with an example; one marked ``known`` has to go wrong, and the day it does not, the mark must go."""
    try:
        text, expected = _expected(example)
    except MarkError as error:
        return str(error)
    result = linter.fix(text)
    failures = [f.message for f in result.findings if f.rule.startswith("engine/")]
    if failures:
        return failures[0]
    problem = _problem(example, text, expected, result)
    if not example.known:
        return problem
    return None if problem else "marked as known to go wrong, but it holds: take the mark away"


def _expected(example: Example) -> tuple[str, list[tuple[int, int]]]:
    if example.fails:
        return unmarked(example.text)
    if OPEN in example.text or CLOSE in example.text:
        raise MarkError(f"an example that passes has no {OPEN} {CLOSE}")
    return example.text, []


def _problem(example: Example, text: str, expected: list[tuple[int, int]], result: Result) -> str | None:
    found = [(f.start, f.end) for f in result.findings]
    if found != expected:
        return f"expected findings {_shown(text, expected)}, got {_shown(text, found)}"
    wanted = example.fixed if example.fixed is not None else text
    if example.fails and result.text != wanted:
        return f"expected the text {wanted!r}, got {result.text!r}"
    return None


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its marks, and the spans that stood between them.

    >>> unmarked("He left.⟪⟫She ⟪stayed⟫.")
    ('He left.She stayed.', [(8, 8), (12, 18)])
    """
    plain, spans, opened = "", [], -1
    for char in text:
        if char == OPEN and opened < 0:
            opened = len(plain)
        elif char == CLOSE and opened >= 0:
            spans.append((opened, len(plain)))
            opened = -1
        elif char in (OPEN, CLOSE):
            raise MarkError(f"{OPEN} and {CLOSE} do not pair up")
        else:
            plain += char
    if opened >= 0 or not spans:
        raise MarkError(f"an example that fails marks its findings with {OPEN} {CLOSE}")
    return plain, spans


def _shown(text: str, spans: list[tuple[int, int]]) -> str:
    return ", ".join(f"{text[a:b]!r} at {a}" for a, b in spans) or "none"

"""The manual page of a rule, from the rule itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import regex

from textlint.finding import Safety
from textlint.kinds import KINDS
from textlint.precision import told
from textlint.rules import Example, Rule

_HIDDEN = {"pattern", "anchors", "unless", "chars", "terms", "all", "any", "count"}  # only the rule's source shows them
_TICKS = regex.compile("`+")


def rule_page(rule: Rule, level: int = 1) -> str:
    """A rule's manual page in Markdown: what, why, its fix, options, examples and phrases."""
    parts = [
        f"{'#' * level} {rule.id}",
        f"{rule.about}.",
        rule.why,
        _facts(rule),
        *_options(rule),
        *map(_example, rule.examples),
        *_phrases(rule),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _facts(rule: Rule) -> str:
    kind = kind_of(rule)
    facts = {
        "severity": rule.severity.value,
        "fix": _fix(rule),
        "measured precision": told(rule.id),
        "proposes": rule.proposes and f"to {rule.proposes} the document",
        "category": rule.category,
        "kind": kind and f"`{kind}`",
        "runs": None if rule.enabled and rule.default else f"only when selected (`--select {rule.id}`)",
    }
    return "\n".join(f"- {name}: {value}" for name, value in facts.items() if value)


def _fix(rule: Rule) -> str:
    """A rule that is safe on the whole may say of single matches that they are not: the reason is theirs."""
    if rule.safety is None or rule.because is None:
        return rule.safety.value if rule.safety else "none"
    return f"{rule.safety.value}, {'because' if rule.safety is Safety.UNSAFE else 'but unsafe where'} {rule.because}"


def kind_of(rule: Rule) -> str | None:
    """The kind that a YAML rule finds with; None for a Python rule."""
    return next((key for key in rule.options if key in KINDS), None)


def _options(rule: Rule) -> Iterator[str]:
    """What a config may set, but for what only the rule's source can show: phrases, patterns and kinds within kinds."""
    rows = [f"| `{name}` | {_cell(value)} |" for name, value in rule.options.items() if name not in _HIDDEN]
    if rows:
        yield "\n".join(["| option | value |", "|---|---|", *rows])


def _phrases(rule: Rule) -> Iterator[str]:
    """The phrases of every ``terms`` in the rule, by language."""
    for terms in _terms(rule.options):
        groups = terms.items() if isinstance(terms, Mapping) else [("en", terms)]
        yield "\n".join(["Phrases:", "", *(f"- {tag}: {', '.join(map(code, phrases))}" for tag, phrases in groups)])


def _terms(value: object) -> Iterator[Any]:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    if isinstance(value, Mapping) and "terms" in value:
        yield value["terms"]
    else:
        for part in inner:
            yield from _terms(part)


def _cell(value: object) -> str:
    """A value as it is written in a config, for a table."""
    if value is None or value == "":
        return ""
    parts: Iterable[object] = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
    texts = [str(part).lower() if isinstance(part, bool) else str(part) for part in parts]
    return ", ".join(map(code, texts)).replace("|", "\\|").replace("\n", "⏎")


def code(text: str) -> str:
    """A text as inline code in Markdown, whatever backticks it holds.

    >>> code("a`b")
    '`` a`b ``'
    """
    if "`" not in text:
        return f"`{text}`"
    fence = "`" * (max(map(len, _TICKS.findall(text))) + 1)
    return f"{fence} {text} {fence}"


def _example(example: Example) -> str:
    what = "Found" if example.fails else "Left alone"
    note = " (goes wrong today, and is known to)" if example.known else ""
    shown = f"{what}{note}:\n\n{_block(example.text)}"
    if example.fails and example.fixed is not None:
        shown += f"\n\nbecomes\n\n{_block(example.fixed)}"
    return shown


def _block(text: str) -> str:
    """A text as a code block, with what cannot be seen made visible."""
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in ["", *_TICKS.findall(text)]))
    return "\n".join([f"{fence}text", *map(_visible, text.split("\n")), fence])


def _visible(line: str) -> str:
    """A line in which what has no shape of its own is an escape, and spaces at the end are ␠."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in line)
    ink = shown.rstrip(" ")
    return ink + "␠" * (len(shown) - len(ink))

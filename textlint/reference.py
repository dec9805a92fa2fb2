"""The manual page of a rule, from the rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textlint.rules import Example, Rule


def rule_page(rule: Rule, level: int = 1) -> str:
    """A rule's manual page in Markdown: what, why, its fix, options and examples."""
    parts = [
        f"{'#' * level} {rule.id}",
        f"{rule.about}.",
        rule.why,
        _facts(rule),
        *_options(rule),
        *_examples(rule, level),
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _facts(rule: Rule) -> str:
    fix = f"{rule.safety.value}" + (f" ({rule.because})" if rule.because else "") if rule.safety else "none"
    facts = {"severity": rule.severity.value, "fix": fix, "category": rule.category, "proposes": rule.proposes}
    if not (rule.enabled and rule.default):
        facts["runs"] = f"only when selected (`--select {rule.id}`)"
    return "\n".join(f"- {name}: {value}" for name, value in facts.items() if value)


def _options(rule: Rule) -> Iterator[str]:
    """The options that stand in one line; a rule's phrases and patterns are its source's business."""
    rows = [f"| `{name}` | {_cell(value)} |" for name, value in rule.options.items() if not isinstance(value, Mapping)]
    if rows:
        yield "\n".join(["| option | value |", "|---|---|", *rows])
    terms = rule.options.get("terms")
    if isinstance(terms, Mapping):
        yield "\n".join(f"- {language}: {_words(phrases)}" for language, phrases in terms.items())


def _words(phrases: list[str]) -> str:
    return ", ".join(f"`{phrase}`" for phrase in phrases)


def _cell(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}".replace("|", "\\|").replace("\n", "⏎")


def _examples(rule: Rule, level: int) -> Iterator[str]:
    if rule.examples:
        yield f"{'#' * (level + 1)} Examples"
    for example in rule.examples:
        yield _example(example)


def _example(example: Example) -> str:
    what = "Found" if example.fails else "Left alone"
    note = " (known to go wrong today)" if example.known else ""
    shown = f"{what}{note}:\n\n{_block(example.text)}"
    if example.fails and example.fixed is not None:
        shown += f"\n\nbecomes\n\n{_block(example.fixed)}"
    return shown


def _block(text: str) -> str:
    """A text as an indented code block, with what cannot be seen made visible."""
    lines = [
        "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in line)
        for line in text.split("\n")
    ]
    return "\n".join(f"    {line}".rstrip() if line.strip() else "    " for line in lines)

"""Texts and rules that the tests of the core are run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import regex
from hypothesis import strategies as st

from textlint import Change, Linter, Match, Rule, Text, rule
from textlint.finder import Finder
from textlint.finding import Finding, Result
from textlint.kinds import build

PIECES = [
    *"ab .,\t-“é日😀\u2028\0\xa0\x85\x0b\x1f\ud800\udfff\ufeff",
    "\n", "\n\n", "\r\n", "\r", "\r\r\n", " " * 40, "Menu", "Home\n", "!",
    "A long sentence ends here. ", "word ", "words " * 11,
    "It has been going on for quite a while now, and nobody could say when it would end, or why. ",
    "这是一个很长的句子，它没有空格，但是它确实是一个完整的句子，并且以句号结束，所以它应该算作正文的一部分。",
]  # fmt: skip

pieces = st.sampled_from(PIECES)
texts = st.one_of(
    st.lists(pieces, max_size=14).map("".join),
    st.text(st.sampled_from("a b.\r\n\n é\ud800😀"), max_size=40),
    st.text(st.characters(), max_size=20),
)


def junk(name: str = "test/junk", word: str = "JUNK", **settings: Any) -> Rule:
    """A rule that deletes the content of lines that hold a word."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        """Junk."""
        for i in lines:
            if word in text.line(i):
                span = text.span(i)
                yield Match(*span, changes=(Change(*span, ""),))

    return rule(name, anchors=[regex.escape(word)], **{"safety": "safe", **settings})(find)


def swap(name: str, old: str, new: str, **settings: Any) -> Rule:
    """A rule that puts ``new`` wherever ``old`` stands in a line."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        """Swapped."""
        for i in lines:
            start = text.span(i).start
            for found in regex.finditer(regex.escape(old), text.line(i)):
                low, high = start + found.start(), start + found.end()
                yield Match(low, high, changes=(Change(low, high, new),))

    return rule(name, anchors=[regex.escape(old)], **{"safety": "safe", **settings})(find)


def inserted(name: str, after: str, new: str, **settings: Any) -> Rule:
    """A rule that inserts ``new`` between ``after`` and a letter."""

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        """Inserted."""
        for i in lines:
            start = text.span(i).start
            for found in regex.finditer(rf"{regex.escape(after)}(?=\p{{L}})", text.line(i)):
                place = start + found.end()
                yield Match(place, place, changes=(Change(place, place, new),))

    return rule(name, anchors=[regex.escape(after)], **{"safety": "safe", **settings})(find)


def yaml_rule(find: Mapping[str, Any], **settings: Any) -> Rule:
    """A rule of a YAML kind."""
    return Rule("test/kind", "About", "Why", build(find), **settings)


def found(find: Mapping[str, Any], text: str) -> list[str]:
    """What a kind flags in a text, with both scanners."""
    with_it, without = (
        [f.text for f in checked([yaml_rule(find)], text, use_hyperscan=choice)] for choice in (True, False)
    )
    assert with_it == without
    return with_it


def checked(rules: Sequence[Rule], text: str, **options: Any) -> tuple[Finding, ...]:
    """The findings of some rules in a text."""
    return Linter.with_rules(rules, **options).check(text)


def fixed(rules: Sequence[Rule], text: str, **options: Any) -> Result:
    """A text as some rules fix it, whatever share of it goes."""
    return Linter.with_rules(rules, **{"budget": 1, **options}).fix(text)


def everywhere(finder: Finder) -> Finder:
    """The same finder, called on every line."""
    return replace(finder, anchors=(), guard=None)


def linter(folder: Path, text: str = "", **options: Any) -> Linter:
    """A linter from a config beside the pack and the plugin."""
    path = folder / "textlint.yaml"
    path.write_text(f"packs: [packs/mine.yaml]\nplugins: [core_config_plugin]\n{text}")
    return Linter.from_config(path, **options)


def ids(made: Linter) -> list[str]:
    """The ids of the rules that run."""
    return [rule.id for rule in made.rules]

"""What is prepared for rules is kept for the next start, and made anew where it cannot be read or the rules differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from core_tools import junk, yaml_rule

from textlint import Linter, Rule
from textlint.batch import Batch
from textlint.engine.prepare import prepared
from textlint.engine.program import Program
from textlint.finder import Deferred
from textlint.kinds import build
from textlint.store import Store

TEXT = "A line\nShare this\nJUNK now\nshort"
FIND = {"terms": {"en": ["share this", "save {n} now"]}, "max_length": "20"}


def rules(made: list[str], key: str = "a") -> list[Rule]:
    """A rule that notes when it is made, and two that are there from the start."""

    def make() -> object:
        made.append("made")
        return build(FIND)

    return [Rule("test/later", "About", "Why", Deferred(key, make)), junk(), yaml_rule({"zone": "tail"})]  # type: ignore[arg-type]


def hits(some: Sequence[Rule], store: Store | None) -> list[list[int]]:
    """What the scan says of a text."""
    return [column.tolist() for column in Program(some, store).scan(Batch([TEXT]))]


def test_a_start_makes_no_rule_that_is_known(tmp_path: Path) -> None:
    store, made = Store(tmp_path), list[str]()
    first = hits(rules(made), store)
    assert made == ["made"]
    assert hits(rules(made), store) == first == hits(rules([]), None)
    assert made == ["made"]
    hits(rules(made, key="b"), store)
    assert made == ["made", "made"]


@pytest.mark.parametrize("payload", [b"", b"\xc1", b"\x83\xa4plan\xc0", b"\x90"])
def test_what_cannot_be_read_is_made_again(tmp_path: Path, payload: bytes) -> None:
    store = Store(tmp_path)
    first = hits(rules([]), store)
    for file in tmp_path.iterdir():
        store.put(file.stem, payload)
    assert hits(rules([]), store) == first


def test_the_filters_of_a_rule_are_kept(tmp_path: Path) -> None:
    for _ in range(2):
        ready = prepared(rules([]), Store(tmp_path))
        assert [only and only.longest for only in ready.only] == [20, None, None]
        assert ready.everywhere == [2]


def test_all_rules_find_the_same_from_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    text = "Share this:\n\nHe said.There it is.\n\n" + "Comments are closed.\n" * 3
    first = Linter(select=["footer", "boilerplate", "spacing"]).check(text)
    assert first
    assert first == Linter(select=["footer", "boilerplate", "spacing"]).check(text)

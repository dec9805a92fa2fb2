"""No rule takes the run down, and no text takes it long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from core_tools import checked, fixed, inserted, junk, swap, yaml_rule

from textlint import Batch, Change, Linter, Match, Rule, Text, rule
from textlint.finding import Safety, Severity
from textlint.repair import delete, replace


def made_of(find: Callable[[Text, Sequence[int]], Any], **settings: Any) -> Rule:
    def wrong(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        """Wrong."""
        result: Iterator[Match] = find(text, lines)
        return result

    return rule("test/wrong", safety="safe", **{"anchors": ["BAD"], **settings})(wrong)


def crash(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    yield Match(0, 1, changes=(Change(0, 1, "!"),))
    raise KeyError("no such thing")


def deep(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    return deep(text, lines)


WRONG: dict[str, Callable[[Text, Sequence[int]], Any]] = {
    "crash": crash,
    "recursion": deep,
    "no iterator": lambda text, lines: None,
    "no match": lambda text, lines: iter(["x"]),
    "beyond the end": lambda text, lines: iter([Match(0, 10_000)]),
    "backwards": lambda text, lines: iter([Match(2, 1)]),
    "before the start": lambda text, lines: iter([Match(-1, 1)]),
    "change beyond the end": lambda text, lines: iter([Match(0, 1, changes=(Change(0, 10_000, ""),))]),
    "changes that overlap": lambda text, lines: iter([Match(0, 3, changes=(Change(0, 2, ""), Change(1, 3, "")))]),
    "change to no text": lambda text, lines: iter([Match(0, 1, changes=(Change(0, 1, None),))]),  # type: ignore[arg-type]
    "a line that is not there": lambda text, lines: iter([Match(*text.span(99))]),
    "memory": lambda text, lines: (_ for _ in ()).throw(MemoryError()),
    "stop": lambda text, lines: iter([next(iter(()))]),
}


@pytest.mark.parametrize("find", WRONG.values(), ids=list(WRONG))
def test_a_rule_that_fails_is_one_finding_and_the_run_goes_on(find: Callable[[Text, Sequence[int]], Any]) -> None:
    linter = Linter.with_rules([made_of(find), junk(), swap("test/swap", "foo", "bar")])
    results = linter.fix_batch(["BAD foo\nJUNK", "foo\nJUNK", "BAD"])
    assert [result.text for result in results] == ["BAD bar", "bar", "BAD"]
    for result, count in zip(results, (1, 0, 1), strict=True):
        failures = [f for f in result.findings if f.rule == "engine/rule-failed"]
        assert len(failures) == count
        for failure in failures:
            assert (failure.severity, failure.safety) == (Severity.ERROR, None)
            assert failure.message.startswith("test/wrong failed: ")
            assert "`--ignore test/wrong` leaves it out" in failure.message


def test_changes_may_come_in_any_order() -> None:
    find = made_of(lambda text, lines: iter([Match(0, 3, changes=(Change(2, 3, "x"), Change(0, 1, "y")))]))
    assert fixed([find], "BAD").text != "BAD" or fixed([find], "BAD").findings[0].rule == "engine/unsettled"
    once = made_of(
        lambda text, lines: iter(
            [Match(0, 3, changes=(Change(2, 3, "x"), Change(0, 1, "y")))] if "BAD" in text.value else []
        )
    )
    assert fixed([once], "BAD").text == "yAx"


def test_changes_to_the_same_are_no_fix() -> None:
    find = made_of(lambda text, lines: iter([Match(0, 3, changes=(Change(0, 3, "BAD"),))]))
    result = fixed([find], "BAD")
    assert (result.text, [f.safety for f in result.findings]) == ("BAD", [None])


@pytest.mark.parametrize("wrong", [lambda batch: 1 / 0, lambda batch: batch.lengths[10**9]])
def test_a_guard_that_fails_holds_back_no_line(wrong: Callable[[Batch], Any]) -> None:
    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        return (Match(*text.span(i)) for i in lines if "x" in text.line(i))

    assert [f.text for f in checked([made_of(find, anchors=(), guard=wrong)], "x\ny\nxy")] == ["x", "xy"]


def test_a_guard_marks_the_lines_that_are_looked_at() -> None:
    seen: list[tuple[str, list[int]]] = []

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        seen.append((text.value, list(lines)))
        return iter(())

    made = made_of(find, anchors=("BAD",), guard=lambda batch: batch.lengths > 3)
    Linter.with_rules([made]).fix_batch(["long line\nx\nBAD\nBAD BAD", "x", "", "four"])
    assert seen == [("long line\nx\nBAD\nBAD BAD", [0, 2, 3]), ("four", [0])]


def test_a_rule_without_anchors_sees_every_line_of_every_text() -> None:
    seen = []

    def find(text: Text, lines: Sequence[int]) -> Iterator[Match]:
        seen.append((text.value, list(lines)))
        return iter(())

    Linter.with_rules([made_of(find, anchors=())]).fix_batch(["a\n\nb", "", "c"])
    assert seen == [("a\n\nb", [0, 1, 2]), ("c", [0])]


@pytest.mark.parametrize(
    "find",
    [
        {"pattern": "(?:a|a)+$"},
        {"pattern": "(?:a|a)+$", "scope": "text"},
        {"pattern": "a", "unless": "(?:a|a)+$"},
        {"pattern": "BAD", "unless": "(?:a|a)+$"},
    ],
)
def test_a_pattern_that_never_ends_is_given_up(find: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.kinds.limits.SECONDS", 0.05)
    linter = Linter.with_rules([yaml_rule(find), junk("test/junk", "JUNK")])
    trap = f"BAD {'a' * 60}b\nJUNK"
    hurt, fine = linter.fix_batch([trap, "b\nJUNK"])
    assert [f.message.partition(";")[0] for f in hurt.findings if f.rule == "engine/rule-failed"] == [
        "test/kind ran out of time"
    ]
    assert (hurt.text, fine.text) == (trap.removesuffix("\nJUNK"), "b")


def test_a_pattern_that_is_given_up_on_one_document_is_run_on_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.kinds.limits.SECONDS", 0.05)
    linter = Linter.with_rules([yaml_rule({"pattern": "BAD", "unless": "(?:a|a)+$"})])
    results = linter.fix_batch(["a BAD", f"BAD {'a' * 60}b", "BAD", "b"])
    told = [[(f.rule, f.start) for f in result.findings] for result in results]
    assert told == [[("test/kind", 2)], [("engine/rule-failed", 0)], [("test/kind", 0)], []]


RULES = [
    junk(),
    inserted("test/quote", "”", " "),
    swap("test/swap", "foo", "bar"),
    yaml_rule({"terms": ["comments are closed", "{n} comments"]}, repair=delete("line"), safety=Safety.SAFE),
    Rule("test/chars", "A", "W", yaml_rule({"chars": "\xa0"}).finder, safety=Safety.SAFE, repair=replace(" ")),
    Rule("test/menu", "A", "W", yaml_rule({"terms": ["menu"], "where": ["tail", "run"], "min_run": "2"}).finder),
    Rule("test/zone", "A", "W", yaml_rule({"zone": "tail"}).finder),
]


@pytest.mark.parametrize(
    ("text", "count", "wanted"),
    [
        ("\n" * 400_000, 0, None),
        ("\r\n" * 200_000, 0, None),
        ("”" * 400_000, 0, None),
        ("”a" * 20_000, 20_000, "” a" * 20_000),
        ("foo\xa0" * 20_000, 40_000, "bar " * 20_000),
        ("x" * 5_000_000 + "foo", 1, "x" * 5_000_000 + "bar"),
        (" " * 5_000_000, 0, None),
        ("keep\nJUNK\n" * 10_000, 10_000, "keep\n" * 10_000),
        ("keep\n\nJUNK\n\n" * 10_000, 10_000, None),
        ("JUNK\n" * 20_000 + "keep", 20_000, "keep"),
        ("Comments are closed.\nfine now\n" * 10_000, 10_000, "fine now\n" * 10_000),
        ("a line\n" * 20_000, 0, None),
        ("\ud800\n😀\n" * 20_000, 0, None),
        ("menu\n" * 10_000, 10_000, None),
    ],
)
def test_large_texts(text: str, count: int, wanted: str | None) -> None:
    result = fixed(RULES, text)
    assert sum(finding.rule != "test/zone" for finding in result.findings) == count
    if wanted is not None:
        assert result.text == wanted
    assert not any(f.rule.startswith("engine/") for f in result.findings)


def test_many_fixes_of_mixed_ranks_and_sizes() -> None:
    made = [swap(f"test/{n}", word, "", rank=n) for n, word in enumerate(["d", "bb", "ccc", "a"])]
    result = fixed(made, "abbcccd" * 10_000 + "z")
    assert (result.text, len(result.findings), len(result.edits)) == ("z", 40_000, 40_000)


def test_many_fixes_that_wait_for_the_next_pass() -> None:
    made = [swap("test/a", "ab", "c", rank=1), swap("test/b", "bc", "d", rank=2), swap("test/d", "cc", "e", rank=3)]
    result = fixed(made, "ababc " * 10_000)
    assert result.text == fixed(made, "ababc ").text * 10_000 == "ec " * 10_000
    assert not any(f.rule.startswith("engine/") for f in result.findings)


@pytest.mark.slow
def test_five_megabytes_in_one_line_full_of_problems() -> None:
    text = "He said “foo”and left,\xa0” then" * 180_000
    result = fixed(RULES, text)
    assert result.text == "He said “bar” and left, ” then" * 180_000
    assert len(result.edits) == len(result.findings) == 540_000

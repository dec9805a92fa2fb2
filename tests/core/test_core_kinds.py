"""Each kind that a YAML rule can name, option by option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from core_tools import checked, found, yaml_rule

from textlint.kinds import KINDS, limits

PROSE = "It has been going on for quite a while now, and nobody could say when it would end, or why."


@pytest.mark.parametrize(
    ("how", "text", "flagged"),
    [
        ("line", "Comments are closed", ["Comments are closed"]),
        ("line", " * COMMENTS ARE CLOSED!! ", [" * COMMENTS ARE CLOSED!! "]),
        ("line", "Comments are closed now", []),
        ("line", "a\nComments are closed\r\nb", ["Comments are closed"]),
        ("line", "Comments\nare closed", []),
        ("prefix", "→ Comments are closed, he said", ["Comments are closed"]),
        ("prefix", "Comments are closedness", []),
        ("prefix", "The comments are closed", []),
        ("suffix", "All comments are closed.", ["comments are closed"]),
        ("suffix", "Comments are closed. No", []),
        ("contains", "The comments are closed. Comments are closed", ["comments are closed", "Comments are closed"]),
        ("contains", "comments are closed2", []),
    ],
)
def test_where_a_phrase_stands(how: str, text: str, flagged: list[str]) -> None:
    assert found({"terms": ["Comments  are closed"], "match": how}, text) == flagged


@pytest.mark.parametrize(
    ("phrase", "text", "flagged"),
    [
        ("{n} comments", "12 Comments", ["12 Comments"]),
        ("{n} comments", "1,234 comments:", ["1,234 comments:"]),
        ("{n} shares", "3.4k shares", ["3.4k shares"]),
        ("{n} shares", "2 M shares", ["2 M shares"]),
        ("{n} comments", "Comments", []),
        ("{n} comments", "no comments", []),
        ("posted by {} on", "Posted by Jo Miller on", ["Posted by Jo Miller on"]),
        ("posted by {} on", "Posted by on", []),
        ("posted by {}on", "Posted by on", ["Posted by on"]),
        ("a {} z", f"a {'b' * 60} z", [f"a {'b' * 60} z"]),
        ("a {} z", f"a {'b' * 61} z", []),
        ("don't", "DON’T", ["DON’T"]),
        ("read more", "Read\xa0more", ["Read\xa0more"]),
        ("istanbul", "İSTANBUL", ["İSTANBUL"]),
        ("ΟΔΟΣ", "οδος", ["οδος"]),
        ("(c) acme", "(C) Acme.", ["(C) Acme."]),
        ("分享到", "【分享到】", ["【分享到】"]),
    ],
)
def test_phrases_of_a_whole_line(phrase: str, text: str, flagged: list[str]) -> None:
    assert found({"terms": {"en": [phrase]}}, text) == flagged


@pytest.mark.parametrize(
    ("phrase", "text", "flagged"),
    [
        ("分享", "请分享到微博", ["分享"]),
        ("ติดตาม", "กดติดตามเรา", ["ติดตาม"]),
        ("share", "请share到", []),
        ("teilen", "mitteilen, teilen", ["teilen"]),
        ("l'été", "de L’ÉTÉ.", ["L’ÉTÉ"]),
        ("c++", "in c++11", ["c++"]),
    ],
)
def test_phrases_inside_a_line(phrase: str, text: str, flagged: list[str]) -> None:
    assert found({"terms": [phrase], "match": "contains"}, text) == flagged


WHERE = f"Menu\nHome\n\n{PROSE}\nMenu\n{PROSE}\nMenu\n\nMenu"


@pytest.mark.parametrize(
    ("where", "lines"),
    [
        ("anywhere", [0, 4, 6, 8]),
        ("head", [0]),
        ("tail", [6, 8]),
        ("edges", [0, 6, 8]),
        ("run", [0, 6, 8]),
        ("outside", [0, 4, 6, 8]),
        (["head", "outside"], [0, 4, 6, 8]),
        (["head", "tail"], [0, 6, 8]),
    ],
)
@pytest.mark.parametrize("kind", [{"terms": ["menu"]}, {"pattern": "Menu"}, {"chars": "M"}])
def test_where_a_line_stands(kind: Mapping[str, Any], where: Any, lines: list[int]) -> None:
    findings = checked([yaml_rule({**kind, "where": where})], WHERE)
    assert [WHERE.count("\n", 0, f.start) for f in findings] == lines


def test_prose_is_not_outside() -> None:
    assert found({"pattern": "while", "where": "outside"}, PROSE) == []
    assert found({"pattern": "while", "scope": "text", "where": "outside"}, f"{PROSE}\nwhile") == ["while"]


@pytest.mark.parametrize(
    ("filters", "flagged"),
    [
        ({"min_length": "3"}, ["xyz", "xyzé"]),
        ({"max_length": "3"}, ["x", "xyz"]),
        ({"min_length": "2", "max_length": "3"}, ["xyz"]),
        ({"max_length": "0"}, []),
    ],
)
def test_length_is_in_code_points(filters: Mapping[str, str], flagged: list[str]) -> None:
    assert found({"pattern": "^x.*", **filters}, "x\r\nxyz\nxyzé") == flagged


@pytest.mark.parametrize(("least", "count"), [("1", 6), ("2", 5), ("3", 3), ("4", 0)])
def test_runs_of_lines_go_on_over_blank_ones(least: str, count: int) -> None:
    text = "tag\n\ntag\n \r\ntag\nother\ntag\nother\ntag\ntag"
    assert len(found({"terms": ["tag"], "min_run": least}, text)) == count


def test_pattern_options() -> None:
    assert found({"pattern": ["b+", "a"]}, "abba") == ["a", "bb", "a"]
    assert found({"pattern": "(?P<x>a)(b)", "group": "x"}, "ab") == ["a"]
    assert found({"pattern": "(a)(b)?", "group": "2"}, "aab") == ["b"]
    assert found({"pattern": "AB"}, "ab") == []
    assert found({"pattern": "AB", "ignore_case": "true", "unless": "X"}, "ab\nabx") == ["ab"]
    assert found({"pattern": "a", "unless": ["b", "c"]}, "ab\nac\na\naa") == ["a", "a", "a"]
    assert found({"pattern": "a$"}, "a\r\na\n") == ["a", "a"]


def test_pattern_over_the_whole_document() -> None:
    assert found({"pattern": r"a\s+b", "scope": "text"}, "xa\n\nb") == ["a\n\nb"]
    assert found({"pattern": r"a\s+b"}, "xa\n\nb") == []
    assert found({"pattern": "a", "scope": "text", "unless": "no"}, "a\nno a\na") == ["a", "a"]
    assert found({"pattern": "(x)?a", "scope": "text", "group": "1"}, "a xa") == ["x"]


def test_chars() -> None:
    assert found({"chars": "\u200b-\u200d\ufeff"}, "a\u200b\u200cb\ufeff") == ["\u200b\u200c", "\ufeff"]
    assert found({"chars": "!?", "min_run_length": "3"}, "a!! b!?!") == ["!?!"]
    assert found({"chars": r"\w"}, "aé_1") == ["a", "_1"]
    assert found({"chars": "\0"}, "a\0\0") == ["\0\0"]


def test_count() -> None:
    find = {"count": {"pattern": "!!"}, "at_least": "3"}
    assert found(find, "a!! b!!") == []
    assert found(find, "a!!\nb!! c!! d!!") == ["!!"]
    [finding] = checked([yaml_rule(find)], "a!!\nb!! c!! d!!")
    assert (finding.start, finding.score, finding.message) == (1, 4, "4 times, 3 or more")


def test_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.kinds.document.MEASURES", {"size": lambda text: float(len(text.value))})
    [finding] = checked([yaml_rule({"measure": "size", "below": "5"})], "abc")
    assert (finding.start, finding.end, finding.score, finding.message) == (0, 0, 3, "size is 3, below 5")
    assert not checked([yaml_rule({"measure": "size", "below": "3"})], "abc")
    assert checked([yaml_rule({"measure": "size", "below": "1", "above": "2"})], "abc")
    assert not checked([yaml_rule({"measure": "size", "above": "2", "min_words": "2"})], "abc")
    assert not checked([yaml_rule({"measure": "size", "below": "9"})], " \n")


def test_zone() -> None:
    text = f"Menu\n\nHome\nNews\n{PROSE}\na\nb\nA line that is a little longer than forty characters\nc\nd\n\ne"
    assert found({"zone": "head"}, text) == ["Menu\n\nHome\nNews"]
    assert found({"zone": "tail"}, text) == ["c\nd\n\ne"]
    assert found({"zone": "tail", "min_lines": "2"}, text) == ["a\nb", "c\nd\n\ne"]
    assert found({"zone": "tail", "max_length": "60"}, text) == [text[text.index("a\nb") :]]
    assert found({"zone": "head", "min_lines": "1"}, "") == []


def test_all_and_not() -> None:
    text = "share this\nshare this now\nshare that\nthis"
    share, this = {"terms": ["share"], "match": "contains"}, {"pattern": "this"}
    assert found({"all": [share, this]}, text) == ["share", "share"]
    assert found({"all": [this, share]}, text) == ["this", "this"]
    assert found({"all": [this, {"not": share}]}, text) == ["this"]
    assert found({"all": [share, this, {"not": {"pattern": "now"}}]}, text) == ["share"]


def test_all_asks_the_document_where_a_kind_looks_at_it() -> None:
    share = {"terms": ["share"]}
    text = "share\nx!\nx!\nshare"
    assert found({"all": [share, {"count": {"pattern": "!"}, "at_least": "2"}]}, text) == ["share", "share"]
    assert found({"all": [share, {"count": {"pattern": "!"}, "at_least": "3"}]}, text) == []
    assert found({"all": [share, {"not": {"pattern": r"!\nx", "scope": "text"}}]}, text) == []
    assert found({"all": [share, {"pattern": "sh", "min_run": "2"}]}, "share\nshare\nx\nshare") == ["share", "share"]


def test_any_tells_the_same_span_once() -> None:
    find = {"any": [{"terms": ["share"]}, {"pattern": "share"}, {"pattern": "are"}]}
    assert found(find, "share") == ["share", "are"]


NESTED = {"any": [{"all": [{"any": [{"pattern": "a"}]}, {"not": {"all": [{"pattern": "b"}]}}]}]}


def test_kinds_nest() -> None:
    assert found(NESTED, "a\nab") == ["a"]


def test_every_kind_is_tested_here() -> None:
    assert set(KINDS) == {"terms", "pattern", "chars", "measure", "count", "zone", "all", "any"}


@pytest.mark.parametrize("scope", ["line", "text"])
def test_many_matches_in_one_line_ask_for_its_exception_once(scope: str) -> None:
    text = "x" * 50_000
    assert len(found({"pattern": "x", "scope": scope, "unless": "[abc]+y"}, text)) == len(text)


def test_the_limit_is_a_time() -> None:
    assert 0 < limits.SECONDS <= 5

"""Each kind that a YAML rule can name, option by option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from core_tools import checked, fixed, found, yaml_rule

from textlint.finding import Safety
from textlint.kinds import KINDS, build, limits
from textlint.repair import delete, replace
from textlint.spec import SpecError

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


@pytest.mark.parametrize(
    ("find", "path", "message"),
    [
        ([], (), "'find' must be a mapping with one of: terms, pattern"),
        ({}, (), "no kind ''"),
        ({"trems": []}, ("trems",), "did you mean 'terms'"),
        ({"terms": ["a"], "wehre": "tail"}, ("wehre",), "did you mean 'where'"),
        ({"terms": ["a"], "where": "tial"}, ("where",), "did you mean 'tail'"),
        ({"terms": ["a"], "where": ["head", "tial"]}, ("where", 1), "did you mean 'tail'"),
        ({"terms": ["a"], "where": []}, ("where",), "length >= 1"),
        ({"terms": ["a"], "match": "liine"}, ("match",), "did you mean 'line'"),
        ({"terms": ["a"], "min_run": "0"}, ("min_run",), ">= 1"),
        ({"terms": ["a", "…"]}, ("terms", 1), "needs a letter or digit"),
        ({"terms": {"de": ["{n} {}"]}}, ("terms", "de", 0), "needs a letter or digit"),
        ({"terms": {"english": ["a"]}}, ("terms", "english"), "no language tag"),
        ({"terms": {"en": "a"}}, ("terms", "en"), "expected a list, got 'a'"),
        ({"terms": [["a"]]}, ("terms", 0), "expected a text, got ['a']"),
        ({"pattern": "("}, ("pattern",), "not a regular expression"),
        ({"pattern": ["a", "("]}, ("pattern", 1), "not a regular expression"),
        ({"pattern": "a", "unless": "["}, ("unless",), "not a regular expression"),
        ({"pattern": "a", "anchors": ["a", "("]}, ("anchors", 1), "not a regular expression"),
        ({"pattern": "a", "anchors": ["a(?=b)"]}, ("anchors", 0), "not an anchor"),
        ({"pattern": "a", "group": "1"}, ("group",), "no group '1'"),
        ({"pattern": "(a)", "group": "x"}, ("group",), "no group 'x'"),
        ({"pattern": "a", "scope": "document"}, ("scope",), "line, text"),
        ({"pattern": "a", "scope": "text", "min_run": "2"}, ("scope",), "leave min_length, max_length, min_run out"),
        ({"chars": "z-a"}, ("chars",), "not a regular expression"),
        ({"chars": ""}, ("chars",), "not a regular expression"),
        ({"chars": "a", "min_run_length": "0"}, ("min_run_length",), ">= 1"),
        ({"count": {"terms": ["a"]}}, (), "the key 'at_least' is missing"),
        ({"count": {"terms": ["a"]}, "at_least": "0"}, ("at_least",), ">= 1"),
        ({"count": {"trems": ["a"]}, "at_least": "1"}, ("count", "trems"), "did you mean 'terms'"),
        ({"measure": "lengthh", "above": "1"}, ("measure",), "no measure 'lengthh'"),
        ({"measure": "words"}, ("measure",), "needs 'below' or 'above'"),
        ({"measure": "words", "above": "many"}, ("above",), "expected a number or nothing, got 'many'"),
        ({"zone": "middle"}, ("zone",), "head, tail"),
        ({"zone": "head", "min_lines": "0"}, ("min_lines",), ">= 1"),
        ({"all": []}, ("all",), "at least one kind"),
        ({"all": [{"not": {"pattern": "a"}}]}, ("all",), "at least one kind that is not under 'not'"),
        ({"all": [{"pattern": "a"}, {"not": {"pattern": "("}}]}, ("all", 1, "not", "pattern"), "not a regular"),
        ({"any": []}, ("any",), "at least one kind"),
        ({"any": [{"pattern": "a"}, {"any": [{"zone": "x"}]}]}, ("any", 1, "any", 0, "zone"), "no valid value"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_a_place(find: Any, path: tuple[str | int, ...], message: str) -> None:
    with pytest.raises(SpecError) as error:
        build(find, ("find",))
    assert error.value.path == ("find", *path)
    assert message in error.value.message


def test_every_kind_is_tested_here() -> None:
    assert set(KINDS) == {"terms", "pattern", "chars", "measure", "count", "zone", "all", "any"}


SAFE = {"safety": Safety.SAFE}


@pytest.mark.parametrize(
    ("repair", "find", "text", "wanted"),
    [
        (delete("match"), {"pattern": "x+"}, "axxb", "ab"),
        (delete("line"), {"pattern": "x"}, "a\nbx\nc", "a\nc"),
        (delete("line"), {"pattern": r"x\n+y", "scope": "text"}, "a\nbx\n\nyz\nc", "a\nc"),
        (delete("paragraph"), {"pattern": "x"}, "a\nb\n\nc\nx\nd\n\ne", "a\nb\n\ne"),
        (delete("paragraph"), {"pattern": r"x\s+y", "scope": "text"}, "a\n\nb\nx\n\ny\nc\n\nd", "a\n\nd"),
        (delete("paragraph"), {"pattern": r"\n \n", "scope": "text"}, "a\n \nb\n\nc", "c"),
        (delete("paragraph"), {"pattern": "^ +$"}, "a\n\n  \nb", "a\n\n\nb"),
        (replace("y"), {"pattern": "x"}, "axx", "ayy"),
        (replace(r"\2-\1"), {"pattern": "(a)(b)"}, "ab", "b-a"),
        (replace(r"\g<x>"), {"pattern": "(?P<x>a)b"}, "ab", "a"),
        (replace(""), {"pattern": "x"}, "axb", "ab"),
        (replace("z"), {"pattern": "a(x)", "group": "1"}, "ax", "az"),
        (replace(r"\1"), {"terms": ["x"]}, "x", r"\1"),
        (replace(" "), {"chars": "\xa0"}, "a\xa0\xa0b", "a b"),
    ],
)
def test_fixes(repair: Any, find: Mapping[str, Any], text: str, wanted: str) -> None:
    assert fixed([yaml_rule(find, repair=repair, **SAFE)], text).text == wanted


def test_a_replacement_by_the_same_is_no_fix() -> None:
    result = fixed([yaml_rule({"pattern": "x"}, repair=replace("x"), **SAFE)], "axb")
    assert (result.text, result.edits, result.findings[0].safety) == ("axb", (), None)


def test_many_matches_in_many_paragraphs() -> None:
    text = "x\n\ny\n\n" * 20_000
    result = fixed([yaml_rule({"pattern": "x", "anchors": ["x"]}, repair=delete("paragraph"), **SAFE)], text)
    assert result.text == "y\n\n" * 20_000


@pytest.mark.parametrize("scope", ["line", "text"])
def test_many_matches_in_one_line_ask_for_its_exception_once(scope: str) -> None:
    text = "x" * 50_000
    assert len(found({"pattern": "x", "scope": scope, "unless": "[abc]+y"}, text)) == len(text)


def test_the_limit_is_a_time() -> None:
    assert 0 < limits.SECONDS <= 5

"""The scan finds the same with Hyperscan and without: only the time differs."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import regex
from core_tools import everywhere, junk, texts, yaml_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Linter, Rule, SourceError, rule
from textlint.anchor import Anchor, AnchorError, LineAnchor, TermAnchor, portable
from textlint.batch import Batch
from textlint.finding import Match
from textlint.kinds import build
from textlint.scan import Scanner
from textlint.scan.plan import SHORT, planned

PHRASES = [
    "Comments are closed", "don't miss it", "L’été {n} fois", "share {} now", "{n} comments", "kelvin kiss", "straße",
    "ΟΔΌΣ", "i̇stanbul", "İstanbul", "(c) all rights", "分享到", "ติดตามเรา", "c++", "a", "ᾳδης", "naïve café",
]  # fmt: skip
FINDS: list[Mapping[str, Any]] = [
    *({"terms": {"en": PHRASES}, "match": how} for how in ("line", "prefix", "suffix", "contains")),
    {"terms": PHRASES, "where": "tail"},
    {"terms": PHRASES, "match": "contains", "min_run": "2"},
    {"pattern": r"\b(?:kiss|istanbul|σ)", "ignore_case": "true", "anchors": ["(?i)(?:kiss|istanbul|σ)"]},
    {"pattern": r"^\W*share\b", "anchors": [r"^[^a-z0-9]*share"]},
    {"pattern": r"now\W*$", "anchors": [r"now[^a-z0-9]*$"]},
    {"pattern": r"(?s)closed.*now", "scope": "text", "anchors": ["closed"]},
    {"pattern": [r"\d+ comments", "fois"], "anchors": [r"\d", "fois"], "unless": "kelvin"},
    {"pattern": r"share[ \xa0]+now", "anchors": ["share +now"]},
    {"pattern": r"(?<![a-z])comments", "anchors": [r"[^a-z]+comments"]},
    {"pattern": r"kelvin[ \xa0]kiss", "ignore_case": "true", "anchors": ["(?i)kelvin kiss"]},
    {"pattern": "comments|fois", "anchors": ["comments|fois"], "max_length": "40"},
    {"chars": "’\u200b\ufeff\u2028\xa0"},
    {"chars": r"\s", "min_run_length": "2"},
    {"chars": r"^\w\s"},
    {"chars": r"\x00-\x08\u200b-\u200d"},
    {"count": {"terms": PHRASES, "match": "contains"}, "at_least": "2"},
    {"zone": "tail", "min_lines": "2"},
    {"all": [{"terms": PHRASES, "match": "contains"}, {"pattern": "s"}, {"not": {"chars": "!"}}]},
    {"any": [{"terms": PHRASES}, {"pattern": "kiss", "anchors": ["kiss"]}]},
]
RULES = [Rule(f"test/{number}", "About", "Why", build(find)) for number, find in enumerate(FINDS)]
FAST, PLAIN = Linter.with_rules(RULES), Linter.with_rules(RULES, use_hyperscan=False)
UNHELD = Linter.with_rules([Rule(r.id, "About", "Why", everywhere(r.finder)) for r in RULES], use_hyperscan=False)

EDGES = st.one_of(
    st.text(st.sampled_from(" .!’'\xa0«—_\u200b\ud800\t"), max_size=6),
    st.tuples(st.sampled_from(" .’\xa0—\ud800"), st.integers(0, 40)).map(lambda p: p[0] * p[1]),
)
ODD = {
    "k": "\u212a",
    "i": "\u0130",
    "I": "\u0130",
    "s": "\u017f",
    "ß": "\u1e9e",
    "σ": "ς",
    "ς": "Σ",
    "'": "’",
    " ": "\xa0",
}


@st.composite
def lines(draw: st.DrawFn) -> str:
    phrase = draw(st.sampled_from(PHRASES)).replace("{n}", draw(st.sampled_from(["1", "12,5", "3 k", "x"])))
    phrase = phrase.replace("{}", draw(st.sampled_from(["", "it", "y" * 59, "y" * 70])))
    change = draw(st.sampled_from([str, str.upper, str.title, str.lower]))
    phrase = change(phrase)
    odd = draw(st.sampled_from(["", *ODD]))
    phrase = phrase.replace(odd, ODD[odd]) if odd else phrase
    return str(draw(EDGES) + phrase + draw(EDGES) + draw(st.sampled_from(["", "", " more", "s"])))


documents = st.one_of(
    texts,
    st.lists(st.tuples(st.one_of(lines(), texts), st.sampled_from(["\n", "\r\n", "\r", "\n\n"])), max_size=6).map(
        lambda parts: "".join(part for pair in parts for part in pair)
    ),
)


@given(st.lists(documents, min_size=1, max_size=4))
@settings(max_examples=250, deadline=None)
def test_both_scanners_and_none_lead_to_the_same_findings(values: list[str]) -> None:
    fast = [result.findings for result in FAST.fix_batch(values)]
    assert fast == [result.findings for result in PLAIN.fix_batch(values)]
    assert fast == [FAST.check(value) for value in values]


@given(documents)
@settings(max_examples=250, deadline=None)
def test_anchors_hold_back_no_line(value: str) -> None:
    assert FAST.check(value) == UNHELD.check(value)


EDGED = [yaml_rule({"terms": ["comments are closed", "{n} comments (new)"]})]
BOTH = [Linter.with_rules(EDGED), Linter.with_rules(EDGED, use_hyperscan=False)]


@pytest.mark.parametrize("edge", [" ", "’", "\xa0", "—", "\ud800", "😀"])
@pytest.mark.parametrize("linter", BOTH)
def test_edges_of_every_length(edge: str, linter: Linter) -> None:
    for count in range(41):
        size = count * len(edge.encode(errors="surrogatepass"))
        ends = edge * count
        for text in (f"{ends}Comments are closed", f"Comments are closed{ends}", f"5 comments (new){ends}"):
            found = [linter.check(text + end) for end in ("", "\n", "\r\n")]
            assert [len(findings) for findings in found] == [size <= 32] * 3, text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("^foo", "a\nfoo"),
        ("foo$", "foo\r\na"),
        ("foo$", "foo"),
        ("[$]foo", "a $foo"),
        (r"\$foo", "a $foo"),
        ("(?i)ISTANBUL", "\u0130stanbul"),
        ("(?i)[a-z]stanbul", "\u0130stanbul"),
        ("(?i)éclair", "ÉCLAIR"),
        ("(?i)kiss", "\u212ai\u017fs"),
        ("[\0-\x03]", "a\x02"),
        (r"[\u200b\x{200c}]", "a\u200c"),
        (r"\x{1f600}", "😀"),
        (r"\U0001f600", "😀"),
        (r"\x41", "A"),
        ("[\ud800-\udfff]", "a\udc00"),
        ("[^a-z]", "a\n"),
        (r"\s+b", "a b"),
        ("[]a]b", "]b"),
        (r"(?:x|[[:digit:]]{2})", "12"),
    ],
)
def test_an_anchor_is_found_by_both(expression: str, text: str) -> None:
    for use in (True, False):
        lines, owners = Scanner(planned([[Anchor(expression)]]), None, use).candidates(Batch([text]))
        value = next(i for i, line in enumerate(regex.split(r"\r\n|\n|\r", text)) if line != "a" or len(text) < 3)
        assert value in lines.tolist(), use
        assert set(owners.tolist()) == {0}


@pytest.mark.parametrize("use_hyperscan", [True, False])
@pytest.mark.parametrize(
    ("expression", "text", "line"),
    [
        ("share now", "\nshare\xa0now\n", 1),
        ("share +now", "a\nshare\xa0 now\nb", 1),
        ("[ ]now$", "é\nshare\xa0now", 1),
        ("(?i)kiss", "a\n\xa0K\u0130SS", 1),
        ("(?i)[^i]b", "\n\u0130b", 1),
        ("[^a-z]+share", "x\n\nshare", 2),
        ("[^a-z]*share", "\n\n\nshare\n", 3),
        (r"\s+share\s", "x\n share\n\n", 1),
        (r"x\n*share", "x\n\n\nshare", 3),
    ],
)
def test_where_an_odd_form_or_a_line_end_is_part_of_a_match(
    expression: str, text: str, line: int, use_hyperscan: bool
) -> None:
    lines, _ = Scanner(planned([[Anchor(expression)]]), None, use_hyperscan).candidates(Batch([text]))
    assert line in lines.tolist()


@pytest.mark.parametrize("expression", ["foo$", "^b", "(?i)ab"])
def test_an_anchor_is_found_nowhere_else(expression: str) -> None:
    for use in (True, False):
        assert not len(Scanner(planned([[Anchor(expression)]]), None, use).candidates(Batch(["foo b", "c", ""]))[0])


@pytest.mark.parametrize(
    "expression",
    [
        "a(?=b)",
        "a(?!b)",
        "(?<=a)b",
        "(?<!a)b",
        "(?>a)b",
        r"\bfoo",
        r"(a)\1",
        "a++b",
        "a*",
        "",
        "(a",
        "[a",
        r"\x{110000}",
        "a**",
    ],
)
@pytest.mark.parametrize("use_hyperscan", [True, False])
def test_an_anchor_that_cannot_be_scanned_for_names_its_rule(expression: str, use_hyperscan: bool) -> None:
    @rule("test/wrong", anchors=["fine", expression])
    def wrong(text: Any, lines: Any) -> Any:
        """Wrong."""
        yield Match(0, 0)

    with pytest.raises(SourceError, match=r"test_core_scan\..*wrong: rule 'test/wrong': not an anchor: "):
        Linter.with_rules([junk(), wrong], use_hyperscan=use_hyperscan)


def test_what_is_portable_says_what_is_not() -> None:
    with pytest.raises(AnchorError, match=r"\(\?= is not known to every scanner: 'a\(\?=b\)'"):
        portable(Anchor("a(?=b)"))
    assert portable(Anchor(r"a\(?=b")) == r"a\(?=b"
    assert portable(Anchor("[(?=]a$")) == "[(?=]a\\r?$"


def test_a_dotted_capital_is_left_out_where_its_lines_are_scanned_without_it() -> None:
    assert portable(Anchor("(?i)a[- ]b[-a]")) == "(?i)a[\u0130\\- ]b[\u0130\\-a]"
    assert portable(Anchor("(?i)hi[^a]")) == "(?i)h[iI\u0130][^a]"
    assert portable(Anchor("(?i)hi[^a]"), dotted=False) == "(?i)hi[^a]"
    assert portable(Anchor(r"(?i)hi\x{130}"), dotted=False) == "(?i)h[iI\u0130]\u0130"


def test_every_owner_of_an_anchor_gets_its_lines() -> None:
    anchors = [[Anchor("a"), Anchor("b")], [], [Anchor("a"), TermAnchor("a"), LineAnchor(("a",))], [Anchor("zz")]]
    for use in (True, False):
        lines, owners = Scanner(planned(anchors), None, use).candidates(Batch(["x\na b", "b"]))
        assert sorted(zip(lines.tolist(), owners.tolist(), strict=True)) == [(1, 0), (1, 2), (2, 0)]


def test_no_anchors_and_no_texts() -> None:
    for use in (True, False):
        assert not len(Scanner(planned([]), None, use).candidates(Batch(["a"]))[0])
        assert not len(Scanner(planned([[Anchor("a")]]), None, use).candidates(Batch([]))[0])


def test_one_linter_in_several_threads() -> None:
    linter = Linter.with_rules([junk()])
    text = "A JUNK b\nfine\n" * 2000
    wanted = linter.fix(text)
    results: list[object] = []
    threads = [threading.Thread(target=lambda: results.append(linter.fix(text))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [wanted] * 6


def test_an_anchor_that_takes_too_long_without_hyperscan_holds_back_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.scan.plain.SECONDS", 0.05)
    scanner = Scanner(planned([[Anchor("(?:a|aa)+X")]]), None, False)
    lines, _ = scanner.candidates(Batch(["é\n" + "a" * 5000, "b"]))
    assert lines.tolist() == [0, 1, 2]


@pytest.mark.parametrize("length", [70, 80, 81, 100, 133, 134, 300, 400])
def test_long_phrases(length: int) -> None:
    phrase = ("don't stop " * 40)[:length].strip()
    rules = [yaml_rule({"terms": [phrase]})]
    for text in (phrase, phrase.replace("'", "’").replace(" ", "\xa0"), f"{'—' * 10}{phrase}{'’' * 10}\r\n"):
        for use in (True, False):
            assert len(Linter.with_rules(rules, use_hyperscan=use).check(text)) == 1


def test_every_rule_of_these_tests_finds_something() -> None:
    text = "\n".join(
        [
            "1 comments kiss",
            "L’ÉTÉ 3 fois",
            "share it now",
            "comments are closed",
            "",
            "then: now",
            "share\xa0now",
            "\xa0\xa0",
            "kelvin kiss",
        ]
    )
    found = {finding.rule for finding in FAST.check(f"{text}\ndon't miss it!\nshare it now \0  a")}
    assert found == {rule.id for rule in RULES}


@pytest.mark.parametrize("use_hyperscan", [True, False])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("word", ["kelvin kiss", "kelvin\xa0kiss", "\u212aelvin kiss"])
def test_long_lines_are_scanned_for_those_that_count_them(word: str, end: str, use_hyperscan: bool) -> None:
    lines = [word + "é" * (size - len(word)) for size in (SHORT, SHORT + 1, 20, 2 * SHORT, SHORT)]
    anchors = [[Anchor("(?i)kelvin kiss")], [Anchor("(?i)kelvin kis")], [Anchor("(?i)kelvin")], [Anchor("(?i)kelvin")]]
    scanner = Scanner(planned(anchors, [SHORT, SHORT + 1, SHORT, None]), None, use_hyperscan)
    found = set(
        zip(*(column.tolist() for column in scanner.candidates(Batch([end.join(lines), "", word]))), strict=True)
    )
    assert scanner.candidates(Batch(["x" * (SHORT + 1)]))[0].tolist() == []
    short = {(line, 0) for line in (0, 2, 4, 6)}
    assert found == short | {(line, owner) for owner in (1, 2, 3) for line in (0, 1, 2, 3, 4, 6)}


@given(st.lists(st.tuples(st.booleans(), texts), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=100, deadline=None)
def test_a_part_of_a_batch_holds_the_lines_that_are_kept(values: list[tuple[bool, str]], end: str) -> None:
    batch = Batch([end.join(regex.sub(r"[\r\n]", "", value) for _, value in values)])
    kept = [keep for keep, _ in values]
    part = batch.part(np.array(kept))
    for name in ("lengths", "blank"):
        assert getattr(part, name).tolist() == getattr(batch, name)[kept].tolist()
    spans = zip(part.starts.tolist(), part.ends.tolist(), strict=True)
    whole = zip(batch.starts[kept].tolist(), batch.ends[kept].tolist(), strict=True)
    assert [part.buffer[a:b] for a, b in spans] == [batch.buffer[a:b] for a, b in whole]

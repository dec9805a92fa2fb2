"""A line is asked only for the phrases that it can hold, and nothing is found or missed by that."""

from __future__ import annotations

from typing import get_args

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.anchor import EDGE
from textlint.fold import fold
from textlint.kinds.phrases import PLACEHOLDER, PLACEHOLDERS, How, Phrases
from textlint.line import Line

WORDS = [
    "share", "shares", "this", "a", "k", "read more", "²", "½", "_", "c++", "(c)", "'", "é", "е́", "ς", "分享", "到",
    "ติดตาม", "コメント", "{", "}", "n", ".", "\u200d", "\u0301", "\u2028", "😀",
]  # fmt: skip
GAPS = ["", "", " ", " ", " {} ", "{}", "{n} ", " {n}", "{n}", "{n}{}"]
FILLS = ["", " ", "1", "12,5", " 3 k", "x", "it ", "7m", "y" * 60, "y" * 61]

gapped = st.lists(st.tuples(st.sampled_from(GAPS), st.sampled_from(WORDS)), min_size=1, max_size=4)
phrases = gapped.map(lambda parts: fold(" ".join("".join(part for pair in parts for part in pair).split())))
edges = st.text(st.sampled_from(" .-_»a1"), max_size=3)


def wanted(phrase: str) -> bool:
    """Whether a phrase is one that a rule may name."""
    return any(char.isalnum() for char in PLACEHOLDER.sub("", phrase))


@st.composite
def lists_and_lines(draw: st.DrawFn) -> tuple[list[str], str]:
    """A list of phrases, and a line that holds some of them, or what is like them."""
    listed = draw(st.lists(phrases.filter(wanted), min_size=1, max_size=6))
    parts = draw(st.lists(st.one_of(st.sampled_from(listed), phrases, edges), max_size=5))
    filled = [PLACEHOLDER.sub(lambda _: draw(st.sampled_from(FILLS)), part) for part in parts]
    return listed, fold(draw(st.sampled_from(["", " "])).join(filled))


def plainly(listed: list[str], how: How, line: str) -> list[tuple[int, int]]:
    """What one pattern of all phrases finds."""
    bodies = []
    for phrase in sorted(listed, key=len, reverse=True):
        spaced = [c.isalnum() and not regex.match(r"[\p{Han}\p{Katakana}\p{Thai}]", c) for c in phrase]
        parts = [PLACEHOLDERS.get(part, regex.escape(part)) for part in PLACEHOLDER.split(phrase) if part]
        bodies.append(r"(?<!\w)" * spaced[0] + "".join(parts) + r"(?!\w)" * spaced[-1])
    edge = rf"[\W_]{{0,{EDGE}}}"
    before, after = f"^{edge}" * (how in ("line", "prefix")), f"{edge}$" * (how in ("line", "suffix"))
    pattern = regex.compile(f"{before}(?P<phrase>{'|'.join(bodies)}){after}")
    return [found.span("phrase") for found in pattern.finditer(line)]


@given(lists_and_lines(), st.sampled_from(get_args(How)))
@settings(max_examples=400, deadline=None)
def test_the_few_phrases_of_a_line_match_as_all_would(case: tuple[list[str], str], how: How) -> None:
    listed, line = case
    assert [found.span("phrase") for found in Phrases(listed, how).find(Line(line))] == plainly(listed, how, line)


def test_the_longest_phrase_goes_first_and_no_other_is_asked_for() -> None:
    found = Phrases(["share", "share {n} times", "like"], "contains").find(Line("share 3 times, share, unlikely"))
    assert [match["phrase"] for match in found] == ["share 3 times", "share"]
    assert "like" not in found[0].re.pattern

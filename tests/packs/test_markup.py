"""Pack markup: texts about markup are left alone, what is taken out leaves the words, hostile input ends in time."""

from __future__ import annotations

import time

import pytest

from lint_rules._tags import balanced, removals, tags
from textlint.edits import apply
from textlint.linter import Linter

SAFE = Linter(select=["markup/*"], budget=1)
ALL = Linter(select=["markup/*"], unsafe_fixes=True, budget=1)

LEFT_ALONE = [
    "To make a word bold in HTML, write <b>word</b>.",
    "In CSS, a rule looks like this:\na { color: red; }",
    "```\n<p>Example</p>\n```",
    "Our JavaScript starts with\nwindow.dataLayer = window.dataLayer || [];",
    "BBCode has [b]bold[/b] and [i]italic[/i].",
    "The Jinja template is\n{% if user %}\n{{ user.name }}\n{% endif %}",
    'The shortcode [gallery ids="1,2"] shows three pictures.',
    "if (a < b && c > d) { return List<String>; }",
    "Map<Integer, List<A>> and std::vector<i>",
    "From: Ann Miller <ann@example.org>",
    "Replace <name> and <p1> in <https://example.org/a>.",
    "i < 5, p > 0.05 and n<b",
    "He wrote “[s]he is here” and “[I] am not”.",
    "See [1], [2] and [a-z].",
    "Position: left. Color: red.",
    "It said null and void; undefined behaviour.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_text_about_markup_stays(text: str) -> None:
    assert SAFE.fix(text).text == text


REMOVED = [
    ("One <i>word</i> here.", "One word here."),
    ("One <i> word </i> here.", "One word here."),
    ("One<br>two<br/>three<BR />four", "One\ntwo\nthree\nfour"),
    ("One<br><br>two", "One\n\ntwo"),
    ("<div><p>One</p> <p>two</p></div>", "One\n\ntwo"),
    ("<ul><li>One</li><li>two</li></ul>", "One\n\ntwo"),
    ("<tr><td>One</td><td>two</td></tr>", "One two"),
    ('<a href="x">One</a><a href="y">two</a>', "Onetwo"),
    ('<a href="x">One</a> <a href="y">two</a>', "One two"),
    ("One<script>var a = '<b>';</script> two", "One two"),
    ('One <img src="a.png" alt="x > y"/> two', "One two"),
]


@pytest.mark.parametrize(("line", "wanted"), REMOVED)
def test_words_stay_apart(line: str, wanted: str) -> None:
    assert apply(line, removals(line, tags(line))).replace("\n\n", "\n") == wanted.replace("\n\n", "\n")
    assert ALL.fix(line).text.split() == wanted.split()


def test_balance() -> None:
    assert balanced(tags("<b>a</b><br><p>c"))
    assert not balanced(tags("</b>a<b>"))
    assert not balanced(tags("<b>a"))


HARD = [
    "<", "<a ", "<a b ", "</p>", "a<br>", "<!--", "<!-- --", "<script>", "<script></script>", "[", "[b]", "[b][/b]",
    "[caption ", '[caption a="', "{{", "{{a}}", "{{a}} x ", "[[File:", "{{cite ", "a[1]", "a[1] ", "a{color:", "a{color:red}",
    "var x = ", "function(", '{"@type":', "![a](", "[a](/", "'''a", "a [edit]", "${a}", "%(a)s",
    "[object Object]", "//<![CDATA[",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD)
def test_takes_linear_time_and_settles(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    start = time.perf_counter()
    fixed = ALL.fix(text).text
    assert time.perf_counter() - start < 20
    assert ALL.fix(fixed).text == fixed

"""Escaping: nothing that a terminal, a renderer or a CI service might obey comes through."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.reports.escape import (
    code,
    command_message,
    command_property,
    fence,
    json_text,
    prose,
    shorten,
    spaced,
    visible,
)

ANY = st.text(st.characters(codec=None, categories=None))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def harmless(text: str) -> bool:
    """No control character (a line feed is one), lone surrogate, line separator or override of the direction."""
    return not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in BIDI for c in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("one\ntwo", "one⏎two"),
        ("a\r\n\tb", "a\\r⏎\\tb"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\udc80\ud83d", "\\udc80\\ud83d"),
        ("zero\u200bwidth\ufeff soft\xadhyphen", "zero\\u200bwidth\\ufeff soft\\xadhyphen"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("##[error]x ##vso[task.setvariable]y", "##\\x5berror]x ##vso\\x5btask.setvariable]y"),
        ("[link] # [x]", "[link] # [x]"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("\u200c", "\\u200c"),
        ("a\u200db", "a\\u200db"),
        ("naïve “quotes” 漢字 \xa0", "naïve “quotes” 漢字 \xa0"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY)
def test_visible_is_harmless_and_can_be_written(text: str) -> None:
    shown = visible(text)
    assert harmless(shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown) == shown


def test_spaces_at_the_ends_are_shown() -> None:
    assert [spaced(t) for t in ("", " ", "  a b ", "\n\n", " \n")] == ["", "␣", "␣␣a b␣", "⏎⏎", "␣⏎"]


def test_shorten_takes_the_middle_out() -> None:
    assert shorten("abcdefghij", 10) == "abcdefghij"
    assert shorten("abcdefghijk", 5) == "ab…jk"
    assert [len(shorten("x" * 500, n)) for n in (1, 2, 3, 80)] == [1, 2, 3, 80]


@given(ANY)
def test_json_text_holds_the_same_value(text: str) -> None:
    written = json_text(json.dumps({"text": text}, ensure_ascii=False))
    assert harmless(written)
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(written)["text"] == joined


def test_json_text_leaves_letters_alone() -> None:
    assert json_text('"漢字 é"') == '"漢字 é"'
    assert json_text('"\U000e0041\x7f"') == '"\\udb40\\udc41\\u007f"'


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("plain", "`plain`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("``x``", "``` ``x`` ```"),
        (" x ", "`␣x␣`"),
        ("a\nb", "`a⏎b`"),
        ("", "(nothing)"),
        ("a|b", "`a|b`"),
    ],
)
def test_code_spans(text: str, span: str) -> None:
    assert code(text) == span


def test_code_in_a_cell_keeps_the_cell_together() -> None:
    assert code("a|b", cell=True) == "`a\\|b`"


def test_a_fence_is_longer_than_any_run_inside() -> None:
    assert fence(["a", "````", "b"], "diff").split("\n") == ["`````diff", "a", "````", "b", "`````"]


@given(ANY)
def test_prose_and_code_render_as_the_text(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    render = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    html = render.render(prose(text))
    assert not re.findall(r"<(?!/?p>)", html)
    assert render.render(f"x {code(text)} y").count("<") == (2 if not text else 4)


@pytest.mark.parametrize(
    "text", ["# no heading", "- no list", "1. no list", "> no quote", "    no code", "=== x", "+ a"]
)
def test_prose_starts_nothing(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    html = markdown_it.MarkdownIt("commonmark").render(prose(text))
    assert html.startswith("<p>")
    assert html.count("<p>") == 1


def test_prose_keeps_html_and_emphasis_as_text() -> None:
    assert prose("<b>*x*</b> a_b | :smile: 10:30") == "&lt;b&gt;\\*x\\*&lt;/b&gt; a\\_b \\| \\:smile: 10:30"


@given(ANY)
def test_commands_stay_one_line_and_one_value(text: str) -> None:
    assert harmless(command_message(text))
    value = command_property(text)
    assert not set(value) & set("\r\n:,")


def test_command_escapes() -> None:
    assert command_message("100%\n::error::x") == "100%25⏎::error::x"
    assert command_property("a:b,c%") == "a%3Ab%2Cc%25"

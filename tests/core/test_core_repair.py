"""What YAML rules do about what they find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from core_tools import fixed, yaml_rule

from textlint.finding import Safety
from textlint.repair import delete, replace

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

"""What is wrong in a kind has a place, and a way out."""

from __future__ import annotations

from typing import Any

import pytest

from textlint.kinds import build
from textlint.spec import SpecError


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

"""Expressions whose compiled form is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from textlint.regexes import SHORT, compiled
from textlint.store import Store

LONG = [
    (r"(?x)^(?P<name> \p{Lu}[\w'’]*+ ) [ ] (?: news | times | post )\b", regex.I | regex.M),
    (r"(?<=[.!?])(?=\p{Lu})|\b(?:one|two|three|four)\b|[\ud800-\udfff]++", 0),
]
TEXT = "Valley News and the TIMES.\nHill Post.Then two more \ud800\udc00 of four"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("expression", "flags"), LONG)
def test_what_is_kept_matches_as_what_was_compiled(folder: Path, expression: str, flags: int) -> None:
    regex.purge()
    first, again = compiled(expression, flags), compiled(expression, flags)
    assert again is not first
    for pattern in (first, again):
        assert [m.span() for m in pattern.finditer(TEXT)] == [m.span() for m in regex.finditer(expression, TEXT, flags)]
        assert (pattern.pattern, pattern.flags, pattern.groupindex) == (first.pattern, first.flags, first.groupindex)
    assert len(list(folder.iterdir())) == 1


def test_other_flags_are_another_form(folder: Path) -> None:
    expression = LONG[0][0]
    assert compiled(expression, regex.I).search("valley news")
    assert not compiled(expression).search("valley news")
    assert len(list(folder.iterdir())) == 2


def test_a_damaged_file_is_made_again(folder: Path) -> None:
    expression, flags = LONG[0]
    compiled(expression, flags)
    [path] = folder.iterdir()
    whole = Store(folder).get(path.stem)
    for damage in (lambda: path.write_bytes(path.read_bytes()[:-1]), lambda: Store(folder).put(path.stem, b"")):
        damage()
        assert compiled(expression, flags).search(TEXT)
        assert Store(folder).get(path.stem) == whole


def test_short_ones_are_not_kept(folder: Path) -> None:
    assert compiled("a" * (SHORT - 1)).fullmatch("a" * (SHORT - 1))
    assert not list(folder.iterdir())


def test_what_is_no_expression_is_an_error() -> None:
    with pytest.raises(regex.error):
        compiled("(" + "a" * SHORT)

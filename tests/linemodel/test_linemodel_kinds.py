"""Texts of many kinds that an author wrote in short lines: all of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from textlint import Linter

TEXTS = yaml.safe_load(Path(__file__).with_name("authors_lines.yaml").read_text(encoding="utf-8"))
KNOWN = {"curriculum": "words of a menu as hobbies"}
MARKS = {kind: pytest.mark.xfail(reason=reason, strict=True) for kind, reason in KNOWN.items()}


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=MARKS.get(kind, ())) for kind in TEXTS])
def test_an_authors_short_lines_stay(kind: str) -> None:
    linter = Linter(select=["boilerplate", "footer", "repetition"])
    assert linter.fix(TEXTS[kind]).edits == ()

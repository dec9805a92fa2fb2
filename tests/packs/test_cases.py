"""Hard cases of the packs ``spacing`` and ``paragraphs`` in many languages, one file a language under ``tests/cases``.

A case is one text. ``keep`` must come out as it went in; in ``fix`` marks show what is to be put in or changed:
``⟪ ⟫`` a space, ``⟪\\n\\n⟫`` a paragraph break, ``⟪old→new⟫`` a change. ``unsafe: true`` lets the unsafe fixes of both
packs run, too; ``known`` says why a case that goes wrong today is accepted, and is strict.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from textlint import Linter
from textlint.source import read_source

FOLDER = Path(__file__).parents[1] / "cases"
_MARK = re.compile("⟪(?:([^⟪⟫→]*)→)?([^⟪⟫→]*)⟫")
LEAST = 600  # cases in all


def cases() -> list[Any]:
    """Every case as a parameter set: the text as it goes in and must come out, whether unsafe fixes run, if it changes."""
    found = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        for number, case in enumerate(read_source(path).data["cases"], 1):
            marked = case["fix"] if "fix" in case else case["keep"]
            before = _MARK.sub(lambda m: m[1] or "", marked)
            after = _MARK.sub(lambda m: m[2], marked)
            known = [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else []
            name = f"{path.parent.name}-{path.stem}-{number}"
            values = (before, after, case.get("unsafe") == "true", "fix" in case)
            found.append(pytest.param(*values, id=name, marks=known))
    return found


CASES = cases()


@lru_cache
def linter(unsafe: bool) -> Linter:
    return Linter(select=["spacing", "paragraphs"], unsafe_fixes=unsafe)


@pytest.mark.parametrize(("before", "after", "unsafe", "changes"), CASES)
def test_case(before: str, after: str, unsafe: bool, changes: bool) -> None:
    assert (before != after) == changes, "a case to fix has marks, one to keep has none"
    assert linter(unsafe).fix(before).text == after


def test_there_are_many_cases() -> None:
    assert len(CASES) >= LEAST


@pytest.mark.parametrize("unsafe", [False, True])
def test_all_cases_in_one_batch_come_out_as_each_alone(unsafe: bool) -> None:
    texts = [case.values[0] for case in CASES]
    together = linter(unsafe).fix_batch(texts)
    assert [result.text for result in together] == [linter(unsafe).fix(text).text for text in texts]

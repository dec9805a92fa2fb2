"""The packs that ship, kept: an outline, and the rest rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.shipped import outlines, rest
from textlint.source import read_source

PACK = """pack: mine
about: What is mine.
rules:
  - {id: one, about: A, why: B, find: {terms: [read more]}, examples: [{pass: "a"}]}
  - {id: two, about: C, why: D, find: {pattern: "x+"}, examples: [{pass: "b"}]}
"""


@pytest.fixture(autouse=True)
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "mine.yaml").write_text(PACK)
    return folder


def test_outline_and_rest_are_the_whole_pack(packs: Path) -> None:
    whole = read_source(packs / "mine.yaml").data
    for _ in range(2):  # made, then kept
        source, key = outlines(packs)["mine.yaml"]
        rules = [{**rule, **rest(source.file, key, i)} for i, rule in enumerate(source.data["rules"])]
        assert {**source.data, "rules": rules} == whole


def test_a_changed_pack_is_read_anew(packs: Path) -> None:
    outlines(packs)
    (packs / "mine.yaml").write_text(PACK.replace("x+", "y+"))
    source, key = outlines(packs)["mine.yaml"]
    assert rest(source.file, key, 1)["find"] == {"pattern": "y+"}

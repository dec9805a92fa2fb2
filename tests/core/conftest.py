"""What the tests of the core share: a cache of compiled anchors that is theirs alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


PACK = """\
pack: mine
about: My rules
rules:
  - id: read-more
    about: A link to more
    why: It is no part of the text.
    find: {terms: {en: [read more]}}
    fix: {delete: line, safety: safe}
    examples: []
  - id: odd
    about: Rarely wanted
    why: It is rarely wanted.
    enabled: false
    find: {pattern: odd}
    fix: {delete: match, safety: unsafe, because: it depends}
    examples: []
"""
PLUGIN = """\
from collections.abc import Iterator
from typing import Literal
from textlint import Match, rule
from textlint.spec import SpecError

def ready(mode="soft", times=1):
    if times > 99:
        raise SpecError("more than anybody needs", ("times",))

@rule("plug/one", anchors=["one"], ready=ready)
def one(text, lines, *, mode: Literal["soft", "hard"] = "soft", times: int = 1) -> Iterator[Match]:
    "One."
    for i in lines:
        yield Match(*text.span(i), message=f"{mode} {times!r}")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack and a plugin, beside which no rules ship."""
    monkeypatch.setattr("textlint.ruleset.builtin_packs", list)
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.yaml").write_text(PACK)
    (tmp_path / "core_config_plugin.py").write_text(PLUGIN)
    return tmp_path

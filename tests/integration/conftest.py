"""What the integration tests share: this repository as it stands, in a copy of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from integration.commands import commit

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis"
)


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment without what would lead to this source tree, with caches that nobody else uses."""
    caches = tmp_path_factory.mktemp("caches")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV", "PRE_COMMIT"))}
    names = ("TEXTLINT_CACHE_DIR", "PRE_COMMIT_HOME", "HF_HOME")
    author = {
        f"GIT_{who}_{what}": f"{what}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return kept | {name: str(caches / name.lower()) for name in names} | author | {"PYTHONUTF8": "1", "NO_COLOR": "1"}


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's files, so that building and committing leave no trace in it."""
    copy = tmp_path_factory.mktemp("repository") / "textlint"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


@pytest.fixture(scope="session")
def clone(sources: Path, env: Mapping[str, str]) -> Path:
    """The copy as a git repository with everything committed."""
    commit(sources, env)
    return sources

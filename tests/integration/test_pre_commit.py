"""The hooks, run by the real pre-commit from a clone of this repository."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from integration.commands import CLEAN, JUNK, Ran, commit, ok, run

pytestmark = pytest.mark.integration
pytest.importorskip("pre_commit")

CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: textlint
      - id: textlint-fix
"""


class Project:
    """A repository whose pre-commit config names the hooks."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.folder, self.env = folder, env

    def hook(self, name: str) -> Ran:
        """Run one hook on all files."""
        return run([sys.executable, "-m", "pre_commit", "run", name, "--all-files"], self.folder, self.env)

    def write(self, name: str, text: str) -> Path:
        """Write a file and put it in the index."""
        path = self.folder / name
        path.write_bytes(text.encode())
        ok(["git", "add", name], self.folder, self.env)
        return path


@pytest.fixture(scope="module")
def project(clone: Path, env: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("project")
    rev = ok(["git", "rev-parse", "HEAD"], clone, env).strip()
    config = CONFIG.format(repo=clone.as_posix(), rev=rev)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    commit(folder, env)
    ok([sys.executable, "-m", "pre_commit", "install-hooks"], folder, env)
    return Project(folder, env)


def test_a_clean_file_passes(project: Project) -> None:
    path = project.write("page.txt", CLEAN)
    assert [project.hook("textlint").code, project.hook("textlint-fix").code] == [0, 0]
    assert path.read_bytes() == CLEAN.encode()


def test_check_fails_on_junk_and_names_rule_and_place(project: Project) -> None:
    path = project.write("page.txt", CLEAN + JUNK)
    ran = project.hook("textlint")
    assert ran.code == 1
    assert "page.txt:2:21: warning spacing/lost-after-stop" in ran.out
    assert "files were modified" not in ran.out
    assert path.read_bytes() == (CLEAN + JUNK).encode()


def test_fix_repairs_junk_and_passes_the_second_time(project: Project) -> None:
    page = project.write("page.txt", JUNK)
    records = project.write("pages.jsonl", '{"text": "Over by noon.The mayor left.", "n": 1.0}\n')
    ran = project.hook("textlint-fix")
    assert ran.code == 1
    assert "files were modified by this hook" in ran.out
    assert page.read_bytes() == CLEAN.encode()
    assert records.read_bytes() == b'{"text": "Over by noon. The mayor left.", "n": 1.0}\n'
    ok(["git", "add", "--all"], project.folder, project.env)
    assert [project.hook("textlint-fix").code, project.hook("textlint").code] == [0, 0]


def test_files_of_other_kinds_are_left_alone(project: Project) -> None:
    project.write("page.txt", CLEAN)
    path = project.write("page.rst", JUNK)
    assert project.hook("textlint").code == 0
    assert path.read_bytes() == JUNK.encode()

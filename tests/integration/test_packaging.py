"""What a user gets: the wheel, the source archive, an editable install, and the source tree itself."""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from integration.commands import CLEAN, JUNK, ok, virtual_env

import textlint

pytestmark = pytest.mark.integration
pytest.importorskip("build")


@pytest.fixture(scope="module")
def archives(sources: Path, env: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the source archive, and of the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("archives")
    ok([sys.executable, "-m", "build", "--outdir", folder, sources], folder, env)
    return folder


def works(command: list[str | Path], folder: Path, env: Mapping[str, str]) -> None:
    """Assert that a textlint command tells its version, knows its rules, and repairs a file of another folder."""
    assert ok([*command, "--version"], folder, env) == f"textlint, version {textlint.__version__}\n"
    assert "spacing/lost-after-stop" in ok([*command, "rules"], folder, env)  # a rule in Python
    assert "quality/too-few-words" in ok([*command, "rules"], folder, env)  # a rule in YAML
    page = folder / "page.txt"
    page.write_text(JUNK, encoding="utf-8")
    ok([*command, "fix", page, "--in-place"], folder, env)
    assert page.read_text(encoding="utf-8") == CLEAN


def test_the_wheel_works_without_the_source_tree(archives: Path, env: Mapping[str, str], tmp_path: Path) -> None:
    python = virtual_env(tmp_path / "venv", env)
    [wheel] = archives.glob("*.whl")
    ok([python, "-m", "pip", "install", "--no-deps", wheel], tmp_path, env)
    where = ok(
        [python, "-c", "import textlint, lint_rules; print(textlint.__file__, lint_rules.__file__)"], tmp_path, env
    )
    assert where.count(str(tmp_path / "venv")) == 2
    works([python.with_name("textlint")], tmp_path, env)
    works([python, "-m", "textlint"], tmp_path, env)


def test_an_editable_install_works(sources: Path, env: Mapping[str, str], tmp_path: Path) -> None:
    python = virtual_env(tmp_path / "venv", env)
    ok([python, "-m", "pip", "install", "--no-deps", "--editable", sources], tmp_path, env)
    where = ok(
        [python, "-c", "import textlint, lint_rules; print(textlint.__file__, lint_rules.__file__)"], tmp_path, env
    )
    assert where.count(str(sources)) == 2
    works([python.with_name("textlint")], tmp_path, env)


def test_the_source_tree_works_as_it_is(sources: Path, env: Mapping[str, str], tmp_path: Path) -> None:
    works([sys.executable, "-m", "textlint"], tmp_path, {**env, "PYTHONPATH": str(sources)})


def test_the_wheel_holds_the_packs_the_config_and_the_licence(archives: Path, sources: Path) -> None:
    [wheel] = archives.glob("*.whl")
    held = set(ZipFile(wheel).namelist())
    packs = {
        f"lint_rules/{path.name}" for path in (sources / "lint_rules").iterdir() if path.suffix in (".py", ".yaml")
    }
    assert held >= packs | {"textlint/config.yaml"}
    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert {name.split("/")[0].partition("-")[0] for name in held} == {"textlint", "lint_rules"}
    assert not [name for name in held if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_tells_type_checkers_that_it_is_typed(archives: Path) -> None:
    [wheel] = archives.glob("*.whl")
    assert "textlint/py.typed" in ZipFile(wheel).namelist()


def test_the_source_archive_holds_what_the_tests_need(archives: Path) -> None:
    [archive] = archives.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
    wanted = {"pyproject.toml", "config.yaml", "LICENSE", "README.md", "Makefile", ".pre-commit-hooks.yaml"}
    assert held >= wanted | {"examples/pages.jsonl", "docs/generate.py", "tests/conftest.py", "lint_rules/quality.yaml"}

"""Settings for some paths only."""

from __future__ import annotations

from pathlib import Path

import pytest
from core_tools import ids, linter

OVERRIDES = """\
select: [mine]
overrides:
  - paths: ["*.md", "docs/"]
    ignore: [mine/read-more]
    select: [mine/*]
  - paths: ["drafts/**/*.txt"]
    select: [plug]
    budget: 1
    rules: {plug/one: {options: {mode: hard}}}
"""


@pytest.mark.parametrize(
    ("path", "chosen"),
    [
        ("a.txt", ["mine/read-more"]),
        ("a.md", ["mine/odd"]),
        ("/abs/olute/a.md", ["mine/odd"]),
        ("docs/a.txt", ["mine/odd"]),
        ("x/docs/a.txt", ["mine/odd"]),
        ("drafts/a.txt", ["plug/one"]),
        ("drafts/x/y/a.txt", ["plug/one"]),
        ("-", ["mine/read-more"]),
        ("", ["mine/read-more"]),
    ],
)
def test_overrides(folder: Path, path: str, chosen: list[str]) -> None:
    assert ids(linter(folder, OVERRIDES).for_path(path)) == chosen


def test_later_overrides_go_before_earlier_ones(folder: Path) -> None:
    made = linter(folder, OVERRIDES + '  - paths: ["a.md"]\n    select: [plug]\n')
    assert ids(made.for_path("a.md")) == ["plug/one"]
    assert ids(made.for_path("b.md")) == ["mine/odd"]


def test_linters_of_paths_are_made_once(folder: Path) -> None:
    made = linter(folder, OVERRIDES)
    assert made.for_path("x") is made
    assert made.for_path("a.md") is made.for_path("b.md")
    own = made.for_path("drafts/a.txt")
    assert own.loaded.config.budget == 1
    assert own.check("one")[0].message == "hard 1"

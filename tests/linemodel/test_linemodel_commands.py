"""``textlint train`` and ``textlint evaluate``."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from linemodel.line_pages import jsonl, page

import textlint
from textlint.cli import main
from textlint.linemodel.model import Model, dumped

FAILED = 2


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_train_makes_a_model_that_evaluate_measures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "labelled.jsonl.gz").write_bytes(gzip.compress(jsonl(12)))
    assert run("train", "labelled.jsonl.gz", "--output", "my.model", "--about", "a test") == 0
    assert "precision" in capsys.readouterr().out
    assert run("evaluate", "labelled.jsonl.gz", "--model", "my.model", "--curves", "curves", "--card") == 0
    out = capsys.readouterr().out
    assert "textlint train labelled.jsonl.gz" in out
    assert "en: " in out
    assert "all: " in out
    assert "calibration" in out
    assert {path.name for path in (folder / "curves").iterdir()} == {"all.svg", "en.svg"}
    assert ElementTree.parse(folder / "curves" / "en.svg").getroot().tag.endswith("svg")


@pytest.mark.parametrize("command", [["train", "bad.jsonl", "--output", "x.model"], ["evaluate", "bad.jsonl"]])
def test_a_bad_file_ends_with_one_line(folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    (folder / "bad.jsonl").write_text('{"text": "a\\nb", "junk": [1]}\n')
    assert run(*command) == FAILED
    assert '"junk" holds 1 labels, "text" 2 lines' in capsys.readouterr().err
    assert not (folder / "x.model").exists()


def test_a_foreign_model_ends_with_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "labelled.jsonl").write_bytes(jsonl(1))
    (folder / "other.model").write_bytes(b"something else")
    assert run("evaluate", "labelled.jsonl", "--model", "other.model") == FAILED
    assert "is no line model" in capsys.readouterr().err


def test_the_rule_uses_a_model_of_ones_own(folder: Path, small: Model) -> None:
    (folder / "my.model").write_bytes(dumped(small))
    rule = {"boilerplate/unlike-the-text": {"options": {"model": "my.model"}}}
    linter = textlint.Linter(select=["boilerplate/unlike-the-text"], rules=rule)
    text, junk = page(200)
    result = linter.fix(text)
    wanted = [line for line, label in zip(text.split("\n"), junk, strict=True) if not label]
    assert [line for line in result.text.split("\n") if line in wanted] == wanted
    assert len(result.text.split("\n")) < len(junk) - 8
    assert result.findings[0].score is not None
    assert result.findings[0].message.startswith("unlike the text: ")
    assert linter.fix(result.text).text == result.text

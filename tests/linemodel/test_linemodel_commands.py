"""``textlint train`` and ``textlint evaluate``."""

from __future__ import annotations

import gzip
import json
import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from linemodel.line_pages import jsonl, page
from msgspec.structs import replace

import textlint
from textlint.batch import Batch
from textlint.cli import main
from textlint.linemodel.decide import safe_stance
from textlint.linemodel.model import Model, dumped, load

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
    assert "textlint train labelled.jsonl.gz --output my.model" in out
    assert "a test" in out
    assert "en: " in out
    assert "all: " in out
    assert "calibration" in out
    assert {path.name for path in (folder / "curves").iterdir()} == {"all.svg", "en.svg"}
    assert ElementTree.parse(folder / "curves" / "en.svg").getroot().tag.endswith("svg")


def test_files_given_together_are_one_set(folder: Path, capsys: pytest.CaptureFixture[str], small: Model) -> None:
    (folder / "my.model").write_bytes(dumped(small))
    (folder / "a.jsonl").write_text('{"text": "Home", "junk": [1], "lang": "en"}')  # without a line end
    (folder / "b.jsonl").write_text('{"text": "He left.", "junk": [0], "lang": "en"}\n')
    for paths in (["a.jsonl", "b.jsonl", "b.jsonl"], ["."]):
        assert run("evaluate", *paths, "--model", "my.model") == 0
        assert "all: 2 lines, 1 junk" in capsys.readouterr().out
    (folder / "b.jsonl").write_text("{}\n")
    assert run("evaluate", ".", "--model", "my.model") == FAILED
    assert "b.jsonl:1:1: an object" in capsys.readouterr().err


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a command which fails says."""
    assert run(*arguments) == FAILED
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("textlint: ")
    assert err.count("\n") == 1
    return err


BAD: list[tuple[bytes | None, str]] = [
    (None, "no such file or folder"),
    (b'{"text": "a\\nb", "junk": [1]}\n', '"junk" holds 1 labels, "text" 2 lines'),
    (b'{"text": "a", "junk": [2]}\n', "a label is 0, 1 or null, not 2"),
    (b'{"text": "a", "junk": [1]}\n', "no line of it is labelled as the author's text"),
    (b"", "no line of it is labelled as junk"),
    (b"Home\n", "bad.jsonl:1:1: no JSON"),
]


@pytest.mark.parametrize(("content", "told"), BAD)
@pytest.mark.parametrize("command", [["train", "bad.jsonl", "--output", "x.model"], ["evaluate", "bad.jsonl"]])
def test_a_bad_file_ends_with_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str], content: bytes | None, told: str
) -> None:
    if content is not None:
        (folder / "bad.jsonl").write_bytes(content)
    assert told in failed(capsys, *command)
    assert not (folder / "x.model").exists()


def test_a_packed_file_cut_short_ends_with_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(jsonl(3))[:-20])
    assert "cut.jsonl.gz: gz data cut short" in failed(capsys, "train", "cut.jsonl.gz", "--output", "x.model")


def test_too_few_documents_end_with_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "few.jsonl").write_bytes(jsonl(1))
    assert "few.jsonl: too few documents" in failed(capsys, "train", "few.jsonl", "--output", "x.model")


@pytest.mark.parametrize("output", ["none/x.model", "folder", "labelled.jsonl"])
def test_an_output_that_cannot_be_written_is_told_before_the_work(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    (folder / "labelled.jsonl").write_bytes(jsonl(12))
    (folder / "folder").mkdir()
    assert output in failed(capsys, "train", "labelled.jsonl", "--output", output)
    assert (folder / "labelled.jsonl").read_bytes() == jsonl(12)
    assert sorted(path.name for path in folder.iterdir()) == ["folder", "labelled.jsonl"]


def test_a_precision_that_no_model_reaches_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, small: Model
) -> None:
    rate = {"lines": 50, "precision": 0.9, "recall": 0.5, "text lost": 0.0123}
    held = {"safe, by shift": {f"{small.shift:g}": rate}, "unsafe": rate}
    poor = replace(small, card={**small.card, "held out": held})
    monkeypatch.setattr("textlint.linemodel.train.train", lambda *given: poor)
    (folder / "labelled.jsonl").write_bytes(jsonl(12))
    assert run("train", "labelled.jsonl", "--output", "my.model", "--precision", "0.95") == 0
    out, err = capsys.readouterr()
    assert "safe  precision 0.900  recall 0.500  text lost 1.23%  on 50 lines held back" in out
    assert "warning: no model was right about 0.95 of the lines" in err
    assert run("train", "labelled.jsonl", "--output", "my.model", "--precision", "0.9", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_labels_from_which_nothing_can_be_learnt_give_a_model_that_says_nothing(folder: Path) -> None:
    draw = random.Random(1)
    texts = [page(number)[0] for number in range(30)]
    records = [{"text": t, "junk": [int(draw.random() < 0.05) for _ in t.split("\n")], "whole": False} for t in texts]
    (folder / "labelled.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    assert run("train", "labelled.jsonl", "--output", "my.model", "--quiet") == 0
    model = load(folder / "my.model")
    for table in (model.first, model.second, model.page):
        assert np.isfinite(table.weights).all()
        assert np.isfinite(table.bias)
    judged = model.judge(Batch([page(1)[0]]))
    assert not judged.going(safe_stance(model.shift)).any()


MODELS: list[tuple[Callable[[bytes], bytes] | None, str]] = [
    (None, "cannot be read"),
    (lambda data: b"something else", "is no line model; `textlint train` makes one"),
    (lambda data: data.replace(b"\n", b"\n9", 1), "train it anew"),
    (lambda data: data[: len(data) // 2], "is damaged or cut short"),
    (lambda data: data[:-9] + bytes(9 * [data[-9] ^ 255]), "is damaged or cut short"),
]


@pytest.mark.parametrize(("spoil", "told"), MODELS)
def test_a_model_that_cannot_be_used_ends_with_one_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    small: Model,
    spoil: Callable[[bytes], bytes] | None,
    told: str,
) -> None:
    (folder / "labelled.jsonl").write_bytes(jsonl(1))
    if spoil:
        (folder / "other.model").write_bytes(spoil(dumped(small)))
    (folder / "textlint.yaml").write_text(
        "rules:\n  boilerplate/unlike-the-text:\n    options:\n      model: other.model\n"
    )
    assert told in failed(capsys, "evaluate", "labelled.jsonl", "--model", "other.model")
    message = failed(capsys, "fix", "labelled.jsonl", "--output", "out.jsonl")
    assert "textlint.yaml:4:14: other.model: " in message
    assert told in message
    assert not (folder / "out.jsonl").exists()


def test_a_folder_is_no_model(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "labelled.jsonl").write_bytes(jsonl(1))
    (folder / "a.model").mkdir()
    message = failed(capsys, "evaluate", "labelled.jsonl", "--model", "a.model")
    assert "a.model: cannot be read" in message


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

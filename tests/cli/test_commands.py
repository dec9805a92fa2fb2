"""The commands as a user calls them: what they print, write and end with."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
import zstandard
from running import Run

GOOD = "The ferry runs all winter, said Ingrid Hale.\nComments are closed.\n"
FIXED = "The ferry runs all winter, said Ingrid Hale.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(GOOD)
    return file


def test_check_exit_codes(textlint: Run, page: Path, tmp_path: Path) -> None:
    assert textlint("check", page).code == 1
    assert textlint("check", page, "--fail-on", "error").code == 0
    assert textlint("check", page, "--fail-on", "never").code == 0
    page.write_text(FIXED)
    assert textlint("check", page).code == 0


def test_check_tells_rule_and_place(textlint: Run, page: Path) -> None:
    out = textlint("check", page).out
    assert f"{page}:2:1: warning footer/comments-closed" in out
    assert "1 finding in 1 of 1 document; 1 can be fixed" in out


def test_check_writes_nothing(textlint: Run, page: Path) -> None:
    textlint("check", page)
    assert page.read_text() == GOOD
    assert list(page.parent.iterdir()) == [page]


def test_fix_in_place_leaves_unchanged_files_alone(textlint: Run, page: Path) -> None:
    clean = page.with_name("clean.txt")
    clean.write_text(FIXED)
    before = clean.stat().st_mtime_ns, clean.stat().st_ino
    assert textlint("fix", page.parent, "--in-place").code == 0
    assert page.read_text() == FIXED
    assert (clean.stat().st_mtime_ns, clean.stat().st_ino) == before


def test_fix_to_standard_output(textlint: Run, page: Path) -> None:
    ran = textlint("fix", page)
    assert ran.out == FIXED
    assert "1 fixed" in ran.err


def test_standard_input(textlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert textlint("fix", "-", "--input-format", "txt", "--quiet").out == FIXED


def test_several_inputs_need_a_place(textlint: Run, page: Path, tmp_path: Path) -> None:
    page.with_name("b.txt").write_text(GOOD)
    ran = textlint("fix", page.parent)
    assert ran.code == 2
    assert "--output" in ran.err
    assert textlint("fix", page.parent, "--output", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "b.txt").read_text() == FIXED


def test_two_inputs_for_one_output_are_refused(textlint: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(GOOD)
    ran = textlint("fix", tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", "--output", tmp_path / "out")
    assert ran.code == 2
    assert "would both go there" in ran.err


def test_diff_shows_and_writes_nothing(textlint: Run, page: Path) -> None:
    ran = textlint("fix", page, "--diff")
    assert ran.code == 0
    assert "[-⏎Comments are closed.-]" in ran.out
    assert "footer/comments-closed" in ran.out
    assert page.read_text() == GOOD


def test_edits_file(textlint: Run, page: Path, tmp_path: Path) -> None:
    assert textlint("fix", page, "--output", tmp_path / "o.txt", "--edits", tmp_path / "e.jsonl").code == 0
    [edit] = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text().splitlines()]
    assert list(edit)[:7] == ["id", "start", "end", "before", "after", "rules", "safety"]
    assert GOOD[: edit["start"]] + edit["after"] + GOOD[edit["end"] :] == FIXED
    assert edit["rules"] == ["footer/comments-closed"]
    assert edit["safety"] == "safe"


def test_findings_as_json_lines(textlint: Run, page: Path) -> None:
    [finding] = [json.loads(line) for line in textlint("check", page, "--format", "jsonl").out.splitlines()]
    keys = [
        "path",
        "id",
        "field",
        "rule",
        "severity",
        "start",
        "end",
        "line",
        "column",
        "message",
        "text",
        "safety",
        "score",
    ]
    assert list(finding)[:13] == keys
    assert (finding["line"], finding["column"], finding["text"]) == (2, 1, "Comments are closed.")


def test_json_report_and_report_files_agree(textlint: Run, page: Path, tmp_path: Path) -> None:
    ran = textlint("check", page, "--format", "json", "--report", tmp_path / "r.json", "--report", tmp_path / "r.md")
    printed, written = json.loads(ran.out), json.loads((tmp_path / "r.json").read_text())
    assert [f["rule"] for f in printed["findings"]] == ["footer/comments-closed"]
    assert written["rules"][0]["id"] == printed["rules"][0]["id"] == "footer/comments-closed"
    assert written["rules"][0]["matched"] == [{"text": "Comments are closed.", "count": 1}]
    assert "footer/comments-closed" in (tmp_path / "r.md").read_text()


def test_unknown_report_kind(textlint: Run, page: Path, tmp_path: Path) -> None:
    ran = textlint("check", page, "--report", tmp_path / "r.pdf")
    assert ran.code == 2
    assert ".json or .md" in ran.err


def test_github_annotations_cannot_be_forged(textlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "x.txt"
    page.write_text("A line to read.\n\u200b::error::owned\u200b\nComments are closed.\n")
    out = textlint("check", page, "--format", "github").out
    assert "::warning file=" in out
    assert not any(line.startswith("::error::owned") for line in out.splitlines())


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_json_lines_keep_all_other_bytes(textlint: Run, tmp_path: Path, suffix: str) -> None:
    before = b'{"n": 12345678901234567890123, "x":1.0e5,  "m": {"a" :  [1 ,2]},"text": "%s", "z":"\\u00e9"}\n{"text":"Fine."}\n'
    body = GOOD.replace("\n", "\\n").encode()
    file, out = tmp_path / f"a.jsonl{suffix}", tmp_path / f"b.jsonl{suffix}"
    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}[suffix]
    unpack = {
        "": bytes,
        ".gz": gzip.decompress,
        ".zst": lambda b: zstandard.ZstdDecompressor().decompressobj().decompress(b),
    }
    file.write_bytes(pack(before % body))
    assert textlint("fix", file, "--output", out).code == 0
    assert unpack[suffix](out.read_bytes()) == before % FIXED.replace("\n", "\\n").encode()


def test_nested_and_several_fields(textlint: Run, tmp_path: Path) -> None:
    file, out, edits = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "e.jsonl"
    file.write_text(json.dumps({"doc": {"body": GOOD, "n": 1}, "title": GOOD, "text": GOOD}) + "\n")
    ran = textlint("fix", file, "-o", out, "--edits", edits, "--text-field", "doc.body", "--text-field", "title")
    assert ran.code == 0
    assert json.loads(out.read_text()) == {"doc": {"body": FIXED, "n": 1}, "title": FIXED, "text": GOOD}
    assert {json.loads(line)["field"] for line in edits.read_text().splitlines()} == {"doc.body", "title"}
    assert textlint("revert", out, "--edits", edits, "-o", tmp_path / "c.jsonl").code == 0
    assert (tmp_path / "c.jsonl").read_bytes() == file.read_bytes()


def test_revert_of_a_folder(textlint: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "sub/b.md", "sub/c.jsonl", "same.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps({"text": GOOD}) + "\n" if name.endswith("jsonl") else GOOD if name != "same.txt" else FIXED
        path.write_text(content)
    assert textlint("fix", tmp_path / "in", "-o", tmp_path / "out", "--edits", tmp_path / "e.jsonl.gz").code == 0
    assert (tmp_path / "out/sub/b.md").read_text() == FIXED
    assert textlint("revert", tmp_path / "out", "--edits", tmp_path / "e.jsonl.gz", "-o", tmp_path / "back").code == 0
    for path in (tmp_path / "in").rglob("*.*"):
        assert (tmp_path / "back" / path.relative_to(tmp_path / "in")).read_bytes() == path.read_bytes()


def test_revert_refuses_a_text_that_the_edits_did_not_make(textlint: Run, page: Path, tmp_path: Path) -> None:
    page.write_text("Some words first.\n" + GOOD + "\u200b\n")
    assert (
        textlint(
            "fix", page, "-o", tmp_path / "o.txt", "--edits", tmp_path / "e.jsonl", "--select", "spacing,footer"
        ).code
        == 0
    )
    (tmp_path / "e.jsonl").write_text((tmp_path / "e.jsonl").read_text().replace('"after":""', '"after":"x"'))
    ran = textlint("revert", tmp_path / "o.txt", "--edits", tmp_path / "e.jsonl", "-o", tmp_path / "back.txt")
    assert ran.code == 2
    assert "is not what the edits" in ran.err
    assert not (tmp_path / "back.txt").exists()


def test_init_writes_a_config_that_works(
    textlint: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert textlint("init").code == 0
    assert textlint("check", page).code == 1
    ran = textlint("init")
    assert ran.code == 2
    assert "is there already" in ran.err


def test_config_is_found_upwards(textlint: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "textlint.yaml").write_text("ignore: [footer]\n")
    (tmp_path / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "down")
    assert textlint("check", page).code == 0


def test_overrides_by_path(textlint: Run, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text('overrides:\n  - paths: ["**/forum/*.txt"]\n    ignore: [footer]\n')
    for folder in ("forum", "news"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(GOOD)
    ran = textlint(
        "check", tmp_path / "forum", tmp_path / "news", "--config", tmp_path / "my.yaml", "--format", "jsonl"
    )
    assert [Path(json.loads(line)["path"]).parent.name for line in ran.out.splitlines()] == ["news"]


def test_rules_lists_and_shows(textlint: Run) -> None:
    listed = textlint("rules").out
    assert "footer/comments-closed" in listed
    page = textlint("rules", "footer/comments-closed").out
    assert page.startswith("# footer/comments-closed")
    assert "Maariv" in page or "Found" in page
    wrong = textlint("rules", "footer/comments-closd")
    assert wrong.code == 2
    assert "did you mean 'footer/comments-closed'" in wrong.err


@pytest.mark.parametrize("command", ["check", "fix", "rules", "test", "init", "revert"])
def test_every_option_has_help_with_an_example(textlint: Run, command: str) -> None:
    import importlib

    import click

    made = importlib.import_module(f"textlint.cli.{command}").command
    for parameter in made.params:
        if isinstance(parameter, click.Option):
            assert "Example: " in (parameter.help or ""), parameter.name
    assert textlint(command, "--help").code == 0


def test_usage_errors(textlint: Run, page: Path) -> None:
    assert textlint("check").code == 2
    assert textlint("fix", page, "--in-place", "--output", "x").code == 2
    assert textlint("fix", page, "--format", "json").code == 2
    assert textlint("nonsense").code == 2

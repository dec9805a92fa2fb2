"""Whatever is wrong with an input: one clear line with the place, the right exit code, and nothing lost."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard
from running import Run

GOOD = "The ferry runs all winter, said Ingrid Hale.\nComments are closed.\n"
FIXED = "The ferry runs all winter, said Ingrid Hale.\n"


def record(text: str = GOOD, **more: object) -> bytes:
    return json.dumps({"id": "a", "text": text, **more}).encode()


def lines(*records: bytes) -> bytes:
    return b"".join(r + b"\n" for r in records)


def test_missing_path(textlint: Run, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(lines(record()))
    ran = textlint("check", tmp_path / "page.jsonl")
    assert ran.code == 2
    assert "page.jsonl: no such file or folder; did you mean" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_unreadable_file(textlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(GOOD)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may read whatever the bits say
    ran = textlint("fix", file, "--in-place")
    assert ran.code == 2
    assert "a.txt: cannot be read: no permission" in ran.err
    assert file.read_text() == GOOD


def test_folder_that_is_named_like_a_file(textlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    ran = textlint("check", tmp_path / "a.txt")
    assert ran.code == 2
    assert "holds no file of a known suffix" in ran.err


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.md"])
def test_empty_file(textlint: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert textlint("check", tmp_path / name).code == 0
    assert textlint("fix", tmp_path / name, "--output", tmp_path / "out" / name).code == 0
    assert (tmp_path / "out" / name).read_bytes() == b""


def test_invalid_utf8_in_a_text_file_survives_the_fix_of_the_rest(textlint: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.txt", tmp_path / "out.txt"
    file.write_bytes(b"The caf\xe9 is open, said Ingrid Hale.\nComments are closed.\n")
    ran = textlint("fix", file, "--output", out)
    assert ran.code == 0
    assert "1 byte is not UTF-8; kept as they are (at byte 7)" in ran.err
    assert out.read_bytes() == b"The caf\xe9 is open, said Ingrid Hale.\n"


BAD_RECORDS = {
    "broken": (b'{"id": 1, "text": "x', "not valid JSON"),
    "a list": (b'["x"]', "not an object"),
    "a number": (b"17", "not an object"),
    "no text field": (b'{"id": 1, "body": "x"}', "text"),
    "text is a number": (b'{"id": 1, "text": 5}', "text"),
    "text is null": (b'{"id": 1, "text": null}', "text"),
    "invalid UTF-8": (b'{"id": 1, "text": "caf\xe9"}', "UTF-8"),
}


@pytest.mark.parametrize("name", BAD_RECORDS)
def test_bad_record_is_told_with_its_place_and_passed_through(textlint: Run, tmp_path: Path, name: str) -> None:
    bad, word = BAD_RECORDS[name]
    file, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(lines(record(), bad, record()))
    ran = textlint("fix", file, "--output", out, "--quiet")
    assert ran.code == 0
    told = [line for line in ran.err.splitlines() if "record 1" in line]
    assert len(told) == 1
    assert "a.jsonl" in told[0]
    assert word in told[0]
    assert out.read_bytes() == lines(record(FIXED), bad, record(FIXED))
    assert textlint("check", file, "--ignore", "footer,boilerplate").code == 1, "a bad record is a finding"


def test_lone_surrogates_in_json_survive(textlint: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(b'{"id":"\\udc00","text":"An odd \\ud800 sign, said Ingrid Hale.\\nComments are closed."}\n')
    assert textlint("fix", file, "--output", out, "--edits", tmp_path / "e.jsonl").code == 0
    assert out.read_bytes() == b'{"id":"\\udc00","text":"An odd \\ud800 sign, said Ingrid Hale."}\n'
    assert textlint("revert", out, "--edits", tmp_path / "e.jsonl", "--output", tmp_path / "back.jsonl").code == 0
    assert (tmp_path / "back.jsonl").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_truncated_archive_is_an_error_and_writes_nothing(textlint: Run, tmp_path: Path, suffix: str) -> None:
    content = lines(*(record(f"{i} {os.urandom(400).hex()}") for i in range(300)))
    packed = gzip.compress(content) if suffix == "gz" else zstandard.compress(content)
    file, out = tmp_path / f"a.jsonl.{suffix}", tmp_path / "out.jsonl"
    file.write_bytes(packed[: len(packed) // 2])
    ran = textlint("fix", file, "--output", out)
    assert ran.code == 2
    assert f"a.jsonl.{suffix}" in ran.err
    assert not out.exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == [file.name], "no temporary file is left"
    assert textlint("check", file).code == 2


def test_the_other_inputs_are_checked_all_the_same(textlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"x" * 9)[:-9])
    (tmp_path / "b.txt").write_text(GOOD)
    ran = textlint("check", tmp_path)
    assert ran.code == 2
    assert "b.txt" in ran.out


def test_duplicate_ids_do_not_confuse_revert(textlint: Run, tmp_path: Path) -> None:
    file, out, edits, back = (tmp_path / n for n in ("a.jsonl", "out.jsonl", "e.jsonl", "back.jsonl"))
    file.write_bytes(lines(record(), record("Fine."), record("She left.\nComments are closed.")))
    assert textlint("fix", file, "--output", out, "--edits", edits).code == 0
    assert textlint("revert", out, "--edits", edits, "--output", back).code == 0
    assert back.read_bytes() == file.read_bytes()


@pytest.mark.slow
def test_a_line_of_20_megabytes(textlint: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.txt", tmp_path / "out.txt"
    line = ("The ferry runs all winter, said Ingrid Hale. " * 450_000).strip()
    file.write_text(f"{line}\nComments are closed.\n")
    assert textlint("fix", file, "--output", out).code == 0
    assert out.read_text() == f"{line}\n"


ODD_TEXTS = {
    "CRLF": "She said so, in the end.\r\nComments are closed.\r\n",
    "lone CR": "She said so, in the end.\rComments are closed.\r",
    "mixed ends": "She said so, in the end.\r\nHe did not.\rComments are closed.\n",
    "U+2028": "She said so, in the end.\u2028Comments are closed.\n",
    "NUL": "She said\0 so, in the end.\nComments are closed.\n",
    "white space": " \n\t\n \u3000\n",
    "BOM": "\ufeffShe said so, in the end.\nComments are closed.",
}


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_are_fixed_and_given_back_to_the_byte(textlint: Run, tmp_path: Path, name: str) -> None:
    file, out, edits, back = (tmp_path / n for n in ("a.txt", "out.txt", "e.jsonl", "back.txt"))
    file.write_bytes(ODD_TEXTS[name].encode())
    assert textlint("fix", file, "--output", out, "--edits", edits).code == 0
    assert b"Comments" not in out.read_bytes()
    assert textlint("fix", out, "--output", tmp_path / "again.txt").code == 0
    assert (tmp_path / "again.txt").read_bytes() == out.read_bytes(), "fixing settles"
    assert textlint("revert", out, "--edits", edits, "--output", back).code == 0
    assert back.read_bytes() == file.read_bytes()


def test_line_ends_and_bom_stay(textlint: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.txt", tmp_path / "out.txt"
    file.write_bytes("\ufeffShe said so.\r\nComments are closed.\r\n".encode())
    assert textlint("fix", file, "--output", out).code == 0
    assert out.read_bytes() == "\ufeffShe said so.\r\n".encode()


def test_output_onto_an_input_is_refused(textlint: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(GOOD)
    ran = textlint("fix", file, "--output", file)
    assert ran.code == 2
    assert "--in-place" in ran.err
    assert file.read_text() == GOOD
    for option in ("--edits", "--report"):
        assert textlint("fix", file, "--in-place", option, file).code == 2
        assert file.read_text() == GOOD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk(textlint: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(GOOD)
    ran = textlint("fix", file, "--output", "/dev/full")
    assert ran.code == 2
    assert "No space left on device" in ran.err
    ran = textlint("fix", file, "--in-place", "--edits", "/dev/full")
    assert ran.code == 2
    assert file.read_text() == GOOD, "no output without its edits"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("selekt: [footer]\n", "textlint.yaml:1:1: unknown key 'selekt'; did you mean 'select'?"),
        ("select: [foter]\n", "textlint.yaml:1:10: no rule or pack 'foter'; did you mean 'footer'?"),
        (
            "rules:\n  footer/comments-closd: {severity: info}\n",
            "textlint.yaml:2:3: no rule 'footer/comments-closd'; did you",
        ),
        ("rules:\n  footer/comments-closed: {severity: bad}\n", "textlint.yaml:2:38: 'bad' is no valid value"),
        ("rules:\n  footer/comments-closed:\n    options: {wehre: tail}\n", "textlint.yaml:3:15: unknown key 'wehre'"),
        ("budget: lots\n", "textlint.yaml:1:9: expected a number, got 'lots'"),
        ("packs: [missing.yaml]\n", "missing.yaml: cannot be read"),
        ("a: [b\n", "textlint.yaml:2:1: not YAML"),
    ],
)
def test_wrong_config(textlint: Run, tmp_path: Path, config: str, expected: str) -> None:
    (tmp_path / "textlint.yaml").write_text(config)
    (tmp_path / "a.txt").write_text(GOOD)
    ran = textlint("check", tmp_path / "a.txt", "--config", tmp_path / "textlint.yaml")
    assert ran.code == 2
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1


PACK = """\
pack: own
about: One's own rules.
rules:
  - id: {id}
    about: A test
    why: A test.
    find: {find}
    examples: []
"""


@pytest.mark.parametrize(
    ("find", "expected"),
    [
        ("{pattern: '(a'}", "own.yaml:7:21: not a regular expression"),
        ("{pattern: a, anchors: ['(?=a)']}", "not an anchor"),
        ("{patern: a}", "own.yaml:7:12: no kind 'patern'; did you mean 'pattern'?"),
        ("{terms: [a], match: all}", "own.yaml:7:31: 'all' is no valid value"),
    ],
)
def test_wrong_pack(textlint: Run, tmp_path: Path, find: str, expected: str) -> None:
    (tmp_path / "own.yaml").write_text(PACK.format(id="x", find=find))
    (tmp_path / "textlint.yaml").write_text("packs: [own.yaml]\n")
    (tmp_path / "a.txt").write_text(GOOD)
    ran = textlint("check", tmp_path / "a.txt", "--config", tmp_path / "textlint.yaml")
    assert ran.code == 2
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_pattern_that_runs_for_ever_becomes_a_finding(textlint: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(PACK.format(id="endless", find="{pattern: '(a|a)+(a|b)+$'}"))
    (tmp_path / "textlint.yaml").write_text("packs: [own.yaml]\n")
    (tmp_path / "a.txt").write_text("a" * 5000 + "c\n" + GOOD)
    ran = textlint("fix", tmp_path / "a.txt", "--output", tmp_path / "out.txt", "--config", tmp_path / "textlint.yaml")
    assert ran.code == 0
    assert (tmp_path / "out.txt").read_text() == "a" * 5000 + "c\n" + FIXED, "the other rules go on"


@pytest.mark.slow
@pytest.mark.parametrize("group", [True, False])
def test_interrupted_run_leaves_no_half_file(tmp_path: Path, group: bool) -> None:
    file, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(lines(*[record(GOOD * 200)] * 4000))
    command = [sys.executable, "-m", "textlint", "fix", str(file), "--output", str(out), "--workers", "2"]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )
    while not any(p.name.startswith(".textlint") for p in tmp_path.iterdir()):
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
    os.killpg(process.pid, signal.SIGINT) if group else process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in err
    assert [p.name for p in tmp_path.iterdir()] == [file.name]
    with pytest.raises(ProcessLookupError):  # no worker goes on
        os.killpg(process.pid, 0)

"""The promises that hold for whole runs, whatever the number of workers, the block and the order."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from running import Run

from textlint import Linter, apply, revert
from textlint.edits import apply as put
from textlint.finding import Change
from textlint.pipeline import pool

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [path.read_text() for path in sorted((EXAMPLES / "pages").iterdir())]


def shuffled(count: int) -> list[str]:
    """Texts made of the examples' lines in other orders."""
    chance = random.Random(7)
    lines = [line for text in TEXTS for line in text.split("\n")]
    return ["\n".join(chance.sample(lines, chance.randrange(1, 30))) for _ in range(count)]


def test_the_samples_in_every_way_give_the_same(textlint: Run, tmp_path: Path) -> None:
    linter = Linter()
    single = [linter.fix(text) for text in TEXTS]
    assert [r.text for r in linter.fix_batch(TEXTS)] == [r.text for r in single]
    file, out = tmp_path / "a.jsonl.zst", tmp_path / "b.jsonl"
    import zstandard

    file.write_bytes(zstandard.compress(b"".join(json.dumps({"text": t}).encode() + b"\n" for t in TEXTS)))
    assert textlint("fix", file, "--output", out).code == 0
    assert [json.loads(line)["text"] for line in out.read_text().splitlines()] == [r.text for r in single]


def test_workers_and_blocks_do_not_matter(textlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(shuffled(400))))
    made = []
    for workers, group in ((1, pool.GROUP), (2, 1), (3, 40_000)):
        monkeypatch.setattr(pool, "GROUP", group)
        names = [tmp_path / f"{kind}{workers}" for kind in ("out.jsonl", "edits.jsonl", "report.json")]
        arguments = ["--output", names[0], "--edits", names[1], "--workers", workers]
        assert textlint("fix", file, *arguments, "--unsafe-fixes", "--quiet").code == 0
        made.append([name.read_bytes() for name in names[:2]])
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("unsafe", [False, True])
def test_replay_undo_and_settle(unsafe: bool) -> None:
    linter = Linter(unsafe_fixes=unsafe)
    for result in linter.fix_batch([*TEXTS, *shuffled(300)]):
        assert apply(result.original, result.edits) == result.text
        assert revert(result.text, result.edits) == result.original
        again = linter.fix(result.text)
        assert not again.edits, (result.text, again.edits)
        assert not [f for f in again.findings if f.fixed], "check after fix finds nothing more to fix"


def test_a_batch_is_its_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter(unsafe_fixes=True)
    texts = shuffled(60)
    together = linter.fix_batch(texts)
    assert together == [linter.fix(text) for text in texts]
    assert linter.fix_batch(texts[::-1]) == together[::-1]


def test_edits_lie_in_the_original() -> None:
    for result in Linter().fix_batch(TEXTS):
        for edit in result.edits:
            assert result.original[edit.start : edit.end] == edit.before
        assert put(result.original, [Change(e.start, e.end, e.after) for e in result.edits]) == result.text


@pytest.mark.slow
def test_findings_do_not_depend_on_hyperscan() -> None:
    linter = Linter()
    plain = Linter.with_rules(linter.rules, use_hyperscan=False)
    for text in [*TEXTS, *shuffled(100)]:
        assert plain.fix(text) == linter.fix(text)

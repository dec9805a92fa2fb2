"""The speed benchmark: texts that are the same every time, files of the size asked for, a page from figures alone."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from itertools import islice
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.speed import corpus, report, run, tables  # noqa: E402
from benchmarks.speed.clock import Effort, Failed, least  # noqa: E402
from benchmarks.speed.contestants import CHECK, FILTERS, FIX, FLOOR, FTFY  # noqa: E402
from benchmarks.speed.hard import HARD  # noqa: E402
from benchmarks.speed.plan import PLANS  # noqa: E402
from benchmarks.speed.profile import read  # noqa: E402
from benchmarks.speed.results import Growth, Hard, Machine, Rate, Results, Share, Workers  # noqa: E402
from benchmarks.speed.sets import RAW, SETS  # noqa: E402

MADE = Results(
    options="--quick",
    machine=Machine(processor="A <processor>", cores=2, memory=8.0, system="Linux", python="CPython 3.12"),
    versions={"textlint": "1"},
    sources={RAW: "1 MB"},
    rates=[
        Rate(contestant=name, texts=RAW, megabytes=100, start=0.1, cpu=cpu)
        for name, cpu in ((FLOOR, 1.0), (CHECK, 8.0), (FIX, 13.0), (FILTERS, 500.0), (FTFY, 0.01))
    ],
    growth=[Growth(command=CHECK, megabytes=1, cpu=2.0, wall=2.1, peak=90)],
    hard=[Hard(kind="quotes", command=CHECK, megabytes=1, once=0.001, twice=0.002)],
    workers=[Workers(command=CHECK, workers=n, megabytes=1, wall=4.0 / n) for n in (1, 2)],
    stages=[Share(name="rules", seconds=2.0)],
    rules=[Share(name=f"pack/rule-{n}", seconds=0.01, findings=n) for n in range(30)],
    missing={"a tool": "not installed"},
)


@pytest.mark.parametrize("name", [name for name in SETS if name != "adversarial"])
def test_texts_differ_from_each_other_and_are_the_same_every_time(name: str) -> None:
    texts = list(islice(SETS[name](), 60))
    assert texts == list(islice(SETS[name](), 60))
    assert len(set(texts)) == len(texts)
    lines = [line for text in texts for line in text.split("\n") if len(line) > 80]
    assert len(set(lines)) > 0.99 * len(lines)


@pytest.mark.parametrize("name", HARD)
def test_adversarial_texts_have_the_size_asked_for(name: str) -> None:
    once, twice = (len(HARD[name](size).encode()) for size in (10_000, 20_000))
    assert 9_000 < once < 12_000
    assert twice == pytest.approx(2 * once, rel=0.05)


@pytest.mark.parametrize("size", [500, 5_000])
def test_a_file_is_sampled_or_repeated(tmp_path: Path, size: int) -> None:
    base, made = tmp_path / "base.jsonl", tmp_path / "made.jsonl"
    corpus.write(base, [f"{number:03} é" for number in range(100)])
    assert size <= corpus.resized(base, made, size) == made.stat().st_size < size + 30
    texts = [int(text[:3]) for text in corpus.texts(made)]
    assert max(texts) > 90  # also where few are taken they are from all over the file


def test_the_page_tells_figures_and_aims() -> None:
    shown = tables.figures(MADE)
    assert "| check takes, times the floor | at most 8 | 8.00 | yes |" in shown
    assert "| at most 12 | 13.0 | no |" in shown
    assert "| at least 50 | 62.5 | yes |" in shown
    assert "| at least 10 | not measured | – |" in shown  # too quick to be told
    assert "| at most 2.2 | 1.00 | yes |" in shown
    assert "| all other rules | 0.10 | 5.0% | 245 |" in tables.rules(MADE)


def test_a_page_is_made_from_a_file_of_figures(tmp_path: Path) -> None:
    kept = tmp_path / "speed.json"
    kept.write_bytes(msgspec.json.encode(MADE))
    command = [sys.executable, "-m", "benchmarks.speed", "--from", str(kept), "--docs", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT)
    assert (tmp_path / "performance.md").read_text(encoding="utf-8") == report.page(MADE)
    assert ElementTree.fromstring((tmp_path / "performance.svg").read_text(encoding="utf-8")).tag.endswith("svg")


def test_the_profile_is_read() -> None:
    told = "stage  seconds  share\nread  0.10  10.0%\n\nrule  seconds  share  findings\na/b  1.50  90.0%  1,234  0.07\n"
    stages = [Share(name="read", seconds=0.1)]
    assert read(told) == (stages, [Share(name="a/b", seconds=1.5, findings=1234)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a child took")
def test_a_process_is_timed_stopped_and_heard() -> None:
    busy = "sum(range(3_000_000))"
    assert 0.01 < least([sys.executable, "-c", busy], Effort(60, 1)).cpu < 30
    assert least([sys.executable, "-c", "while True: pass"], Effort(0.5, 3)).stopped
    with pytest.raises(Failed, match="ValueError: no"):
        least([sys.executable, "-c", "raise ValueError('no')"], Effort(60, 1))


def test_a_step_that_fails_is_told_and_the_others_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(*_: object) -> list[tuple[str, run.Step]]:
        return [
            ("first", lambda: {"stages": MADE.stages}),
            ("second", fail),
            ("third", lambda: {"stages": MADE.stages}),
        ]

    def fail() -> run.Found:
        raise Failed("no memory")

    monkeypatch.setattr(run, "_steps", steps)
    plan = PLANS["quick"]._replace(pages=0.01, texts=0.01, part=0.01)
    *_, last = run.run(run.begun(""), plan, None)
    assert last.stages == MADE.stages * 2
    assert last.missing == {"second": "failed: no memory"}
    assert last.sources[RAW] == "0 MB, made by the generator"

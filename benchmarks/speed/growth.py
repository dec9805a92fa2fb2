"""Time and memory against size, adversarial texts against twice themselves, and processes side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.clock import Effort, Failed, least, spent
from benchmarks.speed.contestants import CHECK, FIX, contestants, textlint
from benchmarks.speed.corpus import resized, write
from benchmarks.speed.hard import HARD
from benchmarks.speed.results import Growth, Hard, Workers
from benchmarks.speed.throughput import net

START = 1_000  # bytes of the adversarial texts that the start-up is measured on


def growth(folder: Path, base: Path, size: float, effort: Effort) -> Iterator[Growth]:
    """Check and fix on texts of a size in MB."""
    path = folder / "growth.jsonl"
    megabytes = resized(base, path, int(1e6 * size)) / 1e6
    for name, command in _ours(folder):
        one = least([*command, str(path)], effort)
        yield Growth(command=name, megabytes=megabytes, cpu=one.cpu, wall=one.wall, peak=one.peak, stopped=one.stopped)


def hard(folder: Path, kind: str, megabytes: float, effort: Effort) -> Iterator[Hard]:
    """Check and fix on an adversarial text as one document of n bytes, and of 2n."""
    paths = [folder / f"hard {times}.jsonl" for times in range(3)]
    for path, size in zip(paths, (START, int(1e6 * megabytes), int(2e6 * megabytes)), strict=True):
        write(path, [HARD[kind](size)])
    for name, command in _ours(folder):
        start, once, twice = (least([*command, str(path)], effort) for path in paths)
        yield Hard(
            kind=kind,
            command=name,
            megabytes=megabytes,
            once=net(once, start),
            twice=net(twice, start),
            stopped=once.stopped or twice.stopped,
        )


def workers(folder: Path, path: Path, counts: tuple[int, ...], limit: float) -> Iterator[Workers]:
    """Check and fix on one file with different numbers of processes."""
    outputs = ["--output", str(folder / "out.jsonl"), "--edits", str(folder / "edits.jsonl")]
    for name, words in ((CHECK, ["check", "--fail-on", "never"]), (FIX, ["fix", *outputs])):
        for count in counts:
            one = spent([*textlint(*words), "--workers", str(count), str(path)], limit)
            if one.stopped:
                raise Failed(f"{name} with {count} workers took more than {limit:g} s")
            yield Workers(command=name, workers=count, megabytes=path.stat().st_size / 1e6, wall=one.wall)


def _ours(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for contestant in contestants(folder):
        if contestant.name in (CHECK, FIX):
            yield contestant.name, list(contestant.command)

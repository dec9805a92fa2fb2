"""Megabytes a CPU second of one contestant on every set of texts."""

from __future__ import annotations

from benchmarks.speed.clock import Effort, Spent, least
from benchmarks.speed.contestants import OURS, Contestant
from benchmarks.speed.results import Rate
from benchmarks.speed.sets import RAW, Files


def net(whole: Spent, start: Spent) -> float:
    """CPU seconds without the start-up."""
    return max(whole.cpu - start.cpu, 0.0)


def rates(contestant: Contestant, files: dict[str, Files], effort: Effort) -> list[Rate]:
    """Its rates; the start-up is measured once, on one raw page."""
    start = least([*contestant.command, str(files[RAW].one)], effort)
    return [_rate(contestant, name, each, start, effort) for name, each in files.items()]


def _rate(contestant: Contestant, name: str, files: Files, start: Spent, effort: Effort) -> Rate:
    path, megabytes = (files.whole, files.megabytes) if contestant.name in OURS else (files.part, files.part_megabytes)
    whole = least([*contestant.command, str(path)], effort)
    return Rate(
        contestant=contestant.name,
        texts=name,
        megabytes=megabytes * contestant.rounds,
        start=start.cpu,
        cpu=net(whole, start),
        stopped=whole.stopped,
    )

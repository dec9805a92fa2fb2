"""Where the time of ``textlint check`` goes, read from what ``--profile`` prints."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.speed.clock import spent
from benchmarks.speed.contestants import textlint
from benchmarks.speed.results import Share

COLUMNS = re.compile(r" {2,}")


def profile(path: Path, limit: float) -> tuple[list[Share], list[Share]]:
    """Seconds by stage, and by rule with the dearest first."""
    return read(spent(textlint("check", "--workers", "1", "--fail-on", "never", "--profile", str(path)), limit).told)


def read(told: str) -> tuple[list[Share], list[Share]]:
    """The two tables that ``--profile`` prints."""
    stages, _, rules = told.strip().partition("\n\n")
    return [_share(line) for line in stages.splitlines()[1:]], [_share(line) for line in rules.splitlines()[1:]]


def _share(line: str) -> Share:
    name, seconds, _, *more = COLUMNS.split(line.strip())
    return Share(name=name, seconds=float(seconds), findings=int(more[0].replace(",", "")) if more else None)

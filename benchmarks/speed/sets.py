"""The sets of texts that all contestants get, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import documents
from benchmarks.speed.corpus import first, resized, texts, write
from benchmarks.speed.hard import hard
from benchmarks.speed.plan import UNIQUE, Plan

RAW = "raw pages"
SETS: dict[str, Callable[[], Iterator[str]]] = {
    RAW: documents.pages,
    "extracted articles": documents.articles,
    "clean prose": documents.prose,
    "other scripts": documents.scripts,
    "adversarial": hard,
}


class Files(NamedTuple):
    """One set: the whole file, the part for slow contestants, one record for the start-up; sizes in MB."""

    whole: Path
    part: Path
    one: Path
    megabytes: float
    part_megabytes: float


def made(folder: Path, plan: Plan, pages: Path | None) -> dict[str, Files]:
    """Write all sets; raw pages come from the file ``pages`` where there is one."""
    return {name: _files(folder, name, plan, pages if name == RAW else None) for name in SETS}


def base(folder: Path, name: str) -> Path:
    """The file of all texts of a set that differ from each other."""
    return folder / f"{name} base.jsonl"


def sources(files: dict[str, Files], pages: Path | None) -> dict[str, str]:
    """How large each set is and where it is from, in words."""
    told = {name: f"{each.megabytes:,.0f} MB, made by the generator" for name, each in files.items()}
    if pages is not None:
        number = sum(1 for _ in texts(pages))
        told[RAW] = f"{files[RAW].megabytes:,.0f} MB, of {number:,} real pages in a file given with `--pages`"
    return told


def _files(folder: Path, name: str, plan: Plan, given: Path | None) -> Files:
    most = plan.pages if name == RAW else plan.texts
    whole, part, one = (folder / f"{name} {kind}.jsonl" for kind in ("whole", "part", "one"))
    if given is None:
        write(base(folder, name), SETS[name](), int(1e6 * min(UNIQUE, most)))
        slow = write(part, SETS[name](), int(1e6 * plan.part))
    else:
        write(base(folder, name), texts(given))
        slow = resized(base(folder, name), part, int(1e6 * plan.part))
    size = resized(base(folder, name), whole, int(1e6 * most))
    first(base(folder, name), one)
    return Files(whole, part, one, size / 1e6, slow / 1e6)

"""The page and the picture that show a run."""

from __future__ import annotations

from pathlib import Path
from string import Template

from benchmarks.speed import tables
from benchmarks.speed.chart import chart
from benchmarks.speed.contestants import CHECK, FIX
from benchmarks.speed.results import Results
from benchmarks.speed.sets import RAW

TEMPLATE = Path(__file__).with_name("performance.md.in")


def write(results: Results, folder: Path) -> None:
    """Write ``performance.md`` and ``performance.svg`` into a folder."""
    folder.joinpath("performance.md").write_text(page(results), encoding="utf-8")
    folder.joinpath("performance.svg").write_text(picture(results), encoding="utf-8")


def page(results: Results) -> str:
    """The template with its figures; the same results give the same page."""
    machine = results.machine
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {
            name: getattr(tables, name)(results)
            for name in ("figures", "speeds", "ratios", "lead", "growth", "hard", "workers")
        },
        stages=tables.stages(results),
        rules=tables.rules(results),
        profiled=f"{results.profiled:,.0f}",
        options=results.options,
        machine=f"{machine.processor}, {machine.cores} cores, {machine.memory:.0f} GB, {machine.system}",
        python=machine.python,
        versions=", ".join(f"{name} {version}" for name, version in results.versions.items()),
        sources="\n".join(f"- {name}: {told}" for name, told in results.sources.items()),
        missing="\n".join(f"- {name}: {how}" for name, how in results.missing.items()) or "- nobody",
    )


def picture(results: Results) -> str:
    """All contestants on raw pages, the fastest first."""
    rates = sorted(
        (rate for rate in results.rates if rate.texts == RAW and not rate.quick), key=lambda rate: -rate.speed
    )
    bars = [
        (rate.contestant.partition(", ")[0], rate.speed, tables.number(rate.speed), rate.contestant in (CHECK, FIX))
        for rate in rates
    ]
    return chart("Raw pages: throughput of one core", "MB of JSON Lines a CPU second (logarithmic)", bars)

"""The command: measure, keep the figures as JSON, write the page."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

import benchmarks.speed as package
from benchmarks.speed import report
from benchmarks.speed.plan import PLANS, Plan
from benchmarks.speed.results import Results
from benchmarks.speed.run import begun, run


def main() -> None:
    """Measure, or read what was measured; write what is asked for, or print the page."""
    given = _options().parse_args()
    results = _read(given.source) if given.source else _measured(given)
    if given.docs:
        report.write(results, given.docs)
    elif not given.json:
        print(report.page(results))


def _read(path: Path) -> Results:
    return msgspec.json.decode(path.read_bytes(), type=Results)


def _measured(given: argparse.Namespace) -> Results:
    """The whole run; what is known so far is kept after every step."""
    results = begun(_told(given))
    for known in run(results, _plan(given), given.pages):
        results = known
        if given.json:
            given.json.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")
    return results


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=package.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    size = options.add_mutually_exclusive_group()
    for name, about in (("quick", "2 MB: does it run?"), ("full", "100 MB, growth to 1 GB: for the page")):
        size.add_argument(f"--{name}", dest="size", action="store_const", const=name, default="default", help=about)
    options.add_argument(
        "--pages", type=Path, help="JSON Lines of raw pages with a field 'text', instead of generated ones"
    )
    options.add_argument("--megabytes", type=float, help="size of the raw pages")
    options.add_argument("--growth", help="sizes in MB with commas between them, as 1,10,100")
    options.add_argument("--hard", type=float, help="n of the adversarial texts, in MB")
    options.add_argument("--json", type=Path, help="file for all that was measured")
    options.add_argument("--from", dest="source", type=Path, help="such a file, instead of measuring")
    options.add_argument(
        "--docs", type=Path, help="folder for performance.md and performance.svg; else the page is printed"
    )
    return options


def _plan(given: argparse.Namespace) -> Plan:
    plan = PLANS[given.size]
    sizes = tuple(map(float, given.growth.split(","))) if given.growth else plan.growth
    return plan._replace(pages=given.megabytes or plan.pages, growth=sizes, hard=given.hard or plan.hard)


def _told(given: argparse.Namespace) -> str:
    """The options that shape the figures, as they are typed."""
    words = [] if given.size == "default" else [f"--{given.size}"]
    words += ["--pages PAGES.jsonl"] if given.pages else []
    words += [f"--{name} {getattr(given, name)}" for name in ("megabytes", "growth", "hard") if getattr(given, name)]
    return " ".join(words)


if __name__ == "__main__":
    main()

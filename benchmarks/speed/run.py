"""A whole run, one step after the other."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.speed.clock import Failed, least
from benchmarks.speed.contestants import Contestant, absent, contestants, textlint, versions
from benchmarks.speed.growth import growth, hard, workers
from benchmarks.speed.hard import HARD
from benchmarks.speed.machine import machine
from benchmarks.speed.plan import Plan
from benchmarks.speed.profile import profile
from benchmarks.speed.results import Results
from benchmarks.speed.sets import RAW, Files, base, made, sources
from benchmarks.speed.throughput import rates

Found = dict[str, Any]  # fields of the results: lists and dicts are added to what is there
Step = Callable[[], Found]


def begun(options: str) -> Results:
    """What is known before anything is measured."""
    return Results(options=options, machine=machine(), versions=versions())


def run(results: Results, plan: Plan, pages: Path | None) -> Iterator[Results]:
    """The results after each step, in a folder that goes afterwards; a step that fails is named in ``missing``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _say("texts")
        files = made(folder, plan, pages)
        results = msgspec.structs.replace(results, sources=sources(files, pages))
        for what, step in _steps(folder, files, plan):
            _say(what)
            try:
                found = step()
            except Failed as failure:
                found = {"missing": {what: f"failed: {failure}"}}
            results = _added(results, found)
            yield results


def _steps(folder: Path, files: dict[str, Files], plan: Plan) -> Iterator[tuple[str, Step]]:
    raw, effort = files[RAW], plan.effort
    yield "first use, which compiles patterns", partial(_first_use, raw.one, plan)
    for one in contestants(folder):
        yield one.name, partial(_throughput, one, files, plan)
    yield "profile", partial(_profile, raw, plan)
    counts = tuple(sorted({1, 2, os.cpu_count() or 1}))
    yield "processes", lambda: {"workers": list(workers(folder, raw.whole, counts, effort.limit))}
    # A process starts with the peak memory of the one that starts it: growth comes before large texts are made here.
    for size in plan.growth:
        yield f"growth, {size:g} MB", partial(_growth, folder, size, plan)
    for kind in HARD:
        yield f"adversarial: {kind}", partial(_hard, folder, kind, plan)


def _first_use(path: Path, plan: Plan) -> Found:
    least(textlint("check", "--fail-on", "never", str(path)), plan.effort)
    return {}


def _throughput(contestant: Contestant, files: dict[str, Files], plan: Plan) -> Found:
    lacking = absent(contestant)
    if lacking:
        return {"missing": {contestant.name: lacking}}
    return {"rates": rates(contestant, files, plan.effort)}


def _profile(files: Files, plan: Plan) -> Found:
    stages, rules = profile(files.whole, plan.effort.limit)
    return {"stages": stages, "rules": rules, "profiled": files.megabytes}


def _growth(folder: Path, size: float, plan: Plan) -> Found:
    return {"growth": list(growth(folder, base(folder, RAW), size, plan.effort))}


def _hard(folder: Path, kind: str, plan: Plan) -> Found:
    return {"hard": list(hard(folder, kind, plan.hard, plan.effort))}


def _added(results: Results, found: Found) -> Results:
    """The results with what a step found."""
    joined = {name: _joined(getattr(results, name), value) for name, value in found.items()}
    return msgspec.structs.replace(results, **joined)


def _joined(known: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [*known, *value]
    return {**known, **value} if isinstance(value, dict) else value


def _say(what: str) -> None:
    """Tell a person what is being measured."""
    print(what, file=sys.stderr, flush=True)

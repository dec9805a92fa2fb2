"""Who is measured: how each is run, what it needs, and how that is installed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.child import ROUNDS

JS = Path(__file__).parent / "js"
PIP = "pip install -r benchmarks/requirements.txt"
NPM = "npm install --prefix benchmarks/speed/js (with Node.js 20 or newer)"
CHECK, FIX, FLOOR = "textlint check", "textlint fix, edits written", "orjson: decode and encode"
FILTERS = "datatrove C4 + Gopher quality + Gopher repetition, in sequence"
FTFY = "ftfy.fix_text"
OURS = (CHECK, FIX, FLOOR)  # worked through whole files; the others get a part
PACKAGES = ("textlint", "orjson", "datatrove", "spacy", "clean-text", "ftfy", "hyperscan", "numpy", "msgspec", "regex")


class Contestant(NamedTuple):
    """A command that takes a file of JSON Lines as its last word, and works through it ``rounds`` times.

    ``needs`` are the modules that it imports.
    """

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()
    install: str = PIP
    rounds: int = 1


def textlint(*words: str) -> list[str]:
    """A command of textlint, quiet, with one worker unless the words say otherwise."""
    return [sys.executable, "-m", "textlint", *words, "--no-progress", "--quiet"]


def contestants(folder: Path) -> list[Contestant]:
    """All of them, the floor first; outputs go to ``folder``."""
    fix = ("fix", "--workers", "1", "--output", str(folder / "out.jsonl"), "--edits", str(folder / "edits.jsonl"))
    return [
        _tool(FLOOR, "floor", "orjson")._replace(rounds=ROUNDS),
        Contestant(CHECK, tuple(textlint("check", "--workers", "1", "--fail-on", "never"))),
        Contestant(FIX, tuple(textlint(*fix))),
        _tool(FILTERS, "c4-gopher", "datatrove", "spacy"),
        _tool("datatrove C4QualityFilter", "c4", "datatrove", "spacy"),
        _tool("datatrove GopherQualityFilter", "gopher-quality", "datatrove", "spacy"),
        _tool("datatrove GopherRepetitionFilter", "gopher-repetition", "datatrove", "spacy"),
        _tool("datatrove FineWebQualityFilter", "fineweb", "datatrove", "spacy"),
        _tool("datatrove FTFYFormatter", "datatrove-ftfy", "datatrove", "ftfy"),
        _tool(FTFY, "ftfy", "ftfy"),
        _tool("clean-text, defaults", "clean-text", "cleantext"),
        Contestant("textlint for JavaScript, one pattern rule", ("node", str(JS / "run.mjs")), install=NPM),
    ]


def absent(contestant: Contestant) -> str:
    """How to install what is missing for it; empty where nothing is."""
    if contestant.command[0] == "node":
        there = shutil.which("node") and (JS / "node_modules" / "textlint").exists()
    else:
        there = all(find_spec(module) for module in contestant.needs)
    return "" if there else f"not installed: `{contestant.install}`"


def versions() -> dict[str, str]:
    """The versions of all packages that are there, those of JavaScript too."""
    return dict([*_python(), *_javascript()])


def _tool(name: str, tool: str, *needs: str) -> Contestant:
    return Contestant(name, (sys.executable, "-m", "benchmarks.speed.child", tool), ("orjson", *needs))


def _python() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            continue


def _javascript() -> Iterator[tuple[str, str]]:
    for package in ("textlint", "textlint-rule-prh"):
        told = JS / "node_modules" / package / "package.json"
        if told.exists():
            yield f"{package} (npm)", json.loads(told.read_text())["version"]

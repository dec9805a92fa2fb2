"""How fast check and fix are, as ratios to decoding and encoding every record with orjson, all in one run.

    pip install -r benchmarks/requirements.txt
    python benchmarks/throughput.py [PAGES.jsonl] [--megabytes 20]

Times are CPU seconds of one process (``--workers 1``). Without a file the texts are the examples' lines in other orders.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path, help="JSON Lines with a field 'text'")
    arguments.add_argument("--megabytes", type=float, default=20.0, help="how much of it, repeated if need be")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages.jsonl")
        size = write(pages, texts(given.file), int(given.megabytes * 1e6))
        textlint = [sys.executable, "-m", "textlint"]
        common = [str(pages), "--workers", "1", "--no-progress", "--quiet"]
        fix = ["--output", str(Path(folder, "out.jsonl")), "--edits", str(Path(folder, "edits.jsonl"))]
        warm = seconds([*textlint, "check", str(EXAMPLES / "bahnhof.txt"), "--quiet"])
        floor = seconds([sys.executable, "-c", FLOOR, str(pages), str(Path(folder, "floor.jsonl"))])
        print(f"{size / 1e6:.1f} MB; start {warm:.2f} s")
        print(f"{'':22}{'CPU s':>8}{'MB/s':>8}{'of the floor':>14}")
        for name, spent in (
            ("orjson loads + dumps", floor),
            ("textlint check", seconds([*textlint, "check", *common])),
            ("textlint fix --edits", seconds([*textlint, "fix", *common, *fix])),
        ):
            print(f"{name:22}{spent:8.2f}{size / 1e6 / spent:8.1f}{spent / floor:14.1f}")


FLOOR = """
import orjson, sys
with open(sys.argv[1], "rb") as source, open(sys.argv[2], "wb") as target:
    for line in source:
        target.write(orjson.dumps(orjson.loads(line)) + b"\\n")
"""


def texts(file: Path | None) -> Callable[[], Iterator[str]]:
    """Makes the texts, again and again."""
    if file is not None:
        return lambda: (json.loads(line)["text"] for line in file.open(encoding="utf-8"))
    lines = [line for page in sorted(EXAMPLES.iterdir()) for line in page.read_text(encoding="utf-8").split("\n")]
    chance = random.Random(1)
    return lambda: ("\n".join(chance.sample(lines, chance.randrange(5, 80))) for _ in range(1000))


def write(path: Path, made: Callable[[], Iterator[str]], least: int) -> int:
    """Write records until there are ``least`` bytes; how many there are."""
    size = number = 0
    with path.open("wb") as file:
        while size < least:
            for text in made():
                size += file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False).encode() + b"\n")
                number += 1
                if size >= least:
                    break
    return size


def seconds(command: list[str]) -> float:
    """CPU seconds that a command takes, user and system."""
    before = os.times()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


if __name__ == "__main__":
    main()

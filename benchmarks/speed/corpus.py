"""Files of texts: a base of texts that differ, sampled or repeated to the size that a run asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def record(text: str) -> bytes:
    """One line of JSON Lines."""
    return json.dumps({"text": text}, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def texts(path: Path) -> Iterator[str]:
    """The texts of a file of JSON Lines with a field ``text``."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def write(path: Path, made: Iterable[str], most: int | None = None) -> int:
    """Write records until there are ``most`` bytes (None: to the end); how many bytes there are."""
    size = 0
    with path.open("wb") as file:
        for text in made:
            size += file.write(record(text))
            if most is not None and size >= most:
                break
    return size


def resized(base: Path, path: Path, size: int) -> int:
    """Write ``size`` bytes of records: evenly spread ones of ``base``, or all of them again and again; how many bytes."""
    whole = base.stat().st_size
    written = seen = 0
    with path.open("wb") as target:
        while written < size:
            with base.open("rb") as source:
                for line in source:
                    seen += len(line)
                    if size >= whole or written < seen * size / whole:
                        written += target.write(line)
                    if written >= size:
                        break
    return written


def first(base: Path, path: Path) -> int:
    """Write the first record alone: what it takes is the start-up."""
    with base.open("rb") as source:
        return path.write_bytes(source.readline())

"""What the commands of the line model share: reading labelled files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.io.compression import read_chunks
from textlint.io.discover import discover
from textlint.linemodel.labelled import Labelled, read_labelled


def labelled(paths: Sequence[str]) -> list[Labelled]:
    """The documents of labelled files (JSON Lines, plain or packed). Raises SourceError or InputError."""
    return [document for path in paths for document in read_labelled(_lines(path), path)]


def _lines(path: str) -> Iterator[bytes]:
    rest = b""
    for source in discover([path], None if path.endswith((".gz", ".zst")) else "jsonl"):
        for chunk in read_chunks(source):
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
    if rest:
        yield rest

"""What the commands of the line model share: reading labelled files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.io.blocks import BLOCK_BYTES, Source
from textlint.io.compression import read_chunks
from textlint.io.discover import discover
from textlint.io.errors import printable, shown
from textlint.io.jsonl import cut_lines
from textlint.linemodel.labelled import Labelled, check_kinds, read_labelled


def labelled(paths: Sequence[str]) -> list[Labelled]:
    """The documents of labelled files (JSON Lines, plain or packed), which have to hold lines of both kinds together.

    Raises SourceError or InputError.
    """
    sources = discover(paths, "jsonl")
    documents = [document for source in sources for document in read_labelled(_lines(source), shown(source.path))]
    check_kinds(documents, named(paths))
    return documents


def named(paths: Sequence[str]) -> str:
    """What an error about all files together calls them."""
    return printable(", ".join(paths))


def _lines(source: Source) -> Iterator[bytes]:
    for block in cut_lines(read_chunks(source), BLOCK_BYTES):
        yield from block.removesuffix(b"\n").split(b"\n")

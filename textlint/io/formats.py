"""The formats, by name; a further one is a module with a FORMAT and a line in each table here."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from functools import cache

from textlint.io.blocks import Block, Changed, Decoded, Format
from textlint.io.compression import COMPRESSIONS

SUFFIXES = {"jsonl": (".jsonl", ".ndjson"), "txt": (".txt",), "md": (".md",)}
"""The suffixes of each format's files, without that of a compression."""

_HOMES = {"jsonl": "jsonl", "txt": "plain", "md": "plain"}  # modules


class _Formats(Mapping[str, Format]):
    """The formats, each loaded when it is first asked for."""

    def __getitem__(self, name: str) -> Format:
        return _loaded(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


@cache
def _loaded(name: str) -> Format:
    format_: Format = importlib.import_module(f"textlint.io.{_HOMES[name]}").FORMAT
    return format_


FORMATS: Mapping[str, Format] = _Formats()
"""What reads and writes a format, by its name."""


def decode(block: Block) -> Decoded:
    """Find the records of a block, whatever its format."""
    return FORMATS[block.format].decode(block)


def encode(block: Block, decoded: Decoded, changed: Changed) -> bytes:
    """The block's bytes with the changed texts put in; raises EditError when edits do not fit their text."""
    return FORMATS[block.format].encode(block, decoded, changed)


def kind_of(path: str) -> tuple[str | None, str]:
    """Format and compression by a file name's suffixes, whatever their case; the format is None when it is not known.

    >>> kind_of("part-0.jsonl.zst"), kind_of("notes.rst")
    (('jsonl', 'zst'), (None, ''))
    """
    name = os.path.basename(path).lower()
    stem, suffix = os.path.splitext(name)
    compression = COMPRESSIONS.get(suffix, "")
    name = stem if compression else name
    known = (key for key, suffixes in SUFFIXES.items() if name.endswith(suffixes))
    return next(known, None), compression


def known_suffixes() -> str:
    """All suffixes in one line, for messages."""
    plain_ones = " ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
    return f"{plain_ones}, each also with {' '.join(COMPRESSIONS)}"

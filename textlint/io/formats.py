"""The formats, by name; a further one is a module with a FORMAT and a line here."""

from __future__ import annotations

import os

from textlint.io import jsonl, plain
from textlint.io.blocks import Block, Changed, Decoded, Format
from textlint.io.compression import COMPRESSIONS

FORMATS: dict[str, Format] = {
    "jsonl": jsonl.FORMAT,
    "txt": plain.FORMAT._replace(suffixes=(".txt",)),
    "md": plain.FORMAT._replace(suffixes=(".md",)),
}


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
    known = (key for key, format_ in FORMATS.items() if name.endswith(format_.suffixes))
    return next(known, None), compression


def known_suffixes() -> str:
    """All suffixes in one line, for messages."""
    plain_ones = " ".join(suffix for format_ in FORMATS.values() for suffix in format_.suffixes)
    return f"{plain_ones}, each also with {' '.join(COMPRESSIONS)}"

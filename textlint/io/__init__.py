"""Streams of documents in and out: find the inputs, cut them into blocks, decode, encode, write atomically.

The way of a file: ``discover`` -> ``FORMATS[source.format].read_blocks`` -> in a worker ``decode``, lint, ``encode`` ->
``write_atomic`` around ``FORMATS[...].writer``.
"""

from textlint.io.atomic import refuse_overwrite, write_atomic
from textlint.io.blocks import BLOCK_BYTES, Block, Changed, Decoded, FieldText, Format, Record, Source, Writable
from textlint.io.discover import discover
from textlint.io.errors import FileError, InputError, OutputError, Problem
from textlint.io.formats import FORMATS, decode, encode, kind_of

__all__ = [
    "BLOCK_BYTES",
    "FORMATS",
    "Block",
    "Changed",
    "Decoded",
    "FieldText",
    "FileError",
    "Format",
    "InputError",
    "OutputError",
    "Problem",
    "Record",
    "Source",
    "Writable",
    "decode",
    "discover",
    "encode",
    "kind_of",
    "refuse_overwrite",
    "write_atomic",
]

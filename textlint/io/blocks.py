"""The values that travel between reader, workers and writer, and the shape of a format.

A reader cuts an input into Blocks. A worker decodes a Block into Records, and gives the Block's bytes back with the
changed texts put in. The writer joins these bytes in order. Blocks and all that hangs on them can be pickled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from textlint.edits import Replacement
from textlint.io.errors import Problem

BLOCK_BYTES = 4 << 20
"""How many bytes a block holds, about: enough to keep a worker busy, little enough to keep many in memory."""

Changed = Mapping[tuple[int, str], Sequence[Replacement]]
"""The edits (sorted, disjoint, in code points) of each changed text, by index in ``Decoded.records`` and field."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: where it is, what it holds (``jsonl``), how it is packed (``""``, ``gz``, ``zst``).

    ``relative`` is its path below the folder it was found in, with ``/``: where it goes below an output folder.
    """

    path: str
    format: str
    compression: str
    relative: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole records as they stand in the input, with what is needed to decode it anywhere.

    ``offset`` is the place of ``data`` in the uncompressed file (bytes), ``record`` the number of its first record.
    ``plain`` says that the file is not packed: its bytes stand there as they are.
    """

    path: str
    format: str
    data: bytes
    offset: int = 0
    record: int = 0
    fields: tuple[str, ...] = ("text",)
    id_field: str | None = None
    source_field: str | None = None
    language_field: str | None = None
    plain: bool = False


class FieldText(NamedTuple):
    """The text of one field; ``block.data[start:end]`` are the bytes that hold it (in JSON: with its quotes)."""

    field: str
    text: str
    start: int
    end: int


class Record(NamedTuple):
    """One record: its number in the file (from 0), its id (the number, where it has none) and its texts.

    ``source`` is the value of the source field, None where there is none; ``language`` that of the language field.
    """

    number: int
    id: str | int
    source: str | None
    texts: tuple[FieldText, ...]
    language: str = ""


class Decoded(NamedTuple):
    """What a block holds: the records that can be linted, and the problems of all others."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


class Writable(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> object: ...


class ReadBlocks(Protocol):
    """Cuts an input into blocks; raises InputError when it cannot be read to its end."""

    def __call__(
        self,
        source: Source,
        fields: Sequence[str] = ("text",),
        id_field: str | None = "id",
        source_field: str | None = None,
        block_bytes: int = BLOCK_BYTES,
        language_field: str | None = None,
    ) -> Iterator[Block]: ...


class Decode(Protocol):
    """Finds the records of a block; never raises for what the input holds."""

    def __call__(self, block: Block) -> Decoded: ...


class Encode(Protocol):
    """The block's bytes with the changed texts put in, all else as it was; raises EditError when edits do not fit."""

    def __call__(self, block: Block, decoded: Decoded, changed: Changed) -> bytes: ...


class Holds(Protocol):
    """Whether the format can hold this text so that reading gives the same text back (lone surrogates may not)."""

    def __call__(self, text: str) -> bool: ...


class Originals(Protocol):
    """For each edit the exact bytes it replaces, or None where encoding ``before`` again gives these very bytes."""

    def __call__(self, block: Block, text: FieldText, edits: Sequence[Replacement]) -> list[bytes | None]: ...


class OpenWriter(Protocol):
    """Something that takes encoded blocks in order and writes the file, packed as told, to ``file``."""

    def __call__(self, file: Writable, compression: str) -> AbstractContextManager[Writable]: ...


class Format(NamedTuple):
    """A file format as a row of functions."""

    read_blocks: ReadBlocks
    decode: Decode
    encode: Encode
    holds: Holds
    originals: Originals
    writer: OpenWriter

"""Plain text and Markdown: one file is one document, and its bytes survive, whatever they are.

Line ends and a byte order mark (U+FEFF) are part of the text. Bytes that are not UTF-8 become lone surrogates
(U+DC80-DCFF), which turn into the same bytes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textlint import edits as text_edits
from textlint.edits import EditError, Replacement
from textlint.io.blocks import BLOCK_BYTES, Block, Changed, Decoded, FieldText, Format, Record, Source
from textlint.io.compression import open_writer, read_chunks
from textlint.io.errors import Problem

FIELD = "text"
"""The name of a document's only field."""

_INVALID = re.compile("[\udc80-\udcff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_blocks(
    source: Source,
    fields: Sequence[str] = (FIELD,),
    id_field: str | None = None,
    source_field: str | None = None,
    block_bytes: int = BLOCK_BYTES,
    language_field: str | None = None,
) -> Iterator[Block]:
    """The whole file as one block, an empty one too; the other arguments mean nothing here.

    Raises InputError when it cannot be read to its end.
    """
    yield Block(source.path, source.format, b"".join(read_chunks(source)), fields=(FIELD,))


def decode(block: Block) -> Decoded:
    """The file as record 0, whose id is its path, and a problem that tells of bytes that are not UTF-8.

    A UTF-16 file is only a problem.
    """
    if block.data.startswith(_UTF16):
        problem = Problem(block.path, None, 0, "looks like UTF-16, is left as it is; convert it to UTF-8")
        return Decoded((), (problem,))
    problems: tuple[Problem, ...] = ()
    try:
        text = block.data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = block.data.decode("utf-8", "surrogateescape")
        count = len(_INVALID.findall(text))
        what = "1 byte is not UTF-8" if count == 1 else f"{count} bytes are not UTF-8, this the first"
        problems = (Problem(block.path, None, error.start, f"{what}; kept as they are"),)
    record = Record(0, block.path, block.path, (FieldText(FIELD, text, 0, len(block.data)),))
    return Decoded((record,), problems)


def encode(block: Block, decoded: Decoded, changed: Changed) -> bytes:
    """The bytes of the changed text; the very same object when nothing changes.

    Raises EditError when edits do not fit, or make a text that UTF-8 cannot hold.
    """
    edits = changed.get((0, FIELD))
    if not edits:
        return block.data
    text = text_edits.apply(decoded.records[0].texts[0].text, edits)
    if not holds(text):
        raise EditError("the edits make a text that would read differently once written as UTF-8")
    return text.encode("utf-8", "surrogateescape")


def holds(text: str) -> bool:
    """Whether writing the text and reading it gives it back: bytes that are not UTF-8 must not join to a character."""
    try:
        text.encode("utf-8")
        return True
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") == text
    except UnicodeEncodeError:
        return False


def originals(block: Block, text: FieldText, edits: Sequence[Replacement]) -> list[bytes | None]:
    """None for every edit: a text's bytes follow from the text."""
    return [None] * len(edits)


FORMAT = Format(read_blocks, decode, encode, holds, originals, open_writer)

"""JSON Lines: one object a line; only the texts are decoded, and only changed ones are written anew.

Blank lines, line ends, a byte order mark and all other values stay as they are. A record that cannot be linted is a
Problem and keeps its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.edits import Replacement
from textlint.io import jsonstring
from textlint.io.blocks import BLOCK_BYTES, Block, Changed, Decoded, FieldText, Format, Record, Source
from textlint.io.compression import open_writer, read_chunks
from textlint.io.errors import Problem, printable
from textlint.io.jsonfields import UNSURE, BadRecord, CarefulLine, Line, QuickLine

_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r"
_KINDS = {b'"': "a string", b"{": "an object", b"[": "a list", b"t": "true", b"f": "false", b"n": "null"}
_KEYS_SHOWN = 10
_KEY_LENGTH = 40  # code points


def read_blocks(
    source: Source,
    fields: Sequence[str] = ("text",),
    id_field: str | None = "id",
    source_field: str | None = None,
    block_bytes: int = BLOCK_BYTES,
    language_field: str | None = None,
) -> Iterator[Block]:
    """Cut an input into blocks of whole lines, each of about ``block_bytes`` or one longer line.

    Raises InputError when it cannot be read to its end.
    """
    offset = record = 0
    plain = not source.compression and source.path != "-"
    for data in cut_lines(read_chunks(source, min(block_bytes, 1 << 20)), block_bytes):
        yield Block(
            source.path,
            source.format,
            data,
            offset,
            record,
            tuple(fields),
            id_field,
            source_field,
            language_field,
            plain,
        )
        record += sum(1 for _ in _lines(data, offset))
        offset += len(data)


def cut_lines(chunks: Iterable[bytes], block_bytes: int) -> Iterator[bytes]:
    """The same bytes in pieces of whole lines, of ``block_bytes`` or a little more; the last may lack its line end."""
    whole: list[bytes] = []
    unfinished: list[bytes] = []
    size = 0
    for chunk in chunks:
        cut = chunk.rfind(b"\n") + 1
        if not cut:
            unfinished.append(chunk)
            continue
        whole += [*unfinished, chunk[:cut]]
        size += sum(map(len, unfinished)) + cut
        unfinished = [chunk[cut:]]
        if size >= block_bytes:
            yield b"".join(whole)
            whole, size = [], 0
    if rest := b"".join(whole + unfinished):
        yield rest


def _lines(data: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The lines that hold a record, with their places in ``data``; ``offset`` is the place of ``data`` in the file."""
    at = len(_BOM) if offset == 0 and data.startswith(_BOM) else 0
    for line in data[at:].split(b"\n"):
        if line.strip(_BLANK):
            yield at, line
        at += len(line) + 1


def decode(block: Block) -> Decoded:
    """Find ids, sources and texts of all records, and a problem for every field or record that cannot be linted.

    Where one of several fields is missing or no string, the others are linted all the same.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for number, (at, line) in enumerate(_lines(block.data, block.offset), block.record):
        try:
            record, wrong = _record(block, number, at, line)
        except BadRecord as bad:
            problems.append(Problem(block.path, number, block.offset + at + bad.offset, bad.message))
            continue
        if record.texts:
            records.append(record)
        problems += [Problem(block.path, number, block.offset + at, message) for message in wrong]
    return Decoded(tuple(records), tuple(problems))


def _record(block: Block, number: int, at: int, line: bytes) -> tuple[Record, list[str]]:
    """The record of a line, and what is wrong with its fields; raises BadRecord for one that is no JSON object."""
    try:
        return _read(block, number, at, QuickLine(line))
    except UNSURE:
        return _read(block, number, at, CarefulLine(line))


def _read(block: Block, number: int, at: int, line: Line) -> tuple[Record, list[str]]:
    texts: list[FieldText] = []
    wrong: list[str] = []
    for field in block.fields:
        raw = line.value(field)
        if raw is None or raw[:1] != b'"':
            wrong.append(_complaint(field, raw, line.keys()))
            continue
        start = at + line.place(field, raw)
        texts.append(FieldText(field, line.text(raw), start, start + len(raw)))
    identity = _scalar(block.id_field, line)
    source, language = _scalar(block.source_field, line), _scalar(block.language_field, line)
    id_ = number if identity is None else identity
    tag = language if isinstance(language, str) else ""
    return Record(number, id_, None if source is None else str(source), tuple(texts), tag), wrong


def _complaint(field: str, raw: bytes | None, keys: Sequence[str]) -> str:
    """What is wrong with a field that holds no text, and what to do."""
    if raw is not None:
        return f'the field "{printable(field)}" is {_KINDS.get(raw[:1], "a number")}, not a string'
    more = ", ..." if len(keys) > _KEYS_SHOWN else ""
    names = ", ".join(printable(key[:_KEY_LENGTH]) for key in keys[:_KEYS_SHOWN]) + more
    return f'has no field "{printable(field)}"; name one with --text-field: {names or "the object is empty"}'


def _scalar(field: str | None, line: Line) -> str | int | None:
    """A string or whole number as it is, null and missing as None, anything else as it is written."""
    raw = line.value(field) if field else None
    if raw is None or raw == b"null":
        return None
    if raw[:1] == b'"':
        return line.text(raw)
    written = raw.decode("utf-8")
    return int(written) if written.lstrip("-").isdigit() and len(written) < 4000 else written


def encode(block: Block, decoded: Decoded, changed: Changed) -> bytes:
    """The block's bytes with the changed strings put in; the very same object when nothing changes.

    Raises EditError when edits do not fit their text.
    """
    places = [
        (text.start, text.end, edits)
        for (index, field), edits in changed.items()
        for text in decoded.records[index].texts
        if text.field == field and edits
    ]
    if not places:
        return block.data
    pieces, at = [], 0
    for start, end, edits in sorted(places, key=lambda place: place[0]):
        pieces += [block.data[at:start], jsonstring.splice(block.data[start:end], edits)]
        at = end
    return b"".join([*pieces, block.data[at:]])


def originals(block: Block, text: FieldText, edits: Sequence[Replacement]) -> list[bytes | None]:
    """For each edit the bytes it replaces, where encoding ``before`` again would not give these very bytes."""
    return jsonstring.originals(block.data[text.start : text.end], edits)


FORMAT = Format(read_blocks, decode, encode, jsonstring.holds, originals, open_writer)

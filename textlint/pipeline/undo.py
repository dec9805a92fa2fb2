"""The original texts again, from the outputs and the file of edits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import msgspec

from textlint.edits import invert
from textlint.finding import Edit, Safety
from textlint.io.blocks import Block, Source
from textlint.io.errors import InputError, shown
from textlint.io.formats import FORMATS, decode, encode, kind_of
from textlint.io.jsonstring import ExactEdit
from textlint.pipeline.target import Target, opened
from textlint.reports.rows import EditRow


def read_edits(path: str) -> Iterator[EditRow]:
    """The rows of an edits file, in their order. Raises InputError with the line of one that is none."""
    source = Source(path, "jsonl", kind_of(path)[1], path)
    number = 0
    for block in FORMATS["jsonl"].read_blocks(source):
        for line in block.data.splitlines():
            number += 1
            if line.strip():
                yield _row(path, number, line)


def _row(path: str, number: int, line: bytes) -> EditRow:
    try:
        return msgspec.convert(json.loads(line), EditRow)
    except (ValueError, msgspec.ValidationError) as error:
        raise InputError(f"{shown(path)}:{number}: not an edit: {error}") from None


def revert(targets: Sequence[Target], edits: str) -> None:
    """Write the original of every target's source to the target.

    Edits name their inputs by path; an output stands for the input whose path it shares, or whose path ends like its
    own, or for the only one. Raises InputError where edits do not fit, FileError where a file fails.
    """
    left = list(targets)
    for path, rows in groupby(read_edits(edits), key=lambda row: row.path):
        target = _of_path(path, left)
        if target is None:
            raise InputError(f"{shown(edits)}: holds edits of {shown(path)}, for which no output was named")
        left.remove(target)
        _revert_one(target, edits, rows)
    for target in left:
        _revert_one(target, edits, ())


def _of_path(path: str, targets: Sequence[Target]) -> Target | None:
    if len(targets) == 1:
        return targets[0]
    same = [t for t in targets if t.source.path == path]
    alike = [t for t in targets if f"/{path}".endswith(f"/{t.source.relative}")]
    return next(iter(same or sorted(alike, key=lambda t: -len(t.source.relative))), None)


def _revert_one(target: Target, edits: str, rows: Iterable[EditRow]) -> None:
    source = target.source
    by_record = groupby(rows, key=lambda row: row.record)
    current = next(by_record, None)
    with opened(target) as sink:
        for block, end in _with_ends(FORMATS[source.format].read_blocks(source)):
            wanted: dict[int, list[EditRow]] = {}
            while current and current[0] < end:
                wanted[current[0]] = list(current[1])
                current = next(by_record, None)
            sink.write(_undone(block, wanted, edits) if wanted else block.data)


def _with_ends(blocks: Iterable[Block]) -> Iterator[tuple[Block, float]]:
    """Every block with the number of the record after its last."""
    last: Block | None = None
    for block in blocks:
        if last is not None:
            yield last, block.record
        last = block
    if last is not None:
        yield last, float("inf")


def _undone(block: Block, wanted: dict[int, list[EditRow]], edits: str) -> bytes:
    """A block's bytes with the edits of its records (by number) turned back."""
    fields = tuple(dict.fromkeys(row.field for rows in wanted.values() for row in rows))
    block = replace(block, fields=fields)
    decoded = decode(block)
    changed: dict[tuple[int, str], list[ExactEdit]] = {}
    for index, record in enumerate(decoded.records):
        for text in record.texts:
            rows = [row for row in wanted.get(record.number, ()) if row.field == text.field]
            if rows:
                changed[index, text.field] = _turned(
                    rows, text.text, f"{shown(block.path)}: record {record.number}", edits
                )
    if sum(map(len, changed.values())) != sum(map(len, wanted.values())):
        missing = next(n for n in wanted if n not in {decoded.records[i].number for i, _ in changed})
        raise InputError(f"{shown(block.path)}: record {missing} cannot be read, and {shown(edits)} holds edits for it")
    return encode(block, decoded, changed)


def _turned(rows: Sequence[EditRow], text: str, place: str, edits: str) -> list[ExactEdit]:
    """The edits that lead from the output's text back. Raises InputError when it is not the text that they made."""
    made = [Edit(r.start, r.end, r.before, r.after, r.rules, Safety(r.safety)) for r in rows]
    back = []
    for row, edit in zip(rows, invert(made), strict=True):
        if text[edit.start : edit.end] != edit.before:
            raise InputError(
                f"{place}: is not what the edits in {shown(edits)} made (at {edit.start}); name that output"
            )
        back.append(ExactEdit(edit.start, edit.end, edit.after, row.raw.encode() if row.raw is not None else None))
    return back

"""Findings and edits as they go out: flat rows with where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from textlint.finding import Edit, Result


class Place(NamedTuple):
    """Where a text is from: file, the record's id and number in it, and the field."""

    path: str
    id: str | int
    record: int
    field: str


class FindingRow(msgspec.Struct, frozen=True):
    """A finding with its place; ``line`` and ``column`` (from 1, in code points) count inside the text."""

    path: str
    id: str | int
    field: str
    rule: str
    severity: str
    start: int
    end: int
    line: int
    column: int
    message: str
    text: str
    safety: str | None
    score: float | None
    fixed: bool
    record: int


class EditRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """An edit with its place. ``raw`` holds the exact bytes of ``before``, where encoding it would give others."""

    id: str | int
    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]
    safety: str
    path: str
    record: int
    field: str
    raw: str | None = None


def finding_rows(place: Place, result: Result) -> Iterator[FindingRow]:
    """The findings of a result, in their order."""
    line, at, line_start = 1, 0, 0
    for f in result.findings:
        line += result.original.count("\n", at, f.start)
        line_start = max(line_start, result.original.rfind("\n", at, f.start) + 1)
        at = max(at, f.start)
        yield FindingRow(
            place.path, place.id, place.field, f.rule, f.severity.value, f.start, f.end, line, f.start - line_start + 1,
            f.message, f.text, f.safety.value if f.safety else None, f.score, f.fixed, place.record,
        )  # fmt: skip


def edit_rows(place: Place, edits: Sequence[Edit], raws: Sequence[bytes | None]) -> Iterator[EditRow]:
    """Edits as rows; ``raws`` are the exact bytes that they replace, where they are wanted."""
    for e, raw in zip(edits, raws, strict=True):
        yield EditRow(
            place.id, e.start, e.end, e.before, e.after, e.rules, e.safety.value, place.path, place.record, place.field,
            raw.decode() if raw is not None else None,
        )  # fmt: skip


def plain(value: Any) -> Any:
    """A row as plain dicts and lists."""
    return msgspec.to_builtins(value)

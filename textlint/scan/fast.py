"""The scan with Hyperscan: all anchors in two databases of linear time, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Mapping, Sequence
from functools import cache, partial

import hyperscan
import numpy as np

from textlint.anchor import EDGE, Anchor, AnchorError, Scanned, portable
from textlint.buffer import Buffer, Ints
from textlint.fold import unfolded
from textlint.scan.odd import ODD, ScanFunction
from textlint.store import Store

_EDGE = rb"[^a-z0-9\n]{0,%d}" % (EDGE + 1)  # and one byte for a carriage return
_HEADS = (b"^", b"(?i)^")
_TEXT = int(hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE)
_BYTES = int(hyperscan.HS_FLAG_CASELESS)  # of ASCII letters: those beyond are spelled out


class _Database(threading.local):
    """A database with a scratch space for each thread: two scans may not share one."""

    def __init__(self, database: hyperscan.Database) -> None:
        self.database = database
        self.scratch = hyperscan.Scratch(database)


def scan_function(anchors: Sequence[Scanned], store: Store | None) -> ScanFunction:
    """A function that finds all anchors, but for odd forms of characters. Raises AnchorError.

    Those that begin at the start of a line are a database of their own: two scans take less time than one for both.
    """
    expressions = [_expression(anchor) for anchor in anchors]
    parts: dict[bool, list[int]] = {}
    for number, (pattern, _) in enumerate(expressions):
        parts.setdefault(pattern.startswith(_HEADS), []).append(number)
    databases = [_database(part, anchors, expressions, store) for part in parts.values()]
    return partial(_scan, databases)


def _scan(databases: Sequence[_Database], batch: Buffer) -> tuple[Ints, Ints]:
    numbers: list[int] = []
    ends: list[int] = []
    add_number, add_end = numbers.append, ends.append

    def hit(number: int, start: int, end: int, flags: int, context: object) -> None:
        add_number(number)
        add_end(end)

    for one in databases:
        one.database.scan(batch.buffer, match_event_handler=hit, scratch=one.scratch)
    return np.array(numbers, np.int64), batch.line_of(np.array(ends, np.int64) - 1)


def _database(
    numbers: Sequence[int], anchors: Sequence[Scanned], expressions: Sequence[tuple[bytes, int]], store: Store | None
) -> _Database:
    """The database of some of the anchors, from the store if it is there."""
    chosen = {number: expressions[number] for number in numbers}
    digest = hashlib.sha256(repr((getattr(hyperscan, "__version__", ""), chosen)).encode()).hexdigest()
    database = _load(store, digest)
    if database is None:
        database = _compiled(anchors, chosen)
        if store is not None:
            store.put(digest, hyperscan.dumpb(database))
    return _Database(database)


def _load(store: Store | None, digest: str) -> hyperscan.Database | None:
    payload = store.get(digest) if store is not None else None
    if payload is None:
        return None
    try:
        return hyperscan.loadb(payload, mode=hyperscan.HS_MODE_BLOCK)
    except hyperscan.error:  # made for another processor
        return None


def _compiled(anchors: Sequence[Scanned], expressions: Mapping[int, tuple[bytes, int]]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    patterns, flags = [e for e, _ in expressions.values()], [f for _, f in expressions.values()]
    try:
        database.compile(expressions=patterns, ids=list(expressions), elements=len(patterns), flags=flags)
    except hyperscan.error:
        for number, (pattern, flag) in expressions.items():
            _try_alone(anchors[number], pattern, flag)
        raise
    return database


def _try_alone(anchor: Scanned, pattern: bytes, flag: int) -> None:
    try:
        hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK).compile(
            expressions=[pattern], ids=[0], elements=1, flags=[flag]
        )
    except hyperscan.error as error:
        raise AnchorError(anchor, str(error)) from None


def _expression(anchor: Scanned) -> tuple[bytes, int]:
    if isinstance(anchor, Anchor):
        return portable(anchor, dotted=False).encode(), _TEXT  # lines with U+0130 are scanned without it too
    before = rb"\n" + _EDGE if anchor.at_start else b""
    after = _EDGE + rb"\n" if anchor.at_end else b""
    return before + b"".join(map(_char, anchor.phrase)) + after, _BYTES


@cache
def _char(char: str) -> bytes:
    """A folded character as a byte expression that matches all its unfolded forms but the odd ones."""
    forms = [form.encode() for form in unfolded(char) if not (form.isascii() and form.lower() != form)]
    escaped = [re.escape(form) for form in forms if form not in ODD]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"

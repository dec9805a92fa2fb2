"""The scan with Hyperscan: all anchors in one database of linear time, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Sequence
from functools import cache, partial

import hyperscan
import numpy as np

from textlint.anchor import EDGE, Anchor, AnchorError, Scanned, portable
from textlint.batch import Batch, Ints
from textlint.fold import unfolded
from textlint.scan.plain import ScanFunction
from textlint.store import Store

# Forms of frequent characters that are rare themselves: spelled out in every expression they would make it slow to compile.
ODD = {"\xa0".encode(): b" ", "\u0130".encode(): b"i", "\u212a".encode(): b"k"}

_EDGE = rb"[^a-z0-9\n]{0,%d}" % (EDGE + 1)  # and one byte for a carriage return
_TEXT = int(hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE)
_BYTES = int(hyperscan.HS_FLAG_CASELESS)  # of ASCII letters: those beyond are spelled out


class _Local(threading.local):
    """A scratch space for each thread: two scans may not share one."""

    def __init__(self, database: hyperscan.Database) -> None:
        self.scratch = hyperscan.Scratch(database)


def scan_function(anchors: Sequence[Scanned], store: Store | None) -> ScanFunction:
    """A function that finds all anchors in one pass. Raises AnchorError."""
    expressions = [_expression(anchor) for anchor in anchors]
    digest = hashlib.sha256(repr((getattr(hyperscan, "__version__", ""), expressions)).encode()).hexdigest()
    database = _load(store, digest)
    if database is None:
        database = _compiled(anchors, expressions)
        if store is not None:
            store.put(digest, hyperscan.dumpb(database))
    return partial(_scan, database, _Local(database))


def _scan(database: hyperscan.Database, local: _Local, batch: Batch) -> tuple[Ints, Ints]:
    numbers, places = _hits(database, local, batch.buffer)
    odd = _odd_lines(batch)
    if not len(odd):
        return numbers, places
    plain = Batch([_plain(batch.buffer[batch.starts[i] : batch.ends[i]]).decode() for i in odd.tolist()])
    more, inside = _hits(database, local, plain.buffer)
    return np.concatenate([numbers, more]), np.concatenate([places, batch.starts[odd[plain.line_of(inside)]]])


def _hits(database: hyperscan.Database, local: _Local, buffer: bytes) -> tuple[Ints, Ints]:
    """Pairs (number of an anchor, byte of the buffer at which it ends)."""
    numbers: list[int] = []
    ends: list[int] = []
    add_number, add_end = numbers.append, ends.append

    def hit(number: int, start: int, end: int, flags: int, context: object) -> None:
        add_number(number)
        add_end(end)

    database.scan(buffer, match_event_handler=hit, scratch=local.scratch)
    return np.array(numbers, np.int64), np.array(ends, np.int64) - 1


def _odd_lines(batch: Batch) -> Ints:
    """The lines that hold an odd form, ascending: they are scanned again with plain ones in its place."""
    places = [found.start() for odd in ODD if odd in batch.buffer for found in re.finditer(odd, batch.buffer)]
    return np.unique(batch.line_of(np.array(places, np.int64)))


def _plain(line: bytes) -> bytes:
    for odd, plain in ODD.items():
        line = line.replace(odd, plain)
    return line


def _load(store: Store | None, digest: str) -> hyperscan.Database | None:
    payload = store.get(digest) if store is not None else None
    if payload is None:
        return None
    try:
        return hyperscan.loadb(payload, mode=hyperscan.HS_MODE_BLOCK)
    except hyperscan.error:  # made for another processor
        return None


def _compiled(anchors: Sequence[Scanned], expressions: Sequence[tuple[bytes, int]]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    patterns, flags = [e for e, _ in expressions], [f for _, f in expressions]
    try:
        database.compile(expressions=patterns, ids=list(range(len(patterns))), elements=len(patterns), flags=flags)
    except hyperscan.error:
        for anchor, (pattern, flag) in zip(anchors, expressions, strict=True):
            _try_alone(anchor, pattern, flag)
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
        return portable(anchor).encode(), _TEXT
    before = rb"\n" + _EDGE if anchor.at_start else b""
    after = _EDGE + rb"\n" if anchor.at_end else b""
    return before + b"".join(map(_char, anchor.phrase)) + after, _BYTES


@cache
def _char(char: str) -> bytes:
    """A folded character as a byte expression that matches all its unfolded forms but the odd ones."""
    forms = [form.encode() for form in unfolded(char) if not (form.isascii() and form.lower() != form)]
    escaped = [re.escape(form) for form in forms if form not in ODD]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"

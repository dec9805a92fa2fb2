"""The scan with Hyperscan: all anchors in one database of linear time, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import partial

import hyperscan
import numpy as np

from textlint.anchor import EDGE, Anchor, AnyAnchor
from textlint.batch import Batch, Ints
from textlint.fold import unfolded
from textlint.scan.plain import ScanFunction
from textlint.scan.store import Store

_EDGE = rb"[^a-z0-9\n]{0,%d}" % (EDGE + 1)  # and one byte for a carriage return
_TEXT = int(hyperscan.HS_FLAG_UTF8)
_BYTES = int(hyperscan.HS_FLAG_CASELESS)  # of ASCII letters: those beyond are spelled out


class AnchorError(ValueError):
    """An anchor that Hyperscan cannot take; ``expression`` is the one that is wrong."""

    def __init__(self, expression: str, reason: str) -> None:
        super().__init__(f"not an anchor: {reason}: {expression!r}")
        self.expression = expression


def scan_function(anchors: Sequence[AnyAnchor], store: Store | None) -> ScanFunction:
    """A function that finds all anchors in one pass. Raises AnchorError."""
    expressions = [_expression(anchor) for anchor in anchors]
    digest = hashlib.sha256(repr((getattr(hyperscan, "__version__", ""), expressions)).encode()).hexdigest()
    database = _load(store, digest)
    if database is None:
        database = _compiled(expressions)
        if store is not None:
            store.put(digest, hyperscan.dumpb(database))
    return partial(_scan, database, hyperscan.Scratch(database))


def _scan(database: hyperscan.Database, scratch: hyperscan.Scratch, batch: Batch) -> tuple[Ints, Ints]:
    numbers: list[int] = []
    ends: list[int] = []
    add_number, add_end = numbers.append, ends.append

    def hit(number: int, start: int, end: int, flags: int, context: object) -> None:
        add_number(number)
        add_end(end)

    database.scan(batch.buffer, match_event_handler=hit, scratch=scratch)
    return np.array(numbers, np.int64), np.array(ends, np.int64) - 1


def _load(store: Store | None, digest: str) -> hyperscan.Database | None:
    payload = store.get(digest) if store is not None else None
    if payload is None:
        return None
    try:
        return hyperscan.loadb(payload, mode=hyperscan.HS_MODE_BLOCK)
    except hyperscan.error:  # made for another processor
        return None


def _compiled(expressions: Sequence[tuple[bytes, int]]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    patterns, flags = [e for e, _ in expressions], [f for _, f in expressions]
    try:
        database.compile(expressions=patterns, ids=list(range(len(patterns))), elements=len(patterns), flags=flags)
    except hyperscan.error:
        for pattern, flag in expressions:
            _try_alone(pattern, flag)
        raise
    return database


def _try_alone(pattern: bytes, flag: int) -> None:
    try:
        hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK).compile(
            expressions=[pattern], ids=[0], elements=1, flags=[flag]
        )
    except hyperscan.error as error:
        raise AnchorError(pattern.decode(), str(error)) from None


def _expression(anchor: AnyAnchor) -> tuple[bytes, int]:
    if isinstance(anchor, Anchor):
        return anchor.expression.encode(), _TEXT
    before = rb"\n" + _EDGE if anchor.at_start else b""
    after = _EDGE + rb"\n" if anchor.at_end else b""
    return before + b"".join(map(_char, anchor.phrase)) + after, _BYTES


def _char(char: str) -> bytes:
    """A folded character as a byte expression that matches all its unfolded forms."""
    forms = [form for form in unfolded(char) if not (form.isascii() and form.lower() != form)]
    escaped = [re.escape(form.encode()) for form in forms]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"

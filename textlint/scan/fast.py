"""The scan with Hyperscan: all anchors in two databases of linear time, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path

import hyperscan
import numpy as np

from textlint.anchor import EDGE, Anchor, AnchorError, Scanned, portable
from textlint.buffer import Buffer, Ints
from textlint.fold import unfolded
from textlint.scan.odd import ODD, ScanFunction
from textlint.store import Store

_EDGE = rb"[^a-z0-9\n]{0,%d}" % (EDGE + 1)  # and one byte for a carriage return
_HEADS = ("^", "(?i)^")
_CODE = ("anchor.py", "fold.py", "scan/fast.py", "scan/odd.py")  # what expressions are made by
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
    parts: dict[bool, dict[int, Scanned]] = {}
    for number, anchor in enumerate(anchors):
        is_head = isinstance(anchor, Anchor) and anchor.expression.startswith(_HEADS)
        parts.setdefault(is_head, {})[number] = anchor
    return partial(_scan, [_database(part, store) for part in parts.values()])


@cache
def _made_by() -> tuple[str, str, bytes]:
    """What databases depend on besides the anchors: Hyperscan, the characters that Python knows, and the code."""
    folder = Path(__file__).parents[1]
    code = hashlib.sha256(b"".join((folder / name).read_bytes() for name in _CODE)).digest()
    return getattr(hyperscan, "__version__", ""), unicodedata.unidata_version, code


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


def _database(anchors: Mapping[int, Scanned], store: Store | None) -> _Database:
    """The database of anchors by their numbers, from the store if it is there.

    It is kept under what the anchors are, so that no start has to write their expressions.
    """
    told = repr((_made_by(), anchors)).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(told).hexdigest()
    database = _load(store, digest)
    if database is None:
        database = _compiled(anchors)
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


def _compiled(anchors: Mapping[int, Scanned]) -> hyperscan.Database:
    expressions = {number: _expression(anchor) for number, anchor in anchors.items()}
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

"""What a run has to know of its rules before any of them is asked; kept on disk, so that a start need not make them all."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import regex

from textlint.finder import Deferred
from textlint.rules import Rule
from textlint.scan.plan import Plan, planned
from textlint.store import Store
from textlint.zones import Only

# The code that finders and plans are made by, from the package's folder: with other code they are other ones.
_CODE = (
    "anchor.py",
    "buffer.py",
    "finder.py",
    "fold.py",
    "keys.py",
    "spec.py",
    "zones.py",
    "kinds/*.py",
    "scan/*.py",
    "engine/prepare.py",
)


class Prepared(msgspec.Struct, frozen=True, eq=False):
    """For rules in their order: what the scan looks for, which lines count for each (None: all do), and the numbers of
    those that are asked about every document."""

    plan: Plan
    only: list[Only | None]
    everywhere: list[int]


def prepared(rules: Sequence[Rule], store: Store | None) -> Prepared:
    """What is known of the rules, from the store if it is there. Only where a rule need not be made is it kept."""
    if store is None or not any(isinstance(rule.found_by, Deferred) for rule in rules):
        return _made(rules)
    name = hashlib.sha256(b"\0".join([_code(), *_keys(rules)])).hexdigest()
    kept = store.get(name)
    if kept is not None:
        try:
            return msgspec.msgpack.decode(kept, type=Prepared, dec_hook=_unpacked)
        except (msgspec.MsgspecError, ValueError, TypeError):  # written by another version
            pass
    made = _made(rules)
    store.put(name, msgspec.msgpack.encode(made, enc_hook=_packed))
    return made


def _made(rules: Sequence[Rule]) -> Prepared:
    finders = [rule.finder for rule in rules]
    return Prepared(
        planned([f.anchors for f in finders], [f.only.longest if f.only else None for f in finders]),
        [finder.only for finder in finders],
        [number for number, finder in enumerate(finders) if finder.everywhere],
    )


def _keys(rules: Sequence[Rule]) -> Iterator[bytes]:
    """For each rule what tells it from all that differ in something that is prepared."""
    for rule in rules:
        how = rule.found_by
        told = how.key if isinstance(how, Deferred) else repr((how.anchors, how.only, how.everywhere))
        yield told.encode(errors="surrogatepass")


@cache
def _code() -> bytes:
    """What the plan's keys depend on besides the rules: the code, and what Python and `regex` know of characters."""
    folder = Path(__file__).parents[1]
    files = (file for pattern in _CODE for file in sorted(folder.glob(pattern)))
    characters = f"{unicodedata.unidata_version} {regex.__version__}".encode()
    return b"\0".join([characters, *(file.read_bytes() for file in files)])


def _packed(array: np.ndarray[Any, Any]) -> tuple[str, bytes]:
    return array.dtype.str, array.tobytes()


def _unpacked(kind: type, value: tuple[str, bytes]) -> np.ndarray[Any, Any]:
    return np.frombuffer(value[1], value[0])

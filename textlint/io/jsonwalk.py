"""Walk over the bytes of valid JSON from value to value; on anything else the result means nothing."""

from __future__ import annotations

import re

from textlint.io import jsonstring

_SPACE = re.compile(rb"[ \t\r\n]*")
_SCALAR = re.compile(rb"[^,\]}\s]+")
_MARK = re.compile(rb'["\[\]{}]')
_BACKSLASH = ord("\\")


def members(line: bytes, at: int) -> dict[str, tuple[int, int]]:
    """The spans of the values of the object that starts at ``at`` in valid JSON; none if it is no object."""
    found: dict[str, tuple[int, int]] = {}
    if line[at : at + 1] != b"{":
        return found
    at = space(line, at + 1)
    while line[at : at + 1] != b"}":
        stop = _string_end(line, at)
        start = space(line, space(line, stop) + 1)
        end = _value_end(line, start)
        found[jsonstring.decode(line[at:stop])] = (start, end)
        at = space(line, end)
        if line[at : at + 1] == b",":
            at = space(line, at + 1)
    return found


def space(line: bytes, at: int) -> int:
    """The end of the white space that starts at ``at``."""
    found = _SPACE.match(line, at)
    return found.end() if found else at


def _value_end(line: bytes, at: int) -> int:
    if line[at : at + 1] == b'"':
        return _string_end(line, at)
    scalar = _SCALAR.match(line, at) if line[at : at + 1] not in (b"{", b"[") else None
    return scalar.end() if scalar else _container_end(line, at)


def _string_end(line: bytes, at: int) -> int:
    """Behind the quote that closes the string from ``at`` on: the first one after an even number of backslashes."""
    while True:
        at = line.index(b'"', at + 1)
        backslashes = at
        while line[backslashes - 1] == _BACKSLASH:
            backslashes -= 1
        if (at - backslashes) % 2 == 0:
            return at + 1


def _container_end(line: bytes, at: int) -> int:
    """Behind the bracket that closes the object or list that opens at ``at``."""
    depth = 0
    while mark := _MARK.search(line, at):
        if mark[0] == b'"':
            at = _string_end(line, mark.start())
            continue
        at = mark.end()
        depth += 1 if mark[0] in b"[{" else -1
        if depth == 0:
            break
    return at

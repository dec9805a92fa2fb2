"""Find the values of some fields in one line of JSON, with their places, without decoding the others.

Two readers do the same. QuickLine lets msgspec cut the line into values and proves each place it needs by putting
something else there. CarefulLine takes what other parsers refuse (lone surrogates, NaN), finds the place of every
error, and settles what QuickLine is not sure of; it is several times slower.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

import msgspec

from textlint.io import jsonstring
from textlint.io.jsonwalk import members, space

Value = TypeVar("Value")
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STRING = msgspec.json.Decoder(str)
_LENIENT = json.JSONDecoder(parse_int=str, parse_float=str)
_BRACE = ord("{")
_COLON = re.compile(rb"[ \t\r\n]*:[ \t\r\n]*")

UNSURE = (msgspec.DecodeError, ValueError, RecursionError, LookupError)
"""What QuickLine raises where CarefulLine must look."""


class BadRecord(Exception):
    """A line that is no JSON object; ``offset`` is the byte in the line where that shows."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.offset = message, offset


class Line(Protocol):
    """One line, opened. A field's name is a key, or keys joined with dots; the whole name as a key wins."""

    def keys(self) -> list[str]:
        """The keys of the outermost object."""
        ...

    def value(self, name: str) -> bytes | None:
        """The bytes of a field's value, None where the field is missing; the last of equal keys counts."""
        ...

    def place(self, name: str, raw: bytes) -> int:
        """The byte in the line where the value of a field starts; ``raw`` is that value, a string."""
        ...

    def text(self, raw: bytes) -> str:
        """The text of a string."""
        ...


def lookup(
    members: Mapping[str, Value], name: str, inside: Callable[[Value], Mapping[str, Value]]
) -> tuple[str, Value] | None:
    """The innermost key and the value of a field; ``inside`` gives the members of a value, none if it is no object."""
    if name in members:
        return name, members[name]
    cut = name.rfind(".")
    while cut > 0:
        outer = members.get(name[:cut])
        if outer is not None and (hit := lookup(inside(outer), name[cut + 1 :], inside)):
            return hit
        cut = name.rfind(".", 0, cut)
    return None


class QuickLine:
    """A line as msgspec cuts it; raises one of UNSURE for all that is not plain and valid."""

    __slots__ = ("_line", "_members")

    def __init__(self, line: bytes) -> None:
        self._line, self._members = line, _MEMBERS.decode(line)

    def keys(self) -> list[str]:
        return list(self._members)

    def value(self, name: str) -> bytes | None:
        hit = lookup(self._members, name, _raw_members)
        return None if hit is None else bytes(hit[1])

    def text(self, raw: bytes) -> str:
        return _STRING.decode(raw)

    def place(self, name: str, raw: bytes) -> int:
        """Behind the field's key, if the field becomes 0 when these bytes are replaced by a 0.

        What else the line holds must be UTF-8, which msgspec does not look at.
        """
        hit = lookup(self._members, name, _raw_members)
        key = b'"%b"' % (hit[0] if hit else name).encode("utf-8")
        line = self._line
        at = line.find(key)
        while at >= 0:
            colon = _COLON.match(line, at + len(key))
            if colon and line.startswith(raw, colon.end()):
                start = colon.end()
                rest = line[:start] + b"0" + line[start + len(raw) :]
                if QuickLine(rest).value(name) != b"0" or not rest.decode("utf-8"):
                    break
                return start
            at = line.find(key, at + 1)
        raise LookupError(name)


def _raw_members(value: msgspec.Raw) -> Mapping[str, msgspec.Raw]:
    return _MEMBERS.decode(value) if memoryview(value)[0] == _BRACE else {}


class CarefulLine:
    """A line checked by Python's own parser and walked value by value; raises BadRecord where it is broken."""

    def __init__(self, line: bytes) -> None:
        self._line = line
        if not isinstance(_parsed(line), dict):
            raise BadRecord("is JSON, but not an object like {...}")
        self._members = members(line, space(line, 0))

    def keys(self) -> list[str]:
        return list(self._members)

    def value(self, name: str) -> bytes | None:
        span = self._span(name)
        return None if span is None else self._line[span[0] : span[1]]

    def text(self, raw: bytes) -> str:
        return jsonstring.decode(raw)

    def place(self, name: str, raw: bytes) -> int:
        span = self._span(name)
        return span[0] if span else 0

    def _span(self, name: str) -> tuple[int, int] | None:
        hit = lookup(self._members, name, lambda span: members(self._line, span[0]))
        return None if hit is None else hit[1]


def _parsed(line: bytes) -> object:
    try:
        text = line.decode("utf-8")
        return _LENIENT.decode(text)
    except UnicodeDecodeError as error:
        raise BadRecord(f"is not valid UTF-8: byte 0x{line[error.start]:02x}", error.start) from error
    except json.JSONDecodeError as error:
        raise BadRecord(f"is not valid JSON: {error.msg}", len(text[: error.pos].encode("utf-8"))) from error
    except RecursionError as error:
        raise BadRecord("is nested too deep to be read") from error

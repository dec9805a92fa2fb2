"""What can go wrong with files: errors that stop a file, and problems that only concern one record.

Every message is one clear line: the place, what is wrong, and the way out.
"""

from __future__ import annotations

import os
from dataclasses import dataclass


class FileError(Exception):
    """An input or an output that cannot be used; the message is one line for people."""


class InputError(FileError):
    """An input that is missing, unreadable, damaged or of an unknown format."""


class OutputError(FileError):
    """An output that cannot be written, or that would overwrite an input."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record (or a part of one) that cannot be linted and is passed through as it is, byte for byte.

    ``record`` counts the file's records from 0; ``offset`` is the byte in the uncompressed file where the trouble is.
    Either is None where it does not apply.
    """

    path: str
    record: int | None
    offset: int | None
    message: str

    def __str__(self) -> str:
        record = "" if self.record is None else f"record {self.record}: "
        offset = "" if self.offset is None else f" (at byte {self.offset})"
        return f"{shown(self.path)}: {record}{self.message}{offset}"


def shown(path: str | os.PathLike[str]) -> str:
    """A path as it can be printed on one line; ``-`` is standard input."""
    name = os.fspath(path)
    return "standard input" if name == "-" else printable(name)


def printable(text: str) -> str:
    """A text on one line: control characters and lone surrogates (bytes of a name that are not UTF-8) are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def reason(error: BaseException) -> str:
    """Why an operation failed, without errno and path: ``No space left on device``."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).replace("\n", " ") or type(error).__name__

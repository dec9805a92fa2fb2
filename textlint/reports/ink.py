"""Colour on terminals that have it."""

from __future__ import annotations

import os
from typing import TextIO

INKS = {
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "dim": "2",
    "bold": "1",
    "removed": "9;31",
    "added": "32",
    "found": "7",
    "place": "36",
}
"""What is painted, and the SGR codes of its paint."""

WIDTH = 120  # columns where there is no terminal that has any


def paint(text: str, ink: str, colour: bool) -> str:
    """``text`` (escaped already) in an ink of ``INKS``; as it is where there is no colour, or nothing to paint."""
    return f"\x1b[{INKS[ink]}m{text}\x1b[0m" if colour and text else text


def has_colour(file: TextIO) -> bool:
    """Whether to paint: NO_COLOR says no, FORCE_COLOR yes; else a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return file.isatty() and os.environ.get("TERM") != "dumb"


def columns(file: TextIO) -> int:
    """The width of the terminal behind ``file``; COLUMNS goes before it, and without either it is 120."""
    if not file.isatty() and "COLUMNS" not in os.environ:
        return WIDTH
    import shutil

    return shutil.get_terminal_size((WIDTH, 24)).columns


def put(file: TextIO, text: str) -> None:
    """Write ``text``; what the file's encoding does not have is written as an escape."""
    encoding = getattr(file, "encoding", None) or "utf-8"
    file.write(text.encode(encoding, "backslashreplace").decode(encoding))

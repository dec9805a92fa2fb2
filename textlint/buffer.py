"""Lines of text as one buffer of bytes, with NumPy columns of what can be told of a line by itself."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

TRAILING = 32  # white space at a line's end that is passed over for all lines at once; few have more
_WHITE = bytes(range(33))


class Buffer:
    """Lines of UTF-8, each after a line feed, the last one before one. Offsets are bytes of ``buffer``."""

    def __init__(self, buffer: bytes) -> None:
        self.buffer = buffer

    @cached_property
    def data(self) -> NDArray[np.uint8]:
        """The buffer as an array of bytes."""
        return np.frombuffer(self.buffer, np.uint8)

    @cached_property
    def starts(self) -> Ints:
        """Byte at which each line starts."""
        return np.flatnonzero(self.data == 10)[:-1] + 1

    @cached_property
    def ends(self) -> Ints:
        """Byte after each line's content; the line end (``\\\\n``, ``\\\\r\\\\n``, lone ``\\\\r``) is not part of it."""
        ends = np.append(self.starts, len(self.buffer))[1:] - 1
        if b"\r" in self.buffer:
            ends -= (self.data[np.maximum(ends - 1, 0)] == 13) & (ends > self.starts)
        return ends

    @cached_property
    def continuations(self) -> Ints:
        """Bytes that are not the first of a character, ascending."""
        return np.flatnonzero((self.data & 0xC0) == 0x80) if not self.buffer.isascii() else np.zeros(0, np.int64)

    @cached_property
    def lengths(self) -> Ints:
        """Code points of each line."""
        before = np.searchsorted(self.continuations, self.starts)  # a line end holds none
        return self.ends - self.starts - np.diff(before, append=len(self.continuations))

    @cached_property
    def blank(self) -> Bools:
        """Lines without anything but ASCII white space."""
        return self.last_ink < self.starts

    @cached_property
    def filled(self) -> Ints:
        """How many lines that are not blank stand before each line, and one more entry: how many there are."""
        return np.append(0, np.cumsum(~self.blank))

    @cached_property
    def last_ink(self) -> Ints:
        """Byte of the last character of each line that is not ASCII white space; before the line if there is none."""
        last = self.ends - 1
        trailing = np.arange(len(last))
        for _ in range(TRAILING):
            trailing = trailing[(self.data[last[trailing]] <= 32) & (last[trailing] >= self.starts[trailing])]
            if not len(trailing):
                return last
            last[trailing] -= 1
        for line in trailing.tolist():
            last[line] = self.starts[line] + len(self.buffer[self.starts[line] : last[line] + 1].rstrip(_WHITE)) - 1
        return last

    def line_of(self, places: Ints) -> Ints:
        """The lines in which bytes of the buffer lie; the line feed before the first one counts as part of it."""
        return np.maximum(np.searchsorted(self.starts, places, "right") - 1, 0)

    def part(self, kept: Bools) -> Buffer:
        """The lines that are marked, in their order, as a buffer of their own."""
        feeds = np.append(self.starts, len(self.buffer)) - 1
        edges = np.flatnonzero(np.diff(kept, prepend=False, append=False))
        bounds = feeds[edges].tolist()
        pieces = [self.buffer[first:last] for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
        return Buffer(b"".join(pieces) + b"\n")

"""Many documents as one buffer of bytes, with NumPy columns that hold one value a line.

What must be known of every line (length, shape, whether it is prose) is computed here for a whole batch at once; what
must be known of a few is left to :class:`textlint.text.Text`. Offsets in a batch are bytes of :attr:`Batch.buffer`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property

import numpy as np
import regex
from numpy.typing import NDArray

from textlint.buffer import Bools, Buffer, Ints
from textlint.line import Line, Lines

__all__ = ["Batch", "Bools", "Ints"]

LONG, WRAPPED, WORDS = 80, 55, 8  # code points of a prose line, of a hard-wrapped one, spaces in either
DENSE_LONG = 40  # code points of a prose line in a script of three bytes a character that writes no spaces

_LONE_RETURN = regex.compile(r"\r(?!\n)")
_SURROGATE = regex.compile("[\ud800-\udfff]")
_LEADS = b"\xc2\xe1\xe2\xe3"  # first bytes of the white space beyond ASCII
_SPACES = bytes(_LEADS.find(byte) + 2 if byte in _LEADS else byte < 128 and chr(byte).isspace() for byte in range(256))
FIRST_BYTES = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)  # masks of so many bytes of eight
_ENDINGS = ".!?:\"')…”’»“。！？」』؟۔।”"


class Batch(Buffer):
    """Texts laid end to end, each after a line feed; ``buffer`` is valid UTF-8 whatever the texts hold.

    A lone carriage return counts as a line end, a lone surrogate reads as U+FFFD (both have the same size in bytes and
    in code points, so that offsets hold). ``languages`` holds what is known beforehand of each text's language: a tag
    (``de``, ``pt-BR``), or nothing. ``contents`` holds what is known of the lines of batches before this one.
    """

    def __init__(self, texts: Sequence[str], languages: Sequence[str] = (), contents: Lines | None = None) -> None:
        self.texts = texts
        self.contents = Lines() if contents is None else contents
        self._marks: dict[Callable[[Batch], Bools], Bools] = {}
        self.languages = languages or [""] * len(texts)
        parts = [_encoded(text) for text in texts]
        super().__init__(b"\n" + b"\n".join(parts) + b"\n")
        sizes = np.fromiter(map(len, parts), np.int64, len(parts))
        self.doc_starts: Ints = np.cumsum(sizes + 1) - sizes
        self.doc_ends: Ints = self.doc_starts + sizes

    def mark(self, guard: Callable[[Batch], Bools]) -> Bools:
        """The lines that a vectorised function of a batch marks; it is called once."""
        if guard not in self._marks:
            self._marks[guard] = guard(self)
        return self._marks[guard]

    @cached_property
    def of_line(self) -> Mapping[int, Line]:
        """The content of each line, made when it is first asked for."""
        return _OfLine(self)

    @cached_property
    def first_line(self) -> Ints:
        """Number of each document's first line, and one more entry: the number of lines in the batch."""
        return np.append(np.searchsorted(self.starts, self.doc_starts), len(self.starts))

    @cached_property
    def doc_of_line(self) -> Ints:
        """Number of the document that each line belongs to."""
        return np.repeat(np.arange(len(self.texts)), np.diff(self.first_line))

    @cached_property
    def spaces(self) -> Ints:
        """Spaces (U+0020) in each line, which is about its number of words less one."""
        return self._per_line(self.data == 32)

    @cached_property
    def words(self) -> Ints:
        """Words of each line, told apart by white space as `str.split` does it."""
        kinds = np.frombuffer(self.buffer.translate(_SPACES), np.uint8)
        white = kinds == 1
        if not self.buffer.isascii():
            at = np.flatnonzero(kinds > 1)
            after = self.data[at + 1].astype(np.int64) << 8 | self.data[at + 2]
            size = _wide_white()[kinds[at] - 2, after]
            for byte in range(3):
                white[at[size > byte] + byte] = True
        begun = np.zeros(len(white), bool)
        begun[1:] = white[:-1] > white[1:]
        return self._per_line(begun)

    @cached_property
    def ended(self) -> Bools:
        """Lines whose last character ends a sentence or closes a quotation or bracket."""
        last = self.data[self.last_ink]
        ended: Bools = _ENDS.take(last)
        beyond = np.flatnonzero(last >= 0x80)  # of ASCII
        one, two, three = (self.data[self.last_ink[beyond] - back].astype(np.int64) for back in range(3))
        pair = two << 8 | one
        for size, code in ((2, pair), (3, three << 16 | pair)):
            for ending in _CODES[size]:
                ended[beyond[code == ending]] = True
        return ended

    @cached_property
    def prose(self) -> Bools:
        """Lines of running text: long and ended like a sentence, or long beside another long one (hard-wrapped)."""
        dense = (self.ends - self.starts) > 2.5 * self.lengths
        worded = (self.spaces >= WORDS) | dense
        long = (self.lengths >= np.where(dense, DENSE_LONG, LONG)) & worded & self.ended
        wrapped = (self.lengths >= WRAPPED) & worded
        paired = np.zeros(len(wrapped) + 1, bool)  # with the line before, unless that is another document's
        paired[1:-1] = wrapped[:-1] & wrapped[1:]
        paired[self.first_line] = False
        return long | paired[:-1] | paired[1:]

    @cached_property
    def prose_bounds(self) -> tuple[Ints, Ints]:
        """For each document its first line of prose and the line below its last one, as lines of the batch.

        Where there is none, the first is the line below the document and the second its first line.
        """
        prose = np.append(np.flatnonzero(self.prose), 0)
        low, high = np.searchsorted(prose[:-1], self.first_line[:-1]), np.searchsorted(prose[:-1], self.first_line[1:])
        some = high > low
        return (
            np.where(some, prose[low], self.first_line[1:]),
            np.where(some, prose[high - 1] + 1, self.first_line[:-1]),
        )

    @cached_property
    def line_bounds(self) -> tuple[list[int], list[int]]:
        """Start and end of each line's content, in code points of its document."""
        origins = self.origins[self.doc_of_line]
        starts, ends = self.line_places
        return (starts - origins).tolist(), (ends - origins).tolist()

    @cached_property
    def line_places(self) -> tuple[Ints, Ints]:
        """The same in code points of the buffer."""
        starts = self._code_points(self.starts)
        return starts, starts + self.lengths

    @cached_property
    def origins(self) -> Ints:
        """Where each document starts, in code points of the buffer."""
        return self._code_points(self.doc_starts)

    def _code_points(self, places: Ints) -> Ints:
        """Bytes of the buffer as code points of it."""
        return places - np.searchsorted(self.continuations, places) if len(self.continuations) else places

    @cached_property
    def fingerprints(self) -> NDArray[np.uint64]:
        """A number a line, equal for equal lines (and, rarely, for others): mixed from length, start, middle and end."""
        eight = eights(self.buffer)
        sizes = self.ends - self.starts
        key = sizes.astype(np.uint64)
        mask = FIRST_BYTES.take(sizes, mode="clip")
        for place in (self.starts, self.starts + np.maximum(sizes // 2 - 4, 0), np.maximum(self.ends - 8, self.starts)):
            key = (key ^ (eight[place] & mask)) * np.uint64(0x9E3779B97F4A7C15)
            key ^= key >> np.uint64(29)
        return key

    def _per_line(self, marked: Bools) -> Ints:
        """How many marked bytes each line has, its line end included."""
        kind = np.int32 if len(marked) < 1 << 31 else np.int64
        return np.add.reduceat(marked, self.starts, dtype=kind).astype(np.int64)


class _OfLine(dict[int, Line]):
    """It holds parts of the batch and not the batch, which holds it: a circle would keep both until garbage is sought."""

    def __init__(self, batch: Batch) -> None:
        self._texts, self._documents, self._contents = batch.texts, batch.doc_of_line, batch.contents
        self._starts, self._ends = batch.line_bounds

    def __missing__(self, i: int) -> Line:
        value = self._texts[self._documents[i]][self._starts[i] : self._ends[i]]
        line = self[i] = self._contents[value]
        return line


def _encoded(text: str) -> bytes:
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode()


def eights(data: bytes) -> NDArray[np.uint64]:
    """From each byte on eight bytes as one number, the first the lowest; beyond the end stand zeros."""
    return np.ndarray((len(data),), np.dtype("<u8"), data + bytes(8), strides=(1,))


# The sentence endings by how many bytes they take, each as a number.
_CODES = {size: [int.from_bytes(c.encode(), "big") for c in _ENDINGS if len(c.encode()) == size] for size in (1, 2, 3)}
_ENDS = np.zeros(256, bool)
_ENDS[_CODES[1]] = True


@cache
def _wide_white() -> NDArray[np.uint8]:
    """How many bytes white space beyond ASCII takes, by the number of its first byte in _LEADS and the two bytes after it
    (as one number); 0 for all else."""
    sizes = np.zeros((len(_LEADS), 1 << 16), np.uint8)
    for code in (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000):
        lead, second, *third = chr(code).encode()
        after = second << 8 | third[0] if third else slice(second << 8, second + 1 << 8)
        sizes[_LEADS.index(lead), after] = 2 + len(third)
    return sizes

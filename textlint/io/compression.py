"""Streams of bytes in and out, plain or packed, in constant memory.

Files of several gzip members or zstd frames are read whole; one that ends early or is damaged is an InputError, never a
short input. What is written depends on the bytes alone: no time, no file name.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, Protocol

from textlint.io.blocks import Source, Writable
from textlint.io.errors import InputError, reason, shown

COMPRESSIONS = {".gz": "gz", ".zst": "zst"}
"""Suffix of a packed file -> name of its compression; a file without one has the compression ``""``."""

_CHUNK = 1 << 20  # bytes read at a time from a plain file
_FEED = 1 << 10  # bytes unpacked at a time: even so few can grow to megabytes
_GZIP_LEVEL = 6  # the level of the gzip command
_ZSTD_LEVEL = 3  # the level of the zstd command
_ZSTD_WINDOW = 1 << 31  # bytes; archives made with `zstd --long=31` need it


class _Unpacker(Protocol):
    """Unpacks one gzip member or zstd frame."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class _Codec(NamedTuple):
    """How a compression is read: an unpacker for one member, its errors, and what may pad the space between members."""

    unpacker: Callable[[], _Unpacker]
    errors: tuple[type[Exception], ...]
    padding: bytes


def _codec(compression: str) -> _Codec:
    """The codec of a compression; zstandard is imported only when it is needed."""
    if compression == "gz":
        return _Codec(lambda: zlib.decompressobj(wbits=31), (zlib.error,), b"\0")
    import zstandard

    unpack = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    return _Codec(unpack.decompressobj, (zstandard.ZstdError,), b"")


def read_chunks(source: Source, chunk_bytes: int = _CHUNK) -> Iterator[bytes]:
    """The unpacked bytes of an input, in pieces of any size; ``-`` is standard input.

    Raises InputError when it cannot be opened or read, is damaged, or ends in the middle of a packed stream.
    """
    try:
        if source.path == "-":
            yield from _chunks(sys.stdin.buffer, source, chunk_bytes)
        else:
            with open(source.path, "rb") as file:
                yield from _chunks(file, source, chunk_bytes)
    except OSError as error:
        raise InputError(f"{shown(source.path)}: cannot be read: {reason(error)}") from error


def _chunks(file: BinaryIO, source: Source, chunk_bytes: int) -> Iterator[bytes]:
    if source.compression:
        return _unpacked(file, source)
    return iter(lambda: file.read(chunk_bytes), b"")


def _unpacked(file: BinaryIO, source: Source) -> Iterator[bytes]:
    """The unpacked pieces, and an InputError with the place where the packed stream breaks."""
    codec, read, made = _codec(source.compression), _Counted(file), 0
    broken: tuple[type[Exception], ...] = (EOFError, *codec.errors)
    try:
        for piece in _members(read, codec):
            made += len(piece)
            yield piece
    except broken as error:
        what = "cut short" if isinstance(error, EOFError) else f"damaged ({reason(error)})"
        raise InputError(
            f"{shown(source.path)}: {source.compression} data {what} near byte {read.count}, "
            f"after {made} unpacked bytes; fetch or pack the file again"
        ) from error


class _Counted:
    """Reads small pieces of a file and knows how many bytes they were."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.count = file, 0

    def __call__(self) -> bytes:
        data = self.file.read(_FEED)
        self.count += len(data)
        return data


def _members(read: Callable[[], bytes], codec: _Codec) -> Iterator[bytes]:
    """The unpacked pieces of all members in a row; raises EOFError when the last one is unfinished or there is none."""
    data = read()
    if not data:
        raise EOFError
    while data:
        unpacker = codec.unpacker()
        while data:
            if piece := unpacker.decompress(data):
                yield piece
            if unpacker.eof:
                break
            data = read()
        if not unpacker.eof:
            raise EOFError
        data = unpacker.unused_data.lstrip(codec.padding)
        while not data and (more := read()):
            data = more.lstrip(codec.padding)


class _Packer(Protocol):
    """Packs one gzip member or zstd frame."""

    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


def _packer(compression: str) -> _Packer:
    if compression == "gz":
        return zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, wbits=31)
    import zstandard

    return zstandard.ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True).compressobj()


class _Packed:
    """Packs what is written to it; ``flush`` passes on only what is packed already."""

    def __init__(self, file: Writable, packer: _Packer) -> None:
        self._file, self._packer = file, packer

    def write(self, data: bytes, /) -> int:
        self._file.write(self._packer.compress(data))
        return len(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def open_writer(file: Writable, compression: str) -> Iterator[Writable]:
    """Something to write to that packs into ``file``; leaving the ``with`` block completes the packed stream.

    After an error nothing more is written. The same bytes give the same file: gzip headers hold neither time nor name.
    """
    if not compression:
        yield file
        return
    packer = _packer(compression)
    yield _Packed(file, packer)
    file.write(packer.flush())

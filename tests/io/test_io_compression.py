"""Packed streams: whole, in several parts, cut short, damaged."""

from __future__ import annotations

import gzip
import io
import os
import random
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import pytest
import zstandard

from textlint.io import InputError, Source
from textlint.io.compression import open_writer, read_chunks

TEXT = b"".join(b"%d %d\n" % (i, i * i % 977) for i in range(40_000))
PACKED = ["gz", "zst"]


def pack(data: bytes, compression: str) -> bytes:
    out = io.BytesIO()
    with open_writer(out, compression) as writer:
        for at in range(0, len(data), 50_000):
            writer.write(data[at : at + 50_000])
    return out.getvalue()


def read(folder: Path, data: bytes, compression: str) -> bytes:
    path = folder / "in"
    path.write_bytes(data)
    return b"".join(read_chunks(Source(str(path), "txt", compression, "in")))


def complaint(folder: Path, data: bytes, compression: str) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, data, compression)
    assert str(folder / "in") in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("compression", ["", *PACKED])
@pytest.mark.parametrize("data", [b"", b"x", TEXT, bytes(5_000_000)])
def test_what_is_written_is_read(tmp_path: Path, compression: str, data: bytes) -> None:
    assert read(tmp_path, pack(data, compression), compression) == data


def test_other_programs_can_read_it() -> None:
    assert gzip.decompress(pack(TEXT, "gz")) == TEXT
    assert zstandard.ZstdDecompressor().decompressobj().decompress(pack(TEXT, "zst")) == TEXT


@pytest.mark.parametrize("compression", PACKED)
def test_the_same_bytes_give_the_same_file(compression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack(TEXT, compression)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert pack(TEXT, compression) == first
    assert compression == "zst" or (first[3] == 0 and first[4:8] == bytes(4))  # gzip: no name, no time


@pytest.mark.parametrize("compression", PACKED)
def test_after_an_error_the_packed_stream_stays_unfinished(tmp_path: Path, compression: str) -> None:
    out = io.BytesIO()

    def fail() -> None:
        with open_writer(out, compression) as writer:
            writer.write(TEXT)
            writer.flush()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert "cut short" in complaint(tmp_path, out.getvalue(), compression)


@pytest.mark.parametrize("compression", PACKED)
def test_several_members_are_read_whole(tmp_path: Path, compression: str) -> None:
    parts = [TEXT, b"", b"two", TEXT]
    assert read(tmp_path, b"".join(pack(part, compression) for part in parts), compression) == b"".join(parts)


@pytest.mark.parametrize("padding", [1, 5000, 4096 * 3])
def test_zeros_between_and_behind_gzip_members(tmp_path: Path, padding: int) -> None:
    one = pack(TEXT, "gz")
    assert read(tmp_path, one + bytes(padding) + one + bytes(padding), "gz") == TEXT + TEXT


def test_zstd_skippable_frames(tmp_path: Path) -> None:
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    assert read(tmp_path, skipped + pack(TEXT, "zst") + skipped, "zst") == TEXT


def test_zstd_frames_with_a_long_window(tmp_path: Path) -> None:
    settings = zstandard.ZstdCompressionParameters(window_log=28, enable_ldm=True)
    packer = zstandard.ZstdCompressor(compression_params=settings).compressobj()
    assert read(tmp_path, packer.compress(TEXT) + packer.flush(), "zst") == TEXT


@pytest.mark.parametrize("compression", PACKED)
def test_cut_short(tmp_path: Path, compression: str) -> None:
    whole = pack(TEXT, compression)
    for length in [0, 1, 3, 10, len(whole) // 3, len(whole) - 9, len(whole) - 1]:
        message = complaint(tmp_path, whole[:length], compression)
        assert f"{compression} data cut short near byte {length}, after " in message
    assert "cut short" in complaint(tmp_path, whole + whole[:-5], compression)


@pytest.mark.parametrize("compression", PACKED)
def test_the_place_is_told(tmp_path: Path, compression: str) -> None:
    noise = random.Random(5).randbytes(300_000)
    message = complaint(tmp_path, pack(noise, compression)[:200_000], compression)
    unpacked = int(message.split("after ")[1].split()[0])
    assert 100_000 < unpacked <= 200_000


@pytest.mark.parametrize("compression", PACKED)
def test_damaged(tmp_path: Path, compression: str) -> None:
    whole = bytearray(pack(TEXT, compression))
    for at in [0, len(whole) // 2, len(whole) - 2]:
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        message = complaint(tmp_path, bytes(broken), compression)
        assert "damaged (" in message or "cut short" in message
        assert "near byte" in message
    assert "damaged" in complaint(tmp_path, b"plain text", compression)
    assert "damaged" in complaint(tmp_path, bytes(whole) + b"trailing rubbish", compression)


def test_wrong_checksum(tmp_path: Path) -> None:
    whole = pack(TEXT, "gz")
    assert "damaged" in complaint(tmp_path, whole[:-8] + bytes(4) + whole[-4:], "gz")
    whole = pack(TEXT, "zst")
    assert zstandard.get_frame_parameters(whole).has_checksum
    assert "damaged" in complaint(tmp_path, whole[:-1] + bytes([whole[-1] ^ 1]), "zst")


@pytest.mark.parametrize("compression", PACKED)
def test_memory_does_not_grow_with_the_file(tmp_path: Path, compression: str) -> None:
    path = tmp_path / "big"
    line = zlib.compress(TEXT).hex().encode()
    tracemalloc.start()
    with open(path, "wb") as file, open_writer(file, compression) as writer:
        for _ in range(80_000_000 // len(line)):
            writer.write(line)
    total = sum(map(len, read_chunks(Source(str(path), "txt", compression, "big"))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total > 79_000_000
    assert peak < 30_000_000


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for compression in ["", *PACKED]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pack(TEXT, compression))))
        assert b"".join(read_chunks(Source("-", "txt", compression, "-"))) == TEXT
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(InputError, match="standard input: gz data cut short"):
        list(read_chunks(Source("-", "txt", "gz", "-")))


def test_a_file_that_is_gone_or_fails(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        list(read_chunks(Source(str(tmp_path / "gone"), "txt", "", "gone")))
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        list(read_chunks(Source(str(tmp_path), "txt", "", "")))
    if os.path.exists("/proc/self/mem"):
        with pytest.raises(InputError, match="cannot be read: "):
            list(read_chunks(Source("/proc/self/mem", "txt", "", "")))


def test_an_error_while_writing_comes_through() -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    for compression in PACKED:
        with pytest.raises(OSError, match="No space"), open_writer(Full(), compression) as writer:
            writer.write(TEXT)


def test_zstandard_is_imported_only_for_zst_files() -> None:
    code = "import sys, textlint.io; sys.exit('zstandard' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

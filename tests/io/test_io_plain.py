"""Plain text: one file, one document, every byte back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textlint.edits import EditError
from textlint.finding import Change
from textlint.io import FORMATS, Block, Decoded, Source, decode, discover, encode

steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # however busy the machine is


def block(data: bytes) -> Block:
    return Block("a.txt", "txt", data)


def text(decoded: Decoded) -> str:
    return decoded.records[0].texts[0].text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\r\n ",
        b"a\r\nb\rc\n",
        b"\xef\xbb\xbfa",
        b"\0\0",
        b"a\xffb",
        b"no end",
        "é😀".encode(),
        b"\xed\xa0\x80",
    ],
)
def test_bytes_come_back(data: bytes) -> None:
    decoded = decode(block(data))
    assert text(decoded).encode("utf-8", "surrogateescape") == data
    assert encode(block(data), decoded, {}) is data or not data
    grown = encode(block(data), decoded, {(0, "text"): [Change(0, 0, "x")]})
    assert grown == b"x" + data


@steady
@given(st.binary(max_size=60))
def test_any_bytes_survive_an_edit(data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    decoded = decode(block(data))
    at = len(text(decoded)) // 2
    changed = encode(block(data), decoded, {(0, "text"): [Change(at, at, " ")]})
    assert changed.replace(b" ", b"") == data.replace(b" ", b"")
    undone = encode(block(changed), decode(block(changed)), {(0, "text"): [Change(at, at + 1, "")]})
    assert undone == data


def test_a_byte_order_mark_and_line_ends_are_text() -> None:
    assert text(decode(block(b"\xef\xbb\xbfa\r\nb\rc"))) == "\ufeffa\r\nb\rc"


def test_invalid_bytes_are_told_and_kept() -> None:
    decoded = decode(block("é".encode() + b"a\xffb\xfe\xc3"))
    assert text(decoded) == "éa\udcffb\udcfe\udcc3"
    (problem,) = decoded.problems
    assert (problem.path, problem.record, problem.offset) == ("a.txt", None, 3)
    assert str(problem) == "a.txt: 3 bytes are not UTF-8, this the first; kept as they are (at byte 3)"
    assert decode(block(b"\xff")).problems[0].message == "1 byte is not UTF-8; kept as they are"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_left_alone(encoding: str) -> None:
    utf16 = block("\ufeffsome text".encode(encoding))
    decoded = decode(utf16)
    assert decoded.records == ()
    assert "UTF-16" in decoded.problems[0].message
    assert encode(utf16, decoded, {}) is utf16.data


def test_invalid_bytes_must_not_join_to_a_character() -> None:
    data = b"\xc3x\xa9"
    decoded = decode(block(data))
    assert not FORMATS["txt"].holds("\udcc3\udca9")
    with pytest.raises(EditError, match="UTF-8"):
        encode(block(data), decoded, {(0, "text"): [Change(1, 2, "")]})
    with pytest.raises(EditError):
        encode(block(data), decoded, {(0, "text"): [Change(0, 0, "\ud800")]})
    assert FORMATS["txt"].holds("é \udcc3 \udca9")
    assert not FORMATS["txt"].holds("\ud800")


def test_a_file_is_one_block(tmp_path: Path) -> None:
    for name, data in {"a.txt": b"", "b.md": b"line\n" * 3_000_000}.items():
        (tmp_path / name).write_bytes(data)
        (source,) = discover([str(tmp_path / name)])
        (only,) = FORMATS[source.format].read_blocks(source, ["body"], "id", None, 100)
        assert (only.data, only.offset, only.record, only.format) == (data, 0, 0, source.format)
        record = decode(only).records[0]
        assert (record.number, record.id, record.source) == (0, str(tmp_path / name), str(tmp_path / name))
        assert record.texts[0].field == "text"


def test_exact_bytes_are_never_needed() -> None:
    here = block(b"a\xff")
    edits = [Change(0, 1, ""), Change(1, 2, "")]
    assert FORMATS["md"].originals(here, decode(here).records[0].texts[0], edits) == [None, None]


def test_source_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Source("a", "txt", "", "a").path = "b"  # type: ignore[misc]

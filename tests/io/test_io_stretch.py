"""A block travels as a place in its file where its bytes stand there, and as itself where they do not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from textlint.io.blocks import Block, Source
from textlint.io.errors import InputError
from textlint.io.jsonl import read_blocks
from textlint.pipeline.stretch import Stretch, received, sent

LINES = b"".join(b'{"text": "line %d \xc3\xa9"}\r\n\n' % number for number in range(200))


def blocks(path: Path, compression: str = "") -> list[Block]:
    """The blocks of a file."""
    return list(read_blocks(Source(str(path), "jsonl", compression, path.name), block_bytes=500))


def test_what_travels_is_the_place_and_what_arrives_the_block(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + LINES)
    cut = blocks(path)
    assert len(cut) > 3
    things = [sent(block) for block in cut]
    assert all(isinstance(thing, Stretch) and not thing.block.data for thing in things)
    assert [received(thing) for thing in things] == cut


def test_packed_bytes_travel_as_they_are(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(LINES))
    assert all(sent(block) is block and received(block) is block for block in blocks(path, "gz"))


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_what_is_no_plain_file_travels_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    block = Block(str(tmp_path / "pipe"), "jsonl", b'{"text": "a"}\n', plain=True)
    assert sent(block) is block


@pytest.mark.parametrize(("left", "told"), [(LINES[:100], "has become shorter"), (None, "cannot be read")])
def test_a_file_that_changes_under_way_is_an_error(tmp_path: Path, left: bytes | None, told: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES)
    last = sent(blocks(path)[-1])
    path.unlink() if left is None else path.write_bytes(left)
    with pytest.raises(InputError, match=told):
        received(last)

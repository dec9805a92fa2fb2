"""How a block travels to a worker process: as a place in its file, where the worker can read it for itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from textlint.io.blocks import Block
from textlint.io.errors import InputError, reason, shown


class Stretch(NamedTuple):
    """A block without its data, of which so many bytes stand at its offset in its file."""

    block: Block
    size: int


def sent(block: Block) -> Block | Stretch:
    """What travels: the place of the bytes if they stand in a plain file, else the block itself."""
    if block.plain and Path(block.path).is_file():
        return Stretch(replace(block, data=b""), len(block.data))
    return block


def received(thing: Block | Stretch) -> Block:
    """The block with its bytes. Raises InputError when they are not there any more."""
    if isinstance(thing, Block):
        return thing
    block, size = thing
    try:
        with open(block.path, "rb") as file:
            file.seek(block.offset)
            data = file.read(size)
    except OSError as error:
        raise InputError(f"{shown(block.path)}: cannot be read: {reason(error)}") from error
    if len(data) != size:
        raise InputError(f"{shown(block.path)}: has become shorter while it was read")
    return replace(block, data=data)

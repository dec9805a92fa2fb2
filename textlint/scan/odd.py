"""Rare forms of frequent characters, which no scan looks for: the lines that hold one are scanned again without them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from textlint.buffer import Buffer, Ints

# From lines to (number of the anchor, line) for every hit, in no order.
ScanFunction = Callable[[Buffer], tuple[Ints, Ints]]

# Spelled out in every expression they would make it slow to compile.
ODD = {"\xa0".encode(): b" ", "\u0130".encode(): b"i", "\u212a".encode(): b"k"}


def scanned_twice(scan: ScanFunction, batch: Buffer) -> tuple[Ints, Ints]:
    """What a scan finds in a batch, and in its odd lines with the frequent forms in place of the rare ones."""
    numbers, lines = scan(batch)
    places = np.concatenate([_places(batch, form) for form in ODD])
    if not len(places):
        return numbers, lines
    marked = np.zeros(len(batch.starts), bool)
    marked[batch.line_of(places)] = True
    content = batch.part(marked).buffer
    for form, frequent in ODD.items():
        content = content.replace(form, frequent)
    more, inside = scan(Buffer(content))
    return np.concatenate([numbers, more]), np.concatenate([lines, np.flatnonzero(marked)[inside]])


def _places(batch: Buffer, form: bytes) -> Ints:
    """The last bytes of a form."""
    places = batch.continuations
    for back, byte in enumerate(reversed(form)):
        places = places[batch.data[places - back] == byte]
    return places

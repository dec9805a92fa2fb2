"""Rare forms of frequent characters, which no scan looks for: the lines that hold one are scanned again without them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from textlint.batch import Batch, Ints

# From a batch to (number of the anchor, line of the batch) for every hit, in no order.
ScanFunction = Callable[[Batch], tuple[Ints, Ints]]

# Spelled out in every expression they would make it slow to compile.
ODD = {"\xa0".encode(): b" ", "\u0130".encode(): b"i", "\u212a".encode(): b"k"}


def scanned_twice(scan: ScanFunction, batch: Batch) -> tuple[Ints, Ints]:
    """What a scan finds in a batch, and in its odd lines with the frequent forms in place of the rare ones."""
    numbers, lines = scan(batch)
    odd = _odd_lines(batch)
    if not len(odd):
        return numbers, lines
    spans = zip(batch.starts[odd].tolist(), batch.ends[odd].tolist(), strict=True)
    content = b"\n".join(batch.buffer[start:end] for start, end in spans)
    for form, frequent in ODD.items():
        content = content.replace(form, frequent)
    more, inside = scan(Batch([content.decode()]))
    return np.concatenate([numbers, more]), np.concatenate([lines, odd[inside]])


def _odd_lines(batch: Batch) -> Ints:
    """The lines that hold a rare form, ascending."""
    lines = batch.line_of(np.concatenate([_places(batch, form) for form in ODD]))
    return np.array(sorted({*lines.tolist()}), np.int64)


def _places(batch: Batch, form: bytes) -> Ints:
    """The bytes at which a form starts."""
    if form not in batch.buffer:
        return np.zeros(0, np.int64)
    places = np.flatnonzero(batch.data == form[0])
    for k, byte in enumerate(form[1:], 1):
        places = places[batch.data[places + k] == byte]
    return places

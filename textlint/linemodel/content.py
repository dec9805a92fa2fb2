"""What is known of a line by its content alone: counted once, and taken over into the next pass where it is the same."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from textlint.batch import Batch
from textlint.buffer import Bools, Buffer, Ints
from textlint.keys import Keys, equal, likely, line_keys, seen
from textlint.linemodel.reading import COUNTED, WEIGHED, Weigh, read

_NOWHERE = 1 << 62  # bytes; how far away a line stood that did not


class _Stretch(NamedTuple):
    """Lines in the order of their text: where they start and end in it (bytes), and their fingerprints."""

    buffer: bytes
    starts: Ints
    ends: Ints
    keys: Keys


def counts_of(batch: Batch, lines: Ints, phrases: Keys, weigh: Weigh | None) -> dict[str, Ints]:
    """What is counted in lines of a batch: whether each is one of the phrases, and what :func:`read` counts.

    With ``weigh`` it is kept as long as the contents of lines are (see :class:`Batch`), for the lines of the next batch
    that are the same.
    """
    if weigh is None or not len(lines):
        table = _counted(batch, lines, phrases, weigh)
    else:
        # By the model that weighs: not the batch, which holds what this is kept with, but what stands in it.
        kept: dict[Weigh, tuple[_Stretch, Ints]] = batch.contents.kept[counts_of]
        own = _Stretch(batch.buffer, batch.starts[lines], batch.ends[lines], batch.fingerprints[lines])
        if weigh in kept:
            before, known = kept[weigh]
            place = _same(before, own)
            table, fresh = known.take(place, axis=1), np.flatnonzero(place < 0)
            if len(fresh):
                others = part_of(batch, lines[fresh])
                table[:, fresh] = _counted(others, np.arange(len(fresh)), phrases, weigh)
        else:
            table = _counted(batch, lines, phrases, weigh)
        kept[weigh] = own, table
    return dict(zip(("listed", *COUNTED, *WEIGHED), table, strict=False))


def _counted(batch: Buffer, lines: Ints, phrases: Keys, weigh: Weigh | None) -> Ints:
    listed = _listed(batch, phrases)[lines]
    return np.concatenate([listed[None], read(batch, batch.starts[lines], weigh)])


def _same(before: _Stretch, now: _Stretch) -> Ints:
    """For each line the number of a line before that has the same content, -1 where none was found.

    Lines of the same fingerprint are sought, and those that lie the same way together are compared to the byte.
    """
    order = np.argsort(before.keys)
    found = np.searchsorted(before.keys[order], now.keys)
    place = order[np.minimum(found, len(order) - 1)]
    alike = before.keys[place] == now.keys
    alike &= before.ends[place] - before.starts[place] == now.ends - now.starts
    away = np.where(alike, before.starts[place] - now.starts, _NOWHERE)
    firsts = np.append(0, np.flatnonzero(np.diff(away)) + 1)
    lasts = np.append(firsts[1:], len(away)) - 1
    stretches = zip(now.starts[firsts].tolist(), now.ends[lasts].tolist(), away[firsts].tolist(), strict=True)
    same = [
        step != _NOWHERE and before.buffer[start + step : end + step] == now.buffer[start:end]
        for start, end, step in stretches
    ]
    place[np.repeat(~np.array(same), lasts - firsts + 1)] = -1
    return np.asarray(place, np.int64)


def part_of(batch: Buffer, lines: Ints) -> Buffer:
    """Some lines, ascending, as a buffer of their own."""
    kept = np.zeros(len(batch.starts), bool)
    kept[lines] = True
    return batch.part(kept)


def _listed(batch: Buffer, phrases: Keys) -> Bools:
    """Which of all lines have the key of a phrase."""
    found = np.zeros(len(batch.starts), bool)
    lines, keys = line_keys(batch)
    index = np.flatnonzero(likely(seen(phrases), keys))
    own, _ = equal(keys[index], phrases)
    found[lines[index[own]]] = True
    return found

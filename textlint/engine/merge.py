"""From the findings of one pass to the edits that are made, for all documents of a batch: which fixes go first, and what
goes with an emptied line.

A page loses hundreds of lines, and a value for each step of each would be dear: until edits are made of them, changes and
the lines they touch are columns. Places are code points of the batch's buffer there, and lines are those of the batch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, compress, pairwise
from operator import attrgetter

import numpy as np

from textlint.batch import Batch, Bools, Ints
from textlint.edits import apply, trimmed
from textlint.engine.choose import Wanted, chosen
from textlint.engine.gaps import Blocks, blank, widened
from textlint.finding import Change, Edit, Finding, Safety

Merged = tuple[list[Edit], list[Finding]]
_Taken = tuple[int, int, int, str, str, Safety]
"""A change that is made: its document, where it starts and ends there, what it puts there; its rule and its safety."""
_PLACES = attrgetter("start"), attrgetter("end")  # where a change starts and ends


def merge(
    batch: Batch, found: Sequence[Sequence[Finding]], allowed: Sequence[Safety], ranks: Mapping[str, int]
) -> list[Merged]:
    """For each document the edits that its findings' fixes of an allowed safety come to, and the findings they are of.

    Where fixes overlap the rule of the lower rank goes first, then the longer fix; the other waits for the next pass.
    Every fix goes in as a whole. A line that is emptied goes with its line end, and with the smaller of the gaps (blank
    lines) above and below it.
    """
    merged: list[Merged] = [([], []) for _ in found]
    wanted = [
        (n, finding, fix)
        for n, findings in enumerate(found)
        for finding in findings
        if (fix := finding.fix) and fix.safety in allowed
    ]
    if not wanted:
        return merged
    changes = list(chain.from_iterable(fix.changes for _, _, fix in wanted))
    owners, numbers, starts, ends = _in_order(batch, wanted, changes)
    kept = chosen(wanted, owners, starts, ends, ranks)
    for n, finding, _ in compress(wanted, kept.tolist()):
        merged[n][1].append(finding)
    mine = kept[owners]
    taken = [
        _taken(wanted[owner], changes[number])
        for owner, number in zip(owners[mine].tolist(), numbers[mine].tolist(), strict=True)
    ]
    for n, edit in _edits(batch, taken, starts[mine], ends[mine]):
        if made := trimmed(edit):
            merged[n][0].append(made)
    return merged


def _in_order(batch: Batch, wanted: Sequence[Wanted], changes: Sequence[Change]) -> tuple[Ints, Ints, Ints, Ints]:
    """All changes of the fixes in order of place: the number of the fix and of the change, where it starts and ends."""
    owners = np.repeat(np.arange(len(wanted)), [len(fix.changes) for _, _, fix in wanted])
    origins = batch.origins[np.array([n for n, _, _ in wanted])[owners]]
    starts, ends = (np.fromiter(map(place, changes), np.int64, len(changes)) + origins for place in _PLACES)
    order = np.lexsort((ends, starts))
    return owners[order], order, starts[order], ends[order]


def _taken(wanted: Wanted, change: Change) -> _Taken:
    n, finding, fix = wanted
    return n, change.start, change.end, change.after, finding.rule, fix.safety


def _edits(batch: Batch, taken: Sequence[_Taken], starts: Ints, ends: Ints) -> Iterator[tuple[int, Edit]]:
    """The edits that some changes come to, in order, each with its document's number."""
    first, last, edges = _lines(batch, starts, ends)
    groups = [taken[begin:end] for begin, end in pairwise(edges.tolist())]
    emptied = np.fromiter(map(partial(_is_emptied, batch), groups, first.tolist(), last.tolist()), bool, len(groups))
    blocks = Blocks(first, last, batch.doc_of_line[first], ends[edges[1:] - 1], emptied)
    kept = ~_waiting(batch, blocks, groups)
    blocks = blocks.where(kept)
    origins = batch.origins[blocks.document]
    lows, highs = ((places - origins).tolist() for places in widened(batch, blocks))
    for group, gone, low, high in zip(compress(groups, kept), blocks.emptied.tolist(), lows, highs, strict=True):
        text = batch.texts[group[0][0]]
        if gone:
            yield group[0][0], Edit(low, high, text[low:high], "", *_who(group))
        else:
            for n, start, end, put, rule, safety in group:
                yield n, Edit(start, end, text[start:end], put, (rule,), safety)


def _lines(batch: Batch, starts: Ints, ends: Ints) -> tuple[Ints, Ints, Ints]:
    """Changes that touch the same lines make one block: the first and last line of each, and where it begins among them."""
    line_starts, line_ends = batch.line_places
    first = np.searchsorted(line_starts, starts, "right") - 1
    last = first.copy()
    beyond = np.flatnonzero(ends > line_ends[first])
    last[beyond] = np.searchsorted(line_starts, ends[beyond], "right") - 1
    last = np.maximum.accumulate(last)
    edges = np.flatnonzero(np.append(True, first[1:] > last[:-1]))
    edges = np.append(edges, len(starts))
    return first[edges[:-1]], last[edges[1:] - 1], edges


def _is_emptied(batch: Batch, group: Sequence[_Taken], first: int, last: int) -> bool:
    """Whether changes leave nothing of the lines ``first`` to ``last``, in which something stood."""
    n, low, high, put, _, _ = group[0]
    text, start, end = batch.texts[n], batch.line_bounds[0][first], max(batch.line_bounds[1][last], group[-1][2])
    if len(group) == 1 and low <= start and high == end and not put:
        return bool(text[low:high].strip())
    before = text[start:end]
    if not before.strip() or any(put.strip() for _, _, _, put, _, _ in group):
        return False
    return not apply(before, [Change(low - start, high - start, put) for _, low, high, put, _, _ in group]).strip()


def _waiting(batch: Batch, blocks: Blocks, groups: Sequence[Sequence[_Taken]]) -> Bools:
    """Blocks of blank lines that stay blank, in documents where lines go: these may go too, in the next pass."""
    waiting = ~blocks.emptied & blank(batch, blocks.first, blocks.last + 1)
    waiting &= np.isin(blocks.document, blocks.document[blocks.emptied])
    for i in np.flatnonzero(waiting).tolist():
        waiting[i] = not any(put.strip() for _, _, _, put, _, _ in groups[i])
    return waiting


def _who(group: Sequence[_Taken]) -> tuple[tuple[str, ...], Safety]:
    """The rules of all changes, and safe only if all are."""
    if len(group) == 1:
        return (group[0][4],), group[0][5]
    safety = Safety.UNSAFE if any(change[5] is Safety.UNSAFE for change in group) else Safety.SAFE
    return tuple(dict.fromkeys(change[4] for change in group)), safety

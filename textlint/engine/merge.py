"""From the findings of one pass to the edits that are made: which fixes go first, and what goes with an emptied line."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textlint.edits import apply, trimmed
from textlint.finding import Change, Edit, Finding, Fix, Safety
from textlint.text import Text


def merge(text: Text, findings: Sequence[Finding], ranks: Mapping[str, int]) -> tuple[list[Edit], list[Finding]]:
    """The edits that the findings' fixes come to, and the findings whose fixes they hold.

    Where fixes overlap the rule of the lower rank goes first, then the longer fix; the other waits for the next pass.
    Every fix goes in as a whole. A line that is emptied goes with its line end, and with the smaller of the gaps (blank
    lines) above and below it.
    """
    taken = list(_chosen(findings, ranks))
    edits = sorted((e for finding, fix in taken for e in _edits(text, finding, fix)), key=lambda e: (e.start, e.end))
    blocks = _close_gaps(text, list(_blocks(text, edits)))
    return [edit for block in blocks for e in block.edits if (edit := trimmed(e))], [finding for finding, _ in taken]


def _chosen(findings: Sequence[Finding], ranks: Mapping[str, int]) -> Iterator[tuple[Finding, Fix]]:
    """The findings whose fixes are made: most meet no other; among those that may, the rank and size decide."""
    wanted = [(finding, finding.fix) for finding in findings if finding.fix]
    wanted.sort(key=lambda f: f[1].changes[0].start)
    group: list[tuple[Finding, Fix]] = []
    reach = -1
    for one in wanted:
        changes = one[1].changes
        if group and changes[0].start > reach:
            yield from _first(group, ranks) if len(group) > 1 else group
            group, reach = [], -1
        group.append(one)
        reach = max(reach, changes[-1].end)
    yield from _first(group, ranks) if len(group) > 1 else group


def _first(wanted: list[tuple[Finding, Fix]], ranks: Mapping[str, int]) -> Iterator[tuple[Finding, Fix]]:
    """Those of some fixes that go first: by rank, then the longest; one that meets them stays out."""
    wanted.sort(key=lambda f: (ranks.get(f[0].rule, 50), -f[1].size, f[0].start, f[0].rule))
    if len({(fix.changes[0].start, fix.changes[-1].end) for _, fix in wanted}) == 1:  # as of a line that several delete
        yield wanted[0]
        return
    places = _Places()
    for finding, fix in wanted:
        spans = [(change.start, change.end) for change in fix.changes]
        if not any(map(places.meet, spans)):
            for span in spans:
                places.add(span)
            yield finding, fix


class _Places:
    """The spans that are taken, by stretches of the text, so that one more costs the same among few and many."""

    STRETCH = 4096

    def __init__(self) -> None:
        self._taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)

    def _stretches(self, span: tuple[int, int]) -> range:
        return range(span[0] // self.STRETCH, span[1] // self.STRETCH + 1)

    def add(self, span: tuple[int, int]) -> None:
        for stretch in self._stretches(span):
            insort(self._taken[stretch], span)

    def meet(self, span: tuple[int, int]) -> bool:
        """Whether a span overlaps one that is taken, or an insertion touches one."""
        return any(_meets(self._taken[n], span) for n in self._stretches(span) if n in self._taken)


def _meets(places: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """The same among disjoint spans in order, of which only the neighbours can meet it."""
    start, end = span
    i = bisect_left(places, span)
    for low, high in places[max(i - 1, 0) : i + 2]:
        empty = low == high or start == end
        if (low <= end and start <= high) if empty else (low < end and start < high):
            return True
    return False


def _edits(text: Text, finding: Finding, fix: Fix) -> list[Edit]:
    return [
        Edit(c.start, c.end, text.value[c.start : c.end], c.after, (finding.rule,), fix.safety) for c in fix.changes
    ]


class _Block(NamedTuple):
    """Edits that touch the same lines, ``first`` to ``last``, and whether they leave nothing of them."""

    first: int
    last: int
    edits: tuple[Edit, ...]
    emptied: bool


def _blocks(text: Text, edits: Sequence[Edit]) -> Iterator[_Block]:
    group: list[Edit] = []
    first = last = -1
    for edit in edits:
        start, end = text.line_at(edit.start), text.line_at(edit.end)
        if group and start > last:
            yield _block(text, first, last, group)
            group = []
        first = first if group else start
        last = max(end, last) if group else end
        group.append(edit)
    if group:
        yield _block(text, first, last, group)


def _block(text: Text, first: int, last: int, edits: Sequence[Edit]) -> _Block:
    start, end = text.span(first).start, max(text.span(last).end, edits[-1].end)
    if len(edits) == 1 and edits[0].start <= start and edits[0].end == end and not edits[0].after:
        return _Block(first, last, tuple(edits), bool(edits[0].before.strip()))
    inner = [Change(e.start - start, e.end - start, e.after) for e in edits]
    before = text.value[start:end]
    emptied = bool(before.strip()) and not any(e.after.strip() for e in edits) and not apply(before, inner).strip()
    return _Block(first, last, tuple(edits), emptied)


def _close_gaps(text: Text, blocks: Sequence[_Block]) -> Iterator[_Block]:
    """The blocks, with runs of emptied ones widened to the line ends and blank lines that go with them.

    Where lines go, edits of blank lines wait for the next pass: those lines may go too.
    """
    if any(block.emptied for block in blocks):
        blocks = [block for block in blocks if block.emptied or not _is_gap(text, block)]
    run: list[_Block] = []
    before: _Block | None = None
    for block in blocks:
        if run and not (block.emptied and text.blank[run[-1].last + 1 : block.first].all()):
            yield from _widened(text, run, before, block)
            before, run = run[-1], []
        if block.emptied:
            run.append(block)
        else:
            before = block
            yield block
    if run:
        yield from _widened(text, run, before, None)


def _is_gap(text: Text, block: _Block) -> bool:
    """Whether a block's lines are blank and stay so."""
    return bool(text.blank[block.first : block.last + 1].all()) and not any(e.after.strip() for e in block.edits)


def _widened(text: Text, run: Sequence[_Block], before: _Block | None, after: _Block | None) -> Iterator[_Block]:
    """Each emptied block as one edit that reaches to the next, the outer ones to where the gap is closed.

    ``before`` and ``after`` are the blocks on either side; their lines and what they edit stay out of it.
    """
    start, end = _extent(
        text, run[0].first, run[-1].last, before.last + 1 if before else 0, after.first if after else text.n_lines
    )
    if before:
        start = max(start, before.edits[-1].end)
    cuts = [start, *(text.span(block.first).start for block in run[1:]), end]
    for block, low, high in zip(run, cuts[:-1], cuts[1:], strict=True):
        edits = block.edits
        rules = edits[0].rules if len(edits) == 1 else tuple(dict.fromkeys(name for e in edits for name in e.rules))
        safety = Safety.UNSAFE if any(edit.safety is Safety.UNSAFE for edit in edits) else Safety.SAFE
        edit = Edit(low, high, text.value[low:high], "", rules, safety)
        yield _Block(block.first, block.last, (edit,), block.emptied)


def _extent(text: Text, first: int, last: int, floor: int, ceiling: int) -> tuple[int, int]:
    """What goes when lines ``first`` to ``last`` go: the larger gap around them stays, and the end of the text.

    Blank lines below ``floor``, and from ``ceiling`` on, do not count as part of the gaps.
    """
    above, below = first - 1, last + 1
    while above >= floor and text.blank[above]:
        above -= 1
    while below < ceiling and text.blank[below]:
        below += 1
    if below == text.n_lines:
        end = text.span(last).end
        return (text.span(above).end if above >= 0 else text.span(first).start), end
    if above < 0 or first - above >= below - last:
        return text.span(first).start, text.span(below).start
    return text.span(above + 1).start, text.span(last + 1).start

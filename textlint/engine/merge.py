"""From the findings of one pass to the edits that are made: which fixes go first, and what goes with an emptied line."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from textlint.edits import apply, trimmed
from textlint.finding import Change, Edit, Finding, Fix, Safety
from textlint.text import Text

_Wanted = tuple[Finding, Fix]
_Place = tuple[int, int, int]  # where a change starts and ends, and the number of its fix
_Taken = tuple[int, int, str, str, Safety]  # where a change starts and ends, what it puts there; its rule and safety
PLACE = itemgetter(0, 1)  # how changes are sorted


def merge(
    text: Text, findings: Sequence[Finding], allowed: Sequence[Safety], ranks: Mapping[str, int]
) -> tuple[list[Edit], list[Finding]]:
    """The edits that the findings' fixes of an allowed safety come to, and the findings whose fixes they hold.

    Where fixes overlap the rule of the lower rank goes first, then the longer fix; the other waits for the next pass.
    Every fix goes in as a whole. A line that is emptied goes with its line end, and with the smaller of the gaps (blank
    lines) above and below it.
    """
    wanted = [(finding, fix) for finding in findings if (fix := finding.fix) and fix.safety in allowed]
    taken = _chosen(wanted, ranks)
    changes = [
        (start, end, after, finding.rule, fix.safety) for finding, fix in taken for start, end, after in fix.changes
    ]
    changes.sort(key=PLACE)
    closed = _close_gaps(text, _blocks(text, changes))
    return [edit for e in closed if (edit := trimmed(e))], [finding for finding, _ in taken]


def _chosen(wanted: list[_Wanted], ranks: Mapping[str, int]) -> list[_Wanted]:
    """Those whose fixes are made: most meet no other; among those that do, the rank and size decide."""
    spans = [(start, end, n) for n, (_, fix) in enumerate(wanted) for start, end, _ in fix.changes]
    out: set[int] = set()
    tangled: set[int] = set()  # fixes of many changes, and what they meet: to be weighed all together
    for group in _meeting(sorted(spans)):
        numbers = {n for _, _, n in group}
        if all(len(wanted[n][1].changes) == 1 for n in numbers):
            out |= numbers - _first(numbers, wanted, ranks)
        else:
            tangled |= numbers
    out |= tangled - _first(tangled, wanted, ranks)
    return [one for n, one in enumerate(wanted) if n not in out] if out else wanted


def _meeting(spans: Sequence[_Place]) -> Iterator[list[_Place]]:
    """Groups of two spans or more, given in order, that overlap, or of which one that is empty touches another."""
    group: list[_Place] = []
    reach, empty = -1, False
    for span in spans:
        start, end, _ = span
        if start < reach or (start == reach and (empty or start == end)):
            group.append(span)
        else:
            if len(group) > 1:
                yield group
            group = [span]
        reach, empty = max(reach, end), start == end
    if len(group) > 1:
        yield group


def _first(numbers: set[int], wanted: Sequence[_Wanted], ranks: Mapping[str, int]) -> set[int]:
    """Those of some fixes that go first: by rank, then the longest; one that meets them stays out."""

    def precedence(n: int) -> tuple[int, int, int, str, int, int]:
        finding, fix = wanted[n]
        return ranks.get(finding.rule, 50), -fix.size, finding.start, finding.rule, fix.changes[0].start, n

    ordered = sorted(map(precedence, numbers))
    if len({start for *_, start, _ in ordered}) == 1:  # as of a line that several delete
        return {ordered[0][-1]}
    places = _Places()
    first = set()
    for *_, n in ordered:
        spans = [(change.start, change.end) for change in wanted[n][1].changes]
        if not any(map(places.meet, spans)):
            for span in spans:
                places.add(span)
            first.add(n)
    return first


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


class _Block(NamedTuple):
    """Changes that touch the same lines, ``first`` to ``last``, and whether they leave nothing of them."""

    first: int
    last: int
    changes: Sequence[_Taken]
    emptied: bool


def _blocks(text: Text, changes: Sequence[_Taken]) -> list[_Block]:
    blocks: list[_Block] = []
    group: list[_Taken] = []
    first = last = -1
    for change in changes:
        start = text.line_at(change[0])
        end = start if change[1] <= text.end(start) else text.line_at(change[1])
        if start > last:
            if group:
                blocks.append(_block(text, first, last, group))
            group, first = [], start
        last = max(end, last)
        group.append(change)
    return [*blocks, _block(text, first, last, group)] if group else blocks


def _block(text: Text, first: int, last: int, changes: list[_Taken]) -> _Block:
    start, end = text.start(first), max(text.end(last), changes[-1][1])
    low, high, put, _, _ = changes[0]
    if len(changes) == 1 and low <= start and high == end and not put:
        return _Block(first, last, changes, bool(text.value[low:high].strip()))
    inner = [Change(low - start, high - start, after) for low, high, after, _, _ in changes]
    before = text.value[start:end]
    emptied = bool(before.strip()) and not any(c.after.strip() for c in inner) and not apply(before, inner).strip()
    return _Block(first, last, changes, emptied)


def _close_gaps(text: Text, blocks: list[_Block]) -> Iterator[Edit]:
    """The blocks' edits, runs of emptied blocks widened to the line ends and blank lines that go with them.

    Where lines go, edits of blank lines wait for the next pass: those lines may go too.
    """
    if any(block.emptied for block in blocks):
        blocks = [block for block in blocks if block.emptied or not _is_gap(text, block)]
    run: list[_Block] = []
    before: _Block | None = None
    for block in blocks:
        if run and not (block.emptied and _all_blank(text, run[-1].last + 1, block.first)):
            yield from _widened(text, run, before, block)
            before, run = run[-1], []
        if block.emptied:
            run.append(block)
        else:
            before = block
            yield from (Edit(s, e, text.value[s:e], put, (rule,), safety) for s, e, put, rule, safety in block.changes)
    if run:
        yield from _widened(text, run, before, None)


def _all_blank(text: Text, first: int, end: int) -> bool:
    """Whether the lines from ``first`` up to ``end`` are blank."""
    return text.blanks.find(0, first, end) < 0


def _is_gap(text: Text, block: _Block) -> bool:
    """Whether a block's lines are blank and stay so."""
    return _all_blank(text, block.first, block.last + 1) and not any(put.strip() for _, _, put, _, _ in block.changes)


def _widened(text: Text, run: Sequence[_Block], before: _Block | None, after: _Block | None) -> Iterator[Edit]:
    """For each emptied block one edit that reaches to the next, the outer ones to where the gap is closed.

    ``before`` and ``after`` are the blocks on either side; their lines and what they edit stay out of it.
    """
    start, end = _extent(
        text, run[0].first, run[-1].last, before.last + 1 if before else 0, after.first if after else text.n_lines
    )
    if before:
        start = max(start, before.changes[-1][1])
    cuts = [start, *(text.start(block.first) for block in run[1:]), end]
    for block, low, high in zip(run, cuts[:-1], cuts[1:], strict=True):
        rules, safety = _who(block.changes)
        yield Edit(low, high, text.value[low:high], "", rules, safety)


def _who(changes: Sequence[_Taken]) -> tuple[tuple[str, ...], Safety]:
    """The rules of all changes, and safe only if all are."""
    if len(changes) == 1:
        return (changes[0][3],), changes[0][4]
    safety = Safety.UNSAFE if any(change[4] is Safety.UNSAFE for change in changes) else Safety.SAFE
    return tuple(dict.fromkeys(change[3] for change in changes)), safety


def _extent(text: Text, first: int, last: int, floor: int, ceiling: int) -> tuple[int, int]:
    """What goes when lines ``first`` to ``last`` go: the larger gap around them stays, and the end of the text.

    Blank lines below ``floor``, and from ``ceiling`` on, do not count as part of the gaps.
    """
    above, below = text.blanks.rfind(0, floor, first), text.blanks.find(0, last + 1, ceiling)
    above = above if above >= 0 else floor - 1
    below = below if below >= 0 else ceiling
    if below == text.n_lines:
        return (text.end(above) if above >= 0 else text.start(first)), text.end(last)
    if above < 0 or first - above >= below - last:
        return text.start(first), text.start(below)
    return text.start(above + 1), text.start(last + 1)

"""The only code that changes a text: apply edits, compose those of several passes, and turn them round.

Edits are sorted by place and disjoint; two may touch. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from textlint.finding import Change, Edit, Safety, Span


class Replacement(Protocol):
    """Anything that says what should stand in ``[start, end)``: a Change or an Edit."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def after(self) -> str: ...


class EditError(ValueError):
    """Edits that overlap, lie outside the text, or do not fit what stands there."""


def apply(text: str, edits: Iterable[Replacement]) -> str:
    """Put ``edits`` (sorted, disjoint, offsets in ``text``) into ``text``.

    >>> apply("said.There", [Edit(5, 5, "", " ", ("spacing/lost-after-stop",))])
    'said. There'

    Raises EditError when edits overlap, are out of order, or reach past the text.
    """
    pieces, at = [], 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(text):
            raise EditError(f"edit at {edit.start}-{edit.end} overlaps the one before it or lies outside the text")
        pieces += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join(pieces) + text[at:] if pieces else text


def invert(edits: Sequence[Edit]) -> list[Edit]:
    """The edits that lead from the output back to the input; their offsets are those of the output.

    >>> [edit] = invert([Edit(5, 5, "", " ", ("spacing/lost-after-stop",))])
    >>> (edit.start, edit.end, edit.before, edit.after)
    (5, 6, ' ', '')
    """
    placed = zip(edits, *_placed(edits), strict=True)
    return [Edit(start, end, e.after, e.before, e.rules, e.safety) for e, start, end in placed]


def revert(text: str, edits: Sequence[Edit]) -> str:
    """The original text from the output and its edits.

    Raises EditError when the text is not the output that these edits made.
    """
    back = invert(edits)
    for edit in back:
        if text[edit.start : edit.end] != edit.before:
            raise EditError(f"at {edit.start} the text holds something else than the edits put there")
    return apply(text, back)


def origins(edits: Sequence[Edit]) -> Callable[[int, int], Span]:
    """A function from a span of the output to the span of the input that it came from.

    >>> origins([Edit(5, 5, "", " ", ("spacing/lost-after-stop",))])(6, 11)
    Span(start=5, end=10)
    """
    starts, ends = _placed(edits)

    def origin(start: int, end: int) -> Span:
        i, j = bisect_right(ends, start) - 1, bisect_left(starts, end)
        inside = i + 1 < len(starts) and starts[i + 1] < start
        low = edits[i + 1].start if inside else _shifted(edits, ends, i, start)
        high = edits[j - 1].end if j and ends[j - 1] > end else _shifted(edits, ends, j - 1, end)
        return Span(low, max(low, high))

    return origin


def _placed(edits: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """Where the edits stand in the output: their starts, and their ends."""
    starts, ends, shift = [], [], 0
    for edit in edits:
        start = edit.start + shift
        end = start + len(edit.after)
        starts.append(start)
        ends.append(end)
        shift = end - edit.end
    return starts, ends


def _shifted(edits: Sequence[Edit], ends: Sequence[int], i: int, place: int) -> int:
    """Where a place after edit ``i`` and before the next was in the input; ``ends`` is where edits end in the output."""
    return place + (edits[i].end - ends[i] if i >= 0 else 0)


def trimmed(edit: Edit) -> Edit | None:
    """The same edit without what its two sides share at their ends; None when nothing is left of it."""
    before, after, start, end = edit.before, edit.after, edit.start, edit.end
    if before == after:
        return None
    if not before or not after:
        return edit
    head = _common(before, after)
    before, after, start = before[head:], after[head:], start + head
    tail = _common(before[::-1], after[::-1])
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    return Edit(start, end - tail, before, after, edit.rules, edit.safety)


def _common(a: str, b: str) -> int:
    """How many code points two strings share at their start."""
    limit = min(len(a), len(b))
    return next((i for i in range(limit) if a[i] != b[i]), limit)


def compose(original: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """One list of edits on ``original`` that does what ``first`` and then ``second`` (on the first's output) do.

    Edits of the two passes that meet in the text between are merged into one, which carries the rules of both and the
    lower safety; all others keep a place of their own. Those of the first are taken to be ``trimmed``. Takes time linear
    in the text and the edits.
    """
    if not first or not second:
        return list(first or second)
    middle, (starts, ends) = apply(original, first), _placed(first)
    composed: list[Edit | None] = []
    done = 0  # edits of the first pass that have been taken over
    for low, high, own in _around(starts, ends, second):
        composed += first[done:low]
        shift = ends[low - 1] - first[low - 1].end if low else 0
        if low == high and len(own) == 1:  # as most are: no edit of the first pass meets it
            composed.append(trimmed(_moved(own[0], -shift)))
        else:
            steps = [_Step(starts[i], ends[i], 0, first[i]) for i in range(low, high)]
            steps += [_Step(e.start, e.end, 1, e) for e in own]
            composed += map(trimmed, _composed(original, middle, steps, shift))
        done = high
    return [edit for edit in composed if edit is not None] + list(first[done:])


def _moved(edit: Edit, places: int) -> Edit:
    return Edit(edit.start + places, edit.end + places, edit.before, edit.after, edit.rules, edit.safety)


def _around(
    starts: Sequence[int], ends: Sequence[int], second: Sequence[Edit]
) -> Iterator[tuple[int, int, list[Edit]]]:
    """Which edits of the first pass (from, to) lie around one or more of the second, with no gap between them.

    ``starts`` and ``ends`` are where those of the first pass stand in its output; some of them may lie at one place.
    """
    own: list[Edit] = []
    low = high = 0
    for edit in second:
        below, above = bisect_left(ends, edit.start), bisect_right(starts, edit.end)
        while 0 < below < above and ends[below - 1] == starts[below]:
            below -= 1
        while below < above < len(starts) and starts[above] == ends[above - 1]:
            above += 1
        if own and below >= high and edit.start > own[-1].end:
            yield low, high, own
            own = []
        low, high = (low, max(high, above)) if own else (below, above)
        own.append(edit)
    if own:
        yield low, high, own


def _composed(original: str, middle: str, steps: Sequence[_Step], shift: int) -> Iterator[Edit]:
    """One edit for each group of steps that meet; ``shift`` is how far the middle has moved before them."""
    for group in _meeting(sorted(steps, key=lambda step: step[:3])):
        low, high = group[0].start, max(step.end for step in group)
        after = apply(middle[low:high], [Change(s.start - low, s.end - low, s.edit.after) for s in group if s.layer])
        start = low - shift
        shift += sum(len(s.edit.after) - len(s.edit.before) for s in group if not s.layer)
        yield _edit(original, Span(start, high - shift), after, [step.edit for step in group])


class _Step(NamedTuple):
    """An edit of layer 0 (first) or 1 (second), with its place in the text between the two."""

    start: int
    end: int
    layer: int
    edit: Edit


def _meeting(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    """Groups of steps that meet; steps of one layer are disjoint, so where only one layer meets they stay apart."""
    group: list[_Step] = []
    end = -1
    for step in steps:
        apart = step.start > end or (step.start == end and all(step.layer == other.layer for other in group))
        if group and apart:
            yield group
            group, end = [], -1
        group.append(step)
        end = max(end, step.end)
    if group:
        yield group


def _edit(original: str, span: Span, after: str, parts: Sequence[Edit]) -> Edit:
    """One edit in the place of several: the rules of all, and safe only if all are."""
    safety = Safety.UNSAFE if any(part.safety is Safety.UNSAFE for part in parts) else Safety.SAFE
    rules = tuple(dict.fromkeys(name for part in parts for name in part.rules))
    return Edit(span.start, span.end, original[span.start : span.end], after, rules, safety)

"""Lines that were broken to fit a width: where they are, and which line ends are to go.

A line was broken for its width if the first word of the next one would not have fitted on it. Verse, lists and addresses
break before that. Most paragraphs show it themselves; short ones are judged by the width that the others of the document
have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint_rules._rows import ALONE, Row, is_laid_out, parts, rows_of
from textlint import Batch, Text

NARROW, WIDE = 40, 136  # columns of a line that was broken to fit a width
_SLACK = 3  # columns by which a line may exceed or miss the width
_RAGGED = 0.15  # the same as a share of the width, where the type had letters of different widths
_AGREED = 0.8  # share of lines that must have been broken to one width for it to be the document's
_MOST = 0.6  # the same within one block
_HEADS = 0.25  # headings and the like that a block may hold, for each line end inside a sentence
_RARE, _FAULTS, _MANY = 0.125, 0.34, 4  # contrary line ends for each good one, and from how many good ones on
_CLEAR, _CASELESS = 60, 48  # columns from which raggedness, and a script without capitals, is trusted
_POINTED = 0.6  # share of line ends with a punctuation mark from which a block is verse
_INDENT = 24  # spaces before a line that are looked past
_HANGING = 4  # spaces by which lines hang below the first
_DENSE = 2.5  # bytes a character from which a line's characters take two columns each
Joint = tuple[Row, Row]


class Tally(NamedTuple):
    """The line ends of a block by kind: the sentence goes on, or does not, after a full line or one that is not."""

    mid: list[Joint]  # full, and the sentence goes on
    full: list[Joint]
    torn: list[Joint]  # not full, and the sentence goes on
    end: int  # not full, but a sentence ends
    loose: int  # not full, and none of these


def continues(batch: Batch) -> NDArray[np.bool_]:
    """The lines that begin with a small letter right below a line that ends with no full stop (blank lines aside)."""
    marked = np.zeros(len(batch.lengths), bool)
    full = np.flatnonzero(~batch.blank)
    if len(full) < 2:
        return marked
    first = batch.data[_inked(batch, full)]
    small = ((first >= 97) & (first <= 122)) | (first >= 0xC3)
    same = batch.doc_of_line[full[1:]] == batch.doc_of_line[full[:-1]]
    long = batch.lengths[full[:-1]] >= NARROW // 2
    marked[full[1:]] = small[1:] & same & long & ~batch.ended[full[:-1]]
    return marked


def _inked(batch: Batch, lines: NDArray[np.int64]) -> NDArray[np.int64]:
    """The byte of each line's first character that is no space, tab or mark of quoted mail."""
    places = batch.starts[lines]
    moving = np.arange(len(places))
    for _ in range(_INDENT):
        moving = moving[np.isin(batch.data[places[moving]], (9, 32, 62))]
        if not len(moving):
            break
        places[moving] += 1
    return places


def is_wrapped(batch: Batch) -> NDArray[np.bool_]:
    """The lines below one of a width that lines are broken to, in documents where a sentence goes on so."""
    dense = (batch.ends - batch.starts) > _DENSE * batch.lengths
    columns = np.where(dense, 2 * batch.lengths, batch.lengths)
    fits = (columns >= NARROW) & (columns <= WIDE)
    below = np.append(False, fits[:-1] & ~batch.blank[1:] & (columns[1:] <= WIDE)) if len(fits) else fits
    below[batch.first_line[:-1]] = False
    going = np.bincount(batch.doc_of_line[below & batch.mark(continues)], minlength=len(batch.texts))
    return np.asarray(below & (going > 0)[batch.doc_of_line], bool)


def wrapped(text: Text, lines: Sequence[int]) -> Iterator[list[Joint]]:
    """For each block of lines that was broken to fit a width, the pairs of lines to be joined."""
    blocks = list(_blocks(text, lines))
    rows = {block: rows_of(text, block) for block in blocks if _goes_on(text, block)}
    own = {block: _own_joints(found) for block, found in rows.items() if not is_laid_out(found)}
    width = _usual_width([joint for joints in own.values() for joint in joints])
    width = width or (0 if any(own.values()) else _usual_width(_short_joints(rows.values()), least=_MANY))
    for block in blocks:
        joints = own.get(block) or (_joints_at(rows.get(block) or rows_of(text, block), width) if width else [])
        if joints:
            yield joints


def _goes_on(text: Text, block: range) -> bool:
    """Whether a sentence may go on from one line to the next: a small letter below a line that is long enough."""
    for i in block[1:]:
        if text.lengths[i - 1] >= NARROW // 2:
            first = text.line(i).lstrip(" \t>\u00a0")[:1]
            if first.isalpha() and not first.isupper():
                return True
    return False


def _blocks(text: Text, lines: Sequence[int]) -> Iterator[range]:
    """The blocks of non-blank lines around the candidate lines, each once."""
    blank, last = text.blank, -1
    for i in lines:
        if i <= last:
            continue
        first = last = i
        while first and not blank[first - 1]:
            first -= 1
        while last + 1 < text.n_lines and not blank[last + 1]:
            last += 1
        yield range(first, last + 1)


def _tally(rows: Sequence[Row], width: float, slack: float) -> Tally:
    mid: list[Joint] = []
    full: list[Joint] = []
    torn: list[Joint] = []
    end = loose = 0
    for part in parts(rows):
        for n, (above, below) in enumerate(pairwise(part)):
            reach = above.width + (not below.dense) + below.first + 2 * below.dense
            is_full = reach > width - slack or (n == 0 and not above.ended and _hangs(part))
            goes_on = below.small and not above.ended
            if below.item and (above.pointed or not is_full):
                continue
            if is_full:
                (mid if goes_on else full).append((above, below))
            elif goes_on:
                torn.append((above, below))
            else:
                end, loose = end + above.ended, loose + (not above.ended and above is not rows[0])
    return Tally(mid, full, torn, end, loose)


def _hangs(part: Sequence[Row]) -> bool:
    """Whether all lines of a paragraph but the first are indented alike, as in the source of many pages."""
    indents = {row.indent for row in part[1:]}
    return len(part) > 2 and len(indents) == 1 and indents.pop() - part[0].indent >= _HANGING


def _own_joints(rows: Sequence[Row]) -> list[Joint]:
    """The joints of a block of three lines or more that shows by itself what width it was broken to."""
    width = max((row.width for row in rows if row.item != ALONE), default=0)
    if len(rows) < 3 or not NARROW <= width <= WIDE:
        return []
    for edge, slack, faults in _attempts(rows, width):
        tally = _tally(rows, edge, slack)
        mid, torn = len(tally.mid), len(tally.torn)
        if torn <= faults * mid and tally.loose <= max(faults, _HEADS) * mid and _is_prose(rows, tally):
            return sorted([*tally.mid, *tally.full, *(tally.torn if torn <= _RARE * mid else [])])
    return []


def _attempts(rows: Sequence[Row], width: int) -> Iterator[tuple[int, float, float]]:
    """The widths to be tried, with their slack and how many contrary line ends one good one makes up for."""
    yield width, _SLACK, 0
    bare = [row for row in rows if row.item != ALONE]
    going = [(above, below) for above, below in pairwise(bare) if below.small and not above.ended]
    if len(going) < _MANY:
        return
    usual = _usual_width(going, _MOST)
    if usual:
        yield usual, _SLACK, _FAULTS
    if width >= _CLEAR:
        yield width, _RAGGED * width, _RARE


def _is_prose(rows: Sequence[Row], tally: Tally) -> bool:
    """Whether sentences go on over the line ends as they do in prose."""
    joints = tally.mid + tally.full
    if 3 * len(tally.mid) < len(joints) or not tally.mid or tally.end > len(joints):
        return False
    pointed = sum(above.pointed for above, _ in joints)
    if len(joints) > 3 and pointed > _POINTED * len(joints):
        return False
    if all(below.dense for _, below in joints):
        return 2 * pointed <= len(joints) and rows[-1].pointed
    if sum(below.caseless for _, below in tally.mid) * 2 > len(tally.mid):
        wide = joints[0][0].width >= _CASELESS - _SLACK
        return wide and len(joints) > 3 and rows[-1].ended and not tally.loose and 2 * pointed <= len(joints)
    sure = (not rows[0].small) + rows[-1].ended
    return len(joints) > 2 or sure > 1 or (sure > 0 and len(tally.mid) > 1 and not pointed)


def _short_joints(blocks: Iterable[Sequence[Row]]) -> list[Joint]:
    """Where a sentence goes on in the paragraphs of two lines, if none is longer."""
    pairs = [(rows[0], rows[1]) for rows in blocks if len(rows) == 2 and rows[0].width >= _CLEAR]
    return [(a, b) for a, b in pairs if b.small and b.ended and not (a.small or a.pointed or a.item or b.item)]


def _usual_width(joints: Sequence[Joint], agreed: float = _AGREED, least: int = 2) -> int:
    """The width that nearly all of the lines were broken to; 0 if there are few or they do not agree."""
    edges: Counter[int] = Counter()
    for above, below in joints:
        edges[above.width] += 1
        edges[above.width + 1 + below.first] -= 1
    best = most = level = 0
    for edge in sorted(edges):
        level += edges[edge]
        if level > most:
            best, most = edge, level
    return best if len(joints) >= least and most >= agreed * len(joints) and NARROW <= best <= WIDE else 0


def _joints_at(rows: Sequence[Row], width: int) -> list[Joint]:
    """The joints of a block, given the width that the document's other lines were broken to."""
    if len(rows) < 2 or any(row.width > width + 1 for row in rows if row.item != ALONE) or is_laid_out(rows):
        return []
    tally = _tally(rows, width, 1)
    if tally.torn or tally.loose > len(tally.mid) or not (tally.mid or (tally.full and rows[-1].ended)):
        return []
    return sorted([*tally.mid, *tally.full])

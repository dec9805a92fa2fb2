"""Lines that were broken to fit a width: which block of a text they make, and how they are joined again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from lint_rules._borders import Page
from textlint import Batch, Change, Text

NARROW, WIDE = 45, 120  # code points of a line that was broken to fit a width
_SLACK = 3  # code points by which a line may exceed or miss the width
_FULL = 0.9  # share of lines that must be full
_ITEM = regex.compile(r"\s*(?:[-*•·–—>|+#=~]|\(?\p{N}{1,3}[.)\]]|\p{L}[.)])\s|\s{4}|\t")
_ODD = regex.compile(r"\t|\S {3,}\S|[|{}<>=;\\]|\.{4,}|_{3,}|://")
_FIRST = regex.compile(r"\s*(\S+)")
_ENDED = regex.compile(r"[.!?…:][\"”’»)\]]*\s*$")
_HYPHENED = regex.compile(r"(\p{L}+)[-\u00ad\u2010]$")
_WORD = regex.compile(r"\p{L}+")


def continues(batch: Batch) -> NDArray[np.bool_]:
    """The lines that begin with a small letter right below a line that ends with no full stop (blank lines aside)."""
    marked = np.zeros(len(batch.lengths), bool)
    full = np.flatnonzero(~batch.blank)
    if len(full) < 2:
        return marked
    first = batch.data[np.minimum(batch.starts[full], len(batch.data) - 1)]
    small = ((first >= 97) & (first <= 122)) | (first >= 0xC3)
    same = batch.doc_of_line[full[1:]] == batch.doc_of_line[full[:-1]]
    marked[full[1:]] = small[1:] & same & (batch.lengths[full[:-1]] >= NARROW // 2) & ~batch.ended[full[:-1]]
    return marked


def is_wrapped(batch: Batch) -> NDArray[np.bool_]:
    """The lines that continue the one right above, both of a width that lines are broken to."""
    fits = (batch.lengths >= NARROW) & (batch.lengths <= WIDE)
    above = np.append(False, fits[:-1]) if len(fits) else fits
    return np.asarray(continues(batch) & above, bool)


def blocks(text: Text, lines: Sequence[int]) -> Iterator[range]:
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


def joints(text: Text, block: range) -> list[int]:
    """The lines of a block after which the text was broken to fit a width; none if the block is laid out otherwise.

    A line was broken for its width if the first word of the next one would not have fitted on it. Verse, lists and
    addresses break before that; in tables and code other signs stand.
    """
    values = [text.line(i).rstrip() for i in block]
    if len(values) < 3 or any(map(_ODD.search, values)) or any(map(_ITEM.match, values[1:])):
        return []
    width = max(map(len, values))
    if not NARROW <= width <= WIDE:
        return []
    full = [len(a) + 1 + len(_first_word(b)) > width - _SLACK for a, b in pairwise(values)]
    small = sum(_first_word(b)[:1].islower() for b in values[1:])
    loose = sum(not f and not _ENDED.search(a) for f, a in zip(full, values[:-1], strict=True))
    if sum(full) < _FULL * len(full) - 1 or loose or 3 * small < len(full) or 2 * len(set(values)) < len(values):
        return []
    if len(values) == 3 and not (values[0][:1].isupper() and _ENDED.search(values[-1])):
        return []
    return [i for i, is_full in zip(block, full, strict=False) if is_full]


def joined(page: Page, text: Text, i: int, j: int) -> Change:
    """What joins line ``i`` to line ``j`` below: a space, or nothing where a word was divided by a hyphen."""
    above, below = text.line(i), text.line(j)
    start = text.span(i).start + len(above.rstrip())
    end = text.span(j).start + len(below) - len(below.lstrip())
    divided = _HYPHENED.search(above.rstrip())
    rest = _WORD.match(below.lstrip())
    if not divided or not rest:
        return Change(start, end, " ")
    whole, apart = divided[1] + rest[0], f"{divided[1]}-{rest[0]}"
    if rest[0][:1].isupper() or apart in page.words or apart.lower() in page.words:
        return Change(start, end, "")
    known = whole in page.words or whole.lower() in page.words
    return Change(start - 1, end, "") if known or not _both_words(page, divided[1], rest[0]) else Change(start, end, "")


def _both_words(page: Page, left: str, right: str) -> bool:
    return page.is_known(left) and page.is_known(right)


def _first_word(line: str) -> str:
    found = _FIRST.match(line)
    return found[1] if found else ""

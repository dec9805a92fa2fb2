"""The lines of a block as something that was, perhaps, broken to fit a width: what each is indented by, begins and ends with.

Widths are columns: a Chinese, Japanese or Korean character takes two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from lint_rules._patterns import pattern
from textlint import Text

_WIDE = pattern(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_START = pattern(r"(?:[ \u00a0\u3000]{0,40}+>)*+[ \t\u00a0\u3000]*+")
_LEADING = " \t\u00a0\u3000>"  # with one of these a match of _START begins
_FIRST = pattern(r"\S++")
_OPENING = pattern(r"[\"'“‘„«»‹(\[¿¡`*_]*+")
_DENSE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uff60]")
_ENDED = pattern(r"[.!?…:。！？：؟۔।][\"'”’“»)\]」』*_]*+$")
_POINTED = pattern(r"[.!?…:;,—–。！？：；，、؟۔।،؛][\"'”’“»)\]」』*_]*+$")
_ITEM = pattern(r"[-–*·+#=~]\s+[^\s\p{Ll}]|[*·+#=~]\s|[•●▪◦‣]|\[\p{N}{1,3}\]\s")
_MAYBE_ITEM = pattern(r"(?:[-–—]|\(?(?:\p{N}{1,3}|\p{L})[.)\]])\s")
_ALONE = pattern(r"[\W_]++$|<?(?:https?://|www\.)\S+$")  # nothing but punctuation, or an address
_CODE = pattern(r"[{}\\|]|[)\]'\"];$|=>|==|\s[=<>]\s|</?\w+[^<>@]*>|\w=['\"]|\w\(\w*\)[;:]?$")
_TABLE = pattern(r"\S[ \u00a0]*\t|\S {3,}+\S|(?:\.{4,}|(?: \.){4,}) *\w{1,4}$|_{3,}|\S\|\S| \| |[•·►].*[•·►]")
# One of these stands in every line, with its line end, that the pattern is found in.
_CODE_SIGNS = ("{", "}", "\\", "|", "=", "<", ">", ";\n", ")\n", "):\n")
_TABLE_SIGNS = ("\t", "   ", "....", " . . . .", "___", "|", "•", "·", "►")
ALONE = 3  # a line that continues no other
_LONGEST = 136  # code points of a line that was broken to fit a width
_MOST = 4 * _LONGEST  # code points of a line that are looked at
_TAIL = 8  # code points at a line's end that tell how it ends
_STEP = 2  # columns from which an indent counts
_GAP = pattern(r"\S {2,4}(?=\S)")


class Row(NamedTuple):
    """A line of a block; ``start`` is where its text begins in the line, after marks of quoted mail and white space."""

    line: int
    start: int
    depth: int
    indent: int
    body: str
    width: int
    first: int  # columns of its first word
    small: bool  # begins as the inside of a sentence would: small letter
    caseless: bool  # begins with a letter of a script that has no small letters
    dense: bool  # begins with a character of a script that writes no spaces
    ended: bool
    shouted: bool  # two words or more, all in capitals
    pointed: bool  # ends with any punctuation
    item: int  # ALONE: not prose (a rule, an address), or too long, 2: begins as an item of a list does, 1: may do so


def rows_of(text: Text, block: range) -> list[Row]:
    """The lines of a block, parsed."""
    return [_row(i, text.line(i)[:_MOST].rstrip()) for i in block]


def _row(i: int, line: str) -> Row:
    head = _START.match(line) if line[:1] in _LEADING else None
    start = head.end() if head else 0
    body, lead = line[start:], line[:start]
    indent = len(lead.rpartition(">")[2].expandtabs(8)) if lead else 0
    plain = body[:1].isascii() and body[:1].isalpha()
    item = _item(body, plain)
    letter = body[:1] if plain and item != 1 else _letter(body[2:] if item == 1 else body)
    first = _FIRST.match(body)
    dense = not letter.isascii() and bool(_DENSE.match(letter))
    wide = 2 if dense else columns(first[0]) if first else 0
    caseless = not letter.isascii() and letter.isalpha() and letter.lower() == letter.upper()
    tail, worded = max(0, len(body) - _TAIL), body[-1:].isalnum()
    return Row(
        i, start, lead.count(">"), indent, body, indent + columns(body), wide, letter.islower() or caseless, caseless,
        dense, not worded and bool(_ENDED.search(body, tail)), body.isupper() and " " in body,
        not worded and bool(_POINTED.search(body, tail)), item,
    )  # fmt: skip


def _item(body: str, plain: bool) -> int:
    """What kind of item a line is; ``plain`` tells that it begins with an ASCII letter, as most do."""
    if len(body) > _LONGEST or ((not plain or body[0] in "hw") and _ALONE.match(body)):
        return ALONE
    if not plain and _ITEM.match(body):
        return 2
    return int((not plain or body[1:2] in ".)]") and bool(_MAYBE_ITEM.match(body)))


def _letter(body: str) -> str:
    """The first character that no quotation mark or bracket is."""
    opening = _OPENING.match(body)
    place = opening.end() if opening else 0
    return body[place : place + 1]


def columns(text: str) -> int:
    """How wide a text is on a screen of equal columns."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def parts(rows: Sequence[Row]) -> list[list[Row]]:
    """The paragraphs of a block that indents, bullets, table rows or the depth of quoted mail set apart."""
    if not rows:
        return []
    first, rest = rows[0].indent, sorted(row.indent for row in rows[1:])
    usual = rest[len(rest) // 2] if rest else first
    hanging = usual - first >= _STEP
    hard = 2 if sum(row.item == 1 for row in rows) < 2 else 1
    rowed = _found(_TABLE, _TABLE_SIGNS, rows)
    tables = set() if rowed and _is_justified(rows) else {row.line for row in rowed}
    found = [[rows[0]]]
    for above, row in pairwise(rows):
        indented = row.indent <= first if hanging else row.indent >= usual + _STEP and row.indent != above.indent
        apart = above.line in tables or row.line in tables or row.depth != above.depth
        apart |= (row.shouted != above.shouted) or above.item == ALONE
        if indented or apart or row.item >= hard:
            found.append([])
        found[-1].append(row)
    return found


def is_laid_out(rows: Sequence[Row]) -> bool:
    """Whether the block is a table, code, or the same few lines again and again."""
    few = len(rows) // 8
    if len(_found(_CODE, _CODE_SIGNS, rows)) > max(1, few) or 2 * len({row.body for row in rows}) < len(rows):
        return True
    return len(_found(_TABLE, _TABLE_SIGNS, rows)) > few and not _is_justified(rows)


def _found(pattern: regex.Pattern[str], signs: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """The rows in which a pattern is found; it is looked for only where one of its signs stands."""
    whole = "\n".join([row.body for row in rows]) + "\n"
    present = [sign for sign in signs if sign in whole]
    if not present:
        return []
    return [row for row in rows if any(sign in f"{row.body}\n" for sign in present) and pattern.search(row.body)]


def _is_justified(rows: Sequence[Row]) -> bool:
    """Whether nearly all lines end in one column, with wider gaps here and there."""
    edge = max(row.width for row in rows)
    flush = sum(row.width == edge for row in rows)
    if len(rows) <= 3 or flush < 0.75 * (len(rows) - 1):
        return False
    signed = (row.body for row in rows if any(sign in row.body for sign in _TABLE_SIGNS))
    return not any(_TABLE.search(_GAP.sub("x ", body)) for body in signed)

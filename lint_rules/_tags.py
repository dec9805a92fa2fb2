"""The names of HTML, and how text is taken out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lint_rules._patterns import pattern
from textlint import Change

_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike strong sub sup tt u var wbr"
)
_BLOCK = (
    "address article aside blockquote body br button caption center dd details dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav noframes ol option p "
    "picture pre section select source summary table tbody td textarea tfoot th thead title tr ul video"
)
_VOID = "area base br col embed hr img input link meta param source track wbr"
_DROPPED = "script style noscript iframe object svg"  # elements whose content is no text
_OPTIONAL = "p li td tr th dd dt option"  # elements that need no closing tag

INLINE, BLOCK, VOID, DROPPED, OPTIONAL = (
    frozenset(names.split()) for names in (_INLINE, _BLOCK, _VOID, _DROPPED, _OPTIONAL)
)
KNOWN = INLINE | BLOCK | VOID | DROPPED

_ATTRIBUTE = r"""\s++[a-zA-Z_:@][\w:.@-]*+(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>=`]++))?+"""
_TAG = pattern(rf"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)\s*+/?>")
_SPACE = " \t\xa0"
_GAP = pattern(r">[ \t\xa0]+<")


class Tag(NamedTuple):
    """A tag of HTML in a line: its span there, its name in small letters, and what it does."""

    start: int
    end: int
    name: str
    closes: bool
    attributes: str


def tags(line: str) -> list[Tag]:
    """The tags of known names in a line, in order; those inside of scripts, styles and the like left out."""
    found = [
        Tag(*match.span(), name, bool(match["close"]), match["attributes"].strip())
        for match in _TAG.finditer(line)
        if (name := match["name"].lower()) in KNOWN
    ]
    closed = {tag.name: tag.start for tag in found if tag.closes and tag.name in DROPPED}
    return list(_outer(found, closed))


def _outer(found: list[Tag], closed: dict[str, int]) -> Iterator[Tag]:
    """The tags that are not the content of a dropped element; ``closed`` says where such elements last end."""
    inside = ""
    for tag in found:
        if inside and not (tag.closes and tag.name == inside):
            continue
        inside = tag.name if not tag.closes and closed.get(tag.name, -1) > tag.start else ""
        yield tag


def balanced(found: list[Tag]) -> bool:
    """Whether every tag that is opened is closed, and the other way round, elements without content aside."""
    count: Counter[str] = Counter()
    for tag in found:
        if tag.name in VOID or tag.name in OPTIONAL:
            continue
        count[tag.name] += -1 if tag.closes else 1
        if count[tag.name] < 0:
            return False
    return not any(count.values())


def removals(line: str, found: list[Tag]) -> list[Change]:
    """The changes (offsets in the line) that take the tags out, with a line break or a space where one is needed.

    >>> line = "One.<br />Two <b>more</b>."
    >>> removals(line, tags(line))
    [Change(start=4, end=10, after='\\n'), Change(start=14, end=17, after=''), Change(start=21, end=25, after='')]
    """
    return [Change(*_padded(line, cluster)) for cluster in _clusters(line, list(_spans(found)))]


class _Piece(NamedTuple):
    start: int
    end: int
    weight: int  # 0: joins its neighbours, 1: a space, 2: a line break, 3: a paragraph's


_WEIGHTS = {"br": 2, "li": 2, "tr": 2, "dt": 2, "dd": 2, "td": 1, "th": 1, "option": 1, "img": 0, "input": 1}


def _spans(found: list[Tag]) -> Iterator[_Piece]:
    """Each tag's span, or that of the whole element where its content is no text."""
    pairs = zip(found, [*found[1:], None], strict=True)
    opened = -1
    for tag, after in pairs:
        if opened >= 0:
            yield _Piece(opened, tag.end, 0)
            opened = -1
        elif not tag.closes and tag.name in DROPPED and after and after.closes and after.name == tag.name:
            opened = tag.start
        else:
            yield _Piece(tag.start, tag.end, _WEIGHTS.get(tag.name, 3 if tag.name in BLOCK else 0))


def _clusters(line: str, pieces: list[_Piece]) -> Iterator[_Piece]:
    """Pieces with nothing but white space between them as one; two line breaks make a paragraph."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and line[group[-1].end : piece.start].strip(_SPACE):
            yield _merged(group)
            group = []
        group.append(piece)
    if group:
        yield _merged(group)


def _merged(group: list[_Piece]) -> _Piece:
    breaks = sum(piece.weight == 2 for piece in group)
    weight = max(piece.weight for piece in group)
    return _Piece(group[0].start, group[-1].end, 3 if weight == 2 and breaks > 1 and len(group) == breaks else weight)


def _padded(line: str, piece: _Piece) -> tuple[int, int, str]:
    """The extent of a change and what it puts there: no doubled spaces, and nothing at the line's ends."""
    start, end, weight = piece
    low, high = start, end
    while low and line[low - 1] in _SPACE:
        low -= 1
    while high < len(line) and line[high] in _SPACE:
        high += 1
    if not low or high == len(line):
        return low, high, ""
    if weight >= 2:
        return low, high, "\n" if weight == 2 else "\n\n"
    if low < start and high > end:
        return start, high, ""
    spaced = weight == 1 or bool(_GAP.search(line, start, end))
    return start, end, " " if spaced and low == start and high == end else ""

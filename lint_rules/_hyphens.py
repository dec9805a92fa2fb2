"""How two lines are joined: with a space, or with nothing where a word was divided or the script writes no spaces."""

from __future__ import annotations

from functools import lru_cache

from lint_rules._page import Page
from lint_rules._patterns import pattern
from lint_rules._words import words_of
from textlint import Change, Text

_START = pattern(r"(?:[ \u00a0\u3000]{0,40}+>)*+[ \t\u00a0\u3000]*+")
_DIVIDED = pattern(r"(\p{L}[\p{L}\p{M}]*+)([-\u00ad\u2010])$")
_WORD = pattern(r"\p{L}[\p{L}\p{M}]*+")
_UNSPACED = pattern(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\u3000-\u303f\uff00-\uff60]"
)
_DASHED = pattern(r"\w(?:--|[—/])$")
_ENDS = pattern(r"\p{L}{2}(-|\u2010)?[,\u00ad]?\r?\n[ >]{0,24}\p{Ll}")
_HYPHENS, _DASHES = "-\u00ad\u2010", "-—/"  # what matches of _DIVIDED and of _DASHED end with
_OFTEN = 0.04  # share of line ends inside sentences that a hyphen has where words are divided
_SHORT = 4  # letters below which the second half may be a syllable
_APART = words_of("self non quasi well")
_BOUND_FIRST = _APART | words_of(
    "all ex half cross semi anti pre post co peut est ci là dit demi soi avant après grand sous vice кое по во из"
)
_BOUND_LAST = words_of(
    "like based old year known free friendly related il elle ils elles on je tu nous vous ce moi toi lui leur y en "
    "là ci même mêmes être se lhe lhes me te nos lo la los las то либо нибудь таки за под"
)
_AND = words_of("und oder bzw sowie bis als och eller og ja tai and or to en of e ou et y o")


def joined(page: Page, text: Text, i: int, j: int) -> Change:
    """What joins line ``i`` to line ``j`` below, without the white space and marks of quoted mail between them."""
    above, below = text.line(i).rstrip(), text.line(j)
    head = _START.match(below)
    rest = below[head.end() if head else 0 :]
    start, end = text.span(i).start + len(above), text.span(j).end - len(rest)
    last = above[-1:]
    divided, word = _DIVIDED.search(above) if last in _HYPHENS else None, _WORD.match(rest)
    if divided and word:
        cut, filler = _at_hyphen(page, divided[1], divided[2], word[0])
        return Change(start - cut, end, filler)
    dense = not last.isascii() and _UNSPACED.match(last) and _UNSPACED.match(rest[:1])
    dashed = last in _DASHES and _DASHED.search(above)
    return Change(start, end, "" if dense or dashed else " ")


def _at_hyphen(page: Page, left: str, hyphen: str, right: str) -> tuple[int, str]:
    """How many characters go at a line end with a hyphen, and what is put in."""
    whole, apart = left + right, f"{left}-{right}"
    if hyphen == "\u00ad" or _has(page, whole):
        return 1, ""
    if right in _AND:
        return 0, " "
    if right[0].isupper() and not (left.isupper() and len(left) > 1):
        return 0, ""
    often = _divides(page.document)
    if _has(page, apart) or _are_bound(left.lower(), right.lower(), bool(often)):
        return 0, ""
    if often is None:
        return (0 if page.is_known(left) and page.is_known(right) else 1), ""
    return int(often), ""


def _are_bound(left: str, right: str, syllables: bool) -> bool:
    """Whether a hyphen belongs between two parts of a word: ``self-made``, ``dit-il``; less often among ``syllables``."""
    if syllables:
        return left in _APART or (right in _BOUND_LAST and len(right) >= _SHORT)
    return left in _BOUND_FIRST or right in _BOUND_LAST


def _has(page: Page, word: str) -> bool:
    return page.writes(word) or page.writes(word.lower()) or page.writes(word.capitalize())


@lru_cache(maxsize=8)
def _divides(document: str) -> bool | None:
    """Whether words are divided at the document's line ends; None if there are too few of them to tell."""
    ends = [found[1] for found in _ENDS.finditer(document)]
    hyphens = sum(end is not None for end in ends)
    often = hyphens >= _OFTEN * len(ends)
    return None if often and hyphens < 2 else often

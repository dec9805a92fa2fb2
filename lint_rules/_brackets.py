"""Brackets and dashes that lost the space beside them, told from those inside words, names and formulas."""

from __future__ import annotations

from collections.abc import Iterator

from lint_rules._borders import Line
from lint_rules._patterns import pattern
from lint_rules._protected import is_protected, sparse, word_after, word_before
from lint_rules._quotes import CLOSE, OPEN

_BRACKET = pattern(r"[)\]](?=[\p{L}\"“‘„«])")
_STOP_BRACKET = pattern(r"(?<=[\p{L}\p{N}\"”’»][.!?…])[(\[](?=[\p{Lu}\"“‘„«])|(?<=\p{L}{2},)\((?=\p{L})")
_REMARK = pattern(r"[(\[][^()\[\]]*(?: [^()\[\]]*|[.!?…])[)\]]")
_DASH = pattern(
    r"(?<=[.!?…\"”’»“«])[—–](?=\s\p{L}|[¿¡]|\s[«„“”»\"¿¡])|(?<=[,;])[—–](?=\s[\p{Cyrillic}\p{Greek}])|(?<=[.!?])—(?=\p{L})|(?<=\p{Greek};)[—–](?=\s)"
)
_DATELINE = pattern(r"\P{Ll}{2,40} \(\p{L}+\)")  # BERLIN (dpa)
_HEAD = 60  # code points at a line's start that a dateline can take
_ACRONYM = pattern(r"\p{Lu}[\p{Lu}\p{N}&-]{1,6}s?")
_STOPS = ".!?…।؟"
_REACH = 1000  # code points from a bracket to the one that opened it


def after_brackets(line: Line) -> Iterator[int]:
    """The places after closing brackets where a space is missing."""
    return (m.end() for m in sparse(_BRACKET, line.value, ")]") if _is_bracketed(line, m.end()))


def before_brackets(line: Line) -> Iterator[int]:
    """The places between a sentence and an opening bracket where a space is missing."""
    for found in _STOP_BRACKET.finditer(line.value):
        left, value = word_before(line.value, found.start() - 1), line.value
        remark = _REMARK.match(value, found.start(), found.start() + 400)
        if remark and len(left) > 1 and not is_protected(value, found.start(), skip=1):
            yield found.start()


def before_dashes(line: Line) -> Iterator[int]:
    """The places between a sentence or quotation and a dash where a space is missing: there is one after the dash."""
    for found in sparse(_DASH, line.value, "—–"):
        place = found.start()
        if line.value[place - 2 : place - 1].isdigit():
            continue  # a price: CHF 5.–
        if line.value[place + 1].isalpha() and ("en" in line.tongue.languages or not line.page.has_speakers):
            continue
        if line.value[place - 1] not in '"”’»“«' or line.roles.get(place - 1, CLOSE) == CLOSE:
            yield place


def _is_bracketed(line: Line, end: int) -> bool:
    """Whether a new word follows the closing bracket before ``end``."""
    value = line.value
    opened = value.rfind("(["[value[end - 1] == "]"], max(0, end - _REACH), end)
    inner = value[opened + 1 : end - 1]
    if opened < 0 or is_protected(value, end) or ")" in inner or "]" in inner:
        return False
    right, apart = word_after(value, end), not opened or value[opened - 1].isspace()
    if not right:
        return inner[-1:] in _STOPS and bool(inner) and line.roles.get(end) == OPEN
    if inner[-1:] in _STOPS and inner:
        return right[0].isupper() and (" " in inner or apart)
    no_word = inner.isdigit() or inner[-1:] == "-" or (value[end - 1] == "]" and inner.isalpha())
    if not apart or len(inner) < 2 or no_word:
        return False
    if len(right) < 2:
        new = bool(_ACRONYM.fullmatch(inner)) or " " in inner or (inner.istitle() and not line.tongue.compounds)
        return new and line.is_common(right) and value[end + 1 : end + 2] == " "
    if end < _HEAD and _DATELINE.fullmatch(value, 0, end):
        return right[0].isupper()
    return _is_new_word(line, inner, right)


def _is_new_word(line: Line, inner: str, right: str) -> bool:
    """Whether the word after a bracket is none with it, as in ``(Ver)Wandlung`` and ``(un)likely``."""
    if _ACRONYM.fullmatch(inner):
        return line.is_common(right) or len(right) > 3 or (right[0].isupper() and line.is_known(right))
    if right.islower() and (" " in inner or (not line.tongue.compounds and len(inner) > 4 and inner.isalpha())):
        return len(right) > 2 or line.is_common(right)
    if " " not in inner and inner.islower():
        return right[0].isupper() and line.is_common(right)
    return line.is_common(right) or (right[0].isupper() and line.is_known(right))

"""Quotation marks that lost the space beside them, told from those inside words and names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lint_rules._borders import Line
from lint_rules._patterns import pattern
from lint_rules._protected import is_protected, matches, sparse, token_before, word_after, word_before
from lint_rules._quotes import CLOSE, OPEN
from lint_rules._words import SUFFIXES, words_of

_SINGLE = pattern(r"(?<=[.!?…,][\"”]?)['’](?=\p{L})")
_SINGLE_LOW = pattern(r"(?<=[.!?…,][\"“]?)['’‘](?=\p{L})")  # where ‚ opens, ‘ closes
_SINGLE_OPENS = pattern(r"(?<![^\s(\[—–\"“])['‘](?=\p{L})(?!(?:em|til|tis|twas|n|cause|bout|round|s|t)\b)")
_SINGLE_CLOSES = pattern(r"(?<=[.!?…,])['’](?![^\s.,;:!?)\]—–\"”])")
_CURLY = pattern(r"(?<![\p{L}\p{N}])(?:‘[^‘’\n]{2,60}+(?<=[\p{L}\p{N}])’|‚[^‚‘’\n]{2,60}+[‘’])(?=\p{Ll})")
_CURLY_OPENS = pattern(r"(?<=[\p{L}\p{N}][.!?…,])‘(?=\p{Lu})")
_CONTRACTED = words_of("s t re ve ll d m n em all")
_VALUES = pattern(r"[\[{(][\"'“]")
_ENDING = pattern(r"^[bdfgklmnprst]?(?:ing|e?d|e?r?s|able|ability|ish|like|ness|esque|ism|ists?|i[sz]\w+)$")
_TATWEEL = "\u0640"  # lengthens an Arabic letter that joins the next word
_NAME = pattern(r"\p{Lu}\p{Ll}{2,}(?:['’]s)? ")
_NESTED = 7  # quotation marks that are looked back over for the one that opened
_REACH = 1000  # code points to the mark that a single quotation mark pairs with
_STOPS, _OPENERS, _CLOSERS = ".!?…।؟", "“„«‘¿¡(", "'’‘”“\"»"


def after_quotes(line: Line) -> Iterator[int]:
    """The places after closing quotation marks where a space is missing."""
    for mark in line.marks:
        if mark.role == CLOSE and mark.start and _is_closed(line, mark.start, mark.end):
            yield mark.end
    for found in matches(_CURLY, line.value, "‘‚"):
        right = word_after(line.value, found.end())
        new = line.is_common(right) or (" " in found[0] and len(right) > 4 and not line.tongue.agglutinative)
        if new and right not in _CONTRACTED and not is_protected(line.value, found.end()):
            yield found.end()
    for start, end in _singles(line, CLOSE):
        if _is_closed(line, start, end):
            yield end


def before_quotes(line: Line) -> Iterator[int]:
    """The places before opening quotation marks where a space is missing."""
    for mark in line.marks:
        if mark.role == OPEN and mark.start and _is_opened(line, mark.start, mark.end):
            yield mark.start
    for start, end in _singles(line, OPEN):
        if _is_opened(line, start, end):
            yield start
    if "‚" not in line.value:
        for found in _CURLY_OPENS.finditer(line.value):
            yield found.start()


def _is_closed(line: Line, start: int, end: int) -> bool:
    """Whether a word follows the closing mark ``start:end`` that is no ending of the one before it."""
    value = line.value
    if value[start] == "»" and value[start - 1].isspace() and start > 1:
        start -= 1
    inner = start  # quotation marks that close together are looked past
    while inner > 1 and value[inner - 1] in _CLOSERS:
        inner -= 1
    before, after = value[inner - 1], value[end : end + 1]
    if line.roles.get(end) == OPEN or (after in _OPENERS and after):
        return before in _STOPS or before in ","
    right = word_after(value, end)
    if not right or is_protected(value, end):
        return False
    if before in _STOPS or before == ",":
        return (
            right not in _CONTRACTED
            and right[0].isalpha()
            and not (line.tongue.agglutinative and value[start] == "’" and value[start - 2].isupper())
        )
    if right[0].isdigit():
        return False
    if right[0].isupper():
        name = not line.tongue.compounds and bool(_NAME.match(value, end))
        return (line.is_known(right) and len(right) > 1) or (name and value[max(0, start - 3) : start].isalpha())
    return _is_no_ending(line, right, start, end)


def _is_no_ending(line: Line, right: str, start: int, end: int) -> bool:
    """Whether the small word right after a quotation is a word of its own."""
    following = line.value[end + len(right) : end + len(right) + 1]
    several = " " in line.value[_opening(line, start) : start].strip()
    if right in SUFFIXES and not (several and following == " " and line.is_common(right)):
        return False
    if following == "-" and len(right) < 3:
        return False
    if line.tongue.agglutinative:
        return line.is_common(right) and len(right) > 3
    if line.is_common(right) or (len(right) > 2 and line.page.has_word(right)):
        return True
    return len(right) > 3 and (several or not line.tongue.compounds) and not _ENDING.search(right)


def _opening(line: Line, start: int) -> int:
    """Where the quotation that is closed at ``start`` opened; ``start`` where it cannot be told."""
    i = bisect_left(line.marks, (start,))
    nested = 0
    for mark in reversed(line.marks[max(0, i - _NESTED) : i]):
        nested += 1 if mark.role == CLOSE else -1
        if nested < 0:
            return mark.end
    return start


def _is_opened(line: Line, start: int, end: int) -> bool:
    """Whether a word or stop stands right before the opening mark ``start:end``."""
    value = line.value
    if value[start] == "«" and value[end : end + 1].isspace():
        end += 1
    before, after = value[start - 1], value[end : end + 1]
    if after in ("", " ") or before.isspace() or before == _TATWEEL or is_protected(value, start):
        return False
    if line.roles.get(start - 1) == CLOSE or (before == "?" and (start == 1 or value[start - 2] in '.?"”')):
        return False
    if before == "," and _VALUES.search(token_before(value, start)):
        return False
    if before in _STOPS or before in ",;:)]":
        return after.isalnum() or after in "¿¡'‘’‚‹“„$€£#[(.…"
    left = word_before(value, start)
    if value[start] in "„“«" and before.isalpha() and left.islower() and len(left) > 2:
        return True
    return bool(left) and before.isalpha() and line.is_known(left) and len(left) > 1


def _single_role(line: Line, place: int, clear: Sequence[tuple[int, str]]) -> str | None:
    """The role of a single quotation mark between a stop and a letter: the nearest clear ones on both sides tell."""
    if line.value[place] in "’‘":
        return CLOSE
    i = bisect_left(clear, (place, ""))
    if i and clear[i - 1][1] == OPEN and place - clear[i - 1][0] <= _REACH:
        return CLOSE
    return OPEN if i < len(clear) and clear[i][1] == CLOSE and clear[i][0] - place <= _REACH else None


def _clear_singles(line: Line) -> list[tuple[int, str]]:
    """Where single quotation marks clearly open or close, in order."""
    opens = [(found.start(), OPEN) for found in matches(_SINGLE_OPENS, line.value, "'‘")]
    return sorted(opens + [(found.start(), CLOSE) for found in matches(_SINGLE_CLOSES, line.value, "'’")])


def _singles(line: Line, role: str) -> Iterator[tuple[int, int]]:
    """The single quotation marks between a stop and a letter that have this role."""
    pattern = _SINGLE_LOW if "‚" in line.value else _SINGLE
    found = [mark.span() for mark in sparse(pattern, line.value, "'’‘")]
    clear = _clear_singles(line) if found else []
    return (span for span in found if _single_role(line, span[0], clear) == role)

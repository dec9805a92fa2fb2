"""Full stops, commas and colons that lost the space after them, told from points inside names, numbers and addresses."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lint_rules._abbreviations import ORDINAL
from lint_rules._borders import Line
from lint_rules._protected import (
    has_lower_point,
    is_dense,
    is_name_ending,
    is_protected,
    is_shouted,
    token_before,
    word_after,
    word_before,
)
from lint_rules._words import words_of

_STOP = regex.compile(r"(?<!^)[.!?…؟।]++(?=[\p{Lu}\p{Lt}\p{Lo}¿¡])")
_COMMA = regex.compile(r"(?<=[\p{L}\p{N}%)\]\"”’»“«‘])[,،](?=\p{L})")
_COLON = regex.compile(r"(?<=[\p{L}\p{N})\]\"”’»])[:;؛](?=\p{L})")
_SPACED = regex.compile(r"[,،;؛]\s")
_SQUASHED = regex.compile(r"[,،;؛](?=\p{L})")
_KEYWORDS = regex.compile(r",\p{L}[^,\s]*,\p{L}")
_INITIALS = regex.compile(r"[^\p{L}\p{N}]*(?:\p{L}\.)+\p{L}")
_CAMEL = regex.compile(r"(?!Ma?c)\p{Lu}\p{Ll}+\p{Lu}")
_CALL = regex.compile(r"\w[(\[{][^)\]}]*$")
_HOSTS = words_of("com org net edu gov co de uk fr es it nl pt pl se io")
_NAMESPACES = words_of("category file special user talk template help wikipedia image portal http https mailto")


def after_stops(line: Line) -> Iterator[int]:
    """The places after full stops, question and exclamation marks where a space is missing."""
    return (m.end() for m in _sparse(_STOP, line) if _is_stop(line, *m.span()))


def after_commas(line: Line) -> Iterator[int]:
    """The places after commas where a space is missing."""
    if not _is_list(line):
        yield from (m.end() for m in _sparse(_COMMA, line) if _is_comma(line, m.end()))


def after_colons(line: Line) -> Iterator[int]:
    """The places after colons and semicolons where a space is missing."""
    if not _is_list(line):
        yield from (m.end() for m in _sparse(_COLON, line) if _is_colon(line, m.end()))


def _sparse(pattern: regex.Pattern[str], line: Line) -> list[regex.Match[str]]:
    """The matches in a line, none if there are more than prose has."""
    found = list(pattern.finditer(line.value))
    return [] if is_dense(len(found), len(line.value)) else found


def _is_stop(line: Line, start: int, place: int) -> bool:
    """Whether a sentence ended with the stops from ``start`` to ``place``, where the next one begins."""
    value, stops = line.value, line.value[start:place]
    right = word_after(value, place + (value[place] in "¿¡"))
    left, before = word_before(value, start), value[start - 1]
    if not right or is_name_ending(right) or is_protected(value, place) or before in ".·/":
        return False
    if stops == ".." or ("?" in stops and _is_false_query(line, left, before, stops)):
        return False
    if not value[place].isupper() and value[place] not in "¿¡":
        return (len(left) >= 3 and len(right) >= 2) or stops == "।"
    if set(stops) <= {".", "…"} and stops != ".":
        return _is_pause(line, before, right, start)
    if stops != ".":
        return not (stops == "!" and is_shouted(left))
    if not left:
        return _ends_closed(line, before, right, start)
    return _is_end(line, left, right, start)


def _is_false_query(line: Line, left: str, before: str, stops: str) -> bool:
    """Whether a question mark stands for a character that was lost, as in ``SAN FRANCISCO?Police`` or `` ?Yes``."""
    page = line.page
    odd = (before == " " and not page.spaces_queries) or (left.isupper() and len(left) > 1) or stops[0] == "."
    return odd or page.has_false_queries


def _is_pause(line: Line, before: str, right: str, start: int) -> bool:
    """Whether an ellipsis ended a sentence. Authors write them without a space, so the page must have lost others."""
    if (not before.islower() and before not in " )\"”’'") or "/" in token_before(line.value, start):
        return False
    return len(right) > 1 and line.page.lost_stops > 1 and line.page.is_known(right)


def _ends_closed(line: Line, before: str, right: str, start: int) -> bool:
    """Whether a sentence ended with a mark other than a letter before its full stop: a bracket, quote, percent sign."""
    two = line.value[max(0, start - 2) : start]
    if before == " ":
        return not right.isupper() and line.page.is_known(right)
    return before in "%)]\"”’'»“€$£" and two != "()" and not ((before in "\"”’'»“" and two[:1] in " (") or len(two) < 2)


def _is_end(line: Line, left: str, right: str, start: int) -> bool:
    """Whether ``left`` and a single point end a sentence, and are no abbreviation, number or part of a name."""
    token, following = token_before(line.value, start), line.value[start + 1 + len(right) : start + 2 + len(right)]
    if len(right) == 1 and following == "." and left[-1].isupper():
        return False
    known = line.page.is_known(right)
    if len(left) == 1 and left.isalpha():
        sure = token == "I" or token[-3:] in ("p.m", "a.m")
        return len(right) > 1 and (sure or (bool(_INITIALS.fullmatch(token)) and line.page.is_common(right)))
    if left.replace("-", "").isdigit():
        sure = len(left) > 3 or (len(right) > 2 and (not token.isdigit() or _is_counted(line, start - len(left))))
        return (sure and "." not in token) or (known and len(right) > 1)
    if any(map(str.isdigit, left)):
        return known and len(right) > 1
    if has_lower_point(token):
        return left in _HOSTS and known
    if (right == "I" and following == ".") or line.page.is_abbreviation(left):
        return False
    if left[0].isupper():
        return (known and (len(right) > 1 or following in " '’")) or _goes_on(left, right, following)
    return True


def _is_counted(line: Line, place: int) -> bool:
    """Whether the number at ``place`` follows a word, in a language that writes no full stop after ordinals."""
    return line.value[max(0, place - 2) : place - 1].islower() and not line.page.languages & ORDINAL


def _may_end(line: Line, left: str, right: str) -> bool:
    """Whether ``left`` is no unknown abbreviation and the two no name, where ``right`` is not known in small letters."""
    page = line.page
    if len(left) <= 4 and not page.is_known(left) and left not in page.words:
        return False
    return page.pairs[left, right] <= 1 and not _CAMEL.match(right)


def _goes_on(left: str, right: str, following: str) -> bool:
    """Whether the unknown word after a name's full stop begins a sentence: it is a word, and others follow it."""
    is_word = not (right.isupper() and len(right) < 4) and not (left.isupper() and len(right) < 3)
    return is_word and bool(following) and following in " ,:'’"


def _is_comma(line: Line, place: int) -> bool:
    """Whether the comma before ``place`` has lost its space, and belongs to no list of keywords and no code."""
    value = line.value
    left, right = word_before(value, place - 1), word_after(value, place)
    if is_protected(value, place) or _CALL.search(token_before(value, place)):
        return False
    if (
        _KEYWORDS.search(token_before(value, place) + right)
        and not line.page.is_common(right)
        and not line.page.is_common(left)
    ):
        return False
    if left.isdigit() or len(right) == 1 or (len(left) == 1 and left not in "IAa"):
        return line.page.is_common(right) and (len(right) > 1 or value[place + 1 : place + 2] == " ") and len(left) != 1
    return True


def _is_colon(line: Line, place: int) -> bool:
    """Whether the colon or semicolon before ``place`` has lost its space."""
    value = line.value
    left, right = word_before(value, place - 1), word_after(value, place)
    if is_protected(value, place) or len(left) < 3 or len(right) < 2 or not left.isalpha():
        return False
    if value[place - 1] in ";؛":
        return line.page.is_known(right) and ":" not in token_before(value, place)
    if left.lower() in _NAMESPACES or right.startswith("In"):
        return False
    enough = right[0].isupper() or (len(right) > 2 and line.page.is_known(left))
    return enough and line.page.is_common(right)


def _is_list(line: Line) -> bool:
    """Whether the line writes its commas without spaces: keywords, values, code."""
    squashed = len(_SQUASHED.findall(line.value))
    return squashed > 2 and squashed > len(_SPACED.findall(line.value))

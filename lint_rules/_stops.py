"""Full stops, question and exclamation marks that lost the space after them, told from points inside names and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lint_rules._abbreviations import EVERYWHERE, FINAL, ORDINAL
from lint_rules._borders import Line
from lint_rules._patterns import pattern
from lint_rules._protected import (
    has_lower_point,
    head,
    is_brand,
    is_name_ending,
    is_protected,
    is_shouted,
    sparse,
    token_before,
    word_after,
    word_before,
)
from lint_rules._words import words_of

_STOP = pattern(r"(?<!^)[.!?…؟।]++(?=[\p{Lu}\p{Lt}\p{Lo}¿¡])")
_PAUSES = ("...", "....", "…")
_INITIALS = pattern(r"[^\p{L}\p{N}]*(?:\p{L}['’])?(?:\p{L}\.)+\p{L}")
_CAMEL = pattern(r"(?!Ma?c)\p{Lu}\p{Ll}+\p{Lu}")
_AMOUNT = pattern(r"[\p{N}.,]+(?:st|nd|rd|th|s|bn|mn|m|k|km|kg|mm|cm|er|ers)")
_CLOCK = pattern(r"\d{1,2}[.:](?:1[3-9]|[2-5]\d|00)|\d+,\d+")
_MIXED = pattern(r"\p{Lu}{1,2}\p{N}{1,4}(?:-\p{L}+)?|\p{L}+-\p{N}+|\p{N}+-\p{L}+")  # E45, covid-19, 2010-м
_PERSON = pattern(r"(?:\p{Lu}\. ){1,2}+\p{Lu}\p{Ll}")  # a title or initials, and a name
_DATE = pattern(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_CHAIN = pattern(r"^\.|\p{L}{2}\.\p{Lu}\p{L}+$")  # of names, as code has them: System.IO.File
# Before an ellipsis: no sentence, but a word or two, a small word that wants more, or another ellipsis.
_GOES_ON = pattern(
    r"(?:^|[.!?…]\s*|[\"“(]\s*)(?:\p{L}++[,]?(?: \p{L}++)?)$|(?:\.\.|…)[\s\p{L}'’,]{0,60}$"
    r"|\b(?i:as|but|and|well|ahem|or|if|when|because|that|the|to)$"
)
_REACH = 80  # code points before an ellipsis that are looked at
_LETTERED = pattern(r"\p{Ll} \p{Lu}$")
_ROMAN = pattern(r"(?!I$)[IVX]+|[IVXLC]{2,}")
_WORDED = pattern(r"\p{L}[.,]? $")
_SENTENCE = pattern(
    r"\p{Lu}(?:[\p{L}\p{M}'’-]*+,? \p{Ll}| \p{N})"
)  # a capital, then a small word, as a sentence begins
_ADDRESS = pattern(r"(?:[/@]|www\.)\S*\.(?:com|org|net|edu|gov|html?|php|aspx?|pdf|co\.uk|de|fr)$")
_ELISION = pattern(r"^\p{L}{1,5}['’](?=\p{Lu}|\p{L}{2})")
_UNIT = pattern(r"[\p{N}IVX][ \u00a0\u202f]?$")
_INDIC = "\u0900", "\u0dff"
_OWNERS = words_of("My Your Our The")  # a name goes on: My.Yahoo
_TITLES = words_of("mr mrs ms dr prof sen rep gov")
_HOSTS = words_of(
    "com org net edu gov co de uk fr es it nl pt pl se io tv info eu ch at be ca ru ua cz ro hu gr fi dk no"
)


def after_stops(line: Line) -> Iterator[int]:
    """The places after full stops, question and exclamation marks where a space is missing."""
    return (m.end() for m in sparse(_STOP, line.value, ".!?…؟।") if _is_stop(line, *m.span()))


def _is_stop(line: Line, start: int, place: int) -> bool:
    """Whether a sentence ended with the stops from ``start`` to ``place``, where the next one begins."""
    value, stops = line.value, line.value[start:place]
    right = word_after(value, place + (value[place] in "¿¡"))
    left, before = _without_elision(word_before(value, start)), value[start - 1]
    if not right or is_name_ending(right) or before in ".·/":
        return False
    if is_protected(value, place):
        return stops == "." and _ends_address(line, start, place)
    if "?" in stops and _is_false_query(line, left, before, stops):
        return False
    if not value[place].isupper() and value[place] not in "¿¡":
        return stops == "।" or (len(right) > 1 and _ends_uncased(left, before, stops))
    if set(stops) <= {".", "…"} and stops != ".":
        return stops in _PAUSES and _is_pause(line, before, right, start)
    if stops != ".":
        return not (stops == "!" and is_shouted(left))
    return _is_end(line, left, right, start) if left else _ends_closed(line, before, right, start)


def _without_elision(word: str) -> str:
    """The word without the article before its apostrophe: ``l'Ing`` is ``Ing``."""
    return word if word.isalpha() else _ELISION.sub("", word)


def _ends_uncased(left: str, before: str, stops: str) -> bool:
    """Whether a sentence ended in a script without capitals: after a word, not an abbreviation of a letter or two."""
    if not left:
        return before in '%)]»”"'
    if _INDIC[0] <= left[-1] <= _INDIC[1]:
        return stops != "."  # a full stop there is an abbreviation's: sentences end with a danda
    return len(left) > 2 or (len(left) > 1 and "\uac00" <= left[-1] <= "\ud7a3")


def _ends_address(line: Line, start: int, place: int) -> bool:
    """Whether an address or file name ended the sentence, and another sentence begins."""
    token = token_before(line.value, start)
    return bool(_ADDRESS.search(token)) and bool(_SENTENCE.match(line.value, place))


def _is_false_query(line: Line, left: str, before: str, stops: str) -> bool:
    """Whether a question mark stands for a character that was lost, as in ``SAN FRANCISCO?Police`` or `` ?Yes``."""
    page = line.page
    odd = (before == " " and not page.spaces_queries) or (left.isupper() and len(left) > 1) or stops[0] == "."
    return odd or (before in '"”' and "??" in stops) or page.has_false_queries


def _is_pause(line: Line, before: str, right: str, start: int) -> bool:
    """Whether an ellipsis ended a sentence. Some authors write all theirs without a space: then this is none of ours."""
    page = line.page
    last = line.value[start - 2] if before == " " and start > 1 else before
    if (not last.islower() and last not in "),”’»") or "/" in token_before(line.value, start):
        return False
    if (page.joins_pauses and not page.spaces_pauses) or head(right) == "i":
        return False
    if _GOES_ON.search(line.value, max(0, start - _REACH), start):
        return False
    if len(right) == 1:
        return line.is_common(right) and bool(_SENTENCE.match(line.value, line.value.index(right, start)))
    return page.spaces_pauses or line.is_common(right) or (page.lost_stops > 1 and line.is_known(right))


def _ends_closed(line: Line, before: str, right: str, start: int) -> bool:
    """Whether a sentence ended with a mark other than a letter before its full stop: a bracket, quote, percent sign."""
    two = line.value[max(0, start - 2) : start]
    if before == " ":
        return not right.isupper() and line.is_known(right)
    return (
        before in "%)]\"”’'»“€$£°" and two != "()" and not ((before in "\"”’'»“" and two[:1] in " (") or len(two) < 2)
    )


def _is_end(line: Line, left: str, right: str, start: int) -> bool:
    """Whether ``left`` and a single point end a sentence, and are no abbreviation, number or part of a name."""
    token, place = token_before(line.value, start), start + 1
    following = line.value[place + len(right) : place + len(right) + 1]
    if (len(right) == 1 and following == "." and left[-1].isupper()) or is_brand(left):
        return False
    if left in _OWNERS:
        return False
    if _CHAIN.search(token) and not line.is_common(right):
        return False
    known = line.is_known(right) and (not 1 < len(right) < 4 or not right.isupper() or left.isupper())
    goes_on = bool(_SENTENCE.match(line.value, place))
    begins = line.is_common(right) or goes_on
    if _ROMAN.fullmatch(right) and not (goes_on and line.is_common(right)):
        return False
    if token.lower().lstrip("(\"'“„«") in FINAL or left.lower() in FINAL:
        return begins and (len(right) > 1 or following == " ") and (not right.isupper() or line.is_common(right))
    if len(left) == 1 and left.isalpha():
        return _ends_letter(line, token, right, following, start) or _ends_unit(line, left, right, start)
    if _ROMAN.fullmatch(left):
        return line.is_common(right) and len(right) > 1
    if any(map(str.isdigit, left)):
        return _ends_number(line, left, right, start, known, begins)
    if has_lower_point(token):
        return left in _HOSTS and known
    if len(right) == 1 and following == "." and left[1:].islower() and len(left) > 2:
        return right != "I" and not line.is_abbreviation(left) and bool(_PERSON.match(line.value, place))
    if right == "I" and (following == "." or not line.is_common(right)):
        return False
    if line.is_abbreviation(left):
        return _ends_unit(line, left, right, start) or (
            goes_on and line.is_common(right) and len(right) > 2 and left.lower() not in EVERYWHERE
        )
    if left[0].isupper():
        return (known and (len(right) > 1 or following in " '’")) or _goes_on(left, right, following, begins)
    return True


def _ends_letter(line: Line, token: str, right: str, following: str, start: int) -> bool:
    """Whether a single letter ends a sentence: ``I``, ``p.m``, ``°C``, or initials before a function word."""
    if (token == "I" and "en" in line.tongue.languages) or token[-3:] in ("p.m", "a.m") or token[-2:-1] == "°":
        return len(right) > 1
    if _LETTERED.search(line.value, max(0, start - 4), start) and _SENTENCE.match(line.value, start + 1):
        return right[1:].islower() and line.is_common(right)
    return bool(_INITIALS.fullmatch(token)) and line.is_common(right) and (len(right) > 1 or following == " ")


def _ends_unit(line: Line, left: str, right: str, start: int) -> bool:
    """Whether an abbreviation that ends a sentence is one of a unit: it stands after a number, a small word follows."""
    counted = _UNIT.search(line.value, max(0, start - len(left) - 3), start - len(left))
    return bool(counted) and line.is_common(right) and bool(_SENTENCE.match(line.value, start + 1))


def _ends_number(line: Line, left: str, right: str, start: int, known: bool, begins: bool) -> bool:
    """Whether a number ends a sentence, and is no ordinal, version or part of a date."""
    token, following = token_before(line.value, start), line.value[start + 1 + len(right) : start + 2 + len(right)]
    if not left.replace("-", "").isdigit():
        amount = bool(_AMOUNT.fullmatch(left)) and _goes_on(left, right, following, begins)
        mixed = begins and bool(_MIXED.fullmatch(left)) and "." not in token
        return (known and (len(right) > 1 or following == " ")) or amount or mixed
    counted = begins and _is_counted(line, start - len(left))
    sure = len(left) > 3 or (len(right) > 2 and (not token.isdigit() or counted))
    clock = bool(_CLOCK.fullmatch(token)) and (begins or following in ("!", ""))
    return (
        (sure and ("." not in token or bool(_DATE.fullmatch(token)))) or (known and (len(right) > 1 or begins)) or clock
    )


def _is_counted(line: Line, place: int) -> bool:
    """Whether the number at ``place`` follows a word, in a language that writes no full stop after ordinals."""
    return bool(_WORDED.search(line.value, max(0, place - 3), place)) and not line.tongue.languages & ORDINAL


def _goes_on(left: str, right: str, following: str, begins: bool) -> bool:
    """Whether the unknown word after a name's full stop begins a sentence: it is a word, and others follow it."""
    if right.lower() in _TITLES:
        return following in (".", " ")
    if right.isupper() and len(right) < 4:
        return begins and len(right) == 3 and not left.isupper()
    if left.isupper() and len(right) < 3:
        return False
    return following in " ,:'’" if following else not _CAMEL.match(left)

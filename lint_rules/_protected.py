"""What looks like two words run together but is one thing: addresses, paths, names, numbers, abbreviations, code.

``word_before``/``word_after`` and ``is_protected`` look at no more than WINDOW code points on either side of a border.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from lint_rules._patterns import pattern
from lint_rules._words import BRANDS, NAME_ENDINGS, SHOUTED

WINDOW = 100
_MANY, _SPARSE = 100, 8

_DATA = pattern(r"[\"']:\s?[\[{\"'\d]|^\s*[\[{]\s*[\"'{\[].*[\]}],?\s*$|\)\s?\{|;\s?\}|\};|\}\s*\)")
_MARKS = pattern(r"://|www\.|[@\\=_<>{}|^~`\u0000]|&\w+;?$|\$\p{L}|#\p{L}|\(\)|::|\.\./|(?<!\p{L})--\p{L}")
_PATH = pattern(r"/\S*\.\p{L}|\.\S*/|^\W*/\p{L}|^\p{L}:/")
_EDIT = r"\((?:s|es|e|n|en|in|innen)\)|\[(?i:edit|redig|muokkaa|modif|bearb|bewerk|прав)"  # no code: word(s), [edit]
_CHAIN = r"(?:\.\p{L}[\p{L}\p{N}]*+(?=[.(]))*+"  # of names, as code calls them: System.Out.println(
_AFTER = pattern(
    rf"[\p{{L}}\p{{N}}'’-]*+{_CHAIN}"
    rf"(?:(?!{_EDIT})(?:(?<=[A-Za-z0-9])[(\[]|[=_\\@^|~])|/(?=[^\s.!?]*+[/_=?.]\S)|://|\.[\p{{Ll}}\p{{N}}]|:\p{{N}}|::)"
)
_WORD_BEFORE = pattern(r"[\p{L}\p{M}\p{N}'’´-]++$", regex.REVERSE)
_WORD_AFTER = pattern(r"[\p{L}\p{M}\p{N}]++(?:['’-][\p{L}\p{M}\p{N}]++)*+")
_JOINT = pattern(r"['’´-]")
_LOWER_POINT = pattern(r"\p{L}[.]\p{Ll}")
_UNSPACED = pattern(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\u3000-\u303f\uff00-\uffef]"
)
_CASED = pattern(r"[\p{Latin}\p{Cyrillic}\p{Greek}]++")
_VOWEL = pattern(r"(?i)[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýăąęěıőűůœаеёиоуыэюяіїєαεηιουωάέήίόύώ]")


def token_before(line: str, place: int) -> str:
    """The characters without white space right before ``place``."""
    window = line[max(0, place - WINDOW) : place]
    pieces = window.split()
    return pieces[-1] if pieces and not window[-1].isspace() else ""


def token_after(line: str, place: int) -> str:
    """The characters without white space from ``place`` on."""
    window = line[place : place + WINDOW]
    pieces = window.split(maxsplit=1)
    return pieces[0] if pieces and not window[0].isspace() else ""


def word_before(line: str, place: int) -> str:
    """The word that ends at ``place``."""
    found = _WORD_BEFORE.search(line, max(0, place - WINDOW), place)
    return found[0].strip("'’-") if found else ""


def word_after(line: str, place: int) -> str:
    """The word that starts at ``place``."""
    found = _WORD_AFTER.match(line, place, place + WINDOW)
    return found[0] if found else ""


def is_protected(line: str, place: int, skip: int = 0) -> bool:
    """Whether the border stands inside an address, a path, code, markup, or a script that writes no spaces.

    ``skip`` characters after the border (an opening bracket) are not looked at.
    """
    left, right, around = (
        token_before(line, place),
        token_after(line, place)[skip:],
        line[max(0, place - 2) : place + 1],
    )
    if not left.isalnum() and (_MARKS.search(left) or ("/" in left and _PATH.search(left))):
        return True
    if not right.isalnum() and _AFTER.match(right):
        return True
    return not around.isascii() and bool(_UNSPACED.search(around))


def is_data(line: str) -> bool:
    """Whether the line is JSON or a program."""
    return ('":' in line or "{" in line or "}" in line or line[:1] == "[") and bool(_DATA.search(line))


def has_no_vowel(word: str) -> bool:
    """Whether a short word looks like an abbreviation (``bzw``), and is no name in capitals."""
    return len(word) <= 4 and bool(_CASED.fullmatch(word)) and not word.isupper() and not _VOWEL.search(word)


def is_name_ending(word: str) -> bool:
    """Whether this word, after a point, ends a host or file name (``.Com``, ``.Html``)."""
    return word.lower() in NAME_ENDINGS


def is_shouted(word: str) -> bool:
    """Whether the word is a name that is written with an exclamation mark."""
    return word.lower() in SHOUTED or len(word) == 1


def has_lower_point(token: str) -> bool:
    """Whether a point stands inside the token before a small letter, as in hosts, packages and ``e.g``."""
    return bool(_LOWER_POINT.search(token))


def head(word: str) -> str:
    """The word in small letters without what an apostrophe or hyphen adds: ``We've`` is ``we``."""
    small = word.lower()
    return small if small.isalpha() else _JOINT.split(small, maxsplit=1)[0]


def is_brand(word: str) -> bool:
    """Whether the word is a name that is written with a point and a capital after it."""
    return word.lower() in BRANDS


def matches(pattern: regex.Pattern[str], text: str, begins: Iterable[str]) -> list[regex.Match[str]]:
    """What ``finditer`` finds, for a pattern whose matches begin with one of some rare strings: many times faster."""
    places = []
    for beginning in begins:
        place = text.find(beginning) if beginning in text else -1  # most are not, which `in` tells faster
        while place >= 0:
            places.append(place)
            place = text.find(beginning, place + 1)
    found, end = [], 0
    for place in sorted(places):
        match = pattern.match(text, place) if place >= end else None
        if match:
            found.append(match)
            end = match.end()
    return found


def sparse(pattern: regex.Pattern[str], line: str, begins: Iterable[str]) -> list[regex.Match[str]]:
    """The matches (see ``matches``) of a pattern in a line; none if there are more than prose has."""
    found = matches(pattern, line, begins)
    return [] if is_dense(len(found), len(line)) else found


def is_dense(count: int, length: int) -> bool:
    """Whether so many places in a line of ``length`` code points are more than prose has: a pattern, not a text."""
    return count > _MANY and count * _SPARSE > length

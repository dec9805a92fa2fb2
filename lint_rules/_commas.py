"""Commas, colons and semicolons that lost the space after them, told from those in numbers, code, names and lists."""

from __future__ import annotations

from collections.abc import Iterator

from lint_rules._borders import Line
from lint_rules._patterns import pattern
from lint_rules._protected import is_protected, sparse, token_after, token_before, word_after, word_before
from lint_rules._words import words_of

_COMMA = pattern(r"(?<=[\p{L}\p{M}\p{N}%)\]\"”’»“«‘'.])[,،](?=\p{L})|(?<=\p{Ll}{3}),(?=\p{N}{1,4} \p{Ll})")
_COLON = pattern(
    r"(?<=[\p{L}\p{M}\p{N})\]\"”’»])[:;؛](?=\p{L})|(?<=\p{Greek})·(?=\p{Greek})|(?<=\p{Ll}[ \u00a0\u202f])[:;](?=\p{L})"
)
_SPACED = pattern(r"[,،;؛]\s")
_SQUASHED = pattern(r"[,،;؛](?=[\p{L}\p{N}])")
_KEYWORDS = pattern(r",\p{L}[^,\s]*,\p{L}")
_OPTIONS = pattern(r"[\"'“]?\p{Ll}++(?:,\p{Ll}++){2,}+[\"'”]?[.;]?")
_CALL = pattern(r"\w[(\[{][^)\]}]*$")
_WORD = pattern(r"\p{L}[\p{L}\p{M}]*+")
_SPACED_OUT = pattern(r"\p{L}[ \u00a0\u202f]$")
_SENTENCE = pattern(r"\p{Lu}[\p{Ll}\p{M}]*+[,:]? \p{Ll}")  # a capital, then a small word, as a sentence begins
_LABEL = pattern(r"\p{Lu}[\p{L}\p{M}'’-]*+(?: [\p{L}\p{M}'’-]++){0,3}+")
_CONTRACTED = words_of("m ve d ll")
_INITIALS = pattern(r"\p{Lu}\.\p{Lu}")
_PAIR = pattern(r"\(\p{L}{1,2},\p{L}{1,2}\)")  # of mathematics
_UNIT = pattern(r"\p{N}[ \u00a0\u202f]$")
_GENDERED = words_of("in innen r n")  # as in Leser:innen
_NAMESPACES = words_of(
    "category file special user talk template help wikipedia image portal http https mailto meta wikipédia catégorie modèle "
    "utilisateur aide fichier categoría usuario archivo plantilla ayuda utente wikipedysta kategoria plik участник категория "
    "файл шаблон википедия kategorie datei vorlage benutzer hilfe bestand gebruiker sjabloon användare mall fil bruger"
)


def after_commas(line: Line) -> Iterator[int]:
    """The places after commas where a space is missing."""
    found = sparse(_COMMA, line.value, ",،")
    if found and not _is_list(line):
        yield from (m.end() for m in found if _is_comma(line, m.end()))


def after_colons(line: Line) -> Iterator[int]:
    """The places after colons and semicolons where a space is missing."""
    found = sparse(_COLON, line.value, ":;؛·")
    if found and " " in line.value and not _is_list(line):
        yield from (m.end() for m in found if _is_colon(line, m.end()))


def _is_comma(line: Line, place: int) -> bool:
    """Whether the comma before ``place`` has lost its space, and belongs to no list of keywords and no code."""
    value = line.value
    left, right = word_before(value, place - 1), word_after(value, place)
    token = token_before(value, place)
    if is_protected(value, place) or _CALL.search(token) or (left == "I" and right in _CONTRACTED):
        return False
    if _OPTIONS.fullmatch(token + token_after(value, place)):
        return False
    if _KEYWORDS.search(token + right) and not line.is_common(right) and not line.is_common(left):
        return False
    if _PAIR.match(value, place - len(left) - 2):
        return False
    if value[place - 2] == ".":
        return len(right) > 1 and (line.is_common(right) or (len(right) > 2 and right.islower()))
    if len(left) == 1 and _UNIT.search(value, max(0, place - 4), place - 2):
        return len(right) > 1
    if _INITIALS.match(value, place):
        return len(left) > 2
    if not right[0].isalpha():
        return True
    if left.isdigit() or len(right) == 1 or (len(left) == 1 and left not in "IAa"):
        return line.is_common(right) and (len(right) > 1 or value[place + 1 : place + 2] == " ") and len(left) != 1
    return True


def _is_colon(line: Line, place: int) -> bool:
    """Whether the colon or semicolon before ``place`` has lost its space."""
    value = line.value
    left, right = word_before(value, place - 1), word_after(value, place)
    following = value[place + len(right) : place + len(right) + 1]
    if value[place - 2].isspace():
        return line.tongue.languages == {"fr"} and len(right) > 1 and bool(_SPACED_OUT.search(value, 0, place - 1))
    short = len(left) < 3 and not line.is_common(left)
    if is_protected(value, place) or short or not right or not left.isalpha():
        return False
    if value[place - 1] == "·":
        return True
    if value[place - 1] in ";؛":
        return _is_semicolon(line, place, left, right, following)
    if left.lower() in _NAMESPACES or right.startswith("In") or right in _GENDERED or len(right) < 2:
        return False
    if right[0].isupper():
        return line.is_common(right) or (_labels(line, place, left) and bool(_SENTENCE.match(value, place)))
    return line.is_common(right) and len(left) > 2 and (len(left) > 3 or line.is_known(left)) and following in " ,"


def _is_semicolon(line: Line, place: int, left: str, right: str, following: str) -> bool:
    if ":" in token_before(line.value, place):
        return False
    if right[0].isupper() and "\u0370" <= left[-1] <= "\u03ff":
        return True  # the question mark of the Greeks
    if len(right) == 1:
        return line.is_common(right) and following == " "
    return line.is_known(right) or (left.islower() and right.islower() and following in (" ", ","))


def _labels(line: Line, place: int, left: str) -> bool:
    """Whether what stands before the colon introduces a sentence: a small word, or a short label at the line's start."""
    return left.islower() or bool(_LABEL.fullmatch(line.value, 0, place - 1))


def _is_list(line: Line) -> bool:
    """Whether the line writes its commas without spaces and is no prose: keywords, values, code."""
    squashed = len(_SQUASHED.findall(line.value))
    if squashed < 2 or squashed <= len(_SPACED.findall(line.value)):
        return False
    small = sum(map(line.is_common, _WORD.findall(line.value)))
    return small < squashed

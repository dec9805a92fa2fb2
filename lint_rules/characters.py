"""Pack ``characters``: what needs a table or the whole document to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from lint_rules._context import about_markup
from lint_rules._patterns import pattern
from textlint import Change, Fail, Match, Pass, Safety, Text, rule

RANK = 10

_C1 = pattern("[\u0080-\u009f]+")
_MISREAD = pattern("[Â-ô][\u0080-\u00bf]|[\u0080-\u009f]{3}")
_WINDOWS = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


@rule(
    "characters/c1-control",
    severity="error",
    safety="safe",
    rank=RANK,
    anchors=["[\u0080-\u009f]"],
    examples=[
        Fail("a game for tablets ⟪\u0096⟫ soon in stores", fixed="a game for tablets – soon in stores"),
        Fail("He said ⟪\u0093⟫no⟪\u0094⟫ and it⟪\u0092⟫s over⟪\u0085⟫", fixed="He said “no” and it’s over…"),
        Fail("Preis: 5 ⟪\u0080⟫ je Stück", fixed="Preis: 5 € je Stück"),
        Pass("Przysz\u00c5\u0082o\u00c5\u009b\u00c4\u0087 is damage of another kind."),
        Pass("“Quotes” – as they should be…"),
        Pass("An undefined one: a\u0081b"),
    ],
)
def c1_control(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A control character from U+0080 to U+009F where Windows-1252 has a quote, a dash or a sign.

    The text was written in Windows-1252 and read as Latin-1, which has control characters at those places. No program
    uses them, so the characters that were meant can be put back. Lines in which they are a part of damaged UTF-8 are
    left to ``characters/mojibake``.
    """
    for i in lines:
        line, start = text.line(i), text.span(i).start
        if _MISREAD.search(line):
            continue
        for found in _C1.finditer(line):
            meant = "".join(_WINDOWS[char] for char in found[0])
            if len(meant) == len(found[0]):
                place = start + found.start()
                yield Match(place, place + len(meant), changes=(Change(place, place + len(meant), meant),))


_SPACE = r"(?:&(?:amp;){0,8}(?:nbsp|#160|#[xX]0*[aA]0);|&nbsp\b(?!;))"
_SPACES = pattern(rf"[ \t]*+{_SPACE}(?:[ \t]*+{_SPACE})*+[ \t]*+")
_ENTITY = pattern(r"&(?:amp;){0,8}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});")
_AROUND = pattern(r"<[a-zA-Z/!][^<>]{0,2000}+>|`|=\s?[\"']")
_OPERATOR = pattern(r"[=(,*&|<>!+\-]\s?$")
_PLAIN = {"amp", "quot", "apos", "hellip", "mdash", "ndash", "rsquo", "lsquo", "ldquo", "rdquo", "copy", "eacute"}
_MISSPELT = {"emdash": "—", "endash": "–"}
_INVISIBLE = "\u00ad\u200b\ufeff\u2060"


@rule(
    "characters/leftover-entity",
    safety="safe",
    rank=RANK,
    anchors=["&#[0-9xX]", "&[A-Za-z][A-Za-z0-9]*;", "&nbsp"],
    examples=[
        Fail("Fish ⟪&amp;⟫ chips, they don⟪&#8217;⟫t mind", fixed="Fish & chips, they don’t mind"),
        Fail("Cr⟪&#232;⟫me br⟪&ucirc;⟫l⟪&eacute;⟫e", fixed="Crème brûlée"),
        Fail("Rock ⟪&amp;amp;⟫ roll,⟪&nbsp; &#160;⟫they said.⟪ &nbsp;⟫", fixed="Rock & roll, they said."),
        Fail("One.\n⟪&nbsp;⟫\nTwo.", fixed="One.\nTwo."),
        Fail("at 5 ⟪&lt;⟫ 6", fixed="at 5 < 6"),
        Fail("Write ⟪&lt;⟫b⟪&gt;⟫ in HTML.", fixed="Write <b> in HTML."),
        Pass("AT&T; R&D; and Q&A are no entities."),
        Pass("int *total = &sum; f(&pi;);"),
        Pass("https://shop.example/?a=1&copy=2&reg=3"),
        Pass('<a href="/list?a=1&amp;b=2">list</a>'),
        Pass("In a page write `&nbsp;` for it."),
    ],
)
def leftover_entity(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A character that is still written as an HTML entity (``&amp;``, ``&#8217;``).

    The page was escaped once too often, or its markup was stripped without decoding what was left. Escapes of escapes
    (``&amp;amp;``) are undone down to the character. Lines that hold tags or code are left alone, and in a document
    that talks about markup, or where a bracket would come out, the fix is unsafe: there the entity may be meant.
    """
    explains: bool | None = None
    for i in lines:
        line, start = text.line(i), text.span(i).start
        if _AROUND.search(line):
            continue
        for low, high, char in [*_spaces(line), *_signs(line)]:
            explains = about_markup(text) if explains is None else explains
            doubt = explains or (char in "<>" and not _compares(line, low, high))
            change = Change(start + low, start + high, char)
            yield Match(
                start + low, start + high, changes=(change,), safety=Safety.UNSAFE if doubt else None,
                because="the text may be showing markup" if doubt else None,
            )  # fmt: skip


def _spaces(line: str) -> Iterator[tuple[int, int, str]]:
    """Runs of escaped spaces, with the plain ones beside them: one space, or none at the line's ends."""
    for found in _SPACES.finditer(line):
        low, high = found.span()
        yield low, high, " " if low and high < len(line) else ""


def _signs(line: str) -> Iterator[tuple[int, int, str]]:
    """All other entities and the characters that they stand for."""
    for found in _ENTITY.finditer(line):
        char = _decoded(found[0], line[max(0, found.start() - 2) : found.start()])
        if char is not None:
            yield *found.span(), char


def _decoded(entity: str, before: str) -> str | None:
    """The character that an entity stands for; None where it is no entity, or one that nobody writes in a text."""
    from html import unescape  # the table of all entities takes time to load, and few texts hold any
    from html.entities import name2codepoint

    name = entity.strip("&;").rpartition("amp;")[2] or "amp"
    if not name.startswith("#"):
        if name not in _PLAIN and _OPERATOR.search(before):
            return None
        if name not in name2codepoint and name not in ("apos", *_MISSPELT):
            return None
    char = _MISSPELT.get(name) or unescape(f"&{name};")
    if char in _INVISIBLE:
        return ""
    return char if len(char) == 1 and char.isprintable() and char not in "\ufffd\xa0" else None


def _compares(line: str, low: int, high: int) -> bool:
    """Whether the bracket stands between spaces, as a sign of comparison does."""
    return line[max(0, low - 1) : low] == " " and line[high : high + 1] == " "


_MARK = pattern("[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = pattern(r"[\p{bc=R}\p{bc=AL}--[\u200f]]", regex.V1)


@rule(
    "characters/directional-mark",
    safety="safe",
    rank=RANK,
    anchors=["[\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"],
    examples=[
        Fail("News and updates ⟪\u200e⟫", fixed="News and updates "),
        Fail("a quote from ⟪\u2066⟫@someone⟪\u2069⟫ today", fixed="a quote from @someone today"),
        Pass("The word \u200fשלום!\u200f is a greeting."),
        Pass("قال: \u202bنعم\u202c، C++\u200e"),
    ],
)
def directional_mark(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A mark for the direction of writing in a text that has but one direction.

    Social networks and translated pages put these marks round names and numbers. Without a letter that is written from
    right to left they do nothing. A text with Hebrew, Arabic or other such letters keeps them all.
    """
    if _RIGHT_TO_LEFT.search(text.value):
        return
    for i in lines:
        start, end = text.span(i)
        for found in _MARK.finditer(text.value, start, end):
            yield Match(*found.span(), changes=(Change(*found.span(), ""),))


_PAIR = pattern("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


@rule(
    "characters/lone-surrogate",
    severity="error",
    safety="safe",
    rank=RANK,
    anchors=["\ufffd"],
    examples=[
        Fail("A smile: ⟪\ud83d\ude00⟫", fixed="A smile: \U0001f600"),
        Fail("Half of one: ⟪\ud83d⟫"),
        Pass("A smile: \U0001f600"),
        Pass("A character that could not be read: \ufffd"),
    ],
)
def lone_surrogate(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Half of a character from beyond U+FFFF.

    Text cut between the two halves of a UTF-16 pair, or escaped twice, leaves code points that no file can hold. Two
    halves that stand together are joined; a lone one is only reported, since the other is gone.
    """
    for i in lines:
        start, end = text.span(i)
        for found in _PAIR.finditer(text.value, start, end):
            pair = found[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") if len(found[0]) == 2 else ""
            yield Match(*found.span(), changes=(Change(*found.span(), pair),) if pair else ())

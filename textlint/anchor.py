"""What must stand in a line before a rule can have anything to say about it: anchors, seen by one scan of a batch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from textlint.regexes import compiled


@dataclass(frozen=True, slots=True)
class Anchor:
    r"""A regular expression in the syntax that Hyperscan and ``regex`` share, matched inside one line.

    No look-around, back-reference, ``\b``, or possessive quantifier; ``\w``, ``\d`` and ``\s`` are ASCII;
    case counts unless the expression starts with ``(?i)``. ``^`` and ``$`` are the ends of the line.
    """

    expression: str


@dataclass(frozen=True, slots=True)
class TermAnchor:
    """A folded phrase (see :func:`textlint.fold.fold`) without placeholders, and the ends of the line that it must touch.

    Up to EDGE bytes of punctuation, symbols and white space between the phrase and the line's end do not count.
    """

    phrase: str
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LineAnchor:
    """Folded phrases without placeholders, one of which is a whole line, but for what a TermAnchor leaves out of account.

    One anchor holds all such phrases of a rule. There may be thousands, so that it is told from others by identity.
    """

    phrases: tuple[str, ...]


EDGE = 32  # bytes of punctuation, symbols and white space that may stand between a phrase and the end of its line

Scanned = Anchor | TermAnchor
AnyAnchor = Scanned | LineAnchor


class AnchorError(ValueError):
    """An anchor that cannot be scanned for."""

    def __init__(self, anchor: Scanned, reason: str) -> None:
        expression = anchor.expression if isinstance(anchor, Anchor) else anchor.phrase
        super().__init__(f"not an anchor: {reason.rstrip('.')}: {expression!r}")
        self.anchor = anchor


_TOKEN = (
    r"(?P<barred>\(\?(?:<?[=!]|>|P=)|\\[bBGKXRN1-9]|[*+?}]\+)|\\.|\(\?(?:P?<\w+>|[a-z]*[:)])"
    r"|(?P<set>\[(?!\])(?P<none>\^?)\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])|(?P<end>\$)|(?P<dotted>[iI])"
)
_CODE = r"\\\\|\\(?:x\{(?P<code>[0-9A-Fa-f]{1,6})\}|u(?P<code>[0-9A-Fa-f]{4})|U(?P<code>[0-9A-Fa-f]{8}))"
_SURROGATE = "[\ud800-\udfff]"


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """Those three, compiled; most starts need none."""
    return compiled(_TOKEN, regex.S), compiled(_CODE), compiled(_SURROGATE)


def _character(escape: str, code: str | None) -> str:
    """What stands for an escape: the character itself where its code was written, which some scanners cannot read."""
    number = int(code or "0", 16)
    if not 0 < number < 0x110000:
        return escape
    return f"\\x{number:02x}" if number < 128 else chr(number)


def portable(anchor: Anchor, dotted: bool = True) -> str:
    """The expression as every scanner runs it, so that all find it on the same lines.

    ``$`` stands before a carriage return too; where case does not count ``i`` is also U+0130, which some libraries leave
    out; a lone surrogate is what a batch has in its place. Raises AnchorError for syntax that not every scanner knows.
    With ``dotted=False`` U+0130 is left to a scan that looks at its lines with ``i`` in its place, but for expressions
    that name it themselves.
    """
    token, code, surrogate = _patterns()
    plain = code.sub(lambda m: _character(m[0], m["code"]), anchor.expression)
    caseless = plain.startswith("(?i)") and (dotted or "\u0130" in plain)

    def rewritten(part: regex.Match[str]) -> str:
        if part["barred"]:
            raise AnchorError(anchor, f"{part['barred']} is not known to every scanner")
        if part["end"]:
            return "\\r?$"
        if caseless and part["dotted"]:
            return "[iI\u0130]"
        if not caseless or not part["set"] or part["none"]:
            return part[0]
        held = part[0][1:]
        return f"[\u0130\\{held}" if held.startswith("-") else f"[\u0130{held}"  # a hyphen after it would be a range

    return surrogate.sub("\ufffd", token.sub(rewritten, plain).replace("\0", "\\x00"))

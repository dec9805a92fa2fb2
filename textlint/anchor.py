"""What must stand in a line before a rule can have anything to say about it: anchors, seen by one scan of a batch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    r"""A regular expression in the syntax that Hyperscan and ``regex`` share, matched inside one line.

    No look-around, back-reference, ``\b``, ``\p``, lazy or possessive quantifier; ``\w``, ``\d`` and ``\s`` are ASCII;
    case counts unless the expression starts with ``(?i)``.
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


EDGE = 32  # bytes of punctuation, symbols and white space that may stand between a phrase and the end of its line

AnyAnchor = Anchor | TermAnchor

r"""Change a JSON string literal in place: every byte that no edit touches stays as it is.

The same text can be written in many ways (``é`` or ``\u00e9``, ``/`` or ``\/``), and re-encoding a whole string would
change them all. So edits, which count code points of the decoded text, are brought to their places in the literal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textlint import edits as text_edits
from textlint.edits import EditError, Replacement

_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(_PAIR + r"|\\u[0-9a-fA-F]{4}|\\.")  # one match is one code point
_NON_ASCII_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u(?!00[0-7])")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TWO_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class ExactEdit(NamedTuple):
    """An edit that knows the exact bytes to put in (the inside of a JSON string), as undoing needs them."""

    start: int
    end: int
    after: str
    raw: bytes | None


def decode(raw: bytes) -> str:
    """The text of a JSON string literal; lone surrogates stay lone surrogates.

    Raises ValueError when it is not valid JSON in UTF-8.
    """
    text: str = json.loads(raw.decode("utf-8"))
    return text


def encode(text: str, ascii_only: bool) -> bytes:
    """A text as the inside of a JSON string literal: raw UTF-8 or escapes, lone surrogates always as escapes."""
    literal = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    try:
        return literal.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", literal).encode("utf-8")


def is_ascii_style(raw: bytes) -> bool:
    r"""Whether a literal is written in ASCII only: it escapes a non-ASCII character (``\u00e9``) and holds none raw."""
    return raw.isascii() and b"\\u" in raw and _NON_ASCII_ESCAPE.search(raw.decode("ascii")) is not None


def holds(text: str) -> bool:
    """Whether JSON can hold the text: two lone surrogates that make a pair would be read as one character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _TWO_HALVES.search(text) is None
    return True


def splice(raw: bytes, edits: Iterable[Replacement]) -> bytes:
    """Put ``edits`` (sorted, disjoint, code points of the decoded text) into a literal; all other bytes stay.

    New text is written in the literal's own style; an ExactEdit's bytes are put in as they are.

    >>> splice(rb'"a\\u00e9 b\\/c"', [ExactEdit(2, 3, "\\u00ef", None)])
    b'"a\\\\u00e9\\\\u00efb\\\\/c"'

    Raises EditError when edits overlap, lie outside the text, or would make two lone surrogates one character.
    """
    wanted = list(edits)
    changed = _rewritten(raw, wanted) or _spliced(raw, wanted)
    if b"\\u" in changed and _SURROGATE_ESCAPE.search(changed.decode("utf-8")):
        _check_surrogates(raw, wanted, changed)
    return changed


def _rewritten(raw: bytes, edits: Sequence[Replacement]) -> bytes | None:
    """The changed text written as a whole: much faster, and the same where that is how the literal was written."""
    if any(isinstance(edit, ExactEdit) for edit in edits):
        return None
    text, ascii_only = decode(raw), is_ascii_style(raw)
    if encode(text, ascii_only) != raw[1:-1]:
        return None
    return b'"%b"' % encode(text_edits.apply(text, edits), ascii_only)


def _spliced(raw: bytes, edits: Sequence[Replacement]) -> bytes:
    """The literal with the edits put in one by one."""
    body, ascii_only = raw[1:-1].decode("utf-8"), is_ascii_style(raw)
    places = _places(body, _bounds(edits))
    pieces, at = [b'"'], 0
    for edit, start, end in zip(edits, places[::2], places[1::2], strict=True):
        exact = edit.raw if isinstance(edit, ExactEdit) else None
        pieces += [body[at:start].encode("utf-8"), encode(edit.after, ascii_only) if exact is None else exact]
        at = end
    return b"".join([*pieces, body[at:].encode("utf-8"), b'"'])


def cut(raw: bytes, start: int, end: int) -> bytes:
    """The bytes of a literal that hold the code points ``[start, end)`` of its text.

    Raises EditError when they lie outside the text.
    """
    return _cut(raw, [start, end])[0]


def originals(raw: bytes, edits: Sequence[Replacement]) -> list[bytes | None]:
    """For each edit the exact bytes it replaces, or None where encoding the text again gives these very bytes.

    "Again" is in the style of the literal that the edits make, because that is the one undoing starts from.
    """
    if not (b"\\u" in raw or b"\\/" in raw) and all(edit.after.isascii() for edit in edits):
        return [None] * len(edits)  # all other escapes have to be there, and can be written in no other way
    ascii_only = is_ascii_style(splice(raw, edits))
    if not needs_raw(raw[1:-1], ascii_only):
        return [None] * len(edits)
    pieces = _cut(raw, _bounds(edits))
    return [piece if needs_raw(piece, ascii_only) else None for piece in pieces]


def needs_raw(piece: bytes, ascii_only: bool) -> bool:
    """Whether decoding a piece of a literal, or all of its inside, and encoding it again gives other bytes."""
    return encode(decode(b'"' + piece + b'"'), ascii_only) != piece


def _cut(raw: bytes, bounds: Sequence[int]) -> list[bytes]:
    body = raw[1:-1].decode("utf-8")
    places = _places(body, bounds)
    return [body[start:end].encode("utf-8") for start, end in zip(places[::2], places[1::2], strict=True)]


def _bounds(edits: Iterable[Replacement]) -> list[int]:
    """Start and end of every edit, in one row."""
    return [bound for edit in edits for bound in (edit.start, edit.end)]


def _places(body: str, points: Sequence[int]) -> list[int]:
    """Where code points of the decoded text stand in the inside of its literal; raises EditError unless they ascend."""
    if points and (points[0] < 0 or list(points) != sorted(points)):
        raise EditError("edits overlap, are out of order, or start before the text")
    places, longer = [], 0  # longer: how many characters more the escapes so far take than what they stand for
    escapes = _ESCAPE.finditer(body)
    escape = next(escapes, None)
    for point in points:
        while escape and escape.start() - longer < point:
            longer += escape.end() - escape.start() - 1
            escape = next(escapes, None)
        places.append(point + longer)
    if places and places[-1] > len(body):
        raise EditError("an edit reaches past the end of the text")
    return places


def _check_surrogates(raw: bytes, edits: Iterable[Replacement], changed: bytes) -> None:
    """Make sure that no lone half of a surrogate pair met its other half."""
    if decode(changed) != text_edits.apply(decode(raw), edits):
        raise EditError("the edits would put two lone surrogates side by side, which JSON reads as one character")

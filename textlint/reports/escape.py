"""Text from anywhere made harmless where it is shown: on terminals, in JSON, in Markdown and in GitHub's commands.

A linted text is hostile until it is escaped: it may hold terminal sequences, overrides of the writing direction,
Markdown, HTML, or commands to the CI service that reads the log.
"""

from __future__ import annotations

import re

_UNSEEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_LONE_JOINER = r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"  # others: Persian words, emoji
_CI_COMMAND = r"(?<=##)\[|(?<=##vso)\["  # CI services obey ##[command] wherever it stands in a line
_HIDDEN = re.compile(f"[{_UNSEEN}]|{_LONE_JOINER}|{_CI_COMMAND}")
_HIDDEN_OR_CONTROL = re.compile(f"[\0-\x1f]|{_HIDDEN.pattern}")
_OUTER_SPACES = re.compile(r"\A +| +\Z")
_MARKDOWN = re.compile(r"[\\`*_\[\]~|$]|:(?=[\w+-]+:)")
_MARKDOWN_START = re.compile(r"\A[#+\-=>\d ]")  # would start a heading, a list, a quotation or a block of code
_TICKS = re.compile("`+")

NOTHING = "(nothing)"
"""What is said where a text is empty."""


def visible(text: str) -> str:
    r"""A text on one line, safe to print: a line feed as ``⏎``, all else that is no visible character as its escape.

    >>> visible("one\ntwo\x1b[2J\u202e")
    'one⏎two\\x1b[2J\\u202e'
    """
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return _HIDDEN_OR_CONTROL.sub(_escape, text)


def spaced(text: str) -> str:
    """The same with the spaces at its ends shown as ``␣``: for text that stands alone and may be nothing but space."""
    return _OUTER_SPACES.sub(lambda spaces: "␣" * len(spaces[0]), visible(text))


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\n":
        return "⏎"
    return "\\x5b" if char == "[" else char.encode("unicode_escape").decode("ascii")


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` code points: the middle of a longer text is an ellipsis."""
    if len(text) <= limit:
        return text
    tail = (limit - 1) // 2
    return f"{text[: limit - 1 - tail]}…{text[len(text) - tail :]}"


def json_text(encoded: str) -> str:
    """JSON that holds the same values, with what a terminal might obey or UTF-8 cannot hold written as ``\\uXXXX``."""
    if encoded.isascii() and "\x7f" not in encoded and "##" not in encoded:
        return encoded
    return _HIDDEN.sub(_units, encoded)


def _units(match: re.Match[str]) -> str:
    """A code point as JSON escapes, two for one beyond U+FFFF."""
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def prose(text: str) -> str:
    """Text as Markdown that renders as this text, in a paragraph or a table cell."""
    import html

    escaped = html.escape(_MARKDOWN.sub(r"\\\g<0>", visible(text)), quote=False)
    return _MARKDOWN_START.sub(lambda start: f"&#{ord(start[0])};", escaped)


def code(text: str, cell: bool = False) -> str:
    """Text as a Markdown code span; ``cell`` for one in a table, where a pipe would end the cell.

    Spaces at its ends are shown as ``␣``; nothing at all is said in words.
    """
    shown = spaced(text)
    if not shown:
        return NOTHING
    ticks = _ticks(shown, 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    span = f"{ticks}{pad}{shown}{pad}{ticks}"
    return span.replace("|", "\\|") if cell else span


def fence(lines: list[str], language: str) -> str:
    """Lines (visible already) as a Markdown code block that none of them can end."""
    ticks = _ticks("\n".join(lines), 3)
    return "\n".join([ticks + language, *lines, ticks])


def _ticks(text: str, least: int) -> str:
    """A run of backticks longer than any in the text."""
    return "`" * max([least, *(len(run) + 1 for run in _TICKS.findall(text))])


def command_message(text: str) -> str:
    """Text as the message of a GitHub workflow command; line ends, which would end it, are made visible."""
    return visible(text).replace("%", "%25")


def command_property(text: str) -> str:
    """Text as the value of a property of a GitHub workflow command."""
    return command_message(text).replace(":", "%3A").replace(",", "%2C")

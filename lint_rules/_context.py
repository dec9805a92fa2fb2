"""Whether a document talks about markup and code: what is debris in a recipe is the subject of a tutorial."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import regex

from lint_rules._patterns import pattern
from textlint import Text

_SUBJECT = pattern(
    r"\b(?:X?HTML\d?|XML|XSLT?|CSS\d?|SGML|JavaScript|JSON|PHP|BBCode|Markdown|[Mm]arkup|[Ww]iki ?text|WYSIWYG|"
    r"[Hh]ypertext|[Tt]ags?\s+(?:and attributes|like|such as)|HTML-Tags?|[Cc]haracter (?:entity|entities|references?)|"
    r"[Ss]ource code|[Ss]yntax|[Ss]hort-?codes?|[Tt]emplate (?:language|engine)|Jinja|[Rr]egex|[Ss]nippets?|"
    r"[Ww]eb[Dd]ev)\b"
)
_TAG = pattern(r"<[^<>]{0,2000}+>")
_CODE_LINE = pattern(
    r"^(?:```|~~~|>>> |\$ \S|#!/|#include\b|import \w|from \w+ import|(?:def|class|public|private|static) \w.*[:{(]$)",
    regex.M,
)


_ABOUT: WeakKeyDictionary[Text, bool] = WeakKeyDictionary()


def about_markup(text: Text) -> bool:
    """Whether the document names markup or programming outside of tags, or shows a program.

    A fix that takes markup away is only ``safe`` where this is false.
    """
    if text not in _ABOUT:
        _ABOUT[text] = _is_about(text.value)
    return _ABOUT[text]


def _is_about(value: str) -> bool:
    if "```" in value or _CODE_LINE.search(value):
        return True
    return bool(_SUBJECT.search(_TAG.sub(" ", value) if "<" in value else value))

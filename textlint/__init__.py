"""Finds and repairs what scraping leaves in text.

>>> import textlint
>>> textlint.Linter(select=["footer"]).fix("He left on Monday.\\nComments are closed.").text
'He left on Monday.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textlint.batch import Batch
    from textlint.edits import EditError, apply, revert
    from textlint.finding import Change, Document, Edit, Finding, Fix, Match, Result, Safety, Severity, Span
    from textlint.linemodel.verdicts import LineVerdict, line_verdicts, page_starts, readable_model
    from textlint.linter import Linter
    from textlint.regexes import compiled
    from textlint.rules import Fail, Pass, Rule, rule
    from textlint.source import SourceError
    from textlint.text import Text

__version__ = "0.1.0"

_HOMES = {
    "batch": ["Batch"],
    "edits": ["EditError", "apply", "revert"],
    "finding": ["Change", "Document", "Edit", "Finding", "Fix", "Match", "Result", "Safety", "Severity", "Span"],
    "linemodel.verdicts": ["LineVerdict", "line_verdicts", "page_starts", "readable_model"],
    "linter": ["Linter"],
    "regexes": ["compiled"],
    "rules": ["Fail", "Pass", "Rule", "rule"],
    "source": ["SourceError"],
    "text": ["Text"],
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}
__all__ = [
    "Batch", "Change", "Document", "Edit", "EditError", "Fail", "Finding", "Fix", "LineVerdict", "Linter", "Match", "Pass",
    "Result", "Rule", "Safety", "Severity", "SourceError", "Span", "Text", "__version__", "apply", "compiled", "line_verdicts",
    "page_starts", "readable_model", "revert", "rule",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public names are imported when they are first asked for: `textlint --version` needs none of them."""
    if name not in _HOME:
        raise AttributeError(f"module 'textlint' has no attribute '{name}'")
    import importlib

    return getattr(importlib.import_module(f"textlint.{_HOME[name]}"), name)

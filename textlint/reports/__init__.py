"""Results for people and machines, one format a file.

``STREAMS`` take findings as they come and the Report at the end; ``REPORTS`` make one text of a whole Report;
``word_diff`` shows what edits change in one document. All text from outside is escaped for where it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textlint.reports.diff import word_diff
    from textlint.reports.formats import REPORTS, STREAMS, Stream, report_maker
    from textlint.reports.report import Report, as_dict
    from textlint.reports.terminal import TextStream, problems, summary

_HOME = {
    "REPORTS": "formats",
    "STREAMS": "formats",
    "Report": "report",
    "Stream": "formats",
    "TextStream": "terminal",
    "as_dict": "report",
    "problems": "terminal",
    "report_maker": "formats",
    "summary": "terminal",
    "word_diff": "diff",
}
__all__ = [
    "REPORTS",
    "STREAMS",
    "Report",
    "Stream",
    "TextStream",
    "as_dict",
    "problems",
    "report_maker",
    "summary",
    "word_diff",
]


def __getattr__(name: str) -> Any:
    """The names are imported when they are first asked for: a run needs one or two of the formats."""
    if name not in _HOME:
        raise AttributeError(f"module 'textlint.reports' has no attribute '{name}'")
    import importlib

    return getattr(importlib.import_module(f"textlint.reports.{_HOME[name]}"), name)

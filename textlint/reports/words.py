"""Counts, places and the outcome of a run in words."""

from __future__ import annotations

from textlint.finding import Severity
from textlint.io.errors import shown
from textlint.reports.escape import shorten, visible
from textlint.reports.report import Report
from textlint.reports.tally import Tally

LONGEST_ID = 60  # code points of a record's id that are told


def counted(count: int, what: str) -> str:
    """``1 finding``, ``1,234 findings``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def where(path: str, id: str | int) -> str:
    """A file, or a record by its id: ``pages.jsonl [17]``; safe to print."""
    file = visible(shown(path))
    return file if id == path else f"{file} [{visible(shorten(str(id), LONGEST_ID))}]"


def outcome(report: Report) -> str:
    """The run in one sentence: ``12 findings in 3 of 40 documents; 9 fixed, 2 can be fixed with --unsafe-fixes``."""
    tally, total = report.tally, report.tally.total()
    documents = counted(tally.documents, "document")
    if total.findings:
        said = f"{counted(total.findings, 'finding')} in {tally.flagged:,} of {documents}; {_fixes(report)}"
    else:
        said = f"No findings in {documents}"
    if tally.bad_records:
        said += f"; {counted(tally.bad_records, 'problem')} with records, passed through as they are"
    if report.errors:
        said += f"; {counted(len(report.errors), 'input')} failed"
    return said


def _fixes(report: Report) -> str:
    total = report.tally.total()
    can = "can be fixed with --unsafe-fixes"
    if report.command == "fix":
        said = f"{total.fixed:,} fixed" if total.fixed else "none fixed"
        return f"{said}, {total.unsafe:,} {can}" if total.unsafe else said
    if not total.fixed:
        return f"{total.unsafe:,} {can}" if total.unsafe else "none can be fixed"
    return f"{total.fixed:,} can be fixed" + (f", {total.unsafe:,} more with --unsafe-fixes" if total.unsafe else "")


def severities(tally: Tally) -> list[str]:
    """How many findings there are of each severity that has any, the worst first."""
    counts = {s: tally.severities[s.value] for s in reversed(Severity)}
    return [f"{n:,} info" if s is Severity.INFO else counted(n, s.value) for s, n in counts.items() if n]


def totals(report: Report) -> list[str]:
    """What was read and how it came out, count by count."""
    tally = report.tally
    parts = [
        counted(tally.documents, "document"),
        counted(tally.characters, "character"),
        f"{tally.flagged:,} with findings",
        f"{tally.changed:,} {'changed' if report.command == 'fix' else 'would change'}",
    ]
    parts += severities(tally)
    if tally.proposed_drops:
        parts.append(f"{tally.proposed_drops:,} proposed to drop")
    return [*parts, f"{report.seconds:.1f} s"]

"""Where a run's time went: by stage, and by rule beside what the rule found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.reports.escape import visible
from textlint.reports.report import Report, stages

SHOWN = 30  # rules that are listed, the dearest first


def profile(report: Report) -> str:
    """Two tables: seconds and their share by stage, and by rule with its findings and milliseconds a finding.

    Seconds are those of all workers together, without starting them and waiting for disks.
    """
    total = sum(spent for _, spent in stages(report.tally)) or 1.0
    parts = [*_table([("stage", "seconds", "share"), *_stages(report, total)]), ""]
    parts += _table([("rule", "seconds", "share", "findings", "ms a finding"), *_rules(report, total)])
    return "\n".join(parts) + "\n"


def _stages(report: Report, total: float) -> Iterator[tuple[str, ...]]:
    for name, spent in stages(report.tally):
        yield name, f"{spent:.2f}", f"{spent / total:.1%}"


def _rules(report: Report, total: float) -> Iterator[tuple[str, ...]]:
    rules = sorted(report.tally.rules.items(), key=lambda pair: (-pair[1].seconds, pair[0]))
    for name, rule in rules[:SHOWN]:
        each = f"{1000 * rule.seconds / rule.findings:.2f}" if rule.findings else "-"
        yield visible(name), f"{rule.seconds:.2f}", f"{rule.seconds / total:.1%}", f"{rule.findings:,}", each
    rest = [rule for _, rule in rules[SHOWN:]]
    if rest:
        spent = sum(rule.seconds for rule in rest)
        found = sum(rule.findings for rule in rest)
        yield f"{len(rest)} more", f"{spent:.2f}", f"{spent / total:.1%}", f"{found:,}", ""


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows in columns, the first flush left, the others flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]

"""Markdown, as GitHub renders it: the outcome, a table by rule, and a section a rule."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.io.errors import shown
from textlint.reports.escape import code, fence, prose, visible
from textlint.reports.report import Report, frequent, per_million, ranked, share
from textlint.reports.tally import RuleTally, Sample, Tally
from textlint.reports.words import counted, outcome, severities, where

HEAD = ("rule", "findings", "fixed", "documents", "share", "removed", "added", "per million characters")
CHECK_HEAD = ("rule", "findings", "fixable", "documents", "share", "to remove", "to add", "per million characters")


def markdown_report(report: Report) -> str:
    """The report as Markdown; all that comes from texts, paths and rules is escaped or stands in code."""
    lines = [f"# textlint {report.command}", "", f"**{outcome(report)}**", "", *_facts(report)]
    rules = ranked(report.tally)
    if rules:
        lines += ["", "## Rules", "", *_table(report)]
    for name, rule in rules:
        lines += ["", f"### {code(name)}", "", *_section(name, rule, report)]
    if report.problems:
        lines += ["", "## Problems", "", *(f"- {code(str(problem))}" for problem in report.problems)]
    if report.errors:
        lines += ["", "## Errors", "", *(f"- {code(error)}" for error in report.errors)]
    return "\n".join(lines) + "\n"


def _facts(report: Report) -> Iterator[str]:
    tally = report.tally
    yield f"- {counted(tally.documents, 'document')} with {counted(tally.characters, 'character')}"
    change = "changed" if report.command == "fix" else "would change"
    yield f"- {tally.flagged:,} with findings, {tally.changed:,} {change}"
    if levels := severities(tally):
        yield f"- {', '.join(levels)}"
    if tally.proposed_drops:
        yield f"- {tally.proposed_drops:,} proposed to drop"
    yield f"- config: {code(shown(report.config)) if report.config else 'the defaults'}"
    yield f"- seconds: {report.seconds:.1f}"


def _table(report: Report) -> Iterator[str]:
    head = HEAD if report.command == "fix" else CHECK_HEAD
    yield f"| {' | '.join(head)} |"
    yield f"|:--|{'--:|' * (len(head) - 1)}"
    for name, rule in ranked(report.tally):
        yield _row(code(name, cell=True), rule, report.tally)
    yield _row("all rules", report.tally.total(), report.tally)


def _row(name: str, rule: RuleTally, tally: Tally) -> str:
    counts = [f"{n:,}" for n in (rule.findings, rule.fixed, rule.documents)]
    counts += [f"{share(rule.documents, tally):.2%}", f"{rule.removed:,}", f"{rule.added:,}"]
    return f"| {name} | {' | '.join(counts)} | {per_million(rule.findings, tally):,.1f} |"


def _section(name: str, rule: RuleTally, report: Report) -> Iterator[str]:
    if about := report.about.get(name):
        yield from (prose(about), "")
    waiting = f", {rule.unsafe:,} more with `--unsafe-fixes`" if rule.unsafe else ""
    done = "fixed" if report.command == "fix" else "can be fixed"
    found = f"{counted(rule.findings, 'finding')} in {counted(rule.documents, 'document')}"
    yield f"{found}, {rule.fixed:,} {done}{waiting}."
    if matched := frequent(rule):
        yield from ("", "Most frequent:", "", *(f"- {count:,} × {code(text)}" for text, count in matched))
    if rule.samples:
        yield from ("", "Samples:", "", fence([line for sample in rule.samples for line in _sample(sample)], "diff"))


def _sample(sample: Sample) -> Iterator[str]:
    """A sample as lines of a diff, what was found and what comes instead between ``⟪ ⟫``."""
    yield f"@@ {where(sample.path, sample.id)} at {sample.start:,} @@"
    left, right = visible(sample.left), visible(sample.right)
    yield f"{' ' if sample.after is None else '-'} {left}⟪{visible(sample.text)}⟫{right}"
    if sample.after is not None:
        yield f"+ {left}⟪{visible(sample.after)}⟫{right}"

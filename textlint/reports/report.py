"""A whole run as one value, and as the plain structure that all machine-readable reports share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from textlint.finding import Severity
from textlint.io.errors import Problem
from textlint.reports.rows import plain
from textlint.reports.tally import RuleTally, Tally

STAGES = ("read", "scan", "rules", "repair", "write")
FREQUENT = 20  # matched strings that are told a rule


@dataclass(frozen=True, slots=True)
class Report:
    """What a run came to. For ``check`` the counts of what was fixed, removed and added say what ``fix`` would do.

    ``errors`` are the inputs that could not be read to their end, a line each; ``seconds`` is the time the run took;
    ``about`` says in words what each rule (by id) finds; ``config`` is the config file's path, None for the defaults.
    """

    command: Literal["check", "fix"]
    tally: Tally
    problems: Sequence[Problem] = ()
    errors: Sequence[str] = ()
    seconds: float = 0.0
    about: Mapping[str, str] = field(default_factory=dict)
    config: str | None = None


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain dicts and lists in a fixed order; but for the keys named ``seconds``, same in, same out.

    Rules come in the order of their findings, most first. ``removed``, ``added`` and ``characters`` are code points,
    ``share`` is a part of all documents, ``per_million`` counts findings on a million code points.
    """
    tally = report.tally
    return {
        "command": report.command,
        "config": report.config,
        "documents": tally.documents,
        "flagged": tally.flagged,
        "changed": tally.changed,
        "proposed_drops": tally.proposed_drops,
        "bad_records": tally.bad_records,
        "characters": tally.characters,
        "severities": {s.value: tally.severities[s.value] for s in reversed(Severity)},
        "total": _counts(tally.total(), tally),
        "rules": [_rule(name, rule, report) for name, rule in ranked(tally)],
        "problems": [
            {"path": p.path, "record": p.record, "offset": p.offset, "message": p.message} for p in report.problems
        ],
        "errors": list(report.errors),
        "stages": [{"stage": name, "seconds": round(spent, 6)} for name, spent in stages(tally)],
        "seconds": round(report.seconds, 3),
    }


def ranked(tally: Tally) -> list[tuple[str, RuleTally]]:
    """The rules that found something with their counts: most findings first, then by id."""
    found = [(name, rule) for name, rule in tally.rules.items() if rule.findings]
    return sorted(found, key=lambda pair: (-pair[1].findings, pair[0]))


def stages(tally: Tally) -> list[tuple[str, float]]:
    """The seconds that each stage took, in all workers together, in the order of a document's way."""
    rules = sum(rule.seconds for rule in tally.rules.values())
    return [(name, rules if name == "rules" else tally.stages[name]) for name in STAGES]


def share(documents: int, tally: Tally) -> float:
    """Which part of all documents these are, 0 to 1."""
    return documents / tally.documents if tally.documents else 0.0


def per_million(findings: int, tally: Tally) -> float:
    """How many findings there are on a million code points."""
    return findings * 1e6 / tally.characters if tally.characters else 0.0


def frequent(rule: RuleTally, most: int = FREQUENT) -> list[tuple[str, int]]:
    """The strings that a rule matched most often, with their counts; where these are equal, by code point.

    The empty string, which is matched where something is missing, tells nothing and is left out.
    """
    matched = [(text, count) for text, count in rule.matched.items() if text]
    return sorted(matched, key=lambda pair: (-pair[1], pair[0]))[:most]


def _counts(rule: RuleTally, tally: Tally) -> dict[str, Any]:
    return {
        "findings": rule.findings,
        "fixed": rule.fixed,
        "fixable": rule.fixable,
        "unsafe": rule.unsafe,
        "documents": rule.documents,
        "share": round(share(rule.documents, tally), 6),
        "removed": rule.removed,
        "added": rule.added,
        "per_million": round(per_million(rule.findings, tally), 3),
        "seconds": round(rule.seconds, 6),
    }


def _rule(name: str, rule: RuleTally, report: Report) -> dict[str, Any]:
    return {
        "id": name,
        "about": report.about.get(name, ""),
        **_counts(rule, report.tally),
        "matched": [{"text": text, "count": count} for text, count in frequent(rule)],
        "samples": [plain(sample) for sample in rule.samples],
    }

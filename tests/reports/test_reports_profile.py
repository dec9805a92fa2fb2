"""Where a run's time went."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from running import Run

from textlint.reports.profile import SHOWN, profile
from textlint.reports.report import STAGES, Report, stages
from textlint.reports.tally import RuleTally, Tally


def tally(rules: dict[str, RuleTally]) -> Tally:
    spent: Counter[str] = Counter()
    spent.update({"read": 0.5, "scan": 1.0, "repair": 0.25, "write": 0.25})
    return Tally(documents=2, rules=rules, stages=spent)


def test_rules_and_stages_are_shown_with_their_shares() -> None:
    told = profile(
        Report("fix", tally({"a/dear": RuleTally(findings=4, seconds=1.5), "b/idle": RuleTally(seconds=0.5)}))
    )
    assert [line.split() for line in told.splitlines()] == [
        ["stage", "seconds", "share"],
        ["read", "0.50", "12.5%"],
        ["scan", "1.00", "25.0%"],
        ["rules", "2.00", "50.0%"],
        ["repair", "0.25", "6.2%"],
        ["write", "0.25", "6.2%"],
        [],
        ["rule", "seconds", "share", "findings", "ms", "a", "finding"],
        ["a/dear", "1.50", "37.5%", "4", "375.00"],
        ["b/idle", "0.50", "12.5%", "0", "-"],
    ]


def test_many_rules_are_summed_up_and_names_are_safe_to_print() -> None:
    rules = {f"x/r{n}": RuleTally(findings=1, seconds=1.0) for n in range(SHOWN + 5)}
    told = profile(Report("check", tally({**rules, "x/\x1b[31m": RuleTally(seconds=99.0)})))
    assert told.splitlines()[-1].split()[:4] == ["6", "more", "6.00", "4.4%"]
    assert "\x1b" not in told


def test_a_run_without_documents_has_a_profile() -> None:
    assert "rules" in profile(Report("check", Tally()))


def test_stages_of_blocks_add_up() -> None:
    both = tally({})
    both.add(tally({}), 5)
    assert dict(stages(both)) == {"read": 1.0, "scan": 2.0, "rules": 0.0, "repair": 0.5, "write": 0.5}


def test_the_option_prints_it_and_the_report_holds_it(textlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Maariv contributed.\n\nComments are closed.\n")
    report = tmp_path / "r.json"
    ran = textlint("check", page, "--profile", "--report", report, "--workers", 1)
    assert "ms a finding" in ran.err
    assert "ms a finding" not in ran.out
    assert [entry["stage"] for entry in json.loads(report.read_text())["stages"]] == list(STAGES)
    assert "ms a finding" not in textlint("check", page).err

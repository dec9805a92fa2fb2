"""The measured precision that manual pages show, and the script that measures it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from running import Run

from textlint.pack import builtin_packs
from textlint.precision import Measured, table, told

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "measure_rules.py"
sys.path.insert(0, str(SCRIPT.parent))


def test_every_rule_that_was_measured_is_there() -> None:
    assert set(table().rules) <= {rule.id for rule in builtin_packs()}


@pytest.mark.parametrize(
    ("right", "wrong", "low", "high"), [(0, 0, 0.0, 1.0), (10, 0, 0.722, 1.0), (98, 2, 0.930, 0.994)]
)
def test_the_interval_is_wilsons(right: int, wrong: int, low: float, high: float) -> None:
    assert Measured(right, wrong, "").interval == pytest.approx((low, high), abs=0.001)


def test_a_manual_page_shows_it(textlint: Run) -> None:
    shown = textlint("rules", "spacing/lost-after-stop").out
    assert f"- measured precision: {told('spacing/lost-after-stop')}" in shown
    assert told("no/such-rule") is None


def test_the_script_counts_right_and_wrong_fixes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import measure_rules

    text = "It rained.Then it stopped. He came late,as ever, and left,too.Nobody saw him."
    rows = [{"text": text, "truth": [[10, "stop-upper", "space"], [40, "comma", "space"]], "open": [62]}] * 10
    data, output = tmp_path / "spaces.jsonl", tmp_path / "measured.json"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    output.write_text('{"rules": {"a/b": [{"how": "read", "right": 1, "wrong": 0, "data": "x"}]}}', encoding="utf-8")
    monkeypatch.setattr(measure_rules, "OUTPUT", output)
    monkeypatch.setattr(sys, "argv", ["measure_rules.py", "--spaces", str(data), "--date", "2020-02-02"])
    measure_rules.main()
    found = json.loads(output.read_text(encoding="utf-8"))
    assert found["date"] == "2020-02-02"
    assert [one["how"] for one in found["rules"]["a/b"]] == ["read"]
    counts = {rule: (one[0]["right"], one[0]["wrong"]) for rule, one in found["rules"].items() if rule != "a/b"}
    assert counts == {"spacing/lost-after-stop": (10, 0), "spacing/lost-after-comma": (10, 10)}


def test_the_script_says_what_it_wants() -> None:
    ran = subprocess.run([sys.executable, SCRIPT, "--help"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert "--spaces" in ran.stdout

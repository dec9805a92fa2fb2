"""The example scripts, run as a user runs them, without a network."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from integration.commands import ok, run

pytestmark = pytest.mark.integration

PAGES = Path(__file__).parents[2] / "examples" / "pages.jsonl"
SCRIPT = PAGES.with_name("clean_datasets.py")


@pytest.fixture
def offline(env: Mapping[str, str]) -> dict[str, str]:
    """An environment in which the Hugging Face libraries ask nobody."""
    return {**env, "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "PYTHONPATH": str(PAGES.parents[1])}


def test_it_cleans_a_frame_and_a_dataset(offline: Mapping[str, str], tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("datasets")
    out = ok([sys.executable, SCRIPT], tmp_path, offline)
    pages = len(PAGES.read_text(encoding="utf-8").splitlines())
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert heads == [
        f"{name}: {pages} of {pages} texts changed, all come back from their edits" for name in ("pandas", "datasets")
    ]
    assert out.count("spacing/lost-after-stop") == 2


def test_it_leaves_other_columns_and_clean_rows_alone(offline: Mapping[str, str], tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("datasets")
    rows = [{"id": "007", "text": "All is well."}, {"id": "008", "text": "It ended.The end."}]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import clean_datasets as c, pandas as pd, json\n"
        "frame = c.clean_frame(pd.read_json('pages.jsonl', lines=True, dtype=False))\n"
        "data = c.clean_dataset(c.datasets.Dataset.from_json('pages.jsonl'), workers=2)\n"
        "print(json.dumps([frame.to_dict('records'), data.to_list()]))\n"
    )
    out = ok([sys.executable, "-c", code, SCRIPT.parent], tmp_path, offline)
    edit = {"start": 9, "end": 9, "before": "", "after": " ", "rules": ["spacing/lost-after-stop"], "safety": "safe"}
    cleaned = [{**rows[0], "edits": []}, {"id": "008", "text": "It ended. The end.", "edits": [edit]}]
    assert json.loads(out.splitlines()[-1]) == [cleaned, cleaned]


@pytest.mark.parametrize("missing", ["pandas", "datasets"])
def test_a_missing_library_is_told_with_the_way_to_install_it(
    missing: str, offline: Mapping[str, str], tmp_path: Path
) -> None:
    code = f"import runpy, sys; sys.modules[{missing!r}] = None; runpy.run_path(sys.argv[1], run_name='__main__')"
    ran = run([sys.executable, "-c", code, SCRIPT], tmp_path, offline)
    assert ran.code == 1
    assert "pip install 'textlint[datasets]'" in ran.out
    assert "Traceback" not in ran.out

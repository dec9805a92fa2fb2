"""Cleans a pandas frame and a Hugging Face dataset, and keeps the edits in a column.

Run it with ``python examples/clean_datasets.py [PAGES.jsonl]``. The edits make the original text come back, so that a
cleaned dataset needs no copy of the one that it was made from.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import textlint
from textlint import Edit, Linter, Result, Safety

try:
    import datasets
    import pandas as pd
except ImportError as error:
    sys.exit(f"{error.name} is missing; install it with: pip install 'textlint[datasets]'")

PAGES = Path(__file__).parent / "pages.jsonl"
Row = dict[str, Any]


@cache
def linter() -> Linter:
    """One linter a process. Settings go here: ``Linter.from_config("textlint.yaml")``, ``Linter(select=["spacing"])``."""
    return Linter()


def rows(result: Result) -> list[Row]:
    """A text's edits as plain values that Arrow can hold; offsets are code points of the original text."""
    return [
        {"start": e.start, "end": e.end, "before": e.before, "after": e.after,
         "rules": list(e.rules), "safety": e.safety.value}
        for e in result.edits
    ]  # fmt: skip


def clean_frame(frame: pd.DataFrame, field: str = "text") -> pd.DataFrame:
    """The frame with clean texts and a column ``edits``; all other columns, their order and the index stay."""
    results = linter().fix_batch(frame[field].tolist())
    return frame.assign(**{field: [r.text for r in results], "edits": [rows(r) for r in results]})


def clean_batch(batch: Mapping[str, list[Any]], field: str, version: str) -> dict[str, list[Any]]:
    """What ``Dataset.map`` calls. ``version`` is part of its cache's key: new rules give new texts."""
    results = linter().fix_batch(batch[field])
    return {field: [r.text for r in results], "edits": [rows(r) for r in results]}


def clean_dataset(dataset: datasets.Dataset, field: str = "text", workers: int | None = None) -> datasets.Dataset:
    """The dataset with clean texts and a column ``edits``. Its type is given, since a batch may hold no edit at all."""
    text, number = datasets.Value("string"), datasets.Value("int64")
    edit = {"start": number, "end": number, "before": text, "after": text, "rules": [text], "safety": text}
    features = datasets.Features({**dataset.features, "edits": [edit]})
    given = {"field": field, "version": textlint.__version__}
    return dataset.map(clean_batch, batched=True, fn_kwargs=given, features=features, num_proc=workers)


def original(text: str, edits: Iterable[Row]) -> str:
    """The text that a clean one was made from."""
    made = [Edit(**{**edit, "rules": tuple(edit["rules"]), "safety": Safety(edit["safety"])}) for edit in edits]
    return textlint.revert(text, made)


def summary(name: str, before: Iterable[str], after: Iterable[str], edits: Iterable[list[Row]]) -> str:
    """One line on what was done, and one a rule."""
    triples = list(zip(before, after, edits, strict=True))
    changed = sum(bool(made) for _, _, made in triples)
    undone = all(original(new, made) == old for old, new, made in triples)
    rules = Counter(rule for _, _, made in triples for edit in made for rule in edit["rules"])
    lines = [
        f"{name}: {changed} of {len(triples)} texts changed, {'all' if undone else 'NOT all'} come back from their edits"
    ]
    return "\n".join(
        lines + [f"  {count:3} {rule}" for rule, count in sorted(rules.items(), key=lambda r: (-r[1], r[0]))]
    )


def main(path: str) -> None:
    """Clean the pages both ways, and tell what was done."""
    frame = pd.read_json(path, lines=True, dtype=False)
    cleaned = clean_frame(frame)
    print(summary("pandas", frame["text"], cleaned["text"], cleaned["edits"]))
    datasets.disable_progress_bars()
    dataset = datasets.Dataset.from_pandas(frame)
    mapped = clean_dataset(dataset)
    print(summary("datasets", dataset["text"], mapped["text"], mapped["edits"]))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(PAGES))

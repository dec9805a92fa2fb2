"""Score what the packs ``spacing`` and ``paragraphs`` put back against texts of which the right answer is known.

    python benchmarks/score_spacing.py --spaces spacing.jsonl.gz --breaks paragraphs.jsonl.gz

The files are those of ``measure_rules.py``. For spaces it prints precision, recall (all, and by the class of the border)
and the share of lost paragraph breaks that came back as breaks; for breaks, with unsafe fixes, precision, recall and F1.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from measure_rules import Row, rows_of

from textlint import Linter, Result


def inserted(result: Result) -> dict[int, str]:
    """White space that was put between two characters of the text, by place (code points)."""
    text = result.original
    inner = ((e.start, e.after) for e in result.edits if e.start == e.end and not e.after.strip())
    return {place: after for place, after in inner if len(text[place - 1 : place + 1].strip()) == 2}


def spaces(rows: list[Row]) -> None:
    """Print how many of the lost spaces and breaks came back, and how much else was put in."""
    results = Linter().fix_batch([row["text"] for row in rows])
    lost: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wrong = breaks = restored = 0
    for row, result in zip(rows, results, strict=True):
        got, wanted = inserted(result), {place: (kind, what) for place, kind, what in row["truth"]}
        lost.update(kind for kind, _ in wanted.values())
        found.update(wanted[place][0] for place in got if place in wanted)
        wrong += len(got.keys() - wanted.keys() - set(row["open"]))
        breaks += sum(what == "paragraph" for _, what in wanted.values())
        restored += sum("\n" in got.get(place, "") for place, (_, what) in wanted.items() if what == "paragraph")
    right = found.total()
    print(f"spaces: precision {right / (right + wrong):.4f}, recall {right / lost.total():.4f}, {wrong} counted wrong")
    for kind in sorted(lost):
        print(f"  {kind:12} recall {found[kind] / lost[kind]:.4f} of {lost[kind]}")
    print(f"  lost breaks that came back as breaks: {restored / breaks:.4f} of {breaks}")


def breaks(rows: list[Row]) -> None:
    """Print how well the breaks put into paragraphs that were run together fit those that the authors had there."""
    linter = Linter(select=["paragraphs/run-on-paragraph"], unsafe_fixes=True)
    right = wrong = missed = 0
    for row, result in zip(rows, linter.fix_batch([row["text"] for row in rows]), strict=True):
        got, wanted = {edit.end for edit in result.edits}, set(row["truth"])
        right, wrong, missed = right + len(got & wanted), wrong + len(got - wanted), missed + len(wanted - got)
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"breaks: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def main() -> None:
    """Score the files given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spaces", type=Path)
    parser.add_argument("--breaks", type=Path)
    given = parser.parse_args()
    if given.spaces:
        spaces(rows_of(given.spaces))
    if given.breaks:
        breaks(rows_of(given.breaks))


if __name__ == "__main__":
    main()

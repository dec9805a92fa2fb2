"""Score what the default rules take away against texts of which it is known what is junk.

    python benchmarks/score_junk.py --articles pages.jsonl.gz --phrases phrases.jsonl.gz --lines lines.jsonl.gz \
        --clean clean.jsonl.gz

Each file holds one JSON object a line, with ``text`` and the answer; ``extractor`` names the group that it is counted in:

- articles: ``gold``, the article that a person marked; rows whose ``split`` is "train" are passed over. F1 of runs of four
  words: the harmonic mean of mean precision and mean recall over documents, as article-extraction-benchmark counts it
- phrases: ``with``, a list of phrases that have to stay, and ``without``, of those that have to go
- lines: ``junk``, 0 or 1 for every line, and ``lang``; a line is gone when six in ten of its characters are
- clean: nothing; edited prose, of which every letter that goes is lost
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

from measure_rules import Row, rows_of

from textlint import Linter, Result

RUN = 4  # words
GONE = 0.6  # of a line's characters without its white space
WORD = re.compile(r"\w+")
Overlap = tuple[int, int, int]  # runs of words that a text shares with the article, has, and should have


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of RUN words; a text of fewer words is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)) if words)


def overlap(gold: str, text: str) -> Overlap:
    """How much of an article a text holds."""
    wanted, there = runs(gold), runs(text)
    return (wanted & there).total(), there.total(), wanted.total()


def f1(overlaps: list[Overlap]) -> float:
    """The harmonic mean of mean precision and mean recall."""
    precision = mean([both / there for both, there, _ in overlaps if there] or [0.0])
    recall = mean([both / wanted for both, _, wanted in overlaps if wanted] or [0.0])
    return 2 * precision * recall / ((precision + recall) or 1)


def results(rows: list[Row], unsafe: bool) -> Iterator[tuple[Row, Result]]:
    """Each row with what came of its text."""
    return zip(rows, Linter(unsafe_fixes=unsafe).fix_batch([row["text"] for row in rows]), strict=True)


def articles(rows: list[Row], unsafe: bool) -> None:
    """Print F1 before and after, by extractor."""
    before: defaultdict[str, list[Overlap]] = defaultdict(list)
    after: defaultdict[str, list[Overlap]] = defaultdict(list)
    for row, result in results([row for row in rows if row.get("split") != "train"], unsafe):
        group = row.get("extractor", "all")
        before[group].append(overlap(row["gold"], result.original))
        after[group].append(overlap(row["gold"], result.text))
    for group in sorted(before):
        print(f"articles, {group}: F1 {f1(before[group]):.3f} -> {f1(after[group]):.3f}, {len(before[group])} texts")


def phrases(rows: list[Row], unsafe: bool) -> None:
    """Print how many of the phrases that have to stay or go did, by extractor."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, result in results(rows, unsafe):
        text, count = " ".join(result.text.split()), counts[row.get("extractor", "all")]
        kept = {name: sum(" ".join(phrase.split()) in text for phrase in row[name]) for name in ("with", "without")}
        count.update(stay=len(row["with"]), stayed=kept["with"])
        count.update(go=len(row["without"]), gone=len(row["without"]) - kept["without"])
    for group, count in sorted(counts.items()):
        kept_share, gone_share = count["stayed"] / max(1, count["stay"]), count["gone"] / max(1, count["go"])
        print(f"phrases, {group}: kept {kept_share:.3f} of {count['stay']}, removed {gone_share:.3f} of {count['go']}")


def lost(result: Result) -> bytearray:
    """A 1 for each code point of the original that is gone."""
    gone = bytearray(len(result.original))
    for edit in result.edits:
        gone[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    return gone


def lines(rows: list[Row], unsafe: bool) -> None:
    """Print how many lines were rightly taken, and what was lost of those that had to stay, by language."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, result in results(rows, unsafe):
        gone, at, count = lost(result), 0, Counter[str]()
        for line, junk in zip(row["text"].split("\n"), row["junk"], strict=True):
            ink = [gone[at + i] for i, character in enumerate(line) if not character.isspace()]
            at += len(line) + 1
            goes = bool(ink) and sum(ink) >= GONE * len(ink)
            count.update(junk=bool(ink and junk), goes=goes, right=bool(goes and junk))
            count.update({} if junk else {"good": len(ink), "lost": sum(ink)})
        counts[row.get("lang", "?")] += count
        counts["all"] += count
    for lang, count in counts.items():
        right, recall = count["right"] / max(1, count["goes"]), count["right"] / max(1, count["junk"])
        share = count["lost"] / max(1, count["good"])
        print(f"lines, {lang}: precision {right:.3f}, recall {recall:.3f}, good characters lost {share:.2%}")


def clean(rows: list[Row], unsafe: bool) -> None:
    """Print how many letters and digits were lost."""
    letters = size = 0
    for _, result in results(rows, unsafe):
        gone = lost(result)
        letters += sum(bool(g) and c.isalnum() for g, c in zip(gone, result.original, strict=True))
        size += len(gone)
    print(f"clean: {1e6 * letters / max(1, size):.0f} letters lost per million characters, {len(rows)} texts")


SETS: dict[str, Callable[[list[Row], bool], None]] = {
    "articles": articles,
    "phrases": phrases,
    "lines": lines,
    "clean": clean,
}


def main() -> None:
    """Score the files given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in SETS:
        parser.add_argument(f"--{name}", type=Path, action="append", default=[])
    parser.add_argument("--unsafe", action="store_true", help="with unsafe fixes")
    given = parser.parse_args()
    for name, score in SETS.items():
        for path in getattr(given, name):
            score(rows_of(path), given.unsafe)


if __name__ == "__main__":
    main()

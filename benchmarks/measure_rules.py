"""Measure how often each rule's fix is right, on texts of which the right answer is known.

    python benchmarks/measure_rules.py --spaces spacing.jsonl.gz --breaks paragraphs.jsonl.gz \
        --lines lines.jsonl.gz --articles pages.jsonl.gz --date 2026-11-21

Writes ``lint_rules/measured.json``, which the manual pages read; what was judged by reading stays in it. Each file holds
one JSON object a line, with ``text`` and the answer:

- spaces: ``truth``, a list of [place (code points), class, "space" or "paragraph"] where white space was taken out, and
  ``open``, places that count neither way
- breaks: ``truth``, the places where a paragraph began
- lines: ``junk``, 0 or 1 for every line
- articles: ``gold``, the article that the page holds; pages that were marked as a whole are passed over
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from textlint import Finding, Linter, Safety

OUTPUT = Path(__file__).parents[1] / "lint_rules" / "measured.json"
LEAST = 10  # fixes below which no figure is given
SHARE = 0.5  # of a deletion's ink that must be junk
FEW = 4  # words that stand in a text by chance
MENUS = 1 / 3  # of a page's lines of few words that its article holds at the most
WORD = re.compile(r"\w+")
Row = dict[str, Any]
Judge = Callable[[Row], Callable[[int, int, str], "bool | None"]]


def spaces(row: Row) -> Callable[[int, int, str], bool | None]:
    """Insertions of white space: right where some was taken out.

    Not judged where the author may have lost it, and between two letters, where none was taken out.
    """
    wanted, undecided, text = {place for place, *_ in row["truth"]}, set(row["open"]), row["text"]

    def judge(start: int, end: int, after: str) -> bool | None:
        if start != end or after.strip() or start in undecided:
            return None
        beside = text[start - 1 : start + 1]
        return None if len(beside.strip()) < 2 or beside.isalnum() else start in wanted

    return judge


def breaks(row: Row) -> Callable[[int, int, str], bool | None]:
    """Line ends put in the place of spaces: right where a paragraph began."""
    wanted, text = set(row["truth"]), row["text"]
    return lambda start, end, after: end in wanted if "\n" in after and text[start:end] == " " else None


def lines(row: Row) -> Callable[[int, int, str], bool | None]:
    """Deletions: right where most of what goes stands in lines that are junk."""
    text = row["text"]
    junk = "".join(
        ("1" if bad else "0") * (len(line) + 1) for line, bad in zip(text.split("\n"), row["junk"], strict=True)
    )

    def judge(start: int, end: int, after: str) -> bool | None:
        ink = [junk[i] for i in range(start, end) if not text[i].isspace()]
        return None if after or not ink else ink.count("1") >= SHARE * len(ink)

    return judge


def articles(row: Row) -> Callable[[int, int, str], bool | None]:
    """Deletions: wrong where what goes stands in the article.

    Up to `FEW` words must be a line of the article to count as wrong, because a word of a menu ("News", "Share it")
    stands in many a sentence; more words must stand in it in a row.
    """
    text = row["text"]
    listed = {_words(line) for line in row["gold"].split("\n")}
    gold = f" {_words(row['gold'])} "

    def judge(start: int, end: int, after: str) -> bool | None:
        gone = _words(text[start:end])
        if after or not gone:
            return None
        return gone not in listed if gone.count(" ") < FEW else f" {gone} " not in gold

    return judge


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def with_an_article(rows: list[Row]) -> list[Row]:
    """The rows of pages in which the article and what stands around it were told apart.

    Some pages were marked as a whole, with their menus and notices, and there all that is rightly deleted would count as
    wrong. They are known by this: much of what stands in lines of few words, on the fullest text of the page, stands in
    the article too. Pages that are a list themselves are passed over with them. Texts that share an article are one page.
    """
    fullest: dict[str, str] = {}
    for row in rows:
        fullest[row["gold"]] = max(row["text"], fullest.get(row["gold"], ""), key=lambda text: len(_words(text)))
    return [row for row in rows if _marked_menus(row["gold"], fullest[row["gold"]]) <= MENUS]


def _marked_menus(gold: str, text: str) -> float:
    article, lines = f" {_words(gold)} ", [_words(line) for line in text.split("\n")]
    short = [line for line in lines if line and line.count(" ") < FEW]
    return sum(f" {line} " in article for line in short) / max(1, len(short))


JUDGES: dict[str, tuple[Judge, tuple[str, ...], str]] = {
    "spaces": (spaces, ("spacing",), "spaces lost in {n:,} articles"),
    "breaks": (breaks, ("paragraphs",), "breaks lost in {n:,} articles"),
    "lines": (lines, ("boilerplate", "footer", "repetition"), "lines of {n:,} labelled texts"),
    "articles": (
        articles,
        ("boilerplate", "footer", "repetition"),
        "deletions in {n:,} texts of pages with a marked article",
    ),
}


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, packed with gzip or not."""
    data = path.read_bytes()
    return [json.loads(line) for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()]


def judged(rows: list[Row], judge: Judge, packs: tuple[str, ...]) -> dict[str, Counter[bool]]:
    """How many fixes of each rule were right and wrong; of a safe rule, only those that it calls safe."""
    linter = Linter(select=list(packs))
    safe = {rule.id for rule in linter.rules if rule.safety is Safety.SAFE}
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for row, result in zip(rows, linter.fix_batch([row["text"] for row in rows]), strict=True):
        verdict = judge(row)
        for rule, changes in _fixes(result.findings, safe):
            told = [v for v in (verdict(*change) for change in changes) if v is not None]
            if told:
                counts[rule][all(told)] += 1
    return counts


def _fixes(findings: tuple[Finding, ...], safe: set[str]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    for finding in findings:
        if finding.fix and finding.fix.changes and not (finding.safety is Safety.UNSAFE and finding.rule in safe):
            yield finding.rule, [(change.start, change.end, change.after) for change in finding.fix.changes]


def main() -> None:
    """Measure on the files given, and put the figures into the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in JUDGES:
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--date", required=True)
    given = vars(parser.parse_args())
    table = json.loads(OUTPUT.read_text(encoding="utf-8")) if OUTPUT.exists() else {"rules": {}}
    found = {rule: [one for one in entries if one["how"] == "read"] for rule, entries in table["rules"].items()}
    for name, (judge, packs, data) in JUDGES.items():
        if given[name]:
            rows = with_an_article(rows_of(given[name])) if name == "articles" else rows_of(given[name])
            for rule, counts in sorted(judged(rows, judge, packs).items()):
                if counts.total() >= LEAST:
                    entry = {
                        "right": counts[True],
                        "wrong": counts[False],
                        "data": data.format(n=len(rows)),
                        "how": "labelled",
                    }
                    found.setdefault(rule, []).append(entry)
                print(f"{rule:40} {counts[True]:6} right {counts[False]:6} wrong ({name})")
    shown = {"date": given["date"], "rules": {rule: found[rule] for rule in sorted(found) if found[rule]}}
    OUTPUT.write_text(json.dumps(shown, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

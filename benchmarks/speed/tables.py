"""The tables of the page, in Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from benchmarks.speed.contestants import CHECK, FILTERS, FIX, FLOOR, FTFY
from benchmarks.speed.results import Hard, Rate, Results, Share
from benchmarks.speed.sets import RAW

Row = Sequence[str]
DEAREST = 20  # rules that the profile lists
NONE = "–"


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table, the first column flush left, the others flush right."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def figures(results: Results) -> str:
    """What is asked for beside what was measured."""
    worst = max((each.ratio for each in results.hard), default=None)
    rows = (
        ("check takes, times the floor", "at most", 8.0, faster(results, FLOOR, CHECK)),
        ("fix with its edits written takes, times the floor", "at most", 12.0, faster(results, FLOOR, FIX)),
        (
            "check is faster than datatrove's C4 and Gopher filters, times",
            "at least",
            50.0,
            faster(results, CHECK, FILTERS),
        ),
        ("check is faster than ftfy.fix_text, times", "at least", 10.0, faster(results, CHECK, FTFY)),
        ("twice an adversarial text takes, times the text (worst of all)", "at most", 2.2, worst),
    )
    return table(("raw pages", "aim", "measured", "reached"), (_aim(*row) for row in rows))


def speeds(results: Results) -> str:
    """Megabytes a CPU second: a contestant a row, a set of texts a column."""
    sets, names = _unique(rate.texts for rate in results.rates), _unique(rate.contestant for rate in results.rates)
    known = {(rate.contestant, rate.texts): rate for rate in results.rates}
    return table(
        ("MB a CPU second", *sets, "start-up, s"),
        ((name, *(_speed(known.get((name, each))) for each in sets), _start(results, name)) for name in names),
    )


def ratios(results: Results) -> str:
    """CPU time of all on each set, as times the floor's."""
    sets, names = _unique(rate.texts for rate in results.rates), _unique(rate.contestant for rate in results.rates)
    return table(
        ("times the floor", *sets),
        ((name, *(number(faster(results, FLOOR, name, each)) for each in sets)) for name in names if name != FLOOR),
    )


def lead(results: Results) -> str:
    """How many times as fast check and fix are as each of the others, on raw pages."""
    others = [name for name in _unique(rate.contestant for rate in results.rates) if name not in (CHECK, FIX, FLOOR)]
    rows = ((name, number(faster(results, CHECK, name)), number(faster(results, FIX, name))) for name in others)
    return table(("raw pages", "check is faster, times", "fix is faster, times"), rows)


def growth(results: Results) -> str:
    """Time and memory at each size."""
    head = ("command", "MB", "CPU s", "MB a CPU second", "s on the clock", "peak memory, MB")
    rows = (
        (
            one.command,
            f"{one.megabytes:,.0f}",
            f"{'over ' * one.stopped}{one.cpu:.2f}",
            f"{'under ' * one.stopped}{one.megabytes / one.cpu:.2f}",
            f"{one.wall:.2f}",
            f"{one.peak:,.0f}",
        )
        for one in sorted(results.growth, key=lambda one: one.command)
    )
    return table(head, rows)


def hard(results: Results) -> str:
    """Each adversarial text at n and 2n."""
    rows = (_hard(one) for one in results.hard)
    return table(("text", "command", "MB", "CPU s for n", "CPU s for 2n", "2n to n"), rows)


def workers(results: Results) -> str:
    """Seconds on the clock by the number of processes."""
    alone = {one.command: one.wall for one in results.workers if one.workers == 1}
    rows = (
        (
            one.command,
            f"{one.megabytes:,.0f}",
            str(one.workers),
            f"{one.wall:.2f}",
            f"{alone[one.command] / one.wall:.2f}",
        )
        for one in results.workers
    )
    return table(("command", "MB", "workers", "s on the clock", "times as fast as one"), rows)


def stages(results: Results) -> str:
    """The profile by stage."""
    total = sum(one.seconds for one in results.stages) or 1.0
    return table(("stage", "seconds", "share"), (_part(one, total)[:3] for one in results.stages))


def rules(results: Results) -> str:
    """The dearest rules of the profile, and the rest in one line."""
    total = sum(one.seconds for one in results.stages) or 1.0
    shown, rest = results.rules[:DEAREST], results.rules[DEAREST:]
    seconds, found = sum(one.seconds for one in rest), sum(one.findings or 0 for one in rest)
    rows = [*shown, Share(name="all other rules", seconds=seconds, findings=found)]
    return table(("rule", "seconds", "share", "findings"), (_part(one, total) for one in rows))


def faster(results: Results, one: str, other: str, texts: str = RAW) -> float | None:
    """How many times as fast a contestant is as another, on one set; None where either can't be told."""
    speed = {rate.contestant: rate.speed for rate in results.rates if rate.texts == texts and not rate.quick}
    return speed[one] / speed[other] if one in speed and other in speed else None


def _aim(what: str, way: str, asked: float, found: float | None) -> Row:
    if found is None:
        return what, f"{way} {asked:g}", "not measured", NONE
    reached = found <= asked if way == "at most" else found >= asked
    return what, f"{way} {asked:g}", number(found), "yes" if reached else "no"


def _hard(one: Hard) -> Row:
    return (
        one.kind,
        one.command,
        f"{one.megabytes:g}",
        f"{one.once:.2f}",
        f"{one.twice:.2f}",
        f"{number(one.ratio)}",
    )


def _part(one: Share, total: float) -> Row:
    return one.name, f"{one.seconds:.2f}", f"{one.seconds / total:.1%}", f"{one.findings or 0:,}"


def _speed(rate: Rate | None) -> str:
    return NONE if rate is None else f"{'under ' * rate.stopped}{'over ' * rate.quick}{number(rate.speed)}"


def _start(results: Results, name: str) -> str:
    return f"{min(rate.start for rate in results.rates if rate.contestant == name):.2f}"


def number(value: float | None) -> str:
    """Two figures for what is small, whole numbers for what is large."""
    if value is None:
        return NONE
    if value == math.inf:
        return "stopped"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))

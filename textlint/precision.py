"""How often each rule that ships was right where it was measured: ``lint_rules/measured.json``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

import lint_rules

_Z = 1.96  # standard deviations of a two-sided interval of 95 %


class Measured(msgspec.Struct, frozen=True):
    """How many of a rule's fixes were right and wrong, on what data, and how that was told.

    ``how`` is ``labelled`` (compared with answers by a script) or ``read`` (a person judged hits drawn at random).
    """

    right: int
    wrong: int
    data: str
    how: str = "labelled"

    @property
    def precision(self) -> float:
        """The share that was right; 0 where there was nothing."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def interval(self) -> tuple[float, float]:
        """The interval in which the precision lies with a confidence of 95 % (Wilson 1927).

        >>> tuple(round(bound, 3) for bound in Measured(98, 2, "").interval)
        (0.93, 0.994)
        """
        n = self.right + self.wrong
        if not n:
            return 0.0, 1.0
        p, z = self.precision, _Z * _Z / n
        middle, half = (p + z / 2) / (1 + z), _Z * math.sqrt(p * (1 - p) / n + z / (4 * n)) / (1 + z)
        return max(0.0, middle - half), min(1.0, middle + half)


class _Table(msgspec.Struct, frozen=True):
    """The file: the day of the measuring, and what came of it by rule."""

    date: str
    rules: Mapping[str, tuple[Measured, ...]]


@lru_cache(maxsize=1)
def table() -> _Table:
    """What was measured of the rules that ship."""
    file = Path(str(lint_rules.__file__)).with_name("measured.json")
    return msgspec.json.decode(file.read_bytes(), type=_Table)


def told(rule: str) -> str | None:
    """What was measured of a rule, in words; None where nothing was."""
    found = table().rules.get(rule)
    return "; ".join(map(_words, found)) + f" ({table().date})" if found else None


def _words(one: Measured) -> str:
    low, high = one.interval
    count = one.right + one.wrong
    judged = "judged by reading" if one.how == "read" else "compared with answers"
    return f"{one.precision:.3f} ({low:.3f}–{high:.3f}), {one.right:,} of {count:,} right, {one.data}, {judged}"

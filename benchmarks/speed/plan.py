"""How much is measured: three sizes of run, any figure of which an option can change."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.speed.clock import Effort


class Plan(NamedTuple):
    """Sizes in MB of JSON Lines."""

    pages: float  # raw pages, for ours and the floor, the profile, and processes side by side
    texts: float  # every other set of texts
    part: float  # what the others get of each set
    growth: tuple[float, ...]  # sizes at which time and memory are measured
    hard: float  # n of the adversarial texts, which are measured at n and 2n
    effort: Effort


PLANS = {
    "quick": Plan(pages=2, texts=2, part=0.3, growth=(1, 2), hard=0.3, effort=Effort(120, 1)),
    "default": Plan(pages=20, texts=5, part=1, growth=(1, 10), hard=2, effort=Effort(300, 2)),
    "full": Plan(pages=100, texts=20, part=1, growth=(1, 10, 100, 1000), hard=10, effort=Effort(1800, 2)),
}
UNIQUE = 20  # MB of generated texts that differ from each other; larger files repeat them

"""What a run measured, as plain values that go to JSON and come back."""

from __future__ import annotations

import math

import msgspec

SEEN = 0.1  # CPU seconds: differences below are noise


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """One contestant on one set of texts; CPU seconds are of all megabytes, without the start-up."""

    contestant: str
    texts: str
    megabytes: float
    start: float
    cpu: float
    stopped: bool = False  # at the time limit, so that ``cpu`` would have been more

    @property
    def speed(self) -> float:
        """Megabytes a CPU second; where ``quick``, the least that it can be."""
        return self.megabytes / max(self.cpu, SEEN)

    @property
    def quick(self) -> bool:
        """Whether it took too little to be told from the start-up."""
        return self.cpu < SEEN


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """One command on the same texts at one size; ``peak`` is the memory of its largest process, in MB."""

    command: str
    megabytes: float
    cpu: float
    wall: float
    peak: float
    stopped: bool = False


class Hard(msgspec.Struct, frozen=True, kw_only=True):
    """One command on an adversarial text: CPU seconds for n bytes and for 2n, without the start-up."""

    kind: str
    command: str
    megabytes: float
    once: float
    twice: float
    stopped: bool = False

    @property
    def ratio(self) -> float:
        """Time for 2n to time for n, infinite if it was stopped; what can't be told from the start-up is taken as just seen."""
        return math.inf if self.stopped else max(self.twice, SEEN) / max(self.once, SEEN)


class Workers(msgspec.Struct, frozen=True, kw_only=True):
    """One command on the same file with some workers: seconds on the clock, start-up included."""

    command: str
    workers: int
    megabytes: float
    wall: float


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the profile: a stage (``findings`` None) or a rule."""

    name: str
    seconds: float
    findings: int | None = None


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """Where it ran; ``memory`` in GB."""

    processor: str
    cores: int
    memory: float
    system: str
    python: str


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run; lists that are empty were not measured.

    ``versions`` are by package, ``sources`` by set of texts; ``missing`` says by contestant how to install it, or why it
    failed.
    """

    options: str
    machine: Machine
    versions: dict[str, str]
    sources: dict[str, str] = {}
    rates: list[Rate] = []
    growth: list[Growth] = []
    hard: list[Hard] = []
    workers: list[Workers] = []
    profiled: float = 0.0
    stages: list[Share] = []
    rules: list[Share] = []
    missing: dict[str, str] = {}

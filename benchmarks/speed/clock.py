"""What a command takes: CPU seconds, seconds on the clock, and the memory of its largest process (POSIX only)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]  # commands run here, where `benchmarks` is found and no config of the user is
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
AGAIN = 5.0  # CPU seconds: what takes less is run again, and the lowest counts
MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3  # ``ru_maxrss`` counts bytes there and kilobytes elsewhere


class Effort(NamedTuple):
    """Seconds on the clock that a process may take, and how often one that takes little is run."""

    limit: float
    times: int


class Spent(NamedTuple):
    """User and system seconds of a command and its children, seconds on the clock, peak memory in MB."""

    cpu: float
    wall: float
    peak: float
    stopped: bool
    told: str


class Failed(Exception):
    """A command failed; its last line of error output."""


def spent(command: list[str], limit: float) -> Spent:
    """Run a command once, for at most ``limit`` seconds on the clock."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD},
        )
        overdue = threading.Timer(limit, os.kill, (process.pid, 9))
        overdue.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        overdue.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read().decode(errors="replace")
    stopped = process.returncode == -9 and wall >= limit
    if process.returncode and not stopped:
        raise Failed(told.strip().rpartition("\n")[2] or f"exit code {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / MEGABYTE, stopped, told)


def least(command: list[str], effort: Effort) -> Spent:
    """The run of lowest CPU time: of some while they take little, else of one."""
    runs = [spent(command, effort.limit)]
    while len(runs) < effort.times and sum(run.cpu for run in runs) < AGAIN and not runs[-1].stopped:
        runs.append(spent(command, effort.limit))
    return min(runs, key=lambda run: run.cpu)

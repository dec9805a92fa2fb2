"""A progress bar with rate and time left, on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from textlint.io.blocks import Source


@contextmanager
def progress(sources: Sequence[Source], given: dict[str, Any]) -> Iterator[Callable[[int], None]]:
    """A function that takes how many bytes of (unpacked) input have been done since it was last called."""
    if given["quiet"] or given["no_progress"] or not sys.stderr.isatty():
        yield lambda size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    columns = [BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=_total(sources))
        yield lambda size: bar.advance(task, size)


def _total(sources: Sequence[Source]) -> int | None:
    """Bytes of all inputs; None where that cannot be told: standard input, packed files."""
    if any(source.compression or source.path == "-" for source in sources):
        return None
    return sum(os.path.getsize(source.path) for source in sources)

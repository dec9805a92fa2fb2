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
    from tqdm import tqdm

    with tqdm(total=_total(sources), unit="B", unit_scale=True, leave=False, file=sys.stderr) as bar:

        def advance(size: int) -> None:
            bar.update(size)

        yield advance


def _total(sources: Sequence[Source]) -> int | None:
    """Bytes of all inputs; None where that cannot be told: standard input, packed files."""
    if any(source.compression or source.path == "-" for source in sources):
        return None
    return sum(os.path.getsize(source.path) for source in sources)

"""Where outputs go: beside or over the inputs, or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import PurePosixPath
from typing import NamedTuple

from textlint.io.atomic import refuse_overwrite, write_atomic
from textlint.io.blocks import Source, Writable
from textlint.io.errors import OutputError, shown
from textlint.io.formats import FORMATS, kind_of

STDOUT = "-"


class Target(NamedTuple):
    """Where what comes of an input goes: a path, STDOUT, or in the input's place where ``path`` is None."""

    source: Source
    path: str | None

    @property
    def compression(self) -> str:
        """How the output is packed: by its own suffix, in place as the input is."""
        return self.source.compression if self.path is None else kind_of(self.path)[1]


@contextmanager
def opened(target: Target) -> Iterator[Writable]:
    """A sink for the target's bytes; a file appears whole at the end, or not at all. Raises FileError."""
    if target.path == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with ExitStack() as stack:
        path = target.path or target.source.path
        file = stack.enter_context(write_atomic(path, make_folders=target.path is not None))
        yield stack.enter_context(FORMATS[target.source.format].writer(file, target.compression))


def targets(sources: Sequence[Source], output: str) -> list[Target]:
    """Where each input goes below or at ``output``: a folder for several inputs, or where it is one or ends with ``/``.

    Raises OutputError where two inputs would go to one file, or a file would be an input.
    """
    single = len(sources) == 1 and sources[0].relative in ("-", os.path.basename(sources[0].path))
    folder = not single or os.path.isdir(output) or output.endswith(("/", os.sep))
    if folder and os.path.isfile(output):
        raise OutputError(f"{shown(output)}: is a file, and {len(sources)} inputs need a folder; name another --output")
    taken: dict[str, str] = {}
    made = []
    for source in sources:
        path = os.path.join(output, *PurePosixPath(source.relative).parts) if folder else output
        if taken.setdefault(path, source.path) != source.path:
            raise OutputError(f"{shown(path)}: {shown(taken[path])} and {shown(source.path)} would both go there")
        refuse_overwrite(path, [s.path for s in sources])
        made.append(Target(source, path))
    return made

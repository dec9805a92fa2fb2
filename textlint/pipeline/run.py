"""Whole runs: check files, or fix them into others or in place, with one file of edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import groupby
from typing import IO

from textlint.config import Config
from textlint.io.atomic import write_atomic
from textlint.io.blocks import Source, Writable
from textlint.io.errors import FileError
from textlint.io.formats import FORMATS, kind_of
from textlint.pipeline.pool import Event, run
from textlint.pipeline.target import Target, opened
from textlint.pipeline.work import Job, Outcome

SPOOL = 8 << 20  # bytes of a file's edits that are held in memory

Watch = Callable[[Outcome], None]


def _events(sources: Sequence[Source], config: Config) -> Iterator[Event]:
    """The blocks of every input, and its end or what went wrong."""
    for number, source in enumerate(sources):
        read_blocks = FORMATS[source.format].read_blocks
        try:
            names = config.text_fields, config.id_field, config.source_field
            for block in read_blocks(source, *names, language_field=config.language_field):
                yield number, block
            yield number, None
        except FileError as error:
            yield number, error


def check(sources: Sequence[Source], job: Job, config: Config, workers: int | None, watch: Watch) -> list[FileError]:
    """Lint every input; ``watch`` sees each outcome. The inputs that could not be read to their end are told at the end."""
    errors: list[FileError] = []
    for _, thing in run(job, _events(sources, config), workers):
        if isinstance(thing, FileError):
            errors.append(thing)
        elif thing is not None:
            watch(thing)
    return errors


def fix(aims: Sequence[Target], edits: str | None, job: Job, config: Config, workers: int | None, watch: Watch) -> None:
    """Fix every input into its target. ``edits`` names the file of all edits.

    Each output appears whole or not at all, and not before its edits are written. Raises FileError at the first input
    or output that fails; the outputs before it, and their edits, stand.
    """
    with _edits_file(edits, [aim.source.path for aim in aims]) as log:
        events = run(job, _events([aim.source for aim in aims], config), workers)
        for number, of_one in groupby(events, key=lambda event: event[0]):
            _fix_one(aims[number], log, (thing for _, thing in of_one), watch)


class _Log:
    """The open file of edits, and whether it holds those of a finished output."""

    def __init__(self, file: Writable | None) -> None:
        self.file = file
        self.needed = False

    def add(self, spool: IO[bytes]) -> None:
        """Append one output's edits."""
        if self.file is not None:
            spool.seek(0)
            while chunk := spool.read(1 << 20):
                self.file.write(chunk)
            self.file.flush()
        self.needed = True


@contextmanager
def _edits_file(path: str | None, inputs: Iterable[str]) -> Iterator[_Log]:
    """The edits file appears at the end, and also after a failure once an output has been finished: it undoes that one."""
    failure: BaseException | None = None
    with ExitStack() as stack:
        log = _Log(_opened(stack, path, inputs) if path else None)
        try:
            yield log
        except BaseException as error:
            if not log.needed:
                raise
            failure = error
    if failure is not None:
        raise failure


def _opened(stack: ExitStack, path: str, inputs: Iterable[str]) -> Writable:
    file = stack.enter_context(write_atomic(path, inputs, make_folders=True))
    return stack.enter_context(FORMATS["jsonl"].writer(file, kind_of(path)[1]))


class _Unchanged(Exception):
    """Nothing changed in a file that is repaired in place: it is not written."""


def _fix_one(aim: Target, log: _Log, things: Iterable[Outcome | FileError | None], watch: Watch) -> None:
    from tempfile import SpooledTemporaryFile  # a check does not wait for it

    changed = False
    with suppress(_Unchanged), opened(aim) as sink, SpooledTemporaryFile(SPOOL) as spool:
        for thing in things:
            if isinstance(thing, FileError):
                raise thing
            if thing is not None:
                watch(thing)
                sink.write(thing.data)
                spool.write(thing.edits)
                changed = changed or bool(thing.tally.changed)
        if aim.path is None and not changed:
            raise _Unchanged
        log.add(spool)

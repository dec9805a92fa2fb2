"""Blocks through a worker, in this process or in several, with the outcomes in the order of the blocks."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from textlint.io.blocks import Block
from textlint.io.errors import FileError
from textlint.pipeline.stretch import Stretch, received, sent
from textlint.pipeline.work import Job, Outcome, Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 2  # groups of blocks a worker that are read before the oldest is finished
SMALL = 8 << 20  # bytes of input below which starting processes costs more than it saves

GROUP = 2 << 20  # bytes of small blocks (text files) that are linted together
FILES = 256  # blocks in a group at the most

Event = tuple[int, Block | FileError | None]  # number of the input; a block of it, what went wrong, or its end
Ready = tuple[int, Outcome | FileError | None]

_worker: Worker | None = None  # of this process, where it is one of a pool


def run(job: Job, events: Iterable[Event], workers: int | None) -> Iterator[Ready]:
    """The events in their order, an outcome in the place of each block. ``workers`` None: all processors, or this
    process alone for small inputs. Raises SourceError for a config that is wrong.
    """
    groups = _groups(events)
    if workers is None:
        head, size = [], 0
        for group in groups:
            head.append(group)
            size += sum(len(block.data) for block in _blocks(group))
            if size > SMALL:
                break
        workers = 1 if size <= SMALL else processors()
        groups = chain(head, groups)
    yield from _here(Worker(job), groups) if workers == 1 else _in_processes(job, groups, workers)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(events: Iterable[Event]) -> Iterator[list[Event]]:
    group: list[Event] = []
    size = 0
    for event in events:
        group.append(event)
        size += len(event[1].data) if isinstance(event[1], Block) else 0
        if size >= GROUP or len(group) >= FILES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _blocks(group: Sequence[Event]) -> list[Block]:
    return [thing for _, thing in group if isinstance(thing, Block)]


def _filled(group: Sequence[Event], outcomes: Sequence[Outcome]) -> Iterator[Ready]:
    """The group's events with the outcomes of its blocks put in."""
    rest = iter(outcomes)
    for number, thing in group:
        yield number, next(rest) if isinstance(thing, Block) else thing


def _here(worker: Worker, groups: Iterable[list[Event]]) -> Iterator[Ready]:
    for group in groups:
        blocks = _blocks(group)
        yield from _filled(group, worker(blocks) if blocks else [])


def _in_processes(job: Job, groups: Iterator[list[Event]], workers: int) -> Iterator[Ready]:
    Worker(job)  # a config that is wrong is told here, once, and the scanner's database is made once
    from concurrent.futures import ProcessPoolExecutor  # a small run does not wait for it
    from multiprocessing import active_children

    others = active_children()
    pool = ProcessPoolExecutor(workers, initializer=_start, initargs=(job,))
    waiting: deque[tuple[list[Event], Future[list[Outcome]]]] = deque()

    def submit(count: int) -> None:
        waiting.extend(
            (group, pool.submit(_work, [sent(block) for block in _blocks(group)])) for group in islice(groups, count)
        )

    try:
        submit(workers * AHEAD)
        while waiting:
            group, future = waiting.popleft()
            outcomes = future.result()
            submit(1)
            yield from _filled(group, outcomes)
    except BaseException:  # interrupted, or an output that cannot be written: what is in work is not waited for
        for process in set(active_children()).difference(others):
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(job: Job) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the run
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _worker = Worker(job)


def _work(blocks: Sequence[Block | Stretch]) -> list[Outcome]:
    assert _worker is not None
    return _worker([received(block) for block in blocks]) if blocks else []

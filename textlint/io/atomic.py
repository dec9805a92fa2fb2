"""Files that appear whole or not at all.

An output is written beside its target under a hidden name, brought to the disk, and put in the target's place in one
step. Whatever goes wrong before that step leaves the target as it was and removes the unfinished file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Literal

from textlint.io.blocks import Writable
from textlint.io.errors import OutputError, reason, shown

_BUFFER = 1 << 20  # bytes
_OPEN_FILES = ("/dev/std", "/dev/fd/", "/proc/")  # names of files that are open already: never replaced


class _Sink:
    """A file whose errors are OutputErrors that name the target."""

    def __init__(self, file: BinaryIO, target: str) -> None:
        self._file, self._target = file, target

    def write(self, data: bytes, /) -> int:
        with _told(self._target):
            return self._file.write(data)

    def flush(self) -> None:
        with _told(self._target):
            self._file.flush()


@contextmanager
def _told(target: str) -> Iterator[None]:
    """Turns what the system says into one line that names the target."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{shown(target)}: cannot be written: {reason(error)}") from error


def refuse_overwrite(target: str, inputs: Iterable[str]) -> None:
    """Make sure that the target is none of the inputs, through links of any kind either.

    What is no ordinary file (a terminal, /dev/null) is no danger. Raises OutputError, which says to use --in-place.
    """
    if not os.path.isfile(target):
        return
    for path in inputs:
        if os.path.exists(path) and os.path.samefile(path, target):
            raise OutputError(f"{shown(target)}: is also an input ({shown(path)}); write elsewhere or use --in-place")


@contextmanager
def write_atomic(target: str, inputs: Iterable[str] = (), *, make_folders: bool = False) -> Iterator[Writable]:
    """A file to write to; it becomes ``target`` when the ``with`` block ends without an error.

    The permissions of an existing target stay; through a symbolic link the file it leads to is replaced, not the link;
    other hard links to the old file keep its content. What is no ordinary file (a pipe, /dev/stdout) is written to
    directly. ``inputs`` are the paths that must not be overwritten: leave them out to repair a file in its place.
    ``make_folders`` makes missing folders above the target.

    Raises OutputError when the target cannot be written or is one of ``inputs``.
    """
    refuse_overwrite(target, inputs)
    place = os.path.realpath(target)
    with _told(target):
        if make_folders:
            os.makedirs(os.path.dirname(place), exist_ok=True)
        direct = _is_direct(target)
    with _direct(target) if direct else _replacing(place, target) as sink:
        yield sink


def _is_direct(target: str) -> bool:
    """Whether the target is there and no ordinary file, so that it is written to and not replaced."""
    if os.path.abspath(target).startswith(_OPEN_FILES):
        return True
    return os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode)


@contextmanager
def _direct(target: str) -> Iterator[_Sink]:
    file = _opened(target, "wb", target)
    try:
        sink = _Sink(file, target)
        yield sink
        sink.flush()
    finally:
        _close(file)


@contextmanager
def _replacing(place: str, target: str) -> Iterator[_Sink]:
    """A sink to a hidden file beside ``place`` that takes its place at the end, or is removed."""
    unfinished = os.path.join(os.path.dirname(place), f".textlint-{os.urandom(8).hex()}.tmp")
    try:
        file = _opened(unfinished, "xb", target)
        try:
            yield _Sink(file, target)
            with _told(target):
                file.flush()
                os.fsync(file.fileno())
        finally:
            _close(file)
        with _told(target):
            _keep_permissions(place, unfinished)
            os.replace(unfinished, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(unfinished)
        raise
    _sync_folder(os.path.dirname(place))


def _opened(path: str, mode: Literal["wb", "xb"], target: str) -> BinaryIO:
    with _told(target):
        return open(path, mode, buffering=_BUFFER)


def _close(file: BinaryIO) -> None:
    """Close a file whose bytes are on the disk already, or no longer matter."""
    with suppress(OSError):
        file.close()


def _keep_permissions(place: str, unfinished: str) -> None:
    """Give the new file the owner (where the system lets us) and the permission bits of the one it replaces."""
    if not os.path.exists(place):
        return
    old, new = os.stat(place), os.stat(unfinished)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        with suppress(OSError):
            os.chown(unfinished, old.st_uid, old.st_gid)
    os.chmod(unfinished, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: str) -> None:
    """Bring the new name to the disk too, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

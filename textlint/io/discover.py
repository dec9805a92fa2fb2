"""From the paths a user names to the list of files to read: files, folders, globs and standard input.

The list does not depend on the order in which a file system lists its files.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from textlint.io.blocks import Source
from textlint.io.errors import InputError, printable, reason, shown
from textlint.io.formats import FORMATS, kind_of, known_suffixes

STDIN = "-"


def discover(paths: Iterable[str], input_format: str | None = None) -> list[Source]:
    """The inputs that ``paths`` name, in this order, each file once.

    A folder gives the files of known suffix in it and below, sorted, without hidden ones; a glob (``*``, ``?``,
    ``[...]``, ``**`` for folders of any depth) those that match it. ``input_format`` (``txt``, ``md``, ``jsonl``,
    with ``.gz`` or ``.zst`` where standard input is packed) is the format of files named by themselves or by a glob and
    of standard input; in folders the suffix decides.

    Raises InputError for a path that is missing or unreadable, matches nothing, or has no known suffix.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path, _checked(input_format)):
            found.setdefault(source.path if source.path == STDIN else os.path.abspath(source.path), source)
    return list(found.values())


def _checked(input_format: str | None) -> str | None:
    if input_format is not None and kind_of(f"x.{input_format}")[0] is None:
        raise InputError(f"unknown input format {printable(input_format)}; known: {' '.join(FORMATS)}")
    return input_format


def _sources(path: str, input_format: str | None) -> Iterator[Source]:
    if path == STDIN:
        yield _stdin(input_format)
    elif os.path.isdir(path):
        yield from _folder(path)
    elif os.path.exists(path):
        yield _file(path, os.path.basename(path), input_format)
    elif glob.has_magic(path):
        yield from _glob(path, input_format)
    else:
        raise InputError(_missing(path))


def _stdin(input_format: str | None) -> Source:
    if input_format is None:
        raise InputError(f"standard input: its format is unknown; add --input-format {'|'.join(FORMATS)}")
    format_, compression = kind_of(f"x.{input_format}")
    return Source(STDIN, str(format_), compression, STDIN)


def _file(path: str, relative: str, input_format: str | None) -> Source:
    """A file that is meant, whatever its name; raises InputError when it cannot be read or its format is unknown."""
    format_, compression = kind_of(path)
    if input_format is not None:
        format_, packed = kind_of(f"x.{input_format}")
        compression = compression or packed
    if format_ is None:
        way_out = "add --input-format, or use a file of " + known_suffixes()
        raise InputError(f"{shown(path)}: its suffix names no known format; {way_out}")
    if not os.access(path, os.R_OK):
        raise InputError(f"{shown(path)}: cannot be read: no permission")
    return Source(path, format_, compression, PurePath(relative).as_posix())


def _folder(folder: str) -> Iterator[Source]:
    """The files of known suffix below a folder; raises InputError when there is none or a folder cannot be listed."""
    paths = sorted(os.path.join(parent, name) for parent, name in _walk(folder) if kind_of(name)[0])
    if not paths:
        raise InputError(f"{shown(folder)}: holds no file of a known suffix ({known_suffixes()})")
    for path in paths:
        yield _file(path, os.path.relpath(path, folder), None)


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    """Every ordinary file below a folder as folder and name, but for hidden ones; links to folders are not followed."""

    def unreadable(error: OSError) -> None:
        raise InputError(f"{shown(error.filename or folder)}: cannot be listed: {reason(error)}") from error

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and os.path.isfile(os.path.join(parent, name)):
                yield parent, name


def _glob(pattern: str, input_format: str | None) -> Iterator[Source]:
    """The files that match, of known suffix unless the format is given; raises InputError when there is none."""
    base = _fixed_folder(pattern)
    matches = [path for path in sorted(set(glob.glob(pattern, recursive=True))) if os.path.isfile(path)]
    wanted = [path for path in matches if input_format or kind_of(path)[0]]
    if not wanted:
        what = f"matches no file of a known suffix ({known_suffixes()})" if matches else "matches no file"
        raise InputError(f"{shown(pattern)}: {what}{_hint(base) if not os.path.isdir(base) else ''}")
    for path in wanted:
        yield _file(path, os.path.relpath(path, base), input_format)


def _fixed_folder(pattern: str) -> str:
    """The folder above the first part of a pattern that is not a plain name."""
    parts = PurePath(pattern).parts
    plain = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return os.path.join(*parts[:plain]) if plain else "."


def _missing(path: str) -> str:
    if os.path.lexists(path):
        return f"{shown(path)}: is a link to a file that does not exist"
    return f"{shown(path)}: no such file or folder{_hint(path)}"


def _hint(path: str) -> str:
    """The name most like the first missing part of a path, as a question; empty when nothing is like it."""
    parent, name = os.path.split(os.path.normpath(path))
    while parent and not os.path.isdir(parent) and os.path.dirname(parent) != parent:
        parent, name = os.path.split(parent)
    import difflib  # most inputs are there

    try:
        near = difflib.get_close_matches(name, sorted(os.listdir(parent or ".")), n=1)
    except OSError:
        return ""
    return f"; did you mean {shown(os.path.join(parent, near[0]))}?" if near else ""

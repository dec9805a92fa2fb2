"""YAML as plain data in which every scalar is a string, with the place of every part, for errors that point at it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

import msgspec

from textlint.spec import Path, SpecError
from textlint.store import default_store

if TYPE_CHECKING:
    import yaml

_KEPT = b"parsed 1\n"  # a mark of how parsed files are kept; another number where that changes


class SourceError(ValueError):
    """Something wrong in a config or pack: ``file:line:column: what, and the way out``."""

    def __init__(self, file: str, message: str, line: int | None = None, column: int | None = None) -> None:
        place = file if line is None else f"{file}:{line}:{column}"
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True)
class Source:
    """A parsed YAML file: ``data`` holds only dicts, lists, strings and None (``no`` is ``"no"``, ``1.10`` is ``"1.10"``)."""

    file: str
    data: Any
    node: yaml.Node | None

    def error(self, error: SpecError) -> SourceError:
        """The error with the place of what is wrong."""
        line, column = self.place(error.path, on_key=error.on_key)
        return SourceError(self.file, error.message, line, column)

    def place(self, path: Path, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the part that ``path`` leads to, or of the last part on the way that is there."""
        if self.node is None:
            return 1, 1
        from textlint import nodes

        return nodes.place(self.node, path, on_key=on_key)


def read_source(path: FilePath | str) -> Source:
    """Read a YAML file. Raises SourceError when it is missing, unreadable, not UTF-8, or not YAML."""
    try:
        data = FilePath(path).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise SourceError(str(path), "not UTF-8; save it as UTF-8", line, column) from None
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from None
    return parse(text, str(path))


def shipped(path: FilePath) -> tuple[Source, str]:
    """A file that ships with textlint, and the hash of what it holds; parsed once and kept, without places of its parts."""
    store, content = default_store(), path.read_bytes()
    name = hashlib.sha256(_KEPT + content).hexdigest()
    kept = store.get(name)
    if kept is not None:
        return Source(str(path), msgspec.msgpack.decode(kept), None), name
    source = parse(content.decode("utf-8"), str(path))
    store.put(name, msgspec.msgpack.encode(source.data))
    return source, name


def parse(text: str, file: str) -> Source:
    """Read YAML from a string. Raises SourceError."""
    from textlint import nodes  # YAML's own code takes long to load, and most runs need none of it

    try:
        return Source(file, *nodes.read(text))
    except nodes.NodeError as error:
        raise SourceError(file, error.message, error.line, error.column) from None

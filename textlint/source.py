"""YAML as plain data in which every scalar is a string, with the place of every part, for errors that point at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from textlint.spec import Path, SpecError

DEEPEST = 200  # levels of nesting
_OPENERS = re.compile(r"[\[{]|[-?] +(?=[-?] )|^ {200}", re.M)  # what every level but some hundred needs one of

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        node, mark = self.node, self.node.start_mark if self.node else None
        for i, step in enumerate(path):
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            mark = key.start_mark if on_key and i == len(path) - 1 else node.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read_source(path: FilePath | str) -> Source:
    """Read a YAML file. Raises SourceError when it is missing, unreadable, not UTF-8, or not YAML."""
    try:
        data = FilePath(path).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad_character(str(path), error.object[: error.start].decode(), "not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from None
    return parse(text, str(path))


def parse(text: str, file: str) -> Source:
    """Read YAML from a string. Raises SourceError."""
    try:
        _check_depth(text, file)
        node = yaml.compose(text, Loader=_Loader)
        return Source(file, _plain(node, file, {}) if node else None, node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SourceError(file, f"not YAML: {error.problem or error.context}", line, column) from None
    except yaml.reader.ReaderError as error:
        message = f'not YAML: the character U+{error.character:04X}; write "\\x.." or "\\u...." in its place'
        raise _bad_character(file, text.partition(chr(error.character))[0], message) from None


def _check_depth(text: str, file: str) -> None:
    """Raise SourceError where YAML is nested deeper than the parser's stack can bear; looked at only where it may be."""
    if sum(1 for _ in _OPENERS.finditer(text)) <= DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _wrong(event, file, f"nested more than {DEEPEST} deep")


def _bad_character(file: str, before: str, message: str) -> SourceError:
    """An error at the character that comes after ``before``."""
    return SourceError(file, message, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _plain(node: yaml.Node, file: str, seen: dict[int, Any]) -> Any:
    """A node as plain data; an aliased node is read once, so that nested aliases cannot explode."""
    if id(node) not in seen:
        seen[id(node)] = ...
        seen[id(node)] = _read(node, file, seen)
    value = seen[id(node)]
    if value is ...:
        raise _wrong(node, file, "an alias that holds itself")
    return value


def _read(node: yaml.Node, file: str, seen: dict[int, Any]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file, seen) for item in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _wrong(key, file, "a key must be a word")
        if key.value in mapping:
            raise _wrong(key, file, f"the key '{key.value}' stands here twice")
        mapping[key.value] = _plain(value, file, seen)
    return mapping


def _wrong(part: yaml.Node | yaml.Event, file: str, message: str) -> SourceError:
    mark: Any = part.start_mark
    return SourceError(file, message, mark.line + 1, mark.column + 1)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and value nodes (the same one in a list) one step further down."""
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None

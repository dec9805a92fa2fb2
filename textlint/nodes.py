"""YAML's node graph: plain data from it, and the places of its parts. It is loaded only where YAML is read."""

from __future__ import annotations

import re
from typing import Any

import yaml

from textlint.spec import Path

DEEPEST = 200  # levels of nesting
_OPENERS = re.compile(r"[\[{]|[-?] +(?=[-?] )|^ {200}", re.M)  # what every level but some hundred needs one of

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NodeError(ValueError):
    """What makes a text no YAML that can be read, with line and column from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def read(text: str) -> tuple[Any, yaml.Node | None]:
    """A text as dicts, lists, strings and None, and as nodes; nothing of both where it is empty. Raises NodeError."""
    try:
        _check_depth(text)
        node = yaml.compose(text, Loader=_Loader)
        return _plain(node, {}) if node else None, node
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise NodeError(f"not YAML: {error.problem or error.context}", line, column) from None
    except yaml.reader.ReaderError as error:
        message = f'not YAML: the character U+{error.character:04X}; write "\\x.." or "\\u...." in its place'
        before = text.partition(chr(error.character))[0]
        raise NodeError(message, before.count("\n") + 1, len(before) - before.rfind("\n")) from None


def place(node: yaml.Node, path: Path, *, on_key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the part that ``path`` leads to, or of the last part on the way that is there."""
    mark = node.start_mark
    for i, step in enumerate(path):
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        mark = key.start_mark if on_key and i == len(path) - 1 else node.start_mark
    return mark.line + 1, mark.column + 1


def _check_depth(text: str) -> None:
    """Raise NodeError where YAML is nested deeper than the parser's stack can bear; looked at only where it may be."""
    if sum(1 for _ in _OPENERS.finditer(text)) <= DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _wrong(event, f"nested more than {DEEPEST} deep")


def _plain(node: yaml.Node, seen: dict[int, Any]) -> Any:
    """A node as plain data; an aliased node is read once, so that nested aliases cannot explode."""
    if id(node) not in seen:
        seen[id(node)] = ...
        seen[id(node)] = _read(node, seen)
    value = seen[id(node)]
    if value is ...:
        raise _wrong(node, "an alias that holds itself")
    return value


def _read(node: yaml.Node, seen: dict[int, Any]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, seen) for item in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _wrong(key, "a key must be a word")
        if key.value in mapping:
            raise _wrong(key, f"the key '{key.value}' stands here twice")
        mapping[key.value] = _plain(value, seen)
    return mapping


def _wrong(part: yaml.Node | yaml.Event, message: str) -> NodeError:
    mark: Any = part.start_mark
    return NodeError(message, mark.line + 1, mark.column + 1)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and value nodes (the same one in a list) one step further down."""
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None

"""The packs that ship, parsed once and kept: an outline of all, which each start reads, and the rest rule by rule.

Most of a pack are phrases, patterns and examples, and a run needs those of few rules.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from textlint.source import Source, read_source
from textlint.store import default_store

T = TypeVar("T")
M = TypeVar("M", bound=Sized)

_KEPT = b"packs 1\n"  # a mark of how packs are kept; another number where that changes
_LATER = {"find": dict, "examples": list}  # the keys of a rule that are not in the outline, each with what is there


def outlines(folder: Path) -> dict[str, tuple[Source, str]]:
    """The packs of a folder by file name, without what their rules look for and their examples, and the hash of each."""
    store, contents = default_store(), {path: path.read_bytes() for path in folder.glob("*.yaml")}
    keys = {path: hashlib.sha256(_KEPT + content).hexdigest() for path, content in contents.items()}
    name = hashlib.sha256(repr(sorted((path.name, key) for path, key in keys.items())).encode()).hexdigest()
    kept = store.get(name)
    packs = msgspec.msgpack.decode(kept) if kept is not None else {path.name: _outline(path) for path in contents}
    if kept is None:
        store.put(name, msgspec.msgpack.encode(packs))
    return {path.name: (Source(str(path), packs[path.name], None), key) for path, key in keys.items()}


def _outline(path: Path) -> Any:
    data = read_source(path).data
    rules = [{**rule, **{key: empty() for key, empty in _LATER.items()}} for rule in data["rules"]]
    return {**data, "rules": rules}


def rest(file: str, key: str, number: int) -> dict[str, Any]:
    """What the outline lacks of a pack's rule of this number; ``key`` is the hash of the pack."""
    found: dict[str, Any] = msgspec.msgpack.decode(_rests(file, key)[number])
    return found


@cache
def _rests(file: str, key: str) -> Sequence[msgspec.Raw]:
    store = default_store()
    kept = store.get(key)
    if kept is None:
        rules = read_source(file).data["rules"]
        kept = msgspec.msgpack.encode([{name: rule[name] for name in _LATER} for rule in rules])
        store.put(key, kept)
    return msgspec.msgpack.decode(kept, type=list[msgspec.Raw])


class _Made(Generic[M]):
    def __init__(self, make: Callable[[], M]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> M:
        return self._make()

    def __len__(self) -> int:
        return len(self._made)


class Later(_Made[Sequence[T]], Sequence[T]):
    """A sequence that is made when somebody looks into it."""

    def __getitem__(self, i: Any) -> Any:
        return self._made[i]


class LaterMapping(_Made[Mapping[str, Any]], Mapping[str, Any]):
    """The same for a mapping."""

    def __getitem__(self, key: str) -> Any:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

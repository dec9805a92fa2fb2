"""Plain data (as YAML gives it) checked against a typed schema, with errors that say where and what would have fitted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from reprlib import Repr
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Path = tuple[str | int, ...]

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?:key in )?\$(?P<path>.*)`)?$", re.S)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"unknown field `(.*)`")
_VALUE = re.compile(r"Invalid enum value '?(.*?)'?$", re.S)
_MISSING = re.compile(r"missing required field `(.*)`")
_TYPES = re.compile(r"`([^`]+)`")
_WORDS = {"object": "a mapping", "array": "a list", "bool": "true or false", "str": "a text", "int": "a whole number"}
_WORDS |= {"float": "a number", "null": "nothing"}

_REPR = Repr()  # what it shows is short however often aliases repeat it
_REPR.maxlevel, _REPR.maxdict, _REPR.maxlist, _REPR.maxstring = 2, 3, 4, 60


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every schema: a key that it does not know is an error."""


class SpecError(ValueError):
    """A value that does not fit: ``path`` leads to it, ``on_key`` says that the key and not its value is wrong."""

    def __init__(self, message: str, path: Path = (), *, on_key: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.on_key = on_key


def convert(value: object, schema: type[T], path: Path = ()) -> T:
    """``value`` as a ``schema``; strings are read as the type that the schema asks for.

    Raises SpecError with the path of the first thing that does not fit and the nearest name that would.
    """
    try:
        return msgspec.convert(value, schema, strict=False)
    except msgspec.ValidationError as error:
        raise _located(str(error), value, schema, path) from None


def nearest(bad: str, valid: Iterable[str]) -> str:
    """A hint that ends an error message: the nearest valid name, or all of them.

    >>> nearest("severty", ["severity", "safety"])
    "; did you mean 'severity'?"
    """
    from difflib import get_close_matches  # most runs have nothing to complain of

    names = sorted(valid)
    close = get_close_matches(bad, names, 1, 0.6)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; it may be one of: {', '.join(names)}" if names else ""


def _located(error: str, value: object, schema: Any, path: Path) -> SpecError:
    found = _PLACE.match(error)
    what, steps = (found["what"], found["path"] or "") if found else (error, "")
    inner: Path = ()
    for name, number in _STEP.findall(steps):
        step = name or (int(number) if number.isdigit() else _key_at_fault(error, value, schema, inner))
        inner = (*inner, step)
    if unknown := _UNKNOWN.search(what):
        hint = nearest(unknown[1], _keys(schema, inner))
        return SpecError(f"unknown key '{unknown[1]}'{hint}", (*path, *inner, unknown[1]), on_key=True)
    if wrong := _VALUE.search(what):
        return SpecError(f"'{wrong[1]}' is no valid value{nearest(wrong[1], _choices(schema, inner))}", (*path, *inner))
    if missing := _MISSING.search(what):
        return SpecError(f"the key '{missing[1]}' is missing", (*path, *inner))
    expected = _TYPES.sub(
        lambda m: " or ".join(_WORDS.get(t, t) for t in m[1].split(" | ")), what.partition(", got ")[0]
    )
    return SpecError(f"{expected[:1].lower()}{expected[1:]}, got {_shown(_at(value, inner))}", (*path, *inner))


def _key_at_fault(error: str, value: Any, schema: Any, path: Path) -> str:
    """The key of the mapping at ``path`` whose value makes the error (which names no keys of mappings)."""
    mapping: Any = _at(value, path)
    for key in mapping if isinstance(mapping, dict) else ():
        try:
            msgspec.convert(_put(value, path, {key: mapping[key]}), schema, strict=False)
        except msgspec.ValidationError as alone:
            if str(alone) == error:
                return str(key)
    return "..."


def _put(value: Any, path: Path, part: object) -> object:
    """A copy of ``value`` with ``part`` at ``path``."""
    if not path:
        return part
    copy = value.copy()
    copy[path[0]] = _put(value[path[0]], path[1:], part)
    return copy


def _at(value: Any, path: Path) -> object:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    return value


def _shown(value: object) -> str:
    text = "nothing" if value is None else _REPR.repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _type_at(schema: Any, path: Path) -> Any:
    """The inspected msgspec type that stands at ``path`` of a schema."""
    node: Any = msgspec.inspect.type_info(schema)
    for step in path:
        node = _unwrapped(node)
        if isinstance(node, msgspec.inspect.StructType):
            node = next((f.type for f in node.fields if f.encode_name == step), None)
        elif isinstance(node, msgspec.inspect.UnionType) and isinstance(step, int):
            node = next((t for t in map(_unwrapped, node.types) if isinstance(t, msgspec.inspect.ListType)), None)
            node = node.item_type if node else None
        elif isinstance(node, (msgspec.inspect.ListType, msgspec.inspect.VarTupleType)):
            node = node.item_type
        elif isinstance(node, msgspec.inspect.DictType):
            node = node.value_type
    return _unwrapped(node)


def _unwrapped(node: Any) -> Any:
    if isinstance(node, msgspec.inspect.Metadata):
        return _unwrapped(node.type)
    if isinstance(node, msgspec.inspect.UnionType):
        structs = [t for t in node.types if not isinstance(t, msgspec.inspect.NoneType)]
        return _unwrapped(structs[0]) if len(structs) == 1 else node
    return node


def _keys(schema: Any, path: Path) -> list[str]:
    node = _type_at(schema, path)
    return [f.encode_name for f in node.fields] if isinstance(node, msgspec.inspect.StructType) else []


def _choices(schema: Any, path: Path) -> list[str]:
    return list(dict.fromkeys(_values(_type_at(schema, path))))


def _values(node: Any) -> Iterator[str]:
    """The values of an enumeration, or of those in a union or list."""
    if isinstance(node, msgspec.inspect.EnumType):
        yield from (str(member.value) for member in node.cls)
    elif isinstance(node, msgspec.inspect.LiteralType):
        yield from map(str, node.values)
    for part in getattr(node, "types", ()):
        yield from _values(_unwrapped(part))
    if isinstance(node, msgspec.inspect.ListType):
        yield from _values(_unwrapped(node.item_type))

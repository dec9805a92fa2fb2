"""YAML files: what is read, and where it says that something is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from textlint.finding import Severity
from textlint.nodes import DEEPEST
from textlint.source import SourceError, parse, read_source
from textlint.spec import Schema, SpecError, convert, nearest


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "1.10", "12:30", "0x1f", "1e3", "2024-01-01", "true", "010", "1_000", ".inf", "=", "<<"]
)
def test_scalars_stay_strings(word: str) -> None:
    assert parse(f"a: [{word}]\nb: {word}", "f").data == {"a": [word], "b": word}


def test_only_null_is_none() -> None:
    assert parse("a: null\nb: ~\nc:\nd: 'null'", "f").data == {"a": None, "b": None, "c": None, "d": "null"}
    assert parse("", "f").data is None
    assert parse("no: x", "f").data == {"no": "x"}
    assert parse("a: !!python/object:os.system ls", "f").data == {"a": "ls"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [b\nc: d", "f:2:2: not YAML: did not find expected ',' or ']'"),
        ("a: b\n\tc: d", "f:2:1: not YAML: found a tab character"),
        ("a: b\na: c", "f:2:1: the key 'a' stands here twice"),
        ("x:\n  - {a: 1, b: 2, a: 3}", "f:2:18: the key 'a' stands here twice"),
        ("? [a]\n: b", "f:1:3: a key must be a word"),
        ("a: *nowhere", "f:1:4: not YAML: found undefined alias"),
        ("a: b\n---\nc: d", "f:2:1: not YAML: but found another document"),
        ("a: &x [*x]", "f:1:4: an alias that holds itself"),
        ("a: &x {b: [*x]}", "f:1:4: an alias that holds itself"),
        ("é: b\nc: 'd\x01'", r'f:2:6: not YAML: the character U+0001; write "\x.."'),
        ("a: \0", "f:1:4: not YAML: the character U+0000"),
        ("a: '", "not YAML"),
        ("a: @b", "f:1:4: not YAML"),
    ],
)
def test_what_is_no_yaml(text: str, message: str) -> None:
    with pytest.raises(SourceError) as error:
        parse(text, "f")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "- " * 200_000, "? " * 200_000, "{a: " * 200_000, "\n".join(" " * i + "a:" for i in range(2000))],
)
def test_deep_nesting_is_an_error_and_no_crash(text: str) -> None:
    with pytest.raises(SourceError, match=r"f:\d+:\d+: nested more than"):
        parse(text, "f")


def test_much_that_is_not_deep() -> None:
    text = "a:\n" + "  - [x, {y: z}]\n" * DEEPEST * 2
    assert len(parse(text, "f").data["a"]) == DEEPEST * 2


LAUGHS = "\n".join(
    ["a0: &a0 [ha, ha, ha, ha]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))]
)


def test_aliases_of_aliases_take_no_time() -> None:
    data = parse(LAUGHS, "f").data
    assert data["a29"][0] is data["a29"][8]


def test_an_error_about_aliases_of_aliases_is_short() -> None:
    data = parse(LAUGHS, "f").data

    class Wanted(Schema, frozen=True, kw_only=True):
        a29: str

    with pytest.raises(SpecError) as error:
        convert({"a29": data["a29"]}, Wanted)
    assert len(error.value.message) < 150


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: b\nc: \xff\xfe", ":2:4: not UTF-8"),
        ("a: ü".encode("utf-16"), ":1:1: not UTF-8"),
        ("\ufeffa: [".encode(), ":2:1: not YAML"),
    ],
)
def test_files_that_are_not_utf_8(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(content)
    with pytest.raises(SourceError) as error:
        read_source(path)
    assert str(error.value).startswith(f"{path}{message}")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nope\.yaml: cannot be read: No such file"):
        read_source(tmp_path / "nope.yaml")
    with pytest.raises(SourceError, match="cannot be read: Is a directory"):
        read_source(tmp_path)


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("\ufeffa: b".encode())
    assert read_source(path).data == {"a": "b"}


def test_places() -> None:
    source = parse("a: b\nc:\n  - d: e\n    f: [g, h]\n", "f")
    assert source.place(("c", 0, "f", 1)) == (4, 12)
    assert source.place(("c", 0, "f"), on_key=True) == (4, 5)
    assert source.place(("c", 0, "nope", 3)) == (3, 5)
    assert source.place(("c", 7)) == (3, 3)
    assert source.place(()) == (1, 1)


class Inner(Schema, frozen=True, kw_only=True):
    number: int = 0
    flag: bool = False
    share: float | None = None
    level: Severity = Severity.INFO


class Outer(Schema, frozen=True, kw_only=True):
    needed: str
    inner: Inner = Inner()
    by_name: dict[str, Inner] = {}
    items: list[Inner] = []
    deep: dict[str, dict[str, list[Inner]]] = {}


def test_strings_are_read_as_what_is_wanted() -> None:
    data = {"needed": "1.10", "inner": {"number": "7", "flag": "true", "share": "0.5", "level": "error"}}
    assert convert(data, Outer) == Outer(
        needed="1.10", inner=Inner(number=7, flag=True, share=0.5, level=Severity.ERROR)
    )


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        (None, (), "expected a mapping, got nothing"),
        ("x", (), "expected a mapping, got 'x'"),
        ({}, (), "the key 'needed' is missing"),
        ({"needed": "x", "nedeed": "y"}, ("nedeed",), "unknown key 'nedeed'; did you mean 'needed'?"),
        ({"needed": "x", "zzz": "y"}, ("zzz",), "it may be one of: by_name, deep, inner, items, needed"),
        ({"needed": ["x"]}, ("needed",), "expected a text, got ['x']"),
        ({"needed": "x", "inner": {"number": "two"}}, ("inner", "number"), "expected a whole number, got 'two'"),
        ({"needed": "x", "inner": {"flag": "no"}}, ("inner", "flag"), "expected true or false, got 'no'"),
        ({"needed": "x", "inner": {"share": "no"}}, ("inner", "share"), "expected a number or nothing, got 'no'"),
        ({"needed": "x", "inner": {"level": "eror"}}, ("inner", "level"), "did you mean 'error'?"),
        ({"needed": "x", "items": "y"}, ("items",), "expected a list, got 'y'"),
        ({"needed": "x", "items": [{}, {"flg": "y"}]}, ("items", 1, "flg"), "did you mean 'flag'?"),
        ({"needed": "x", "by_name": {"a": {}, "b": {"level": "x"}}}, ("by_name", "b", "level"), "error, info, warning"),
        ({"needed": "x", "deep": {"a": {"b": [{}, {"nubmer": "1"}]}}}, ("deep", "a", "b", 1, "nubmer"), "'number'"),
    ],
)
def test_what_does_not_fit_has_a_path_and_a_way_out(value: Any, path: tuple[str | int, ...], message: str) -> None:
    with pytest.raises(SpecError) as error:
        convert(value, Outer)
    assert error.value.path == path
    assert message in error.value.message


def test_nearest() -> None:
    assert nearest("x", []) == ""
    assert nearest("aplha", ["beta", "alpha"]) == "; did you mean 'alpha'?"
    assert nearest("zzz", ["b", "a"]) == "; it may be one of: a, b"


def test_schemas_are_strict_and_frozen() -> None:
    with pytest.raises(AttributeError):
        Inner().number = 3  # type: ignore[misc]
    assert Inner.__struct_config__.forbid_unknown_fields
    assert msgspec.inspect.type_info(Inner)

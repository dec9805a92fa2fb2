"""JSON Lines: blocks, records, bad records, and bytes that stay."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textlint.finding import Change
from textlint.io import FORMATS, Block, Decoded, FieldText, Record, decode, discover, encode
from textlint.io.formats import SUFFIXES
from textlint.io.jsonl import cut_lines

steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # however busy the machine is
BOM = b"\xef\xbb\xbf"


def block(data: bytes, *fields: str, id_field: str | None = "id", source_field: str | None = "url") -> Block:
    return Block("a.jsonl", "jsonl", data, 0, 0, fields or ("text",), id_field, source_field)


def only(data: bytes, *fields: str) -> Record:
    """The only record of some bytes, whose spans must hold its texts."""
    decoded = decode(block(data, *fields))
    assert decoded.problems == ()
    (record,) = decoded.records
    for text in record.texts:
        assert json.loads(data[text.start : text.end].decode()) == text.text
    return record


def texts(data: bytes, *fields: str) -> list[str]:
    return [text.text for text in only(data, *fields).texts]


def problem(data: bytes, *fields: str) -> tuple[int | None, int | None, str]:
    """The only problem of some bytes, which must pass through untouched."""
    here = block(data, *fields)
    decoded = decode(here)
    (found,) = decoded.problems
    assert encode(here, decoded, {}) is data
    assert found.path == "a.jsonl"
    assert str(found).isprintable()
    return found.record, found.offset, found.message


def blocks_of(folder: Path, data: bytes, block_bytes: int) -> list[Block]:
    (folder / "in.jsonl").write_bytes(data)
    (source,) = discover([str(folder / "in.jsonl")])
    return list(FORMATS["jsonl"].read_blocks(source, ["text"], "id", None, block_bytes))


# -- blocks


@steady
@given(st.lists(st.sampled_from([b"\n", b"a", b"bb\r\n", b"\n\n"]), max_size=30), st.integers(1, 9), st.integers(1, 9))
def test_cutting_keeps_every_byte_and_whole_lines(parts: list[bytes], chunk: int, size: int) -> None:
    data = b"".join(parts)
    pieces = list(cut_lines((data[at : at + chunk] for at in range(0, len(data), chunk)), size))
    assert b"".join(pieces) == data
    assert all(piece.endswith(b"\n") for piece in pieces[:-1])
    assert all(pieces)


@pytest.mark.parametrize("block_bytes", [1, 10, 40, 1000, 1 << 20])
def test_blocks_know_where_they_are(tmp_path: Path, block_bytes: int) -> None:
    lines = [b'{"text": "%d"}' % i for i in range(50)]
    data = BOM + b"\n\r\n" + b"\n \t\n".join(lines[:25]) + b"\r\n" + b"\r\n".join(lines[25:])
    blocks = blocks_of(tmp_path, data, block_bytes)
    assert b"".join(here.data for here in blocks) == data
    assert len(blocks) > 1 or block_bytes > len(data)
    records = [(record, here) for here in blocks for record in decode(here).records]
    assert [record.texts[0].text for record, _ in records] == [str(i) for i in range(50)]
    assert [record.number for record, _ in records] == [record.id for record, _ in records] == list(range(50))
    for record, here in records:
        start, end = (here.offset + place for place in record.texts[0][2:])
        assert data[start:end] == b'"%d"' % record.number


def test_problems_are_numbered_through_all_blocks(tmp_path: Path) -> None:
    data = b'{"text": "a"}\n\nbroken\n{"text": "b"}\nbroken too'
    problems = [problem for here in blocks_of(tmp_path, data, 1) for problem in decode(here).problems]
    assert [(found.record, found.offset) for found in problems] == [(1, data.index(b"broken\n")), (3, 36)]


@pytest.mark.parametrize("data", [b"", BOM, b"\n\n", b" \t\r\n  ", BOM + b"\r\n"])
def test_nothing_to_lint(tmp_path: Path, data: bytes) -> None:
    blocks = blocks_of(tmp_path, data, 1000)
    assert b"".join(here.data for here in blocks) == data
    assert all(decode(here) == Decoded((), ()) for here in blocks)


def test_a_line_of_many_megabytes(tmp_path: Path) -> None:
    body = ("word " * 10 + "\n") * 400_000
    data = b'{"text": "small"}\n' + json.dumps({"id": "big", "text": body}).encode() + b'\n{"text": "last"}'
    blocks = blocks_of(tmp_path, data, 4 << 20)
    assert len(data) > 20_000_000
    assert len(blocks) <= 3
    records = [record for here in blocks for record in decode(here).records]
    assert [record.id for record in records] == [0, "big", 2]
    assert records[1].texts[0].text == body
    (big,) = [here for here in blocks if b'"big"' in here.data]
    decoded = decode(big)
    index = next(i for i, record in enumerate(decoded.records) if record.id == "big")
    changed = encode(big, decoded, {(index, "text"): [Change(len(body) - 1, len(body), "!")]})
    assert changed == big.data.replace(b'word \\n"}', b'word !"}')


def test_a_long_line_of_awkward_text() -> None:
    body = '\\"\n\ud800' * 2_000_000
    data = json.dumps({"text": body}).encode()
    assert only(data).texts[0].text == body


def test_blocks_and_records_can_be_pickled() -> None:
    here = block(b'{"text": "a"}\nx\n')
    assert pickle.loads(pickle.dumps(here)) == here
    assert pickle.loads(pickle.dumps(decode(here))) == decode(here)


# -- finding the fields


def test_a_record() -> None:
    line = b' { "n": 1.50, "id" : "x-1" , "url":"http://a/b" ,"text" :\t"He said \\"no\\".\\u00e9" , "z": [1, {}] }'
    start = line.index(b'"He said')
    assert only(line) == Record(0, "x-1", "http://a/b", (FieldText("text", 'He said "no".é', start, start + 23),))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"7", 7),
        (b"-7", -7),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
        (b'"7"', "7"),
        (b'"\\ud800"', "\ud800"),
        (b"null", 0),
        (b"1.50", "1.50"),
        (b"1e3", "1e3"),
        (b"true", "true"),
        (b'{"$oid": "5f"}', '{"$oid": "5f"}'),
        (b"9" * 5000, "9" * 5000),
    ],
)
def test_ids(written: bytes, value: object) -> None:
    record = only(b'{"id": %b, "text": "a"}' % written)
    assert (record.id, type(record.id)) == (value, type(value))


def test_without_id_and_source() -> None:
    assert only(b'{"text": "a"}')[:3] == (0, 0, None)
    assert only(b'{"text": "a", "url": null}').source is None
    assert only(b'{"text": "a", "url": 5}').source == "5"
    here = block(b'{"text": "a", "id": 5, "url": "u"}', id_field=None, source_field=None)
    assert decode(here).records[0][:3] == (0, 0, None)


@pytest.mark.parametrize(
    ("line", "field", "text"),
    [
        (b'{"doc": {"body": "in"}}', "doc.body", "in"),
        (b'{"doc": {"body": "in"}, "doc.body": "whole"}', "doc.body", "whole"),
        (b'{"doc.body": "whole", "doc": {"body": "in"}}', "doc.body", "whole"),
        (b'{"a": {"b": {"c": "deep"}}}', "a.b.c", "deep"),
        (b'{"a": {"b": {"c": "deep"}, "b.c": "mid"}, "a.b": {"c": "left"}}', "a.b.c", "left"),
        (b'{"a": {"b": {"c": "deep"}, "b.c": "mid"}}', "a.b.c", "mid"),
        (b'{"a.b": 5, "a": {"b": {"c": "deep"}}}', "a.b.c", "deep"),
        (b'{"body": "out", "doc": {"body": "in"}}', "doc.body", "in"),
        (b'{"text": "same", "doc": {"text": "same"}}', "doc.text", "same"),
        (b'{"doc": {"text": "same"}, "text": "same"}', "text", "same"),
        (b'{"doc": {"text": "other"}, "text": "same"}', "text", "same"),
        (b'{"key": "text", "text": "text"}', "text", "text"),
        (b'{"list": [{"text": "x"}, "text", "}"], "text": "x"}', "text", "x"),
        (b'{"\\u0074ext": "spelled"}', "text", "spelled"),
        (b'{"a": {"text": "x"}, "\\u0074ext": "x"}', "text", "x"),
        (b'{"q": "\\"text\\": \\"x\\"", "text": "x"}', "text", "x"),
        ('{"größe": "raw"}'.encode(), "größe", "raw"),
        (b'{"gr\\u00f6\\u00dfe": "escaped"}', "größe", "escaped"),
        (b'{"\\"q\\\\": "odd"}', '"q\\', "odd"),
        (b'{"": "empty"}', "", "empty"),
        (b'{"text": "first", "text": "last"}', "text", "last"),
        (b'{"text": "same", "text": "same"}', "text", "same"),
        (b'{"text": 1, "text": "last"}', "text", "last"),
        (b'{"doc": {"body": "first"}, "doc": {"body": "last"}}', "doc.body", "last"),
        (b'{"doc": {"body": "same"}, "doc": {"body": "same"}}', "doc.body", "same"),
        (b'{"text": ""}', "text", ""),
        (b'{"text": "\\u0000\\u0000"}', "text", "\0\0"),
        (b'{"text": " \\n "}', "text", " \n "),
        (b'{"text":"\\\\"}', "text", "\\"),
        (b'{"x":"\\\\\\"","text":"a"}', "text", "a"),
    ],
)
@pytest.mark.parametrize("careful", [False, True])
def test_where_the_text_is(line: bytes, field: str, text: str, careful: bool) -> None:
    if careful:
        line = line[:-1] + b', "nan": NaN}'  # what strict parsers refuse
    record = only(line, field)
    assert record.texts[0].text == text
    here = block(line, field)
    changed = encode(here, decode(here), {(0, field): [Change(0, 0, "new ")]})
    start = record.texts[0].start + 1
    assert changed == line[:start] + b"new " + line[start:]
    assert only(changed, field).texts[0].text == "new " + text


KEYS = st.sampled_from(["text", "doc", "body", "doc.body", "a", "te\\xt", "é", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from(["text", '"text": "', "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


@steady
@given(st.dictionaries(KEYS, VALUES, max_size=5), st.booleans(), st.sampled_from([None, 1]))
def test_any_object(record: dict[str, object], ascii_only: bool, indent: int | None) -> None:
    line = json.dumps(record, ensure_ascii=ascii_only, indent=indent).replace("\n", " ").encode()
    inner = record.get("doc")
    nested = inner.get("body") if isinstance(inner, dict) else None
    wanted = {"text": record.get("text"), "doc.body": record.get("doc.body", nested)}
    here = block(line, *wanted)
    decoded = decode(here)
    found = {text.field: text for got in decoded.records for text in got.texts}
    assert {field: text.text for field, text in found.items()} == {
        k: v for k, v in wanted.items() if isinstance(v, str)
    }
    assert len(decoded.problems) == 2 - len(found)
    assert all(json.loads(line[text.start : text.end]) == text.text for text in found.values())


def test_several_fields_are_put_in_at_once() -> None:
    line = b'{"b": "two", "n": 1.0, "doc": {"a": "one"}}\r\n'
    here = block(line + line, "doc.a", "b")
    decoded = decode(here)
    assert texts(line, "doc.a", "b") == ["one", "two"]
    changed = {(1, "doc.a"): [Change(0, 1, "O")], (1, "b"): [Change(3, 3, "!")], (0, "b"): [Change(0, 3, "")]}
    assert encode(here, decoded, changed) == (
        b'{"b": "", "n": 1.0, "doc": {"a": "one"}}\r\n{"b": "two!", "n": 1.0, "doc": {"a": "One"}}\r\n'
    )


def test_the_other_fields_go_on_when_one_is_no_text() -> None:
    decoded = decode(block(b'{"title": null, "text": "a"}', "title", "text"))
    assert [text.field for text in decoded.records[0].texts] == ["text"]
    assert [found.message for found in decoded.problems] == ['the field "title" is null, not a string']


# -- lone surrogates and what strict parsers refuse


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"\ud800", "\ud800"),
        (rb"a\udfffb", "a\udfffb"),
        (rb"\ud83d\ude00", "\U0001f600"),
        (rb"\ud83d\ud83d\ude00\ude00", "\ud83d\U0001f600\ude00"),
        (rb"\ude00\ud83d", "\ude00\ud83d"),
        ("\\ud800é😀".encode(), "\ud800é😀"),
    ],
)
def test_lone_surrogates(written: bytes, text: str) -> None:
    line = b'{"text": "%b", "n": 1}' % written
    assert texts(line) == [text]
    here = block(line)
    changed = encode(here, decode(here), {(0, "text"): [Change(len(text), len(text), "!")]})
    assert changed == b'{"text": "%b!", "n": 1}' % written
    assert texts(b'{"other": "%b", "text": "a"}' % written) == ["a"]
    assert texts(b'{"%b": 1, "text": "a"}' % written) == ["a"]


@pytest.mark.parametrize(
    "other", [b"NaN", b"-Infinity", b"1e999", b"1" * 6000, b"[NaN, %b]" % (b"1" * 6000), b"[" * 400 + b"]" * 400]
)
def test_odd_values_beside_the_text(other: bytes) -> None:
    line = b'{"n": %b, "text": "a"}' % other
    here = block(line)
    assert encode(here, decode(here), {(0, "text"): [Change(0, 1, "b")]}) == line.replace(b'"a"', b'"b"')


# -- bad records


@pytest.mark.parametrize(
    ("line", "offset", "words"),
    [
        (b'{"text": "a"', 12, "not valid JSON: Expecting ',' delimiter"),
        ('{"é": 1, "text": "a" x}'.encode(), 22, "not valid JSON"),
        (b'{"text": "a"} {}', 14, "not valid JSON: Extra data"),
        (b'{"text": "a\x01"}', 11, "not valid JSON: Invalid control character"),
        (b'{"text": "a\\q"}', 11, "not valid JSON: Invalid \\escape"),
        (b"{'text': 'a'}", 1, "not valid JSON"),
        (b'{"text": "a"}\0', 13, "not valid JSON"),
        (b"\0\0\0", 0, "not valid JSON"),
        (b"nonsense", 0, "not valid JSON"),
        (b'["text"]', 0, "not an object"),
        (b'"text"', 0, "not an object"),
        (b"null", 0, "not an object"),
        (b'{"text": "a\xffb"}', 11, "not valid UTF-8: byte 0xff"),
        (b'{"text": "a", "other": "\xc3"}', 24, "not valid UTF-8: byte 0xc3"),
        (b'{"text": "a", "\xff": 1}', 15, "not valid UTF-8: byte 0xff"),
        (b'{"text": "\xed\xa0\x80"}', 10, "not valid UTF-8: byte 0xed"),
        (b'{"a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", 0, "nested too deep"),
        (b'{"text": null}', 0, 'the field "text" is null, not a string'),
        (b'{"text": 5}', 0, 'the field "text" is a number, not a string'),
        (b'{"text": -5e1}', 0, 'the field "text" is a number, not a string'),
        (b'{"text": true}', 0, 'the field "text" is true, not a string'),
        (b'{"text": ["a"]}', 0, 'the field "text" is a list, not a string'),
        (b'{"text": {"a": "b"}}', 0, 'the field "text" is an object, not a string'),
        (b'{"text": "a", "text": null}', 0, "is null"),
        (b'{"body": "a", "n": 1}', 0, 'has no field "text"; name one with --text-field: body, n'),
        (b'{"Text": "a", "b\\n": 1}', 0, 'has no field "text"; name one with --text-field: Text, b\\n'),
        (b"{}", 0, 'has no field "text"; name one with --text-field: the object is empty'),
        (b'{"doc": "x"}', 0, 'has no field "text"'),
    ],
)
def test_bad_records(line: bytes, offset: int, words: str) -> None:
    good = b'{"text": "good"}\n'
    number, at, message = problem(good + b"\n" + line + b"\n" + good)
    assert (number, at) == (1, len(good) + 1 + offset)
    assert words in message
    assert [record.number for record in decode(block(good + line + b"\n" + good)).records] == [0, 2]


def test_many_keys_are_not_all_listed() -> None:
    line = json.dumps({f"key{i}": i for i in range(500)}).encode()
    assert problem(line)[2].endswith("key8, key9, ...")
    assert len(problem(json.dumps({"k" * 10_000: 1}).encode())[2]) < 120


def test_strange_keys_are_told_on_one_line() -> None:
    assert problem(b'{"-": 1, "a\\nb": 2, "\\ud800": 3}')[2].endswith(r"--text-field: -, a\nb, \ud800")


def test_a_missing_nested_field() -> None:
    for line in [b'{"doc": "x"}', b'{"doc": {}}', b'{"doc": [{"body": "x"}]}', b'{"doc": {"body": "x"}, "doc": {}}']:
        assert 'has no field "doc.body"' in problem(line, "doc.body")[2]


def test_invalid_utf8_is_placed_in_the_file(tmp_path: Path) -> None:
    data = BOM + b'{"text": "a"}\n' * 100 + b'{"text": "a\xff"}\n'
    (found,) = [found for here in blocks_of(tmp_path, data, 64) for found in decode(here).problems]
    assert (found.record, found.offset) == (100, data.index(b"\xff"))


def test_a_byte_order_mark_counts_at_the_start_of_the_file_only() -> None:
    data = BOM + b'{"text": "a"}\n'
    assert only(data).texts[0].start == 12
    later = Block("a.jsonl", "jsonl", data, offset=100, record=5)
    assert [found.record for found in decode(later).problems] == [5]


# -- bytes that stay


def test_an_unchanged_block_is_the_same_object() -> None:
    here = block(b'{"text": "a"}\n')
    decoded = decode(here)
    assert encode(here, decoded, {}) is here.data
    assert encode(here, decoded, {(0, "text"): []}) is here.data


def test_all_else_keeps_its_bytes() -> None:
    parts = [
        BOM,
        b'{"n": 1.0, "big": 12345678901234567890123, "text": "\\u00e9\\/ a", "e": 1E5, "t": "\\/"}\r\n',
        b"\r\n  \n",
        b"broken {\n",
        b'  {"text" :  "b" , "dup": 1, "dup": 2 }  \n',
        b'{"text": "c\xff"}\n',
        b'{"text": "d"}',
    ]
    here = block(b"".join(parts))
    decoded = decode(here)
    assert [record.number for record in decoded.records] == [0, 2, 4]
    every: dict[tuple[int, str], Sequence[Change]] = {(i, "text"): [Change(0, 0, "+")] for i in range(3)}
    parts[1] = parts[1].replace(b'"\\u00e9', b'"+\\u00e9')
    parts[4] = parts[4].replace(b'"b"', b'"+b"')
    parts[6] = parts[6].replace(b'"d"', b'"+d"')
    assert encode(here, decoded, every) == b"".join(parts)


def test_exact_bytes_for_undoing() -> None:
    here = block(b'{"x": 1, "text": "a\\/b\\u00e9"}')
    text = decode(here).records[0].texts[0]
    assert FORMATS["jsonl"].originals(here, text, [Change(1, 2, "-"), Change(2, 3, "")]) == [b"\\/", None]


def test_formats_have_their_suffixes_to_themselves() -> None:
    suffixes = [suffix for suffixes in SUFFIXES.values() for suffix in suffixes]
    assert len(suffixes) == len(set(suffixes))

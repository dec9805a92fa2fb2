r"""Edits inside a JSON string literal: the right place, the right style, and not a byte more."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textlint.edits import EditError, apply
from textlint.finding import Change, Edit
from textlint.io.jsonstring import ExactEdit, cut, decode, encode, holds, is_ascii_style, needs_raw, originals, splice

steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # however busy the machine is
PLAIN = st.sampled_from([*"abc /\x7f~", "é", "ß", "“", "漢", "😀", "\u2028", "\ufeff"]).map(lambda c: c.encode())
SHORT = st.sampled_from([rb"\"", rb"\\", rb"\/", rb"\b", rb"\f", rb"\n", rb"\r", rb"\t"])
LONG = st.sampled_from(
    [rb"\u0000", rb"\u001F", rb"\u0041", rb"\u00e9", rb"\u00E9", rb"\u201c", rb"\ud83d\ude00", rb"\uD83D\uDE00"]
)
LONE = st.sampled_from([rb"\ud83d", rb"\ude00", rb"\uDFFF", rb"\uD800"])
LITERALS = st.lists(PLAIN | SHORT | LONG | LONE, max_size=30).map(lambda parts: b'"' + b"".join(parts) + b'"')
INSERTED = st.text(st.characters(exclude_categories=()) | st.sampled_from('"\\/\n\t\x00é😀\ud800\udfff'), max_size=4)


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, list[Edit]]:
    """A literal and edits on its text, sorted and disjoint."""
    raw = draw(LITERALS)
    text = decode(raw)
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return raw, [Edit(start, end, text[start:end], draw(INSERTED), ("a/b",)) for start, end in pairs]


@steady
@given(edited())
def test_splicing_is_applying(case: tuple[bytes, list[Edit]]) -> None:
    raw, edits = case
    wanted = apply(decode(raw), edits)
    if holds(wanted):
        assert json.loads(splice(raw, edits)) == wanted
    else:
        with pytest.raises(EditError):
            splice(raw, edits)


@steady
@given(edited())
def test_undoing_gives_the_original_bytes(case: tuple[bytes, list[Edit]]) -> None:
    raw, edits = case
    if not holds(apply(decode(raw), edits)):
        return
    back, shift = [], 0
    for edit, exact in zip(edits, originals(raw, edits), strict=True):
        back.append(ExactEdit(edit.start + shift, edit.start + shift + len(edit.after), edit.before, exact))
        shift += len(edit.after) - len(edit.before)
    assert splice(splice(raw, edits), back) == raw


@steady
@given(edited())
def test_bytes_outside_the_edits_stay(case: tuple[bytes, list[Edit]]) -> None:
    raw, edits = case
    if not edits or not holds(apply(decode(raw), edits)):
        return
    changed, length = splice(raw, edits), len(decode(raw))
    head, tail = cut(raw, 0, edits[0].start), cut(raw, edits[-1].end, length)
    assert changed.startswith(b'"' + head)
    assert changed.endswith(tail + b'"')


@steady
@given(LITERALS, st.data())
def test_pieces_make_the_whole(raw: bytes, data: st.DataObject) -> None:
    length = len(decode(raw))
    middle = data.draw(st.integers(0, length))
    assert b'"' + cut(raw, 0, middle) + cut(raw, middle, length) + b'"' == raw


@steady
@given(INSERTED, st.booleans())
def test_encoding_is_json(text: str, ascii_only: bool) -> None:
    raw = encode(text, ascii_only)
    assert (json.loads(b'"' + raw + b'"') == text) is holds(text)
    assert raw.isascii() or not ascii_only


@pytest.mark.parametrize(
    ("raw", "edit", "changed"),
    [
        (rb'"\u00e9\/a"', Change(2, 3, "b"), rb'"\u00e9\/b"'),
        (rb'"\u00e9"', Change(1, 1, "\u201c"), rb'"\u00e9\u201c"'),
        (rb'"\u00e9"', Change(1, 1, "\U0001f600"), rb'"\u00e9\ud83d\ude00"'),
        (rb'"plain"', Change(5, 5, "é"), '"plainé"'.encode()),
        ('"é\\u00e9"'.encode(), Change(2, 2, "é"), '"é\\u00e9é"'.encode()),
        (rb'"a\u0000b"', Change(3, 3, "é"), '"a\\u0000bé"'.encode()),
        (rb'"a\\u00e9"', Change(2, 2, "é"), '"a\\\\éu00e9"'.encode()),
        (rb'"a"', Change(0, 1, '"\\\n\x01\x7f/'), b'"\\"\\\\\\n\\u0001\x7f/"'),
        (rb'"a"', Change(1, 1, "\ud800é"), '"a\\ud800é"'.encode()),
        (rb'"\ud83d\ude00x"', Change(1, 2, ""), rb'"\ud83d\ude00"'),
        (rb'"\ud83d\ud83d\ude00\ude00x"', Change(3, 4, "y"), rb'"\ud83d\ud83d\ude00\ude00y"'),
        ('"😀\\n😀x"'.encode(), Change(3, 4, ""), '"😀\\n😀"'.encode()),
        (b'""', Change(0, 0, "a"), b'"a"'),
        (rb'"\n\n\n"', Change(1, 2, ""), rb'"\n\n"'),
    ],
)
def test_splice(raw: bytes, edit: Change, changed: bytes) -> None:
    assert splice(raw, [edit]) == changed


def test_no_edit_no_change() -> None:
    assert splice(rb'"\u00E9\/"', []) == rb'"\u00E9\/"'


def test_edits_that_touch() -> None:
    assert splice(b'"abcd"', [Change(0, 1, "x"), Change(1, 1, "y"), Change(1, 2, "z")]) == b'"xyzcd"'


def test_an_exact_edit_keeps_its_bytes() -> None:
    assert splice(b'"ab"', [ExactEdit(1, 1, "é/", rb"\u00E9\/")]) == rb'"a\u00E9\/b"'


@pytest.mark.parametrize("edits", [[(0, 6)], [(-1, 2)], [(3, 4), (1, 2)], [(0, 2), (1, 3)], [(2, 1)]])
def test_edits_that_do_not_fit(edits: list[tuple[int, int]]) -> None:
    with pytest.raises(EditError):
        splice(rb'"ab\u00e9de"', [Change(start, end, "") for start, end in edits])


def test_two_halves_must_not_meet() -> None:
    with pytest.raises(EditError, match="lone surrogates side by side"):
        splice(rb'"\ud83dx\ude00"', [Change(1, 2, "")])
    assert not holds("\ud83d\ude00")
    assert all(map(holds, ["\ude00\ud83d", "\U0001f600", "a\ud800"]))


@pytest.mark.parametrize(
    ("piece", "ascii_only", "needed"),
    [
        (b"a", False, False),
        (rb"\/", False, True),
        (rb"\u00e9", True, False),
        (rb"\u00e9", False, True),
        (rb"\u00E9", True, True),
        ("é".encode(), False, False),
        ("é".encode(), True, True),
        (rb"\n\t\"\\", False, False),
        (rb"\u000a", False, True),
        (rb"\ud83d", False, False),
        (rb"\ud83d\ude00", True, False),
    ],
)
def test_needs_raw(piece: bytes, ascii_only: bool, needed: bool) -> None:
    assert needs_raw(piece, ascii_only) is needed


def test_originals_look_at_the_style_after_the_edit() -> None:
    r"""Without its only escape the literal has no ASCII style any more: undoing would write é."""
    raw = rb'"caf\u00e9 \u0041"'
    assert originals(raw, [Edit(3, 4, "é", "e", ("a/b",))]) == [rb"\u00e9"]
    assert originals(rb'"\u00e8\u00e9"', [Edit(0, 1, "è", "e", ("a/b",))]) == [None]


def test_style() -> None:
    assert all(map(is_ascii_style, [rb'"\u00e9"', rb'"\\\u2028"', rb'"\u0000\u0080"']))
    assert not any(map(is_ascii_style, [rb'"\\u00e9"', rb'"\u0009"', b'"a"', '"\\u00e9é"'.encode()]))


def test_cut_outside() -> None:
    with pytest.raises(EditError):
        cut(b'"abc"', 2, 4)
    with pytest.raises(EditError):
        cut(b'"abc"', 2, 1)


def test_a_long_literal_takes_linear_time() -> None:
    raw = b'"' + rb"\u00e9 word\n" * 700_000 + b'"'
    edits = [Change(at, at + 1, "e") for at in range(0, 700_000 * 7, 7)]
    start = time.perf_counter()
    changed = splice(raw, edits)
    assert time.perf_counter() - start < 20
    assert changed == b'"' + rb"e word\n" * 700_000 + b'"'

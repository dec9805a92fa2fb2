"""Reading labelled documents, and the errors that say what is wrong with one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from textlint.linemodel.labelled import GOOD, JUNK, UNKNOWN, check_folds, check_kinds, labels_from, read_labelled
from textlint.linemodel.layouts import relaid
from textlint.source import SourceError

ONE = {"text": "Home\nHe left.", "junk": [1, 0]}


def read(*records: Any) -> Any:
    return read_labelled([r if isinstance(r, bytes) else json.dumps(r).encode() for r in records], "x.jsonl")


def test_labels_are_read() -> None:
    (document,) = read({"text": "Home\r\nHe left.\rShe stayed.", "junk": [1, 0, None], "lang": "en", "whole": True})
    assert document.text == "Home\nHe left.\nShe stayed."
    assert document.labels == (JUNK, GOOD, UNKNOWN)
    assert (document.lang, document.whole) == ("en", True)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (b'{"text": ', "x.jsonl:2:10: no JSON: Expecting value"),
        (b"[" * 100_000, "no JSON that can be read"),
        (b'{"weight": ' + b"9" * 5000 + b"}", "no JSON that can be read"),
        (b'{"text": "\xff"}', "is not UTF-8; save it as UTF-8"),
        ([1, 2], 'an object with a string "text" is wanted'),
        ({"junk": [1]}, 'an object with a string "text" is wanted'),
        ({"text": "a"}, 'neither "junk"'),
        ({"text": "a\nb", "junk": [1]}, '"junk" holds 1 labels, "text" 2 lines'),
        ({"text": "a", "junk": [2]}, "a label is 0, 1 or null, not 2"),
        ({"text": "a", "junk": ["junk"]}, "a label is 0, 1 or null"),
        ({"text": "a", "junk": [1], "weight": 0}, '"weight" has to be a number above 0'),
        ({"text": "a", "junk": [1], "weight": float("nan")}, '"weight" has to be a number above 0'),
        ({"text": "a", "gold": ["a"]}, '"gold" has to be a string'),
        ({"text": "a", "junk": [1], "lang": 7}, '"lang" has to be a string'),
        ({"text": "a", "junk": [1], "whole": "yes"}, '"whole" has to be true or false'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(record: Any, told: str) -> None:
    with pytest.raises(SourceError, match=r"x\.jsonl:2:1") as error:
        read(ONE, record)
    assert told in str(error.value)


@pytest.mark.parametrize(("label", "told"), [(0, "junk (1)"), (1, "the author's text (0)")])
def test_a_missing_class_is_told(label: int, told: str) -> None:
    documents = read({"text": "a\nb", "junk": [label, label]})
    with pytest.raises(SourceError) as error:
        check_kinds(documents, "x.jsonl")
    assert told in str(error.value)


def test_too_few_documents_are_told() -> None:
    documents = read(*({**ONE, "group": str(number)} for number in range(30)))
    check_folds(documents, 3, "x.jsonl")
    with pytest.raises(SourceError, match=r"x\.jsonl: too few documents: each of 3 parts"):
        check_folds(documents[:2], 3, "x.jsonl")


def test_what_a_batch_cannot_hold_is_read_as_a_batch_reads_it() -> None:
    text = "Home\ud800\nHe left the harbour at seven in the morning.\n" * 9
    record = {"text": text, "gold": "He left the harbour at seven in the morning.\udfff", "lang": "e\udfff"}
    (document,) = read(json.dumps({**record, "whole": True}).encode())
    assert document.text == text.replace("\ud800", "\ufffd")
    assert document.lang == "e\ufffd"
    assert list(relaid(document))


def test_documents_of_one_group_are_one_even_if_its_name_is_0() -> None:
    first, second, other = read({**ONE, "group": 0}, {**ONE, "text": "a\nb", "group": 0}, {**ONE, "group": 1})
    assert first.group == second.group != other.group


def test_labels_come_from_the_text_that_is_wanted() -> None:
    gold = "The ferry left the old harbour at seven. Bread\nIt came back before noon, as it always does."
    lines = ["Home", "The ferry left the old harbour at seven.", "Bread", "It came back before noon, as it always does.",
             "", "Share this page with all your friends now", "Bread"]  # fmt: skip
    assert labels_from(gold, lines) == (JUNK, GOOD, GOOD, GOOD, UNKNOWN, JUNK, JUNK)


def test_other_layouts_are_the_same_on_every_run() -> None:
    (document,) = read(
        {"text": "Home\nHe left the harbour at seven in the morning.\n" * 9, "junk": [1, 0] * 9 + [None]}
    )
    first, second = list(relaid(document)), list(relaid(document))
    assert first == second
    assert all(len(d.text.split("\n")) == len(d.labels) for d in first)

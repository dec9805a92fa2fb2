"""Labelled documents: what `textlint train` and `textlint evaluate` read.

A JSON object a line. ``text`` is the document; ``junk`` holds a number a line of it, 1 for junk, 0 for the author's
text and null where nobody knows. Instead of ``junk`` there may be ``gold``, the text that is wanted: the labels are then
found by the words that the lines share with it. Optional: ``lang``; ``whole``, true for a whole page as a browser shows
it and false for an extracted article; ``group``, equal for documents that are made from the same page; ``weight``, how
much the document counts in training (1 where it is not there). What else an object holds is passed over.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from textlint.source import SourceError

JUNK, GOOD, UNKNOWN = 1, 0, -1
WHOLE = 0.2  # share of junk among a document's words from which it is taken for a whole page, if nothing is said

_WORD = regex.compile(r"\w+")
_SURROGATE = regex.compile("[\ud800-\udfff]")
_LABELS = {0: GOOD, 1: JUNK, None: UNKNOWN}


@dataclass(frozen=True)
class Labelled:
    """A document with a label a line (JUNK, GOOD or UNKNOWN)."""

    text: str
    labels: tuple[int, ...]
    lang: str
    whole: bool
    group: str
    weight: float = 1.0
    gold: str | None = None


def read_labelled(lines: Iterable[bytes], name: str) -> list[Labelled]:
    """The documents of a labelled file. Raises SourceError, with the line, for what does not fit the format."""
    return [_document(line, name, number) for number, line in enumerate(lines, 1) if line.strip()]


def check_kinds(documents: Iterable[Labelled], name: str) -> None:
    """Raise SourceError where not a line is labelled as junk, or not one as text."""
    seen = {label for document in documents for label in document.labels}
    for label, what in ((JUNK, "junk (1)"), (GOOD, "the author's text (0)")):
        if label not in seen:
            raise SourceError(name, f"no line of it is labelled as {what}; both kinds are needed")


def fold_of(document: Labelled, folds: int) -> int:
    """In which of so many parts a document falls; those of one group fall together, whatever other documents there are."""
    return int(document.group[:8], 16) % folds


def check_folds(documents: Iterable[Labelled], folds: int, name: str) -> None:
    """Raise SourceError where a part that is held back in training would lack lines of either kind."""
    seen = {(fold_of(document, folds), label) for document in documents for label in document.labels}
    if not seen.issuperset((fold, label) for fold in range(folds) for label in (JUNK, GOOD)):
        told = f"too few documents: each of {folds} parts of them is held back once and needs lines of both kinds"
        raise SourceError(name, f"{told}; label more pages")


def _document(line: bytes, name: str, number: int) -> Labelled:
    record = _record(line, name, number)
    text, gold = _cleaned(record["text"]).replace("\r\n", "\n").replace("\r", "\n"), record.get("gold")
    wanted = None if gold is None else _cleaned(gold)
    lines = text.split("\n")
    labels = _given(record.get("junk"), lines, name, number) if wanted is None else labels_from(wanted, lines)
    whole, weight, lang = record.get("whole"), record.get("weight", 1.0), _cleaned(record.get("lang") or "")
    if not isinstance(weight, (int, float)) or not 0 < weight < 1e6:
        raise SourceError(name, '"weight" has to be a number above 0', number, 1)
    if whole is None:
        whole = _mostly_page(lines, labels)
    return Labelled(text, labels, lang, whole, _group(record), float(weight), wanted)


def _record(line: bytes, name: str, number: int) -> dict[str, Any]:
    """The object of a line, whose parts are of the kinds that are wanted."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SourceError(name, "is not UTF-8; save it as UTF-8", number, 1) from None
    except json.JSONDecodeError as error:
        raise SourceError(name, f"no JSON: {error.msg}", number, error.colno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        raise SourceError(name, "no JSON that can be read", number, 1) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise SourceError(name, 'an object with a string "text" is wanted', number, 1)
    for key, kind, what in (("gold", str, "a string"), ("lang", str, "a string"), ("whole", bool, "true or false")):
        if not isinstance(record.get(key), (kind, type(None))):
            raise SourceError(name, f'"{key}" has to be {what}', number, 1)
    return record


def _cleaned(text: str) -> str:
    """The text as a batch reads it: a lone surrogate is U+FFFD."""
    return str(_SURROGATE.sub("\ufffd", text))


def _given(junk: Any, lines: Sequence[str], name: str, number: int) -> tuple[int, ...]:
    if not isinstance(junk, list):
        raise SourceError(name, 'neither "junk" (a list with a label a line) nor "gold" (a string) is there', number, 1)
    if len(junk) != len(lines):
        raise SourceError(name, f'"junk" holds {len(junk)} labels, "text" {len(lines)} lines', number, 1)
    wrong = next((label for label in junk if not (label is None or label in (0, 1))), None)
    if wrong is not None:
        raise SourceError(name, f"a label is 0, 1 or null, not {json.dumps(wrong)[:40]}", number, 1)
    return tuple(_LABELS[None if label is None else int(label)] for label in junk)


def _mostly_page(lines: Sequence[str], labels: Sequence[int]) -> bool:
    """Whether so many of the words are junk that the document must be a whole page."""
    sizes = [len(line.split()) for line in lines]
    return sum(size for size, label in zip(sizes, labels, strict=True) if label == JUNK) > WHOLE * max(sum(sizes), 1)


def _group(record: dict[str, Any]) -> str:
    key = next(record[key] for key in ("group", "gold", "text") if record.get(key) not in (None, ""))
    return hashlib.sha256(str(key).encode("utf-8", "replace")).hexdigest()


def labels_from(gold: str, lines: Sequence[str]) -> tuple[int, ...]:
    """A label a line: GOOD where at least half of its runs of three words stand in ``gold``, JUNK where hardly any do.

    A line of one or two words that stands somewhere in ``gold`` is as good as the longer lines around it; where these
    disagree it stays UNKNOWN.
    """
    words = [word.lower() for word in _WORD.findall(gold)]
    runs, flat = set(zip(words, words[1:], words[2:], strict=False)), f" {' '.join(words)} "
    labels, long, doubtful = [], [], []
    for number, line in enumerate(lines):
        own = [word.lower() for word in _WORD.findall(line)]
        triples = list(zip(own, own[1:], own[2:], strict=False))
        if triples:
            labels.append(_by_share(sum(run in runs for run in triples) / len(triples), len(triples)))
            if len(own) >= 5 and labels[-1] != UNKNOWN:
                long.append(number)
            continue
        found = bool(own) and f" {' '.join(own)} " in flat
        labels.append(JUNK if own and not found else UNKNOWN)
        if found or not own:
            doubtful.append((number, found))
    for number, found in doubtful:
        labels[number] = _by_neighbours(labels, long, number, found)
    return tuple(labels)


def _by_share(share: float, runs: int) -> int:
    if share >= 0.5:
        return GOOD
    return JUNK if share < 0.25 or runs >= 4 else UNKNOWN


def _by_neighbours(labels: Sequence[int], long: Sequence[int], number: int, found: bool) -> int:
    at = bisect(long, number)
    around = {labels[long[k]] if 0 <= k < len(long) else JUNK for k in (at - 1, at)}
    if around == {GOOD}:
        return GOOD if found else UNKNOWN
    return JUNK if around == {JUNK} else UNKNOWN

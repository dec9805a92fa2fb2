"""The model as it is used: a file is read, a batch is judged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from textlint.batch import Batch, Bools, Ints
from textlint.keys import Keys
from textlint.linemodel.columns import Column, Floats, sizes
from textlint.linemodel.decide import Stance, bold, decide
from textlint.linemodel.familiar import Familiar, Language
from textlint.linemodel.first import first_look
from textlint.linemodel.page import page_look
from textlint.linemodel.rows import Rows, rows_of
from textlint.linemodel.second import Scores, second_look
from textlint.linemodel.table import Table
from textlint.linemodel.words import KNOWN_BITS, Words, term_counts, terms_of
from textlint.source import SourceError

MAGIC = b"textlint line model\n"
VERSION = 2
BITS = 18  # of a term's hash that its weight is found by
SHIPPED = "boilerplate.model"

Json = dict[str, Any]


class Judged(msgspec.Struct, frozen=True):
    """What the model says of a batch: a score a row from each look, and of each document how surely it is a whole page.

    ``familiar`` are the documents in whose language it has something to say.
    """

    rows: Rows
    first: Mapping[str, Column]
    second: Mapping[str, Column]
    scores: Scores
    final: Floats
    page: Floats
    familiar: Bools
    word_unit: float

    def going(self, stance: Stance) -> Bools:
        """The rows that go."""
        words = self.scores.words / self.word_unit
        return decide(self.rows, self.final, words, self.page, stance) & self.familiar[self.rows.doc]


class Model(msgspec.Struct, frozen=True):
    """Weights of the two looks, of words and of whole documents; ``card`` says what they were made from.

    ``word_unit`` is what words add that are surely a site's own (about a fifth of all short lines of junk reaches it);
    ``calibration`` is the slope and the offset that turn the second look's sums into log odds that held on documents
    that they were not made from.
    """

    first: Table
    second: Table
    page: Table
    words: NDArray[np.int8]
    word_scale: float
    word_bias: float
    word_unit: float
    familiar: Familiar
    phrases: Keys
    calibration: tuple[float, float]
    shift: float
    card: Json

    def judge(self, batch: Batch) -> Judged:
        """Score every line of a batch that is not blank."""
        rows = rows_of(batch, self.phrases, self.weighed)
        first = first_look(rows)
        plain = self.first.score(first, len(rows))
        scores = Scores(plain + (added := self.word_scores(rows)), added)
        second = second_look(rows, first, scores)
        slope, offset = self.calibration
        final = slope * self.second.score(second, len(rows)) + offset
        page = self.page.score(self.page_look(rows, scores, final), len(batch.texts))
        return Judged(rows, first, second, scores, final, page, self.familiar.documents(rows), self.word_unit)

    def weighed(self, words: Words, starts: Ints) -> Ints:
        """What the model makes of the words of rows that start at some bytes (see :data:`reading.WEIGHED`)."""
        terms, some = terms_of(words, BITS), words.counts > 0
        taken = terms.taken(self.words)
        opens, closes = (places - starts * some for places in terms.strongest(taken))
        return np.array([terms.sums(taken), self.familiar.seen(words), opens, closes])

    def page_look(self, rows: Rows, scores: Scores, final: Floats) -> dict[str, Column]:
        """The columns that tell how bold to be, one value a document."""
        words = scores.words / self.word_unit
        return page_look(rows, scores, final, words, bold(rows, final, words))

    def word_scores(self, rows: Rows) -> Floats:
        """What the words of each row add."""
        share = rows.counts["added"] * self.word_scale / np.sqrt(np.maximum(term_counts(rows.n_words), 4))
        return np.asarray(self.word_bias + share, np.float64)


@cache
def layout() -> dict[str, dict[str, int]]:
    """The columns that this version computes, with the size of each."""
    rows = rows_of(Batch(["one line"]), np.zeros(0, np.uint64))
    scores = Scores(np.zeros(1), np.zeros(1))
    first = first_look(rows)
    nothing = np.zeros(1)
    page = page_look(rows, scores, nothing, nothing, nothing > 0)
    looks = {"first": first, "second": second_look(rows, first, scores), "page": page}
    return {name: sizes(columns) for name, columns in looks.items()}


def dumped(model: Model) -> bytes:
    """The content of a file that :func:`load` reads."""
    header = {
        "card": model.card,
        "layout": layout(),
        "bias": [model.first.bias, model.second.bias, model.page.bias, model.word_bias],
        "word_scale": model.word_scale,
        "word_unit": model.word_unit,
        "calibration": model.calibration,
        "shift": model.shift,
        "languages": [[known.tag, len(known.words), known.share] for known in model.familiar.languages],
    }
    tables = [table.weights.astype("<f4").tobytes() for table in (model.first, model.second, model.page)]
    body = b"".join([*tables, model.words.tobytes(), np.packbits(model.familiar.known).tobytes()])
    words = [language.words for language in model.familiar.languages]
    body += b"".join(part.astype("<u8").tobytes() for part in (*words, model.phrases))
    rest = json.dumps(header, ensure_ascii=False).encode() + b"\n" + body
    return MAGIC + f"{VERSION} {hashlib.sha256(rest).hexdigest()}\n".encode() + rest


def load(path: Path) -> Model:
    """Read a model. Raises SourceError for a file that is none, is of another version, or is damaged."""
    try:
        header, body = _opened(str(path), path.read_bytes())
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from None
    if header["layout"] != layout():
        raise SourceError(str(path), "was trained by a textlint that looks at other features; train it anew")
    return _assembled(header, body)


@cache
def shipped() -> Model:
    """The model that textlint ships. That it fits this version's layout is for a test to see and not for every run."""
    return _assembled(*_opened(SHIPPED, Path(__file__).with_name(SHIPPED).read_bytes()))


def _opened(name: str, data: bytes) -> tuple[Json, bytes]:
    """The header of a model's file and what follows it."""
    if not data.startswith(MAGIC):
        raise SourceError(name, "is no line model; `textlint train` makes one")
    version, _, rest = data[len(MAGIC) :].partition(b"\n")
    number, _, checksum = version.decode("ascii", "replace").partition(" ")
    if number.isdigit() and number != str(VERSION):
        raise SourceError(
            name, f"is a line model of version {number[:20]}, this textlint reads version {VERSION}; train it anew"
        )
    if hashlib.sha256(rest).hexdigest() != checksum:
        raise SourceError(name, "is damaged or cut short: its checksum does not fit; copy it again or train it anew")
    line, _, body = rest.partition(b"\n")
    return json.loads(line), body


def _assembled(header: Json, body: bytes) -> Model:
    tables, at = [], 0
    for (_, columns), bias in zip(header["layout"].items(), header["bias"], strict=False):
        count = sum(columns.values())
        tables.append(Table(columns, bias, np.frombuffer(body, "<f4", count, at)))
        at += 4 * count
    words = np.frombuffer(body, np.int8, 1 << BITS, at)
    at += len(words)
    known = np.unpackbits(np.frombuffer(body, np.uint8, (1 << KNOWN_BITS) // 8, at)).view(np.bool_)
    at += (1 << KNOWN_BITS) // 8
    languages = []
    for tag, count, share in header["languages"]:
        languages.append(Language(tag, np.frombuffer(body, "<u8", count, at), share))
        at += 8 * count
    familiar = Familiar(known, tuple(languages))
    phrases = np.frombuffer(body, "<u8", -1, at)
    slope, offset = header["calibration"]
    first, second, page = tables
    return Model(
        first, second, page, words=words, word_scale=header["word_scale"], word_bias=header["bias"][3],
        word_unit=header["word_unit"], familiar=familiar, phrases=phrases, calibration=(slope, offset), shift=header["shift"],
        card=header["card"],
    )  # fmt: skip

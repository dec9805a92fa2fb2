"""One block's way: decode, lint, encode, count. The same in a worker process and in the main one."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from textlint.config import load_config
from textlint.finding import Edit, Result
from textlint.io.blocks import Block, Decoded, FieldText
from textlint.io.errors import Problem
from textlint.io.formats import FORMATS, decode, encode
from textlint.linter import Linter
from textlint.pipeline import GARBAGE
from textlint.reports.rows import FindingRow, Place, edit_rows, finding_rows
from textlint.reports.tally import Tally


class Job(NamedTuple):
    """What to do with every block: the config (file and options over it), whether bytes, edits and diffs are wanted
    back, how many rows of findings (None: all) and how many samples a rule."""

    config: Path | None
    options: Mapping[str, Any]
    write: bool = False
    edits: bool = False
    diffs: bool = False
    rows: int | None = 0
    samples: int = 5


class Outcome(NamedTuple):
    """What came of a block: its bytes (as they were where nothing changed), edits as JSON Lines, rows, changed texts
    with their edits, counts, problems, and the block's size in bytes."""

    data: bytes
    edits: bytes
    rows: list[FindingRow]
    diffs: list[tuple[Place, str, tuple[Edit, ...]]]
    tally: Tally
    problems: tuple[Problem, ...]
    size: int


class Worker:
    """A linter, and what is wanted of it; made once a process."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.linter = Linter(load_config(job.config, job.options), clock=perf_counter)
        gc.freeze()  # what a linter is made of stays: no need to look through it for garbage
        gc.set_threshold(*GARBAGE)

    def __call__(self, blocks: Sequence[Block]) -> list[Outcome]:
        """Lint some blocks; texts of several small ones are linted together."""
        start = perf_counter()
        decoded = [decode(block) for block in blocks]
        stages: Counter[str] = Counter()
        stages.update({"read": perf_counter() - start})
        by_linter: dict[int, tuple[Linter, list[_Text]]] = {}
        for number, block in enumerate(blocks):
            linter = self.linter.for_path(block.path)
            texts = by_linter.setdefault(id(linter), (linter, []))[1]
            records = enumerate(decoded[number].records)
            texts += [_Text(number, i, text, record.language) for i, record in records for text in record.texts]
        found: list[list[tuple[_Text, Result]]] = [[] for _ in blocks]
        seconds: Counter[str] = Counter()
        for linter, texts in by_linter.values():
            seconds.subtract(linter.program.seconds)
            stages.subtract(linter.program.stages)
            results = linter.fix_batch([t.text.text for t in texts], [t.language for t in texts])
            for text, result in zip(texts, results, strict=True):
                found[text.block].append((text, result))
            seconds.update(linter.program.seconds)
            stages.update(linter.program.stages)
        start = perf_counter()
        outcomes = [self._outcome(*of_block) for of_block in zip(blocks, decoded, found, strict=True)]
        stages.update({"write": perf_counter() - start})
        outcomes[0].tally.add_seconds(seconds, stages)
        return outcomes

    def _outcome(self, block: Block, decoded: Decoded, found: Sequence[tuple[_Text, Result]]) -> Outcome:
        tally = Tally(bad_records=len(decoded.problems))
        problems = list(decoded.problems)
        changed: dict[tuple[int, str], Sequence[Edit]] = {}
        edits: list[bytes] = []
        rows: list[FindingRow] = []
        diffs = []
        for (_, index, text, _), result in found:
            place = _place(block, decoded, index, text)
            if result.changed and self.job.write and not FORMATS[block.format].holds(result.text):
                problems.append(Problem(block.path, place.record, None, "left as it is: its text could not be written"))
                result = Result(result.original, result.original)
            tally.add_result(place, result, self.job.samples)
            rows += self._rows(place, result, len(rows))
            if result.changed:
                changed[index, text.field] = result.edits
                edits += self._edits(block, place, text, result.edits)
                diffs += [(place, result.original, result.edits)] if self.job.diffs else []
        data = encode(block, decoded, changed) if self.job.write else b""
        return Outcome(data, b"".join(edits), rows, diffs, tally, tuple(problems), len(block.data))

    def _rows(self, place: Place, result: Result, have: int) -> list[FindingRow]:
        if not result.findings or (self.job.rows is not None and have >= self.job.rows):
            return []
        rows = list(finding_rows(place, result))
        return rows if self.job.rows is None else rows[: self.job.rows - have]

    def _edits(self, block: Block, place: Place, text: FieldText, edits: Sequence[Edit]) -> list[bytes]:
        if not self.job.edits:
            return []
        from textlint.reports.jsonreport import lines

        raws = FORMATS[block.format].originals(block, text, edits)
        return [lines(list(edit_rows(place, edits, raws)))]


class _Text(NamedTuple):
    """A text, the number of its block, the index of its record in that block, and its language."""

    block: int
    record: int
    text: FieldText
    language: str


def _place(block: Block, decoded: Decoded, index: int, text: FieldText) -> Place:
    record = decoded.records[index]
    return Place(block.path, record.id, record.number, text.field)

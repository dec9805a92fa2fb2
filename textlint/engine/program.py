"""A chosen set of rules made ready to run over batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from operator import attrgetter

import numpy as np
from msgspec.structs import replace

from textlint.anchor import AnchorError
from textlint.batch import Batch, Bools, Ints
from textlint.engine.carry import Hits, Past, carried
from textlint.engine.prepare import Prepared, prepared
from textlint.finder import Finder, Guard
from textlint.finding import Finding, Safety, Severity
from textlint.protect import Protect
from textlint.rules import Rule
from textlint.scan import Scanner
from textlint.source import SourceError
from textlint.store import Store
from textlint.text import Text

Clock = Callable[[], float]
RULE_FAILED = "engine/rule-failed"
IN_ORDER = attrgetter("start", "end", "rule")  # how findings are sorted


class Program:
    """Rules, the scanner over their anchors, and how long each rule and each stage took (by ``clock``, in its unit)."""

    def __init__(
        self,
        rules: Sequence[Rule],
        store: Store | None = None,
        use_hyperscan: bool = True,
        clock: Clock | None = None,
        protect: Protect | None = None,
    ) -> None:
        self.rules = tuple(rules)
        ready, self.scanner = _scanner(rules, store, use_hyperscan)
        self.clock: Clock = clock or (lambda: 0.0)
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.stages: defaultdict[str, float] = defaultdict(float)
        self.protect = protect
        self._only = _Counted(ready.only)
        made = [(n, rule.found_by) for n, rule in enumerate(rules) if isinstance(rule.found_by, Finder)]
        self._guarded = [(n, finder.guard) for n, finder in made if finder.guard]  # no rule in YAML has one
        self._everywhere = ready.everywhere

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count what is done as part of a stage."""
        start = self.clock()
        try:
            yield
        finally:
            self.stages[stage] += self.clock() - start

    def scan(self, batch: Batch, past: Past | None = None) -> Hits:
        """Which rules may have something to say on which lines; with ``past``, of a batch of what that pass changed."""
        with self.timed("scan"):
            return carried(past, batch, self.scanner.candidates) if past else self.scanner.candidates(batch)

    def find(self, batch: Batch, hits: Hits, safeties: tuple[Safety, ...] | None = None) -> list[list[Finding]]:
        """The findings in each document of a batch, by place, then rule; ``hits`` are what the scan said of it.

        With ``safeties`` only the rules are asked whose fixes may be of one of them.
        """
        wanted = np.array([safeties is None or rule.highest in safeties for rule in self.rules], bool)
        found: list[list[Finding]] = [[] for _ in batch.texts]
        texts = _Texts(batch)
        for number, lines in self._work(batch, hits, wanted):
            rule, start = self.rules[number], self.clock()
            for document, finding in _findings(rule, texts, lines):
                found[document].append(finding)
            self.seconds[rule.id] += self.clock() - start
        for findings in found:
            findings.sort(key=IN_ORDER)
        return list(map(self._protected, batch.texts, found)) if self.protect else found

    def _protected(self, text: str, findings: list[Finding]) -> list[Finding]:
        """The findings without the fixes of what the user protects; without any where that cannot be told in time."""
        try:
            return self.protect(text, findings) if self.protect else findings
        except TimeoutError:
            told = Finding(
                RULE_FAILED, Severity.ERROR, 0, 0, "a pattern of `protect` ran out of time: nothing is fixed", ""
            )
            return [told, *(replace(finding, fix=None) for finding in findings)]

    def _work(self, batch: Batch, hits: Hits, wanted: Bools) -> Iterator[tuple[int, Ints]]:
        """The rules that have to be asked, each with its candidate lines of the batch, ascending."""
        with self.timed("guards"):
            lines, owners = self._candidates(batch, hits, wanted)
            order = np.lexsort((lines, owners))
            lines, owners = lines[order], owners[order]
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
        for start, end in pairwise([*starts.tolist(), len(lines)]):
            yield int(owners[start]), lines[start:end]
        full = np.flatnonzero((batch.doc_ends > batch.doc_starts)[batch.doc_of_line])  # texts that are not empty
        for number in filter(wanted.__getitem__, self._everywhere):
            only = self.rules[number].finder.only
            counted = batch.mark(only)[full] if only else slice(None)
            yield number, full[counted]

    def _candidates(self, batch: Batch, hits: Hits, wanted: Bools) -> tuple[Ints, Ints]:
        """Pairs (line of the batch, wanted rule), each once."""
        lines, owners = hits
        lines, owners = lines[wanted[owners]], owners[wanted[owners]]
        parts = [(lines, owners)]
        for number, guard in ((number, guard) for number, guard in self._guarded if wanted[number]):
            marked = _marked(guard, batch).copy()
            marked[lines[owners == number]] = False
            more = np.flatnonzero(marked)
            parts.append((more, np.full(len(more), number)))
        lines, owners = np.concatenate([line for line, _ in parts]), np.concatenate([owner for _, owner in parts])
        counted = self._only(batch, lines, owners)
        return lines[counted], owners[counted]


class _Texts(dict[int, Text]):
    """The texts of a batch by their number, each made when it is first asked for."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch

    def __missing__(self, number: int) -> Text:
        text = self[number] = Text(self.batch, number)
        return text


def _findings(rule: Rule, texts: _Texts, lines: Ints) -> list[tuple[int, Finding]]:
    """What a rule finds on some lines of a batch, each with the number of its document."""
    try:
        if rule.finder.over:
            return list(rule.find_over(texts.batch, texts, lines.tolist()))
    except Exception:  # on one of the documents: asked one by one, the others keep their findings
        pass
    by_document = _by_document(texts.batch, lines)
    return [
        (document, finding) for document, own in by_document for finding in _findings_in(rule, texts[document], own)
    ]


def _by_document(batch: Batch, lines: Ints) -> Iterator[tuple[int, list[int]]]:
    """Lines of a batch, ascending, as lines of their documents."""
    documents = batch.doc_of_line[lines]
    inside = (lines - batch.first_line[documents]).tolist()
    starts = np.flatnonzero(np.diff(documents, prepend=-1))
    for document, (start, end) in zip(
        documents[starts].tolist(), pairwise([*starts.tolist(), len(lines)]), strict=True
    ):
        yield document, inside[start:end]


def _findings_in(rule: Rule, text: Text, lines: Sequence[int]) -> list[Finding]:
    try:
        return list(rule.find(text, lines))
    except Exception as error:  # a rule must not take the run down
        return [_failure(rule, error)]


class _Counted:
    """Which candidates count by place and length; many rules ask for the same places and lengths."""

    def __init__(self, asked: Sequence[Guard | None]) -> None:
        numbers: dict[Guard, int] = {}
        self._of_rule = np.array([numbers.setdefault(only, len(numbers)) if only else -1 for only in asked], np.int64)
        self._asked = tuple(numbers)

    def __call__(self, batch: Batch, lines: Ints, owners: Ints) -> Bools:
        asked = self._of_rule[owners]
        counted = np.ones(len(lines), bool)
        for number in range(len(self._asked)):
            own = np.flatnonzero(asked == number)
            if len(own):
                counted[own] = batch.mark(self._asked[number])[lines[own]]
        return counted


def _scanner(rules: Sequence[Rule], store: Store | None, use_hyperscan: bool) -> tuple[Prepared, Scanner]:
    """The rules made ready, and the scanner over their anchors. Raises SourceError for an anchor that is none."""
    ready = prepared(rules, store)
    try:
        return ready, Scanner(ready.plan, store, use_hyperscan)
    except AnchorError as error:
        rule = next(rule for rule in rules if error.anchor in rule.finder.anchors)
        raise SourceError(rule.origin, f"rule '{rule.id}': {error}") from None


def _marked(guard: Guard, batch: Batch) -> Bools:
    """The lines that a guard marks; all where it crashes, so that what is found depends on no other document."""
    try:
        return batch.mark(guard)
    except Exception:
        return np.ones(len(batch.starts), bool)


def _failure(rule: Rule, error: Exception) -> Finding:
    what = "ran out of time" if isinstance(error, TimeoutError) else f"failed: {type(error).__name__}: {error}"
    return Finding(RULE_FAILED, Severity.ERROR, 0, 0, f"{rule.id} {what}; `--ignore {rule.id}` leaves it out", "")

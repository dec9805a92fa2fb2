"""The public entry: a linter made from a config, for one text or many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from textlint.config import LoadedConfig, load_config
from textlint.engine.passes import settle
from textlint.engine.program import Clock, Program
from textlint.finding import Finding, Result, Safety
from textlint.protect import protection
from textlint.rules import Rule
from textlint.ruleset import available, chosen
from textlint.store import default_store

BATCH = 2_000_000  # code points that are linted at once


class Linter:
    """Lints and fixes texts with the rules and settings of a config.

    ``options`` are settings by name, as in ``textlint.yaml`` (``select``, ``ignore``, ``unsafe_fixes``, ``budget``, ...).
    Raises SourceError for a setting that is wrong.

    >>> linter = Linter(select=["spacing"])
    >>> result = linter.fix("It ended the conversation.”The US has been clear about it.")
    >>> result.text
    'It ended the conversation.” The US has been clear about it.'
    >>> [(edit.start, edit.after, edit.rules[0]) for edit in result.edits]
    [(27, ' ', 'spacing/lost-after-quote')]
    """

    def __init__(self, config: LoadedConfig | None = None, *, clock: Clock | None = None, **options: Any) -> None:
        self.loaded = config if config is not None else load_config(None, options)
        rules = chosen(self.loaded, available(self.loaded.config))
        self._setup(rules, clock)

    def _setup(self, rules: Sequence[Rule], clock: Clock | None, use_hyperscan: bool = True) -> None:
        config = self.loaded.config
        protect = protection(config.protected()) if config.protect else None
        self.program = Program(rules, default_store(), use_hyperscan, clock, protect)
        self.allowed = tuple(Safety) if config.unsafe_fixes else (Safety.SAFE,)
        self._by_config: dict[bytes, Linter] = {}

    def for_path(self, path: str) -> Linter:
        """The linter for one file: this one, or one with the config's overrides for that path."""
        config = self.loaded.config
        own = config.for_path(path)
        if own is config:
            return self
        key = msgspec.json.encode(own)
        if key not in self._by_config:
            self._by_config[key] = Linter(msgspec.structs.replace(self.loaded, config=own), clock=self.program.clock)
        return self._by_config[key]

    @classmethod
    def from_config(cls, path: str | Path, **options: Any) -> Linter:
        """A linter from a config file, with ``options`` put over it. Raises SourceError."""
        return cls(load_config(Path(path), options))

    @classmethod
    def with_rules(cls, rules: Sequence[Rule], *, use_hyperscan: bool = True, **options: Any) -> Linter:
        """A linter that runs just these rules."""
        linter = cls.__new__(cls)
        linter.loaded = load_config(None, options)
        linter._setup(rules, None, use_hyperscan)
        return linter

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run."""
        return self.program.rules

    def check(self, text: str, language: str = "") -> tuple[Finding, ...]:
        """What the rules find in one text."""
        return self.fix(text, language).findings

    def fix(self, text: str, language: str = "") -> Result:
        """One text, repaired, with findings and edits (safe ones only unless ``unsafe_fixes`` is set).

        ``language`` is its language if that is known (``de``, ``pt-BR``); else the rules tell it from the text.
        """
        return self.fix_batch([text], [language])[0]

    def fix_batch(self, texts: Sequence[str], languages: Sequence[str] = ()) -> list[Result]:
        """The same for many texts, much faster than one by one.

        Raises ValueError where ``languages`` are given and not as many as the texts.
        """
        budget = self.loaded.config.budget
        pairs = list(zip(texts, languages or [""] * len(texts), strict=True))
        return [r for batch in _batches(pairs) for r in settle(self.program, batch, self.allowed, budget)]


def _batches(texts: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text[0])
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

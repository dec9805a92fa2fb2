"""Packs: files of rules on one theme, in YAML or, where no kind can say it, in Python."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal, NamedTuple

import regex
from msgspec import Meta

import lint_rules
from textlint import kinds, repair
from textlint.finder import Deferred, Finder
from textlint.finding import Safety, Severity
from textlint.rules import Example, Repair, Rule
from textlint.shipped import Later, LaterMapping, outlines, rest
from textlint.source import Source, SourceError, read_source
from textlint.spec import Schema, SpecError, convert

_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_GROUP = r"\\\\|\\(\d+)|\\g<(\w+)>"


class FixSpec(Schema, frozen=True, kw_only=True):
    """What a rule does about a match: ``delete`` it, its line or paragraph, or ``replace`` it (``\\\\1`` is a group).
    An ``unsafe`` fix says ``because`` of what."""

    delete: Literal["line", "match", "paragraph"] | None = None
    replace: str | None = None
    safety: Safety = Safety.UNSAFE
    because: str | None = None


class ExampleSpec(Schema, frozen=True, kw_only=True, rename={"passes": "pass"}):
    """A text that ``fail``s (``⟪ ⟫`` around each finding) or has to ``pass``; ``fixed`` is what the rule makes of it.
    ``known`` says why a miss or false alarm is accepted today."""

    fail: str | None = None
    passes: str | None = None
    fixed: str | None = None
    known: str | None = None


class RuleSpec(Schema, frozen=True, kw_only=True):
    """A rule: what it finds (``about``), the reason (``why``), how (``find``), the cure (``fix``) and its examples."""

    id: str
    about: str
    why: str
    find: dict[str, Any]
    fix: FixSpec | None = None
    severity: Severity = Severity.WARNING
    message: str | None = None
    category: str | None = None
    propose: Literal["drop"] | None = None
    enabled: bool = True
    examples: list[ExampleSpec]


class PackSpec(Schema, frozen=True, kw_only=True):
    """A file of rules. ``rank`` (0 to 100) decides between fixes that overlap: the lower goes first. A pack that is not
    ``enabled`` runs only when it is selected."""

    pack: str
    about: str
    rank: Annotated[int, Meta(ge=0, le=100)] = 50
    enabled: bool = True
    rules: list[dict[str, Any]]


@cache
def builtin_packs() -> tuple[Rule, ...]:
    """The rules that textlint ships, from ``lint_rules``, by file name."""
    folder = Path(str(lint_rules.__file__)).parent
    packs = outlines(folder)
    modules = [path.name for path in folder.glob("[!_]*.py")]
    rules: list[Rule] = []
    for name in sorted([*packs, *modules]):
        if name in packs:
            rules += _rules(*packs[name])
        else:
            rules += module_rules(importlib.import_module(f"lint_rules.{name[:-3]}"))
    return tuple(rules)


def plugin_rules(module: str) -> list[Rule]:
    """The rules in an installed module that the user named. Raises SourceError when it cannot be imported."""
    try:
        return module_rules(importlib.import_module(module))
    except Exception as error:
        raise SourceError(module, f"the plugin cannot be imported: {type(error).__name__}: {error}") from error


def module_rules(module: ModuleType) -> list[Rule]:
    """The rules that stand in a module under a name of their own, in order."""
    return [value for value in vars(module).values() if isinstance(value, Rule)]


def read_pack(path: Path) -> list[Rule]:
    """The rules of a YAML pack. Raises SourceError with file, line and column of what is wrong."""
    source = read_source(path)
    try:
        return list(_rules(source))
    except SpecError as error:
        raise source.error(error) from None


def _rules(source: Source, key: str = "") -> Iterator[Rule]:
    """The rules; ``key`` is that of the outline of a pack that ships, which is right and need not be tried."""
    pack = convert(source.data, PackSpec)
    _check_name(pack.pack, ("pack",))
    seen: set[str] = set()
    for i, data in enumerate(pack.rules):
        path = ("rules", i)
        spec = convert(data, RuleSpec, path)
        _check_name(spec.id, (*path, "id"))
        if spec.id in seen:
            raise SpecError(f"the id '{spec.id}' stands in this pack twice", (*path, "id"))
        seen.add(spec.id)
        if spec.fix and spec.fix.replace is not None and not key:
            _check_template(spec.fix.replace, spec.find, (*path, "fix", "replace"))
        origin = f"{source.file}:{source.place(path)[0]}" if source.node else source.file
        parts = _later(source.file, key, i) if key else _parts(spec, path)
        yield _rule(pack, spec, path, origin, parts)


def _check_name(name: str, path: tuple[str | int, ...]) -> None:
    if not regex.fullmatch(_NAME, name):
        raise SpecError(f"'{name}' is no name: small letters, digits and single hyphens, as in 'comments-closed'", path)


class _Parts(NamedTuple):
    """What a rule finds, with its examples."""

    found_by: Finder | Deferred
    find: Mapping[str, Any]
    examples: Sequence[Example]


def _parts(spec: RuleSpec, path: tuple[str | int, ...]) -> _Parts:
    examples = tuple(_example(e, (*path, "examples", i)) for i, e in enumerate(spec.examples))
    return _Parts(kinds.build(spec.find, (*path, "find")), spec.find, examples)


def _later(file: str, key: str, number: int) -> _Parts:
    """The parts of a rule that ships, each made when somebody asks for it."""
    path = ("rules", number)
    find = LaterMapping(lambda: rest(file, key, number)["find"])
    examples = Later(lambda: [_example(convert(e, ExampleSpec), path) for e in rest(file, key, number)["examples"]])
    return _Parts(Deferred(f"{key} {path}", partial(kinds.build, find, (*path, "find"), lazy=True)), find, examples)


def _rule(pack: PackSpec, spec: RuleSpec, path: tuple[str | int, ...], origin: str, parts: _Parts) -> Rule:
    fix = spec.fix
    return Rule(
        id=f"{pack.pack}/{spec.id}", about=spec.about, why=spec.why, severity=spec.severity, found_by=parts.found_by,
        repair=_repair(fix, (*path, "fix")) if fix else None, safety=fix.safety if fix else None,
        because=fix.because if fix else None, message=spec.message, category=spec.category, proposes=spec.propose,
        enabled=spec.enabled, default=pack.enabled, rank=pack.rank, options=parts.find, examples=parts.examples,
        configure=partial(_configured, parts.find), origin=origin,
    )  # fmt: skip


def _configured(find: Mapping[str, Any], options: Mapping[str, Any]) -> Finder:
    """The finder for a rule's own ``find`` with a user's options put over it; term lists are added to."""
    if "terms" in find and "terms" in options:
        kinds.build({"terms": options["terms"]})
        own, more = _by_language(find["terms"]), _by_language(options["terms"])
        terms = {language: [*own.get(language, ()), *more.get(language, ())] for language in [*own, *more]}
        options = {**options, "terms": terms}
    return kinds.build({**find, **options})


def _by_language(terms: Any) -> Mapping[str, Sequence[str]]:
    return terms if isinstance(terms, Mapping) else {"en": terms}


def _repair(fix: FixSpec, path: tuple[str | int, ...]) -> Repair:
    if (fix.delete is None) == (fix.replace is None):
        raise SpecError("a fix needs either 'delete' or 'replace'", path)
    if fix.safety is Safety.UNSAFE and not fix.because:
        raise SpecError("an unsafe fix says why in 'because'", path)
    return repair.delete(fix.delete) if fix.delete else repair.replace(fix.replace or "")


def _check_template(template: str, find: Mapping[str, Any], path: tuple[str | int, ...]) -> None:
    """Raise SpecError where a replacement takes from a match what its pattern has not captured."""
    groups = [found[1] or found[2] for found in regex.finditer(_GROUP, template) if found[1] or found[2]]
    listed = find.get("pattern", [])
    for pattern in map(regex.compile, [listed] if isinstance(listed, str) else listed):
        known = {str(number) for number in range(pattern.groups + 1)} | set(pattern.groupindex)
        if missing := [group for group in groups if group not in known]:
            raise SpecError(f"the pattern has no group '{missing[0]}'", path)


def _example(spec: ExampleSpec, path: tuple[str | int, ...]) -> Example:
    if (spec.fail is None) == (spec.passes is None):
        raise SpecError("an example needs either 'fail' or 'pass'", path)
    if spec.fixed is not None and spec.fail is None:
        raise SpecError("'fixed' goes with 'fail': a text that passes stays as it is", (*path, "fixed"))
    text = spec.fail if spec.fail is not None else spec.passes or ""
    return Example(text, spec.fail is not None, spec.fixed, spec.known is not None)


def with_settings(rule: Rule, severity: Severity | None, safety: str | None, options: Mapping[str, Any]) -> Rule:
    """A rule as a config wants it; ``safety`` is ``safe``, ``unsafe`` or ``none`` (never fixed).

    Raises SpecError when an option is unknown or does not fit.
    """
    changes: dict[str, Any] = {"severity": severity} if severity else {}
    if safety:
        changes["forced"] = "none" if safety == "none" else Safety(safety)
    if options and rule.configure:
        changes |= {"found_by": rule.configure(options), "options": {**rule.options, **options}}
    return replace(rule, **changes)

"""The rules that run: those that a config chooses, as it wants them, and the scanner over all their anchors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textlint.config import Config, LoadedConfig, RuleSettings
from textlint.pack import builtin_packs, plugin_rules, read_pack, with_settings
from textlint.rules import Rule
from textlint.source import SourceError
from textlint.spec import SpecError, nearest

RESERVED = ("engine", "default", "all")  # the pack of findings that the engine itself makes; words that `select` knows


def available(config: Config) -> list[Rule]:
    """Every rule there is: those that ship, those of the config's packs, those of its plugins.

    Raises SourceError for a broken pack or plugin, and for two rules of one id.
    """
    rules = [*builtin_packs()]
    for path in config.packs:
        rules += read_pack(Path(path))
    for module in config.plugins:
        rules += plugin_rules(module)
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.pack in RESERVED:
            raise SourceError(rule.origin, f"'{rule.pack}' is a word of textlint itself; give the pack another name")
        if rule.id in seen:
            first = seen[rule.id].origin
            raise SourceError(
                rule.origin, f"the rule '{rule.id}' is there already, in {first}; give this one another id"
            )
        seen[rule.id] = rule
    return rules


def chosen(loaded: LoadedConfig, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that the config selects, with its settings. Raises SourceError for a name that no rule has."""
    config = loaded.config
    try:
        selected = _named(config.select, rules, ("select",))
        ignored = _named([f"{n}/*" if n in _packs(rules) else n for n in config.ignore], rules, ("ignore",))
        for i, override in enumerate(config.overrides):
            _named(override.select or (), rules, ("overrides", i, "select"))
            _named(override.ignore or (), rules, ("overrides", i, "ignore"))
            _set(rules, override.rules, ("overrides", i, "rules"))
        return tuple(rule for rule in _set(rules, config.rules, ("rules",)) if rule.id in selected - ignored)
    except SpecError as error:
        raise loaded.error(error) from None


def _packs(rules: Sequence[Rule]) -> set[str]:
    return {rule.pack for rule in rules}


def _named(names: Sequence[str], rules: Sequence[Rule], path: tuple[str | int, ...]) -> set[str]:
    """The ids of the rules that a list of names means."""
    found: set[str] = set()
    for i, name in enumerate(names):
        if name == "default":
            ids = {r.id for r in rules if r.enabled and r.default}
        elif name == "all":
            ids = {r.id for r in rules}
        elif name.endswith("/*"):
            ids = {r.id for r in rules if r.pack == name[:-2]}
        else:
            ids = {r.id for r in rules if r.id == name or (r.pack == name and r.enabled)}
        if not ids:
            valid = [*_packs(rules), *(r.id for r in rules)]
            hint = nearest(name, valid) if nearest(name, valid).startswith("; did") else "; `textlint rules` lists them"
            raise SpecError(f"no rule or pack '{name}'{hint}", (*path, i))
        found |= ids
    return found


def _set(rules: Sequence[Rule], settings: Mapping[str, RuleSettings], path: tuple[str | int, ...]) -> list[Rule]:
    """The rules with the settings that stand at ``path`` of the config. Raises SpecError for those that do not fit."""
    by_id = {rule.id: rule for rule in rules}
    for name, own in settings.items():
        if name not in by_id:
            raise SpecError(f"no rule '{name}'{nearest(name, by_id)[:200]}", (*path, name), on_key=True)
        try:
            by_id[name] = with_settings(by_id[name], own.severity, own.safety, own.options)
        except SpecError as error:
            place = (*path, name, "options", *error.path)
            raise SpecError(error.message, place, on_key=error.on_key) from None
    return list(by_id.values())

"""``textlint rules``: list the rules, or show one."""

from __future__ import annotations

from pathlib import Path

import click

from textlint.cli.options import choosing, config_options
from textlint.config import FILE_NAMES, LoadedConfig, find_config, load_config
from textlint.rules import Rule
from textlint.ruleset import available, chosen
from textlint.source import SourceError
from textlint.spec import nearest


@click.command()
@click.argument("names", nargs=-1, metavar="[ID]...")
@choosing
def command(names: tuple[str, ...], config: Path | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """List the rules and which of them run, or show the manual pages of the rules (or packs) named.

    \b
    textlint rules
    textlint rules footer/comments-closed
    """
    loaded = load_config(config or find_config(Path.cwd()), config_options({"select": select, "ignore": ignore}))
    rules = available(loaded.config)
    if names:
        _show(names, rules)
    else:
        _list(rules, loaded)


def _show(names: tuple[str, ...], rules: list[Rule]) -> None:
    from textlint.reference import rule_page

    for name in names:
        wanted = [rule for rule in rules if name in (rule.id, rule.pack)]
        if not wanted:
            hint = nearest(name, [rule.id for rule in rules])
            raise SourceError(
                name, f"no such rule or pack{hint if hint.startswith('; did') else '; `textlint rules` lists them'}"
            )
        for rule in wanted:
            click.echo(rule_page(rule))


def _list(rules: list[Rule], loaded: LoadedConfig) -> None:
    running = {rule.id for rule in chosen(loaded, rules)}
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        mark = " " if rule.id in running else "-"
        fix = rule.safety.value if rule.safety else ""
        click.echo(f"{mark} {rule.id:{width}}  {rule.severity.value:7}  {fix:6}  {rule.about}")
    click.echo(f"\n{len(rules)} rules, {len(running)} of them run ('-': not; {FILE_NAMES[0]} or --select chooses)")

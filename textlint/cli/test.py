"""``textlint test``: run the examples that stand inside rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from textlint.config import load_config
from textlint.pack import read_pack
from textlint.rules import Rule
from textlint.ruleset import available
from textlint.source import SourceError

YAML = (".yaml", ".yml")


@click.command()
@click.argument("packs", nargs=-1)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Config whose own packs and plugins count too. Example: --config my.yaml",
)
def command(packs: tuple[str, ...], config: Path | None) -> None:
    """Run the examples inside the rules of PACKS (names, rule ids, or YAML files of your own; all where none is named).

    Exits with 1 when one does not hold.
    """
    from textlint.examples import run_examples

    outcomes = list(run_examples(_rules(packs, config)))
    problems = [outcome for outcome in outcomes if outcome.problem]
    for outcome in problems:
        click.echo(f"{outcome.rule} example {outcome.number}: {outcome.problem}\n    {outcome.text!r}")
    rules = len({outcome.rule for outcome in outcomes})
    click.echo(f"{len(outcomes) - len(problems)} passed, {len(problems)} failed ({rules} rules)")
    sys.exit(1 if problems else 0)


def _rules(packs: tuple[str, ...], config: Path | None) -> list[Rule]:
    own = [rule for name in packs if name.endswith(YAML) for rule in read_pack(Path(name))]
    names = [name for name in packs if not name.endswith(YAML)]
    if packs and not names:
        return own
    there = available(load_config(config).config)
    for name in names:
        if not any(name in (rule.id, rule.pack) for rule in there):
            raise SourceError(name, "no such pack, rule or YAML file; `textlint rules` lists what there is")
    return own + [rule for rule in there if not names or rule.id in names or rule.pack in names]

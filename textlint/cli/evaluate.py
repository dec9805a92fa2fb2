"""``textlint evaluate``: how good a line model is on labelled documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textlint.cli.labelled import labelled
from textlint.io.atomic import write_atomic

if TYPE_CHECKING:
    from textlint.linemodel.evaluate import Lines


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="LABELLED...")
@click.option(
    "--model", type=click.Path(path_type=Path), help="The model; default: the one that ships. Example: --model my.model"
)
@click.option("--curves", type=click.Path(), help="Folder for a curve a language, as SVG. Example: --curves curves/")
@click.option("--card", is_flag=True, help="Also print what the model was made from. Example: --card")
def command(paths: tuple[str, ...], model: Path | None, curves: str | None, card: bool) -> None:
    """Measure a line model on LABELLED files (see `textlint train --help`) that it was not trained on, by language.

    Prints for safe fixes, and for all (--unsafe-fixes), how many of the lines that go are junk (precision), how much of
    the junk goes (recall), and the share of the text's characters that goes with it; and of lines to which the model
    gives a probability how many are junk.

    \b
    textlint evaluate held_out.jsonl
    textlint evaluate held_out.jsonl --model my.model --curves curves/
    """
    from textlint.linemodel.card import card_text
    from textlint.linemodel.evaluate import judged_lines
    from textlint.linemodel.model import load, shipped

    judge = load(model) if model else shipped()
    found = judged_lines(judge, labelled(paths))
    if card:
        click.echo(card_text(judge.card))
    _print(found)
    if curves:
        _draw(found, Path(curves), paths)


def _print(found: Mapping[str, Lines]) -> None:
    from textlint.linemodel.evaluate import calibration, rate

    for lang, lines in found.items():
        click.echo(f"{lang}: {len(lines.junk)} lines, {int(lines.junk.sum())} junk")
        for name, going in (("safe", lines.safe), ("all", lines.unsafe)):
            figures = rate(lines, going)
            click.echo(
                f"  {name:5} precision {figures.precision:.3f}  recall {figures.recall:.3f}  text lost {figures.lost:.2%}"
            )
    click.echo("calibration (all languages): probability given -> share that is junk, lines")
    for chance, share, count in calibration(found["all"]):
        click.echo(f"  {chance:.2f} -> {share:.2f}  {count}")


def _draw(found: Mapping[str, Lines], folder: Path, paths: tuple[str, ...]) -> None:
    from textlint.linemodel.evaluate import curve, rate
    from textlint.linemodel.picture import picture

    for lang, lines in found.items():
        marked = {name: rate(lines, going) for name, going in (("safe", lines.safe), ("all", lines.unsafe))}
        points = {name: (figures.recall, figures.precision) for name, figures in marked.items()}
        name = "".join(c if c.isalnum() or c in "-_" else "_" for c in lang)[:40]
        with write_atomic(str(folder / f"{name}.svg"), paths, make_folders=True) as file:
            file.write(picture(f"{lang}: {len(lines.junk)} lines", curve(lines), points).encode())

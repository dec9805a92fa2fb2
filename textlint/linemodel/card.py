"""What a model says of itself, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def card_text(card: Mapping[str, Any]) -> str:
    """A model's card: how it was made, of what, and what was measured on documents that were held back."""
    held, shift = card["held out"], f"{card['shift']:g}"
    languages = ", ".join(f"{lang} {count:,}" for lang, count in card["languages"].items())
    rows = [
        f"| safe, {'**' + bar + '** (this model)' if bar == shift else bar} | {_figures(rate)} |"
        for bar, rate in held["safe, by shift"].items()
        if bar == shift or float(bar) % 0.5 == 0
    ]
    table = ["| fixes, shift | precision | recall | text lost |", "|---|---|---|---|", *rows]
    return "\n\n".join([
        f"Made on {card['date']} with",
        f"    {card['command']}",
        f"from {card['documents']:,} documents ({languages}): {card['about'] or 'nothing is said of them'}. With their "
        f"other layouts they had {card['labelled lines']:,} labelled lines.",
        f"On {held['unsafe']['lines']:,} labelled lines of documents that were held back: how many of the lines that go "
        "are junk, how much of the junk goes, and the share of the text's characters that goes with it. The shift is how "
        "far the bars for whole pages are raised (log odds); `--precision` chooses it.",
        "\n".join([*table, f"| all (`--unsafe-fixes`) | {_figures(held['unsafe'])} |"]),
    ])  # fmt: skip


def _figures(rate: Mapping[str, float]) -> str:
    return f"{rate['precision']:.3f} | {rate['recall']:.3f} | {rate['text lost']:.2%}"

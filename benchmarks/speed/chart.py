"""Bars on a logarithmic scale, as SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

WIDTH, LEFT, RIGHT = 760, 330, 70  # of the picture, and the room for names and for figures, in pixels
TOP, BAR, STEP = 44, 18, 26  # above the first bar, a bar's height, from one bar to the next
OWN, OTHER = "#1f5fa8", "#9aa5b1"

Bar = tuple[str, float, str, bool]  # name, value, the same in words, whether it is one of ours


def chart(title: str, unit: str, bars: Sequence[Bar]) -> str:
    """The bars in the order given; the scale runs from the power of ten below the least to the one above the most."""
    low = math.floor(math.log10(min(value for _, value, _, _ in bars)))
    high = max(math.ceil(math.log10(max(value for _, value, _, _ in bars))), low + 1)
    height = TOP + STEP * len(bars) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        f'<text x="{WIDTH / 2}" y="22" text-anchor="middle" font-size="14">{escape(title)}</text>',
        *_grid(low, high, TOP + STEP * len(bars)),
        *(_bar(number, bar, low, high) for number, bar in enumerate(bars)),
        f'<text x="{WIDTH / 2}" y="{height - 6}" text-anchor="middle">{escape(unit)}</text>',
    ]
    return "\n".join([*parts, "</svg>", ""])


def _at(value: float, low: int, high: int) -> float:
    return LEFT + (math.log10(value) - low) / (high - low) * (WIDTH - LEFT - RIGHT)


def _grid(low: int, high: int, bottom: int) -> list[str]:
    parts = []
    for power in range(low, high + 1):
        x = _at(10.0**power, low, high)
        parts.append(
            f'<path d="M{x:.1f} {TOP - 6}V{bottom}" stroke="#ddd"/>'
            f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{10.0**power:,g}</text>'
        )
    return parts


def _bar(number: int, bar: Bar, low: int, high: int) -> str:
    name, value, told, own = bar
    y, end = TOP + STEP * number, _at(value, low, high)
    middle = y + BAR / 2
    return (
        f'<text x="{LEFT - 8}" y="{middle}" text-anchor="end" dominant-baseline="middle">{escape(name)}</text>'
        f'<rect x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" height="{BAR}" fill="{OWN if own else OTHER}"/>'
        f'<text x="{end + 6:.1f}" y="{middle}" dominant-baseline="middle">{escape(told)}</text>'
    )

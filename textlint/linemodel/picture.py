"""A precision-recall curve as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT, EDGE = 420, 340, 48  # of the picture, and the room around the plot, in pixels
MARKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

Point = tuple[float, float]


def picture(title: str, curve: Sequence[Point], marked: dict[str, Point]) -> str:
    """The curve of one language (recall to the right, precision upwards) with the points at which fixes are made."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{WIDTH / 2}" y="20" text-anchor="middle" font-size="14">{escape(title)}</text>',
        *_grid(),
        f'<polyline fill="none" stroke="#1f5fa8" stroke-width="2" points="{" ".join(_at(p) for p in curve)}"/>',
    ]
    for number, (name, point) in enumerate(marked.items()):
        x, y = _at(point).split(",")
        below = float(y) - 6 + 20 * number  # points that lie on each other have names that do not
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="4" fill="#c0392b"/>'
            f'<text x="{float(x) + 6:.1f}" y="{below:.1f}">{escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _at(point: Point) -> str:
    recall, precision = point
    x = EDGE + recall * (WIDTH - 2 * EDGE)
    return f"{x:.1f},{HEIGHT - EDGE - precision * (HEIGHT - 2 * EDGE):.1f}"


def _grid() -> list[str]:
    parts = []
    for mark in MARKS:
        x, y = _at((mark, mark)).split(",")
        parts += [
            f'<path d="M{x} {EDGE}V{HEIGHT - EDGE}M{EDGE} {y}H{WIDTH - EDGE}" stroke="#ddd"/>',
            f'<text x="{x}" y="{HEIGHT - EDGE + 16}" text-anchor="middle">{mark:g}</text>',
            f'<text x="{EDGE - 8}" y="{y}" text-anchor="end" dominant-baseline="middle">{mark:g}</text>',
        ]
    middle = HEIGHT / 2
    return [
        *parts,
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 10}" text-anchor="middle">recall</text>',
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">precision</text>',
    ]

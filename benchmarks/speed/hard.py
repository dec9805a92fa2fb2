"""Adversarial texts of any size: each would take quadratic time if some step looked back, or ahead, without a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from random import Random

from benchmarks.speed import words
from benchmarks.speed.sentences import filled, sentence

PIECE = 10_000  # bytes of each text, where all kinds are mixed into one file


def one_line(size: int) -> str:
    """Prose without a line break."""
    return _grown(size, sentence, " ")


def short_lines(size: int) -> str:
    """Lines of a word or two: a million of them in about 10 MB."""
    return _grown(size, lambda chance: chance.choice(words.NOUNS)[:5] + " " + chance.choice(words.ADJECTIVES)[:3], "\n")


def quotes(size: int) -> str:
    """Nothing but quotation marks, straight and curly, opening and closing."""
    return "".join(Random("quotes").choices("\"'“”‘’«»", k=size // 2))


def full_stops(size: int) -> str:
    """Nothing but full stops."""
    return "." * size


def junk(size: int) -> str:
    """Nothing but what pages print round a text, a phrase a line."""
    phrases = (*words.SHARING, *words.FOOTER, *words.TOOLS, *words.SECTIONS, *words.COMMENT_TOOLS)
    return _grown(size, lambda chance: filled(chance, chance.choice(phrases)), "\n")


def brackets(size: int) -> str:
    """Brackets that open half the text long and close in the other half."""
    opened = "".join(islice(cycle("([{<"), size // 2))
    return opened + opened[::-1].translate(str.maketrans("([{<", ")]}>"))


HARD: dict[str, Callable[[int], str]] = {
    "one line": one_line,
    "short lines": short_lines,
    "only quotes": quotes,
    "only full stops": full_stops,
    "only junk phrases": junk,
    "nested brackets": brackets,
}


def hard() -> Iterator[str]:
    """All kinds in turn, short."""
    while True:
        for made in HARD.values():
            yield made(PIECE)


def _grown(size: int, draw: Callable[[Random], str], gap: str) -> str:
    """Draws joined by ``gap`` to about ``size`` characters, never the same stretch twice in a row."""
    chance, parts, length = Random(gap), [], 0
    while length < size:
        part = draw(chance)
        parts.append(part)
        length += len(part) + len(gap)
    return gap.join(parts)

"""Sentences drawn from word lists, so that no two texts are alike and no text is copied from anywhere."""

from __future__ import annotations

from random import Random

from benchmarks.speed import words
from benchmarks.speed.scripts import Script

WHOLE = 0.4  # of all sentences are whole frames


def filled(chance: Random, frame: str) -> str:
    """A frame with its slots filled."""
    pick = chance.choice
    time = pick(words.TIMES)
    return frame.format(
        name=f"{pick(words.FIRST)} {pick(words.LAST)}",
        name2=pick(words.FIRST),
        place=pick(words.PLACES),
        noun=pick(words.NOUNS),
        noun2=pick(words.NOUNS),
        adjective=pick(words.ADJECTIVES),
        adjective2=pick(words.ADJECTIVES),
        verb=pick(words.VERBS).replace("-", " "),
        time=time,
        Time=_capital(time),
        number=f"{chance.randrange(1_000, 900_000):,}",
        small=chance.randrange(3, 60),
        year=chance.randrange(1890, 1980),
        year2=chance.randrange(1981, 2024),
    )


def sentence(chance: Random) -> str:
    """One English sentence: a whole frame, or one clause or two."""
    if chance.random() < WHOLE:
        return filled(chance, chance.choice(words.FRAMES))
    frame = chance.choice(words.OPENERS) + chance.choice(words.CLAUSES)
    if chance.random() < 0.6:
        frame += chance.choice(words.JOINS) + chance.choice(words.CLAUSES)
    return _capital(filled(chance, frame)) + "."


def title(chance: Random) -> str:
    """An English headline."""
    return filled(chance, chance.choice(words.TITLES))


def paragraph(chance: Random, least: int = 2, most: int = 7) -> str:
    """An English paragraph of some sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(least, most)))


def foreign(chance: Random, script: Script) -> str:
    """A sentence in another script, of one clause or two."""
    clauses = (script.gap.join(map(chance.choice, script.parts)) for _ in range(chance.randint(1, 2)))
    return _capital(script.comma.join(clauses)) + script.end


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

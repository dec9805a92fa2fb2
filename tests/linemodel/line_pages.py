"""Pages that the tests of the line model make up, with labels."""

from __future__ import annotations

import json
import random
from typing import Any

SUBJECTS = ["The harbour office", "Her grandfather", "The old ferry", "A teacher from the coast", "The town council"]
VERBS = ["had never wanted", "still remembers", "wrote a long letter about", "voted against", "finally paid for"]
OBJECTS = ["the second lighthouse", "the winter of the great ice", "the new bridge", "a school that nobody needed"]
ENDS = ["because the money was gone.", "and nobody asked why.", "although the storm had taken the roof."]
MENU = """Home,News,Sports,Weather,Sign in,Subscribe,Contact us,Search,Classifieds,Archive,Business,Health,Science,Travel,
Blogs,Jobs,Video,Site map,Real estate,Obituaries,Horoscope,Newsletters,Podcasts,Shop,Events,Lottery,Recipes,Crossword,
E-paper,Mobile,Feeds,Advertising""".replace("\n", "").split(",")
FOOT = ["Share this", "Privacy Policy", "Terms of Use", "All rights reserved", "Back to top", "Follow us on Twitter",
        "Print this page", "Related stories", "Most read", "Advertise with us"]  # fmt: skip


def sentence(draw: random.Random) -> str:
    """A sentence."""
    return " ".join(draw.choice(part) for part in (SUBJECTS, VERBS, OBJECTS, ENDS))


def paragraph(draw: random.Random) -> str:
    """Some sentences."""
    return " ".join(sentence(draw) for _ in range(draw.randint(2, 4)))


def article(draw: random.Random) -> list[str]:
    """Short lines, paragraphs, and short lines again: the shape of a line does not tell that it is junk."""
    paragraphs = [paragraph(draw) for _ in range(draw.randint(4, 7))]
    return [*names(draw), *paragraphs, *names(draw)]


def names(draw: random.Random) -> list[str]:
    """Some lines with a name or two, as in a list of guests."""
    first, last = ["Anna", "Ole", "Marit", "Jens", "Tove", "Knut"], ["Berg", "Lund", "Vik", "Dahl", "Moen", "Haug"]
    return [f"{draw.choice(first)} {draw.choice(last)}" for _ in range(draw.randint(0, 8))]


def page(number: int) -> tuple[str, list[int]]:
    """A whole page: a menu, an article, a footer; and its labels."""
    draw = random.Random(number)
    parts = [(draw.sample(MENU, 28), 1), (article(draw), 0), (draw.sample(FOOT, 9) + draw.sample(MENU, 3), 1)]
    lines = [(line, label) for some, label in parts for line in some]
    return "\n".join(line for line, _ in lines), [label for _, label in lines]


def labelled(number: int) -> list[dict[str, Any]]:
    """A page and its article as records of a labelled file."""
    text, junk = page(number)
    gold = "\n".join(line for line, label in zip(text.split("\n"), junk, strict=True) if not label)
    whole = {"text": text, "junk": junk, "lang": "en", "whole": True, "group": str(number)}
    return [whole, {"text": gold, "gold": gold, "lang": "en", "whole": False, "group": str(number)}]


def jsonl(count: int) -> bytes:
    """A labelled file of so many pages and articles."""
    return b"".join(json.dumps(record).encode() + b"\n" for n in range(count) for record in labelled(n))

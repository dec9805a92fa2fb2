"""Documents without end: raw pages, extracted articles, clean prose, other scripts. Same seed, same texts."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.speed import words
from benchmarks.speed.scripts import SCRIPTS
from benchmarks.speed.sentences import filled, foreign, paragraph, title

DAMAGE = (
    (". ", "."),
    ("” ", "”"),
    ("’", "â€™"),
    ("“", "â€œ"),
    ("\n\n", " "),
    (" and ", " &amp; "),
    (" the ", " the  "),
)
DAMAGED = 0.15  # of a raw page's paragraphs are damaged on the way


def pages() -> Iterator[str]:
    """Whole pages as a scraper gives them: menus, share bars, bylines, damaged paragraphs, comments, footers."""
    chance = Random("pages")
    while True:
        blocks = [_menu(chance), title(chance), _byline(chance), _sharing(chance), *_story(chance)]
        blocks += [_comment(chance) for _ in range(chance.choice((0, 0, 2, 8, 25)))]
        yield "\n\n".join([*blocks, _more(chance), _footer(chance)])


def articles() -> Iterator[str]:
    """What an extractor leaves of a page: the story, with a notice here and there."""
    chance = Random("articles")
    while True:
        blocks = [title(chance), *(paragraph(chance) for _ in range(chance.randint(5, 16)))]
        if chance.random() < 0.6:
            blocks.insert(chance.randrange(2, len(blocks)), _notice(chance))
        if chance.random() < 0.4:
            blocks.append(filled(chance, chance.choice(words.FOOTER)))
        yield "\n".join(blocks)


def prose() -> Iterator[str]:
    """Edited prose: paragraphs, and nothing to find."""
    chance = Random("prose")
    while True:
        yield "\n\n".join(paragraph(chance, 3, 9) for _ in range(chance.randint(6, 20)))


def scripts() -> Iterator[str]:
    """Prose in other scripts, one of them a document, in turn."""
    chance = Random("scripts")
    while True:
        for script in SCRIPTS.values():
            gap = script.gap
            yield "\n\n".join(
                gap.join(foreign(chance, script) for _ in range(chance.randint(2, 7)))
                for _ in range(chance.randint(5, 15))
            )


def _menu(chance: Random) -> str:
    entries = [*chance.sample(words.SECTIONS, chance.randint(5, 12)), *chance.sample(words.TOOLS, chance.randint(2, 5))]
    entries += [_entry(chance) for _ in range(chance.choice((0, 4, 20)))]
    return chance.choice(("\n", "\n", " | ", "\n|\n")).join(entries)


def _entry(chance: Random) -> str:
    entry = filled(chance, chance.choice(words.ENTRIES))
    return entry[0].upper() + entry[1:]


def _byline(chance: Random) -> str:
    return filled(
        chance, chance.choice(("By {name}", "{name}, {place}", "Posted by {name} on 3 May {year2}", "{year2}-05-03"))
    )


def _sharing(chance: Random) -> str:
    return chance.choice(("\n", " ")).join(chance.sample(words.SHARING, chance.randint(2, 6)))


def _story(chance: Random) -> Iterator[str]:
    for _ in range(chance.randint(4, 14)):
        told = paragraph(chance)
        yield told.replace(*chance.choice(DAMAGE)) if chance.random() < DAMAGED else told
        if chance.random() < 0.12:
            yield _notice(chance)


def _notice(chance: Random) -> str:
    notice = chance.choice(words.NOTICES)
    return notice.format(title=title(chance), name=chance.choice(words.LAST))


def _comment(chance: Random) -> str:
    tools = "\n".join(filled(chance, tool) for tool in chance.sample(words.COMMENT_TOOLS, 3))
    head = filled(chance, "{name2} says:\n{small} days ago")
    return f"{head}\n{paragraph(chance, 1, 3)}\n{tools}"


def _more(chance: Random) -> str:
    return "\n".join(title(chance) for _ in range(chance.randint(3, 25)))


def _footer(chance: Random) -> str:
    return "\n".join(filled(chance, line) for line in chance.sample(words.FOOTER, chance.randint(4, 9)))

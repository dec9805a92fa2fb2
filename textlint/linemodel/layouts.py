"""Other layouts of labelled documents: what one extractor wraps, joins or cuts, another leaves as it is.

A model that has only seen one layout takes its accidents for the difference between text and junk. Which layouts a
document gets is drawn from its own text, so that a training run can be repeated.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace

from textlint.linemodel.labelled import GOOD, JUNK, UNKNOWN, Labelled

Lines = list[tuple[str, int]]
Layout = Callable[[Lines, random.Random], Lines]

SEPARATORS = [" | ", " ", " • ", " · ", " / ", ", ", " » ", "  "]
BULLETS = ["- ", "* ", "• ", "· ", "+ "]
WIDTHS = [60, 66, 72, 76, 80]


def without_blanks(lines: Lines, draw: random.Random) -> Lines:
    """No blank lines."""
    return [line for line in lines if line[0].strip()]


def with_blanks(lines: Lines, draw: random.Random) -> Lines:
    """A blank line after every line."""
    return [part for line in without_blanks(lines, draw) for part in (line, ("", UNKNOWN))]


def wrapped(lines: Lines, draw: random.Random) -> Lines:
    """Hard-wrapped paragraphs."""
    width, out = draw.choice(WIDTHS), Lines()
    for line, label in lines:
        parts = textwrap.wrap(line, width, break_long_words=False) if len(line) > width else [line]
        out += [(part, label) for part in parts]
        if len(parts) > 1 and draw.random() < 0.7:
            out.append(("", UNKNOWN))
    return out


def cut(lines: Lines, draw: random.Random) -> Lines:
    """Only a part of the document."""
    if len(lines) < 8:
        return lines
    size = draw.randint(len(lines) // 4, 3 * len(lines) // 4)
    return draw.choice([lines[:size], lines[size:], lines[size // 2 : size // 2 + len(lines) // 2]])


def joined(lines: Lines, draw: random.Random) -> Lines:
    """Menus in one line."""
    separator, out = draw.choice(SEPARATORS), Lines()
    for line, label in without_blanks(lines, draw) if draw.random() < 0.5 else lines:
        short = line.strip() and len(line) < 40 and out and out[-1][0].strip()
        if short and label == JUNK == out[-1][1] and len(out[-1][0]) < draw.choice([60, 120, 200]):
            out[-1] = (out[-1][0] + separator + line.strip(), label)
        else:
            out.append((line, label))
    return out


def bulleted(lines: Lines, draw: random.Random) -> Lines:
    """Other bullets before short lines."""
    bullet, out = draw.choice(BULLETS), Lines()
    for line, label in lines:
        bare = line.lstrip("-*•· \t")
        out.append((bullet + bare if 0 < len(bare) < 60 and draw.random() < 0.8 else bare, label))
    return out


def markdown(lines: Lines, draw: random.Random) -> Lines:
    """Links and headings as Markdown."""
    start, out = draw.choice(["", "* ", "- ", "  * "]), Lines()
    for line, label in lines:
        bare = line.strip()
        words = bare.split()
        if not words or draw.random() < 0.25:
            out.append((line, label))
        elif label == JUNK and len(bare) < 80:
            out.append((f"{start}[{bare}]({_address(words, draw)})", label))
        elif len(bare) < 60:
            out.append((f"{draw.choice(['#', '##', '**'])} {bare}", label))
        else:
            at = draw.randrange(len(words))
            words[at] = f"[{words[at]}]({_address(words[:4], draw)})"
            out.append((" ".join(words), label))
    return out


def _address(words: list[str], draw: random.Random) -> str:
    path = "-".join("".join(filter(str.isalnum, word)).lower() for word in words[:5])
    return f"{draw.choice(['/', 'https://www.example.org/', '/en/'])}{path}{draw.choice(['', '.html', '/'])}"


def residue(lines: Lines, draw: random.Random) -> Lines:
    """What an extractor that is nearly perfect leaves: the text and a few stretches of junk."""
    share, keeping, out = draw.choice([0.03, 0.08, 0.15, 0.3]), False, Lines()
    for line, label in lines:
        keeping = label == JUNK and draw.random() < (0.5 if keeping else share)
        if keeping or label != JUNK:
            out.append((line, label))
    return without_blanks(out, draw) if draw.random() < 0.6 else out


# how often a whole page and an article get each layout, and whether what comes out still is what it was
_OF_PAGES: list[tuple[Layout, float, bool]] = [
    (without_blanks, 0.25, True), (wrapped, 0.25, True), (joined, 0.35, True), (bulleted, 0.2, True),
    (markdown, 0.25, True), (residue, 0.8, False), (residue, 0.5, False),
    (lambda lines, draw: residue(markdown(lines, draw), draw), 0.2, False),
]  # fmt: skip
_OF_ARTICLES: list[Layout] = [without_blanks, with_blanks, wrapped, cut, bulleted, markdown]


def relaid(document: Labelled) -> Iterator[Labelled]:
    """The document in other layouts, and for one that was labelled by the text that is wanted, that text alone."""
    draw = random.Random(document.group + document.text[:1000])
    lines = list(zip(document.text.split("\n"), document.labels, strict=True))
    if document.whole:
        for layout, often, whole in _OF_PAGES:
            if draw.random() < often:
                yield _made(document, layout(lines, draw), whole)
        if document.gold and draw.random() < 0.6:
            wanted = [(line, GOOD) for line in document.gold.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
            yield _made(document, draw.choice([*_OF_ARTICLES, residue])(wanted, draw), False)
    elif draw.random() < 0.4:
        yield _made(document, draw.choice(_OF_ARTICLES)(lines, draw), False)


def _made(document: Labelled, lines: Lines, whole: bool) -> Labelled:
    text, labels = "\n".join(line for line, _ in lines), tuple(label for _, label in lines)
    return replace(document, text=text, labels=labels or (UNKNOWN,), whole=whole, gold=None)

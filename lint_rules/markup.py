"""Pack ``markup``: what is left of HTML and BBCode.

A text may be about markup, so a tag alone proves nothing. A fix is safe where the markup is complete (what is opened is
closed) and nothing in the document speaks of markup or programming.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from lint_rules._context import about_markup
from lint_rules._patterns import pattern
from lint_rules._tags import KNOWN, VOID, Tag, balanced, removals, tags
from textlint import Change, Fail, Match, Pass, Safety, Text, rule

RANK = 20
_BECAUSE = "the text may be showing markup"
_NAMES = "|".join(sorted(KNOWN))
_SHOWN = pattern(r"`|\b(?:[Tt]ags?|[Ee]lements?|[Aa]ttributes?|[Aa]llowed|erlaubt|autorisées|permitidas)\b")
FENCE = 12  # code points of text that a line with a tag left over at its end has at the least


@rule(
    "markup/html-tag",
    safety="safe",
    because=_BECAUSE,
    rank=RANK,
    anchors=[rf"(?i)</?(?:{_NAMES})[\t />]"],
    examples=[
        Fail("The boat was ⟪<b>sold</b>⟫ last year.", fixed="The boat was sold last year."),
        Fail("He left.⟪<br />⟫She stayed.", fixed="He left.\nShe stayed."),
        Fail('See ⟪<a href="/fares">our fares</a>⟫ for more.', fixed="See our fares for more."),
        Fail("⟪<p>The mill burned down.</p><p>It was rebuilt.</p>⟫", fixed="The mill burned down.\n\nIt was rebuilt."),
        Fail("It was rebuilt in 1911.⟪</p>⟫", fixed="It was rebuilt in 1911."),
        Fail(
            'It burned down. ⟪<script>load("x<y");</script>⟫ It was rebuilt.', fixed="It burned down. It was rebuilt."
        ),
        Pass("If a <b and c> d, then List<a> is Map<i, b>."),
        Pass("Write to Ann <ann@example.org> or see <https://example.org/p>."),
        Pass('You may use these tags: <a href=""> <b> <i> <em>'),
        Pass("Use <b> for bold and <name> for your name."),
        Pass("x < y and y > z; 5 <p < 7"),
    ],
)
def html_tag(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Tags of HTML in running text.

    They were escaped in the source, or stripped by a tool that did not know them. The words between them stay; a break
    or block becomes a line break, and scripts, styles and frames go with their content. Lists of allowed tags, tags in
    backquotes, brackets of mathematics, generics, addresses and placeholders are left alone.
    """
    explains: bool | None = None
    for i in lines:
        line, start = text.line(i), text.span(i).start
        found = _wanted(line, tags(line))
        if not found:
            continue
        explains = about_markup(text) if explains is None else explains
        changes = tuple(change.moved(start) for change in removals(line, found))
        low, high = start + found[0].start, start + found[-1].end
        yield Match(low, high, changes=changes, safety=Safety.UNSAFE if explains else None)


def _wanted(line: str, found: list[Tag]) -> list[Tag]:
    """The tags of a line that are leftovers: all of a complete set, or those without a partner at the line's ends."""
    if not found or _SHOWN.search(line):
        return []
    if balanced(found):
        telling = any(tag.closes or tag.attributes or tag.name in ("br", "hr", "p") for tag in found)
        return found if telling and not _is_listing(line, found) else []
    first, last = _ink(line, found)
    return [tag for tag in found if _at_edge(tag, first, last)] if last - first >= FENCE else []


def _is_listing(line: str, found: list[Tag]) -> bool:
    """Whether the line holds tags one beside the other, empty attributes, and hardly a word."""
    empty = any('=""' in tag.attributes for tag in found)
    opened = [tag for tag in found if not tag.closes and tag.name not in VOID]
    return empty and len(opened) > 1 and not any(tag.closes for tag in found)


def _ink(line: str, found: list[Tag]) -> tuple[int, int]:
    """Where the text outside of tags begins and ends; two equal places where there is none."""
    borders = [0, *(place for tag in found for place in (tag.start, tag.end)), len(line)]
    pieces = [(a, b) for a, b in zip(borders[::2], borders[1::2], strict=True) if line[a:b].strip()]
    return (pieces[0][0], pieces[-1][1]) if pieces else (0, 0)


def _at_edge(tag: Tag, first: int, last: int) -> bool:
    """Whether a tag without its partner ends or starts the text of a line: ``</p>``, ``</div>``, ``<p>``."""
    return tag.start >= last if tag.closes else tag.name in ("p", "br", "div") and tag.end <= first


@rule(
    "markup/html-comment",
    safety="safe",
    because=_BECAUSE,
    rank=RANK - 1,
    anchors=["<!--", "<!\\[CDATA\\["],
    linewise=False,
    examples=[
        Fail("The mill burned down.⟪<!--more-->⟫ It was rebuilt.", fixed="The mill burned down. It was rebuilt."),
        Fail("One.\n⟪<!-- ad slot 3\n  begins here -->⟫\nTwo.", fixed="One.\nTwo."),
        Fail("In HTML, ⟪<!-- this -->⟫ is a comment.", fixed="In HTML,  is a comment."),
        Pass("An arrow <-- here, and --> there."),
        Pass("A comment that never ends: <!-- and so on."),
        Pass("Write `<!-- -->` round it."),
    ],
)
def html_comment(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A comment of HTML.

    Notes of editors and programs to themselves (``<!--more-->``, ``<!-- ad slot -->``) that no reader of the page ever
    saw. A comment may run over several lines, up to two thousand characters.
    """
    explains: bool | None = None
    last = -1
    for i in lines:
        start, end = text.span(i)
        at = text.value.find("<!--", max(start, last), end)
        while at >= 0:
            stop = text.value.find("-->", at + 4, at + 2000)
            if stop < 0:
                break
            last = stop + 3
            if text.value[at - 1 : at] != "`":
                explains = about_markup(text) if explains is None else explains
                yield Match(at, last, changes=(Change(at, last, ""),), safety=Safety.UNSAFE if explains else None)
            at = text.value.find("<!--", last, end)


_BBCODE = "b|i|u|s|url|quote|img|color|size|font|center|left|right|list|code|spoiler|email|align|indent|highlight|youtube|video"
_BB = pattern(rf"\[(?P<close>/?)(?P<name>{_BBCODE})(?:=[^\[\]\n]{{1,200}}+)?+\]", regex.I)


@rule(
    "markup/bbcode",
    safety="safe",
    because=_BECAUSE,
    rank=RANK + 1,
    anchors=[rf"(?i)\[/(?:{_BBCODE})\]"],
    linewise=False,
    examples=[
        Fail("It was ⟪[b]⟫not⟪[/b]⟫ him.", fixed="It was not him."),
        Fail(
            "⟪[QUOTE=Ann;12]⟫It was him.⟪[/QUOTE]⟫\nSee ⟪[url=http://a.example/]⟫there⟪[/url]⟫.",
            fixed="It was him.\nSee there.",
        ),
        Fail("A ⟪[color=red]⟫red⟪[/color]⟫ flag", fixed="A red flag"),
        Pass("“[I]f he comes”, she wrote, “[s]he will not.”"),
        Pass("The item a[i] of list [b] is x."),
        Pass("It ends here[/b] without a start."),
    ],
)
def bbcode(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """BBCode, the markup of forums.

    Forums and comment boxes take it for formatting and print it where it is switched off. Tags are taken out where the
    document opens and closes the same one equally often.
    """
    found = [m for i in _around(text, lines) for m in _BB.finditer(text.value, *text.span(i))]
    opened = Counter(m["name"].lower() for m in found if not m["close"])
    closed = Counter(m["name"].lower() for m in found if m["close"])
    pairs = [m for m in found if opened[m["name"].lower()] == closed[m["name"].lower()]]
    safety = Safety.UNSAFE if pairs and about_markup(text) else None
    for m in pairs:
        yield Match(*m.span(), changes=(Change(*m.span(), ""),), safety=safety)


def _around(text: Text, lines: Sequence[int]) -> Iterator[int]:
    """All lines that hold a square bracket: a tag may be closed on another line than it was opened on."""
    return (i for i in range(text.n_lines) if "[" in text.line(i))

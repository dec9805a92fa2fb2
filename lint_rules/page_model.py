"""Pack ``page``: documents of which the line model takes nearly all away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint import Fail, Match, Pass, Safety, Text, line_verdicts, page_starts, readable_model, rule

_LINKS = [
    "Home", "News", "World", "Politics", "Business", "Technology", "Science", "Health", "Sports", "Entertainment",
    "Weather", "Video", "Photos", "Blogs", "Search", "Sign in", "Register", "Subscribe", "Newsletters", "RSS feeds",
    "Most popular", "Most read", "Related stories", "Share this", "E-mail this", "Print this", "Facebook", "Twitter",
    "Follow us", "About us", "Contact us", "Advertise with us", "Site map", "Privacy policy", "Terms of use",
    "All rights reserved",
]  # fmt: skip
_TEXT = (
    "The harbour office was opened in the spring, after two years of work and three months of delay.\n\n"
    "It houses the pilots, the customs and a small museum that tells how the herring came and went."
)


@rule(
    "page/frame-only",
    proposes="drop",
    guard=page_starts,
    ready=readable_model,
    linewise=False,
    examples=[
        Fail("⟪⟫" + "\n".join(_LINKS)),
        Pass("\n".join([*_LINKS[:12], _TEXT])),
        Pass("Eggs\nMilk\nFlour\nButter\nSalt\nYeast\nSugar"),
    ],
)
def frame_only(text: Text, lines: Sequence[int], *, model: str = "", share: float = 0.9) -> Iterator[Match]:
    """A page that is frame from top to bottom.

    A list of links, a front page or a form has no text of its own. It is not emptied but proposed to be left out: where
    the line model is sure of at least ``share`` of its words. ``model`` is as in boilerplate/unlike-the-text.
    """
    going = [found.line for found in line_verdicts(text, model) if found.safety is Safety.SAFE]
    if not going:
        return
    words = text.batch.words[text.batch.first_line[text.number] :][: text.n_lines]
    surely, total = int(words[going].sum()), int(words.sum())
    if surely >= share * total:
        yield Match(0, 0, f"{surely} of its {total} words stand in lines that are part of a page's frame")

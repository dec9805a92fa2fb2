"""Pack ``boilerplate``: lines that a trained model takes for part of the page and not of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint import Change, Fail, Match, Pass, Text, line_verdicts, page_starts, readable_model, rule

_TEXT = (
    "The harbour office was opened in the spring, after two years of work and three months of delay.\n\n"
    "It houses the pilots, the customs and a small museum that tells how the herring came and went.\n\n"
    "Visitors are let in on Sundays, the director said, because on all other days the pilots need their sleep."
)
_MENU = ["Home", "Subscribe", "Sign in", "Contact us", "Search"]
_FOOT = ["Share this:", "Facebook", "Twitter", "E-mail", "Privacy Policy", "All rights reserved"]
_PAGE = "\n\n".join(["\n".join(f"⟪{line}⟫" for line in _MENU), _TEXT, "\n".join(f"⟪{line}⟫" for line in _FOOT)])


@rule(
    "boilerplate/unlike-the-text",
    severity="warning",
    safety="safe",
    category="navigation",
    rank=10,  # a line that goes is not mended first
    guard=page_starts,
    ready=readable_model,
    linewise=False,
    examples=[
        Fail(_PAGE, fixed=_TEXT),
        Pass(_TEXT),
        Pass(f"Bread\n\n500 g of flour\n300 g of water\n10 g of salt\n\n{_TEXT}"),
    ],
)
def unlike_the_text(text: Text, lines: Sequence[int], *, model: str = "", probability: float = 0.0) -> Iterator[Match]:
    """A line that is unlike the text it stands in.

    Menus, link lists, share bars and footers differ from page to page, so that no list of phrases holds them all. A
    small linear model weighs words, shape, neighbours and place of a line and what kind of document it stands in. On a
    whole page it takes what lies outside of the article, on an extracted article only what it knows by its words; where
    it knows few of a document's words, as in most languages that it has not seen, it says nothing. ``model`` names a
    file made by `textlint train` to use instead of the model that ships, seen from the folder where textlint is
    started; ``probability`` is the least that a line must reach to be told.
    """
    for found in line_verdicts(text, model):
        if found.score >= probability:
            start, end = text.start(found.line), text.end(found.line)
            yield Match(
                start, end, f"unlike the text: {found.why}", (Change(start, end, ""),), found.safety,
                "the model is less sure of it", found.score,
            )  # fmt: skip

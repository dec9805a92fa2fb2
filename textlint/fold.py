"""Folding: how phrases and lines are made comparable without moving a single code point."""

from __future__ import annotations

# Upper-case forms that str.upper does not give back, by the lower-case letter that they fold to.
ODD_CAPITALS = {"i": "\u0130", "k": "\u212a", "å": "\u212b", "ω": "\u2126", "θ": "\u03f4", "ß": "\u1e9e"}
ODD_CAPITALS |= {"ǆ": "ǅ", "ǉ": "ǈ", "ǌ": "ǋ", "ǳ": "ǲ"}


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces; as many code points as before, so that offsets hold.

    >>> fold("L’ÉTÉ\\u00a0İzmir")
    "l'été izmir"
    """
    folded = text.lower()
    if len(folded) != len(text):  # only U+0130 grows when it is lowered
        folded = text.replace("\u0130", "i").lower()
    return folded.replace("\u2019", "'").replace("\xa0", " ")


def unfolded(char: str) -> list[str]:
    """The characters that fold to one folded character.

    >>> unfolded("é"), unfolded("'"), unfolded("k")
    (['é', 'É'], ["'", '’'], ['k', 'K', 'K'])
    """
    forms = [char, char.upper(), ODD_CAPITALS.get(char, char), {"'": "\u2019", " ": "\xa0"}.get(char, char)]
    return list(dict.fromkeys(form for form in forms if len(form) == 1 and fold(form) == fold(char)))

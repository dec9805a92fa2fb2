"""Folding: how phrases and lines are made comparable without moving a single code point."""

from __future__ import annotations

# Forms that neither str.upper nor str.title gives back, by the character that they fold to.
_ODD = {"i": "\u0130", "k": "\u212a", "å": "\u212b", "ω": "\u2126", "θ": "\u03f4", "ß": "\u1e9e", "σ": "ς"}
_ODD |= {"'": "\u2019", " ": "\xa0"}


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces; as many code points as before, so that offsets hold.

    What a character folds to depends on no other one: a final sigma is a sigma.

    >>> fold("L’ÉTÉ\\u00a0İzmir")
    "l'été izmir"
    """
    folded = text.lower()
    if len(folded) != len(text):  # only U+0130 grows when it is lowered
        folded = text.replace("\u0130", "i").lower()
    return folded.replace("\u2019", "'").replace("\xa0", " ").replace("ς", "σ")


def unfolded(char: str) -> list[str]:
    """The characters that fold to one folded character.

    >>> unfolded("é"), unfolded("'"), unfolded("σ")
    (['é', 'É'], ["'", '’'], ['σ', 'Σ', 'ς'])
    """
    forms = [char, char.upper(), char.title(), _ODD.get(char, char)]
    return list(dict.fromkeys(form for form in forms if len(form) == 1 and fold(form) == fold(char)))

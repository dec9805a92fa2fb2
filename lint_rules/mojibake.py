"""Pack ``characters``: text that was stored in one encoding and read in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lint_rules._patterns import pattern
from textlint import Change, Fail, Match, Pass, Text, rule

CHUNK = 10_000  # code points of a line that are repaired at a time

# UTF-8 read as Latin-1 or Windows-1252 (Ã©, â€™), Windows-1250 (Ă©, Ĺ‚), Windows-1251 (Рџ, СЃ) or Mac OS Roman
# (√©, ‚Äô).
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
ANCHORS = (
    f"[Â-ô][{_TRAIL}]",
    "[ÂÃ] ",
    "[ĂÄĹ][\u00a0-\u00bfˇ˘Łł¤ĄąĽľ¦¨ŞşŤťŹź€‚„…†‡‰‹‘’“”•–—™›]",
    "[РС][\u0402-\u040f\u0452-\u045f\u00a0-\u00bf€‚„…†‡‰‹‘’“”•–—™›][РС]",
    "‚Ä|√[©®§±≥∂∏]",
)
_ODD = pattern(r"[\p{Cc}\p{Co}\p{Cn}\ufffd\u2800-\u28ff]|^\p{Cyrillic}$")
_HALF = pattern(r"[À-ÿ](?![\p{Latin}\p{M}])\p{L}|(?![\p{Latin}\p{M}])\p{L}[À-ÿ]")
_STILL = pattern(f"[Â-ô][{_TRAIL}]")
_WHOLE = pattern(f"(?<![Â-ô{_TRAIL}])([“”„‘’–—…•]++)")
_FOREIGN = pattern("[^\u0000-\u007f]++(?: [^\u0000-\u007f]++)*+")
CONTEXT = 2  # code points on either side of a change that must read well with it


@cache
def _tools() -> tuple[Any, Any, Any]:
    """ftfy's repair, its settings and its measure of badness, imported when the first damaged line turns up."""
    import ftfy
    from ftfy.badness import badness

    # Lossy sequences would become U+FFFD; lone control characters have a rule of their own.
    config = ftfy.TextFixerConfig(replace_lossy_sequences=False, fix_c1_controls=False)
    return ftfy.fix_encoding, config, badness


@rule(
    "characters/mojibake",
    severity="error",
    safety="safe",
    rank=5,
    anchors=ANCHORS,
    examples=[
        Fail("It wasn⟪â€™⟫t the caf⟪Ã©⟫ that moved.", fixed="It wasn’t the café that moved."),
        Fail("A bill of ⟪Â⟫£40 for the r⟪Ã©⟫sum⟪Ã©⟫.", fixed="A bill of £40 for the résumé."),
        Fail("Die Stra⟪Ã\u009f⟫e ist f⟪Ã¼⟫r heute gesperrt.", fixed="Die Straße ist für heute gesperrt."),
        Fail("Il arrive ⟪Ã⟫ Paris et voil⟪Ã\u00a0⟫ tout.", fixed="Il arrive à Paris et voilà tout."),
        Fail("Vi m⟪Ã¶⟫ts “i morgon” p⟪Ã¥⟫ torget.", fixed="Vi möts “i morgon” på torget."),
        Pass("SÃO PAULO, ÂNGELA and RÂLE are written like this."),
        Pass("Er aß Käse im Café, für 5 € das Stück – „gut“, sagte er."),
        Pass("Il préfère l'âge, la forêt et l'île à Noël."),
        Pass("Сёстры говорили о ней: «Рёв моря»."),
        Pass("Der InternetanschluÃ ist belegt."),
    ],
)
def mojibake(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Text that was stored in one encoding and read in another (``â€™`` for an apostrophe).

    The bytes of UTF-8 were taken for the characters of an older encoding somewhere on the way. ftfy puts them back, and
    only where the result clearly reads better. Where bytes were lost on the way the damage stays: a guess would make
    a second error of the first. Quotes, dashes, ligatures and everything else that is merely unusual is left alone.
    """
    for i in lines:
        start, end = text.span(i)
        for at in range(start, end, CHUNK):
            yield from _repaired(text.value[at : min(at + CHUNK, end)], at)


def _repaired(damaged: str, shift: int) -> Iterator[Match]:
    fix_encoding, config, badness = _tools()
    fixed = fix_encoding(damaged, config)
    if _STILL.search(fixed):  # characters that were never damaged stand in the way: take the pieces between them
        fixed = "".join(fix_encoding(piece, config) for piece in _WHOLE.split(fixed))
    for a, b, c, d in differences(damaged, fixed) if fixed != damaged else ():
        around = fixed[max(0, c - CONTEXT) : d + CONTEXT]
        if _guessed(damaged[a:b], fixed[c:d], fixed[:c][-1:]) or _HALF.search(around) or badness(around):
            continue
        yield Match(shift + a, shift + b, changes=(Change(shift + a, shift + b, fixed[c:d]),))


def _guessed(damaged: str, fixed: str, before: str) -> bool:
    """Whether ftfy had to guess: bytes were lost, and what came out is a character that nobody would write there.

    Where a non-breaking space in the middle of a character has become a plain one, only ``à`` as a word and the
    non-breaking space itself are believed: an ``Ã`` at a word's end may as well have been ß or í.
    """
    if _ODD.search(fixed) or (damaged <= "\x9f" and len(damaged) == 1):
        return True
    if damaged.endswith(" "):
        return fixed != "\xa0"
    return fixed.endswith("à") and not damaged.endswith("\xa0") and before.isalpha()


def differences(before: str, after: str) -> list[tuple[int, int, int, int]]:
    """Where two strings of the same ASCII characters differ, as spans ``a, b`` of the one and ``c, d`` of the other.

    A space may have become part of a character (the second half of ``à``). Empty when the two do not run in step.

    >>> differences("cafÃ© Â£5", "café £5")
    [(3, 5, 3, 4), (6, 7, 5, 5)]
    """
    found, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if before[i] == after[j]:
            i, j = i + 1, j + 1
            continue
        b, d = _end(before, i), _end(after, j)
        if before[b : b + 1] == " " and after[d : d + 1] != " ":
            b += 1
        if before[b : b + 1] != after[d : d + 1]:
            return []
        while b > i and d > j and before[b - 1] == after[d - 1]:
            b, d = b - 1, d - 1
        found.append((i, b, j, d))
        i, j = b, d
    return found if before[i:] == after[j:] else []


def _end(text: str, start: int) -> int:
    """Where the characters beyond ASCII that start at ``start`` end."""
    found = _FOREIGN.match(text, start)
    return found.end() if found else start

"""Spaces that set things apart which belong together: the letters of a word, or the pieces that a tokenizer made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from lint_rules._borders import Line, lines_of
from lint_rules._patterns import pattern
from lint_rules._tokens import repairs
from textlint import Change, Fail, Match, Pass, Text, rule

_LETTER = "A-Za-z\u00c0-\u024f\u0386-\u03ce\u0400-\u052f"
_END = r"(?![^\s.:!?,])"
_RUN = rf"[{_LETTER}](?:[ \u00a0][{_LETTER}]{_END})++"
_SPACED = pattern(rf"(?<!\S){_RUN}(?:[ \u00a0]{{2,3}}+{_RUN})*+")
_LETTERS_ONLY = pattern(rf"\s*(?:[{_LETTER}]\s+)*+[{_LETTER}]\s*$")
_GAP = pattern(r"[ \u00a0]{2,}")
_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôöøùúûüýіїєаеёиоуыэюяαεηιουωάέήίόύώışığąęěů"
_VOWEL = pattern(f"(?i)[{_VOWELS}]")
_CROWD = pattern(f"(?i)[^{_VOWELS}]{{5}}|[{_VOWELS}]{{4}}")
_SPELLED = pattern(r"(?i)spell|spelt|buchstab|épel|epel|deletre|soletr|stava|kodla|букв|literuj|letter by|vitamin")
_SERIES = tuple(map(frozenset, ("abcdefgh", "acgtun", "ivxlcdm", "wldntx", "nesw", "wasd", "qwertzyazuiop", "kqrbnp")))
_FEW, _LEAST, _LONGEST = 3, 5, 9  # letters of a known word, of one on a line of its own, and of the longest such


@rule(
    "spacing/letter-spaced-word",
    severity="info",
    safety="unsafe",
    because="letters may be a list of their own: initials, notes, grades",
    rank=30,
    anchors=[rf"[{_LETTER}](?:[ \u00a0][{_LETTER}]){{3}}"],
    examples=[
        Fail("⟪B R E A K I N G  N E W S⟫\nThe bridge is open.", fixed="BREAKING NEWS\nThe bridge is open."),
        Fail("⟪S p o r t⟫\nEin Sieg, mehr Sport morgen.", fixed="Sport\nEin Sieg, mehr Sport morgen."),
        Fail("Le ⟪s o m m a i r e⟫ est un sommaire.", fixed="Le sommaire est un sommaire."),
        Fail("⟪Н О В О С Т И⟫\nПоезд снова идёт.", fixed="НОВОСТИ\nПоезд снова идёт."),
        Pass("J R R Tolkien and C S Lewis; W B Yeats"),
        Pass("Vitamins A B C D E K and the grades A B C A D"),
        Pass("A B C D E F G H I J K"),
        Pass("It is spelled M A R T H A, as in Martha."),
        Pass("E A D G B E, then C G A F"),
        Pass("W L W W D L W and N E S W and W A S D"),
        Pass("x y z w\na o u e i"),
        Pass("B U S I N E\n    S S"),
        Pass("T h e  |  e n d"),
        Pass("这 是 一 本 书 的 字"),
        Pass("S O G O O D T O S E E Y O U A L L"),
    ],
)
def letter_spaced_word(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A word whose letters are set apart by spaces.

    Pages and printed papers set headings so for their looks; whoever reads words sees single letters. The letters of a
    word stand apart by one space, words by two or three. The word must be one of the document's own, or the phrase must
    fill its line and can be pronounced.
    """
    for start, line in lines_of(text, [i for i in lines if _SPACED.search(text.line(i))]):
        if "|" in line.value or "\t" in line.value or _SPELLED.search(line.value):
            continue
        for found in _SPACED.finditer(line.value):
            words = [word.replace(" ", "").replace("\u00a0", "") for word in _GAP.split(found[0])]
            rest = line.value[found.end() :].strip(" .:!?") + line.value[: found.start()].strip()
            alone = not rest and not _goes_on(text, start)
            if all(_is_known(line, word) for word in words) or (alone and _is_phrase(words)):
                yield Match(
                    start + found.start(), start + found.end(), changes=tuple(_closed(found[0], start + found.start()))
                )


def _goes_on(text: Text, start: int) -> bool:
    """Whether the line below the one at ``start`` has single letters, too, so that a word may be broken there."""
    below = text.line_at(start) + 1
    return below < text.n_lines and bool(_LETTERS_ONLY.match(text.line(below)))


def _is_known(line: Line, word: str) -> bool:
    folded = {word, word.lower(), word.capitalize(), word.upper()}
    return len(word) > _FEW and not folded.isdisjoint(line.page.words) and not _is_series(word)


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether the words, in all, look like a heading and not like a list of letters."""
    longest = max(map(len, words))
    spoken = all(_VOWEL.search(word) and not _CROWD.search(word) for word in words if len(word) > 2)
    return _LEAST <= longest <= _LONGEST and spoken and not all(map(_is_series, words))


def _is_series(word: str) -> bool:
    """Whether the letters may be a list: of the alphabet, notes, chess men, points of the compass, bases of a gene."""
    letters = word.lower()
    rising = all(a < b for a, b in pairwise(letters))
    mixed = letters != word and word != word.upper() and word != word.capitalize()
    return rising or mixed or len(set(letters)) < _FEW or any(set(letters) <= series for series in _SERIES)


def _closed(phrase: str, start: int) -> Iterator[Change]:
    """The spaces between letters go, those between words become one."""
    for gap in regex.finditer(r"[ \u00a0]+", phrase):
        yield Change(start + gap.start(), start + gap.end(), " " if len(gap[0]) > 1 else "")


@rule(
    "spacing/tokenizer-residue",
    severity="info",
    safety="unsafe",
    because="a text about tokenizers, or dialogue in dialect, may be written so",
    linewise=False,
    anchors=[
        r"[ ]n['’]t",
        r"[ ]['’](?:[sSdDmM]|re|ve|ll|RE|VE|LL)[^\w'’-]",
        r"[ ]['’](?:[sSdDmM]|re|ve|ll)$",
        r"(?i)(?:gon|wan) na",
        r"(?i)(?:lem|gim) me",
        "(?i)got ta",
        "` ?`",
        "-L[RSC]B-",
        r"(?i)(?:^|[^\w'’])(?:[ldjmtsnc]|[a-z]*(?:qu|rd|ll|un|st|nt|ov|om|tt|nz))['’][ \u00a0][aeiouyh\u00c0-\u00ff]",
    ],
    examples=[
        Fail("They ca⟪ ⟫n't come , and we do⟪ ⟫n't mind .", fixed="They can't come , and we don't mind ."),
        Fail("It⟪ ⟫'s late , and we⟪ ⟫'ve all got to go .", fixed="It's late , and we've all got to go ."),
        Fail(
            "⟪`` ⟫I do⟪ ⟫n't know⟪ ''⟫ , she said , and it⟪ ⟫'s true .",
            fixed="\"I don't know\" , she said , and it's true .",
        ),
        Fail("The mayor ⟪-LRB- ⟫see page 3⟪ -RRB-⟫ is ill.", fixed="The mayor (see page 3) is ill."),
        Fail(
            "L'homme et l'⟪ ⟫arbre qu'il a vu dans la rue aujourd'⟪ ⟫hui, c'est l'autre de l'été.",
            fixed="L'homme et l'arbre qu'il a vu dans la rue aujourd'hui, c'est l'autre de l'été.",
        ),
        Fail(
            "L'opera dell'⟪ ⟫arte e della musica, che l'autore non ha visto.",
            fixed="L'opera dell'arte e della musica, che l'autore non ha visto.",
        ),
        Pass("We do n't know why this one stands here."),
        Pass("In TeX one writes ``so'' or \\emph{so} , and never so ."),
        Pass("She said ``so'' and left; ``never again'' was what we heard."),
        Pass("Het is 's avonds laat , in 's-Hertogenbosch , en 's morgens vroeg ."),
        Pass("the 's' and the 'd' , the 'll' and 're-election' , and the ' s"),
        Pass("L' homme est l' ami de l' autre, et il est tard dans la nuit."),
    ],
)
def tokenizer_residue(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Pieces into which a tokenizer cut words, and what it put for quotation marks and brackets.

    Texts that went through a tokenizer for a corpus have ``ca n't``, ``-LRB-`` and two grave accents for a quotation mark.
    Nobody writes so, but for a slip: the document must show it more than once. An elision with a space after it
    (``l' arbre``) is closed in documents that mostly write it without.
    """
    for start, line in lines_of(text, lines):
        for change in sorted(repairs(line)):
            low, high = start + change.start, start + change.end
            yield Match(low, high, changes=(Change(low, high, change.after),))

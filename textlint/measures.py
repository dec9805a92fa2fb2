"""Named measures of a text, as published by those who filter web corpora: pure functions from a Text to a number.

Words are what stands between white space, unless a measure says otherwise; the published code of Gopher's and FineWeb's
filters (datatrove) splits words with a language's tokenizer, so that shares of words may differ from it in the second
digit. Lines are parted by ``\\n``. Lengths are code points. Every share is 0 for an empty text. Sources:

- C4: Raffel et al. 2020, Exploring the Limits of Transfer Learning, section 2.2
- Gopher: Rae et al. 2021, Scaling Language Models, appendix A, table A1
- RefinedWeb: Penedo et al. 2023, The RefinedWeb Dataset for Falcon LLM, appendix G.2
- FineWeb: Penedo et al. 2024, The FineWeb Datasets, section 3.6
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import regex

from textlint.text import Text

Measure = Callable[[Text], float]

STOP_WORDS = frozenset(("the", "be", "to", "of", "and", "that", "have", "with"))
TERMINAL = (".", "!", "?", '"', "'")
SHORT_LINE = 30  # code points of a line that FineWeb calls short
C4_WORDS = 3  # words of a line that C4 keeps

_SENTENCE_END = regex.compile(r"""[.!?…]["'”’)\]]*(?=\s|$)|[。！？।۔؟]""")
_LAST_MARK = regex.compile(r"""[\p{Sentence_Terminal}"'”’»]$""")
_BULLET = regex.compile(r"\s*[•\-*‣◦●▪∙·–]")
_COUNTER = regex.compile(r"\W*\d[\d.,]*[km]?\s+\p{L}+\W*", regex.I)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _of(items: Sequence[str], test: Callable[[str], object]) -> float:
    return _share(sum(1 for item in items if test(item)), len(items))


def _words(text: Text) -> list[str]:
    return text.value.split()


def _inked(text: Text) -> list[str]:
    """The words that are more than punctuation."""
    return [word for word in text.value.split() if any(map(str.isalnum, word))]


def _lines(text: Text) -> list[str]:
    """The lines that are not blank."""
    return [line for line in text.value.split("\n") if line.strip()]


def words(text: Text) -> float:
    """Words with at least one letter or digit (Gopher: 50 to 100,000)."""
    return len(_inked(text))


def mean_word_length(text: Text) -> float:
    """Mean code points of a word with at least one letter or digit (Gopher: 3 to 10)."""
    inked = _inked(text)
    return _share(sum(map(len, inked)), len(inked))


def hash_ratio(text: Text) -> float:
    """Hash signs a word (Gopher: at most 0.1)."""
    return _share(text.value.count("#"), len(_words(text)))


def ellipsis_ratio(text: Text) -> float:
    """Ellipses, ``...`` or ``…``, a word (Gopher: at most 0.1)."""
    return _share(text.value.count("...") + text.value.count("…"), len(_words(text)))


def bullet_lines(text: Text) -> float:
    """Share of the lines with ink that start with a bullet (Gopher: at most 0.9)."""
    return _of(_lines(text), _BULLET.match)


def ellipsis_lines(text: Text) -> float:
    """Share of the lines with ink that end with an ellipsis (Gopher: at most 0.3)."""
    return _of(_lines(text), lambda line: line.rstrip().endswith(("...", "…")))


def alphabetic_words(text: Text) -> float:
    """Share of the words that hold a letter (Gopher: at least 0.8)."""
    return _of(_words(text), lambda word: any(map(str.isalpha, word)))


def stop_words(text: Text) -> float:
    """How many of the, be, to, of, and, that, have, with occur, in small letters (Gopher, English only: at least 2)."""
    return len(STOP_WORDS.intersection(_words(text)))


def _duplicates(items: Iterable[str]) -> tuple[int, int]:
    """How many items have stood before, and their code points."""
    seen: set[str] = set()
    number = size = 0
    for item in items:
        if item in seen:
            number, size = number + 1, size + len(item)
        seen.add(item)
    return number, size


def _pieces(text: Text, border: str) -> list[str]:
    return [piece for piece in regex.split(border, text.value.strip()) if piece]


def duplicate_lines(text: Text) -> float:
    """Share of the lines with ink that have stood before (Gopher: at most 0.30)."""
    lines = _pieces(text, r"\n+")
    return _share(_duplicates(lines)[0], len(lines))


def duplicate_line_characters(text: Text) -> float:
    """Share of the code points that stand in lines which have stood before (Gopher: at most 0.20)."""
    return _share(_duplicates(_pieces(text, r"\n+"))[1], len(text.value))


def duplicate_paragraphs(text: Text) -> float:
    """Share of the paragraphs, parted by blank lines, that have stood before (Gopher: at most 0.30)."""
    paragraphs = _pieces(text, r"\n{2,}")
    return _share(_duplicates(paragraphs)[0], len(paragraphs))


def duplicate_paragraph_characters(text: Text) -> float:
    """Share of the code points that stand in paragraphs which have stood before (Gopher: at most 0.20)."""
    return _share(_duplicates(_pieces(text, r"\n{2,}"))[1], len(text.value))


def top_ngram(text: Text, n: int) -> float:
    """Share of the code points that the most frequent run of ``n`` words takes, spaces between them included.

    Gopher: at most 0.20, 0.18 and 0.16 for 2, 3 and 4 words. Of runs that are as frequent the longest counts; one that
    stands but once does not count (datatrove takes the first, and counts it).
    """
    split = _words(text)
    counts = Counter(zip(*(split[i:] for i in range(n)), strict=False))
    most = max(counts.values(), default=0)
    if most < 2:
        return 0.0
    longest = max(sum(map(len, run)) + n - 1 for run, count in counts.items() if count == most)
    return _share(longest * most, len(text.value))


def duplicate_ngrams(text: Text, n: int) -> float:
    """Share of the code points in runs of ``n`` words that have stood before, none counted twice, without the spaces.

    Gopher: at most 0.15, 0.14, ... 0.10 for 5, 6, ... 10 words. As in datatrove, a repeated run is skipped as a whole.
    """
    split = _words(text)
    seen: set[tuple[str, ...]] = set()
    at = size = 0
    while at <= len(split) - n:
        run = tuple(split[at : at + n])
        repeated = run in seen
        size += sum(map(len, run)) if repeated else 0
        seen.add(run)
        at += n if repeated else 1
    return _share(size, len(text.value))


def punctuated_lines(text: Text) -> float:
    """Share of the lines with ink that end in a terminal mark of any script or a closing quote (FineWeb: over 0.12).

    The published filter knows the marks ``. ! ? " '`` and, in its later form, those of other scripts.
    """
    return _of(_lines(text), lambda line: _LAST_MARK.search(line.rstrip()))


def short_lines(text: Text) -> float:
    """Share of the lines with ink that have at most 30 code points (FineWeb: below 0.67)."""
    return _of(_lines(text), lambda line: len(line) <= SHORT_LINE)


def duplicated_characters(text: Text) -> float:
    """Share of the code points, line ends aside, in lines that have stood before (FineWeb: below 0.1; its code: 0.01)."""
    return _share(_duplicates(_lines(text))[1], len(text.value.replace("\n", "")))


def line_ends_per_word(text: Text) -> float:
    """Line ends a word, which tells lists (FineWeb's code: at most 0.3)."""
    return _share(text.value.count("\n"), len(_words(text)))


def sentences(text: Text) -> float:
    """Sentence ends: a full stop, question or exclamation mark before white space (C4: at least 5; later 3)."""
    return sum(1 for _ in _SENTENCE_END.finditer(text.value))


def unended_lines(text: Text) -> float:
    """Share of the lines with ink that do not end in ``. ! ? " '``, or end in ``...`` (C4 drops such lines)."""
    return _of(_lines(text), lambda line: not line.rstrip().endswith(TERMINAL) or line.rstrip().endswith("..."))


def wordless_lines(text: Text) -> float:
    """Share of the lines with ink that have fewer than 3 words (C4 drops such lines; later: fewer than 5)."""
    return _of(_lines(text), lambda line: len(line.split()) < C4_WORDS)


def javascript_lines(text: Text) -> float:
    """Lines that hold the word "javascript", in any case (C4 drops such lines)."""
    return sum("javascript" in line for line in text.value.lower().split("\n"))


def curly_brackets(text: Text) -> float:
    """Opening curly brackets (C4 drops pages with one, most of them being programs)."""
    return text.value.count("{")


def lorem_ipsum(text: Text) -> float:
    """How often the filler "lorem ipsum" stands there, in any case (C4 drops pages with one)."""
    return text.value.lower().count("lorem ipsum")


def flagged_words(text: Text) -> float:
    """Share of the words that stand in lines of one word, of capitals, of digits, or of a counter such as "3 likes".

    RefinedWeb drops a page with more than 0.05; its phrase list ("sign-in", "read more...", "items in cart") is not a
    part of this.
    """
    return _share(sum(len(line.split()) for line in _lines(text) if _is_flagged(line)), len(_words(text)))


def _is_flagged(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    capital = sum(map(str.isupper, letters)) > len(letters) / 2
    return len(line.split()) == 1 or not letters or capital or bool(_COUNTER.fullmatch(line))


_PLAIN: tuple[Measure, ...] = (
    words, mean_word_length, hash_ratio, ellipsis_ratio, bullet_lines, ellipsis_lines, alphabetic_words, stop_words,
    duplicate_lines, duplicate_line_characters, duplicate_paragraphs, duplicate_paragraph_characters, punctuated_lines,
    short_lines, duplicated_characters, line_ends_per_word, sentences, unended_lines, wordless_lines, javascript_lines,
    curly_brackets, lorem_ipsum, flagged_words,
)  # fmt: skip

# Every measure by the name that a rule gives it: ``mean-word-length``, ``top-3-gram``, ``duplicate-5-grams``, ...
MEASURES: dict[str, Measure] = {
    **{measure.__name__.replace("_", "-"): measure for measure in _PLAIN},
    **{f"top-{n}-gram": partial(top_ngram, n=n) for n in (2, 3, 4)},
    **{f"duplicate-{n}-grams": partial(duplicate_ngrams, n=n) for n in range(5, 11)},
}

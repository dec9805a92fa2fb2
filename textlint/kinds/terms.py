"""Kind ``terms``: phrases, by language, that are a whole line, start it, end it, or stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import regex

from textlint.anchor import EDGE, AnyAnchor, LineAnchor, TermAnchor
from textlint.finder import Finder
from textlint.finding import Match
from textlint.fold import fold
from textlint.kinds.filters import Filters, line_finder
from textlint.kinds.phrases import PLACEHOLDER, How, Phrases
from textlint.line import Line
from textlint.spec import SpecError

_CORE = regex.compile(r"[\W_]*+(.*[^\W_])[\W_]*+", regex.S)
RARE = (
    9  # code points from which a phrase is rare enough to be looked for anywhere; ends make an anchor slow to compile
)
LONGEST = 80  # code points of a phrase that is looked up; at 4 bytes each, and with both edges, it fits a line's key
_LANGUAGE = regex.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Terms(Filters, frozen=True, kw_only=True):
    """Phrases as a list, or lists by language tag. Case, the shape of apostrophes and non-breaking spaces do not count;
    ``{}`` is a run of up to 60 code points, ``{n}`` a number. ``match`` says where the phrase stands in its line:
    ``line`` (it is all of it, but for punctuation and symbols), ``prefix``, ``suffix`` or ``contains`` (at word borders).
    """

    terms: dict[str, list[str]] | list[str]
    match: How = "line"


def build(spec: Terms) -> Finder:
    """A finder for a term list."""
    listed = [" ".join(phrase.split()) for phrase in _phrases(spec.terms)]
    phrases = fold("\n".join(listed)).split("\n") if listed else []  # all at once: there may be thousands
    plain = dict.fromkeys(p for p in phrases if spec.match == "line" and _is_plain(p))
    others = Phrases([p for p in phrases if p not in plain], spec.match)
    anchors: dict[AnyAnchor, None] = dict.fromkeys(_anchor(p, spec.match) for p in others.phrases)
    if plain:
        anchors[LineAnchor(tuple(plain))] = None
    return line_finder(partial(_match_line, frozenset(plain), others), spec, tuple(anchors))


def _phrases(terms: dict[str, list[str]] | list[str]) -> Iterator[str]:
    groups = terms.items() if isinstance(terms, dict) else [("en", terms)]
    for language, phrases in groups:
        if not _LANGUAGE.fullmatch(language):
            raise SpecError(
                f"'{language}' is no language tag such as 'en' or 'pt-BR'", ("terms", language), on_key=True
            )
        for i, phrase in enumerate(phrases):
            if not phrase[:1].isalnum() and not any(c.isalnum() for c in PLACEHOLDER.sub("", phrase)):
                where = ("terms", language, i) if isinstance(terms, dict) else ("terms", i)
                raise SpecError(f"a phrase needs a letter or digit outside placeholders, got '{phrase}'", where)
            yield phrase


def _is_plain(phrase: str) -> bool:
    """Whether a phrase can be looked up: no placeholder, no end that is stripped from lines, not too long for a key."""
    return len(phrase) <= LONGEST and "{" not in phrase and _core(phrase) == phrase


def _core(line: str) -> str:
    """A line, folded, without punctuation, symbols and white space at its ends; nothing where they take too much."""
    if line[:1].isalnum() and line[-1:].isalnum():
        return fold(line)
    found = _CORE.fullmatch(line)
    return fold(found[1]) if found and _slim(line[: found.start(1)]) and _slim(line[found.end(1) :]) else ""


def _bare(line: Line) -> str:
    return _core(line.value)


def _slim(edge: str) -> bool:
    """Whether the end of a line, as it stands in the text, is one that may be passed over (a surrogate has 3 bytes)."""
    return len(edge) <= EDGE and len(edge.encode(errors="surrogatepass")) <= EDGE


def _match_line(plain: frozenset[str], others: Phrases, line: Line) -> Sequence[Match]:
    if plain and line.of(_bare) in plain:
        return (Match(0, len(line.value)),)
    return [match for found in others.find(line) if (match := _whole(found, others.how, line.value))]


def _whole(found: regex.Match[str], how: How, line: str) -> Match | None:
    """What is flagged for a phrase that was found, where no more stands beside it than may."""
    low, high = found.span("phrase")
    if how in ("line", "prefix") and not _slim(line[:low]):
        return None
    if how in ("line", "suffix") and not _slim(line[high:]):
        return None
    return Match(0, len(line)) if how == "line" else Match(low, high)


def _anchor(phrase: str, how: How) -> TermAnchor:
    """The phrase's longest piece between placeholders, and which ends of the line it must touch."""
    pieces = PLACEHOLDER.split(phrase)[::2] if "{" in phrase else [phrase]
    longest = max(range(len(pieces)), key=lambda k: len(pieces[k].strip()))
    piece = pieces[longest].strip()
    first, last = longest == 0, longest == len(pieces) - 1
    if len(piece) >= RARE:
        return TermAnchor(piece)
    return TermAnchor(piece, first and how in ("line", "prefix"), last and how in ("line", "suffix"))

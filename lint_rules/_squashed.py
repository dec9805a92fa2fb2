"""Words that were run together with nothing but a capital letter or a year to tell where: ``weekThe``, ``EarhartGroup``.

Names are written so too (``YouTube``), so the words on both sides must be the document's own or function words, the
whole must stand there only once, and where the first word has a capital letter itself the document must show that it
lost borders elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

import regex

from lint_rules._borders import Line
from lint_rules._page import Page
from lint_rules._patterns import pattern
from lint_rules._protected import is_protected
from lint_rules._tongue import is_listed
from lint_rules._words import words_of

_PART = pattern(r"\d++|\p{Lu}?\p{Ll}++")
_RUN = re.compile(r"[^\W_]+")
_WORD = pattern(
    r"(?<![\p{L}\p{M}\p{N}@#_./$’'-])(?:\p{Lu}?\p{Ll}++(?:\p{Lu}\p{Ll}++){1,12}+|(?:19|20)\d\d\p{Lu}\p{Ll}++)(?![\p{L}\p{M}\p{N}@_/=(’]|[.-]\p{L})"
)
_SMALL, _CAPITAL = (
    "a-z\u00df-\u024f\u03ac-\u03ce\u0430-\u045f",
    "A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f\u0100-\u017e",
)
_BORDER = re.compile(
    f"[{_CAPITAL}](?<=[{_SMALL}0-9][{_CAPITAL}])[{_SMALL}]"
)  # what is rare comes first: that is faster
_BEFORE = re.compile(r"\w+\Z")
_WINDOW = 120  # code points before a border that may belong to its word
_LOWER = pattern(r"\p{Ll}{3,40}+\p{Lu}\p{Ll}{2,40}+")
_FEW = 20  # words that are looked for one by one
_HABIT = 3  # borders lost elsewhere in the document
_LONG = 4  # letters of a word that is no function word

_PARTICLES = words_of("Mc Mac De Di Da Du La Le Van Von Fitz San Al El O Ap Ab")
"""What begins names that have a capital letter inside."""

_BRANDISH = words_of(
    "One Now This Her Him Who Up In On Out Me You It My All More Most Us Over We I To Do Be Go Of At Is Be Can Any Every "
    "Only First Just Yes So No Not Than That By For It Into Will Your Our Us Before After"
)
"""Function words that end names such as ``ShareThis`` and ``CareerOne``."""

_NAMES = words_of(
    "YouTube FaceBook LinkedIn PayPal JavaScript TypeScript WordPress WordPerfect PowerPoint PowerShell MySpace MySQL "
    "GitHub GitLab BitBucket SoundCloud DreamWorks DreamWeaver AdSense AdWords MasterCard OpenOffice LibreOffice "
    "SourceForge StackOverflow StumbleUpon FeedBurner TripAdvisor HuffPost BuzzFeed FireFox FireWire BlackBerry "
    "PlayStation GameStop GameCube GameSpot PageRank RealPlayer QuickTime SlideShare TechCrunch VentureBeat WikiLeaks "
    "WhatsApp SnapChat TikTok WeChat YouGov OpenTable LiveJournal FriendFeed NewsCorp NetFlix DropBox SharePoint OneNote "
    "OneDrive OutLook DirectX ActiveX CoffeeScript PostScript AppleScript ColdFusion GoDaddy HostGator BlueHost CloudFlare "
    "FedEx AstraZeneca GlaxoSmithKline PricewaterhouseCoopers ExxonMobil ConocoPhillips TotalFina HarperCollins "
    "BookMooch LibraryThing GoodReads SmugMug PhotoShop InDesign LightRoom AutoCad SolidWorks BitTorrent SkyDrive "
    "SpaceX HubSpot MailChimp ZenDesk SurveyMonkey EventBrite MeetUp AirBnb CraigsList CafePress RedBubble DeviantArt "
    "StarCraft WarCraft MineCraft SimCity HealthCare HealthWatch MoneyWatch WebMd MedLine PubMed ScienceDirect "
    "EasyJet JetBlue AirTran SunTrust BankAmerica CitiGroup LexisNexis SuperBowl NewsLetter WebSite HomePage"
)
"""Names that are written with a capital letter inside; compared without regard to case."""

_FOLDED = frozenset(name.lower() for name in _NAMES)


def borders(lines: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, Line, int]]:
    """The places in the lines where a word ends and another begins without a space, with their lines."""
    found = [(start, line, match) for start, line in lines for match in _words(line.value) if _is_apart(line, match)]
    if not found:
        return
    lone = _lone(found[0][1].page.document.lower(), {match[0].lower() for _, _, match in found})
    for start, line, match in found:
        if match[0].lower() in lone:
            for _, right in _parts(match)[1:]:
                if not is_protected(line.value, right):
                    yield start, line, right


def _is_apart(line: Line, match: regex.Match[str]) -> bool:
    """Whether all words in a piece can stand alone, and it is no name."""
    if match[0].lower() in _FOLDED:
        return False
    return all(_are_two(line.page, left, right) for (left, _), (right, _) in pairwise(_parts(match)))


def _words(line: str) -> Iterator[regex.Match[str]]:
    """The pieces of a line that may be two words or more."""
    end = done = 0
    for border in _BORDER.finditer(line):
        place = border.start() - 1
        if place < done:
            continue
        done = border.end()
        if place < end:
            continue
        before = _BEFORE.search(line, max(end, place - _WINDOW), place + 1)
        found = _WORD.match(line, before.start() if before else place)
        end = found.end() if found else place + 1
        if found:
            yield found


def _parts(match: regex.Match[str]) -> list[tuple[str, int]]:
    """The words in a piece, each with where it starts in the line."""
    return [(part[0], match.start() + part.start()) for part in _PART.finditer(match[0])]


def _lone(document: str, words: AbstractSet[str]) -> AbstractSet[str]:
    """The words that stand no more than once in a document in small letters, in one run of letters and digits."""
    if len(words) <= _FEW:
        return {word for word in words if not (word.isalnum() and _is_repeated(document, word))}
    counts = Counter(_RUN.findall(document))
    return {word for word in words if counts[word] < 2}


def _is_repeated(document: str, word: str) -> bool:
    seen, place = 0, document.find(word)
    while place >= 0 and seen < 2:
        before, after = document[place - 1 : place], document[place + len(word) : place + len(word) + 1]
        seen += not before.isalnum() and not after.isalnum()
        place = document.find(word, place + 1)
    return seen > 1


def _has_lost(page: Page, least: int) -> bool:
    return page.lost_stops >= least or page.lost_stops + _lost(page.document) >= least


@lru_cache(maxsize=4)
def _lost(document: str) -> int:
    """About how many borders between words a document lost."""
    words = {found[0] for found in _words(document) if _LOWER.fullmatch(found[0])}
    return sum(word.lower() not in _FOLDED for word in words)


def _are_two(page: Page, left: str, right: str) -> bool:
    if left.isdigit():
        return len(right) >= _LONG and page.writes(right) and _has_lost(page, _HABIT)
    small, long = left[0].islower(), min(len(left), len(right)) >= _LONG
    listed = len(right) > 2 and is_listed(right)
    if len(left) < 2 or left in _PARTICLES or not (listed or long):
        return False
    if not (page.writes(left) or (small and page.is_known(left))):
        return False
    if listed and page.is_common(right):
        return small or right not in _BRANDISH
    return long and page.writes(right) and _has_lost(page, _HABIT if small else 2 * _HABIT)

"""Pack ``markup``: lines of scripts and style sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_rules._context import about_markup
from lint_rules._patterns import pattern
from textlint import Change, Fail, Match, Pass, Safety, Text, rule

RANK = 22

_TRACKER = pattern(
    r"window\.dataLayer|dataLayer\.push|\bgtag\(|_gaq\.push|\bga\(\s*['\"](?:create|send)|googletag\.|adsbygoogle|\bfbq\(|"
    r"_paq\.push|GoogleAnalyticsObject|document\.write\s*\(|\bgoogle_ad_\w+ ?=|_sf_async_config|OneTrust|_satellite\.|"
    r"window\.__\w+__ ?=|NREUM|\bOBR\.|_taboola|twttr\.|addthis_\w+ ?=|disqus_\w+ ?="
)
_STATEMENT = pattern(
    r"^\s*+(?:(?:var|let|const)\s+[\w$]+\s*=|window\.|document\.|jQuery\(|\$\(|[!+(;]*+function\s*[\w$]*+\(|"
    r"\(?\(?(?:async )?\(?\)? ?=>|if ?\(|[\w$.]++\s*\|\|\s*\{|[\w$.]++(?:\[['\"\w]++\])?\s*=\s*[^=]|"
    r"[\w$.]++\(|\}|//|/\*|try ?\{|return\b)"
)
_CODE_END = pattern(r"[;{}),\]]\s*(?://.*|/\*.*\*/\s*)?$|-->\s*$|\*/\s*$")


@rule(
    "markup/script-text",
    safety="safe",
    because="the text may be showing a program",
    rank=RANK,
    anchors=[
        "dataLayer|gtag\\(|_gaq|googletag|adsbygoogle|fbq\\(|_paq|GoogleAnalyticsObject|document\\.write|ga\\(['\"]",
        "google_ad_|_sf_async|OneTrust|_satellite\\.|window\\.__|NREUM|OBR\\.|_taboola|twttr\\.|addthis_|disqus_",
        "function ?[\\w$]*\\(",
        "(?:var|let|const) [\\w$]+ ?=",
        "jQuery\\(|\\$\\(|getElementById|addEventListener",
    ],
    examples=[
        Fail(
            "The mill burned down.\n⟪window.dataLayer = window.dataLayer || [];⟫\nIt was rebuilt.",
            fixed="The mill burned down.\nIt was rebuilt.",
        ),
        Fail("⟪(function(d, s, id) { var js = d.getElementById(id); }(document, 'script', 'x'));⟫\nNews", fixed="News"),
        Fail("⟪var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-1']);⟫\nNews", fixed="News"),
        Pass("The call document.write() is slow, so the page waits for it."),
        Pass("In France, let x = 5 stand for the price (see above);"),
        Pass("The function (a map) sends var a to b; we call it f."),
    ],
)
def script_text(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line of a script.

    Extractors that take the text of all elements take that of scripts along. The line starts and ends like a statement;
    it is a safe fix where it is part of an advertising or counting service and the document does not speak of code.
    """
    explains: bool | None = None
    for i in lines:
        line = text.line(i)
        if not (_STATEMENT.match(line) and _CODE_END.search(line)):
            continue
        explains = about_markup(text) if explains is None else explains
        start, end = text.span(i)
        known = bool(_TRACKER.search(line)) and not explains
        yield Match(start, end, changes=(Change(start, end, ""),), safety=None if known else Safety.UNSAFE)


_PROPERTY = (
    r"(?:color|margin|padding|display|width|height|font|background|border|position|float|clear|overflow|z-index|"
    r"text-(?:align|decoration|transform|indent)|line-height|visibility|opacity|top|left|right|bottom|cursor|"
    r"list-style|vertical-align|white-space|box-shadow|transition|transform|content|(?:max|min)-(?:width|height)|"
    r"letter-spacing|align-items|justify-content|flex|-(?:webkit|moz|ms|o)-[a-z-]+)"
)
_RULE = rf"(?:[^{{}}<>;]{{1,200}}+\{{\s*+(?:{_PROPERTY}[a-z-]*+\s*+:[^{{}};]{{1,300}}+;?\s*+)++\}}\s*+)"
_STYLE = pattern(
    rf"^\s*+(?:/\*.{{0,200}}?\*/\s*+)?(?:@media[^{{}}]{{0,200}}+\{{\s*+{_RULE}++\}}|@import [^;]{{1,200}}+;|{_RULE})++\s*+$"
)


@rule(
    "markup/style-text",
    safety="safe",
    because="the text may be showing a style sheet",
    rank=RANK,
    anchors=[rf"{_PROPERTY}[a-z-]*[\t ]*:", "@import "],
    examples=[
        Fail("⟪.ad-box { margin: 0 auto; width: 300px; }⟫\nThe mill burned down.", fixed="The mill burned down."),
        Fail("⟪#a, #b:hover{display:none} @media print { .c { color: #000; } }⟫\nNews", fixed="News"),
        Pass("He chose { a color: red } for the sign, and a width: none."),
        Pass("Position: left back; height: 1.80 m"),
        Pass("In CSS we write .a { color: red }, he said."),
    ],
)
def style_text(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line of a style sheet.

    Extractors that take the text of all elements take that of style sheets along. The whole line has to be rules with
    known properties.
    """
    explains: bool | None = None
    for i in lines:
        if not _STYLE.match(text.line(i)):
            continue
        explains = about_markup(text) if explains is None else explains
        start, end = text.span(i)
        yield Match(start, end, changes=(Change(start, end, ""),), safety=Safety.UNSAFE if explains else None)

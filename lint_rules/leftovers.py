"""Pack ``markup``: codes that a publishing system or a script should have replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from lint_rules._context import about_markup
from lint_rules._patterns import pattern
from textlint import Change, Fail, Match, Pass, Safety, Text, rule

RANK = 22
_BECAUSE = "the text may be showing the code"


LONGEST = 5000  # code points of a line of nothing but placeholders


def _deleted(pattern: regex.Pattern[str], text: Text, lines: Iterable[int]) -> Iterator[Match]:
    """The matches of a pattern in single lines, to be deleted; unsafe in a document that is about markup."""
    spans = [found.span() for i in lines for found in pattern.finditer(text.value, *text.span(i))]
    safety = Safety.UNSAFE if spans and about_markup(text) else None
    for start, end in spans:
        yield Match(start, end, changes=(Change(start, end, ""),), safety=safety)


_NAMES = (
    "caption|gallery|embed|playlist|audio|video|wp_caption|youtube|vimeo|soundcloud|contact-form(?:-7)?|gravityform|wpforms|"
    "ninja_forms?|rev_slider|advanced_iframe|adrotate|soliloquy|columns?|one_half|one_third|two_third|button|tabs?|"
    "accordion|toggle|tweet|instagram|quote|(?:vc|et_pb|fusion|su|av|tdc?)_[a-z_]{1,30}+"
)
_VALUE = r"""(?:"[^"\[\]]{0,500}+"|'[^'\[\]]{0,500}+'|[“”″][^“”″\[\]]{0,500}+[“”″]|[^\s"'“”″\[\]]{1,300}+)"""
_SHORTCODE = pattern(
    rf"\[(?:(?:{_NAMES})(?:\s++[\w-]{{1,40}}+={_VALUE})++\s*+/?|/?(?:vc|et_pb|fusion)_[a-z_]{{1,30}}+|ad#[\w-]{{1,30}}+|"
    r"/(?:caption|embed|wp_caption|one_half|one_third|two_third|gallery|su_[a-z_]{1,30}+))\]"
)


@rule(
    "markup/shortcode",
    safety="safe",
    because=_BECAUSE,
    rank=RANK,
    anchors=[
        "\\[[a-z][a-z0-9_-]{1,40}[ \t]+[A-Za-z_-]+=",
        "\\[/?(?:vc|et_pb|fusion)_",
        "\\[/(?:caption|embed|wp_caption|one_|two_|gallery|su_)",
        "\\[ad#",
    ],
    examples=[
        Fail(
            '⟪[caption id="a_7" align="left" width="300"]⟫The old mill⟪[/caption]⟫\nIt burned down.',
            fixed="The old mill\nIt burned down.",
        ),
        Fail('One.\n⟪[gallery ids="1,2,3"]⟫\nTwo.', fixed="One.\nTwo."),
        Fail("⟪[vc_row]⟫⟪[vc_column width=”1/2″]⟫Text⟪[/vc_column]⟫⟪[/vc_row]⟫", fixed="Text"),
        Pass("[VIDEO] The mill burns. [Gallery below]"),
        Pass("The [button] on the [caption] reads “go”."),
        Pass("See the [video id] for more, or [a b=c]."),
    ],
)
def shortcode(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A shortcode of a publishing system.

    Publishing systems put galleries, videos and columns where their shortcodes stand; where the plug-in is gone, the
    code itself is shown. The words between an opening and a closing code stay.
    """
    return _deleted(_SHORTCODE, text, lines)


_MUSTACHE = r"""\{\{\{?[#/^&>~]?\s*+[A-Za-z_$.][\w.$\[\]'-]*+(?:\s*+[|:(][^{}\n]{0,100}+)?\s*+\}?\}\}"""
_BLOCK = (
    r"\{%-?\s*+(?:if|else|elif|endif|for|endfor|block|endblock|include|extends|set|load|raw|endraw|with|endwith)\b"
    r"[^%{}\n]{0,100}+%\}"
)
_TEMPLATE = pattern(
    rf"^(?!.*\{{\{{\s*(?i:cite|infobox|main|lang|reflist|stub)\b)[\s|,:./·-]*+"
    rf"(?:(?:{_MUSTACHE}|{_BLOCK}|<%[=-]?[^%<>\n]{{1,100}}+%>)[ \t|,:./·-]*+)++$",
    regex.M,
)


@rule(
    "markup/template-line",
    safety="safe",
    because=_BECAUSE,
    rank=RANK,
    anchors=["\\{\\{\\{?[#/^&>~]? ?[A-Za-z_$.]", "\\{%-? *[a-z]", "<%[=-]?"],
    examples=[
        Fail(
            "⟪{{#images}}⟫\n⟪{{ image.caption }}⟫\n⟪{{/images}}⟫\nThe mill burned down.", fixed="The mill burned down."
        ),
        Fail("⟪{{ day }}.{{ month }}.{{ year }}⟫\nThe mill burned down.", fixed="The mill burned down."),
        Fail("⟪{% if user %}⟫\nThe mill burned down.\n⟪{% endif %}⟫", fixed="The mill burned down."),
        Pass("Sending hugs {{{{ Ann }}}} to you all.\n{{{{ Ann }}}}"),
        Pass("Write {{ title }} where the title is to stand."),
        Pass("{{cite web|url=x}}"),
    ],
)
def template_line(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line of nothing but a template's placeholders.

    The program that should have filled them in did not run, since extractors do not run scripts.
    """
    return _deleted(_TEMPLATE, text, (i for i in lines if text.lengths[i] <= LONGEST))


_DATA = pattern(r'^[ \t]*+\[?\s*+\{\s*+"@(?:context|type|id|graph)"\s*+:.*\}\s*+\]?\s*+[;,]?[ \t]*+$', regex.M)


@rule(
    "markup/structured-data",
    safety="safe",
    because=_BECAUSE,
    rank=RANK,
    anchors=['"@(?:context|type|id|graph)"'],
    examples=[
        Fail(
            '⟪{"@context":"https://schema.org","@type":"NewsArticle","headline":"Fire"}⟫\nThe mill burned down.',
            fixed="The mill burned down.",
        ),
        Fail('It burned down.\n⟪[{"@type": "BreadcrumbList", "itemListElement": []}]⟫', fixed="It burned down."),
        Pass('Set "@context": in the first line {of the file}.'),
        Pass('{"name": "Ann", "@type": "Person"'),
    ],
)
def structured_data(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """A line of structured data for search engines.

    It repeats title, date and author of the page for search engines and was never shown to a reader.
    """
    return _deleted(_DATA, text, lines)

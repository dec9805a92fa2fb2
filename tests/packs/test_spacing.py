"""What the spacing rules do together, beyond the examples that stand in them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Linter

SAFE = Linter(select=["spacing"])
ALL = Linter(select=["spacing"], unsafe_fixes=True)

PIECES = st.sampled_from(
    [
        *'."”“„»«’‘,:;!?…)([]',
        "''",
        "``",
        " ",
        " ",
        "\n",
        "\n\n",
        "he said",
        "The end",
        "Wort",
        "É",
        "a",
        "U.S",
        "5",
        "the",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)

ARTICLE = (
    "The bridge was closed for a year, and nobody in the valley knows when it will be open again.{0}"
    "Engineers looked at it in May and found cracks in two of its piers.Repairs would take a year.{0}"
    "“We cannot wait that long.”The mayor wants a ferry,and the county pays for it."
)


def fixed(text: str) -> str:
    return SAFE.fix(text).text


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_lost_breaks_come_back_with_the_documents_own_separator(separator: str) -> None:
    text = ARTICLE.format(separator)
    expected = text.replace("piers.Repairs", f"piers.{separator}Repairs").replace("long.”The", f"long.”{separator}The")
    assert fixed(text) == expected.replace("ferry,and", "ferry, and")


def test_a_document_of_one_line_gets_spaces() -> None:
    assert "\n" not in fixed(ARTICLE.format(" "))
    assert "piers. Repairs" in fixed(ARTICLE.format(" "))


@pytest.mark.parametrize(("restore", "between"), [("space", " "), ("newline", "\n"), ("paragraph", "\n\n")])
def test_what_is_put_in_can_be_set(restore: str, between: str) -> None:
    linter = Linter(select=["spacing"], rules={"spacing/lost-after-stop": {"options": {"restore": restore}}})
    assert f"piers.{between}Repairs" in linter.fix(ARTICLE.format("\n")).text


def test_no_paragraph_break_inside_a_quotation_or_brackets() -> None:
    text = "A line.\n\n“We wait.We hope,” he said (They wait.They hope.) and left.\n\nAnother line."
    assert fixed(text) == text.replace("wait.We", "wait. We").replace("wait.They", "wait. They")


@pytest.mark.parametrize(
    "text",
    [
        "U.S. support for the U.N. Security Council, a U.S.-proposed text, at 5 p.m. on Oct. 3",
        "Visit https://example.org/a.B?c=D,e;f:G, mail a.b@Example.Com or see C:\\Temp\\x.Txt and ./a/b.Py",
        "doi:10.1000/Xyz.Abc, v1.2.Beta, 3.5,7:30,1,000 and #tag.Me @user.Name",
        "Er sagte z.B., d.h. u.a. und i.d.R. nichts. Die GmbH & Co.KG schweigt. Bürger:innen, EU:n, S:t Erik",
        "M. Dupont a dit : « Oui ; non ! Vraiment ? » et l’“affaire” continue…",
        "El Sr. López y la Sra. Díaz, EE.UU., pág. 3; S.A. de C.V.",
        "Il dott. Rossi della S.p.A. e l'on. Bianchi, ecc.",
        "O Dr. Silva e a Profa. Souza, av. Brasil, nº 3",
        "Dhr. J.P. de Vries, d.w.z. nr. 3, bijv. vandaag",
        "T.ex. kl. 8, bl.a. dr. Ek och S:t Eriks gatan",
        "А.С. Пушкин, т.е. поэт; г. Москва, ул. Ленина",
        "Np. prof. Nowak, tzn. ul. Długa, itd. w Warszawie",
        "他说:“你好.”我们走吧,好吗?好!ไทย.ไทย ลาว,ລາວ ខ្មែរ.ខ្មែរ",
        'ארה"ב וצה"ל אמרו; "כן" ו"לא"',
        "iPhone, YouTube, McDonald’s, LaTeX, Node.js, ASP.NET, .NET, Yahoo!, Ph.D., J.R.R. Tolkien, wait...and see",
        "for (i=0;i<n;i++) { a[i]=b.C(d,e); } // x.Y, std::Map, foo::Bar",
        '{"a":"b","c":["d","e"]} <a href="x.Y"class="z">a</a> &nbsp;B',
        '5\'10" tall, a 3" pipe, 6"x4", rock ’n’ roll, the ’90s, o’clock, the boys’ room',
    ],
)
def test_what_looks_like_a_lost_space_and_is_none(text: str) -> None:
    assert fixed(text) == text


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_fixing_settles_and_only_adds_white_space(text: str) -> None:
    result = SAFE.fix(text)
    assert "".join(result.text.split()) == "".join(text.split())
    assert all(not edit.before and edit.after.isspace() for edit in result.edits)
    again = SAFE.fix(result.text)
    assert again.text == result.text
    assert not [finding for finding in again.findings if finding.safety == "safe"]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_unsafe_fixes_settle_too(text: str) -> None:
    result = ALL.fix(text)
    assert not [finding for finding in result.findings if finding.rule.startswith("engine/")]
    assert not ALL.fix(result.text).edits


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *[
            '"',
            ".",
            'a."B',
            '"a ',
            "a.B",
            'he said."The ',
            "x,y",
            "(",
            "a.'B",
            "‘a",
            "a’",
            "«a»b",
            ".)A",
            "?A",
            "a:The ",
        ],
        *[
            "word...And ",
            "he said.— Да ",
            "done,”he said ",
            "Он сказал.There 他说。Τι; ",
            "„Er sagte.Dann ",
            ",,a",
            "(a b)c ",
        ],
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        SAFE.check(text)
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(400_000) < 16 * seconds(50_000) + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["", '"'])
def test_a_paragraph_of_five_megabytes(mark: str) -> None:
    """One kind of mark missing, thousands of them unbalanced: no exception, and the second fix finds nothing."""
    sentence = f"The council met.Nobody came,as ever, and {mark}we know it.The rest waited. Она ушла.Так и было. "
    result = SAFE.fix(sentence * (5_000_000 // len(sentence)))
    assert not [f for f in result.findings if f.rule.startswith("engine/")]
    assert "met. Nobody came, as ever" in result.text
    assert not SAFE.fix(result.text).edits


def test_a_quotation_does_not_run_on_into_the_next_record() -> None:
    alone = SAFE.fix('"We know it,"she said.')
    assert SAFE.fix_batch(['He said: "We know', '"We know it,"she said.'])[1] == alone

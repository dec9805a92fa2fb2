"""Packs: every rule that can be written, and every mistake with its place."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from core_tools import fixed

from textlint import SourceError
from textlint.config import load_config
from textlint.finding import Safety, Severity
from textlint.pack import builtin_packs, module_rules, plugin_rules, read_pack
from textlint.ruleset import available

HEAD = "pack: mine\nabout: My rules\nrules:\n"
RULE = """\
  - id: read-more
    about: A link to more
    why: It is no part of the text.
    find: {find}
    examples: [{{fail: "⟪read more⟫"}}, {{pass: "He read more."}}]
"""


def pack(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def rule(find: str = "{terms: [read more]}", extra: str = "") -> str:
    return HEAD + RULE.format(find=find) + (f"    {extra}\n" if extra else "")


WHOLE = """\
pack: mine
about: My rules
rank: 7
enabled: false
rules:
  - id: read-more
    about: A link to more
    why: It is no part of the text.
    severity: error
    category: navigation
    enabled: false
    message: Cut me
    propose: drop
    find: {terms: [read more]}
    fix: {delete: line, safety: unsafe, because: it may be a heading}
    examples:
      - fail: "a\\n⟪read more⟫"
        fixed: "a"
      - {pass: "He read more.", known: "no"}
"""


def test_a_whole_rule(tmp_path: Path) -> None:
    [made] = read_pack(pack(tmp_path, WHOLE))
    assert (made.id, made.about, made.why) == ("mine/read-more", "A link to more", "It is no part of the text.")
    assert (made.rank, made.enabled, made.default, made.severity) == (7, False, False, Severity.ERROR)
    assert (made.category, made.proposes, made.message) == ("navigation", "drop", "Cut me")
    assert (made.safety, made.because, made.origin) == (
        Safety.UNSAFE, "it may be a heading", f"{tmp_path / 'mine.yaml'}:6"
    )  # fmt: skip
    assert [(e.fails, e.fixed, e.known) for e in made.examples] == [(True, "a", False), (False, None, True)]
    assert fixed([made], "a\nread more", unsafe_fixes=True).text == "a"
    assert fixed([made], "a\nread more").text == "a\nread more"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: expected a mapping, got nothing"),
        ("[a]", "1:1: expected a mapping"),
        ("pack: p\nrules: []\n", "1:1: the key 'about' is missing"),
        ("pack: p\nabuot: x\nrules: []\n", "2:1: unknown key 'abuot'; did you mean 'about'?"),
        ("pack: p\nabout: x\nrules: x\n", "3:8: expected a list, got 'x'"),
        ("pack: p\nabout: x\nrank: 101\nrules: []\n", "3:7: expected a whole number <= 100, got '101'"),
        ("pack: My_Pack\nabout: x\nrules: []\n", "1:7: 'My_Pack' is no name"),
        (HEAD + "  - x\n", "4:5: expected a mapping, got 'x'"),
        (HEAD + "  - id: x\n", "4:5: the key 'about' is missing"),
        (rule().replace("read-more", "Read more"), "4:9: 'Read more' is no name"),
        (rule() + RULE.format(find="{chars: x}"), "9:9: the id 'read-more' stands in this pack twice"),
        (rule("{trems: [x]}"), "7:12: no kind 'trems'; did you mean 'terms'?"),
        (rule("x"), "7:11: expected a mapping, got 'x'"),
        (rule("{terms: [x], whree: tail}"), "7:24: unknown key 'whree'; did you mean 'where'?"),
        (rule("{pattern: '(a'}"), "7:21: not a regular expression: missing )"),
        (rule("{pattern: [a, 'b**']}"), "7:25: not a regular expression"),
        (rule(extra="severity: warn"), "9:15: 'warn' is no valid value; did you mean 'warning'?"),
        (rule(extra="severty: info"), "9:5: unknown key 'severty'; did you mean 'severity'?"),
        (rule(extra="enabled: no"), "9:14: expected true or false, got 'no'"),
        (rule(extra="fix: {delete: lines}"), "9:19: 'lines' is no valid value; did you mean 'line'?"),
        (rule(extra="fix: {safety: safe}"), "9:10: a fix needs either 'delete' or 'replace'"),
        (rule(extra="fix: {delete: line, replace: x}"), "9:10: a fix needs either"),
        (rule(extra="fix: {delete: line}"), "9:10: an unsafe fix says why in 'because'"),
        (rule("{pattern: '(a)'}", r"fix: {replace: '\2', safety: safe}"), "9:20: the pattern has no group '2'"),
        (rule("{pattern: 'a'}", r"fix: {replace: '\g<x>', safety: safe}"), "9:20: the pattern has no group 'x'"),
        (rule().replace("{fail", "{fial"), "8:17: unknown key 'fial'; did you mean 'fail'?"),
        (rule().replace("pass:", "passes:"), "did you mean 'pass'?"),
        (rule().replace("{fail", "{pass: x, fail"), "8:16: an example needs either 'fail' or 'pass'"),
        (rule().replace("{pass", "{fixed: x, pass"), "'fixed' goes with 'fail'"),
        (rule().replace("[{fail", "[x, {fail"), "8:16: expected a mapping, got 'x'"),
        (HEAD + RULE.format(find="{chars: a}").rsplit("    examples", 1)[0], "4:5: the key 'examples' is missing"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    path = pack(tmp_path, text)
    with pytest.raises(SourceError) as error:
        read_pack(path)
    assert str(error.value).startswith(f"{path}:")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_template_that_takes_what_is_there(tmp_path: Path) -> None:
    find, fix = "{pattern: '(?P<x>a)(b)'}", r"fix: {replace: '\2\\9\g<x>\g<1>', safety: safe}"
    [made] = read_pack(pack(tmp_path, rule(find, fix)))
    assert fixed([made], "ab").text == r"b\9aa"


def test_a_pack_of_another_file_may_not_take_an_id(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    for path in (one, other):
        path.write_text(rule(), encoding="utf-8")
    config = load_config(None, {"packs": [str(one), str(other)]}).config
    with pytest.raises(SourceError) as error:
        available(config)
    assert str(error.value) == (
        f"{other}:4: the rule 'mine/read-more' is there already, in {one}:4; give this one another id"
    )


@pytest.mark.parametrize("name", ["engine", "default", "all"])
def test_words_that_no_pack_may_be_called(tmp_path: Path, name: str) -> None:
    path = pack(tmp_path, rule().replace("pack: mine", f"pack: {name}"))
    with pytest.raises(SourceError, match=f"mine.yaml:4: '{name}' is a word of textlint itself"):
        available(load_config(None, {"packs": [str(path)]}).config)


def test_plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "core_plugin_broken.py").write_text("1 / 0")
    (tmp_path / "core_plugin_fine.py").write_text(
        "from textlint import rule\n"
        "@rule('plug/one', anchors=['x'])\n"
        "def one(text, lines):\n    'One thing.\\n\\n    The reason.'\n    return iter(())\n"
    )
    with pytest.raises(SourceError, match="core_plugin_broken: the plugin cannot be imported: ZeroDivisionError"):
        plugin_rules("core_plugin_broken")
    with pytest.raises(SourceError, match="no_such_module_here: the plugin cannot be imported: ModuleNotFoundError"):
        plugin_rules("no_such_module_here")
    [one] = plugin_rules("core_plugin_fine")
    assert (one.id, one.about, one.why, one.origin) == ("plug/one", "One thing", "The reason.", "core_plugin_fine.one")


def test_what_ships_can_be_read() -> None:
    rules = builtin_packs()
    assert len({rule.id for rule in rules}) == len(rules)
    assert all("/" in rule.id and rule.about and rule.why for rule in rules)
    assert module_rules(pytest) == []

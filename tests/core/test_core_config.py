"""Settings: what a user may write, and what is said where that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from core_tools import ids, linter

from textlint import Rule, SourceError, Text
from textlint.config import Config, default_source, find_config, load_config, schema
from textlint.finding import Finding, Safety, Severity
from textlint.rules import rule


def test_packs_are_relative_to_the_config(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert linter(folder).fix("He left.\nRead more").text == "He left."


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("", ["mine/read-more", "plug/one"]),
        ("select: []", []),
        ("select: [all]", ["mine/read-more", "mine/odd", "plug/one"]),
        ("select: [mine]", ["mine/read-more"]),
        ("select: [mine/*]", ["mine/read-more", "mine/odd"]),
        ("select: [mine/odd]", ["mine/odd"]),
        ("select: [default, mine/odd]", ["mine/read-more", "mine/odd", "plug/one"]),
        ("select: [all]\nignore: [mine]", ["plug/one"]),
        ("select: [all]\nignore: [mine/odd]", ["mine/read-more", "plug/one"]),
        ("select: [all]\nignore: [all]", []),
    ],
)
def test_select_and_ignore(folder: Path, text: str, chosen: list[str]) -> None:
    assert ids(linter(folder, text)) == chosen


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("slect: [mine]", "3:1: unknown key 'slect'; did you mean 'select'?"),
        ("select: mine", "3:9: expected a list, got 'mine'"),
        ("select: [mien]", "3:10: no rule or pack 'mien'; did you mean 'mine'?"),
        (
            "select: [default]\nignore: [mine/raed-more]",
            "4:10: no rule or pack 'mine/raed-more'; did you mean 'mine/rea",
        ),
        ("ignore: [xyz]", "3:10: no rule or pack 'xyz'; `textlint rules` lists them"),
        ("select: [mien/*]", "3:10: no rule or pack 'mien/*'"),
        ("rules: {mine/od: {}}", "3:9: no rule 'mine/od'; did you mean 'mine/odd'?"),
        ("rules: {mine/odd: {severity: bad}}", "3:30: 'bad' is no valid value; it may be one of: error, info, warning"),
        ("rules: {mine/odd: {safety: sure}}", "3:28: 'sure' is no valid value"),
        ("rules: {mine/odd: {saftey: safe}}", "3:20: unknown key 'saftey'; did you mean 'safety'?"),
        ("rules: {mine/odd: {options: {pattern: [}}}", "not YAML"),
        ("rules: {mine/odd: {options: {pattern: '('}}}", "3:39: not a regular expression"),
        ("rules: {mine/odd: {options: {whree: tail}}}", "3:30: unknown key 'whree'; did you mean 'where'?"),
        ("rules: {mine/read-more: {options: {terms: {en: more}}}}", "3:48: expected a list, got 'more'"),
        ("rules: {plug/one: {options: {mdoe: soft}}}", "3:30: unknown option 'mdoe'; did you mean 'mode'?"),
        ("rules: {plug/one: {options: {mode: sotf}}}", "3:36: 'sotf' is no valid value; did you mean 'soft'?"),
        ("rules: {plug/one: {options: {times: x}}}", "3:37: expected a whole number, got 'x'"),
        ("rules: {plug/one: {options: {times: 100}}}", "3:37: more than anybody needs"),
        ("overrides: [{paths: [a], rules: {plug/one: {options: {times: 100}}}}]", "3:62: more than anybody needs"),
        ("budget: 2", "3:9: a share from 0 to 1 is wanted, got 2"),
        ("budget: lots", "3:9: expected a number, got 'lots'"),
        ("budget: nan", "3:9: a share from 0 to 1 is wanted, got nan"),
        ("unsafe_fixes: yes", "3:15: expected true or false, got 'yes'"),
        ("fail_on: warn", "3:10: 'warn' is no valid value; did you mean 'warning'?"),
        ("text_fields: []", "3:14: at least one field is wanted"),
        ("overrides: [{paths: [a], select: [mien]}]", "3:35: no rule or pack 'mien'; did you mean 'mine'?"),
        ("overrides: [{paths: [a], ignore: [mien]}]", "3:35: no rule or pack 'mien'"),
        ("overrides: [{paths: [a], rules: {mine/od: {}}}]", "3:34: no rule 'mine/od'"),
        ("overrides: [{paths: [a], rules: {plug/one: {options: {mode: x}}}}]", "3:61: 'x' is no valid value"),
        ("overrides: [{paths: [a], budget: 7}]", "3:34: a share from 0 to 1 is wanted"),
        ("overrides: [{paths: [a, '!']}]", "3:25: no glob"),
        ("overrides: [{select: [mine]}]", "3:13: the key 'paths' is missing"),
        ("overrides: [{path: [a]}]", "3:14: unknown key 'path'; did you mean 'paths'?"),
    ],
)
def test_mistakes(folder: Path, text: str, message: str) -> None:
    with pytest.raises(SourceError) as error:
        linter(folder, text)
    assert str(error.value).startswith(f"{folder / 'textlint.yaml'}:")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_config_that_is_no_mapping(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("[a]")
    with pytest.raises(SourceError, match=r"c\.yaml:1:1: a config is a mapping of settings"):
        load_config(tmp_path / "c.yaml")


def test_an_empty_config_is_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("# nothing\n")
    assert load_config(tmp_path / "c.yaml").config == load_config(None).config


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": ["mien"]}, "options: select.0: no rule or pack 'mien'; did you mean 'mine'?"),
        ({"slect": ["mine"]}, "options: slect: unknown key 'slect'; did you mean 'select'?"),
        ({"budget": 3}, "options: budget: a share from 0 to 1 is wanted, got 3"),
        ({"rules": {"plug/one": {"options": {"mode": "x"}}}}, "options: rules.plug/one.options.mode: 'x' is no valid"),
    ],
)
def test_mistakes_in_options_are_not_laid_on_the_file(folder: Path, options: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError) as error:
        linter(folder, "select: [mine]", **options)
    assert str(error.value).startswith(message)


def test_options_go_before_the_file_and_none_is_none(folder: Path) -> None:
    assert ids(linter(folder, "select: [mine]", select=["plug"], ignore=None)) == ["plug/one"]


def find(folder: Path, settings: str, text: str, **options: Any) -> list[Finding]:
    return list(linter(folder, f"select: [all]\nrules:\n  {settings}", **options).check(text))


def test_settings_of_a_rule(folder: Path) -> None:
    [finding] = find(folder, "mine/odd: {severity: error}", "odd")
    assert (finding.severity, finding.safety, finding.fixed) == (Severity.ERROR, Safety.UNSAFE, False)
    [finding] = find(folder, "mine/odd: {safety: none}", "odd", unsafe_fixes=True)
    assert (finding.safety, finding.fixed) == (None, False)
    [finding] = find(folder, "mine/odd: {safety: safe}", "odd one", budget=1)[:1]
    assert (finding.safety, finding.fixed) == (Safety.SAFE, True)
    [finding] = find(folder, "mine/read-more: {safety: unsafe}", "x\nread more")
    assert (finding.safety, finding.fixed) == (Safety.UNSAFE, False)
    [finding] = find(folder, "plug/one: {options: {mode: hard, times: 3}}", "one")
    assert finding.message == "hard 3"


def test_term_lists_are_added_to(folder: Path) -> None:
    text = "read more\nlies mehr\nweiter"
    settings = "mine/read-more: {options: {terms: {en: [lies mehr], de: [weiter]}, match: line}}"
    assert [f.text for f in find(folder, settings, text, budget=1)] == ["read more", "lies mehr", "weiter"]
    assert [f.text for f in find(folder, "mine/read-more: {options: {terms: [weiter]}}", text, budget=1)] == [
        "read more",
        "weiter",
    ]


def test_the_nearest_config_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "textlint.yaml").write_text("")
    assert find_config(deep) == tmp_path / "textlint.yaml"
    (tmp_path / "a" / ".textlint.yaml").write_text("")
    assert find_config(deep) == tmp_path / "a" / ".textlint.yaml"


def test_every_setting_has_a_default_and_a_comment() -> None:
    source = default_source()
    assert set(source.data) == {field.name for field in msgspec.structs.fields(Config)}
    text = (Path(__file__).parents[2] / "config.yaml").read_text(encoding="utf-8")
    assert all(" # " in line for line in text.splitlines() if line and not line.startswith("#"))


def test_the_json_schema_fits_the_defaults() -> None:
    made = schema()
    own = made["$defs"]["Config"]
    assert made["$ref"] == "#/$defs/Config"
    assert set(own["properties"]) == set(default_source().data)
    assert own["additionalProperties"] is False
    assert "required" not in own
    defaults = msgspec.to_builtins(load_config(None).config)
    for name, part in own["properties"].items():
        assert "type" in part or "$ref" in part or "enum" in part or "anyOf" in part, name
    validator = pytest.importorskip("jsonschema").Draft202012Validator(made)
    assert validator.is_valid(defaults)
    assert not validator.is_valid({"slect": []})


def test_a_rule_made_in_python() -> None:
    @rule("test/one", severity="error", safety="unsafe", because="it depends", category="legal", rank=3)
    def one(text: Text, lines: Any, *, least: int = 2) -> Any:
        """What it finds.

        The reason.
        """

    assert isinstance(one, Rule)
    assert (one.about, one.why, one.pack, dict(one.options)) == ("What it finds", "The reason.", "test", {"least": 2})
    assert (one.severity, one.safety, one.rank) == (Severity.ERROR, Safety.UNSAFE, 3)

"""The language of a text: told by its record, by the caller, or by the text itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run

from textlint import Linter

# In French a colon stands after a space, so that the word after it has lost one; in English nothing is said of that.
COLON = "Horaires :Le musée ferme."
SPACED = "Horaires : Le musée ferme."
SPACING = Linter(select=["spacing"])


@pytest.mark.parametrize(("language", "wanted"), [("fr", SPACED), ("fr-CA", SPACED), ("FR", SPACED), ("de", COLON)])
def test_a_language_that_is_given_goes_before_what_the_text_tells(language: str, wanted: str) -> None:
    assert SPACING.fix(COLON, language).text == wanted


@pytest.mark.parametrize("language", ["", "xx", "tlh-Latn", "not a language"])
def test_an_unknown_language_is_as_good_as_none(language: str) -> None:
    text = "It rained.Then it stopped."
    assert SPACING.fix(text, language).text == SPACING.fix(text).text


def test_texts_of_a_batch_keep_their_own_language() -> None:
    results = SPACING.fix_batch([COLON, COLON], ["fr", "de"])
    assert [r.text for r in results] == [SPACED, COLON]


def test_as_many_languages_as_texts() -> None:
    with pytest.raises(ValueError, match="zip"):
        SPACING.fix_batch(["a", "b"], ["fr"])


@pytest.mark.parametrize(("field", "option"), [("language", ()), ("lang", ("--language-field", "lang"))])
def test_a_field_of_the_record_says_so(field: str, option: tuple[str, ...], tmp_path: Path, textlint: Run) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    records = [{"text": COLON, field: tag} for tag in ("fr", "de", None, 5)]
    source.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert textlint("fix", source, "--output", output, "--select", "spacing", *option).code == 0
    texts = [json.loads(line)["text"] for line in output.read_text(encoding="utf-8").splitlines()]
    assert texts[:2] == [SPACED, COLON]


def test_a_paragraph_in_another_language_is_read_in_its_own() -> None:
    english = "The museum was closed for a year, and nobody in the town knew when it would be open again. "
    german = "Das Museum ist seit dem Frühjahr geschlossen, und niemand weiß, wann es wieder öffnet. Am 3.Mai war es."
    assert SPACING.fix(3 * english + "\n\n" + german).text.endswith(german)

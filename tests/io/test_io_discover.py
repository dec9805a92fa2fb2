"""Which files a list of paths names, and what is said when it names none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from textlint.io import InputError, Source, discover
from textlint.io.formats import kind_of


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with known, unknown and hidden files."""
    names = [
        "data/b.txt",
        "data/a.jsonl.zst",
        "data/sub/c.md",
        "data/sub/deep/d.ndjson.gz",
        "data/e.rst",
        "data/.f.txt",
    ]
    for name in [*names, "data/.git/g.txt", "train.jsonl"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def complaint(*paths: str, input_format: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        discover(paths, input_format)
    message = str(caught.value)
    assert message.isprintable()
    return message


def test_file(tree: Path) -> None:
    assert discover(["data/a.jsonl.zst"]) == [Source("data/a.jsonl.zst", "jsonl", "zst", "a.jsonl.zst")]


def test_folder_is_walked_in_order_without_hidden_and_unknown_files(tree: Path) -> None:
    assert discover(["data"]) == [
        Source("data/a.jsonl.zst", "jsonl", "zst", "a.jsonl.zst"),
        Source("data/b.txt", "txt", "", "b.txt"),
        Source("data/sub/c.md", "md", "", "sub/c.md"),
        Source("data/sub/deep/d.ndjson.gz", "jsonl", "gz", "sub/deep/d.ndjson.gz"),
    ]


def test_hidden_folder_named_by_itself_is_walked(tree: Path) -> None:
    assert [source.relative for source in discover(["data/.git"])] == ["g.txt"]


def test_globs(tree: Path) -> None:
    assert [source.path for source in discover(["data/*"])] == ["data/a.jsonl.zst", "data/b.txt"]
    assert [source.path for source in discover(["data/**/*.m?"])] == ["data/sub/c.md"]
    assert [source.relative for source in discover(["data/**"])] == [s.relative for s in discover(["data"])]
    assert [source.relative for source in discover([f"{tree}/data/s*/*.md"])] == ["sub/c.md"]


def test_glob_with_a_format_takes_any_suffix(tree: Path) -> None:
    assert discover(["data/*.rst"], "md") == [Source("data/e.rst", "md", "", "e.rst")]


def test_name_with_brackets_is_a_file_first(tree: Path) -> None:
    (tree / "x[1].txt").touch()
    assert [source.path for source in discover(["x[1].txt"])] == ["x[1].txt"]


def test_each_file_once_in_the_order_of_the_paths(tree: Path) -> None:
    paths = [source.path for source in discover(["data/sub/c.md", "data", "./data/b.txt", "data/*.txt"])]
    assert paths == ["data/sub/c.md", "data/a.jsonl.zst", "data/b.txt", "data/sub/deep/d.ndjson.gz"]


def test_links_to_folders_are_not_followed(tree: Path) -> None:
    os.symlink(tree / "data", tree / "data/sub/loop")
    os.symlink(tree / "train.jsonl", tree / "data/linked.jsonl")
    assert "linked.jsonl" in [source.relative for source in discover(["data"])]
    assert not any("loop" in source.relative for source in discover(["data"]))


def test_standard_input_needs_a_format() -> None:
    assert discover(["-"], "jsonl") == [Source("-", "jsonl", "", "-")]
    assert discover(["-"], "txt.gz") == [Source("-", "txt", "gz", "-")]
    assert "--input-format" in complaint("-")


def test_unknown_suffix(tree: Path) -> None:
    message = complaint("data/e.rst")
    assert all(suffix in message for suffix in [".txt", ".md", ".jsonl", ".ndjson", ".gz", ".zst", "data/e.rst"])
    assert discover(["data/e.rst"], "txt")[0].format == "txt"


def test_format_beats_suffix_and_the_file_keeps_its_compression(tree: Path) -> None:
    assert discover(["data/a.jsonl.zst"], "txt") == [Source("data/a.jsonl.zst", "txt", "zst", "a.jsonl.zst")]


def test_unknown_format(tree: Path) -> None:
    assert complaint("data", input_format="docx") == "unknown input format docx; known: jsonl txt md"


def test_suffix_in_capitals() -> None:
    assert kind_of("A.JSONL.GZ") == ("jsonl", "gz")
    assert kind_of("jsonl") == (None, "")


def test_missing_file_names_the_nearest(tree: Path) -> None:
    assert complaint("trian.jsonl") == "trian.jsonl: no such file or folder; did you mean train.jsonl?"
    assert complaint("dtaa/sub/c.md") == "dtaa/sub/c.md: no such file or folder; did you mean data?"
    assert complaint("data/sbu/c.md").endswith("did you mean data/sub?")
    assert complaint("zzzzzz") == "zzzzzz: no such file or folder"


def test_link_to_nothing(tree: Path) -> None:
    os.symlink("nowhere", tree / "gone.txt")
    assert complaint("gone.txt") == "gone.txt: is a link to a file that does not exist"
    assert "gone.txt" not in [source.relative for source in discover(["."])]


def test_glob_without_a_match(tree: Path) -> None:
    assert complaint("data/*.parquet") == "data/*.parquet: matches no file"
    assert "known suffix" in complaint("data/*.rst")
    assert complaint("dat/*.txt") == "dat/*.txt: matches no file; did you mean data?"


def test_folder_without_a_file(tree: Path) -> None:
    (tree / "empty").mkdir()
    assert complaint("empty").startswith("empty: holds no file of a known suffix")


def test_unreadable_file(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert complaint("train.jsonl") == "train.jsonl: cannot be read: no permission"


def test_unreadable_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert complaint("data") == "data/sub: cannot be listed: Permission denied"


def test_strange_names_give_one_printable_line() -> None:
    assert complaint("bad\nname\udcff.txt").startswith("bad\\nname\\udcff.txt: no such file")


def test_a_pipe_is_an_input(tree: Path) -> None:
    os.mkfifo(tree / "pipe")
    assert discover(["pipe"], "jsonl") == [Source("pipe", "jsonl", "", "pipe")]

"""Compiled anchors on disk: damaged, stale or shared, they cost time and nothing else."""

from __future__ import annotations

import errno
import hashlib
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from textlint.anchor import Anchor
from textlint.batch import Batch
from textlint.store import Store, default_store, sweep

fast = pytest.importorskip("textlint.scan.fast")

ANCHORS = [Anchor("needle"), Anchor("[0-9]{4}")]


def scan(folder: Path) -> list[int]:
    numbers, _ = fast.scan_function(ANCHORS, Store(folder))(Batch(["a needle", "2024"]))
    return sorted(numbers.tolist())


def test_what_was_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "folder")
    assert store.get("name") is None
    store.put("name", b"payload")
    assert store.get("name") == b"payload"
    assert [path.name for path in store.folder.iterdir()] == ["name.bin"]


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 32, b"x" * 5000])
def test_a_damaged_file_reads_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "name.bin").write_bytes(content)
    assert Store(tmp_path).get("name") is None


def test_a_truncated_file_is_made_again(tmp_path: Path) -> None:
    assert scan(tmp_path) == [0, 1]
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert scan(tmp_path) == [0, 1]
    assert Store(tmp_path).get(path.stem) is not None


@pytest.mark.parametrize("place", [0, 31, 32, 40, -1])
def test_a_flipped_bit_is_made_again(tmp_path: Path, place: int) -> None:
    assert scan(tmp_path) == [0, 1]
    [path] = tmp_path.iterdir()
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert Store(tmp_path).get(path.stem) is None
    assert scan(tmp_path) == [0, 1]
    assert Store(tmp_path).get(path.stem) is not None


def test_a_file_of_another_version_is_made_again(tmp_path: Path) -> None:
    assert scan(tmp_path) == [0, 1]
    [path] = tmp_path.iterdir()
    payload = b"a database of another version" * 10
    path.write_bytes(hashlib.sha256(payload).digest() + payload)
    assert scan(tmp_path) == [0, 1]
    assert Store(tmp_path).get(path.stem) != payload


def test_the_file_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scan(tmp_path) == [0, 1]
    monkeypatch.delattr(fast, "_compiled")
    assert scan(tmp_path) == [0, 1]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert scan(tmp_path / "file" / "folder") == [0, 1]


@pytest.mark.parametrize(
    ("function", "code"), [("mkdir", errno.EROFS), ("fdopen", errno.ENOSPC), ("replace", errno.EACCES)]
)
def test_a_full_or_read_only_folder_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, code: int
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path if function == "mkdir" else os, function, fail)
    assert scan(tmp_path) == [0, 1]
    assert not list(tmp_path.iterdir())


def test_other_anchors_are_another_file(tmp_path: Path) -> None:
    scan(tmp_path)
    fast.scan_function(ANCHORS[:1], Store(tmp_path))
    assert len(list(tmp_path.iterdir())) == 2


def aged(path: Path, days: float) -> float:
    """Make a file look as if it was last used so many days ago; its time of change."""
    then = time.time() - days * 24 * 60 * 60
    os.utime(path, (then, then))
    return path.stat().st_mtime


def test_what_was_not_used_for_long_goes_when_something_new_is_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for name, days in (("old", 31), ("recent", 29), ("read", 31)):
        store.put(name, b"payload")
        aged(tmp_path / f"{name}.bin", days)
    (tmp_path / "notes.txt").write_text("not ours")
    aged(tmp_path / "notes.txt", 1000)
    assert store.get("read") == b"payload"
    sweep.cache_clear()  # another process
    store.put("new", b"payload")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.bin", "notes.txt", "read.bin", "recent.bin"]


def test_the_time_of_use_is_written_once_a_day(tmp_path: Path) -> None:
    store, path = Store(tmp_path), tmp_path / "name.bin"
    store.put("name", b"payload")
    for days, written in ((0.5, False), (1.5, True)):
        before = aged(path, days)
        assert store.get("name") == b"payload"
        assert (path.stat().st_mtime > before) is written


@pytest.mark.parametrize(("function", "owner"), [("utime", os), ("unlink", Path)])
def test_a_file_that_cannot_be_touched_or_deleted_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, owner: object
) -> None:
    store = Store(tmp_path)
    store.put("old", b"payload")
    aged(tmp_path / "old.bin", 31)

    def fail(*args: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(owner, function, fail)
    sweep.cache_clear()
    store.put("new", b"payload")
    assert (function == "utime") or store.get("old") == b"payload"
    assert store.get("new") == b"payload"


def put_often(folder: Path) -> int:
    """Write one name over and over, and count how often something else than a whole payload was read."""
    store, payloads = Store(folder), [bytes([k]) * 200_000 for k in range(4)]
    wrong = 0
    for turn in range(60):
        store.put("name", payloads[(turn + os.getpid()) % 4])
        wrong += store.get("name") not in payloads
    return wrong


@pytest.mark.slow
def test_two_processes_that_write_one_name(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(put_often, [tmp_path] * 4, chunksize=1) == [0] * 4
    assert [path.name for path in tmp_path.iterdir()] == ["name.bin"]


@pytest.mark.slow
def test_two_processes_at_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(scan, [tmp_path] * 8) == [[0, 1]] * 8
    assert [path.suffix for path in tmp_path.iterdir()] == [".bin"]


def test_the_default_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    assert default_store().folder == tmp_path
    monkeypatch.delenv("TEXTLINT_CACHE_DIR")
    assert default_store().folder.name == "textlint"

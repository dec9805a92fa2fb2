"""An output appears whole or not at all, and never over an input."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from textlint.io import FORMATS, OutputError, refuse_overwrite, write_atomic


def put(target: Path | str, data: bytes, make_folders: bool = False) -> None:
    with write_atomic(str(target), make_folders=make_folders) as file:
        file.write(data)


def fail_while_writing(target: Path, error: type[BaseException]) -> None:
    with write_atomic(str(target)) as file:
        file.write(b"new")
        raise error


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    put(tmp_path / "new", b"x")
    (tmp_path / "usual").touch()
    assert (tmp_path / "new").read_bytes() == b"x"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert names(tmp_path) == ["new", "usual"]


@pytest.mark.parametrize("bits", [0o600, 0o755, 0o444])
def test_permissions_stay(tmp_path: Path, bits: int) -> None:
    target = tmp_path / "t"
    target.write_bytes(b"old")
    target.chmod(bits)
    put(target, b"new")
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", bits)


def test_the_owner_stays_where_possible(tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("only root gives files away")
    target = tmp_path / "t"
    target.touch()
    os.chown(target, 1234, 1235)
    put(target, b"new")
    assert (target.stat().st_uid, target.stat().st_gid) == (1234, 1235)


def test_the_target_is_untouched_until_the_end(tmp_path: Path) -> None:
    target = tmp_path / "t"
    target.write_bytes(b"old")
    with write_atomic(str(target)) as file:
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"old"
        assert all(name == "t" or name.startswith(".") for name in names(tmp_path))
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_failure_leaves_all_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "t"
    target.write_bytes(b"old")
    for name in ["t", "fresh"]:
        with pytest.raises(error):
            fail_while_writing(tmp_path / name, error)
    assert names(tmp_path) == ["t"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "t"
    target.write_bytes(b"old")

    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OutputError) as caught:
        put(target, b"new")
    assert str(caught.value) == f"{target}: cannot be written: No space left on device"
    assert names(tmp_path) == ["t"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("compression", ["", "gz", "zst"])
def test_a_limit_met_while_writing(tmp_path: Path, compression: str) -> None:
    """A real refusal by the system in the middle of a large output, packed or not."""
    (tmp_path / "t").write_bytes(b"old")
    code = f"""
import os, resource
from textlint.io import FORMATS, OutputError, write_atomic
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
try:
    with write_atomic({str(tmp_path / "t")!r}) as file, FORMATS["jsonl"].writer(file, {compression!r}) as out:
        for _ in range(100):
            out.write(os.urandom(100_000))
except OutputError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{tmp_path / 't'}: cannot be written: File too large\n"
    assert done.stderr == ""
    assert names(tmp_path) == ["t"]
    assert (tmp_path / "t").read_bytes() == b"old"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_dev_full(tmp_path: Path) -> None:
    for target in ["/dev/full", str(tmp_path / "link")]:
        if target != "/dev/full":
            os.symlink("/dev/full", target)
        with pytest.raises(OutputError, match="cannot be written: No space left on device"):
            put(target, b"x" * 3_000_000)
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_devices_and_pipes_are_written_to_and_stay(tmp_path: Path) -> None:
    put("/dev/null", b"x")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    code = "from textlint.io import write_atomic\nwith write_atomic('/dev/stdout') as f: f.write(b'x' * 300_000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"x" * 300_000
    with open(tmp_path / "out", "wb") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
        assert os.fstat(out.fileno()).st_nlink == 1
    assert (tmp_path / "out").stat().st_size == 300_000


def test_through_a_symbolic_link_the_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store/real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("store/real")
    (tmp_path / "second").symlink_to("link")
    put(tmp_path / "second", b"new")
    assert (tmp_path / "second").is_symlink()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "store/real").read_bytes() == b"new"
    assert names(tmp_path / "store") == ["real"]


def test_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("later")
    put(tmp_path / "link", b"new")
    assert (tmp_path / "later").read_bytes() == b"new"


def test_other_hard_links_keep_the_old_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    os.link(tmp_path / "a", tmp_path / "b")
    put(tmp_path / "a", b"new")
    assert (tmp_path / "b").read_bytes() == b"old"


def test_folders(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no/t: cannot be written: No such file or directory"):
        put(tmp_path / "no/t", b"x")
    put(tmp_path / "some/deep/t", b"x", make_folders=True)
    assert (tmp_path / "some/deep/t").read_bytes() == b"x"
    with pytest.raises(OutputError, match="some: cannot be written: Is a directory"):
        put(tmp_path / "some", b"x")
    with pytest.raises(OutputError, match="cannot be written: File exists"):
        put(tmp_path / "some/deep/t/u", b"x", make_folders=True)


def test_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    put(tmp_path / ("n" * 255), b"x")
    assert names(tmp_path) == ["n" * 255]


@pytest.mark.parametrize("way", ["same", "hard", "symbolic", "dotted", "linked folder"])
def test_an_input_is_not_overwritten(tmp_path: Path, way: str) -> None:
    source = tmp_path / "in"
    source.write_bytes(b"precious")
    (tmp_path / "folder").symlink_to(tmp_path)
    target = {"same": "in", "dotted": "x/../in", "linked folder": "folder/in"}.get(way, "out")
    (tmp_path / "x").mkdir()
    if way == "hard":
        os.link(source, tmp_path / "out")
    elif way == "symbolic":
        (tmp_path / "out").symlink_to("in")
    with (
        pytest.raises(OutputError, match="use --in-place"),
        write_atomic(str(tmp_path / target), [str(tmp_path / "other"), str(source)]),
    ):
        pytest.fail("the file was opened")
    assert source.read_bytes() == b"precious"


def test_what_is_no_input_may_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / "in").touch()
    (tmp_path / "out").touch()
    refuse_overwrite(str(tmp_path / "out"), [str(tmp_path / "in"), "-", str(tmp_path / "gone")])
    refuse_overwrite(str(tmp_path / "new"), [str(tmp_path / "in")])
    refuse_overwrite("/dev/null", ["/dev/null"])


def test_every_format_writes_through_it(tmp_path: Path) -> None:
    for name, format_ in FORMATS.items():
        with write_atomic(str(tmp_path / name)) as file, format_.writer(file, "") as out:
            out.write(b"abc")
        assert (tmp_path / name).read_bytes() == b"abc"

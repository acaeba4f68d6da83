"""Where exported files are put."""

import os
import stat
from pathlib import Path

import pytest

from app.adapters.export.place import ExportPlace
from app.core.errors import InputError, TakenError


def place(to: Path | str, *, is_folder: bool = False, may_replace: bool = False) -> ExportPlace:
    return ExportPlace(str(to), is_folder=is_folder, may_replace=may_replace)


def test_one_file_gets_the_name_that_was_given_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    to = tmp_path / "mine.pdf"
    chosen = place(to)
    chosen.check(["call.pdf"])
    chosen.write("call.pdf", b"%PDF")
    assert to.read_bytes() == b"%PDF"
    assert chosen.where == str(to)
    if os.name == "posix":
        assert stat.S_IMODE(to.stat().st_mode) == 0o600


@pytest.mark.parametrize("ending", ["", "/"])
def test_a_folder_that_is_there_or_is_written_as_one_gets_the_file(tmp_path: Path, ending: str) -> None:
    folder = tmp_path / "new"
    if not ending:
        folder.mkdir()
    chosen = place(f"{folder}{ending}")
    chosen.check(["call.pdf"])
    chosen.write("call.pdf", b"x")
    assert (folder / "call.pdf").read_bytes() == b"x"


def test_a_folder_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "new"
    place(folder, is_folder=True).check(["x.txt"])
    assert folder.is_dir()
    assert list(folder.iterdir()) == []
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_is_there_is_left_unless_it_may_be_replaced(tmp_path: Path) -> None:
    there = tmp_path / "b.txt"
    there.write_text("mine")
    with pytest.raises(InputError, match=r"b\.txt is there already"):
        place(tmp_path).check(["a.txt", "b.txt"])
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]
    (tmp_path / "a.txt").write_text("mine too")
    with pytest.raises(TakenError, match=r"a\.txt is there already, and 1 more are") as refused:
        place(tmp_path).check(["a.txt", "b.txt", "c.txt"])
    assert refused.value.count == 2
    chosen = place(tmp_path, may_replace=True)
    chosen.check(["a.txt", "b.txt"])
    chosen.write("b.txt", b"new")
    assert there.read_bytes() == b"new"


def test_a_file_where_a_folder_is_wanted_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(InputError, match="cannot be made"):
        place(tmp_path / "taken", is_folder=True).check(["a.txt"])


def test_a_folder_that_is_not_there_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        place(tmp_path / "no" / "a.pdf").check(["a.pdf"])

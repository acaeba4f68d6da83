"""Documents appear whole or not at all; event lines appear at once."""

import json
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from app.adapters.output_files import EventLines, WholeFile, to_text
from app.core.errors import InputError
from app.core.events import CallEnded, CallStarted, Channel, TextFinal
from tests.core.calls import said, started

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
FULL = Path("/dev/full")


def test_a_file_appears_when_it_is_written_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    with WholeFile(path) as file:
        assert not path.exists()
        file.write("Zoë\n")
    assert path.read_bytes() == "Zoë\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_an_earlier_file_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")
    with pytest.raises(ValueError, match="no document"), WholeFile(path):
        raise ValueError("no document")
    assert path.read_text() == "old"
    with WholeFile(path) as file:
        file.write("new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_encoded_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError), WholeFile(tmp_path / "out.json") as file:
        file.write("\ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["missing/out.json", "."])
def test_a_place_that_cannot_be_written_is_refused_before_anything_else(tmp_path: Path, path: str) -> None:
    for make in (WholeFile, EventLines):
        with pytest.raises(InputError, match="cannot be written"):
            make(tmp_path / path)
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_new_document_is_for_its_owner_alone_and_an_earlier_mode_is_kept(tmp_path: Path) -> None:
    new, earlier = tmp_path / "new.json", tmp_path / "earlier.json"
    earlier.touch()
    earlier.chmod(0o640)
    for path in (new, earlier):
        with WholeFile(path) as file:
            file.write("{}")
    assert (new.stat().st_mode & 0o777, earlier.stat().st_mode & 0o777) == (0o600, 0o640)


@POSIX
def test_event_lines_which_hold_the_same_words_are_for_their_owner_alone_too(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    EventLines(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


class Clock:
    """Goes on by a quarter of a second each time it is read."""

    def __init__(self) -> None:
        self._ticks = count()

    def __call__(self) -> float:
        return 100 + next(self._ticks) / 4


def test_every_event_is_a_line_at_once_and_wall_time_begins_with_the_call(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    lines = EventLines(path, clock=Clock())
    shown = []
    for event in (started(), said(Channel.CALLER, 1, 2, "Zoë’s card"), CallEnded(at_s=2, duration_s=2)):
        lines.write(event)
        shown.append([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])
    lines.close()
    assert [len(written) for written in shown] == [1, 2, 3]
    assert [line["type"] for line in shown[-1]] == [kind.__name__ for kind in (CallStarted, TextFinal, CallEnded)]
    assert 0 <= shown[-1][0]["wall_s"] <= 0.25
    assert shown[-1][2]["wall_s"] > shown[-1][1]["wall_s"] > shown[-1][0]["wall_s"]
    assert shown[-1][1]["text"] == "Zoë’s card"


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    lines = EventLines(FULL)
    try:
        with pytest.raises(InputError, match="cannot be written: the disk is full"):
            lines.write(started())
    finally:
        with suppress(OSError, InputError):
            lines.close()
    with pytest.raises(InputError, match="cannot be written: the disk is full"):
        WholeFile(FULL).write("words")


def test_a_document_is_text_with_a_last_newline() -> None:
    assert to_text({"name": "Zoë"}).endswith("}\n")
    assert json.loads(to_text({"name": "Zoë"})) == {"name": "Zoë"}
    assert "Zoë" in to_text({"name": "Zoë"})

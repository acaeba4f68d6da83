"""The journal of a running call, and those that were left."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.adapters.journal import Journal, left_journals
from app.adapters.journal_seal import LineSeal, public_key_of
from app.core.errors import StoreError, StoreKeyError
from app.core.events import CallStarted, Channel, Event
from tests.adapters.sealed import KEY
from tests.cli.forked import ROOT
from tests.core.calls import ended, said, started

ANOTHER_CALL = """
import sys
from pathlib import Path
from app.adapters.journal import Journal
from tests.core.calls import started
Journal(Path(sys.argv[1])).write(started("theirs"))
print("begun", flush=True)
sys.stdin.readline()
"""
CALL: list[Event] = [started("ours"), said(Channel.CALLER, 1.0, 2.0, "It is [card].")]


def files(home: Path) -> list[Path]:
    return sorted((home / "journals").glob("*"))


def left(home: Path) -> list[list[Event]]:
    return [journal.events() for journal in left_journals(home, lambda: KEY)]


def written(home: Path, *events: Event) -> Journal:
    journal = Journal(home)
    for event in events:
        journal.write(event)
    return journal


def test_a_journal_holds_the_event_lines_as_they_come_for_its_owner_alone(tmp_path: Path) -> None:
    journal = written(tmp_path, *CALL)
    [lines] = [file for file in files(tmp_path) if file.suffix == ".jsonl"]
    assert [json.loads(line)["type"] for line in lines.read_text().splitlines()] == ["CallStarted", "TextFinal"]
    assert {file.stat().st_mode & 0o777 for file in files(tmp_path)} == {0o600}
    assert lines.parent.stat().st_mode & 0o777 == 0o700
    journal.close()


def test_a_journal_goes_when_its_call_is_stored(tmp_path: Path) -> None:
    written(tmp_path, *CALL, ended(3.0)).discard()
    assert files(tmp_path) == []


def test_a_call_that_never_began_leaves_no_journal(tmp_path: Path) -> None:
    Journal(tmp_path).discard()
    assert files(tmp_path) == []


def test_the_journal_of_a_call_that_goes_on_is_nobody_elses(tmp_path: Path) -> None:
    journal = written(tmp_path, *CALL)
    assert left(tmp_path) == []
    journal.close()
    assert left(tmp_path) == [CALL]


def test_the_journal_of_another_application_is_left_alone_until_that_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_CALL, tmp_path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as another:
        assert another.stdout is not None
        assert another.stdout.readline() == b"begun\n"
        assert left(tmp_path) == []
        another.kill()
        another.wait()
    assert left(tmp_path) == [[started("theirs")]]
    for journal in left_journals(tmp_path, lambda: KEY):
        journal.discard()
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    "tail", [b'{"type": "TextFi', b"\x00\x00\x00\xff", b"[]\n", b'{"type": "Nothing"}\n', b"[" * 9999]
)
def test_a_damaged_line_is_passed_over(tmp_path: Path, tail: bytes) -> None:
    written(tmp_path, *CALL).close()
    [lines] = [file for file in files(tmp_path) if file.suffix == ".jsonl"]
    lines.write_bytes(lines.read_bytes() + tail)
    assert left(tmp_path) == [CALL]


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "journals").touch()
    with pytest.raises(StoreError, match="journal cannot be written"):
        Journal(tmp_path).write(started())


def sealed(home: Path, *events: Event) -> Path:
    journal = Journal(home, seal=lambda: LineSeal(public_key_of(KEY)))
    for event in events:
        journal.write(event)
    journal.close()
    [lines] = [file for file in files(home) if file.suffix == ".jsonl"]
    return lines


def test_closed_lines_say_nothing_and_are_opened_by_the_key_of_the_store(tmp_path: Path) -> None:
    lines = sealed(tmp_path, *CALL)
    assert b"It is" not in lines.read_bytes()
    assert b"TextFinal" not in lines.read_bytes()
    assert left(tmp_path) == [CALL]


def test_closed_lines_that_are_damaged_or_half_written_cost_themselves_alone(tmp_path: Path) -> None:
    lines = sealed(tmp_path, *CALL, ended(3.0))
    whole = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([*whole[:2], b"AAAA" + whole[2][4:], *whole[3:], whole[3][:9]]))
    assert left(tmp_path) == [[CALL[0], ended(3.0)]]


@pytest.mark.parametrize("harm", [b'"with": "zz', b'"with": "00', b'"with": "'])
def test_closed_lines_of_which_none_opens_are_no_empty_call(tmp_path: Path, harm: bytes) -> None:
    lines = sealed(tmp_path, *CALL)
    first, *others = lines.read_bytes().splitlines(keepends=True)
    at = first.index(b'"with": "')
    lines.write_bytes(first[:at] + harm + first[at + len(harm) + 2 :] + b"".join(others))
    [journal] = left_journals(tmp_path, lambda: KEY)
    with pytest.raises(StoreError, match="no line of it can be read"):
        journal.events()


SAID: list[Event] = [said(Channel.CALLER, at_s, at_s + 1.0, f"It is {at_s}.") for at_s in (1.0, 3.0, 5.0)]


def split(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[2][:40] + b"\n" + lines[2][41:], *lines[3:]]


def join(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[2][8:-1] + lines[3], *lines[4:]]


def take_two(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], *lines[4:]]


@pytest.mark.parametrize(("harm", "kept"), [(split, SAID[1:]), (join, SAID[2:]), (take_two, SAID[2:])])
def test_damage_that_makes_more_or_fewer_closed_lines_costs_no_line_after_it(
    tmp_path: Path, harm: Callable[[list[bytes]], list[bytes]], kept: list[Event]
) -> None:
    lines = sealed(tmp_path, CALL[0], *SAID, ended(7.0))
    lines.write_bytes(b"".join(harm(lines.read_bytes().splitlines(keepends=True))))
    assert left(tmp_path) == [[CALL[0], *kept, ended(7.0)]]


def test_a_call_whose_start_is_damaged_keeps_all_the_rest(tmp_path: Path) -> None:
    lines = sealed(tmp_path, started("ours"), *SAID)
    first, second, *others = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([first, b"AAAA" + second[4:], *others]))
    [[start, *rest]] = left(tmp_path)
    assert isinstance(start, CallStarted)
    assert (start.call_id, start.agent) == (lines.stem, None)
    assert rest == SAID


@pytest.mark.parametrize("data", [b"\x00" * 4096, b"\xff" * 200 + b"\n" + b"QUJD" * 30])
def test_what_cannot_be_read_at_all_is_told_and_is_no_empty_call(tmp_path: Path, data: bytes) -> None:
    sealed(tmp_path, *CALL).write_bytes(data)
    [journal] = left_journals(tmp_path, lambda: KEY)
    with pytest.raises(StoreError, match="no line of it can be read"):
        journal.events()


def test_a_journal_into_which_nothing_was_written_is_an_empty_call(tmp_path: Path) -> None:
    sealed(tmp_path, *CALL).write_bytes(b"")
    assert left(tmp_path) == [[]]


def test_lines_that_were_closed_for_another_key_are_told(tmp_path: Path) -> None:
    sealed(tmp_path, *CALL)
    [journal] = left_journals(tmp_path, lambda: bytes(32))
    with pytest.raises(StoreKeyError, match="another key"):
        journal.events()


def test_a_key_that_is_away_is_told_and_asked_for_only_where_lines_are_closed(tmp_path: Path) -> None:
    def away() -> bytes:
        raise StoreKeyError("The key is away.", "Unlock it.")

    written(tmp_path, *CALL).close()
    assert [journal.events() for journal in left_journals(tmp_path, away)] == [CALL]
    sealed(tmp_path / "closed", *CALL)
    [journal] = left_journals(tmp_path / "closed", away)
    with pytest.raises(StoreKeyError):
        journal.events()

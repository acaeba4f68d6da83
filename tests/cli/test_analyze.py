"""A back catalogue through the real engine: what is stored, what fails, and what an interruption leaves."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest

from app.adapters.file_lock import held_alone
from app.adapters.private_files import make_private_folder
from app.core.document import CallDocument
from app.core.wire import document_to_json
from tests.adapters.recordings import cut_off, empty, excerpt, text_file
from tests.cli.commands import (
    Done,
    assert_refused,
    calmline,
    environment,
    store_of,
    stored_calls,
)
from tests.cli.forked import ROOT
from tests.core.calls import document, started

TOLD = re.compile(r"^\d+/\d+ .*   (\S+)$", re.MULTILINE)
"""The name at the end of a line that tells of a recording which is done."""
MANY = 40
"""More recordings than are analysed before somebody stops it, however busy the computer is."""
LONG_AGO_S = 1_700_000_000


def catalogue(folder: Path, *names: str) -> Path:
    """Short recordings, each a little longer than the one before."""
    folder.mkdir(exist_ok=True)
    for place, name in enumerate(names):
        excerpt(folder / name, 6.6, 8.6 + 0.003 * place)
    return folder


def analyze(folder: Path, *options: str) -> Done:
    return calmline("analyze", folder, "--workers", "1", *options)


def loaded(home: Path, call_id: str) -> CallDocument:
    with store_of(home) as store:
        return store.load(call_id)


def words_of(call: CallDocument) -> str:
    return " ".join(turn.text for turn in call.turns)


@dataclass(frozen=True)
class Analysed:
    """What an analysis left: the recordings, the home and its key, what was said; for tests that only look."""

    folder: Path
    home: Path
    keys: Path
    done: Done


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Analysed:
    """An analysis of recordings that are well and of some that are not."""
    place = tmp_path_factory.mktemp("analysed")
    folder = catalogue(place / "calls", "one.wav", "two.flac")
    excerpt(folder / "mono.wav", 6.6, 8.6, sides=(1,))
    empty(folder / "empty.wav")
    text_file(folder / "text.wav")
    cut_off(excerpt(folder / "whole.wav", 6.6, 8.6)).rename(folder / "cut.wav")
    (folder / "whole.wav").unlink()
    text_file(folder / "notes.txt")
    os.utime(folder / "one.wav", (LONG_AGO_S, LONG_AGO_S))
    home, keys = place / "home", place / "keys"
    with pytest.MonkeyPatch.context() as patch:
        live_in(patch, home, keys)
        return Analysed(folder, home, keys, analyze(folder))


def live_in(patch: pytest.MonkeyPatch, home: Path, keys: Path) -> None:
    """Use this home from now on, with nothing that a centre set and no keyring."""
    patch.setenv("CALMLINE_HOME", str(home))
    patch.setenv("CALMLINE_KEYS", str(keys))
    patch.setenv("CALMLINE_POLICY", os.devnull)
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def again(analysed: Analysed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Analysed:
    """The same for tests that go on from there."""
    mine = Analysed(tmp_path / "calls", tmp_path / "home", tmp_path / "keys", analysed.done)
    for theirs, own in ((analysed.folder, mine.folder), (analysed.home, mine.home), (analysed.keys, mine.keys)):
        shutil.copytree(theirs, own)
    for broken in ("empty.wav", "text.wav", "cut.wav", "notes.txt"):
        (mine.folder / broken).unlink()
    live_in(monkeypatch, mine.home, mine.keys)
    return mine


@pytest.fixture
def looked_at(analysed: Analysed, monkeypatch: pytest.MonkeyPatch) -> Analysed:
    """The same, its home in use."""
    live_in(monkeypatch, analysed.home, analysed.keys)
    return analysed


def test_every_recording_is_stored_and_what_fails_is_listed(looked_at: Analysed) -> None:
    done, home = looked_at.done, looked_at.home
    assert done.status == 2
    assert done.out == "3 recordings analysed and stored.\n"
    assert sorted(stored_calls(home)) == ["mono", "one", "two"]
    failed = done.err.partition("3 recordings failed:")[2].splitlines()[1:]
    assert [line.split(": ")[1] for line in sorted(failed)] == ["cut.wav", "empty.wav", "text.wav"]
    assert "ends before its length" in failed[0] + failed[1] + failed[2]
    assert "Not WAV or FLAC, and left out: notes.txt." in done.err
    assert "Traceback" not in done.err

    call = loaded(home, "two")
    assert "listening to me" in words_of(call)
    assert {turn.channel.value for turn in call.turns} == {"caller"}
    assert call.turns[0].heat is not None
    assert (call.call.model, call.call.scorer, call.call.source) == ("tiny.en", "calmline", "two.flac")
    assert {turn.channel.value for turn in loaded(home, "mono").turns} == {"unknown"}


def test_names_tell_agent_date_and_id(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", "Zoë_20251103-1415_c-7.wav")
    done = analyze(folder, "--names", "{agent}_{date}-{time}_{id}.wav", "--quiet")
    assert (done.status, done.out) == (0, "1 recording analysed and stored.\n")
    call = loaded(calmline_home, "c-7").call
    assert (call.agent, call.id) == ("Zoë", "c-7")
    assert datetime.fromisoformat(call.started_at) == datetime(2025, 11, 3, 14, 15).astimezone()


def test_without_a_date_in_its_name_a_call_is_as_old_as_its_file(looked_at: Analysed) -> None:
    began = datetime.fromisoformat(loaded(looked_at.home, "one").call.started_at)
    assert began.timestamp() == LONG_AGO_S
    assert "Older than words are kept" in looked_at.done.err


def test_a_name_that_does_not_fit_is_told_before_anything_is_begun(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", "ann_2025-11-03_1.wav", "holiday.wav")
    done = calmline("analyze", folder, "--names", "{agent}_{date}_{id}.wav")
    assert_refused(done, "holiday.wav", "{agent}_{date}_{id}.wav", "Nothing was begun")
    assert stored_calls(calmline_home) == []


def test_two_recordings_of_one_id_are_refused(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", "one.wav", "one.flac")
    assert_refused(calmline("analyze", folder), "one.flac", "one.wav", "call one")


@pytest.mark.parametrize("options", [("--names", "{who}"), ("--agent", "up")])
def test_options_that_cannot_be_followed_are_refused(tmp_path: Path, options: tuple[str, str]) -> None:
    assert_refused(calmline("analyze", catalogue(tmp_path / "calls", "one.wav"), *options), options[1].strip("{}"))


def test_a_folder_without_recordings_is_refused(tmp_path: Path) -> None:
    assert_refused(calmline("analyze", tmp_path / "none"), "There is no folder")
    text_file(tmp_path / "notes.txt")
    assert_refused(calmline("analyze", tmp_path), "no WAV or FLAC")


def test_where_nothing_is_kept_nothing_is_analysed(tmp_path: Path) -> None:
    calmline("settings", "set", "keep", "nothing")
    assert_refused(calmline("analyze", catalogue(tmp_path / "calls", "one.wav")), "keep")


def test_one_analysis_runs_at_a_time(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", "one.wav")
    make_private_folder(calmline_home)
    with held_alone(calmline_home / "analysis.lock"):
        assert_refused(calmline("analyze", folder), "analysed already")


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = catalogue(tmp_path / "calls", "one.wav")
    monkeypatch.setenv("CALMLINE_HOME", str(text_file(tmp_path / "taken") / "home"))
    assert_refused(calmline("analyze", folder), "home cannot be written", "Check the disk")


def test_a_call_of_another_origin_is_not_replaced(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", "c1.wav")
    with store_of(calmline_home) as store:
        store.save(document(call=started("c1")))
        before = store.load("c1")
    done = calmline("analyze", folder)
    assert done.status == 2
    assert "c1.wav: A call c1 is stored that comes from no such recording" in done.err
    assert document_to_json(loaded(calmline_home, "c1")) == document_to_json(before)


def test_a_second_run_leaves_out_what_is_stored_and_does_what_has_changed(again: Analysed) -> None:
    unchanged = calmline("analyze", again.folder, "--resume")
    assert (unchanged.status, unchanged.out) == (0, "0 recordings analysed and stored.\n")
    assert "left out: 3 recordings" in unchanged.err

    excerpt(again.folder / "two.flac", 4.2, 6.4)
    changed = analyze(again.folder, "--resume")
    assert changed.out == "1 recording analysed and stored.\n"
    assert TOLD.findall(changed.err) == ["two.flac"]
    assert "days" in words_of(loaded(again.home, "two"))
    assert sorted(stored_calls(again.home)) == ["mono", "one", "two"]


def test_without_resume_all_is_done_anew(again: Analysed) -> None:
    done = analyze(again.folder)
    assert "done anew: 3 recordings" in done.err
    assert (done.status, done.out) == (0, "3 recordings analysed and stored.\n")
    assert sorted(stored_calls(again.home)) == ["mono", "one", "two"]


@contextmanager
def running(folder: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """An analysis in a process group of its own, ended with the block."""
    command = [sys.executable, "-m", "app", "analyze", str(folder), "--resume", *options]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


needs_groups = pytest.mark.skipif(sys.platform == "win32", reason="has no process groups")


@needs_groups
def test_ctrl_c_ends_it_at_once_and_says_how_to_go_on(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "old calls", *(f"c{number}.wav" for number in range(MANY)))
    with running(folder, "--workers", "1") as process:
        assert process.stderr is not None
        first = next(line for line in process.stderr if TOLD.search(line))
        os.killpg(process.pid, signal.SIGINT)
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"To go on: calmline analyze '{folder}' --resume" in rest
    assert f"of {MANY} recordings; what is done is stored." in rest
    assert "Traceback" not in rest
    told = TOLD.findall(first + rest)
    assert {name.removesuffix(".wav") for name in told} <= set(stored_calls(calmline_home))
    assert len(told) < MANY


@needs_groups
def test_a_worker_that_is_killed_fails_its_recording_alone(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", *(f"c{number}.wav" for number in range(4)))
    with running(folder, "--workers", "1") as process:
        assert process.stderr is not None
        next(line for line in process.stderr if TOLD.search(line))
        [worker] = workers_of(process.pid)
        os.kill(worker, signal.SIGKILL)
        out, err = process.communicate(timeout=120)
    if process.returncode == 0:  # it was between two recordings
        assert len(stored_calls(calmline_home)) == 4
        return
    assert out == "3 recordings analysed and stored.\n"
    assert err.count("has ended, by want of memory") == 1
    assert len(stored_calls(calmline_home)) == 3


def workers_of(group: int) -> list[int]:
    """Processes of a group that work, by their command lines."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            is_worker = b"spawn_main" in (folder / "cmdline").read_bytes()
            if is_worker and os.getpgid(int(folder.name)) == group:
                found.append(int(folder.name))
    return found


Moment = Callable[["subprocess.Popen[str]"], list[str]]
"""Waits until an analysis is to be killed; the names that were told until then."""


def moment(told: int, then_s: float = 0.0) -> Moment:
    """When so many recordings are done and a while has passed, unless all is done before."""

    def wait(process: "subprocess.Popen[str]") -> list[str]:
        assert process.stderr is not None
        names = list(islice((name for line in process.stderr for name in TOLD.findall(line)), told))
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=then_s)
        return names

    return wait


def killed_and_resumed(home: Path, folder: Path, moments: Iterable[Moment]) -> None:
    """Kill one run after the other, then let one end: each call is stored once and done once."""
    told: list[str] = []
    for wait in moments:
        with running(folder, "--workers", "2") as process:
            told += wait(process)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            told += TOLD.findall(process.communicate()[1])
        there = stored_calls(home)
        assert {name.removesuffix(".wav") for name in told} <= set(there)
        assert [call_id for call_id in there if "listening" not in words_of(loaded(home, call_id))] == []
    last = calmline("analyze", folder, "--resume", "--workers", "2")
    assert last.status == 0, last.err
    told += TOLD.findall(last.err)
    assert sorted(stored_calls(home)) == sorted(path.stem for path in folder.iterdir())
    assert len(told) == len(set(told))
    assert calmline("analyze", folder, "--resume").out == "0 recordings analysed and stored.\n"


@needs_groups
def test_killed_three_times_and_resumed_every_call_is_there_once(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", *(f"c{number}.wav" for number in range(6)))
    killed_and_resumed(calmline_home, folder, [moment(0, 1.0), moment(1), moment(2)])


@needs_groups
@pytest.mark.long
def test_killed_twenty_times_and_resumed_every_call_is_there_once(calmline_home: Path, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "calls", *(f"c{number}.wav" for number in range(60)))
    chance = random.Random(7)  # noqa: S311 - the same moments in each run
    moments = [moment(chance.randrange(4), chance.uniform(0.0, 2.0)) for _ in range(20)]
    killed_and_resumed(calmline_home, folder, moments)


def test_nothing_lies_beside_the_store_and_no_words_in_plain_text(looked_at: Analysed) -> None:
    folder, home = looked_at.folder, looked_at.home
    assert {path.name for path in folder.iterdir()} == {
        "one.wav", "two.flac", "mono.wav", "empty.wav", "text.wav", "cut.wav", "notes.txt",
    }  # fmt: skip
    kept = {path.name for path in home.rglob("*") if path.is_file()}
    assert {name for name in kept if not name.startswith("calls.sqlite3")} <= {"analysis.lock"}
    assert not [path for path in home.rglob("*") if path.is_file() and b"listening" in path.read_bytes()]
    assert json.dumps(document_to_json(loaded(home, "one")))

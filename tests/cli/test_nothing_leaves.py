"""A call in the default set-up: no internet socket, and no file outside the user's folder but those that are listed."""

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import soundfile

from app.adapters.open_sockets import sockets_of_running
from app.adapters.pipe_place import find_place
from app.adapters.stored_files import outside_places
from tests.cli.commands import LONGEST_S, calmline, store_of, stored_calls
from tests.cli.forked import ROOT
from tests.cli.traced import Trace, read_trace, start_traced, why_not_traced
from tests.conditions import until
from tests.offscreen import without_qt

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.skipif(bool(why_not_traced()), reason=why_not_traced())

EXCERPT = ROOT / "tests" / "data" / "audio" / "excerpt.flac"
"""Real people on a telephone line."""

HEARD_S = 8

_NO_DISK = (Path("/dev/null"), Path("/proc"))


def start(arguments: list[str], into: Path) -> "subprocess.Popen[bytes]":
    into.mkdir()
    return start_traced(arguments, os.environ | {"QT_QPA_PLATFORM": "offscreen"}, into)


def end(process: "subprocess.Popen[bytes]", into: Path) -> Trace:
    _, said = process.communicate(timeout=LONGEST_S)
    assert (process.returncode, without_qt(said.decode())) == (0, "")
    return read_trace(into)


def run(arguments: list[str], into: Path) -> Trace:
    with start(arguments, into) as process:
        return end(process, into)


def unlisted(trace: Trace, home: Path) -> list[Path]:
    """What was written outside the user's folder and is not listed."""
    listed = (home, *_NO_DISK, *outside_places())
    return sorted(path for path in trace.written if not any(path.is_relative_to(place) for place in listed))


def words_of(home: Path) -> str:
    """What was written down in the one call of a home."""
    (call_id,) = stored_calls(home)
    with store_of(home) as store:
        return " ".join(turn.text for turn in store.load(call_id).turns)


def test_a_call_opens_no_internet_socket_and_writes_in_the_users_folder_alone(
    calmline_home: Path, tmp_path: Path
) -> None:
    recording, rate_hz = tmp_path / "call.flac", soundfile.info(EXCERPT).samplerate
    soundfile.write(recording, soundfile.read(EXCERPT, stop=HEARD_S * rate_hz)[0], rate_hz)
    trace = run(["-m", "app", "replay", str(recording), "--headless", "--pace", "max"], tmp_path / "trace")
    assert trace.sockets == ()
    assert unlisted(trace, calmline_home) == []
    assert words_of(calmline_home)
    assert {calmline_home / "calls.sqlite3", calmline_home / "calls.sqlite3-wal"} <= trace.written
    assert {path.stat().st_mode & 0o077 for path in (calmline_home, *calmline_home.rglob("*"))} == {0}


def test_neither_does_the_window_in_a_live_call_with_its_journal_and_its_pipe(
    calmline_home: Path, tmp_path: Path
) -> None:
    with start(["-m", "tests.cli.window"], tmp_path / "trace") as process:
        try:
            until(lambda: find_place(calmline_home) or process.poll() is not None)
            assert calmline("call", "start", "--id", "one").status == 0
            until(lambda: list((calmline_home / "journals").glob("*.jsonl")))
            running = (sockets_of_running(calmline_home) or [])[0]
            assert calmline("call", "end").status == 0
            until(lambda: stored_calls(calmline_home))
            os.kill(running.process, signal.SIGTERM)
            trace = end(process, tmp_path / "trace")
        finally:
            process.kill()
    assert (running.internet, trace.sockets) == ((), ())
    assert unlisted(trace, calmline_home) == []
    assert [path for path in trace.written if path.parent == calmline_home / "journals"]
    assert {path.stat().st_mode & 0o077 for path in (calmline_home, *calmline_home.rglob("*"))} == {0}


def test_an_internet_socket_and_a_file_elsewhere_would_be_seen(calmline_home: Path, tmp_path: Path) -> None:
    leak = tmp_path / "leak.txt"
    code = (
        "import pathlib, socket, sys, threading\n"
        "threading.Thread(target=lambda: socket.socket().close()).start()\n"
        "pathlib.Path(sys.argv[1]).write_text('words')\n"
        "pathlib.Path(sys.argv[1] + '.d').mkdir()\n"
    )
    trace = run(["-c", code, str(leak)], tmp_path / "trace")
    assert len(trace.sockets) == 1
    assert trace.sockets[0].startswith("socket(AF_INET")
    assert unlisted(trace, calmline_home) == [leak, Path(f"{leak}.d")]

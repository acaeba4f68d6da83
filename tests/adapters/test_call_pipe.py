"""Telling a running call something, over real sockets."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.call_pipe import CallPipe, parse_order, tell_running_call
from app.adapters.pipe_place import Place, find_place
from app.core.errors import InputError, PipeError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sockets of Linux and macOS are looked at")

VERBS = ("mute", "unmute", "end")
ROOT = Path(__file__).parents[2]
ANOTHER_CALL = """
import sys
from pathlib import Path
from app.adapters.call_pipe import CallPipe
with CallPipe(Path(sys.argv[1]), ("mute",), lambda verb, call_id, reference: f"the other call: {verb}"):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A folder for sockets, whose paths must be short."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def home(tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return tmp_path / "home"


class Call:
    """A call that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.named: list[str | None] = []
        self.references: list[str | None] = []

    def tell(self, verb: str, call_id: str | None, reference: str | None = None) -> str:
        self.told.append(verb)
        self.references.append(reference)
        self.named.append(call_id)
        return f"Done:\n {verb}"


@pytest.fixture
def call(home: Path) -> Iterator[Call]:
    running = Call()
    with CallPipe(home, VERBS, running.tell):
        yield running


def place_of(home: Path) -> Place:
    place = find_place(home)
    assert place is not None
    return place


def raw(home: Path, data: bytes) -> bytes:
    """Send bytes as they are and end the sending; what comes back until the end."""
    with socket.socket(socket.AF_UNIX) as wire:
        wire.connect(place_of(home).address)
        wire.sendall(data)
        wire.shutdown(socket.SHUT_WR)
        try:
            return wire.recv(4096)
        except ConnectionResetError:
            return b""


def pipe_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "pipe"]


def test_a_running_call_is_told_and_answers_with_one_plain_line(home: Path, call: Call) -> None:
    assert tell_running_call(home, "mute") == "Done: mute"
    assert tell_running_call(home, "end") == "Done: end"
    assert call.told == ["mute", "end"]


def test_a_call_is_named_with_the_verb(home: Path, call: Call) -> None:
    tell_running_call(home, "mute", "call 7@desk")
    tell_running_call(home, "unmute")
    assert call.named == ["call 7@desk", None]


def test_a_call_can_be_given_a_reference(home: Path, call: Call) -> None:
    tell_running_call(home, "mute", "c1", "customer 17")
    assert (call.named, call.references) == (["c1"], ["customer 17"])


@pytest.mark.parametrize("reference", ["", "x" * 101, "two\nlines"])
def test_what_can_be_no_reference_is_refused_before_anybody_is_told(home: Path, call: Call, reference: str) -> None:
    with pytest.raises(PipeError, match="no reference"):
        tell_running_call(home, "mute", None, reference)
    assert call.told == []


@pytest.mark.parametrize("call_id", ["", "x" * 101, "two\nlines"])
def test_what_can_be_no_id_is_refused_before_anybody_is_told(home: Path, call: Call, call_id: str) -> None:
    with pytest.raises(PipeError, match="no id of a call"):
        tell_running_call(home, "mute", call_id)
    assert call.told == []


def test_the_longest_id_is_taken(home: Path, call: Call) -> None:
    tell_running_call(home, "mute", "\U0001f4de" * 100)
    assert call.named == ["\U0001f4de" * 100]


def test_without_a_call_there_is_one_plain_line(home: Path) -> None:
    with pytest.raises(PipeError, match="No call is running"):
        tell_running_call(home, "mute")


def test_an_ended_call_leaves_nothing_behind_and_no_thread(home: Path) -> None:
    with CallPipe(home, VERBS, Call().tell):
        place = place_of(home)
        assert pipe_threads() == ["pipe"]
    assert pipe_threads() == []
    assert not Path(place.address).exists()
    assert find_place(home) is None
    with pytest.raises(PipeError, match="No call is running"):
        tell_running_call(home, "mute")


def test_only_the_user_reaches_it(home: Path, call: Call) -> None:
    address = Path(place_of(home).address)
    assert address.stat().st_mode & 0o777 == 0o600
    assert address.parent.stat().st_mode & 0o777 == 0o700
    assert (home / "call.json").stat().st_mode & 0o777 == 0o600
    assert call.told == []


def test_a_second_call_is_refused_and_does_not_steal(home: Path, call: Call) -> None:
    with pytest.raises(PipeError, match="Another Calmline is running"):
        CallPipe(home, VERBS, Call().tell)
    tell_running_call(home, "mute")
    assert call.told == ["mute"]
    assert pipe_threads() == ["pipe"]


def test_two_homes_do_not_meet(home: Path, call: Call, tmp_path: Path) -> None:
    other = Call()
    with CallPipe(tmp_path / "other", VERBS, other.tell):
        tell_running_call(tmp_path / "other", "mute")
    tell_running_call(home, "unmute")
    assert (call.told, other.told) == (["unmute"], ["mute"])


def test_what_a_killed_call_left_is_replaced(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_CALL, home], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as another:
        assert another.stdout is not None
        assert another.stdout.readline() == b"open\n"
        assert tell_running_call(home, "mute") == "the other call: mute"
        with pytest.raises(PipeError, match="Another Calmline is running"):
            CallPipe(home, VERBS, Call().tell)
        another.kill()
        another.wait()
    assert Path(place_of(home).address).exists()
    with pytest.raises(PipeError, match="No call is running"):
        tell_running_call(home, "mute")
    call = Call()
    with CallPipe(home, VERBS, call.tell):
        tell_running_call(home, "mute")
    assert call.told == ["mute"]


def test_a_folder_with_a_long_path_is_not_taken(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("long" * 30)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    with CallPipe(home, VERBS, Call().tell):
        address = place_of(home).address
        assert len(os.fsencode(address)) <= 100
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        assert tell_running_call(home, "mute") == "Done: mute"
    assert not Path(address).exists()


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_folder_that_somebody_else_laid_there_is_refused(
    home: Path, runtime: Path, tmp_path: Path, kind: str
) -> None:
    folder = runtime / f"calmline-{os.getuid()}"
    if kind == "link":
        (tmp_path / "theirs").mkdir()
        folder.symlink_to(tmp_path / "theirs")
    else:
        folder.touch()
    with pytest.raises(PipeError, match="not this user's folder"):
        CallPipe(home, VERBS, Call().tell)
    assert pipe_threads() == []


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PipeError, match="file cannot be written"):
        CallPipe(tmp_path / "file", VERBS, Call().tell)


def test_a_wrong_key_an_unknown_verb_and_a_failure_are_answered_in_words(home: Path) -> None:
    def tell(verb: str, call_id: str | None, reference: str | None = None) -> str:
        assert (call_id, reference) == (None, None)
        if verb == "mute":
            raise InputError("There is no microphone.", "Connect one.")
        raise ValueError("spoken words")

    with CallPipe(home, VERBS, tell):
        with pytest.raises(PipeError, match="It knows: mute, unmute, end"):
            tell_running_call(home, "dance")
        with pytest.raises(PipeError, match=r"There is no microphone\. Connect one\."):
            tell_running_call(home, "mute")
        with pytest.raises(PipeError, match="could not do that") as failure:
            tell_running_call(home, "unmute")
        assert "spoken" not in failure.value.line()
        (home / "call.json").write_text(json.dumps({"address": place_of(home).address, "key": "guessed"}))
        with pytest.raises(PipeError, match="does not know you"):
            tell_running_call(home, "mute")


def test_somebody_who_says_nothing_or_half_of_it_keeps_nobody_else_waiting_for_long(home: Path, call: Call) -> None:
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as half:
        silent.connect(place_of(home).address)
        half.connect(place_of(home).address)
        half.sendall(b"\x00\x00")
        assert tell_running_call(home, "mute") == "Done: mute"
    assert call.told == ["mute"]


def test_a_message_that_is_too_long_is_not_read(home: Path, call: Call) -> None:
    with Client(place_of(home).address, "AF_UNIX") as wire:
        wire.send_bytes(b" " * 2_000)
        with pytest.raises((EOFError, ConnectionResetError)):
            wire.recv_bytes()
    tell_running_call(home, "mute")
    assert call.told == ["mute"]


def test_the_pipe_closes_while_somebody_is_being_waited_for(home: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        with CallPipe(home, VERBS, Call().tell):
            silent.connect(place_of(home).address)
        assert pipe_threads() == []


@pytest.mark.parametrize("note", ["", "[]", '{"address": 1, "key": "a"}', '{"address": "x"}', "[" * 1_000, "\x00"])
def test_a_damaged_note_is_no_call(home: Path, note: str) -> None:
    home.mkdir()
    (home / "call.json").write_text(note)
    with pytest.raises(PipeError, match="No call is running"):
        tell_running_call(home, "mute")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["key", "verb", "id", ""]) | st.text(), inner),
    max_leaves=8,
)


@given(st.binary(max_size=1_024))
def test_any_bytes_are_an_order_or_a_pipe_error(message: bytes) -> None:
    try:
        order = parse_order(message)
    except PipeError:
        return
    assert isinstance(order.key, str)
    assert isinstance(order.verb, str)


@given(JSON)
def test_any_json_is_an_order_or_a_pipe_error(value: object) -> None:
    try:
        order = parse_order(json.dumps(value).encode())
    except PipeError:
        return
    assert isinstance(value, dict)
    assert (order.key, order.verb) == (value["key"], value["verb"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=64) | st.binary(max_size=64).map(lambda it: len(it).to_bytes(4, "big") + it))
def test_garbage_tells_a_call_nothing_and_does_not_end_its_answering(home: Path, call: Call, garbage: bytes) -> None:
    call.told.clear()
    raw(home, garbage)
    assert call.told == []
    assert tell_running_call(home, "mute") == "Done: mute"
    assert call.told == ["mute"]

"""A window that is driven from other processes: calls in a row, and calls that are broken off."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.adapters.journal_seal import opened_lines
from app.adapters.pipe_place import find_place
from app.core.document import CallDocument
from app.core.events import Channel, LineState, Mark
from tests.cli.commands import assert_refused, calmline, key_of, store_of, stored_calls
from tests.cli.forked import ROOT
from tests.conditions import until
from tests.desktops import SAID
from tests.offscreen import without_qt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Linux and macOS are sent")
Span = tuple[float, float]


@contextmanager
def window(home: Path) -> Iterator["subprocess.Popen[str]"]:
    """A window, once it can be told things; its store is there, so that it can be read at any moment."""
    with store_of(home):
        pass
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.window"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        try:
            until(lambda: find_place(home) or running.poll() is not None)
            yield running
        finally:
            running.kill()


def tell(verb: str, *options: str) -> float:
    """Tell the window something; when it had answered."""
    done = calmline("call", verb, *options)
    assert (done.status, done.err, len(done.out.splitlines())) == (0, "", 1)
    return time.monotonic()


def close(running: "subprocess.Popen[str]") -> None:
    """As a system does that shuts down."""
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, without_qt(err)) == (0, "")


def journals(home: Path) -> list[Path]:
    return list((home / "journals").glob("*"))


def journal_of(home: Path, call_id: str) -> str:
    """The lines of a call's journal, for whoever has the key of the store."""
    texts = [opened_journal(file, home) for file in journals(home) if file.suffix == ".jsonl"]
    return next((text for text in texts if f'"call_id": "{call_id}"' in text), "")


def opened_journal(file: Path, home: Path) -> str:
    lines = file.read_bytes().splitlines()
    with suppress(ValueError):  # nothing but the first line is there yet
        return b"\n".join(opened_lines(lines, lambda: key_of(home))).decode()
    return ""


def begun(home: Path, call_id: str) -> None:
    until(lambda: journal_of(home, call_id))


def document(home: Path, call_id: str) -> CallDocument:
    with store_of(home) as store:
        return store.load(call_id)


def spans(call: CallDocument, channel: Channel, state: LineState) -> list[Span]:
    """From when to when a line was so; to the end where nothing else is told."""
    changes = [change for change in call.lines if change.channel is channel]
    ends = [*(change.at_s for change in changes[1:]), call.call.duration_s]
    return [(change.at_s, end_s) for change, end_s in zip(changes, ends, strict=True) if change.state is state]


def test_three_calls_in_a_row_are_driven_from_outside_and_each_is_stored_once(calmline_home: Path) -> None:
    with window(calmline_home) as running:
        assert_refused(calmline("call", "mute"), "No call is running", "calmline call start")
        tell("start", "--id", "one")
        begun(calmline_home, "one")
        held, resumed = tell("hold", "--id", "one"), tell("resume")
        assert_refused(calmline("call", "mute", "--id", "two"), "The running call is not two")
        tell("answer", "--id", "two")
        tell("start", "--id", "two")
        begun(calmline_home, "two")
        muted, unmuted = tell("mute"), tell("unmute")
        tell("help")
        tell("end")
        tell("answer", "--id", "three")
        begun(calmline_home, "three")
        tell("pause")
        close(running)
    assert sorted(stored_calls(calmline_home)) == ["one", "three", "two"]
    one, two, three = (document(calmline_home, call_id) for call_id in ("one", "two", "three"))
    [(start_s, end_s)] = spans(one, Channel.CALLER, LineState.HOLD)
    assert end_s - start_s == pytest.approx(resumed - held, abs=1)
    [(start_s, end_s)] = spans(two, Channel.AGENT, LineState.MUTED)
    assert end_s - start_s == pytest.approx(unmuted - muted, abs=1)
    assert [len(call.lines) for call in (one, two, three)] == [2, 2, 2]
    assert [mark.kind for mark in two.marks] == [Mark.HELP]
    assert {change.state for change in three.lines} == {LineState.PAUSED}
    assert not any(call.call.broken_off for call in (one, two, three))
    assert journals(calmline_home) == []


def test_a_call_that_is_killed_is_kept_at_the_next_start_and_marked_as_broken_off(calmline_home: Path) -> None:
    with window(calmline_home) as running:
        tell("start", "--id", "killed")
        until(lambda: '"TextFinal"' in journal_of(calmline_home, "killed"))
        running.kill()
        running.wait()
    assert stored_calls(calmline_home) == []
    [lines] = [file for file in journals(calmline_home) if file.suffix == ".jsonl"]
    assert SAID.encode() not in lines.read_bytes()
    assert (lines.stat().st_mode & 0o777, lines.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"type": "TextFinal", "numb')
    with window(calmline_home) as running:
        until(lambda: stored_calls(calmline_home) and not journals(calmline_home))
        close(running)
    kept = document(calmline_home, "killed")
    assert kept.call.broken_off
    assert kept.turns[0].text == SAID
    assert kept.call.duration_s >= kept.turns[0].end_s
    assert kept.summary.talk_share is not None


def test_a_window_that_is_closed_in_a_call_finishes_and_stores_it(calmline_home: Path) -> None:
    with window(calmline_home) as running:
        tell("start", "--id", "closed")
        until(lambda: "fifteen" in journal_of(calmline_home, "closed"))
        close(running)
    kept = document(calmline_home, "closed")
    assert (kept.turns[-1].text, kept.call.broken_off) == (SAID, False)
    assert journals(calmline_home) == []
    assert stored_calls(calmline_home) == ["closed"]

"""`calmline call` beside a call that is running in another process."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.adapters.pipe_place import find_place
from tests.adapters.recordings import excerpt
from tests.cli.commands import assert_refused, calmline
from tests.cli.forked import ROOT
from tests.conditions import until

DEMO = ROOT / "assets" / "demo" / "call.flac"  # just under three minutes
VERBS = ("start", "answer", "mute", "unmute", "hold", "resume", "pause", "help", "end")


@contextmanager
def running_call(home: Path, events: Path) -> Iterator["subprocess.Popen[str]"]:
    """The demo's call at the speed of speech, once it can be told things."""
    with subprocess.Popen(
        [sys.executable, "-m", "app", "replay", DEMO, "--pace", "realtime", "--headless", "--events", events],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as call:
        try:
            until(lambda: find_place(home) or call.poll() is not None)
            yield call
        finally:
            call.kill()


def events_in(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("verb", VERBS)
def test_without_a_running_call_there_is_one_plain_line(verb: str) -> None:
    assert_refused(calmline("call", verb), "No call is running", "calmline listen")


def test_a_verb_that_there_is_not_is_bad_input() -> None:
    assert_refused(calmline("call", "dance"), "dance")


def test_a_running_call_is_muted_held_and_ended_and_a_second_one_does_not_take_its_place(
    calmline_home: Path, tmp_path: Path
) -> None:
    events = tmp_path / "events.jsonl"
    with running_call(calmline_home, events) as call:
        told = [calmline("call", verb) for verb in ("mute", "other")]
        second = calmline(
            "replay", excerpt(tmp_path / "short.wav", 0, 0.5), "--pace", "realtime", "--headless", "--no-store"
        )
        told.append(calmline("call", "end"))
        out, err = call.communicate()
    assert [(done.status, done.err, len(done.out.splitlines())) for done in told] == [(0, "", 1)] * 3
    assert (second.status, len(second.err.splitlines())) == (0, 1)
    assert "Another Calmline is running" in second.err
    assert (call.returncode, err) == (0, "")
    assert "The call has ended." in out
    changes = [(it["channel"], it["state"]) for it in events_in(events) if it["type"] == "LineChanged"]
    assert changes == [("agent", "muted"), ("caller", "other")]
    assert events_in(events)[-1]["duration_s"] < 120
    assert find_place(calmline_home) is None

"""`calmline doctor` on a sound server of the test's own, as a newcomer and as a help desk run it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.checkup import CheckName
from app.core.events import Channel
from tests.adapters.engine import pcm
from tests.adapters.sound_server import SoundServer, has_server, server_with_headset
from tests.cli.commands import Done, assert_refused, calmline

AGENT_SPEAKS, CALLER_PLAYS = "agent_speaks", "caller_plays"
MICROPHONE, PLAYER = "pulse:input:headset", f"pulse:playback:{CALLER_PLAYS}"
HEARD = {"ok", "warning"}  # late on a busy computer
ALL_CHECKS = [str(name) for name in CheckName]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with server_with_headset(tmp_path / "sound", monkeypatch, speaks=AGENT_SPEAKS) as running:
        yield running


def doctor(microphone: str, caller: str, *more: str) -> Done:
    return calmline("doctor", "--microphone", microphone, "--caller", caller, *more)


def report(done: Done) -> dict[str, Any]:
    """The checks by name."""
    found = json.loads(done.out)["checks"]
    assert [check["check"] for check in found] == ALL_CHECKS
    return {check["check"]: check for check in found}


@has_server
def test_when_a_call_will_be_heard_it_says_so_and_speech_is_on_the_terminal_alone(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    with server.playing(pcm(Channel.AGENT, 0, 4.4) * 40, AGENT_SPEAKS):
        shown = doctor(MICROPHONE, PLAYER)
        reported = doctor(MICROPHONE, PLAYER, "--json")
    assert (shown.status, shown.err) == (0, "")
    assert "Please say: " in shown.out
    assert "Written down: " in shown.out
    assert "refund" in shown.out
    assert "A call will be heard." in shown.out

    assert reported.status == 0
    found = report(reported)
    whole = json.loads(reported.out)
    assert (whole["schema"], whole["status"]) == ("calmline/doctor/1", "warning")
    assert (whole["microphone"], whole["caller"]) == (MICROPHONE, PLAYER)
    assert found["phrase"]["status"] == "ok"
    assert found["tone"]["status"] in HEARD
    assert found["phrase"]["figures"]["speech_s"] > 1
    assert found["tone"]["figures"]["delay_ms"] < 5000
    assert found["words"]["status"] == "warning"  # what is played is not the phrase that was asked for
    assert "refund" not in reported.out.lower() + reported.err.lower()
    assert "parcel" not in reported.out.lower()
    assert "Please say" in reported.err


@has_server
@pytest.mark.usefixtures("server")
def test_a_caller_player_that_is_gone_fails_and_the_line_below_says_what_to_do() -> None:
    done = doctor("none", PLAYER)
    assert (done.status, done.err) == (1, "")
    assert "failed   Caller's side  The sound server does not know caller_plays." in done.out
    assert "Run calmline devices to see what is there." in done.out
    assert "not be heard well yet" in done.out


@has_server
def test_a_muted_microphone_fails_without_asking_anybody_to_speak(server: SoundServer) -> None:
    server.control("set-source-mute", "headset", "1")
    done = doctor(MICROPHONE, "none", "--json")
    found = report(done)
    assert (done.status, done.err) == (1, "")
    assert (found["mute"]["status"], found["phrase"]["status"]) == ("failed", "skipped")
    assert "Unmute" in found["mute"]["advice"]


@has_server
def test_a_silent_microphone_that_only_hears_the_player_fails_twice(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    server.add_microphone("webcam", hears=CALLER_PLAYS)
    done = doctor("pulse:input:webcam", PLAYER, "--json")
    found = report(done)
    assert done.status == 1
    assert "digital silence" in found["microphone"]["found"]
    assert found["tone"]["status"] in HEARD
    assert (found["phrase"]["status"], found["leakage"]["status"]) == ("failed", "failed")


@has_server
def test_one_device_for_both_sides_fails(server: SoundServer) -> None:
    server.control("set-source-mute", "headset", "1")  # so that nobody is listened to
    done = doctor(MICROPHONE, MICROPHONE, "--json")
    found = report(done)
    assert done.status == 1
    assert found["separate_devices"]["status"] == "failed"
    assert found["tone"]["status"] == "skipped"


@has_server
def test_a_muted_player_does_not_give_the_tone_back_and_is_named(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    server.control("set-sink-mute", CALLER_PLAYS, "1")
    found = report(doctor("none", PLAYER, "--json"))
    assert found["tone"]["status"] == "failed"
    assert "is muted" in found["tone"]["advice"]


def test_nothing_to_check_is_bad_input() -> None:
    assert_refused(calmline("doctor", "--microphone", "none", "--caller", "none"), "no device to check")

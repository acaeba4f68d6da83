"""Devices and a live call at the command line, on a sound server of the test's own."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.adapters.settings_files import load_settings
from app.compose import open_sound
from app.core.events import Channel
from app.settings_form import device_offers
from tests.adapters.engine import piece
from tests.adapters.recordings import tone
from tests.adapters.sound_server import SoundServer, has_server, sound_server
from tests.cli.commands import assert_refused, calmline, store_of, stored_calls
from tests.cli.terminal import calmline_in_a_terminal
from tests.core.calls import document, started

MICROPHONE, PLAYER = "pulse:input:headset", "pulse:playback:caller_plays"
HUM = (tone(20, 16_000) * 32767).astype("<i2").tobytes()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_server(tmp_path / "sound") as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        running.add_player("agent_speaks")
        running.add_microphone("headset", hears="agent_speaks")
        running.add_player("caller_plays")
        running.control("set-default-sink", "caller_plays")
        running.control("set-default-source", "headset")
        yield running


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a sound server and without a sound card."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    if calmline("devices", "--json", "--seconds", "0.1").status == 0:
        pytest.skip("this computer has a sound card")


def listed(*options: str) -> dict[str, dict[str, Any]]:
    done = calmline("devices", "--json", *options)
    assert (done.status, done.err) == (0, "")
    return {row["id"]: row for row in json.loads(done.out)}


@has_server
def test_devices_are_listed_with_their_level(server: SoundServer) -> None:
    with server.playing(HUM, "caller_plays"):
        rows = listed("--seconds", "0.5")
        table = calmline("devices", "--seconds", "0.5")
    headset, player = rows[MICROPHONE], rows[PLAYER]
    assert (headset["kind"], headset["default"], headset["level_dbfs"]) == ("input", True, -100.0)
    assert (player["kind"], player["name"], player["default"], player["muted"]) == (
        "playback", "caller_plays", True, False,
    )  # fmt: skip
    assert player["level_dbfs"] == pytest.approx(-11, abs=2)
    assert rows["pulse:application:softphone"]["kind"] == "application"
    assert (table.status, table.err) == (0, "")
    assert [device_id for device_id in rows if device_id not in table.out] == []
    assert "####" in table.out


@has_server
@pytest.mark.usefixtures("server")
def test_a_chosen_device_is_kept_until_the_default_is_chosen_again() -> None:
    chosen = calmline("devices", "--microphone", MICROPHONE, "--caller", PLAYER)
    assert (chosen.status, chosen.err) == (0, "")
    assert "agent is heard from headset" in chosen.out
    assert "caller is heard from caller_plays" in chosen.out
    assert [row["id"] for row in listed("--seconds", "0.1").values() if row["chosen"]] == [MICROPHONE, PLAYER]
    assert "caller_plays (chosen, default)" in calmline("devices", "--seconds", "0.1").out
    assert "default device" in calmline("devices", "--microphone", "default", "--caller", "default").out
    assert not any(row["chosen"] for row in listed("--seconds", "0.1").values())


@has_server
@pytest.mark.usefixtures("server")
def test_a_device_is_set_with_its_product_and_offered_beside_the_default(calmline_home: Path) -> None:
    assert calmline("settings", "set", "microphone", MICROPHONE).status == 0
    assert "microphone_product = " in (calmline_home / "settings.toml").read_text("utf-8")
    assert_refused(calmline("settings", "set", "caller", "gone"), "gone", "calmline devices")
    offers = device_offers(load_settings({"caller": "away"}), open_sound().devices())
    assert offers["microphone"][0] == (None, "The computer's default")
    assert (MICROPHONE, "headset") in offers["microphone"]
    assert (PLAYER, "caller_plays") in offers["caller"]
    assert offers["caller"][-1] == ("away", "away (not there now)")


@has_server
def test_a_locked_device_is_neither_replaced_nor_offered_elsewhere(
    server: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calmline_home: Path
) -> None:
    moved_player(server)
    policy = tmp_path / "policy.toml"
    policy.write_text((calmline_home / "settings.toml").read_text("utf-8"), encoding="utf-8")
    monkeypatch.setenv("CALMLINE_POLICY", str(policy))
    assert_refused(calmline("devices", "--caller", PLAYER), "set by your centre")
    assert_refused(calmline("listen", "--caller", PLAYER, "--headless"), "set by your centre")
    done = calmline("listen", "--seconds", "0.3", "--no-store", "--headless")
    (line,) = done.err.splitlines()
    assert line.endswith("is on another socket and heard there.")


@has_server
@pytest.mark.usefixtures("server")
def test_a_device_that_is_not_there_cannot_be_chosen_or_heard() -> None:
    assert_refused(calmline("devices", "--microphone", "pulse:input:gone"), "gone", "calmline devices")
    assert_refused(calmline("devices", "--microphone", MICROPHONE, "--caller", "gone"), "gone", "calmline devices")
    assert not any(row["chosen"] for row in listed("--seconds", "0.1").values())
    assert_refused(calmline("listen", "--caller", "pulse:playback:gone", "--headless"), "gone", "calmline devices")
    assert_refused(calmline("listen", "--microphone", "none", "--caller", "none", "--headless"), "no device")


@pytest.mark.usefixtures("nobody")
def test_without_any_sound_one_line_says_so() -> None:
    assert_refused(calmline("devices"), "no device")
    assert_refused(calmline("devices", "--json"), "no device")
    assert_refused(calmline("devices", "--microphone", "pulse:input:headset"), "pulse:input:headset")
    assert_refused(calmline("listen", "--headless"), "no device")


@has_server
def test_a_live_call_is_written_down_and_not_kept_where_that_is_not_wanted(
    server: SoundServer, tmp_path: Path, calmline_home: Path
) -> None:
    call, document, events = piece(4.2, 8.4), tmp_path / "call.json", tmp_path / "events.jsonl"
    silence = bytes(4 * 2 * 16_000)  # the speech model loads meanwhile
    with server.playing(silence + call.sides[Channel.CALLER] * 3, "caller_plays"):
        done = calmline("listen", "--seconds", "9", "--no-store", "--headless", "--json", document, "--events", events)
    assert (done.status, done.err) == (0, "")
    heard = json.loads(document.read_text(encoding="utf-8"))
    assert heard["call"]["source"] == "headset + caller_plays"
    assert heard["call"]["duration_s"] == pytest.approx(9.0, abs=0.04)
    assert "15 business days" in " ".join(turn["text"] for turn in heard["turns"] if turn["speaker"] == "caller")
    assert {turn["speaker"] for turn in heard["turns"]} == {"caller"}
    lines = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    assert [lines[0]["type"], lines[-1]["type"]] == ["CallStarted", "CallEnded"]
    assert "AudioGap" not in {line["type"] for line in lines}
    assert stored_calls(calmline_home) == []


@has_server
@pytest.mark.usefixtures("server")
def test_a_silent_call_is_kept_under_its_id(calmline_home: Path) -> None:
    done = calmline("listen", "--seconds", "0.5", "--headless", "--call-id", "live-1")
    assert (done.status, done.err) == (0, "")
    assert stored_calls(calmline_home) == ["live-1"]


@has_server
@pytest.mark.usefixtures("server")
def test_what_is_old_goes_after_a_call_in_the_terminal(calmline_home: Path) -> None:
    with store_of(calmline_home) as store:
        store.save(document(call=started("old", (datetime.now(UTC) - timedelta(days=400)).isoformat())))
    assert calmline("listen", "--seconds", "0.3", "--no-store", "--headless").status == 0
    assert stored_calls(calmline_home) == ["old"]
    assert calmline("listen", "--seconds", "0.3", "--headless", "--call-id", "new").err == ""
    assert stored_calls(calmline_home) == ["new"]


@has_server
def test_a_chosen_device_that_is_not_there_is_told_and_a_chosen_application_waited_for(server: SoundServer) -> None:
    module = server.add_player("usb_1")
    assert calmline("devices", "--caller", "pulse:playback:usb_1").status == 0
    server.remove(module)
    done = calmline("listen", "--seconds", "0.3", "--no-store", "--headless")
    assert done.status == 0
    assert "The chosen device for the caller is not there; caller_plays is heard instead." in done.err
    with server.playing(HUM, "caller_plays"):
        assert calmline("devices", "--caller", "pulse:application:softphone").status == 0
    done = calmline("listen", "--seconds", "0.3", "--no-store", "--headless")
    assert done.status == 0
    assert "does not play yet" in done.err


def moved_player(server: SoundServer) -> None:
    """Choose a player, and have it come back under another id."""
    module = server.add_player("usb_1", description="USB_headset")
    assert calmline("devices", "--caller", "pulse:playback:usb_1").status == 0
    server.remove(module)
    server.add_player("usb_2", description="USB_headset")


@has_server
def test_a_chosen_device_on_another_socket_is_heard_and_a_line_says_how_to_keep_it(server: SoundServer) -> None:
    moved_player(server)
    done = calmline("listen", "--seconds", "0.3", "--no-store", "--headless")
    assert done.status == 0
    (line,) = done.err.splitlines()
    assert line.startswith("calmline: ")
    assert "USB_headset" in line
    assert "calmline devices --caller pulse:playback:usb_2" in line


@has_server
@pytest.mark.parametrize(("answer", "source"), [("y", "headset + USB_headset"), ("n", "headset + caller_plays")])
def test_in_a_terminal_a_device_on_another_socket_is_offered_once(
    server: SoundServer, tmp_path: Path, answer: str, source: str
) -> None:
    moved_player(server)
    shown = in_a_terminal(tmp_path, answer)
    assert "is on another socket. Use it from now on? [Y/n]" in shown
    assert source_of(tmp_path) == source
    assert "Use it from now on?" not in in_a_terminal(tmp_path, "")
    assert source_of(tmp_path) == source


def source_of(folder: Path) -> str:
    return str(json.loads((folder / "call.json").read_text(encoding="utf-8"))["call"]["source"])


def in_a_terminal(folder: Path, answer: str) -> str:
    """Listen for a moment as in a terminal, where a question is answered; all that is shown."""
    listen = ("listen", "--seconds", "0.3", "--no-store", "--headless", "--json", folder / "call.json")
    return calmline_in_a_terminal(*listen, typed=f"{answer}\n")


def test_nothing_is_heard_before_the_caller_was_told_where_that_is_required() -> None:
    calmline("settings", "set", "consent", "required")
    assert_refused(calmline("listen", "--headless"), "before the caller was told", "--told")
    calmline("settings", "set", "listen", "false")
    assert_refused(calmline("listen", "--headless", "--told"), "Calls are not listened to here")

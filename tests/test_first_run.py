"""The first run over a window: when it opens, what it leaves, and a walk through it with the ports' fakes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.adapters.model_shelf import FolderSource, Report
from app.adapters.settings_files import load_settings
from app.compose import Parts, load_parts
from app.core.desk import DeskState
from app.core.errors import ModelError
from app.core.events import Channel
from app.core.setup import SetupPage
from app.first_run import FirstRun, Ties, is_first_run
from app.settings import Origin, Settings
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.setup_dialog import SetupDialog
from tests.adapters.engine import pcm
from tests.adapters.model_folders import a_model
from tests.desktops import CAMERA, EARPIECE, SAID, Desktop, OneSentence
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click


@cache
def parts() -> Parts:
    return load_parts(Settings(), OneSentence())


class Desk:
    """What the first run is joined to."""

    def __init__(self, window: AgentWindow, desktop: Desktop) -> None:
        self.settings = load_settings()
        self.is_in_call = False
        self.told: list[str] = []
        self.changes = 0
        self.practices = 0
        self.desktop = desktop
        self.sources: dict[str, FolderSource] = {}
        self.first_run = FirstRun(
            window,
            Ties(
                settings=lambda: self.settings,
                adopt=self._adopt,
                parts=self._parts,
                sound=lambda: desktop,
                is_in_call=lambda: self.is_in_call,
                tell=self.told.append,
                changed=self._change,
                on_practice=self._practise,
                output=desktop.output,
                source=self.sources.get,
            ),
        )

    def _adopt(self, settings: Settings) -> None:
        self.settings = settings

    def _parts(self) -> Parts:
        self.first_run.loaded(None)
        return parts()

    def _change(self) -> None:
        self.changes += 1

    def _practise(self) -> None:
        assert self.desktop.is_free()
        self.practices += 1


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    bridge = CallBridge()
    window = AgentWindow(bridge, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    made = Desk(window, Desktop(pcm(Channel.CALLER, 4.2, 8.4)))
    yield made
    made.first_run.close()
    assert made.desktop.is_free()
    bridge.close()


def opened(qtbot: QtBot, desk: Desk) -> SetupDialog:
    desk.first_run.open()
    dialog = desk.first_run.dialog
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and len(dialog.voice.list.rows) == 4)
    return dialog


def turn_on(dialog: SetupDialog) -> None:
    """On to the next page by Tab and Enter."""
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Return)


def test_the_whole_first_run_by_the_keyboard_alone_ends_in_a_practice_call(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    qtbot.waitUntil(lambda: "Sound comes from it" in dialog.voice.status.text.text())
    assert "is in use. Close what uses it." in dialog.voice.list.rows[3].note.text()
    press(Qt.Key.Key_Down)
    turn_on(dialog)
    qtbot.waitUntil(lambda: len(dialog.caller.list.rows) > 2)
    press(Qt.Key.Key_Down)
    tab_to(dialog.caller.play)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The tone came back" in dialog.caller.status.text.text(), timeout=20_000)
    turn_on(dialog)
    you, caller = dialog.trial.sides[Channel.AGENT], dialog.trial.sides[Channel.CALLER]
    qtbot.waitUntil(lambda: you.status.text.text().startswith("This works"), timeout=20_000)
    assert SAID in you.words.text()
    assert "works" not in caller.status.text.text()
    turn_on(dialog)
    press(Qt.Key.Key_Down)
    turn_on(dialog)
    assert dialog.page is SetupPage.READY
    [name, works] = dialog.ready.lines["microphone"]
    assert (name.text(), works.text.text()) == ("Headset", "Works: words were read.")
    assert dialog.ready.lines["caller"][1].text.text().startswith("Not tried yet.")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.practices == 1)
    kept = load_settings()
    assert (kept.microphone, kept.caller, kept.keep) == ("desk:headset", EARPIECE.id, "no_text")
    assert desk.settings == kept
    assert desk.told == []


def test_closing_half_way_keeps_what_was_chosen_and_says_where_it_is_found_again(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert desk.first_run.dialog is None
    qtbot.waitUntil(lambda: not desk.first_run.is_open)
    assert load_settings().microphone == CAMERA.id
    assert desk.told == ["You find the set-up in Settings, at “Set up step by step”."]
    assert desk.practices == 0


def test_the_desk_is_told_when_it_opens_and_when_the_devices_are_free_again(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk)
    assert (desk.first_run.is_open, desk.changes) == (True, 1)
    desk.first_run.open()
    desk.first_run.close()
    qtbot.waitUntil(lambda: desk.changes == 2)
    assert not desk.first_run.is_open
    opened(qtbot, desk)


def test_during_a_call_it_is_not_opened_and_says_why(desk: Desk) -> None:
    desk.is_in_call = True
    desk.first_run.open()
    assert desk.first_run.dialog is None
    assert desk.told == ["The set-up can be opened when the call is over."]


def test_it_makes_room_for_a_call_that_begins(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk)
    desk.first_run.follow(DeskState())
    assert desk.first_run.dialog is not None
    desk.is_in_call = True
    desk.first_run.follow(DeskState(call_id="one"))
    assert desk.first_run.dialog is None
    assert desk.told == ["The set-up has made room for the call. You find it in Settings, at “Set up step by step”."]


def test_what_is_wrong_with_the_model_is_said_and_one_that_is_not_there_can_be_fetched(
    qtbot: QtBot, desk: Desk, calmline_home: Path, tmp_path: Path
) -> None:
    error = ModelError("The speech model 'ours' is not installed.", "Install it.")
    desk.settings = replace(desk.settings, model="ours")
    desk.first_run.loaded(error)
    dialog = opened(qtbot, desk)
    assert dialog.model.trouble.text.text() == error.line()
    assert not dialog.model.fetch.isVisible()
    a_model(tmp_path / "stick")
    desk.sources["ours"] = FolderSource(tmp_path / "stick", "ours")
    desk.first_run.loaded(error)
    qtbot.waitUntil(dialog.model.fetch.isVisible)
    click(dialog.model.fetch)
    qtbot.waitUntil(lambda: dialog.model.text.text() == "The speech model is ready.")
    assert (calmline_home / "models" / "ours").is_dir()
    desk.first_run.loaded(error)
    qtbot.waitUntil(dialog.model.trouble.isVisible)
    assert not dialog.model.fetch.isVisible()


class Broken(FolderSource):
    """Breaks off in a way that nobody has thought of."""

    def fetch(self, partial: Path, report: Report) -> Path:  # noqa: ARG002 - a port's names
        raise ValueError("no such thing")


def test_a_fetch_that_fails_in_an_unknown_way_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    a_model(tmp_path / "stick")
    desk.sources["ours"] = Broken(tmp_path / "stick", "ours")
    desk.settings = replace(desk.settings, model="ours")
    desk.first_run.loaded(ModelError("The speech model 'ours' is not installed.", "Install it."))
    dialog = opened(qtbot, desk)
    click(dialog.model.fetch)
    failed = "The speech model could not be fetched. Try again, or restart Calmline."
    qtbot.waitUntil(lambda: dialog.model.trouble.text.text() == failed)


def test_it_opens_by_itself_only_where_nothing_was_ever_set() -> None:
    new = load_settings()
    assert is_first_run(new)
    assert not is_first_run(replace(new, offer_setup=False, origins={"offer_setup": Origin.POLICY}))
    assert not is_first_run(replace(new, microphone="desk:headset"))
    assert not is_first_run(replace(new, caller="desk:earpiece"))
    new.home.mkdir(parents=True)
    (new.home / "settings.toml").write_text("", encoding="utf-8")
    assert not is_first_run(load_settings())

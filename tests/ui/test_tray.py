"""The tray tells what the desk is doing, and reaches what is needed without the panel."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.core.consent import Capture
from app.core.desk import DeskPhase, DeskState
from app.core.events import LineState
from app.ui.actions import SPECS, Act
from app.ui.theme import DARK, LIGHT
from app.ui.tray import QUIT, SHOW, Tray, icon_of
from tests.ui.calls import line, started

READY = DeskState().loaded()
LISTENING = READY.begins("call-1").follows(started())
BY_HAND = READY.begins("one").follows(replace(started(), capture=Capture.NONE))


class Pressed:
    """A tray, and what was pressed in it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.tray = Tray(
            LIGHT, self.asked.append, lambda: self.asked.append("panel"), lambda: self.asked.append("quit")
        )

    def press_all(self) -> list[str]:
        self.asked.clear()
        for entry in self.tray.menu.actions():
            if entry.isVisible() and not entry.isSeparator():
                entry.trigger()
        return self.asked


@pytest.mark.parametrize(
    ("state", "says", "offers"),
    [
        (READY, "Calmline: ready", [Act.START]),
        (LISTENING, "Calmline: listening", [Act.END, Act.PAUSE]),
        (LISTENING.follows(line(LineState.HOLD)), "Calmline: on hold", [Act.END, Act.RESUME]),
        (READY.begins("one", asks=True), "Calmline: not listening before the caller was told", [Act.END]),
        (BY_HAND, "Calmline: in a call, nothing is heard", [Act.END]),
        (LISTENING.follows(line(LineState.PAUSED)), "Calmline: paused, nothing is heard", [Act.END, Act.RESUME]),
    ],
)
def test_it_says_what_the_desk_does_and_offers_what_fits(
    qtbot: QtBot,  # noqa: ARG001 - an application
    state: DeskState,
    says: str,
    offers: list[Act],
) -> None:
    pressed = Pressed()
    pressed.tray.show_desk(state)
    assert pressed.tray.toolTip() == says
    assert pressed.press_all() == [*offers, "panel", Act.KEPT, "quit"]
    assert [entry.text() for entry in pressed.tray.menu.actions()][-3:] == [SHOW, SPECS[Act.KEPT].title, QUIT]


def test_it_shows_the_keys_and_follows_when_they_change(qtbot: QtBot) -> None:  # noqa: ARG001 - an application
    tray = Pressed().tray
    tray.dress(DARK, {Act.START: "Ctrl+Alt+Shift+S", Act.PAUSE: "F9"})
    texts = [tray.acts[act].text() for act in (Act.START, Act.END, Act.PAUSE, Act.RESUME)]
    assert texts == ["Start\tCtrl+Alt+Shift+S", "Stop\tCtrl+Alt+Shift+S", "Pause\tF9", "Carry on\tF9"]
    tray.show_desk(LISTENING.follows(line(LineState.HOLD)))
    tray.dress(DARK, {Act.PAUSE: "F9", Act.HOLD: "F8"})
    assert tray.acts[Act.RESUME].text() == "Carry on\tF8"
    tray.show_desk(LISTENING)
    tray.dress(LIGHT, {Act.PAUSE: ""})
    assert tray.acts[Act.PAUSE].text() == "Pause"
    assert tray.toolTip() == "Calmline: listening"


@pytest.mark.usefixtures("qapp")
def test_no_two_states_of_a_call_look_alike() -> None:
    phases = (DeskPhase.READY, DeskPhase.LISTENING, DeskPhase.HOLD, DeskPhase.PAUSED)
    pictures = [icon_of(phase, LIGHT).pixmap(64, 64).toImage() for phase in phases]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])

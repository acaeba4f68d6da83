"""What the desk tells and offers is seen and answered in the agent's window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.desk import DeskState, Offer
from app.core.events import Mark
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.notice_bar import CallButtons, NoticeBar
from tests.ui.calls import started
from tests.ui.mouse import click


class Pressed:
    """Controls that note what was pressed."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def start(self) -> None:
        self.told.append("start")

    def end(self) -> None:
        self.told.append("end")

    def hold(self) -> None:
        self.told.append("hold")

    def pause(self) -> None:
        self.told.append("pause")

    def resume(self) -> None:
        self.told.append("resume")

    def mute(self) -> None:
        self.told.append("mute")

    def unmute(self) -> None:
        self.told.append("unmute")

    def other(self) -> None:
        self.told.append("other")

    def caller(self) -> None:
        self.told.append("caller")

    def mark(self, mark: Mark) -> None:
        self.told.append(mark)

    def clear(self) -> None:
        self.told.append("clear")

    def accept(self) -> None:
        self.told.append("accept")

    def decline(self) -> None:
        self.told.append("decline")

    def dismiss_notices(self) -> None:
        self.told.append("dismiss_notices")


class Panel:
    """The window on a bridge, with its controls."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bridge, self.pressed = CallBridge(), Pressed()
        self.window = AgentWindow(self.bridge, open_calls=lambda: None, controls=self.pressed)
        qtbot.addWidget(self.window)
        self.window.show()
        [self.notices] = self.window.findChildren(NoticeBar)
        [self.buttons] = self.window.findChildren(CallButtons)

    def show(self, state: DeskState) -> None:
        self.bridge.show_desk(state)
        self.bridge.drain()
        QApplication.processEvents()


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel(qtbot)
    yield made
    made.bridge.close()


def test_a_call_is_started_and_ended_by_a_button(panel: Panel) -> None:
    ready = DeskState().loaded()
    panel.show(ready)
    assert not panel.buttons.end.isVisible()
    click(panel.buttons.start)
    panel.show(ready.begins("c1").follows(started()))
    assert not panel.buttons.start.isVisible()
    click(panel.buttons.end)
    assert panel.pressed.told == ["start", "end"]


def test_an_offer_is_answered_and_comes_before_a_notice(panel: Panel) -> None:
    ready = DeskState().loaded()
    panel.show(ready)
    assert not panel.notices.isVisible()
    panel.show(ready.tells("A call of 14:05 was broken off.").offers(Offer.START))
    assert panel.notices.text.text() == "Sounds like a call. Start?"
    click(panel.notices.yes)
    click(panel.notices.no)
    panel.show(ready.tells("A call of 14:05 was broken off."))
    assert panel.notices.text.text() == "A call of 14:05 was broken off."
    assert not panel.notices.yes.isVisible()
    click(panel.notices.seen)
    assert panel.pressed.told == ["accept", "decline", "dismiss_notices"]


def test_closing_the_window_is_told(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.window.closed):
        panel.window.close()

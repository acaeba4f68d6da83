"""Nothing is cut off or overlaps, in any state, theme and size of text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.consent import NOT_HEARD, Capture
from app.core.events import Checklist, Disclosed, Event, HealthCode, LineState, Phase, Stage, Trend
from app.ui import agent_window
from app.ui.actions import Act
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.theme import CONTRAST, LIGHT, Look, Theme, set_text_size
from tests.ui.calls import line, point, prompt, said, started, state_of, trouble, whole_call, wordy_call
from tests.ui.fit import everywhere, misfits

LONG = prompt(Stage.VALIDATE, "Acknowledge disappointing reimbursements, straightforwardly summarising commitments", 10)
PRACTISED = replace(started(), source="practice: second", stored=False)
TELL = "Say that this call is written down, with all that they tell you in it"
OPENING = Opening(items=("Greet with your name", TELL, "Ask what happened"), disclosing=TELL)
STATES: dict[str, list[Event]] = {
    "ready": [],
    "begun": [started()],
    "opening": [
        started(),
        Disclosed(told=False, how=None, at_s=0.0),
        Checklist(at_s=0.0, items=OPENING.items, done=(False, False, False)),
    ],
    "unscored": [started(), point(3, 0.5, Phase.HOT), line(LineState.UNSCORED)],
    "calm": [started(), said(1, "Hello there.", 1), point(3, 0.1, Phase.CALM, Trend.STEADY)],
    "hot": [*whole_call()[:11]],
    "cooling": [started(), point(3, 0.5, Phase.HOT), point(9, 0.3, Phase.FALLING, Trend.FALLING), LONG],
    "mood off, late": [*whole_call()[:11], line(LineState.UNSCORED), trouble(HealthCode.BEHIND, "", lag_s=72)],
    "by hand": [replace(started(), source=NOT_HEARD, capture=Capture.NONE)],
    "not stored": [*whole_call(), trouble(HealthCode.STORE_FAILED, "The disk is full. Free some space.")],
    "hold": [started(), point(3, 0.5, Phase.HOT), line(LineState.OTHER)],
    "trouble": [started(), trouble(HealthCode.BEHIND, "Words come late; prompts wait for them.", lag_s=72)],
    "over": whole_call(),
    "over, with long wants": wordy_call(),
    "practised": [PRACTISED, *whole_call()[1:]],
    "practising": [PRACTISED, *whole_call()[1:11]],
}


@pytest.fixture(autouse=True)
def desktop_font() -> Iterator[None]:
    """Leave the font of the desktop as it was."""
    base = QApplication.font()
    yield
    QApplication.setFont(base)


def shown(qtbot: QtBot, events: list[Event], look: Look, room_px: int = 3000) -> AgentWindow:
    set_text_size(QApplication.font(), look.text_size)
    bridge = CallBridge()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agent_window, "room_on_screen", lambda _: room_px)
        window = AgentWindow(bridge, lambda _: None, look=look, opening=OPENING)
    qtbot.addWidget(window)
    window.show()
    for event in events:
        bridge.post(event)
    bridge.drain()
    bridge.close()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("text_size", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("state", STATES)
def test_everything_in_the_panel_has_its_room(qtbot: QtBot, state: str, text_size: float) -> None:
    window = shown(qtbot, STATES[state], Look(text_size=text_size))
    assert everywhere(window) == []
    for act in (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE):
        window.act(act)
        QApplication.processEvents()
        assert everywhere(window) == []


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST])
def test_another_look_keeps_the_call_and_what_is_open(qtbot: QtBot, theme: Theme) -> None:
    window = shown(qtbot, STATES["hot"], Look())
    window.act(Act.CURVE)
    set_text_size(QApplication.font(), 2.0)
    window.dress(Look(theme=theme, text_size=2.0), window.keys)
    QApplication.processEvents()
    assert window.call.curve.isVisible()
    assert window.call.prompt.title.text() == "Name what happened to them"
    assert misfits(window) == []


def test_an_advice_makes_the_panel_longer_and_moves_nothing(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look())
    card = window.call.prompt.geometry()
    window.show_state(state_of([*STATES["hot"], trouble(HealthCode.DEVICE_LOST, "The headset is gone. " * 8)]))
    QApplication.processEvents()
    assert misfits(window) == []
    assert window.call.prompt.geometry() == card


def test_lines_at_the_foot_that_become_longer_in_a_call_have_room(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look(text_size=2.0))
    foot = window.health.height()
    window.show_state(state_of([*STATES["hot"], line(LineState.PAUSED), trouble(HealthCode.BEHIND, "", lag_s=5972)]))
    QApplication.processEvents()
    assert misfits(window) == []
    assert window.health.height() > foot


def test_what_has_no_room_is_found(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look())
    window.call.prompt.title.setMaximumHeight(8)
    QApplication.processEvents()
    assert misfits(window) == ["'Name what happened to them'"]


def test_words_of_a_field_that_have_no_room_are_found(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["over, with long wants"], Look())
    field = window.call.summary.after.wants.fields[1]
    field.setMaximumHeight(30)
    QApplication.processEvents()
    assert everywhere(window) == [repr(field.toPlainText())]


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("room_px", [560, 728, 1040])
@pytest.mark.parametrize("state", ["ready", "hot", "over", "over, with long wants", "trouble"])
def test_the_panel_is_no_higher_than_its_screen_and_all_of_it_can_be_reached(
    qtbot: QtBot, state: str, room_px: int, text_size: float
) -> None:
    window = shown(qtbot, STATES[state], Look(text_size=text_size), room_px)
    for act in (None, Act.CURVE, Act.TRANSCRIPT):
        if act is not None:
            window.act(act)
        QApplication.processEvents()
        assert window.height() <= room_px
        assert is_in_sight(window, window.health)
        assert everywhere(window) == []
        reach_all(window)


def reach_all(window: AgentWindow) -> None:
    """Every button can be brought into sight whole, by Tab."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            assert is_in_sight(window, button), button.text()


def is_in_sight(window: AgentWindow, part: QWidget) -> bool:
    """Whether all of it lies in the window, and nothing that scrolls cuts it off."""
    is_inside = window.rect().contains(QRect(part.mapTo(window, QPoint()), part.size()))
    return is_inside and part.visibleRegion().boundingRect() == part.rect()


def test_curve_and_words_give_way_before_the_panel_scrolls(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look(text_size=2.0), 1100)
    for act in (Act.CURVE, Act.TRANSCRIPT):
        window.act(act)
    QApplication.processEvents()
    assert is_in_sight(window, window.call.transcript)
    assert is_in_sight(window, window.call.prompt)
    window.act(Act.TRANSCRIPT)
    QApplication.processEvents()
    assert window.call.curve.height() > window.call.curve.minimumSizeHint().height()


def test_what_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look(), 800)
    screen = window.screen().availableGeometry()
    window.move(screen.right() - window.width(), screen.bottom() - window.height())
    window.act(Act.CURVE)
    QApplication.processEvents()
    assert screen.contains(window.frameGeometry())

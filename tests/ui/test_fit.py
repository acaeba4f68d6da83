"""Nothing is cut off or overlaps, in any state, theme and size of text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.events import Checklist, Disclosed, Event, HealthCode, LineState, Phase, Stage, Trend
from app.ui.actions import Act
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.theme import CONTRAST, LIGHT, Look, Theme, set_text_size
from tests.ui.calls import line, point, prompt, said, started, state_of, trouble, whole_call
from tests.ui.fit import misfits

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
    "hold": [started(), point(3, 0.5, Phase.HOT), line(LineState.OTHER)],
    "trouble": [started(), trouble(HealthCode.BEHIND, "Words come late; prompts wait for them.", lag_s=72)],
    "over": whole_call(),
    "practised": [PRACTISED, *whole_call()[1:]],
    "practising": [PRACTISED, *whole_call()[1:11]],
}


@pytest.fixture(autouse=True)
def desktop_font() -> Iterator[None]:
    """Leave the font of the desktop as it was."""
    base = QApplication.font()
    yield
    QApplication.setFont(base)


def shown(qtbot: QtBot, events: list[Event], look: Look) -> AgentWindow:
    set_text_size(QApplication.font(), look.text_size)
    bridge = CallBridge()
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
    assert misfits(window) == []
    for act in (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE):
        window.act(act)
        QApplication.processEvents()
        assert misfits(window) == []


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


def test_what_has_no_room_is_found(qtbot: QtBot) -> None:
    window = shown(qtbot, STATES["hot"], Look())
    window.call.prompt.title.setMaximumHeight(8)
    QApplication.processEvents()
    assert misfits(window) == ["'Name what happened to them'"]

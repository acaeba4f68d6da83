"""What a screen reader is told: names in words, and what changes in a call."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.events import Checklist, LineState, Phase, Stage, Trend
from app.ui.actions import Act, default_keys
from app.ui.curve_view import CurveView
from app.ui.theme import LIGHT
from tests.ui.access import name_of, nameless
from tests.ui.calls import line, point, prompt, started, whole_call
from tests.ui.panel import Panel, opened

TELL = "Say that it is written down"
OPENING = Opening(items=("Greet", TELL), disclosing=TELL)


def test_every_control_of_the_card_after_a_call_has_a_name_also_new_lines(qtbot: QtBot) -> None:
    with opened(qtbot, *whole_call()) as panel:
        panel.card.wants.add.click()
        panel.card.promises.add.click()
        QApplication.processEvents()
        assert nameless(panel.window) == []


def test_a_control_without_a_name_or_with_a_sign_alone_is_found(qtbot: QtBot) -> None:
    shell = QWidget()
    qtbot.addWidget(shell)
    for text in ("", "×", "Close"):
        QPushButton(text, shell)
    shell.show()
    assert nameless(shell) == ["QPushButton ''", "QPushButton '×'"]


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    with opened(qtbot, started()) as made:
        return made


def test_the_level_is_told_in_words_that_change_with_it(panel: Panel) -> None:
    level = panel.window.call.status.level
    assert (name_of(level), level.accessibleDescription()) == ("The caller's level", "Not known yet")
    panel.tell(point(5, 0.8, Phase.HOT))
    assert level.accessibleDescription() == "Hot, getting angrier"
    panel.tell(point(9, 0.1, Phase.CALM, Trend.FALLING))
    assert level.accessibleDescription() == "Calm, getting calmer"
    panel.tell(line(LineState.HOLD))
    assert level.accessibleDescription() == "Calm, when last known"


def test_the_steps_are_told_in_words_that_change_with_them(panel: Panel) -> None:
    ladder = panel.window.call.ladder
    assert (name_of(ladder), ladder.accessibleDescription()) == ("Steps", "Listen, Ask, Validate, Resolve")
    panel.tell(prompt(Stage.LISTEN), prompt(Stage.VALIDATE))
    assert ladder.accessibleDescription() == "Listen shown, Ask, Validate now, Resolve"


def test_a_prompt_is_said_on_its_key_and_never_by_itself(panel: Panel) -> None:
    said: list[str] = []
    panel.window.announced.connect(said.append)
    panel.press(default_keys()[Act.SPEAK])
    panel.tell(prompt(Stage.LISTEN))
    assert said == []
    panel.press(default_keys()[Act.SPEAK])
    assert said == ["Let it run; note what they want. Mm-hm."]


def test_signs_are_not_read_out(qtbot: QtBot) -> None:
    with opened(qtbot, opening=OPENING) as panel:
        assert "Greet: to do" in names(panel.window.ready)
        panel.tell(started(), Checklist(at_s=0.0, items=("Greet", "Ask"), done=(True, False)), point(5, 0.8, Phase.HOT))
        assert "Greet: done. Ask: to do" in names(panel.window.call.prompt)
        assert {"Hot", "getting angrier"} <= names(panel.window.call.status)


def names(part: QWidget) -> set[str]:
    return {name_of(one) for one in part.findChildren(QLabel) if one.isVisible()}


def test_the_curve_is_told_in_words(panel: Panel) -> None:
    panel.window.act(Act.CURVE)
    panel.tell(point(5, 0.8, Phase.HOT), point(40, 0.1, Phase.CALM, Trend.FALLING))
    curve = panel.window.call.curve
    assert name_of(curve) == "The caller's anger over the call"
    assert curve.accessibleDescription() == "Calm now; highest Hot, at 0:05"


def test_while_a_call_goes_on_its_curve_is_told_in_the_words_of_the_level_beside_it(panel: Panel) -> None:
    panel.window.act(Act.CURVE)
    panel.tell(point(5, 0.5, Phase.RISING))
    assert panel.window.call.status.level.accessibleDescription() == "Hot, getting angrier"
    assert panel.window.call.curve.accessibleDescription() == "Hot now; highest Hot, at 0:05"


def test_the_curve_of_a_stored_call_does_not_deny_that_the_caller_never_turned_hot(qtbot: QtBot) -> None:
    curve = CurveView(LIGHT)
    qtbot.addWidget(curve)
    curve.show_call([point(5, 0.5, Phase.RISING)], (), 60, is_over=True)
    assert curve.accessibleDescription() == "Nearly hot now; highest Nearly hot, at 0:05"

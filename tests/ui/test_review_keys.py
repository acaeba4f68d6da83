"""Scoring from the list by one press or one key, and the keys of the window at a glance."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.export import ExportState
from app.core.page_figures import angriest_of
from app.core.scoring import Answer, Given
from app.ui import review_keys
from app.ui.review_keys import KeysDialog
from app.ui.reviewing import Reviewing
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT
from tests.adapters.sealed import KEY
from tests.memory_reviews import MemoryReviews
from tests.ui.at_once import AtOnce
from tests.ui.focus import stop
from tests.ui.keyboard import press
from tests.ui.mouse import click
from tests.ui.scorings import CARD, Desk, desk
from tests.ui.windows import Exports

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made() -> Desk:
    return desk()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, made: Desk) -> Iterator[SupervisorWindow]:
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    reviewing = Reviewing(store=MemoryReviews(made.store.calls), saves=AtOnce())
    shown = SupervisorWindow(
        made.store.calls, team, scoring=made.scoring, reviewing=reviewing, exporter=Exports(ExportState())
    )
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    team.close()


def panel_of(window: SupervisorWindow) -> ScorecardPanel:
    assert window.page.scorecard is not None
    return window.page.scorecard


def test_a_call_is_scored_by_two_clicks_and_a_key_an_item(window: SupervisorWindow, made: Desk) -> None:
    assert window.score is not None
    place = window.table.visualRect(window.calls.index(0, 0)).center()
    QTest.mouseClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    click(window.score)
    for _ in range(4):
        press(Qt.Key.Key_1)
    assert stop() is panel_of(window).buttons.done
    press(Qt.Key.Key_Return)
    call_id = window.calls.call_id(0) or ""
    [score] = made.store.of_call(call_id, "Ann").scores
    assert (score.is_done, score.share) == (True, 1.0)


def test_a_key_opens_the_scorecard_of_the_open_call_from_the_list(window: SupervisorWindow) -> None:
    window.table.setFocus()
    window.table.selectRow(0)
    QTest.keyClick(window.table, Qt.Key.Key_E, CONTROL)
    assert panel_of(window).isVisible()
    press(Qt.Key.Key_2)
    form = panel_of(window).form
    assert form is not None
    assert stop() is form.items[1].choice


def test_without_an_open_call_nothing_is_scored(window: SupervisorWindow, made: Desk) -> None:
    assert window.score is not None
    click(window.score)
    assert not made.store.kept


def test_scoring_and_exporting_are_offered_only_while_a_call_is_shown(window: SupervisorWindow) -> None:
    assert window.score is not None
    assert not window.score.isEnabled()
    window.table.selectRow(0)
    assert window.score.isEnabled()
    window.filters.said.setText("zebra")
    QTest.keyClick(window.filters.said, Qt.Key.Key_Return)
    assert window.calls.rowCount() == 0
    assert not window.score.isEnabled()
    assert window.exports is not None
    window.exports.menu.aboutToShow.emit()
    assert not window.exports.menu.actions()[0].isEnabled()


def test_a_key_goes_to_the_angriest_moment_from_the_list(window: SupervisorWindow) -> None:
    window.table.setFocus()
    window.table.selectRow(0)
    assert window.page.curve.marked_s is None
    QTest.keyClick(window.table, Qt.Key.Key_J, CONTROL)
    angriest = angriest_of(window.page._turns)
    assert angriest is not None
    assert window.page.curve.marked_s == angriest.start_s
    assert stop() is window.table


def test_all_keys_are_told_at_a_glance(qtbot: QtBot) -> None:
    dialog = KeysDialog(LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.table.verticalScrollBar().maximum() == 0


def test_a_key_tells_all_keys_of_the_window_and_each_is_there(qtbot: QtBot, window: SupervisorWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    model = dialog.table.model()
    told = {model.index(row, 0).data() for row in range(model.rowCount())}
    keys = {name for name in vars(review_keys) if name.isupper() and not name.startswith("_")}
    named = {getattr(review_keys, name) for name in keys}
    assert named <= told
    there = {
        shortcut.key().toString(QKeySequence.SequenceFormat.PortableText) for shortcut in window.findChildren(QShortcut)
    }
    assert named <= there
    click(dialog.close_button)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


def test_the_agent_of_a_call_is_shown_the_score_that_awaits_an_answer(window: SupervisorWindow, made: Desk) -> None:
    made.done("Ann", {item.id: Given(answer=Answer.PASSED) for item in CARD.items})
    made.name = "Joe"
    window.open_call("call-1")
    panel = panel_of(window)
    assert panel.isVisible()
    window.page.tabs.setCurrentIndex(0)
    window.refresh()
    assert not panel.isVisible()
    window.open_call("call-2")
    window.open_call("call-1")
    assert panel.replies is not None
    click(panel.replies.acknowledge)
    window.page.tabs.setCurrentIndex(0)
    window.open_call("call-2")
    window.open_call("call-1")
    assert not panel.isVisible()

"""Controls of the supervisor's window that no other test presses: each does what it says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.saved_filters import EVERYTHING
from app.core.team import Direction, TeamPhrase
from app.ui.choosers import Chooser
from app.ui.filter_dialog import FilterDialog
from app.ui.note_dialog import NoteDialog
from app.ui.review_keys import KeysDialog
from app.ui.reviewing import Reviewing
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT
from app.ui.wrong_dialog import WrongDialog
from tests.adapters.sealed import KEY
from tests.memory_reviews import MemoryReviews
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.mouse import click
from tests.ui.scorings import desk
from tests.ui.trends import Trends

ADDED = document("call-3", "Sam")


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asked: list[str]) -> Iterator[SupervisorWindow]:
    made = desk()
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    shown = SupervisorWindow(
        made.store.calls,
        team,
        lambda _: asked.append("kept"),
        trends=Trends(),
        scoring=made.scoring,
        reviewing=Reviewing(store=MemoryReviews(made.store.calls), saves=AtOnce(), author="Ann"),
    )
    qtbot.addWidget(shown)
    shown.show()
    shown.open_call("call-1")
    made.store.calls.save(ADDED)
    yield shown
    shown.close()
    team.close()


def button(window: SupervisorWindow, name: str) -> QPushButton:
    [found] = [one for one in window.findChildren(QPushButton) if one.text() == name and one.isVisible()]
    return found


def test_refresh_lists_a_call_that_has_come(window: SupervisorWindow) -> None:
    click(button(window, "Refresh"))
    assert window.calls.row_of("call-3") is not None


def test_what_is_kept_is_opened(window: SupervisorWindow, asked: list[str]) -> None:
    click(button(window, "What is kept"))
    assert asked == ["kept"]


def test_the_keys_are_told_by_a_button(window: SupervisorWindow) -> None:
    click(window.keys)
    assert window.findChild(KeysDialog) is not None


def test_both_views_are_switched(window: SupervisorWindow) -> None:
    assert window.trends is not None
    click(window.show_trends)
    assert (window.trends.isVisible(), window.table.isVisible()) == (True, False)
    click(window.show_calls)
    assert (window.trends.isVisible(), window.table.isVisible()) == (False, True)


def test_a_note_that_is_cancelled_is_not_kept(window: SupervisorWindow) -> None:
    assert window.page.notes is not None
    for begin in (window.page.comment, window.page.notes.coaching):
        click(begin)
        dialog = next(one for one in window.findChildren(NoteDialog) if one.isVisible())
        dialog.text.setPlainText("Never mind.")
        [cancel] = [one for one in dialog.findChildren(QPushButton) if one.text() == "&Cancel"]
        click(cancel)
        assert not dialog.isVisible()
    assert window.page.notes.notes == ()


def test_every_field_of_the_filters_asks_for_something_of_its_own(qtbot: QtBot) -> None:
    dialog = FilterDialog(EVERYTHING, LIGHT, date(2026, 3, 4))
    qtbot.addWidget(dialog)
    dialog.show()
    asked = []
    for chooser in dialog.findChildren(Chooser):
        for index in range(1, chooser.count()):
            chooser.setCurrentIndex(index)
            asked.append(dialog.wanted)
        chooser.setCurrentIndex(0)
        assert dialog.wanted == EVERYTHING
    for tick in (dialog.first.tick, dialog.last.tick):
        assert isinstance(tick, QCheckBox)
        click(tick)
        asked.append(dialog.wanted)
        click(tick)
        assert dialog.wanted == EVERYTHING
    assert all(one != EVERYTHING for one in asked)
    assert all(one != other for place, one in enumerate(asked) for other in asked[:place])


def test_filters_that_are_cancelled_or_cleared_are_not_asked_for(qtbot: QtBot) -> None:
    dialog = FilterDialog(EVERYTHING, LIGHT, date(2026, 3, 4))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.peak.setCurrentIndex(1)
    click(dialog.none)
    assert dialog.wanted == EVERYTHING
    [cancel] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel"]
    click(cancel)
    assert dialog.result() == FilterDialog.DialogCode.Rejected


@pytest.mark.parametrize("direction", [*Direction])
def test_the_direction_of_words_that_were_judged_wrongly_is_chosen(
    window: SupervisorWindow, direction: Direction
) -> None:
    is_angrier = direction is Direction.ANGRIER
    kept: list[TeamPhrase] = []
    dialog = WrongDialog("third time", kept.append, AtOnce(), is_hotter=is_angrier, parent=window)
    dialog.show()
    click(dialog.angrier if is_angrier else dialog.calmer)
    dialog.accept()
    assert [phrase.direction for phrase in kept] == [direction]


def test_words_that_are_not_proposed_are_not_kept(window: SupervisorWindow) -> None:
    kept: list[TeamPhrase] = []
    dialog = WrongDialog("third time", kept.append, AtOnce(), is_hotter=True, parent=window)
    dialog.show()
    click(dialog.buttons.button(dialog.buttons.StandardButton.Cancel))
    assert not dialog.isVisible()
    assert kept == []


def test_all_tabs_of_a_call_are_in_sight_at_the_least_size(window: SupervisorWindow) -> None:
    window.resize(window.minimumSize())
    QApplication.processEvents()
    bar = window.page.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < window.page.tabs.width()
    assert not any(turn.isVisible() for turn in bar.findChildren(QToolButton))

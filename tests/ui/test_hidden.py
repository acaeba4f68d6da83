"""Every window is kept out of captures, whenever it comes, and shown again when that is not wanted any more."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui.hidden import Hidden


class Shield:
    """What is hidden now, by number."""

    def __init__(self) -> None:
        self.hidden: dict[int, bool] = {}
        self.filter = Hidden(self.hidden.__setitem__)

    def hides(self, window: QWidget) -> bool:
        return self.hidden.get(window.internalWinId(), False)


@pytest.fixture
def shield(qtbot: QtBot) -> Iterator[Shield]:  # noqa: ARG001 - an application
    made = Shield()
    yield made
    made.filter.want(wanted=False)


def window(qtbot: QtBot, made: QWidget) -> QWidget:
    qtbot.addWidget(made)
    made.show()
    return made


def test_windows_that_are_there_and_those_that_come_are_hidden(qtbot: QtBot, shield: Shield) -> None:
    panel = window(qtbot, QWidget())
    assert not shield.hides(panel)
    shield.filter.want(wanted=True)
    assert shield.hides(panel)
    assert shield.hides(window(qtbot, QDialog(panel)))
    assert shield.hides(window(qtbot, QMenu(panel)))


def test_a_window_that_qt_makes_anew_is_hidden_again(qtbot: QtBot, shield: Shield) -> None:
    shield.filter.want(wanted=True)
    panel = window(qtbot, QWidget())
    shield.hidden.clear()
    panel.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on=True)
    panel.show()
    assert shield.hides(panel)


def test_windows_are_seen_again_when_it_is_not_wanted_any_more(qtbot: QtBot, shield: Shield) -> None:
    shield.filter.want(wanted=True)
    panel = window(qtbot, QWidget())
    shield.filter.want(wanted=False)
    assert not shield.hides(panel)
    assert not shield.hides(window(qtbot, QWidget()))


def test_what_lies_in_a_window_is_not_asked_for(qtbot: QtBot, shield: Shield) -> None:
    shield.filter.want(wanted=True)
    others = set(shield.hidden)
    panel = window(qtbot, QWidget())
    QWidget(panel).show()
    assert set(shield.hidden) - others == {panel.internalWinId()}

"""The panel of what is kept: what it tells, and that nothing goes without a second press."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.keeping import FOR_GOOD, Days
from app.core.kept import KeptState
from app.ui.kept_dialog import KeptDialog
from app.ui.theme import LIGHT
from app.ui.words import breakable
from tests.ui.focus import type_text
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click
from tests.ui.windows import KEPT, Bench

TODAY = datetime(2026, 11, 26, tzinfo=UTC)


class Panel:
    """The dialog on a bench that only notes what it is asked for."""

    def __init__(self, qtbot: QtBot, state: KeptState = KEPT) -> None:
        self.bench = Bench(state)
        self.changes = list[str]()
        self.dialog = KeptDialog(
            self.bench, theme=LIGHT, changed=lambda: self.changes.append("changed"), now=lambda: TODAY
        )
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def asked(self) -> list[object]:
        """What it was asked for since it was opened."""
        return self.bench.asked[1:]

    def show(self, state: KeptState) -> None:
        """Have the bench know this."""
        self.bench.state = state
        self.dialog.look()
        QApplication.processEvents()

    def choose(self, *numbers: int) -> None:
        """Choose calls by their place."""
        self.dialog.table.clearSelection()
        for number in numbers:
            self.dialog.table._choose(number)

    def said(self) -> str:
        """All that stands on it."""
        return "\n".join(one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel(qtbot)
    yield made
    made.dialog.close()


def test_it_tells_how_much_is_kept_where_and_until_when(panel: Panel) -> None:
    said = panel.said()
    assert panel.bench.asked == ["look"]
    for words in (
        "3 (410 kB), the oldest of 2 Nov 2026",
        "1.2 MB in all",
        "30 days after the call; the next on 3 Dec 2026",
        "365 days after the call; the next on 5 Mar 2027",
        "1: delete them by hand",
        breakable(KEPT.home),
    ):
        assert words in said


def test_days_are_told_as_one_says_them(panel: Panel) -> None:
    panel.show(replace(KEPT, days=Days(text=0, figures=1)))
    assert "When their day is over" in panel.said()
    assert "A day after the call" in panel.said()
    panel.show(replace(KEPT, days=Days(text=FOR_GOOD, figures=FOR_GOOD)))
    assert panel.said().count("Never by themselves") == 2


def test_before_anything_is_known_it_says_that_it_reads(qtbot: QtBot) -> None:
    made = Panel(qtbot, KeptState(days=KEPT.days, home=KEPT.home))
    assert "Reading what is kept" in made.said()
    assert made.dialog.bar.isVisible()
    assert not any(button.isEnabled() for button in (made.dialog.delete, made.dialog.hold, made.dialog.find_button))


def test_deleting_asks_once_more_and_says_that_there_is_no_way_back(panel: Panel) -> None:
    panel.choose(0, 2)
    click(panel.dialog.delete)
    assert panel.asked == []
    assert panel.dialog.delete.text() == "Delete 2 for good?"
    assert "Nothing brings deleted calls back" in panel.said()
    click(panel.dialog.delete)
    assert panel.asked == [("delete", ("call-1", "call-3"))]


def test_another_choice_takes_the_question_back(panel: Panel) -> None:
    panel.choose(0)
    click(panel.dialog.delete)
    panel.choose(2)
    assert panel.dialog.delete.text() == "Delete"
    click(panel.dialog.delete)
    assert panel.asked == []


@pytest.mark.parametrize("other", ["hold", "purge"])
def test_whatever_else_is_done_takes_the_question_back(panel: Panel, other: str) -> None:
    assert KEPT.overview is not None
    panel.show(replace(KEPT, overview=replace(KEPT.overview, words_go=date(2026, 11, 20))))
    panel.choose(0)
    click(panel.dialog.delete)
    click(getattr(panel.dialog, other))
    assert panel.dialog.delete.text() == "Delete"
    assert "Nothing brings deleted calls back" not in panel.said()


def test_a_source_that_is_cut_short_is_told_whole_at_the_pointer(panel: Panel) -> None:
    sources = [panel.dialog.table.item(row, 3) for row in range(len(KEPT.rows))]
    assert [cell.toolTip() for cell in sources if cell] == [row.source for row in KEPT.rows]


def test_a_call_on_legal_hold_stays_when_others_are_deleted(panel: Panel) -> None:
    click(panel.dialog.every)
    click(panel.dialog.delete)
    assert "On legal hold, so they stay: 1." in panel.said()
    click(panel.dialog.delete)
    assert panel.asked == [("delete", ("call-1", "call-3", "call-4"))]


def test_only_what_can_be_done_is_offered(panel: Panel) -> None:
    dialog = panel.dialog
    assert not any(button.isEnabled() for button in (dialog.hold, dialog.release, dialog.delete, dialog.purge))
    panel.choose(1)
    assert [dialog.hold.isEnabled(), dialog.release.isEnabled(), dialog.delete.isEnabled()] == [False, True, False]
    panel.choose(0)
    assert [dialog.hold.isEnabled(), dialog.release.isEnabled(), dialog.delete.isEnabled()] == [True, False, True]


def test_calls_are_put_on_hold_and_released(panel: Panel) -> None:
    panel.choose(0, 1)
    click(panel.dialog.hold)
    click(panel.dialog.release)
    assert panel.asked == [("hold", ("call-1",)), ("release", ("call-2",))]


def test_what_is_due_can_be_taken_away_now(panel: Panel) -> None:
    assert KEPT.overview is not None
    panel.show(replace(KEPT, overview=replace(KEPT.overview, words_go=date(2026, 11, 20))))
    assert "some are due now" in panel.said()
    click(panel.dialog.purge)
    assert panel.asked == ["purge"]


def test_the_folder_is_opened(panel: Panel) -> None:
    click(panel.dialog.folder)
    assert panel.asked == ["folder"]


def test_a_callers_calls_are_found_seen_and_deleted_by_keyboard_alone(panel: Panel) -> None:
    dialog = panel.dialog
    tab_to(dialog.reference)
    type_text("4711")
    press(Qt.Key.Key_Return)
    assert panel.asked == [("find", "4711")]
    panel.show(replace(KEPT, reference="4711", rows=KEPT.rows[2:]))
    tab_to(dialog.every)
    press(Qt.Key.Key_Space)
    tab_to(dialog.delete)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert panel.asked[1:] == [("delete", ("call-3", "call-4"))]
    tab_to(dialog.all)
    press(Qt.Key.Key_Space)
    assert panel.asked[2:] == [("find", "")]
    assert dialog.reference.text() == ""


def test_other_windows_are_told_when_calls_have_changed(panel: Panel) -> None:
    panel.show(replace(KEPT, said="Deleted"))
    assert panel.changes == []
    panel.show(replace(KEPT, revision=1))
    assert panel.changes == ["changed"]


def test_calls_that_are_still_there_stay_chosen(panel: Panel) -> None:
    panel.choose(0, 2)
    panel.show(replace(KEPT, rows=KEPT.rows[1:]))
    assert panel.dialog.table.chosen() == ("call-3",)

"""Comments and coaching notes on the page of a call: written, changed, deleted and brought back, by hand and by key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.document import CallDocument
from app.core.review_notes import LONGEST, NoteKind, coaching, comment, ticked
from app.core.timeline import MomentKind
from app.core.wordless import figures_alone
from app.ui.call_page import CallPage
from app.ui.note_dialog import NoteDialog
from app.ui.notes_panel import NotesPanel
from app.ui.reviewing import Reviewing
from app.ui.theme import LIGHT
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import WANT, document
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click
from tests.ui.windows import NOTES, REVIEWED_AT

Open = Callable[..., CallPage]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviews() -> MemoryReviews:
    return MemoryReviews(MemoryStore({"call-1": document("call-1"), "call-2": document("call-2")}))


@pytest.fixture
def open_page(qtbot: QtBot, reviews: MemoryReviews) -> Open:
    def show(shown: CallDocument | None = None) -> CallPage:
        reviewing = Reviewing(store=reviews, saves=AtOnce(), author="Ann", now=lambda: REVIEWED_AT)
        page = CallPage(LIGHT, lambda *_: None, reviewing.saves, reviewing)
        qtbot.addWidget(page)
        page.resize(800, 900)
        page.show_call(shown or document("call-1"))
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


def notes_of(page: CallPage) -> NotesPanel:
    assert page.notes is not None
    page.tabs.setCurrentIndex(2)
    QApplication.processEvents()
    return page.notes


def asked(page: CallPage) -> NoteDialog:
    dialog = page.findChild(NoteDialog)
    assert dialog is not None
    return dialog


def cells(panel: NotesPanel) -> list[tuple[str, ...]]:
    model = panel.table.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def written(page: CallPage, reviews: MemoryReviews) -> NotesPanel:
    """The panel with some notes in it."""
    for note in NOTES:
        reviews.add("call-1", note)
    page.show_call(document("call-1"))
    return notes_of(page)


def test_a_comment_is_written_at_the_marked_second_by_key_from_anywhere_on_the_page(
    open_page: Open, reviews: MemoryReviews
) -> None:
    page = open_page()
    page.prompts.picked.emit(14.0)
    QTest.keyClick(page, Qt.Key.Key_M, CTRL)
    dialog = asked(page)
    assert dialog.moment.text() == "At 0:14"
    QTest.keyClicks(dialog.text, "They read 4111 1111 1111 1111 out.")
    dialog.save.click()
    [note] = reviews.notes("call-1")
    assert note == replace(comment("They read [card] out.", REVIEWED_AT, at_s=14.0, author="Ann"), number=note.number)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Notes"
    assert cells(notes_of(page)) == [("0:14", "They read [card] out.", "Comment")]


def test_without_a_mark_a_comment_is_about_the_whole_call_and_a_moment_can_be_left_out(
    open_page: Open, reviews: MemoryReviews
) -> None:
    page = open_page()
    notes_of(page).comment.click()
    dialog = asked(page)
    assert not dialog.moment.isVisible()
    dialog.text.setPlainText("Well done.")
    dialog.save.click()
    page.timeline.clicked.emit(20.0)
    notes_of(page).comment.click()
    later = next(one for one in page.findChildren(NoteDialog) if one.isVisible())
    later.text.setPlainText("All of it.")
    later.moment.setChecked(False)
    later.save.click()
    assert [note.at_s for note in reviews.notes("call-1")] == [None, None]


def test_a_coaching_note_has_a_day_or_none(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    QTest.keyClick(page, Qt.Key.Key_M, CTRL | SHIFT)
    dialog = asked(page)
    assert dialog.due.edit.calendarPopup()
    assert dialog.due.edit.date().toString("yyyy-MM-dd") == "2025-12-01"
    dialog.text.setPlainText("Ask first.")
    dialog.save.click()
    [note] = reviews.notes("call-1")
    assert (note.kind, note.due_on, note.at_s) == (NoteKind.COACHING, date(2025, 12, 1), None)
    assert cells(notes_of(page)) == [("-", "Ask first.", "Coaching,\ndue 1 Dec 2025")]
    notes_of(page).edit.click()
    again = next(one for one in page.findChildren(NoteDialog) if one.isVisible())
    again.due.tick.setChecked(False)
    assert not again.due.edit.isEnabled()
    again.save.click()
    assert [note.due_on for note in reviews.notes("call-1")] == [None]


def test_a_note_is_saved_by_key_and_return_alone_begins_a_line(
    qtbot: QtBot, open_page: Open, reviews: MemoryReviews
) -> None:
    page = open_page()
    QTest.keyClick(page, Qt.Key.Key_M, CTRL)
    dialog = asked(page)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.text, "Well")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.text, "done.")
    assert reviews.notes("call-1") == ()
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, CTRL)
    assert [note.text for note in reviews.notes("call-1")] == ["Well\ndone."]


def test_a_note_that_cannot_be_kept_stays_in_the_dialog_with_what_is_wrong(
    open_page: Open, reviews: MemoryReviews
) -> None:
    page = open_page()
    notes_of(page).comment.click()
    dialog = asked(page)
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.wrong.text().startswith("There is nothing in this note.")
    reviews.is_away = True
    dialog.text.setPlainText("Something.")
    dialog.save.click()
    assert dialog.wrong.text().startswith("The call store cannot be reached.")
    reviews.is_away = False
    dialog.save.click()
    assert not dialog.isVisible()
    assert len(reviews.notes("call-1")) == 1


def test_how_much_room_a_note_has_left_is_told_while_it_is_typed(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    notes_of(page).comment.click()
    dialog = asked(page)
    assert not dialog.left.isVisible()
    dialog.text.setPlainText("x" * (LONGEST - 1))
    assert (dialog.left.isVisible(), dialog.left.text()) == (True, "Letters that still fit: 1.")
    dialog.text.setPlainText("x" * (LONGEST + 7))
    assert dialog.left.text() == "Letters too many: 7."
    dialog.save.click()
    assert dialog.wrong.text().startswith("This note is too long.")
    assert len(dialog.text.toPlainText()) == LONGEST + 7
    assert reviews.notes("call-1") == ()


def test_notes_are_listed_by_time_with_what_they_are_and_who_wrote_them(
    open_page: Open, reviews: MemoryReviews
) -> None:
    panel = written(open_page(), reviews)
    assert cells(panel) == [
        ("-", "Say when you call back.", "Coaching,\nlate: 20 Nov 2025"),
        ("-", "Greet with your name.", "Coaching,\ndone"),
        ("0:13", "Listens to the end here, and then names it.", "Comment"),
        ("0:16", "Ask first, explain later.", "Coaching,\ndue 30 Nov 2025"),
    ]
    item = panel.table.item(2, 1)
    assert item is not None
    assert item.toolTip().startswith("Ann, 24 Nov 2025")


def test_a_click_on_a_note_jumps_there_and_one_of_the_whole_call_stays(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    panel = written(page, reviews)
    click(panel.table.viewport(), panel.table.visualRect(panel.table.model().index(2, 1)).center())
    assert page.curve.marked_s == page.timeline.marked_s == 13
    click(panel.table.viewport(), panel.table.visualRect(panel.table.model().index(0, 1)).center())
    assert page.curve.marked_s == 13


def test_notes_with_a_moment_are_on_the_timeline(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    panel = written(page, reviews)
    marks = [one for one in page.timeline.timeline.moments if one.kind is MomentKind.NOTE]
    assert [mark.words for mark in marks] == [
        "Comment, Listens to the end here, and then names it.: 0:13",
        "Coaching, Ask first, explain later.: 0:16",
    ]
    panel.table.selectRow(2)
    panel.delete.click()
    assert len([one for one in page.timeline.timeline.moments if one.kind is MomentKind.NOTE]) == 1
    page.show_call(document("call-2"))
    assert [one for one in page.timeline.timeline.moments if one.kind is MomentKind.NOTE] == []


def test_a_note_is_reworded(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    panel = written(page, reviews)
    panel.table.selectRow(3)
    panel.edit.click()
    dialog = asked(page)
    assert (dialog.text.toPlainText(), dialog.due.tick.isChecked()) == ("Ask first, explain later.", True)
    dialog.text.setPlainText("Ask one thing first.")
    dialog.due.tick.setChecked(False)
    dialog.save.click()
    assert cells(panel)[3] == ("0:16", "Ask one thing first.", "Coaching")
    assert panel.table.chosen_row() == 3


def test_a_deleted_note_comes_back_until_something_else_is_done(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    panel = written(page, reviews)
    before = cells(panel)
    panel.table.selectRow(2)
    panel.delete.click()
    assert (len(cells(panel)), panel.said.text()) == (3, "The note is deleted.")
    panel.undo.click()
    assert cells(panel) == before
    assert not panel.undo.isVisible()
    panel.table.selectRow(2)
    panel.delete.click()
    page.show_call(document("call-2"))
    assert not panel.undo.isVisible()


def test_coaching_is_ticked_when_it_is_done_and_opened_again(open_page: Open, reviews: MemoryReviews) -> None:
    panel = written(open_page(), reviews)
    panel.table.selectRow(0)
    panel.done.click()
    assert cells(panel)[0][2] == "Coaching,\ndone"
    assert panel.done.text() == "Open again"
    panel.done.click()
    assert cells(panel)[0][2] == "Coaching,\nlate: 20 Nov 2025"
    panel.table.selectRow(2)
    assert not panel.done.isEnabled()


def test_what_the_store_refuses_is_said(open_page: Open, reviews: MemoryReviews) -> None:
    panel = written(open_page(), reviews)
    reviews.calls.hold("call-1", wanted=True)
    panel.table.selectRow(2)
    panel.delete.click()
    assert panel.said.text().startswith("This call is on legal hold")
    assert not panel.undo.isVisible()
    assert len(cells(panel)) == 4


def test_a_call_that_lost_its_words_takes_no_comment_and_says_why(open_page: Open, reviews: MemoryReviews) -> None:
    bare = figures_alone(document("call-1"))
    reviews.calls.documents["call-1"] = bare
    page = open_page(bare)
    panel = notes_of(page)
    assert not panel.comment.isEnabled()
    assert "comments go with them" in panel.comment.toolTip()
    QTest.keyClick(page, Qt.Key.Key_M, CTRL)
    assert page.findChild(NoteDialog) is None
    assert panel.coaching.isEnabled()


def test_the_keys_are_told_on_the_buttons(open_page: Open) -> None:
    panel = notes_of(open_page())
    assert [button.toolTip() for button in (panel.comment, panel.coaching, panel.delete)] == [
        "On the keys: Ctrl+M", "On the keys: Ctrl+Shift+M", "On the keys: Del",
    ]  # fmt: skip


def test_notes_need_no_mouse(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    panel = written(page, reviews)
    page.transcript.setFocus()
    tab_to(panel.table)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.curve.marked_s == 16
    press(Qt.Key.Key_Delete)
    assert len(cells(panel)) == 3
    tab_to(panel.undo)
    press(Qt.Key.Key_Space)
    assert len(cells(panel)) == 4
    tab_to(panel.table)
    for _ in range(3):
        press(Qt.Key.Key_Up)
    tab_to(panel.done)
    press(Qt.Key.Key_Space)
    assert reviews.notes("call-1")[0] == replace(
        ticked(coaching("Say when you call back.", REVIEWED_AT, due_on=date(2025, 11, 20)), REVIEWED_AT),
        number=reviews.notes("call-1")[0].number,
    )


def test_a_call_is_saved_for_practice_and_taken_out_again(open_page: Open, reviews: MemoryReviews) -> None:
    page = open_page()
    button = notes_of(page).practice.button
    assert button.text() == "Save as practice call"
    button.click()
    assert [(one.call_id, one.title) for one in reviews.lessons()] == [("call-1", WANT)]
    page.show_call(document("call-2"))
    assert button.text() == "Save as practice call"
    page.show_call(document("call-1"))
    assert button.text() == "Take out of practice"
    button.click()
    assert reviews.lessons() == ()


def test_a_call_that_cannot_be_read_is_not_saved_for_practice_and_says_why(
    open_page: Open, reviews: MemoryReviews
) -> None:
    bare = figures_alone(document("call-1"))
    reviews.calls.documents["call-1"] = bare
    button = notes_of(open_page(bare)).practice.button
    assert not button.isEnabled()
    assert button.toolTip().startswith("This call cannot be practised")


def test_without_a_place_for_notes_the_page_has_no_tab_for_them(qtbot: QtBot) -> None:
    page = CallPage(LIGHT, lambda *_: None, AtOnce())
    qtbot.addWidget(page)
    assert page.notes is None
    assert [page.tabs.tabText(index) for index in range(page.tabs.count())] == ["Prompts", "Figures"]

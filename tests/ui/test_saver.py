"""What is written while another program has the store: the window goes on, and nothing that was typed is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.adapters import database
from app.adapters.call_store import SqlCallStore
from app.adapters.review_store import SqlReviewStore
from app.adapters.score_store import SqlScoreStore
from app.adapters.store_file import connect
from app.adapters.team_store import SqlTeamStore
from app.core.errors import CalmlineError
from app.core.review_notes import NoteKind
from app.core.saved_filters import SavedFilter, Wish
from app.core.score_port import Kind, Reply
from app.core.scoring import Answer
from app.ui.note_dialog import NoteDialog
from app.ui.notes_panel import NotesPanel
from app.ui.reviewing import Reviewing
from app.ui.saver import Saver
from app.ui.score_list import Scoring
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.supervisor_window import SupervisorWindow
from app.ui.wrong_dialog import WrongDialog
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into
from tests.core.cards import P, given
from tests.ui.calls import document
from tests.ui.scorings import CARD
from tests.ui.windows import REVIEWED_AT

SAVING, IN_USE = "Saving …", "something else is using it"


@dataclass
class Shared:
    """The window on a store of two calls of Joe that another program uses too."""

    window: SupervisorWindow
    calls: SqlCallStore
    team: SqlTeamStore
    reviews: SqlReviewStore
    scores: SqlScoreStore
    other: sqlite3.Connection

    @property
    def notes(self) -> NotesPanel:
        assert self.window.page.notes is not None
        return self.window.page.notes

    @property
    def panel(self) -> ScorecardPanel:
        assert self.window.page.scorecard is not None
        return self.window.page.scorecard

    def take(self) -> None:
        """The other program begins to write."""
        self.other.execute("begin immediate")

    def ask(self, kind: NoteKind, text: str) -> NoteDialog:
        """A note that is typed."""
        self.notes.write(kind)
        dialog = self.notes.findChild(NoteDialog)
        assert dialog is not None
        dialog.text.setPlainText(text)
        return dialog

    def judge_wrongly(self, words: str) -> WrongDialog:
        """Words of the caller's first turn that are typed."""
        self.window.page.prompts.picked.emit(6.0)
        self.window.page.wrong.click()
        dialog = self.window.page.findChild(WrongDialog)
        assert dialog is not None
        dialog.words.setText(words)
        return dialog

    def named(self) -> list[str]:
        """What the menu of saved filters shows, and the store has."""
        kept = [one.name for one in self.calls.filters()]
        shown = [one.text() for one in self.window.filters.saved.menu().actions()]
        return [name for name in shown if name in kept]

    def texts(self) -> list[str]:
        return [note.text for note in self.reviews.notes("call-1")]


@pytest.fixture
def name() -> str:
    """Who is at the window."""
    return "Ann"


@pytest.fixture
def shared(qtbot: QtBot, tmp_path: Path, name: str) -> Iterator[Shared]:
    file = put_new_store(tmp_path / "home" / "calls.sqlite3")
    calls, reviews, scores = SqlCallStore(file, KEY), SqlReviewStore(file, KEY), SqlScoreStore(file, KEY)
    saves, team = Saver(), SqlTeamStore(file, KEY)
    for call_id in ("call-1", "call-2"):
        calls.save(document(call_id, "Joe"))
    window = SupervisorWindow(
        calls,
        team,
        reviewing=Reviewing(store=reviews, saves=saves, now=lambda: REVIEWED_AT),
        scoring=Scoring(store=scores, saves=saves, cards=lambda: ((CARD,), ()), name=lambda: name),
        saves=saves,
    )
    qtbot.addWidget(window)
    window.show()
    window.open_call("call-1")
    with closing(looked_into(file)) as other:
        yield Shared(window, calls, team, reviews, scores, other)
    for store in (calls, reviews, scores, team):
        store.close()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for the other program."""
    monkeypatch.setattr(database, "connect", lambda *made, **named: connect(*made, **named, busy_s=0.01))


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_is_saved_once_the_store_is_free_and_the_window_does_not_wait(
    shared: Shared, qtbot: QtBot, kind: NoteKind
) -> None:
    dialog = shared.ask(kind, "Listen first.")
    shared.take()
    dialog.save.click()
    assert (dialog.wrong.text(), dialog.text.isReadOnly()) == (SAVING, True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.save.click()
    assert dialog.isVisible()
    shared.other.rollback()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert shared.texts() == ["Listen first."]
    assert shared.notes.table.rowCount() == 1


@pytest.mark.usefixtures("hurried")
def test_a_note_that_cannot_be_saved_stays_where_it_was_typed_and_is_saved_when_it_is_pressed_again(
    shared: Shared, qtbot: QtBot
) -> None:
    dialog = shared.ask(NoteKind.COMMENT, "Listen first.")
    shared.take()
    dialog.save.click()
    qtbot.waitUntil(lambda: IN_USE in dialog.wrong.text())
    assert (dialog.text.toPlainText(), dialog.text.isReadOnly()) == ("Listen first.", False)
    shared.other.rollback()
    dialog.save.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert shared.texts() == ["Listen first."]


@pytest.mark.usefixtures("hurried")
def test_a_deleted_note_that_cannot_be_brought_back_is_brought_back_when_it_is_pressed_again(
    shared: Shared, qtbot: QtBot
) -> None:
    dialog = shared.ask(NoteKind.COMMENT, "Listen first.")
    dialog.save.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    shared.notes.table.selectRow(0)
    shared.notes.delete.click()
    qtbot.waitUntil(lambda: shared.texts() == [] and not shared.notes.undo.isHidden())
    shared.take()
    shared.notes.undo.click()
    qtbot.waitUntil(lambda: IN_USE in shared.notes.said.text())
    shared.other.rollback()
    assert not shared.notes.undo.isHidden()
    shared.notes.undo.click()
    qtbot.waitUntil(lambda: shared.texts() == ["Listen first."])


def test_a_review_is_noted_once_the_store_is_free_and_the_window_does_not_wait(shared: Shared, qtbot: QtBot) -> None:
    shared.take()
    shared.window.list.reviewed.click()
    assert shared.window.list.marked.text() == SAVING
    assert shared.window.list.reviewed.text() == "Mark reviewed"
    shared.other.rollback()
    qtbot.waitUntil(lambda: shared.window.list.reviewed.text() == "Mark unreviewed")
    assert [row.call_id for row in shared.calls.rows() if row.is_reviewed] == ["call-1"]
    assert shared.window.list.marked.isHidden()


@pytest.mark.usefixtures("hurried")
def test_a_review_that_cannot_be_noted_is_told_below_the_list_and_the_call_stays_open(
    shared: Shared, qtbot: QtBot
) -> None:
    shared.take()
    shared.window.list.reviewed.click()
    qtbot.waitUntil(lambda: IN_USE in shared.window.list.marked.text())
    assert not shared.window.page.isHidden()
    shared.other.rollback()
    shared.window.list.reviewed.click()
    qtbot.waitUntil(lambda: shared.window.list.reviewed.text() == "Mark unreviewed")


def propose(dialog: WrongDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_words_judged_wrongly_are_kept_once_the_store_is_free_and_the_window_does_not_wait(
    shared: Shared, qtbot: QtBot
) -> None:
    dialog = shared.judge_wrongly("the third time")
    shared.take()
    propose(dialog)
    assert (dialog.wrong.text(), dialog.words.isReadOnly()) == (SAVING, True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    propose(dialog)
    assert dialog.isVisible()
    shared.other.rollback()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert [one.phrase.phrase for one in shared.team.proposals()] == ["the third time"]
    assert shared.window.page.why.text().startswith("Proposed: “the third time”")


@pytest.mark.usefixtures("hurried")
def test_words_judged_wrongly_that_cannot_be_kept_stay_where_they_were_typed_and_are_kept_when_it_is_pressed_again(
    shared: Shared, qtbot: QtBot
) -> None:
    dialog = shared.judge_wrongly("the third time")
    shared.take()
    propose(dialog)
    qtbot.waitUntil(lambda: IN_USE in dialog.wrong.text())
    assert (dialog.words.text(), dialog.words.isReadOnly()) == ("the third time", False)
    shared.other.rollback()
    propose(dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert [one.phrase.phrase for one in shared.team.proposals()] == ["the third time"]


def test_what_is_told_of_a_proposal_is_not_told_of_another_call(shared: Shared, qtbot: QtBot) -> None:
    dialog = shared.judge_wrongly("the third time")
    shared.take()
    propose(dialog)
    shared.window.open_call("call-2")
    before = shared.window.page.why.text()
    shared.other.rollback()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert [one.call_id for one in shared.team.proposals()] == ["call-1"]
    assert shared.window.page.why.text() == before


def test_filters_are_kept_once_the_store_is_free_and_the_window_does_not_wait(shared: Shared, qtbot: QtBot) -> None:
    filters = shared.window.filters
    shared.take()
    filters.said.setText("refund")
    filters.save_as("Refunds")
    filters.save_as("Late")
    filters.remove("Late")
    filters.save_as("Mine")
    assert [one.text() for one in filters.saved.menu().actions()[:2]] == ["Mine", "Refunds"]
    assert (filters.told.text(), filters.retry.isHidden()) == (SAVING, True)
    shared.other.rollback()
    qtbot.waitUntil(filters.told.isHidden)
    assert shared.named() == ["Mine", "Refunds"]


@pytest.mark.usefixtures("hurried")
def test_filters_that_cannot_be_kept_say_so_and_are_kept_when_that_is_wanted_again(
    shared: Shared, qtbot: QtBot
) -> None:
    filters = shared.window.filters
    shared.take()
    filters.save_as("Refunds")
    qtbot.waitUntil(lambda: IN_USE in filters.told.text())
    assert filters.told.text().startswith("Not saved yet: ")
    assert not filters.retry.isHidden()
    shared.other.rollback()
    filters.retry.click()
    qtbot.waitUntil(lambda: shared.named() == ["Refunds"])
    qtbot.waitUntil(lambda: filters.told.isHidden() and filters.retry.isHidden())


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("again", ["another", "closed"])
def test_filters_that_wait_are_kept_with_the_next_ones_and_where_the_window_is_closed(
    shared: Shared, qtbot: QtBot, again: str
) -> None:
    filters = shared.window.filters
    shared.take()
    filters.save_as("Refunds")
    qtbot.waitUntil(lambda: IN_USE in filters.told.text())
    shared.other.rollback()
    if again == "another":
        filters.save_as("Mine")
    else:
        shared.window.close()
    qtbot.waitUntil(lambda: "Refunds" in shared.named())
    qtbot.waitUntil(filters.told.isHidden)


def test_a_filter_that_another_window_named_meanwhile_stays(shared: Shared, qtbot: QtBot) -> None:
    shared.calls.keep_filters([SavedFilter(name="Theirs", wish=Wish())])
    shared.window.filters.save_as("Mine")
    qtbot.waitUntil(lambda: shared.named() == ["Mine", "Theirs"])


def begun(shared: Shared, qtbot: QtBot) -> None:
    """A draft of the call's scorecard is open."""
    assert shared.panel.start is not None
    shared.panel.start.score.click()
    qtbot.waitUntil(lambda: shared.panel.form is not None)


def answer_first(shared: Shared) -> None:
    assert shared.panel.form is not None
    shared.panel.form.items[0].choice.buttons[Answer.PASSED].click()


def test_a_score_begins_once_the_store_is_free_and_the_window_does_not_wait(shared: Shared, qtbot: QtBot) -> None:
    assert shared.panel.start is not None
    shared.take()
    shared.panel.start.score.click()
    shared.panel.start.score.click()
    assert shared.panel.note.text() == SAVING
    shared.other.rollback()
    qtbot.waitUntil(lambda: shared.panel.form is not None)
    assert len(shared.scores.of_call("call-1", "Ann").scores) == 1


@pytest.mark.usefixtures("hurried")
def test_answers_that_cannot_be_saved_are_saved_when_that_is_wanted_again(shared: Shared, qtbot: QtBot) -> None:
    begun(shared, qtbot)
    shared.take()
    answer_first(shared)
    qtbot.waitUntil(lambda: IN_USE in shared.panel.note.text())
    assert shared.panel.note.text().startswith("Not saved yet: ")
    assert not shared.panel.retry.isHidden()
    shared.other.rollback()
    shared.panel.retry.click()
    qtbot.waitUntil(lambda: shared.panel.note.text() == "Saved as a draft.")
    assert shared.panel.retry.isHidden()
    assert shared.scores.of_call("call-1", "Ann").scores[0].answers == given(greeting=P)


def test_what_is_answered_while_a_save_waits_is_saved_too(shared: Shared, qtbot: QtBot) -> None:
    begun(shared, qtbot)
    shared.take()
    answer_first(shared)
    shared.window.open_call("call-2")
    shared.window.open_call("call-1")
    assert shared.panel.form is not None
    assert shared.panel.form.items[0].given.answer is Answer.PASSED
    for part in shared.panel.form.items[1:]:
        part.choice.buttons[Answer.PASSED].click()
    shared.panel.buttons.done.click()
    shared.other.rollback()
    qtbot.waitUntil(lambda: shared.scores.of_call("call-1", "Ann").scores[0].is_done)
    assert shared.scores.of_call("call-1", "Ann").scores[0].answers == given(greeting=P, owned=P, safety=P, extra=P)
    qtbot.waitUntil(shared.panel.buttons.done.isHidden)


@pytest.mark.usefixtures("hurried")
def test_a_draft_that_cannot_be_discarded_keeps_what_was_answered_last(shared: Shared, qtbot: QtBot) -> None:
    begun(shared, qtbot)
    shared.take()
    answer_first(shared)
    shared.panel.buttons.discard.click()
    qtbot.waitUntil(lambda: IN_USE in shared.panel.note.text())
    shared.other.rollback()
    shared.window.open_call("call-2")
    qtbot.waitUntil(lambda: shared.scores.of_call("call-1", "Ann").scores[0].answers == given(greeting=P))


@pytest.mark.parametrize("name", ["Joe"])
@pytest.mark.usefixtures("hurried")
def test_a_reply_that_cannot_be_saved_is_still_there_when_the_call_is_opened_again(
    shared: Shared, qtbot: QtBot
) -> None:
    whole = given(greeting=P, owned=P, safety=P, extra=P)
    shared.scores.finish(shared.scores.begin("call-1", CARD, Kind.REVIEW, "Ann", whole).number)
    shared.window.open_call("call-2")
    shared.window.open_call("call-1")
    assert shared.panel.replies is not None
    shared.take()
    shared.panel.replies.line.setPlainText("I asked twice.")
    shared.panel.replies.dispute.click()
    shared.window.open_call("call-2")
    qtbot.waitUntil(lambda: IN_USE in shared.panel.note.text())
    shared.other.rollback()
    shared.window.open_call("call-1")
    assert shared.panel.replies.line.toPlainText() == "I asked twice."
    shared.panel.replies.dispute.click()
    qtbot.waitUntil(lambda: shared.scores.of_call("call-1", "Joe").scores[0].reply is Reply.DISPUTED)


def test_what_was_to_be_told_to_a_part_that_has_gone_is_told_to_nobody(qtbot: QtBot) -> None:
    saver, gone, there = Saver(), QObject(), QObject()
    told = list[object]()
    saver.do(gone, lambda: "gone", told.append, told.append)
    delete(gone)
    saver.do(there, lambda: "there", told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["there"]


def test_whatever_goes_wrong_is_told_without_its_text(qtbot: QtBot) -> None:
    saver, told = Saver(), list[CalmlineError]()

    def fail() -> None:
        raise RuntimeError("spoken words")

    saver.do(saver, fail, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].line() == "The call store failed. Restart Calmline."

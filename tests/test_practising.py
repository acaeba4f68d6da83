"""Practice in the real window: held, gone on with, kept only when asked."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.compose import open_reviews, open_store
from app.core.document import CallDocument
from app.core.practice import LESSONS, Way
from app.core.read_practice import SavedLesson
from app.desk import Desk
from app.settings import Settings
from app.ui.actions import Act
from app.ui.practice_dialog import PracticeDialog
from tests.cli.window import Headset, load
from tests.core.calls import document, whole_call
from tests.runtime.talking import Output
from tests.ui.mouse import click

LONG_MS = 30_000


@pytest.fixture
def output() -> Output:
    return Output()


@pytest.fixture
def desk(qtbot: QtBot, calmline_home: object, output: Output) -> Iterator[Desk]:  # noqa: ARG001 - Qt and the home
    made = Desk(Settings(), load=load, sound=Headset)
    made.practising.output = lambda: output
    made._window.show()
    made._begin(None, realtime=True, set_up=False)
    yield made
    made._end()
    made._window.deleteLater()


def stored(desk: Desk) -> list[CallDocument]:
    store = open_store(desk._settings)
    try:
        return [store.load(row.call_id) for row in store.rows()]
    finally:
        store.close()


def press(desk: Desk, text: str) -> None:
    [button] = [it for it in desk._window.findChildren(QPushButton) if it.text() == text and it.isVisible()]
    click(button)


def is_on(desk: Desk) -> bool:
    state = desk._bridge.state
    return state.started is not None and state.ended is None


def hold(qtbot: QtBot, desk: Desk) -> None:
    """Let a lesson go on for a moment, and end it."""
    qtbot.waitUntil(
        lambda: desk._bridge.state.started is not None and desk._bridge.state.ended is None, timeout=LONG_MS
    )
    assert "Nothing is kept" in desk._window.health.kept.text()
    desk._do(Act.END)
    qtbot.waitUntil(lambda: desk._bridge.state.ended is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: desk._calls.state.call_id is None, timeout=LONG_MS)


def source(desk: Desk) -> str:
    started = desk._bridge.state.started
    return started.source if started else ""


def test_a_lesson_is_chosen_held_aloud_and_kept_only_when_asked(qtbot: QtBot, desk: Desk, output: Output) -> None:
    press(desk, "Practice")
    [dialog] = desk._window.findChildren(PracticeDialog)
    click(dialog.start_button)
    qtbot.waitUntil(lambda: bool(output.played), timeout=LONG_MS)
    hold(qtbot, desk)
    assert source(desk) == "practice: first"
    qtbot.waitUntil(lambda: not output.is_open, timeout=LONG_MS)
    after = desk._window.call.summary.after
    assert after.state.text() == "Not kept unless you press Keep."
    press(desk, "Again")
    hold(qtbot, desk)
    assert source(desk) == "practice: first"
    press(desk, "Next lesson")
    hold(qtbot, desk)
    assert source(desk) == "practice: second"
    assert stored(desk) == []
    press(desk, "Keep")
    qtbot.waitUntil(lambda: bool(stored(desk)), timeout=LONG_MS)
    assert [document.call.source for document in stored(desk)] == ["practice: second"]


def test_done_keeps_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.practising.begin(LESSONS[2], Way(aloud=False))
    hold(qtbot, desk)
    assert "Next lesson" not in [it.text() for it in desk._window.findChildren(QPushButton) if it.isVisible()]
    press(desk, "Done")
    qtbot.waitUntil(desk._window.ready.isVisible, timeout=LONG_MS)
    assert stored(desk) == []


def test_the_agent_answers_with_the_microphone(qtbot: QtBot, desk: Desk, output: Output) -> None:
    desk.practising.begin(LESSONS[0], Way(answers=True))
    hold(qtbot, desk)
    assert source(desk) == "practice: first"
    assert output.opened in ([], [None])
    assert stored(desk) == []


def test_nothing_is_chosen_while_a_call_runs(qtbot: QtBot, desk: Desk) -> None:
    desk.practising.begin(LESSONS[0], Way(aloud=False))
    qtbot.waitUntil(lambda: desk._calls.state.call_id is not None, timeout=LONG_MS)
    desk.open_practice()
    assert desk._window.findChildren(PracticeDialog) == []
    hold(qtbot, desk)


def test_the_chooser_makes_room_for_a_call_and_watching_rests_while_it_is_open(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk._watching._is_wanted, timeout=LONG_MS)
    desk.open_practice()
    desk.open_practice()
    [dialog] = desk._window.findChildren(PracticeDialog)
    click(dialog.answers)
    qtbot.waitUntil(lambda: desk.practising._level.name() != "", timeout=LONG_MS)
    assert not desk._watching._is_wanted
    desk._calls.start()
    qtbot.waitUntil(lambda: not desk.practising.is_open, timeout=LONG_MS)
    assert desk.practising._level.name() == ""
    desk._do(Act.END)
    qtbot.waitUntil(lambda: desk._watching._is_wanted, timeout=LONG_MS)


def test_an_output_that_does_not_play_is_said_and_the_lesson_goes_on(qtbot: QtBot, desk: Desk, output: Output) -> None:
    output.is_broken = True
    desk.practising.begin(LESSONS[0], Way())
    qtbot.waitUntil(lambda: "cannot hear this call" in desk._window.health.advice.text(), timeout=LONG_MS)
    hold(qtbot, desk)


def keep_for_practice(desk: Desk) -> None:
    """A stored call that somebody saved for practice."""
    call = document(*whole_call())
    store, reviews = open_store(desk._settings), open_reviews(desk._settings)
    store.save(call)
    reviews.save_lesson(SavedLesson(call_id=call.call.id, title="The money", made_at="2026-03-04T09:15:00+00:00"))
    reviews.close()
    store.close()


def chosen_to_read(desk: Desk) -> PracticeDialog:
    press(desk, "Practice")
    [dialog] = desk._window.findChildren(PracticeDialog)
    dialog.saved_cards[0].choice.setChecked(True)
    return dialog


def test_a_stored_call_is_read_and_a_call_that_begins_goes_before_it(qtbot: QtBot, desk: Desk) -> None:
    keep_for_practice(desk)
    click(chosen_to_read(desk).start_button)
    reading = desk.practising.reading
    assert reading is not None
    assert reading.windowTitle() == "The money"
    desk.practising.begin(LESSONS[0], Way(aloud=False))
    qtbot.waitUntil(lambda: desk.practising.reading is None, timeout=LONG_MS)
    hold(qtbot, desk)


def test_a_stored_call_that_went_meanwhile_is_told(qtbot: QtBot, desk: Desk) -> None:
    keep_for_practice(desk)
    dialog = chosen_to_read(desk)
    store = open_store(desk._settings)
    store.delete("c1")
    store.close()
    click(dialog.start_button)
    assert desk.practising.reading is None
    qtbot.waitUntil(lambda: any("c1" in notice for notice in desk._calls.state.notices), timeout=LONG_MS)

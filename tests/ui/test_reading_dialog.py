"""Practice to be read, with its clock moved by hand and every control pressed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.read_practice import PER_WORD_S, Exchange, exchanges_of
from app.ui.reading_dialog import ReadingDialog
from app.ui.theme import LIGHT
from tests.ui.calls import document
from tests.ui.keyboard import press, tab_to

FIRST_LINE = "This is the third time I call. Nobody is listening to me!"


@pytest.fixture
def dialog(qtbot: QtBot) -> ReadingDialog:
    shown = ReadingDialog("The refund", exchanges_of(document()), theme=LIGHT)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.clock.timeout.disconnect()
    return shown


def speak(dialog: ReadingDialog, words: int) -> None:
    for _ in range(words):
        dialog.say_word()


def test_the_agent_begins_and_the_callers_words_come_one_after_the_other(dialog: ReadingDialog) -> None:
    assert dialog.caller.text() == "You have the first word: greet the caller."
    assert (dialog.how_far.text(), dialog.clock.isActive()) == ("1 of 3", False)
    dialog.next_button.click()
    assert (dialog.caller.text(), dialog.how_far.text()) == ("", "2 of 3")
    assert dialog.clock.isActive()
    assert dialog.clock.interval() == 1000 * PER_WORD_S
    speak(dialog, 3)
    assert dialog.caller.text() == "This is the"
    speak(dialog, 9)
    assert dialog.caller.text() == FIRST_LINE
    assert not dialog.clock.isActive()


def test_prompts_come_when_the_caller_has_said_it(dialog: ReadingDialog) -> None:
    dialog.next_button.click()
    speak(dialog, 3)
    assert dialog.prompts.text() == ""
    speak(dialog, 9)
    assert dialog.prompts.text().splitlines() == [
        "Listen: Let it run; note what they want", "Mm-hm.", "Validate: Name what happened to them", "Mm-hm.",
    ]  # fmt: skip


def test_going_on_too_soon_shows_the_whole_line_first(dialog: ReadingDialog) -> None:
    dialog.next_button.click()
    speak(dialog, 1)
    dialog.next_button.click()
    assert dialog.caller.text() == FIRST_LINE
    assert not dialog.clock.isActive()
    dialog.next_button.click()
    assert dialog.how_far.text() == "3 of 3"


def test_what_was_said_then_is_shown_on_wish_alone(dialog: ReadingDialog) -> None:
    dialog.next_button.click()
    speak(dialog, 12)
    assert dialog.answer.text() == ""
    dialog.show_answer.click()
    assert dialog.answer.text() == "Three calls, and still no refund."
    dialog.show_answer.click()
    assert dialog.answer.text() == ""
    dialog.show_answer.click()
    dialog.next_button.click()
    assert dialog.answer.text() == ""


def test_after_the_last_line_the_call_is_over_and_can_be_read_again(dialog: ReadingDialog) -> None:
    for _ in range(5):
        dialog.next_button.click()
    assert dialog.caller.text() == "That was the call."
    assert not dialog.show_answer.isEnabled()
    assert dialog.next_button.text() == "Once &more"
    dialog.next_button.click()
    assert dialog.how_far.text() == "1 of 3"


def test_the_last_line_without_an_answer_says_so(qtbot: QtBot) -> None:
    shown = ReadingDialog("Short", [Exchange(caller="Thanks.", answer="")], theme=LIGHT)
    qtbot.addWidget(shown)
    shown.next_button.click()
    shown.show_answer.click()
    assert shown.answer.text() == "Nothing was said then."


def test_nobody_speaks_any_more_once_it_is_closed(dialog: ReadingDialog) -> None:
    dialog.next_button.click()
    assert dialog.clock.isActive()
    dialog.close_button.click()
    assert not dialog.clock.isActive()
    assert not dialog.isVisible()


def test_it_needs_no_mouse(dialog: ReadingDialog) -> None:
    press(Qt.Key.Key_Return)
    assert dialog.how_far.text() == "2 of 3"
    tab_to(dialog.show_answer)
    press(Qt.Key.Key_Space)
    assert dialog.answer.text()
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Space)
    assert dialog.caller.text() == FIRST_LINE
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()

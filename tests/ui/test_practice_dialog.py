"""Choosing a lesson, with every control pressed as a person does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.practice import LESSONS, Lesson, Way
from app.core.read_practice import SavedLesson
from app.ui.practice_dialog import PracticeDialog
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme, set_text_size
from tests.ui.fit import misfits
from tests.ui.mouse import click

FIRST, SECOND, THIRD = LESSONS


class Headset:
    """A microphone that opens when it is looked at."""

    def __init__(self) -> None:
        self.is_open = False
        self.level: float | None = -20.0

    def start(self) -> None:
        """Open it."""
        self.is_open = True

    def stop(self) -> None:
        """Let go of it."""
        self.is_open = False

    def level_dbfs(self) -> float | None:
        """How loud it is."""
        return self.level if self.is_open else None

    def name(self) -> str:
        """What it is called."""
        return "Headset" if self.is_open and self.level is not None else ""


class Chooser:
    """The dialog, what it began, and the microphone."""

    def __init__(self, qtbot: QtBot, *, way: Way | None = None, theme: Theme = LIGHT) -> None:
        self.begun: list[tuple[Lesson, Way]] = []
        self.headset = Headset()
        self.dialog = PracticeDialog(
            lambda lesson, way: self.begun.append((lesson, way)), self.headset, way=way, theme=theme
        )
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused(), key)

    def focused(self) -> QWidget:
        found = self.dialog.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    return Chooser(qtbot)


@pytest.fixture(autouse=True)
def desktop_font() -> Iterator[None]:
    """Leave the font of the desktop as it was."""
    base = QApplication.font()
    yield
    QApplication.setFont(base)


def tick(switch: QWidget) -> None:
    click(switch, QPoint(8, switch.height() // 2))


def test_it_begins_with_the_first_lesson_recorded_and_aloud(chooser: Chooser) -> None:
    click(chooser.dialog.start_button)
    assert chooser.begun == [(FIRST, Way(answers=False, aloud=True))]
    assert not chooser.dialog.isVisible()


def test_a_click_anywhere_on_a_card_chooses_it(chooser: Chooser) -> None:
    click(chooser.dialog.cards[2])
    tick(chooser.dialog.aloud)
    tick(chooser.dialog.answers)
    click(chooser.dialog.start_button)
    assert chooser.begun == [(THIRD, Way(answers=True, aloud=False))]


def test_all_of_it_can_be_done_by_the_keyboard_alone(chooser: Chooser) -> None:
    dialog = chooser.dialog
    assert chooser.focused() is dialog.cards[0].choice
    chooser.press(Qt.Key.Key_Down)
    assert chooser.focused() is dialog.cards[1].choice
    assert dialog.cards[1].choice.isChecked()
    chooser.press(Qt.Key.Key_Tab)
    assert chooser.focused() is dialog.aloud
    chooser.press(Qt.Key.Key_Space)
    chooser.press(Qt.Key.Key_Tab)
    assert chooser.focused() is dialog.answers
    chooser.press(Qt.Key.Key_Space)
    assert chooser.headset.is_open
    chooser.press(Qt.Key.Key_Return)
    assert chooser.begun == [(SECOND, Way(answers=True, aloud=False))]


def test_escape_begins_nothing_and_lets_go_of_the_microphone(qtbot: QtBot) -> None:
    chooser = Chooser(qtbot, way=Way(answers=True))
    assert chooser.headset.is_open
    chooser.press(Qt.Key.Key_Escape)
    assert chooser.begun == []
    assert not chooser.headset.is_open


def test_cancel_begins_nothing(chooser: Chooser) -> None:
    click(chooser.dialog.cancel_button)
    assert chooser.begun == []


def test_the_level_shows_while_the_agent_is_to_answer_and_the_microphone_is_let_go_of(chooser: Chooser) -> None:
    dialog = chooser.dialog
    assert not dialog.meter.isVisible()
    tick(dialog.answers)
    dialog.look()
    assert dialog.meter.isVisible()
    assert dialog.meter.share > 0.5
    assert dialog.heard.text() == "Headset"
    chooser.headset.level = None
    dialog.look()
    assert dialog.meter.share == 0.0
    assert dialog.heard.text() == "No microphone is open yet"
    tick(dialog.answers)
    assert not chooser.headset.is_open
    assert not dialog.meter.isVisible()


def test_nothing_moves_when_another_card_or_the_microphone_is_chosen(chooser: Chooser) -> None:
    dialog = chooser.dialog
    parts = [*(card.choice for card in dialog.cards), dialog.aloud, dialog.answers, dialog.start_button]

    def places() -> list[tuple[int, int]]:
        QApplication.processEvents()
        return [(place.x(), place.y()) for place in (part.mapTo(dialog, part.rect().topLeft()) for part in parts)]

    before = places()
    click(dialog.cards[1])
    tick(dialog.answers)
    assert places() == before


def test_every_control_says_what_it_is(chooser: Chooser) -> None:
    dialog = chooser.dialog
    named = [card.choice.accessibleName() for card in dialog.cards]
    assert named == [lesson.title for lesson in LESSONS]
    assert "Firm" in dialog.cards[1].choice.accessibleDescription()
    for control in (dialog.start_button, dialog.cancel_button, dialog.meter):
        assert control.accessibleName()


@pytest.mark.parametrize("text_size", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_everything_has_its_room(qtbot: QtBot, theme: Theme, text_size: float) -> None:
    set_text_size(QApplication.font(), text_size)
    dialog = Chooser(qtbot, way=Way(answers=True), theme=theme).dialog
    assert misfits(dialog) == []
    dialog._clock.stop()
    content = dialog.cards[0].parentWidget()
    assert content is not None
    content.setParent(None)  # what lies in a scroll area may be anywhere, so the page is looked at by itself
    content.resize(dialog.minimumWidth(), content.heightForWidth(dialog.minimumWidth()))
    content.show()
    QApplication.processEvents()
    assert misfits(content) == []


SAVED = SavedLesson(call_id="call-1", title="Terms & a parcel", made_at="2026-03-04T09:15:00+00:00")


def test_a_stored_call_is_chosen_like_a_lesson_and_read(qtbot: QtBot) -> None:
    read: list[SavedLesson] = []
    dialog = PracticeDialog(lambda *_: None, Headset(), saved=[SAVED], read=read.append, theme=LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    [saved] = dialog.saved_cards
    assert saved.choice.accessibleName() == "Terms & a parcel"
    click(saved, QPoint(saved.width() - 20, saved.height() // 2))
    assert saved.choice.isChecked()
    assert not dialog.answers.isEnabled()
    assert not dialog.aloud.isEnabled()
    click(dialog.start_button)
    assert read == [SAVED]


def test_a_lesson_beside_stored_calls_is_heard_as_before(qtbot: QtBot) -> None:
    begun: list[Lesson] = []
    dialog = PracticeDialog(lambda lesson, _way: begun.append(lesson), Headset(), saved=[SAVED], theme=LIGHT)
    qtbot.addWidget(dialog)
    dialog.saved_cards[0].choice.setChecked(True)
    dialog.cards[1].choice.setChecked(True)
    assert dialog.answers.isEnabled()
    dialog.accept()
    assert begun == [SECOND]

"""Choosing a lesson: one of the three, answered by whom and with sound or without, or a stored call to be read."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from app.core.practice import LESSONS, Lesson, Way
from app.core.read_practice import SavedLesson
from app.ui.form_dialog import FormDialog, letters
from app.ui.form_look import form_palette
from app.ui.labels import Kind, label, push_button, scrolled
from app.ui.lesson_card import BESIDE_MARK, LessonCard, SavedLessonCard
from app.ui.level_meter import LevelMeter
from app.ui.theme import Theme, current_theme, font
from app.ui.tr import tr

_TITLE = "Practice"
_ABOUT = (
    "Three short calls, each harder than the one before. Prompts come as in a real call. "
    "Nothing is kept unless you press Keep."
)
_ANSWER = "I &answer myself, with my microphone"
_ANSWER_HELP = "The caller waits until you finish. A headset is best."
_SOUND = "With s&ound"
_NO_MICROPHONE = "No microphone is open yet"
_MICROPHONE = "your microphone"
_SAVED = "Calls to read, saved by your team"
_START, _CANCEL = "&Start", "&Cancel"

_LOOK_MS = 50
_MARGIN, _GAP = 16, 10
_WIDTH = 62
"""Of the dialog, in widths of a letter."""

Begin = Callable[[Lesson, Way], object]
Read = Callable[[SavedLesson], object]


class Microphone(Protocol):
    """The microphone that would be answered with; nothing of this waits."""

    def start(self) -> None:
        """Open it."""
        ...

    def stop(self) -> None:
        """Let go of it."""
        ...

    def level_dbfs(self) -> float | None:
        """How loud it is, in decibels below full scale; None while it is not open."""
        ...

    def name(self) -> str:
        """What it is called, "" while it is not open."""
        ...


class PracticeDialog(FormDialog):
    """Three lessons, two switches, and a start."""

    def __init__(
        self,
        begin: Begin,
        microphone: Microphone,
        *,
        way: Way | None = None,
        saved: Sequence[SavedLesson] = (),
        read: Read = lambda _lesson: None,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        theme, way = theme or current_theme(), way or Way()
        super().__init__(tr(_TITLE), theme, parent)
        self._begin, self._read = begin, read
        self._microphone = microphone
        self.cards = [LessonCard(lesson, theme) for lesson in LESSONS]
        self.saved_cards = [SavedLessonCard(lesson, theme) for lesson in saved]
        self._choices = QButtonGroup(self)
        for card in (*self.cards, *self.saved_cards):
            self._choices.addButton(card.choice)
        self.cards[0].choice.setChecked(True)
        self.answers = QCheckBox(tr(_ANSWER))
        self.aloud = QCheckBox(tr(_SOUND))
        self.aloud.setChecked(way.aloud)
        self.meter = LevelMeter(theme, tr(_MICROPHONE))
        self.heard = label(muted=True, wrap=True)
        self._measured = _measured(self.meter, self.heard)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self.answers.toggled.connect(self._listen)
        self._choices.buttonToggled.connect(lambda *_: self._allow())
        for control in (self.answers, self.aloud):
            control.setPalette(form_palette(theme))
        self._lay_out()
        self.answers.setChecked(way.answers)
        self.look()
        self.finished.connect(self._let_go)
        self.cards[0].choice.setFocus()

    def chosen(self) -> tuple[Lesson, Way]:
        """The lesson, and how it is to be held."""
        lesson = next(card.lesson for card in self.cards if card.choice.isChecked())
        return lesson, Way(answers=self.answers.isChecked(), aloud=self.aloud.isChecked())

    def chosen_to_read(self) -> SavedLesson | None:
        """The stored call that is to be read, if one is chosen."""
        return next((card.lesson for card in self.saved_cards if card.choice.isChecked()), None)

    def accept(self) -> None:
        """Begin the lesson."""
        super().accept()
        to_read = self.chosen_to_read()
        if to_read is not None:
            self._read(to_read)
        else:
            self._begin(*self.chosen())

    def _allow(self) -> None:
        """What is read is neither heard nor listened to."""
        for switch in (self.aloud, self.answers):
            switch.setEnabled(self.chosen_to_read() is None)

    def _listen(self, is_wanted: bool) -> None:
        if is_wanted:
            self._microphone.start()
            self._clock.start()
        else:
            self._let_go()
        self.look()

    def _let_go(self) -> None:
        self._clock.stop()
        self._microphone.stop()

    def look(self) -> None:
        """Show how loud the microphone is now."""
        is_wanted = self.answers.isChecked()
        self.meter.show_level(self._microphone.level_dbfs() if is_wanted else None)
        self.heard.setText(self._microphone.name() or tr(_NO_MICROPHONE))
        self._measured.setVisible(is_wanted)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _GAP)
        rows.setSpacing(_GAP)
        rows.addWidget(label(tr(_ABOUT), wrap=True))
        for card in self.cards:
            rows.addWidget(card)
        if self.saved_cards:
            rows.addWidget(label(tr(_SAVED), bold=True, wrap=True))
        for saved_card in self.saved_cards:
            rows.addWidget(saved_card)
        rows.addSpacing(_GAP)
        rows.addWidget(self.aloud)
        rows.addWidget(self.answers)
        below = QVBoxLayout()
        below.setContentsMargins(QFontMetrics(font()).ascent() + BESIDE_MARK, 0, 0, 0)
        below.addWidget(label(tr(_ANSWER_HELP), muted=True, wrap=True))
        below.addWidget(self._measured)
        rows.addLayout(below)
        rows.addStretch()
        area = scrolled(page, self.windowTitle(), is_stop=False)
        foot = QVBoxLayout()
        foot.addWidget(self._buttons())
        self.lay_out(area, foot, _MARGIN)
        self._page = page

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.start_button = push_button(tr(_START), self.accept, Kind.MAIN)
        self.start_button.setDefault(True)
        self.cancel_button = push_button(tr(_CANCEL), self.reject)
        buttons.addButton(self.start_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed, now that the style is known."""
        self._fit(self._page)
        super().showEvent(event)

    def _fit(self, page: QWidget) -> None:
        """As high as all of it needs, where the screen has the room."""
        room = self.room
        width = min(letters(_WIDTH), room.width())
        self.setMinimumWidth(min(max(width, page.minimumSizeHint().width()), room.width()))
        layout = page.layout()
        needed = layout.totalHeightForWidth(self.minimumWidth()) if layout else 0
        foot = self.start_button.sizeHint().height() + _GAP + _MARGIN
        self.resize(self.minimumWidth(), min(needed + foot + 2 * _GAP, room.height()))


def _measured(meter: LevelMeter, heard: QWidget) -> QWidget:
    """The level beside the microphone's name; its room stays when it is hidden."""
    content = QWidget()
    row = QHBoxLayout(content)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    row.addWidget(meter)
    row.addWidget(heard, 1)
    keeps = content.sizePolicy()
    keeps.setRetainSizeWhenHidden(True)
    content.setSizePolicy(keeps)
    return content

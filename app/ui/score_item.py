"""One item of a scorecard: its question, the answer, the line that it rests on, and a remark."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.score_words import answer_word
from app.core.scorecard import Item
from app.core.scoring import LONGEST, Answer, Given
from app.ui.answer_choice import AnswerChoice
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, label, push_button, set_shown, tint
from app.ui.room_left import room_of
from app.ui.theme import Theme
from app.ui.tr import tr

_GAP = 3
_CRITICAL, _APART = "Critical: where it fails, the call fails", "Does not count toward the score"
_RESTS = "Rests on {time}"
_TAKE = "Rests on the chosen line"
_LOOSE = "Rests on no line"
_REMARK = "Remark"
_TAKE_TIP = "Choose a line of what was said, then press this, or R on the keys"

TimeOf = Callable[[int], str | None]
"""When a turn began, by its number: m:ss, None where it is not there."""


class _ItemRows(QWidget):
    """The question with what is particular about it; `goes_to` asks for a turn by its number."""

    goes_to = Signal(int)

    def __init__(self, item: Item, given: Given, time_of: TimeOf) -> None:
        super().__init__()
        self.item = item
        self._turn = given.turn
        self._time_of = time_of
        self.question = label(item.question, wrap=True)
        self.rests = push_button("", self._go, Kind.LINK)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addWidget(self.question)
        if item.critical or not item.counts:
            self._rows.addWidget(label(tr(_CRITICAL if item.critical else _APART), muted=True, wrap=True))

    def _show_rest(self) -> None:
        time = None if self._turn is None else self._time_of(self._turn)
        text = tr(_RESTS, time=time) if time else ""
        self.rests.setText(text)
        self.rests.setAccessibleName(_named(self.item, text))
        set_shown(self.rests, shown=bool(text))

    def _go(self) -> None:
        if self._turn is not None:
            self.goes_to.emit(self._turn)


class ScoreItem(_ItemRows):
    """`changed` with every change of what is given, `answered` when the keyboard may go on, `left` by up or down.

    `takes` asks for the line that is chosen. While it is not active it shows no more than what was given.
    """

    changed = Signal()
    answered = Signal()
    left = Signal(int)
    takes = Signal()
    focused = Signal()

    def __init__(self, item: Item, given: Given, time_of: TimeOf) -> None:
        super().__init__(item, given, time_of)
        self._is_active = False
        self.hint = label(item.help, muted=True, wrap=True)
        self.choice = AnswerChoice(item.question, given.answer)
        self.take = self._button(tr(_TAKE), self.takes.emit)
        self.loose = self._button(tr(_LOOSE), lambda: self.rest_on(None))
        self.remark = QLineEdit(given.remark)
        self.room = room_of(self.remark, LONGEST)
        self._lay_out()
        self._connect()
        self._show_details()

    @property
    def given(self) -> Given:
        """What is given now."""
        return Given(answer=self.choice.answer, turn=self._turn, remark=self.remark.text())

    def rest_on(self, turn: int | None) -> None:
        """Have it rest on a turn, by its number, or on none."""
        self._turn = turn
        self._show_details()
        self.changed.emit()

    def set_active(self, *, is_active: bool) -> None:
        """Show what else can be given, or no more than what was."""
        self._is_active = is_active
        self._show_details()

    def focus(self) -> None:
        """Take the keyboard."""
        self.choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.choice.given.connect(self.changed)
        self.choice.given.connect(self.answered)
        self.choice.tried.connect(self.changed)
        self.choice.left.connect(self.left)
        self.choice.takes.connect(self.takes)
        self.choice.focused.connect(self.focused)
        self.remark.textEdited.connect(lambda _: self.changed.emit())
        self.remark.returnPressed.connect(lambda: self.left.emit(1))

    def _show_details(self) -> None:
        self._show_rest()
        set_shown(self.take, shown=self._is_active)
        set_shown(self.loose, shown=self._is_active and self._turn is not None)
        set_shown(self.hint, shown=self._is_active and bool(self.item.help))
        set_shown(self.remark, shown=self._is_active or bool(self.remark.text()))
        set_shown(self.room, shown=self._is_active and bool(self.room.text()))

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = push_button(text, act, Kind.QUIET)
        button.setAccessibleName(_named(self.item, text))
        return button

    def _lay_out(self) -> None:
        self.remark.setPlaceholderText(tr(_REMARK))
        self.remark.setAccessibleName(_named(self.item, tr(_REMARK)))
        self.take.setToolTip(tr(_TAKE_TIP))
        lines = FlowLayout()
        for part in (self.rests, self.take, self.loose):
            lines.addWidget(part)
        self._rows.addWidget(self.hint)
        self._rows.addWidget(self.choice)
        self._rows.addLayout(lines)
        self._rows.addWidget(self.remark)
        self._rows.addWidget(self.room)


class GivenItem(_ItemRows):
    """An item of a score that is done: what was given, to be read."""

    def __init__(self, item: Item, given: Given, time_of: TimeOf, theme: Theme) -> None:
        super().__init__(item, given, time_of)
        self.answer = label(tr(answer_word(given.answer)), bold=True)
        self.remark = label(given.remark, wrap=True)
        if given.answer is Answer.FAILED:
            tint(self.answer, theme.hot)
        line = FlowLayout()
        for part in (self.answer, self.rests):
            line.addWidget(part)
        self._rows.addLayout(line)
        self._rows.addWidget(self.remark)
        self.remark.setVisible(bool(given.remark))
        self._show_rest()


def _named(item: Item, text: str) -> str:
    """A control of an item, as it is read out."""
    return tr("{question} {answer}", question=item.question, answer=text)

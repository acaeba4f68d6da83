"""Pass, fail or not applicable: three buttons that are one stop of the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton

from app.core.score_words import ANSWERS, answer_word
from app.core.scoring import Answer
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, describe, push_button
from app.ui.tr import tr

KEYS = {
    Answer.PASSED: (Qt.Key.Key_1, Qt.Key.Key_P),
    Answer.FAILED: (Qt.Key.Key_2, Qt.Key.Key_F),
    Answer.NOT_APPLICABLE: (Qt.Key.Key_3, Qt.Key.Key_N),
}
_BY_KEY = {key: answer for answer, keys in KEYS.items() for key in keys}
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_UPRIGHT = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKE = Qt.Key.Key_R
_HOW = "{answer}: {figure} or {letter} on the keys"
_MARGIN = 5


class AnswerChoice(QFrame):
    """`given` once somebody has chosen; the arrows aside only look at the next answer and keep it (`tried`).

    Up and down leave it (`left` by 1 or -1), R takes the line that is chosen in the words (`takes`).
    """

    given = Signal()
    tried = Signal()
    left = Signal(int)
    takes = Signal()
    focused = Signal()

    def __init__(self, question: str, answer: Answer | None) -> None:
        super().__init__()
        self._question = question
        self.buttons = {one: self._button(one) for one in ANSWERS}
        self.setProperty("choice", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(question)
        row = FlowLayout(_MARGIN)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for button in self.buttons.values():
            row.addWidget(button)
        self.setLayout(row)
        self.show_answer(answer)

    @property
    def answer(self) -> Answer | None:
        """What is chosen."""
        return next((one for one, button in self.buttons.items() if button.isChecked()), None)

    def show_answer(self, answer: Answer | None) -> None:
        """Choose without telling."""
        for one, button in self.buttons.items():
            button.setChecked(one is answer)
        describe(self, tr(answer_word(answer)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, look at the next answer, or go on to the next item."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _BY_KEY:
            self._give(_BY_KEY[key])
        elif key in _SIDEWAYS:
            self._try(_SIDEWAYS[key])
        elif key in _UPRIGHT:
            self.left.emit(_UPRIGHT[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit(1)
        elif key == _TAKE:
            self.takes.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a frame."""
        super().focusInEvent(event)
        self._mark_keyboard(is_here=True)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._mark_keyboard(is_here=False)

    def _button(self, answer: Answer) -> QPushButton:
        button = push_button(tr(ANSWERS[answer]), lambda: self._press(answer), Kind.QUIET)
        figure, letter = (chr(key) for key in KEYS[answer])
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr("{question} {answer}", question=self._question, answer=tr(ANSWERS[answer])))
        button.setToolTip(tr(_HOW, answer=tr(ANSWERS[answer]), figure=figure, letter=letter))
        return button

    def _press(self, answer: Answer) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._give(answer)

    def _give(self, answer: Answer) -> None:
        self.show_answer(answer)
        self.given.emit()

    def _try(self, step: int) -> None:
        order = list(self.buttons)
        at = -1 if self.answer is None else order.index(self.answer)
        place = min(max(at + step, 0), len(order) - 1)
        self.show_answer(order[place])
        self.tried.emit()

    def _mark_keyboard(self, *, is_here: bool) -> None:
        self.setProperty("keyboard", "true" if is_here else "false")
        self.style().polish(self)

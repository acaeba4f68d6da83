"""After a call: how it ended, what was wanted and promised, and the agent's own note; it saves itself."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.core.after_call import Corrected, said_of
from app.core.call_words import OUTCOMES
from app.core.document import After, CallDocument, Outcome
from app.core.keeping import Keep
from app.core.summary import Promised
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, label, push_button
from app.ui.theme import font
from app.ui.tr import tr

SETTLES_AFTER_S = 15
"""It saves itself so long after the last touch."""

_NOTE_LINES = 2
_RIGHT = 10
_DELETE, _SURE = "Delete", "Delete for good?"
_KEEP = "Keep"
_ONLY_IF_ASKED = "Not kept unless you press Keep."
_NEVER_KEPT = "Practice is not kept."

Settle = Callable[[CallDocument, Keep, Corrected], None]
"""Keeps a call with the agent's word on it, or forgets it."""

Word = tuple[str, Keep | None, Corrected]
"""Id of a call, what was said of it, and what was done with it; None while the card is open."""


class AfterCard(QWidget):
    """Nothing in it must be filled in; what is typed keeps it open, and the next call saves it.

    How it ended is asked in a `header`, note and buttons are in a `footer`: both are to stay in sight while wants and
    promises scroll. Of a call that is `kept_if_asked` nothing is saved but by its button.
    """

    def __init__(self, settle: Settle, allowed: Collection[Keep], last: Word | None = None) -> None:
        super().__init__()
        self.last = last
        self._settle = settle
        self._document: CallDocument | None = None
        self._promises: tuple[Promised, ...] = ()
        self._left_s = 0
        self._allowed = allowed
        self._kept_if_asked = False
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.pass_second)
        self.outcomes = {outcome: _choice(tr(words), self._touch) for outcome, words in OUTCOMES.items()}
        for outcome, button in self.outcomes.items():
            button.clicked.connect(lambda _checked, chosen=outcome: self._choose(chosen))
        self.wants = _Lines(tr("What they wanted"), self._touch)
        self.promises = _Lines(tr("What you promised"), self._touch)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(tr("Your own note"))
        self.note.setAccessibleName(tr("Your own note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_LINES * QFontMetrics(font()).lineSpacing() + 12)
        self.note.textChanged.connect(self._touch)
        self.keep = _button(tr(_KEEP), lambda: self.settle(Keep.FULL))
        self.keep_figures = _button(tr("Keep without text"), lambda: self.settle(Keep.NO_TEXT))
        self.delete = _button(tr(_DELETE), self._ask_to_delete)
        self.state = label(muted=True, wrap=True)
        self.header, self.footer = QWidget(), QWidget()
        self._default = Keep.FULL if Keep.FULL in allowed else Keep.NO_TEXT
        self._offer()
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether a call waits to be saved with the agent's word."""
        return self._document is not None

    def show_call(self, document: CallDocument, *, kept_if_asked: bool = False) -> None:
        """Begin with a call that has ended; the one before is saved as it stands.

        A call that stood on a card before this one stands there as it did: settled, or with what was typed so far.
        """
        if self._document is not None and self._document.call.id == document.call.id:
            self._document = document
            return
        self.settle_now()
        self._kept_if_asked = kept_if_asked
        self._offer()
        keep, said = self._known(document)
        self._fill(said)
        if keep is not None:
            self._set_enabled(is_open=False)
            self.state.setText(tr(_SAID[keep]))
            return
        self._document = document
        self._set_enabled(is_open=True)
        self._touch()
        if not kept_if_asked:
            self._clock.start()

    def hand_over(self) -> Word | None:
        """What stands on it, for the card that takes its place; this one saves nothing any more."""
        document, self._document = self._document, None
        self._clock.stop()
        return self.last if document is None else (document.call.id, None, self._said())

    def _known(self, document: CallDocument) -> tuple[Keep | None, Corrected]:
        if self.last is None or self.last[0] != document.call.id:
            return None, said_of(document)
        _, keep, said = self.last
        return keep, said

    def _fill(self, said: Corrected) -> None:
        self._promises = said.promises
        self.wants.show_lines(said.wants)
        self.promises.show_lines([promise.what for promise in said.promises])
        self.note.setPlainText(said.after.note)
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome is said.after.outcome)
        self.delete.setText(tr(_DELETE))

    def needed_px(self) -> int:
        """How high wants and promises are now, known at once."""
        for part in (self.wants, self.promises, self):
            if layout := part.layout():
                layout.invalidate()
                layout.activate()
        return self.sizeHint().height()

    def settle_now(self) -> None:
        """Save what waits, as when the next call begins."""
        if self.is_open and self._kept_if_asked:
            self._document = None
            self._set_enabled(is_open=False)
        elif self.is_open:
            self.settle(self._default)

    def settle(self, keep: Keep) -> None:
        """Save, or forget, and be done."""
        document, self._document = self._document, None
        self._clock.stop()
        if document is None:
            return
        self._set_enabled(is_open=False)
        self.state.setText(tr(_SAID[keep]))
        said = self._said()
        self.last = document.call.id, keep, said
        self._settle(document, keep, said)

    def pass_second(self) -> None:
        """One second less until it saves itself; never while the agent is typing in it."""
        if self.isActiveWindow() and self.window().focusWidget() in self._typed():
            return
        self._left_s -= 1
        if self._left_s <= 0:
            self.settle_now()
        else:
            self._say_left()

    def _said(self) -> Corrected:
        chosen = next((outcome for outcome, button in self.outcomes.items() if button.isChecked()), None)
        when = {promise.what: promise for promise in self._promises}
        promises = [when.get(line) or Promised(who="agent", what=line, when=None) for line in self.promises.lines()]
        after = After(outcome=chosen, note=self.note.toPlainText())
        return Corrected(after=after, wants=tuple(self.wants.lines()), promises=tuple(promises))

    def _choose(self, outcome: Outcome) -> None:
        for other, button in self.outcomes.items():
            button.setChecked(other is outcome and button.isChecked())

    def _touch(self) -> None:
        self._left_s = SETTLES_AFTER_S
        self.delete.setText(tr(_DELETE))
        if self.is_open:
            self._say_left()

    def _say_left(self) -> None:
        if self._kept_if_asked:
            self.state.setText(tr(_NEVER_KEPT if self._allowed == {Keep.NOTHING} else _ONLY_IF_ASKED))
            return
        self.state.setText(tr("Saves itself in {seconds} s", seconds=self._left_s))

    def _ask_to_delete(self) -> None:
        if self.delete.text() == tr(_SURE):
            self.settle(Keep.NOTHING)
            return
        self._touch()
        self.delete.setText(tr(_SURE))

    def _typed(self) -> Sequence[QWidget]:
        return [self.note, *self.wants.fields, *self.promises.fields]

    def _offer(self) -> None:
        """The ways to save this call."""
        self.keep.setVisible(Keep.FULL in self._allowed and self._kept_if_asked)
        self.keep_figures.setVisible(Keep.NO_TEXT in self._allowed)
        self.delete.setVisible(Keep.NOTHING in self._allowed and not self._kept_if_asked)

    def _set_enabled(self, *, is_open: bool) -> None:
        for part in (*self.outcomes.values(), self.wants, self.promises, self.note):
            part.setEnabled(is_open)
        for button in (self.keep, self.keep_figures, self.delete):
            button.setEnabled(is_open)

    def _lay_out(self) -> None:
        choices, ends = FlowLayout(), FlowLayout()
        for button in self.outcomes.values():
            choices.addWidget(button)
        for button in (self.keep, self.keep_figures, self.delete):
            ends.addWidget(button)
        head = _rows(self.header, right=_RIGHT)
        head.addWidget(label(tr("How did it end?"), bold=True))
        head.addLayout(choices)
        rows = _rows(self)
        for part in (self.wants, self.promises):
            rows.addWidget(part)
        foot = _rows(self.footer, right=_RIGHT)
        foot.addWidget(self.note)
        foot.addLayout(ends)
        foot.addWidget(self.state)


_SAID = {
    Keep.FULL: "Saved.",
    Keep.NO_TEXT: "Saved without the words that were said.",
    Keep.NOTHING: "Deleted.",
}


def _rows(part: QWidget, right: int = 0) -> QVBoxLayout:
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, right, 0)
    rows.setSpacing(6)
    return rows


class _Lines(QWidget):
    """Lines of text that can be changed, emptied and added to."""

    def __init__(self, title: str, touched: Callable[[], None]) -> None:
        super().__init__()
        self._title = title
        self._touched = touched
        self.fields: list[QLineEdit] = []
        self.add = push_button(tr("Add"), lambda: self._add_field("").setFocus(), Kind.QUIET)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.setAccessibleName(tr("{title}: add a line", title=title))
        head = QHBoxLayout()
        head.addWidget(label(title, bold=True), 1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(head)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Put these in place of what was there."""
        for field in self.fields:
            self._rows.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        for line in lines:
            self._add_field(line)

    def lines(self) -> list[str]:
        """What stands there now, without empty lines."""
        return [field.text().strip() for field in self.fields if field.text().strip()]

    def _add_field(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setCursorPosition(0)
        field.setAccessibleName(tr("{title}, line {number}", title=self._title, number=len(self.fields) + 1))
        field.textEdited.connect(lambda _: self._touched())
        self._rows.addWidget(field)
        field.show()
        field.ensurePolished()
        QWidget.setTabOrder(self.fields[-1] if self.fields else self.add, field)
        self.fields.append(field)
        self._touched()
        return field


def _choice(words: str, touched: Callable[[], None]) -> QPushButton:
    button = _button(words, touched)
    button.setCheckable(True)
    return button


def _button(words: str, act: Callable[[], object], kind: Kind = Kind.QUIET) -> QPushButton:
    """A click takes no keyboard focus: that stays where the agent works."""
    button = push_button(words, act, kind)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

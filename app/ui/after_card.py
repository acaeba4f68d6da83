"""After a call: how it ended, what was wanted and promised, and the agent's own note; it saves itself."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.core.after_call import Corrected, said_of
from app.core.call_words import OUTCOMES
from app.core.document import After, CallDocument, Outcome
from app.core.keeping import Keep
from app.core.summary import Promised
from app.ui.edited_lines import EditedLines
from app.ui.flow import FlowLayout
from app.ui.growing_field import GrowingField
from app.ui.labels import Kind, label, push_button
from app.ui.tr import tr

SETTLES_AFTER_S = 15
"""It saves itself so long after the last touch."""

_NOTE_LINES = (2, 6)
"""How many lines the note has room for at least, and at most before it scrolls."""
_LEFT, _RIGHT = 2, 20
"""Pixels beside what stays in sight, so that it ends where wants and promises do, which scroll."""
_DELETE, _SURE = "Delete", "Delete for good?"
_KEEP = "Keep"
_ONLY_IF_ASKED = "Not kept unless you press Keep."
_NEVER_KEPT = "Practice is not kept."
_FAILED = "That did not work."

Settle = Callable[[CallDocument, Keep, Corrected], None]
"""Keeps a call with the agent's word on it, or forgets it."""

Word = tuple[str, Keep | None, Corrected]
"""Id of a call, what was said of it, and what was done with it; None while the card is open."""


class AfterCard(QWidget):
    """Nothing in it must be filled in; what is typed keeps it open, and the next call saves it.

    How it ended is asked in a `header`, note and buttons are in a `footer`: both are to stay in sight while wants and
    promises scroll. Of a call that is `kept_if_asked` nothing is saved but by its button.
    """

    grew = Signal()
    """What is typed needs more room than before, or less."""

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
        self.wants = EditedLines(tr("What they wanted"), self._touch)
        self.promises = EditedLines(tr("What you promised"), self._touch)
        self.note = GrowingField(least=_NOTE_LINES[0], most=_NOTE_LINES[1])
        self.note.setPlaceholderText(tr("Your own note"))
        self.note.setAccessibleName(tr("Your own note"))
        self.note.textChanged.connect(self._touch)
        for part in (self.wants, self.promises, self.note):
            part.grew.connect(self._tell_growth)
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

    def needed_px(self, width: int) -> int:
        """How high wants and promises are now where they have this width."""
        return max(self.heightForWidth(width), self.minimumSizeHint().height())

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

    def tell_failure(self, call_id: str) -> None:
        """What was last asked for could not be done."""
        if not self.is_open and self.last is not None and self.last[0] == call_id:
            self.state.setText(tr(_FAILED))

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

    def _tell_growth(self) -> None:
        """All above are asked anew how high they are, at once."""
        for part in (self.wants, self.promises, self):
            part.updateGeometry()
        if self.is_open:
            self.grew.emit()

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
        head = _rows(self.header, _LEFT, _RIGHT)
        head.addWidget(label(tr("How did it end?"), bold=True))
        head.addLayout(choices)
        rows = _rows(self)
        for part in (self.wants, self.promises):
            rows.addWidget(part)
        foot = _rows(self.footer, _LEFT, _RIGHT)
        foot.addWidget(self.note)
        foot.addLayout(ends)
        foot.addWidget(self.state)


_SAID = {
    Keep.FULL: "Saved.",
    Keep.NO_TEXT: "Saved without the words that were said.",
    Keep.NOTHING: "Deleted.",
}


def _rows(part: QWidget, left: int = 0, right: int = 0) -> QVBoxLayout:
    rows = QVBoxLayout(part)
    rows.setContentsMargins(left, 0, right, 0)
    rows.setSpacing(6)
    return rows


def _choice(words: str, touched: Callable[[], None]) -> QPushButton:
    button = _button(words, touched)
    button.setCheckable(True)
    return button


def _button(words: str, act: Callable[[], object], kind: Kind = Kind.QUIET) -> QPushButton:
    """A click takes no keyboard focus: that stays where the agent works."""
    button = push_button(words, act, kind)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

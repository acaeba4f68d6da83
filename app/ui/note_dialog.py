"""Asks for the text of a note, the moment that it is about, and the day by which an agent is to be coached on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.call_words import clock
from app.core.errors import CalmlineError
from app.core.review_notes import LONGEST, Note, NoteKind
from app.ui.day_field import DayField
from app.ui.form_dialog import FormDialog
from app.ui.form_look import form_palette
from app.ui.labels import Kind, label, push_button, scrolled
from app.ui.room_left import tell_room
from app.ui.saver import OneSave, Saves
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import told

_TITLES = {NoteKind.COMMENT: "Comment", NoteKind.COACHING: "Coaching note"}
_ABOUT = {
    NoteKind.COMMENT: "What is to be seen here? A comment is kept as long as the words of the call.",
    NoteKind.COACHING: "What is the agent to be coached on? It is kept as long as the figures of the call.",
}
_AFTER = timedelta(days=7)
"""When a coaching note is due where nobody says otherwise."""
SAVE = "Ctrl+Return"
"""Return alone begins a line."""

_TEXT_LINES = 5
_WIDTH, _HEIGHT, _NARROWEST = 64, 22, 40
_MARGIN, _GAP = 16, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWish:
    """What stands in the dialog: `at_s` is None for the whole call, `due_on` None without a day."""

    kind: NoteKind
    text: str = ""
    at_s: float | None = None
    due_on: date | None = None


def new_wish(kind: NoteKind, at_s: float | None, today: date) -> NoteWish:
    """An empty note: one of coaching is due in a week, unless somebody takes the day away."""
    return NoteWish(kind=kind, at_s=at_s, due_on=today + _AFTER if kind is NoteKind.COACHING else None)


class _Text(QPlainTextEdit):
    """Takes all the room that is left, and a few lines at least."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _TEXT_LINES * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class NoteDialog(FormDialog):
    """Closes only with a note that was kept: `kept` carries it then.

    `keep` gives what keeps a note and gives it back, to be done beside the window; both raise CalmlineError with what
    is wrong. While that goes on its text cannot be changed.
    """

    kept = Signal(object)

    def __init__(
        self,
        wish: NoteWish,
        keep: Callable[[NoteWish], Callable[[], Note]],
        saves: Saves,
        *,
        today: date,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(tr(_TITLES[wish.kind]), theme, parent)
        self._wish = wish
        self._keep = keep
        self._saving = OneSave(saves, self, self._say)
        self.text = _Text(wish.text)
        self.text.setAccessibleName(tr(_TITLES[wish.kind]))
        self.text.setTabChangesFocus(True)
        self.left = label(muted=True, wrap=True)
        self.text.textChanged.connect(self._tell_left)
        self.moment = QCheckBox(tr("At {time}", time=clock(wish.at_s or 0.0)))
        self.moment.setChecked(wish.at_s is not None)
        self.moment.setVisible(wish.at_s is not None)
        self.moment.setPalette(form_palette(theme))
        self.due = DayField(tr("Due on"), today + _AFTER, theme)
        self.due.show(wish.due_on)
        self.wrong = label(wrap=True)
        self._allow(is_allowed=True)
        self.wrong.hide()
        self.save = push_button(tr("&Save"), self.accept, Kind.MAIN)
        self.save.setToolTip(tr("On the keys: {key}", key=SAVE))
        QShortcut(QKeySequence(SAVE), self, self.accept)
        self._lay_out()
        self._tell_left()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)
        self.text.setFocus()

    def wished(self) -> NoteWish:
        """What stands in it now."""
        return NoteWish(
            kind=self._wish.kind,
            text=self.text.toPlainText(),
            at_s=self._wish.at_s if self.moment.isChecked() else None,
            due_on=self.due.day,
        )

    def accept(self) -> None:
        """Keep it, or say what is wrong; it can be pressed again then."""
        if self._saving.is_busy:
            return
        try:
            act = self._keep(self.wished())
        except CalmlineError as error:
            self._say(told(error))
            return
        self._allow(is_allowed=False)
        self._saving.do(act, self._end, lambda: self._allow(is_allowed=True))

    def reject(self) -> None:
        """Close, but not while it is being kept: it would be lost if that failed."""
        if not self._saving.is_busy:
            super().reject()

    def _end(self, note: Note) -> None:
        self.kept.emit(note)
        super().accept()

    def _tell_left(self) -> None:
        tell_room(self.left, self.text.toPlainText(), LONGEST)

    def _say(self, line: str) -> None:
        self.wrong.setText(line)
        self.wrong.setVisible(bool(line))

    def _allow(self, *, is_allowed: bool) -> None:
        """Whether something may be changed."""
        self.text.setReadOnly(not is_allowed)
        self.wrong.setProperty("tone", "wrong" if is_allowed else "")
        self.wrong.style().polish(self.wrong)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        rows.addWidget(label(tr(_ABOUT[self._wish.kind]), wrap=True))
        rows.addWidget(self.text, 1)
        rows.addWidget(self.left)
        rows.addWidget(self.moment)
        due = QHBoxLayout()
        due.addWidget(self.due.tick)
        due.addWidget(self.due.edit)
        due.addStretch()
        rows.addLayout(due)
        for part in (self.due.tick, self.due.edit):
            part.setVisible(self._wish.kind is NoteKind.COACHING)
        rows.addWidget(self.wrong)
        buttons = QDialogButtonBox()
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(push_button(tr("&Cancel"), self.reject), QDialogButtonBox.ButtonRole.RejectRole)
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.lay_out(scrolled(page, self.windowTitle(), is_stop=False), foot, _MARGIN)

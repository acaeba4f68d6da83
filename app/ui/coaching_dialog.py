"""What agents are still to be coached on, over all calls: the soonest due first."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from app.core.errors import CalmlineError
from app.core.review_notes import DueNote, ticked
from app.ui.day_field import day_in_words
from app.ui.flow import FlowLayout
from app.ui.form_dialog import FormDialog
from app.ui.labels import Kind, card, label, push_button
from app.ui.reviewing import Reviewing
from app.ui.row_table import RowTable
from app.ui.saver import OneSave
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import moment, told

_TITLE, _BUTTON = "Coaching due", "Coaching"
_COLUMNS = ("Due", "Agent", "Note", "Call")
_HOW = "A click on a note shows it at its call."
_NONE = "Nothing is open. A coaching note that you write at a call is listed here until it is done."
_WIDTH, _HEIGHT, _NARROWEST = 84, 28, 50
_MARGIN, _GAP = 16, 8


class CoachingDialog(FormDialog):
    """`wanted` carries a note that was clicked or chosen by Enter, and is to be shown at its call.

    `changed` says that fewer notes are open now.
    """

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, reviewing: Reviewing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr(_TITLE), theme, parent)
        self._reviewing = reviewing
        self._due: tuple[DueNote, ...] = ()
        self.table = RowTable([tr(name) for name in _COLUMNS], wrapped=_COLUMNS.index("Note"), name=tr(_TITLE))
        self.said = label(wrap=True)
        self._saving = OneSave(reviewing.saves, self, self.said.setText)
        self.open_button = push_button(tr("&Open the call"), self._open, Kind.QUIET)
        self.done_button = push_button(tr("&Done"), self._tick, Kind.QUIET)
        self.close_button = push_button(tr("&Close"), self.reject, Kind.MAIN)
        for button in (self.open_button, self.done_button, self.close_button):
            button.setAutoDefault(False)  # the return key opens the chosen call
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.row_picked.connect(lambda _: self._open())
        self._lay_out()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew; the chosen note stays chosen while it is there."""
        chosen = self._chosen()
        try:
            self._due = self._reviewing.store.due()
        except CalmlineError as error:
            self.said.setText(told(error))
            return
        today = self._reviewing.now().date()
        self.table.show_rows([_cells(one, today) for one in self._due])
        for row, one in enumerate(self._due):
            if chosen is not None and one.note.number == chosen.note.number:
                self.table.selectRow(row)
        self.said.setText(tr(_HOW if self._due else _NONE))
        self._allow()

    def _chosen(self) -> DueNote | None:
        row = self.table.chosen_row()
        return self._due[row] if row is not None and row < len(self._due) else None

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.wanted.emit(chosen)

    def _tick(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            after = ticked(chosen.note, self._reviewing.now())
            self._saving.do(partial(self._reviewing.store.change, chosen.note, after), lambda _: self._show_ticked())

    def _show_ticked(self) -> None:
        self.refresh()
        self.changed.emit()

    def _allow(self) -> None:
        for button in (self.open_button, self.done_button):
            button.setEnabled(self._chosen() is not None)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        rows.addWidget(card(self.table, margin=9), 1)
        rows.addWidget(self.said)
        acts = FlowLayout()
        acts.addWidget(self.open_button)
        acts.addWidget(self.done_button)
        rows.addLayout(acts)
        buttons = QDialogButtonBox()
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.lay_out(page, foot, _MARGIN)


class CoachingDue(QObject):
    """The `button` that opens the list and tells how much is open.

    `wanted` carries a note that is to be shown at its call, `changed` that something was done in the list.
    """

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, reviewing: Reviewing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._theme = theme
        self._over = parent
        self.dialog: CoachingDialog | None = None
        self.button = push_button(tr(_BUTTON), self.open)

    def look(self) -> None:
        """Count again."""
        try:
            number = len(self._reviewing.store.due())
        except CalmlineError:
            number = 0  # the list says what is wrong
        self.button.setText(tr("Coaching: {number}", number=number) if number else tr(_BUTTON))
        self.button.setAccessibleName(self.button.text())
        if self.dialog is not None:
            self.dialog.refresh()

    def open(self) -> None:
        """Show the list beside the window, which opens the calls that are chosen in it."""
        if self.dialog is None:
            self.dialog = CoachingDialog(self._reviewing, self._theme, self._over)
            self.dialog.wanted.connect(self.wanted)
            self.dialog.changed.connect(self.look)
            self.dialog.changed.connect(self.changed)
            self.dialog.finished.connect(self._closed)
        self.dialog.show()
        self.dialog.raise_()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _cells(one: DueNote, today: date) -> tuple[str, str, str, str]:
    return (_day(one, today), one.agent or "-", one.note.text, moment(one.started_at))


def _day(one: DueNote, today: date) -> str:
    if one.note.due_on is None:
        return tr("No day")
    day = day_in_words(one.note.due_on)
    return tr("Late: {day}", day=day) if one.note.is_late(today) else day

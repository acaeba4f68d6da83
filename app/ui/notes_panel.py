"""Comments and coaching notes on a call: a list by time, and what can be done with them."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.call_words import clock
from app.core.document import CallDocument
from app.core.errors import CalmlineError
from app.core.review_notes import Note, NoteKind, coaching, comment, reworded, ticked
from app.core.wordless import has_words
from app.ui.day_field import day_in_words
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, bring_in_sight, label, push_button, set_shown
from app.ui.note_dialog import NoteDialog, NoteWish, new_wish
from app.ui.practice_switch import PracticeSwitch
from app.ui.review_keys import COACHING, COMMENT, DELETE
from app.ui.reviewing import Reviewing
from app.ui.row_table import RowTable
from app.ui.saver import Made, OneSave
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import moment, told

_COLUMNS = ("Time", "Note", "Kind")
KEYS = {NoteKind.COMMENT: COMMENT, NoteKind.COACHING: COACHING}
_DONE, _OPEN_AGAIN = "Done", "Open again"
_NO_WORDS = "The words of this call are not kept, and comments go with them."


class NotesPanel(QWidget):
    """`picked` carries the second of a note that was clicked or chosen by Enter; `changed` that there are others now.

    A new note is about `at_s`, the second that is marked on the page, or about the whole call.
    """

    picked = Signal(float)
    changed = Signal()

    def __init__(self, reviewing: Reviewing, theme: Theme) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._theme = theme
        self._call_id = ""
        self._gone: Note | None = None
        self.notes: tuple[Note, ...] = ()
        self.at_s: float | None = None
        self.table = RowTable([tr(column) for column in _COLUMNS], wrapped=_COLUMNS.index("Note"), name=tr("Notes"))
        self.comment = push_button(tr("Comment"), lambda: self.write(NoteKind.COMMENT), Kind.QUIET)
        self.coaching = push_button(tr("Coaching note"), lambda: self.write(NoteKind.COACHING), Kind.QUIET)
        self.edit = push_button(tr("Edit"), self._edit, Kind.QUIET)
        self.done = push_button(tr(_DONE), self._tick, Kind.QUIET)
        self.delete = push_button(tr("Delete"), self._delete, Kind.QUIET)
        self.practice = PracticeSwitch(reviewing, self._tried, self._write)
        self.said = label(muted=True, wrap=True)
        self._saving = OneSave(reviewing.saves, self, self._say)
        self.undo = push_button(tr("Undo"), self._undo, Kind.QUIET)
        self.table.row_picked.connect(self._pick)
        self.table.itemSelectionChanged.connect(self._allow)
        self._add_keys()
        self._lay_out()

    def show_call(self, document: CallDocument) -> None:
        """Show what was written at a call; of one without words nothing can be commented on."""
        self._call_id = document.call.id
        self.practice.show_call(document)
        is_whole = has_words(document)
        self.comment.setEnabled(is_whole)
        self.comment.setToolTip(tr("On the keys: {key}", key=KEYS[NoteKind.COMMENT]) if is_whole else tr(_NO_WORDS))
        self._tried(self._read)

    def choose(self, number: int) -> bool:
        """Choose a note by its number, as a click does; whether it is there."""
        row = next((row for row, note in enumerate(self.notes) if note.number == number), None)
        if row is None:
            return False
        self.table.selectRow(row)
        self._pick(row)
        return True

    def look(self) -> None:
        """Read again what was written at this call."""
        if self._call_id:
            self._tried(self._read)

    # --- what is done -----------------------------------------------------------------------------------------

    def write(self, kind: NoteKind) -> None:
        """Ask for a new note."""
        if self._call_id and (kind is NoteKind.COACHING or self.comment.isEnabled()):
            self._ask(new_wish(kind, self.at_s, self._reviewing.now().date()), self._adding)

    def _edit(self) -> None:
        note = self._chosen()
        if note is not None:
            wish = NoteWish(kind=note.kind, text=note.text, at_s=note.at_s, due_on=note.due_on)
            self._ask(wish, lambda wished: self._changing(note, wished))

    def _ask(self, wish: NoteWish, keep: Callable[[NoteWish], Callable[[], Note]]) -> None:
        today, call_id = self._reviewing.now().date(), self._call_id
        dialog = NoteDialog(wish, keep, self._reviewing.saves, today=today, theme=self._theme, parent=self)
        dialog.kept.connect(lambda note: self._show_kept(call_id, note))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _adding(self, wish: NoteWish) -> Callable[[], Note]:
        """What keeps a new note. Raises CalmlineError."""
        now, author = self._reviewing.now(), self._reviewing.author
        note = (
            comment(wish.text, now, at_s=wish.at_s, author=author)
            if wish.kind is NoteKind.COMMENT
            else coaching(wish.text, now, due_on=wish.due_on, at_s=wish.at_s, author=author)
        )
        return partial(self._reviewing.store.add, self._call_id, note)

    def _changing(self, note: Note, wish: NoteWish) -> Callable[[], Note]:
        """What keeps a note that was changed. Raises CalmlineError."""
        return self._putting(note, reworded(note, wish.text, at_s=wish.at_s, due_on=wish.due_on))

    def _putting(self, before: Note, after: Note) -> Callable[[], Note]:
        def put() -> Note:
            self._reviewing.store.change(before, after)
            return after

        return put

    def _tick(self) -> None:
        note = self._chosen()
        if note is not None and note.kind is NoteKind.COACHING:
            now = self._reviewing.now() if note.is_open else None
            self._write(self._putting(note, ticked(note, now)), self._show_kept)

    def _delete(self) -> None:
        note = self._chosen()
        if note is not None:
            self._write(partial(self._reviewing.store.remove, note.number), lambda at, _: self._show_removed(at, note))

    def _undo(self) -> None:
        """The note is only forgotten once it is back."""
        note, call_id = self._gone, self._call_id
        if note is not None:
            act = partial(self._reviewing.store.add, call_id, note)
            self._saving.do(act, lambda added: self._show_kept(call_id, added))

    def _write(self, act: Callable[[], Made], done: Callable[[str, Made], object]) -> None:
        """Do something beside the window, and then what is given the id of the call and what came of it."""
        self._forget_undo()
        call_id = self._call_id
        self._saving.do(act, lambda made: done(call_id, made))

    def _tried(self, act: Callable[[], object]) -> bool:
        """Whether it could be done; what goes wrong is said."""
        self._forget_undo()
        try:
            act()
        except CalmlineError as error:
            self._say(told(error))
            return False
        return True

    # --- what is shown ----------------------------------------------------------------------------------------

    def _show_kept(self, call_id: str, note: Note) -> None:
        """The list with a note that was kept, while its call is shown."""
        if call_id == self._call_id:
            self._tried(lambda: self._read(note.number))

    def _show_removed(self, call_id: str, note: Note) -> None:
        if call_id == self._call_id and self._tried(self._read):
            self._gone = note
            self._say(tr("The note is deleted."))

    def _read(self, number: int | None = None) -> None:
        """The list as it is now, with one note chosen. Raises CalmlineError."""
        self.notes = ()
        self.table.show_rows([])
        self.notes = self._reviewing.store.notes(self._call_id)
        today = self._reviewing.now().date()
        self.table.show_rows([_cells(note, today) for note in self.notes], [_about(note) for note in self.notes])
        for row, note in enumerate(self.notes):
            if note.number == number:
                self.table.selectRow(row)
        self._allow()
        self.changed.emit()

    def _pick(self, row: int) -> None:
        at_s = self.notes[row].at_s
        if at_s is not None:
            self.picked.emit(at_s)

    def _chosen(self) -> Note | None:
        row = self.table.chosen_row()
        return self.notes[row] if row is not None and row < len(self.notes) else None

    def _allow(self) -> None:
        note = self._chosen()
        self.edit.setEnabled(note is not None)
        self.delete.setEnabled(note is not None)
        self.done.setEnabled(note is not None and note.kind is NoteKind.COACHING)
        is_done = note is not None and note.done_at is not None
        self.done.setText(tr(_OPEN_AGAIN) if is_done else tr(_DONE))
        self.done.setAccessibleName(self.done.text())

    def _forget_undo(self) -> None:
        self._gone = None
        self._say("")

    def _say(self, line: str) -> None:
        self.said.setText(line)
        self._show_said()
        if line:
            bring_in_sight(self.undo if self._gone else self.said)

    def _show_said(self) -> None:
        set_shown(self.said, shown=bool(self.said.text()))
        set_shown(self.undo, shown=self._gone is not None)

    def _add_keys(self) -> None:
        key = QShortcut(QKeySequence(DELETE), self.table, self._delete)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.coaching.setToolTip(tr("On the keys: {key}", key=KEYS[NoteKind.COACHING]))
        self.delete.setToolTip(tr("On the keys: {key}", key=DELETE))

    def _lay_out(self) -> None:
        acts = FlowLayout()
        for button in (self.comment, self.coaching, self.edit, self.done, self.delete):
            acts.addWidget(button)
        said = QHBoxLayout()
        said.addWidget(self.said, 1)
        said.addWidget(self.undo)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.table, 1)
        rows.addLayout(said)
        acts.addWidget(self.practice.button)
        rows.addLayout(acts)
        self._show_said()
        self._allow()


def state_words(note: Note, today: date) -> str:
    """What kind of note it is, and whether it is due."""
    if note.kind is NoteKind.COMMENT:
        return tr("Comment")
    if not note.is_open:
        return tr("Coaching,\ndone")
    if note.due_on is None:
        return tr("Coaching")
    day = day_in_words(note.due_on)
    return tr("Coaching,\nlate: {day}", day=day) if note.is_late(today) else tr("Coaching,\ndue {day}", day=day)


def _cells(note: Note, today: date) -> tuple[str, str, str]:
    return ("-" if note.at_s is None else clock(note.at_s), note.text, state_words(note, today))


def _about(note: Note) -> str:
    """Who wrote it, and when."""
    when = moment(note.made_at)
    return tr("{author}, {when}", author=note.author, when=when) if note.author else when

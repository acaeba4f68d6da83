"""What is kept: how much of it, until when, and taking it away by call or by the caller's reference."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.core.kept import KeptBench, KeptState
from app.ui.figures_view import FiguresView
from app.ui.flow import FlowLayout
from app.ui.form_dialog import FormDialog
from app.ui.form_look import form_palette
from app.ui.kept_table import KeptTable
from app.ui.kept_words import is_due, kept_figures
from app.ui.labels import Kind, card, label, push_button, scrolled
from app.ui.progress import thin_bar
from app.ui.theme import Theme, current_theme
from app.ui.tr import tr, tr_message

_TITLE = "What is kept"
_READING = "Reading what is kept"
_BY_REFERENCE = "Caller's reference"
_DELETE, _SURE = "Delete", "Delete {number} for good?"
_NO_WAY_BACK = "Nothing brings deleted calls back. Press again to delete: {number}."
_STAY = "On legal hold, so they stay: {number}."
_ALL = "Choose all"
_LOOK_MS = 50
_MARGIN, _GAP = 16, 10
_WIDTH, _HEIGHT, _NARROWEST = 92, 44, 40
"""Of the dialog, in widths of a letter and heights of a line."""


class KeptDialog(FormDialog):
    """Figures above, the calls below; what takes long is done beside the window. `changed` when calls have changed."""

    def __init__(
        self,
        bench: KeptBench,
        *,
        theme: Theme | None = None,
        changed: Callable[[], object] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        parent: QWidget | None = None,
    ) -> None:
        theme = theme or current_theme()
        super().__init__(tr(_TITLE), theme, parent)
        self._bench, self._changed, self._now = bench, changed, now
        self._state: KeptState | None = None
        self._asked: tuple[str, ...] = ()
        self.figures = FiguresView()
        self.reference = QLineEdit()
        self.reference.setPalette(form_palette(theme))
        self.reference.setPlaceholderText(tr(_BY_REFERENCE))
        self.reference.setAccessibleName(tr(_BY_REFERENCE))
        self.reference.returnPressed.connect(self._find)
        self.find_button = _button(tr("&Find"), self._find)
        self.all = _button(tr("Show all"), self._show_all)
        self.table = KeptTable()
        self.table.itemSelectionChanged.connect(self._forget_question)
        self.every = _button(tr(_ALL), self.table.selectAll)
        self.hold = _button(tr("Put on legal hold"), lambda: self._hold(wanted=True))
        self.release = _button(tr("Release"), lambda: self._hold(wanted=False))
        self.delete = _button(tr(_DELETE), self._delete)
        self.purge = _button(tr("Take away what is due"), self._purge)
        self.folder = _button(tr("Open the folder"), bench.open_folder)
        self.close_button = push_button(tr("&Close"), self.reject, Kind.MAIN)
        self.close_button.setAutoDefault(False)  # the return key looks for a reference
        self.said = label(wrap=True)
        self.bar = thin_bar(theme)
        self.bar.setRange(0, 0)
        self._lay_out()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)
        bench.look()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        self._clock.start(_LOOK_MS)
        self.look()

    def look(self) -> None:
        """Show what the bench knows now."""
        before, state = self._state, self._bench.state
        if state == before:
            return
        self._state = state
        self.figures.show_figures(kept_figures(state, self._now()))
        self.table.show_rows(state.rows)
        self.bar.setVisible(state.is_busy)
        self._say(tr(_READING) if state.is_busy else tr_message(state.said), is_wrong=state.is_wrong)
        self.bar.setAccessibleName(self.said.text())
        self._allow()
        if before is not None and state.revision != before.revision:
            self._changed()

    def _allow(self) -> None:
        """What can be done now."""
        state = self._bench.state
        chosen, held = self._chosen()
        is_free = not state.is_busy
        for button, is_useful in (
            (self.find_button, True),
            (self.all, bool(state.reference)),
            (self.every, bool(state.rows)),
            (self.hold, len(held) < len(chosen)),
            (self.release, bool(held)),
            (self.delete, len(held) < len(chosen)),
            (self.purge, is_due(state, self._now())),
        ):
            button.setEnabled(is_free and is_useful)

    def _chosen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The chosen calls, and those of them that are on legal hold."""
        chosen = self.table.chosen()
        on_hold = {row.call_id for row in self._bench.state.rows if row.is_held}
        return chosen, tuple(call_id for call_id in chosen if call_id in on_hold)

    def _find(self) -> None:
        self.table.clearSelection()
        self._bench.find(self.reference.text())
        self.look()

    def _show_all(self) -> None:
        self.reference.clear()
        self._find()

    def _hold(self, *, wanted: bool) -> None:
        chosen, held = self._chosen()
        call_ids = tuple(call_id for call_id in chosen if call_id not in held) if wanted else held
        self._forget_question()
        self._bench.hold(call_ids, wanted=wanted)
        self.look()

    def _purge(self) -> None:
        self._forget_question()
        self._bench.purge()
        self.look()

    def _delete(self) -> None:
        """Asks once more before anything goes."""
        chosen, held = self._chosen()
        going = tuple(call_id for call_id in chosen if call_id not in held)
        if going and going == self._asked:
            self._forget_question()
            self._bench.delete(going)
            self.look()
            return
        self._asked = going
        self.delete.setText(tr(_SURE, number=len(going)))
        stay = (tr(_STAY, number=len(held)),) if held else ()
        self._say(" ".join((tr(_NO_WAY_BACK, number=len(going)), *stay)), is_wrong=True)

    def _forget_question(self) -> None:
        if self._asked:
            self._asked = ()
            self.delete.setText(tr(_DELETE))
            self._say("", is_wrong=False)
        self._allow()

    def _say(self, line: str, *, is_wrong: bool) -> None:
        self.said.setText(line)
        self.said.setVisible(bool(line))
        self.said.setProperty("tone", "wrong" if is_wrong else None)
        self.said.style().polish(self.said)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        rows.addWidget(card(self.figures, margin=9))
        rows.addWidget(label(tr("Calls"), scale=1.15, bold=True))
        search = QHBoxLayout()
        search.addWidget(self.reference, 1)
        search.addWidget(self.find_button)
        search.addWidget(self.all)
        rows.addLayout(search)
        acts = FlowLayout()
        for button in (self.every, self.hold, self.release, self.delete, self.purge):
            acts.addWidget(button)
        rows.addLayout(acts)
        rows.addWidget(self.said)
        rows.addWidget(self.bar)
        rows.addWidget(card(self.table, margin=9), 1)
        foot = QVBoxLayout()
        foot.addWidget(self._buttons())
        self.lay_out(scrolled(page, tr(_TITLE), is_stop=False), foot, _MARGIN)

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.addButton(self.close_button, roles.RejectRole)
        buttons.addButton(self.folder, roles.ResetRole)
        return buttons


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = push_button(text, act, Kind.QUIET)
    button.setAutoDefault(False)
    return button

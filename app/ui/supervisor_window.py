"""The window in which ended calls are reviewed."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QSize, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import CalmlineError
from app.core.ports import CallStore, TeamStore
from app.core.team import TeamPhrase
from app.ui.call_page import CallPage
from app.ui.call_table import CallTableModel, call_table
from app.ui.flow import FlowLayout
from app.ui.labels import card, label, push_button
from app.ui.theme import current_theme, stylesheet
from app.ui.tr import tr

SIZE = QSize(1180, 760)
_LIST_PX = 530
_MARGIN = 12

_NO_CALLS = "No calls yet.\nA call appears here when it has ended.\nTo see one now, play the demo call."
_NO_CHOICE = "Choose a call on the left to see how it went."


class SupervisorWindow(QMainWindow):
    """Calls on the left, the chosen one on the right."""

    def __init__(self, store: CallStore, team: TeamStore, show_kept: Callable[[QWidget], object] | None = None) -> None:
        super().__init__()
        self._store = store
        self._team = team
        self._open_id: str | None = None
        self.setWindowTitle(tr("Calmline: calls"))
        self.setMinimumSize(SIZE)
        theme = current_theme()
        self.setStyleSheet(stylesheet(theme))
        self.calls = CallTableModel(self)
        self.table = call_table(self.calls, theme)
        self.page = CallPage(theme, self._propose)
        self.kept = push_button(tr("What is kept"), lambda: show_kept(self) if show_kept else None)
        self.kept.setVisible(show_kept is not None)
        self.note = _note()
        self._right = QStackedWidget()
        self._right.addWidget(self.note)
        self._right.addWidget(self.page)
        self.setCentralWidget(self._lay_out())
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the chosen call stays chosen while it is there."""
        try:
            rows = self._store.rows()
        except CalmlineError as error:
            self._say(tr(error.line()))
            return
        self.calls.show_rows(rows)
        row = self.calls.row_of(self._open_id) if self._open_id else None
        if row is None:
            self._open_id = None
            self._say(tr(_NO_CHOICE) if rows else tr(_NO_CALLS))
        else:
            self.table.selectRow(row)

    def open_call(self, call_id: str) -> None:
        """Choose a call; one that is not in the list is still read, or the page says why it cannot be."""
        row = self.calls.row_of(call_id)
        if row is not None:
            self.table.selectRow(row)
        if call_id != self._open_id or self._right.currentWidget() is self.note:
            self._show_call(call_id)

    def _choose(self, now: QItemSelection) -> None:
        if not now.isEmpty():
            self._show_call(self.calls.call_id(now.indexes()[0].row()))

    def _show_call(self, call_id: str) -> None:
        self._open_id = call_id
        try:
            document = self._store.load(call_id)
        except CalmlineError as error:
            self._say(tr(error.line()))
            return
        self.page.show_call(document)
        self._right.setCurrentWidget(self.page)

    def _propose(self, phrase: TeamPhrase, call_id: str, at_s: float) -> None:
        self._team.propose(phrase, call_id, at_s)

    def _say(self, line: str) -> None:
        self.note.setText(line)
        self._right.setCurrentWidget(self.note)

    def _buttons(self) -> FlowLayout:
        buttons = FlowLayout()
        buttons.addWidget(push_button(tr("Refresh"), self.refresh))
        buttons.addWidget(self.kept)
        return buttons

    def _lay_out(self) -> QWidget:
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(card(self.table, margin=9), 1)
        rows.addLayout(self._buttons())
        parts = QSplitter()
        parts.setHandleWidth(_MARGIN)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self._right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_LIST_PX, SIZE.width() - _LIST_PX])
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        outer.addWidget(parts)
        return page


def _note() -> QLabel:
    note = label(scale=1.2, muted=True, wrap=True)
    note.setAlignment(Qt.AlignmentFlag.AlignCenter)
    note.setMargin(40)
    return note

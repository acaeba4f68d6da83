"""The window in which ended calls are reviewed."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.call_search import CallRow
from app.core.errors import CalmlineError
from app.core.export import ExportBench
from app.core.ports import CallStore, TeamStore
from app.core.review_notes import DueNote
from app.core.saved_filters import Wish
from app.core.standing import Standing, standings
from app.core.trend_port import TrendStore
from app.ui.ahead import ahead
from app.ui.call_list import CallList
from app.ui.call_page import CallPage
from app.ui.coaching_dialog import CoachingDue
from app.ui.export_bar import Call, ExportBar
from app.ui.form_look import form_rules
from app.ui.labels import Kind, column, label, push_button
from app.ui.review_keys import HELP, SCORE, show_keys
from app.ui.reviewing import Reviewing
from app.ui.saver import Saver, Saves
from app.ui.score_list import Scoring
from app.ui.theme import Theme, current_theme, font, stylesheet
from app.ui.tr import tr
from app.ui.trend_reader import Titles
from app.ui.trends_page import TrendsPage
from app.ui.words import told

SIZE = QSize(1180, 760)
_LIST_PX = 580
_LINES = 30
_MARGIN = 12


class SupervisorWindow(QMainWindow):
    """Calls on the left, the chosen one on the right; in their place trends, where a switch at the top says so."""

    def __init__(  # noqa: PLR0913 - made of many ports, which are given by their names
        self,
        store: CallStore,
        team: TeamStore,
        show_kept: Callable[[QWidget], object] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        theme: Theme | None = None,
        *,
        exporter: ExportBench | None = None,
        reviewing: Reviewing | None = None,
        trends: TrendStore | None = None,
        titles: Titles = dict,
        scoring: Scoring | None = None,
        saves: Saves | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._scoring = scoring
        self._shown_id: str | None = None
        self._shown_note: int | None = None
        self._open_call: Call | None = None
        self.setWindowTitle(tr("Calmline: calls"))
        self.setMinimumSize(self._least())
        theme = theme or current_theme()
        self.setStyleSheet(stylesheet(theme) + form_rules(theme))
        saves = saves or Saver(self)
        self.page = CallPage(theme, team.propose, saves, reviewing, scoring)
        self.list = CallList(store, theme, now, saves, self._standings, self._viewer)
        self.calls, self.table, self.filters = self.list.calls, self.list.table, self.list.filters
        if self.page.scorecard is not None:
            self.page.scorecard.scored.connect(self.calls.change_standing)
        self.kept = push_button(tr("What is kept"), lambda: show_kept(self) if show_kept else None)
        self.kept.setVisible(show_kept is not None)
        self.exports = self._exports(exporter, theme) if exporter else None
        self.score = self._score_button() if scoring else None
        self.list.buttons.addWidget(self.kept)
        self.coaching = self._coaching(reviewing, theme) if reviewing else None
        self.note = _note()
        self._right = QStackedWidget()
        self._right.addWidget(self.note)
        self._right.addWidget(self.page)
        self.trends = self._trends(trends, titles, theme, now) if trends else None
        self._views = QStackedWidget()
        self.show_calls, self.show_trends = (
            self._switch(tr(title), view) for view, title in enumerate(("Calls", "Trends"))
        )
        self.keys = push_button(tr("Keys"), lambda: show_keys(theme, self), Kind.QUIET)
        self.keys.setToolTip(tr("On the keys: {key}", key=HELP))
        QShortcut(QKeySequence(HELP), self, self.keys.click)
        self.setCentralWidget(self._lay_out())
        self.list.chosen.connect(self._show_call)
        self.list.said.connect(self._say)
        self.refresh()
        ahead(store.read_ahead, *([self.trends.counting_ahead()] if self.trends is not None else []))

    def refresh(self) -> None:
        """Read what is shown again; the chosen call stays chosen while it is there."""
        self.list.refresh()
        if self.coaching is not None:
            self.coaching.look()
        if self.trends is not None and self._views.currentWidget() is self.trends:
            self.trends.refresh()

    def open_call(self, call_id: str) -> None:
        """Choose a call; one that is not in the list is still read, or the page says why it cannot be."""
        self.list.choose(call_id)
        if call_id != self._shown_id or self._right.currentWidget() is self.note:
            self._show_call(call_id)

    def _open_note(self, due: DueNote) -> None:
        """Show a note at its call, in whichever view the window is."""
        self._show_view(0)
        self.open_call(due.call_id)
        self.page.show_note(due.note.number)

    def _show_call(self, call_id: str) -> None:
        """A call that was found by a note is opened at it, once: not again whenever the list is read anew."""
        is_other = call_id != self._shown_id
        self._shown_id = call_id
        try:
            document = self._store.load(call_id)
        except CalmlineError as error:
            self._say(told(error))
            return
        self._set_open((call_id, document.call.started_at))
        self.page.show_call(document)
        self._right.setCurrentWidget(self.page)
        if is_other:
            self.page.show_awaited()
        found = self.calls.note(call_id)
        if found is not None and found.number != self._shown_note:
            self.page.show_note(found.number)
        self._shown_note = found.number if found else None

    def _standings(self, calls: Sequence[CallRow]) -> dict[str, Standing]:
        """How far calls are scored. Raises StoreError."""
        return standings(self._scoring.store, calls, self._viewer()) if self._scoring else {}

    def _viewer(self) -> str | None:
        """Who looks, as far as somebody has said."""
        return self.page.scorecard.name or None if self.page.scorecard else None

    def _least(self) -> QSize:
        """As high as so many lines need, where the screen has the room."""
        lines_px = min(_LINES * QFontMetrics(font()).lineSpacing(), self.screen().availableSize().height())
        return SIZE.expandedTo(QSize(0, lines_px))

    def _exports(self, exporter: ExportBench, theme: Theme) -> ExportBar:
        """Its button stands among those of the list; what it says has the width of the window."""
        bar = ExportBar(exporter, theme, lambda: self._open_call, self.list.listed, self.calls.rowCount)
        self.list.buttons.addWidget(bar.button)
        return bar

    def _coaching(self, reviewing: Reviewing, theme: Theme) -> CoachingDue:
        """Its button tells how much is open, on the page of this call and all others."""
        due = CoachingDue(reviewing, theme, self)
        self.list.buttons.addWidget(due.button)
        due.wanted.connect(self._open_note)
        if self.page.notes is not None:
            due.changed.connect(self.page.notes.look)
            self.page.notes.changed.connect(due.look)
        return due

    def _score_button(self) -> QPushButton:
        """Among those of the list, and on its key from anywhere in the window."""
        button = push_button(tr("Score"), self._give_score)
        button.setToolTip(tr("On the keys: {key}", key=SCORE))
        QShortcut(QKeySequence(SCORE), self, self._give_score)
        self.list.buttons.addWidget(button)
        return button

    def _give_score(self) -> None:
        """Of the open call; without one nothing happens."""
        if self._open_call is not None:
            self._show_view(0)
            self.page.score()

    def _set_open(self, call: Call | None) -> None:
        """Which call is scored and exported; None while another thing stands in its place."""
        self._open_call = call
        if self.score is not None:
            self.score.setEnabled(call is not None)

    def _say(self, line: str) -> None:
        self._set_open(None)
        self.note.setText(line)
        self._right.setCurrentWidget(self.note)

    def _trends(self, store: TrendStore, titles: Titles, theme: Theme, now: Callable[[], datetime]) -> TrendsPage:
        page = TrendsPage(store, self._store.agents, theme, now, titles=titles)
        page.wished.connect(self._show_list)
        if self.exports is not None:
            page.add_button(self.exports.table_button(page.table))
        return page

    def _switch(self, title: str, view: int) -> QPushButton:
        button = push_button(title, lambda: self._show_view(view), Kind.QUIET)
        button.setCheckable(True)
        button.setChecked(view == 0)
        return button

    def _show_view(self, view: int) -> None:
        for number, button in enumerate((self.show_calls, self.show_trends)):
            button.setChecked(number == view)
        self._views.setCurrentIndex(view)
        if self.trends is not None and self._views.currentWidget() is self.trends:
            self.trends.refresh()

    def _show_list(self, wish: Wish) -> None:
        """The list of calls, with something looked for."""
        self._show_view(0)
        self.filters.show_wish(wish)

    def _lay_out(self) -> QWidget:
        parts = QSplitter()
        parts.setHandleWidth(_MARGIN)
        parts.setChildrenCollapsible(False)
        parts.addWidget(column(self.list, tr("Calls")))
        parts.addWidget(self._right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_LIST_PX, SIZE.width() - _LIST_PX])
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._views.addWidget(parts)
        if self.trends is not None:
            switch = QHBoxLayout()
            switch.addWidget(self.show_calls)
            switch.addWidget(self.show_trends)
            switch.addStretch(1)
            switch.addWidget(self.keys)
            outer.addLayout(switch)
            self._views.addWidget(self.trends)
        outer.addWidget(self._views, 1)
        if self.exports is not None:
            outer.addWidget(self.exports)
        return page


def _note() -> QLabel:
    note = label(scale=1.2, muted=True, wrap=True)
    note.setAlignment(Qt.AlignmentFlag.AlignCenter)
    note.setMargin(40)
    return note

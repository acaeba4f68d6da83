"""The list of ended calls with what is looked for above it, and the marks of the chosen call below."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.call_search import CallFilter, CallOrder, CallPage, CallRow, Listed, SortKey, order_by
from app.core.errors import CalmlineError, StoreDamagedError
from app.core.ports import CallStore
from app.core.saved_filters import EVERYTHING
from app.core.standing import Standing
from app.ui.call_pages import PAGE, CallPages, Find
from app.ui.call_table import SORTED_BY, CallTableModel
from app.ui.call_table_view import CallTable
from app.ui.filter_bar import FilterBar
from app.ui.filter_saver import FilterSaver
from app.ui.flow import FlowLayout
from app.ui.labels import bring_in_sight, card, label, push_button
from app.ui.review_keys import BEFORE, FIND, FLAG, NEXT, REVIEWED
from app.ui.saver import OneSave, Saves
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import told

_NO_CALLS = "No calls yet.\nA call appears here when it has ended.\nTo see one now, play the demo call."
_NO_CHOICE = "Choose a call on the left to see how it went."
_NONE_FOUND = "No call is like that.\nTake away a word or a filter."
_REVIEW, _UNREVIEW = "Mark reviewed", "Mark unreviewed"
_FLAG, _UNFLAG = "Flag", "Take the flag away"
NEWEST_FIRST = CallOrder()
_BY_AGENT = order_by(SortKey.AGENT)
_LEAST_LINES = 4
"""The table gives way down to so many: all in it scrolls."""
SAMPLED = 3
"""Calls of each agent in a random sample."""

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the table shows; each list has another number."""

    listed: Listed
    number: int


class CallList(QWidget):
    """`chosen` gives the id of the call that was chosen, `said` what stands in place of one."""

    chosen = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        store: CallStore,
        theme: Theme,
        now: Callable[[], datetime],
        saves: Saves,
        standings: Callable[[Sequence[CallRow]], Mapping[str, Standing]] = lambda _: {},
        viewer: Callable[[], str | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._marking = OneSave(saves, self, self._tell)
        self._standings = standings
        self._viewer = viewer
        self._now = now
        self._open_id: str | None = None
        self._drawn: CallFilter | None = None
        self._shown = _Shown(Listed(), 0)
        self._pages = CallPages(self)
        self._pages.came.connect(self._add_page)
        self.calls = CallTableModel(self, self._ask_page)
        self.table = CallTable(self.calls, theme)
        self.filters = FilterBar(theme, FilterSaver(store, saves, self._tried(store.filters, ()), self), now)
        self.reviewed = push_button(tr(_REVIEW), lambda: self._mark(reviews=True))
        self.flagged = push_button(tr(_FLAG), lambda: self._mark(reviews=False))
        self.marked = label(muted=True, wrap=True)
        self.buttons = FlowLayout()
        self._lay_out()
        self._add_keys()
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.filters.changed.connect(self._look)
        self.filters.sampled.connect(self.draw_sample)

    def refresh(self) -> None:
        """Read again what is listed, a sample too; the chosen call stays chosen while it is there."""
        place = self.calls.row_of(self._open_id) if self._open_id else None
        pages = 1 if place is None else place // PAGE + 2  # a little further: calls that came meanwhile push it down
        self._show(pages * PAGE)

    def draw_sample(self) -> None:
        """Show some calls of each agent, drawn by lot from what is looked for, until something else is."""
        wanted, seed = self._wanted(), int(self._now().timestamp())
        rows = self._tried(lambda: self._store.sample(wanted, SAMPLED, seed), None)
        if rows is not None:
            self._drawn = CallFilter(call_ids=frozenset(row.call_id for row in rows))
            self._order_by(_BY_AGENT)
            self._show(PAGE)

    def choose(self, call_id: str) -> None:
        """Choose a call where it is in the list; from now on marks are its own."""
        self._open_id = call_id
        row = self.calls.row_of(call_id)
        if row is not None:
            self.table.selectRow(row)
        self._allow()

    def listed(self) -> Listed:
        """What is listed; no call is read for it."""
        return self._shown.listed

    # --- what is listed ---------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is looked for now, in place of a sample."""
        if self._drawn is not None:
            self._drawn = None
            self.filters.order = NEWEST_FIRST if self.filters.order is _BY_AGENT else self.filters.order
        self._order_by(self.filters.order)
        self._show(PAGE)

    def _wanted(self) -> CallFilter:
        """What is looked for now, by whoever looks."""
        return replace(self.filters.wish.at(self._now()), viewer=self._viewer())

    def _find(self) -> Find:
        listed = self._shown.listed
        return lambda offset, limit: self._read(listed, offset, limit)

    def _read(self, listed: Listed, offset: int, limit: int) -> CallPage:
        """A page, with how far its calls are scored. Raises StoreError."""
        page = self._store.find(listed.wanted, listed.order, offset, limit)
        with suppress(StoreDamagedError):  # the list is there still, and the page of a call tells which score it is
            return replace(page, standings=self._standings(page.rows))
        return page

    def _show(self, most: int) -> None:
        """Show the first pages at once; the others come when somebody scrolls to them."""
        wanted = self._wanted() if self._drawn is None else replace(self._drawn, viewer=self._viewer())
        listed = Listed(wanted=wanted, order=self.filters.order)
        try:
            page = self._read(listed, 0, most)
            everything = page.total if wanted == EVERYTHING else self._store.find(EVERYTHING, NEWEST_FIRST, 0, 0).total
        except CalmlineError as error:
            self.said.emit(told(error))
            return
        self._shown = _Shown(listed, self._shown.number + 1)
        self.calls.show_page(page)
        with suppress(CalmlineError):  # the list is there, and an agent can be looked for by a saved filter still
            self.filters.show_agents(self._store.agents())
        self.filters.show_count(page.total, everything, is_sample=self._drawn is not None)
        row = self.calls.row_of(self._open_id) if self._open_id else None
        if row is not None:
            self.table.selectRow(row)
            return
        self._open_id = None
        self._allow()
        self.said.emit(tr(_NO_CHOICE) if page.rows else tr(_NONE_FOUND) if everything else tr(_NO_CALLS))

    def _ask_page(self, offset: int) -> None:
        self._pages.ask(self._shown.number, self._find(), offset, self.calls.forget_page)

    def _add_page(self, number: int, offset: int, page: object) -> None:
        if number != self._shown.number:
            return
        if isinstance(page, CallPage):
            self.calls.add_page(offset, page)
            self.table.viewport().update()  # a page in sight that was dropped is asked for again
        elif isinstance(page, CalmlineError):
            self.said.emit(tr(page.line()))

    def _sort(self, column: int) -> None:
        """By this column, or the other way round where it is so already."""
        if column >= len(SORTED_BY):
            return
        before, key = self.filters.order, SORTED_BY[column]
        turned = replace(before, is_descending=not before.is_descending)
        self._order_by(turned if before.key is key else order_by(key))
        self._show(PAGE)

    def _order_by(self, order: CallOrder) -> None:
        self.filters.order = order
        turn = Qt.SortOrder.DescendingOrder if order.is_descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(SORTED_BY.index(order.key), turn)

    # --- the chosen call --------------------------------------------------------------------------------------

    def _choose(self, now: QItemSelection) -> None:
        call_id = None if now.isEmpty() else self.calls.call_id(now.indexes()[0].row())
        if call_id is not None:
            self._open_id = call_id
            self._allow()
            self.chosen.emit(call_id)

    def _step(self, by: int) -> None:
        """Open the next call, or the one before; the first where none is open. The keyboard stays where it is."""
        open_row = self.calls.row_of(self._open_id) if self._open_id else None
        row = 0 if open_row is None else open_row + by
        if 0 <= row < self.calls.rowCount():
            self.table.selectRow(row)

    def _mark(self, *, reviews: bool) -> None:
        """Note of the chosen call that it was reviewed, or flag it; the same again takes it back."""
        row = self.calls.row(self._open_id)
        if row is None:
            return
        changed = (
            replace(row, is_reviewed=not row.is_reviewed) if reviews else replace(row, is_flagged=not row.is_flagged)
        )
        act = partial(self._store.review, row.call_id, is_reviewed=changed.is_reviewed, is_flagged=changed.is_flagged)
        self._marking.do(act, lambda _: self._show_marked(changed))

    def _show_marked(self, row: CallRow) -> None:
        self.calls.change(row)
        self._allow()

    def _tell(self, line: str) -> None:
        """What goes on with the marks of a call, or went wrong, below them."""
        self.marked.setText(line)
        self.marked.setVisible(bool(line))
        if line:
            bring_in_sight(self.marked)

    def _allow(self) -> None:
        """What can be done with the chosen call."""
        row = self.calls.row(self._open_id)
        for button, name in (
            (self.reviewed, tr(_UNREVIEW) if row is not None and row.is_reviewed else tr(_REVIEW)),
            (self.flagged, tr(_UNFLAG) if row is not None and row.is_flagged else tr(_FLAG)),
        ):
            button.setEnabled(row is not None)
            button.setText(name)
            button.setAccessibleName(name)

    def _tried(self, act: Callable[[], Done], otherwise: Done) -> Done:
        """What it gives; what goes wrong is said."""
        try:
            return act()
        except CalmlineError as error:
            self.said.emit(told(error))
            return otherwise

    def _add_keys(self) -> None:
        for key, act in (
            (FIND, self.filters.said.setFocus),
            (NEXT, lambda: self._step(1)),
            (BEFORE, lambda: self._step(-1)),
            (REVIEWED, lambda: self._mark(reviews=True)),
            (FLAG, lambda: self._mark(reviews=False)),
        ):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WindowShortcut)
        for button, key in ((self.reviewed, REVIEWED), (self.flagged, FLAG)):
            button.setToolTip(tr("On the keys: {key}", key=key))

    def _lay_out(self) -> None:
        for button in (self.reviewed, self.flagged, push_button(tr("Refresh"), self.refresh)):
            self.buttons.addWidget(button)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.filters)
        rows.addWidget(card(self.table, margin=9), 1)
        rows.addLayout(self.buttons)
        rows.addWidget(self.marked)
        self._tell("")
        self.table.setMinimumHeight(_LEAST_LINES * self.table.fontMetrics().lineSpacing())

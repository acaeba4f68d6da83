"""What is looked for among the calls: words, agent, time and how it went at hand, the rest in a dialog."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.core.call_search import COURSES, CallFilter, CallOrder, Course, days_of, said_in
from app.core.reviewed import Scored
from app.core.saved_filters import EVERYTHING, SavedFilter, Wish, with_filter, without_filter
from app.ui.choosers import Chooser
from app.ui.filter_dialog import FilterDialog, asks_more
from app.ui.filter_saver import FilterSaver
from app.ui.filter_words import as_entry, counted, days_in_words, line_of
from app.ui.flow import FlowLayout
from app.ui.form_look import form_palette
from app.ui.labels import Kind, bring_in_sight, label, push_button, set_shown
from app.ui.theme import Theme
from app.ui.tr import tr

_SAID = "Words that were said, or written in notes"
_SAID_TIP = (
    "Words: refund\nIn a row: “third time”\nBy one side: caller:refund agent:sorry\nNot said: -sorry\n"
    "In comments and coaching notes alone: note:praise\nForms of a word count as well: refunds, refunded."
)
_EVERYBODY, _ANY_TIME, _HOWEVER = "Every agent", "Any time", "However it went"
_SPANS = {1: "Today", 7: "Last 7 days", 30: "Last 30 days", 90: "Last 90 days", 365: "Last 365 days"}
_DAYS = "days"
_SCORE, _ANY_SCORE = "Score", "Scored or not"
_SCORES: Mapping[Scored | float, str] = {
    Scored.NOT: "Not scored",
    Scored.DRAFT: "Draft",
    Scored.BLIND: "Scored blind",
    Scored.SCORED: "Scored",
    **dict.fromkeys((0.9, 0.7, 0.5), "Below {percent}\u00a0%"),
    Scored.DISPUTED: "Disputed",
    Scored.AGREED: "Agreed on",
}
_MORE, _MORE_ON = "More...", "More: {count}"
_SAVED, _SAVE, _REMOVE = "Saved", "Save these filters...", "Remove"
_SAVE_AGAIN = "Save again"
_NAME = "Name of the filters"
_SAMPLE = "Random sample"
_CLEAR = "Clear"
_WAIT_MS = 250


class FilterBar(QWidget):
    """`changed` when something else is looked for; `sampled` when calls are to be drawn by lot from it.

    `order` is what the list is in order of: it is kept with filters under a name, and comes back with them.
    """

    changed = Signal()
    sampled = Signal()

    def __init__(self, theme: Theme, saver: FilterSaver, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme, self._saver, self._now = theme, saver, now
        self._agents: tuple[str, ...] = ()
        self._wanted = EVERYTHING
        self.order = CallOrder()
        self._is_quiet = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_WAIT_MS)
        self._typing.timeout.connect(self._tell)
        self.said = self._line()
        self.agent = self._chooser(tr("Agent"), tr(_EVERYBODY), {})
        self.when = self._chooser(tr("When"), tr(_ANY_TIME), {days: tr(title) for days, title in _SPANS.items()})
        self.when.currentIndexChanged.connect(lambda _: self._leave_days())
        self.course = self._chooser(
            tr("How it went"), tr(_HOWEVER), {course: tr(title) for course, title in COURSES.items()}
        )
        self.score = self._chooser(
            tr(_SCORE), tr(_ANY_SCORE), {step: _score_title(step, title) for step, title in _SCORES.items()}
        )
        self.more = push_button(tr(_MORE), self._ask_more)
        self.saved = push_button(tr(_SAVED))
        self.saved.setMenu(QMenu(self.saved))
        self.sample = push_button(tr(_SAMPLE), self.sampled.emit)
        self.clear = push_button(tr(_CLEAR), lambda: self.show_wish(Wish()), Kind.LINK)
        self.count = label(muted=True)
        self.told = label(muted=True, wrap=True)
        self.retry = push_button(tr(_SAVE_AGAIN), saver.save)
        saver.changed.connect(self._show_saved)
        saver.said.connect(self._say)
        self._lay_out()
        self._show_saved()
        self._show_state()

    @property
    def wish(self) -> Wish:
        """What is looked for now."""
        agent, course = self.agent.currentData(), self.course.currentData()
        score = self.score.currentData()
        is_share = isinstance(score, float)
        wanted = replace(
            self._wanted,
            said=said_in(self.said.text()),
            agents=frozenset({agent} if agent else ()),
            courses=frozenset({Course(course)} if course else ()),
            scored=None if score is None or is_share else Scored(score),
            score_below=score if is_share else None,
        )
        span = self.when.currentData()
        return Wish(wanted=wanted, last_days=None if span == _DAYS else span)

    def show_agents(self, agents: Sequence[str]) -> None:
        """Who can be chosen; the one that is chosen stays so."""
        self._agents = tuple(agents)
        self._is_quiet = True
        self._list_agents(self.agent.currentData())
        self._is_quiet = False

    def show_wish(self, wish: Wish) -> None:
        """Look for something else."""
        self._is_quiet = True
        wanted = wish.wanted
        self._wanted = replace(wanted, said=(), agents=frozenset(), courses=frozenset(), scored=None, score_below=None)
        self.said.setText(line_of(wanted))
        self._list_agents(next(iter(wanted.agents), None))
        self.when.setCurrentIndex(max(0, self.when.findData(wish.last_days)))
        self._show_days()
        self.course.setCurrentIndex(max(0, self.course.findData(next(iter(wanted.courses), None))))
        self.score.setCurrentIndex(max(0, self.score.findData(wanted.scored or wanted.score_below)))
        self._is_quiet = False
        self._tell()

    def show_count(self, found: int, total: int, *, is_sample: bool = False) -> None:
        """How many calls there are of how many."""
        self.count.setText(counted(found, total, is_sample=is_sample))
        self.clear.setVisible(is_sample or self.wish != Wish())

    # --- what is pressed --------------------------------------------------------------------------------------

    def _ask_more(self) -> None:
        dialog = FilterDialog(self._wanted, self._theme, self._now().date(), self)
        dialog.accepted.connect(lambda: self._take(dialog.wanted))
        dialog.open()

    def _take(self, wanted: CallFilter) -> None:
        self._wanted = wanted
        self._is_quiet = True
        self._show_days()
        self._is_quiet = False
        self._tell()

    def _leave_days(self) -> None:
        """A span takes the place of the days that were chosen."""
        if not self._is_quiet and self.when.currentData() != _DAYS and days_of(self._wanted) != (None, None):
            self._take(replace(self._wanted, since=None, until=None))

    def _ask_name(self) -> None:
        name, is_given = QInputDialog.getText(self, tr(_SAVE), tr(_NAME))
        if is_given and name.strip():
            self.save_as(name.strip())

    def save_as(self, name: str) -> None:
        """Keep what is looked for under a name, with the order that it is in."""
        new = SavedFilter(name=name, wish=self.wish, order=self.order)
        self._saver.change(lambda saved: with_filter(saved, new))

    def _show_kept(self, one: SavedFilter) -> None:
        self.order = one.order or self.order
        self.show_wish(one.wish)

    def remove(self, name: str) -> None:
        """Forget the filters of a name."""
        self._saver.change(lambda saved: without_filter(saved, name))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was named waits in a window that is closed."""
        self._saver.save()
        super().hideEvent(event)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        if not self._is_quiet:
            self._typing.stop()
            self._show_state()
            self.changed.emit()

    def _show_state(self) -> None:
        count = asks_more(self._wanted)
        self.more.setText(tr(_MORE_ON, count=count) if count else tr(_MORE))
        self.clear.setVisible(self.wish != Wish())

    def _show_saved(self) -> None:
        menu, saved = self.saved.menu(), self._saver.filters
        menu.clear()
        for one in saved:
            menu.addAction(as_entry(one.name), partial(self._show_kept, one))
        if saved:
            menu.addSeparator()
        menu.addAction(tr(_SAVE), self._ask_name)
        if saved:
            gone = menu.addMenu(tr(_REMOVE))
            for one in saved:
                gone.addAction(as_entry(one.name), partial(self.remove, one.name))

    def _say(self, line: str) -> None:
        """What goes on with filters under a name, or went wrong, below them."""
        self.told.setText(line)
        self.told.setVisible(bool(line))
        set_shown(self.retry, shown=self._saver.is_stuck)
        if self._saver.is_stuck:
            bring_in_sight(self.retry)

    def _show_days(self) -> None:
        """Days that were chosen in the dialog are an entry of their own, in the place of a span."""
        place = self.when.findData(_DAYS)
        if place >= 0:
            span = self.when.currentData()
            self.when.removeItem(place)
            self.when.setCurrentIndex(max(0, self.when.findData(span)))
        words = days_in_words(self._wanted)
        if words:
            self.when.addItem(words, _DAYS)
            self.when.setCurrentIndex(self.when.count() - 1)

    def _list_agents(self, chosen: str | None) -> None:
        """Everybody who has calls, and the one who is looked for even without any."""
        while self.agent.count() > 1:
            self.agent.removeItem(1)
        for agent in dict.fromkeys([*self._agents, *([chosen] if chosen else [])]):
            self.agent.addItem(agent, agent)
        self.agent.setCurrentIndex(max(0, self.agent.findData(chosen)))

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setPalette(form_palette(self._theme))
        line.setPlaceholderText(tr(_SAID))
        line.setAccessibleName(tr(_SAID))
        line.setToolTip(tr(_SAID_TIP))
        line.setClearButtonEnabled(True)
        for button in line.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the words"))
        line.textChanged.connect(lambda _: None if self._is_quiet else self._typing.start())
        line.returnPressed.connect(self._tell)
        return line

    def _chooser(self, name: str, whatever: str, titles: Mapping[Any, str]) -> Chooser:
        chooser = Chooser()
        chooser.addItem(whatever, None)
        for data, words in titles.items():
            chooser.addItem(words, data)
        chooser.setAccessibleName(name)
        chooser.currentIndexChanged.connect(lambda _: self._tell())
        return chooser

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.said)
        chosen = FlowLayout()
        parts = (self.agent, self.when, self.course, self.more, self.score, self.saved, self.sample)
        for part in (*parts, self.count, self.clear):
            chosen.addWidget(part)
        rows.addLayout(chosen)
        rows.addWidget(self.told)
        rows.addWidget(self.retry, alignment=Qt.AlignmentFlag.AlignLeading)
        self._say("")


def _score_title(step: Scored | float, title: str) -> str:
    return tr(title, percent=round(100 * step)) if isinstance(step, float) else tr(title)

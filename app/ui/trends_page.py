"""Trends of the team, or of one agent for their own eyes: never people beside one another."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.core.call_search import CallFilter
from app.core.errors import CalmlineError
from app.core.export import Table
from app.core.saved_filters import Wish
from app.core.trend_port import TrendStore
from app.core.trend_words import FOLLOWED, NOTHING_YET, OWN, TEAM, TEAM_NAME, WITH_CARE, calls_words, hidden_words
from app.core.trends import WEEKS, Trend, Week, weeks_until
from app.ui.choosers import Chooser
from app.ui.flow import FlowLayout
from app.ui.labels import card, label, push_button, scrolled
from app.ui.progress import thin_bar
from app.ui.rule_table import RuleTable
from app.ui.technique_plot import TechniquePlot
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.trend_reader import Asked, Counted, Titles, TrendReader
from app.ui.week_plots import WeekPlots

_SPANS = {4: "Last 4 weeks", 13: "Last 13 weeks", 26: "Last 26 weeks", 52: "Last 52 weeks"}
_COUNTING = "Counting …"
_CATCHING_UP = "Calls are counted once: {done} of {total}. Meanwhile you can review calls."
_LEFT_OUT = "Rules with fewer than 5 moments are left out: {count}."
_GAP = 10


class TrendsPage(QWidget):
    """`wished` gives what the list of calls is to show: those of a week. `shown` once a question is answered."""

    wished = Signal(object)
    shown = Signal()

    def __init__(
        self,
        store: TrendStore,
        agents: Callable[[], Sequence[str]],
        theme: Theme,
        now: Callable[[], datetime],
        begins: Callable[[date], datetime] = lambda day: datetime.combine(day, time()).astimezone(),
        titles: Titles = dict,
    ) -> None:
        super().__init__()
        self._now, self._begins = now, begins
        self._asked: Asked | None = None
        self._shown: Counted | None = None
        self._is_quiet = True
        self._reader = TrendReader(store, agents, titles, self)
        self._reader.came.connect(self._answer)
        self._reader.catching_up.connect(self._catch_up)
        self.span = self._chooser(tr("Weeks"))
        for weeks, title in _SPANS.items():
            self.span.addItem(tr(title), weeks)
        self.agent = self._chooser(tr("Whose calls"))
        self.agent.addItem(tr(TEAM_NAME), None)
        self.refresh_button = push_button(tr("Refresh"), self.refresh)
        self.about = label(muted=True, wrap=True)
        self.bar = thin_bar(theme)
        self.bar.hide()
        self.note = label(scale=1.2, muted=True, wrap=True)
        self.weeks = WeekPlots(theme)
        self.techniques = TechniquePlot(theme)
        self.rules = RuleTable()
        self.left_out = label(muted=True, wrap=True)
        self.playbook = card(self._about_rules(), margin=9)
        self.weeks.opened.connect(self._open_week)
        self.area = self._lay_out()
        self._choose(self.span, WEEKS)
        self._is_quiet = False

    def refresh(self) -> None:
        """Count again; returns at once."""
        self._asked = Asked(weeks=self._weeks(self.span.currentData()), agent=self.agent.currentData())
        self.about.setText(tr(_COUNTING))
        self._reader.ask(self._asked)

    def counting_ahead(self) -> Callable[[], None]:
        """What counts ahead, on another thread, all weeks that can be asked for."""
        return partial(self._reader.count_ahead, self._weeks(max(_SPANS)))

    def table(self) -> Table | None:
        """What is shown, to be exported; None while nothing is."""
        return self._shown.table if self._shown and self.area.isVisible() else None

    def add_button(self, button: QWidget) -> None:
        """One more beside those above."""
        self._chosen.addWidget(button)

    def _weeks(self, count: int) -> tuple[Week, ...]:
        return weeks_until(self._now().date(), count, self._begins)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _catch_up(self, done: int, total: int) -> None:
        """What is shown stays; how far it is stands above."""
        line = tr(_CATCHING_UP, done=done, total=total)
        self.about.setText(line)
        self.bar.setAccessibleName(line)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()

    def _answer(self, found: Counted | CalmlineError) -> None:
        self.bar.hide()
        if isinstance(found, CalmlineError):
            self._say(tr(found.line()))
        else:
            self._show(found)
        self.shown.emit()

    def _show(self, found: Counted) -> None:
        self._show_agents(found.agents)
        self._shown, trend = found, found.trend
        if not trend.whole.calls + trend.whole.unscored:
            self._say(tr(NOTHING_YET))
            return
        self.about.setText("\n".join(self._about(found.asked.agent, trend)))
        self.weeks.show_trend(found.asked.weeks, trend)
        self.techniques.show_moves(trend.moves)
        self.rules.show_rules(trend.rules, found.titles)
        self.left_out.setText(tr(_LEFT_OUT, count=trend.left_out) if trend.left_out else "")
        self.left_out.setVisible(bool(trend.left_out))
        self.playbook.setVisible(found.asked.agent is None)
        self.note.hide()
        self.area.show()

    def _about(self, agent: str | None, trend: Trend) -> list[str]:
        whose = tr(TEAM) if agent is None else tr(OWN, agent=agent)
        counted = tr("{calls}. Practice is not counted.", calls=calls_words(trend.whole))
        return [" ".join(filter(None, [whose, counted, tr(hidden_words(trend))])), tr(WITH_CARE)]

    def _say(self, line: str) -> None:
        """In the place of the plots."""
        self.about.setText("")
        self.note.setText(line)
        self.area.hide()
        self.note.show()

    def _show_agents(self, agents: Sequence[str]) -> None:
        """Who can be chosen, by their names; who is chosen stays so."""
        chosen = self.agent.currentData()
        self._is_quiet = True
        while self.agent.count() > 1:
            self.agent.removeItem(1)
        for agent in dict.fromkeys([*agents, *([chosen] if chosen else [])]):
            self.agent.addItem(agent, agent)
        self._choose(self.agent, chosen)
        self._is_quiet = False

    # --- what is pressed --------------------------------------------------------------------------------------

    def _open_week(self, place: int) -> None:
        if self._asked is None:
            return
        week, agent = self._asked.weeks[place], self._asked.agent
        wanted = CallFilter(since=week.since, until=week.until, agents=frozenset({agent} if agent else ()))
        self.wished.emit(Wish(wanted=wanted))

    def _choose(self, chooser: Chooser, data: object) -> None:
        was_quiet, self._is_quiet = self._is_quiet, True
        chooser.setCurrentIndex(max(0, chooser.findData(data)))
        self._is_quiet = was_quiet

    def _chooser(self, name: str) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(name)
        chooser.currentIndexChanged.connect(lambda _: None if self._is_quiet else self.refresh())
        return chooser

    def _about_rules(self) -> QWidget:
        framed = QWidget()
        rows = QVBoxLayout(framed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label(tr("What followed each rule of the playbook"), bold=True, scale=0.95, wrap=True))
        rows.addWidget(label(tr(FOLLOWED), muted=True, wrap=True))
        rows.addWidget(self.rules)
        rows.addWidget(self.left_out)
        return framed

    def _lay_out(self) -> QScrollArea:
        self._chosen = FlowLayout()
        for part in (self.agent, self.span, self.refresh_button):
            self._chosen.addWidget(part)
        upper = QHBoxLayout()
        upper.setSpacing(_GAP)
        upper.addWidget(card(self.weeks), 3)
        upper.addWidget(card(self.techniques, margin=9), 2)
        content = QWidget()
        content.setObjectName("page")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(_GAP)
        inner.addLayout(upper)
        inner.addWidget(self.playbook)
        inner.addStretch(1)
        area = scrolled(content, tr("Trends"), is_stop=False)
        area.setObjectName(content.objectName())  # the strip of its scroll bar, too
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._chosen)
        rows.addWidget(self.about)
        rows.addWidget(self.bar)
        rows.addWidget(area, 1)
        rows.addWidget(_centred(self.note), 1)
        area.hide()
        return area


def _centred(note: QLabel) -> QLabel:
    note.setAlignment(Qt.AlignmentFlag.AlignCenter)
    note.setMargin(40)
    return note

"""The first run: choose and try both sides, settle what is kept, and be ready; can be opened again at any time."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import CalmlineError
from app.core.events import Channel
from app.core.setting_list import SettingRow
from app.core.setup import SetupBench, SetupPage
from app.ui.flow import FlowLayout
from app.ui.form_dialog import FormDialog, letters
from app.ui.labels import Kind, label, push_button, scrolled
from app.ui.model_line import ModelLine
from app.ui.setup_device_page import DevicePage
from app.ui.setup_last_pages import KeepingPage, ReadyPage
from app.ui.setup_parts import Page, StatusLine, Tone, setup_rules
from app.ui.setup_trial_page import TrialPage
from app.ui.theme import Theme, current_theme
from app.ui.tr import tr, tr_message

if TYPE_CHECKING:
    from app.core.setting_kinds import Value

_TITLE = "Set up Calmline"
_STEP = "Step {number} of {count}"
_BACK, _NEXT, _DONE, _PRACTICE = "&Back", "&Next", "&Done", "Try a &practice call"
_NOT_KEPT = "This could not be kept. {why}"

_LOOK_MS = 50
_WIDTH, _HEIGHT, _NARROWEST, _BESIDE = 76, 44, 40, 70
"""Of the dialog, in widths of a letter and heights of a line; from `_BESIDE` on controls stand beside their words."""
_MARGIN, _GAP = 20, 12


class SetupDialog(FormDialog):
    """Five pages in a row. What is chosen on a page is kept when it is left, however that is.

    `rows` are the settings that are chosen here, by name; `on_practice` is called just before the dialog closes.
    """

    def __init__(
        self,
        bench: SetupBench,
        rows: Mapping[str, SettingRow],
        on_practice: Callable[[], object],
        *,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        theme = theme or current_theme()
        super().__init__(tr(_TITLE), theme, parent, setup_rules(theme))
        self._bench = bench
        self._on_practice = on_practice
        self._chosen: dict[str, Value] = {name: row.value for name, row in rows.items()}
        self.voice = DevicePage(Channel.AGENT, rows["microphone"], bench, theme)
        self.caller = DevicePage(Channel.CALLER, rows["caller"], bench, theme)
        self.trial = TrialPage(bench, theme)
        self.keeping = KeepingPage(rows, theme)
        self.ready = ReadyPage(rows)
        self.pages: dict[SetupPage, Page] = dict(
            zip(SetupPage, (self.voice, self.caller, self.trial, self.keeping, self.ready), strict=True)
        )
        self.page = SetupPage.VOICE
        self.model = ModelLine(bench, theme)
        self.wrong = StatusLine()
        self.step = label(scale=0.92, muted=True)
        self.back_button = push_button(tr(_BACK), self._go_back)
        self.next_button = push_button(tr(_NEXT), self._go_on, Kind.MAIN)
        self.done_button = push_button(tr(_DONE), self.accept)
        self.practice_button = push_button(tr(_PRACTICE), self._practise, Kind.MAIN)
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)
        self._show_page(SetupPage.VOICE)

    def look(self) -> None:
        """Show how things are now; the clock calls it twenty times a second."""
        state = self._bench.state
        self.model.show_model(state.model)
        self.pages[self.page].show_state(state)
        if self.page is SetupPage.READY:
            self.ready.show_chosen(self._chosen, state)
        area = self.area(self.page)
        is_longer = area.verticalScrollBar().maximum() > 0
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_longer else Qt.FocusPolicy.NoFocus)

    def done(self, result: int) -> None:
        """Keep what was chosen here, and close."""
        self._clock.stop()
        self._keep()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack controls where there is no room beside their words."""
        super().resizeEvent(event)
        self.keeping.stack(is_stacked=self.width() < letters(_BESIDE))

    def _go_on(self) -> None:
        self._turn_to(SetupPage(self.page + 1))

    def _go_back(self) -> None:
        self._turn_to(SetupPage(self.page - 1))

    def _practise(self) -> None:
        self._on_practice()
        self.accept()

    def _turn_to(self, page: SetupPage) -> None:
        """What could not be kept is said, and stops nobody; a page that can say it beside its control stays."""
        if not self._keep():
            return
        self._show_page(page)

    def _keep(self) -> bool:
        """Keep what was chosen on this page; whether the page can be left."""
        changes = {
            name: value for name, value in self.pages[self.page].changes().items() if self._chosen.get(name) != value
        }
        self.wrong.say("")
        self.wrong.hide()
        try:
            self._bench.keep(changes)
        except CalmlineError as error:
            if self.pages[self.page].show_wrong(error):
                return False
            self.wrong.say(tr(_NOT_KEPT, why=tr_message(error.line())), Tone.WRONG)
            self.wrong.show()
            return True
        self._chosen |= changes
        return True

    def _show_page(self, page: SetupPage) -> None:
        self.page = page
        is_last = page is SetupPage.READY
        self.caller.other = self._device("microphone")
        self.trial.caller_device = self._device("caller")
        self._bench.turn_to(page)
        self._stack.setCurrentIndex(page)
        self.step.setText(tr(_STEP, number=page + 1, count=len(SetupPage)))
        self.back_button.setVisible(page is not SetupPage.VOICE)
        self.next_button.setVisible(not is_last)
        self.done_button.setVisible(is_last)
        self.practice_button.setVisible(is_last)
        (self.practice_button if is_last else self.next_button).setDefault(True)
        self.look()
        self._order()
        (self.practice_button if is_last else self.next_button).setFocus(Qt.FocusReason.TabFocusReason)
        self.pages[page].focus()

    def _device(self, name: str) -> str | None:
        value = self._chosen[name]
        return value if isinstance(value, str) else None

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self.pages.values():
            area = scrolled(_framed(page), page.title, is_stop=False)
            page.focused.connect(area.ensureWidgetVisible)
            self._stack.addWidget(area)
        buttons = QHBoxLayout()
        buttons.setSpacing(_GAP)
        buttons.addStretch()
        leading = FlowLayout(_GAP)
        for button in (self.back_button, self.done_button, self.next_button, self.practice_button):
            leading.addWidget(button)
        buttons.addLayout(leading)
        foot = QVBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self.wrong)
        foot.addWidget(self.model)
        foot.addLayout(buttons)
        self.wrong.hide()
        self.lay_out(self._stack, foot, _MARGIN, head=self.step)

    def _order(self) -> None:
        """Tab goes down the page, then on to the buttons at its foot."""
        foot = [self.model.fetch, self.back_button, self.done_button, self.next_button, self.practice_button]
        for one, other in pairwise(foot):
            QWidget.setTabOrder(one, other)

    def area(self, page: SetupPage) -> QScrollArea:
        """What a page scrolls in."""
        area = self._stack.widget(page)
        if not isinstance(area, QScrollArea):
            raise TypeError(page)
        return area


def _framed(page: QWidget) -> QWidget:
    frame = QWidget()
    frame.setObjectName("page")
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
    rows.addWidget(page)
    return frame

"""What the agent sees of a call that has just ended."""

from collections.abc import Collection

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.call_words import clock
from app.core.document import CallDocument, document_of
from app.core.figures import figures_of
from app.core.keeping import Keep
from app.core.practice import is_practice, lesson_after, lesson_of
from app.core.state import CallState
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.after_card import AfterCard, Settle, Word
from app.ui.figures_view import FiguresView
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, Scrolled, fill_area, label
from app.ui.theme import font
from app.ui.tr import tr

_LINES = (8, 20)
"""What scrolls is so many lines high, at least and at most."""
_ABOVE_PX, _BESIDE_PX, _FRAME_PX = 4, 8, 2
"""Pixels above it and at its right, and of its frame, by which all else is set in."""
_ENDED, _PRACTICE_ENDED = "Call ended after {time}", "Practice ended after {time}"

_WAYS = {
    Act.CLEAR: Kind.MAIN,
    Act.START: Kind.PLAIN,
    Act.NEXT: Kind.PLAIN,
    Act.AGAIN: Kind.QUIET,
    Act.CALLS: Kind.QUIET,
}
"""What can come next, in order."""


class _Area(Scrolled):
    """As high as wants and promises, which are seen at once as far as there are not very many and there is room.

    It does with `less_px` less, as far as that goes.
    """

    def __init__(self, card: AfterCard) -> None:
        super().__init__()
        self.less_px = 0
        self._card = card

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Within the bounds, the scroll bar beside them."""
        least, most = (lines * QFontMetrics(font()).lineSpacing() for lines in _LINES)
        beside_px = 2 * _FRAME_PX + _BESIDE_PX + self.verticalScrollBar().sizeHint().width()
        wanted = min(self._card.needed_px(width - beside_px) + _ABOVE_PX + 2 * _FRAME_PX, most)
        return max(least, wanted - self.less_px)


class SummaryView(QFrame):
    """The agent's own word on the call, then its figures in plain words, with a way to all calls."""

    def __init__(self, do: Do, settle: Settle, allowed: Collection[Keep], last: Word | None) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._shown: CallDocument | None = None
        self._title = label(scale=1.3, bold=True, wrap=True)
        self.last_word = label(wrap=True)
        for part in (self._title, self.last_word):
            part.setContentsMargins(_FRAME_PX, 0, 10, 0)
        self.after = AfterCard(settle, allowed, last)
        self.figures = FiguresView()
        self._do = do
        self._ways = {act: ActButton(act, self._go, kind=kind) for act, kind in _WAYS.items()}
        ways = FlowLayout()
        for button in self._ways.values():
            ways.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14 - _FRAME_PX, 10, 4, 10)
        rows.addWidget(self._title)
        rows.addWidget(self.last_word)
        rows.addWidget(self.after.header)
        self._area = _Area(self.after)
        fill_area(self._area, self._both(), tr("The call"), is_stop=True)
        self.after.grew.connect(self._area.updateGeometry)
        rows.addWidget(self._area, 1)
        rows.addWidget(self.after.footer)
        set_in = QVBoxLayout()
        set_in.setContentsMargins(_FRAME_PX, 0, 0, 0)
        set_in.addLayout(ways)
        rows.addLayout(set_in)

    def show_state(self, state: CallState) -> None:
        """Show the figures of an ended call; saves the card of the one before."""
        if state.ended is None:
            self.after.settle_now()
            return
        document = document_of(state)
        if document == self._shown:
            return
        self._shown = document
        is_exercise = is_practice(document.call.source)
        lasted = clock(document.call.duration_s)
        self._title.setText(tr(_PRACTICE_ENDED if is_exercise else _ENDED, time=lasted))
        self._offer_ways(document.call.source)
        last = state.prompt
        self.last_word.setText(f"{last.title}. {last.because}" if last else "")
        self.last_word.setVisible(last is not None)
        is_kept = state.started is not None and state.started.stored
        for part in (self.after, self.after.header, self.after.footer):
            part.setVisible(is_kept or is_exercise)
        if is_kept or is_exercise:
            self.after.show_call(document, kept_if_asked=not is_kept)
            self._area.updateGeometry()
        figures = figures_of(document.summary, "You", document.checklist, document.disclosure, is_heard=state.is_heard)
        self.figures.show_figures(figures)

    def give_way(self, px: int) -> None:
        """Do with so many pixels less, as far as that goes."""
        self._area.less_px = px
        self._area.updateGeometry()

    def _go(self, act: Act) -> None:
        """Done is the word that the card is as it should be."""
        if act is Act.CLEAR:
            self.after.settle_now()
        self._do(act)

    def _offer_ways(self, source: str) -> None:
        """What can come next: another call, or the next lesson."""
        lesson = lesson_of(source)
        offered = {Act.START, Act.CLEAR, Act.CALLS}
        if is_practice(source):
            offered = {Act.AGAIN, Act.CLEAR}
        if lesson is not None and lesson_after(lesson) is not None:
            offered.add(Act.NEXT)
        for act, button in self._ways.items():
            button.setVisible(act in offered)

    def _both(self) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, _ABOVE_PX, _BESIDE_PX, 0)
        rows.setSpacing(14)
        rows.addWidget(self.after)
        rows.addWidget(self.figures)
        rows.addStretch()
        return content

"""What the window shows before a call."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.core.call_words import checklist_text
from app.core.checklists import Opening
from app.core.consent import Begin
from app.core.desk import DeskPhase, DeskState
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.checklist import checklist_spoken
from app.ui.labels import Kind, card, label
from app.ui.theme import Theme
from app.ui.tick_box import PAD_PX, TickBox
from app.ui.tr import tr

_ABOUT = (
    "During a call Calmline writes down both sides on this computer, follows how the caller feels from their words, "
    "and shows one short prompt when it can help."
)

_FETCHING = "Loading the speech model {model}. Calls that begin before it is there use the one from before."

_BY_HAND = (
    "Calls are not listened to: nothing is heard. You say how the caller is, and Calmline shows one short prompt when "
    "it can help or when you ask for one."
)

_TITLES = {
    DeskPhase.LOADING: "Getting ready",
    DeskPhase.STUCK: "Not ready yet",
    DeskPhase.READY: "Ready for the next call",
}
_STARTING = "Starting"
_BELOW_LIST = 8


class ReadyView(QWidget):
    """A friendly start: what happens next, and what can be done meanwhile."""

    def __init__(self, do: Do, theme: Theme, opening: Opening) -> None:
        super().__init__()
        self._do, self._theme = do, theme
        self._about = ""
        self._card: QWidget | None = None
        self.told: TickBox | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 0, 20, 0)
        rows.setSpacing(14)
        rows.addStretch(2)
        self.title = label(tr(_TITLES[DeskPhase.READY]), scale=1.8, bold=True, wrap=True)
        self.about = label(scale=1.1, muted=True, wrap=True)
        for part in (self.title, self.about):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(part)
        rows.addSpacing(8)
        self._list = QVBoxLayout()
        rows.addLayout(self._list)
        self._tell(opening)
        self.by_hand = ActButton(Act.START_BY_HAND, do)
        rows.addLayout(_buttons(do, self.by_hand))
        rows.addStretch(3)
        self._offer(opening.begin)

    def show_opening(self, opening: Opening) -> None:
        """Something else belongs to the beginning of a call; the keyboard still comes to it before the buttons."""
        self._tell(opening)
        self._offer(opening.begin)
        if self.told is not None:
            for stop, following in pairwise([self.told, *self.findChildren(ActButton)]):
                QWidget.setTabOrder(stop, following)

    def _offer(self, begin: Begin) -> None:
        self.by_hand.setVisible(begin is not Begin.BY_HAND)

    def _tell(self, opening: Opening) -> None:
        self._about = tr(_BY_HAND if opening.begin is Begin.BY_HAND else _ABOUT)
        self.about.setText(self._about)
        self.told = None
        if opening.disclosing and not opening.is_announced:
            self.told = TickBox(opening.disclosing, self._theme)
            self.told.clicked.connect(lambda: self._do(Act.TOLD))
        self._put(_opening_card(opening, self.told) if opening.items else None)

    def _put(self, opening: QWidget | None) -> None:
        """Show this list, or none, in place of the one before."""
        if self._card is not None:
            self._list.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = opening
        self._list.setContentsMargins(0, 0, 0, _BELOW_LIST if opening else 0)
        if opening is not None:
            self._list.addWidget(opening)
            opening.show()

    def show_desk(self, state: DeskState) -> None:
        """Say whether a call can begin."""
        if self.told is not None:
            self.told.setChecked(state.is_told)
        self.about.setText(tr(_FETCHING, model=state.fetched) if state.fetched else self._about)
        is_starting = state.call_id is not None
        title = _TITLES.get(state.phase, _TITLES[DeskPhase.READY])
        self.title.setText(tr(_STARTING) if is_starting else tr(title))


def _opening_card(opening: Opening, told: TickBox | None) -> QWidget:
    """What belongs to the beginning of a call; what the caller may know already can be ticked."""
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(8 - PAD_PX, 6, 8, 6)
    rows.setSpacing(0)
    rows.addWidget(_indented(label(tr("When you pick up"), bold=True)))
    for item in opening.items:
        is_disclosing = item == opening.disclosing
        if is_disclosing and told is not None:
            rows.addWidget(told)
        else:
            is_done = is_disclosing and opening.is_announced
            line = label(tr(checklist_text([item], [is_done])), wrap=True)
            line.setAccessibleName(checklist_spoken([item], [is_done]))
            rows.addWidget(_indented(line))
    return card(content)


def _indented(line: QLabel) -> QLabel:
    """As far in as what can be ticked."""
    line.setContentsMargins(PAD_PX, PAD_PX // 2, 0, PAD_PX // 2)
    return line


def _buttons(do: Do, by_hand: ActButton) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(10)
    start = ActButton(Act.START, do, kind=Kind.MAIN)
    rows.addWidget(start)
    rows.addWidget(by_hand)
    others = QGridLayout()
    others.setSpacing(10)
    for at, act in enumerate((Act.PRACTICE, Act.DEMO, Act.CALLS, Act.SETTINGS)):
        others.addWidget(ActButton(act, do), *divmod(at, 2))
    rows.addLayout(others)
    rows.addWidget(ActButton(Act.SETUP, do))
    return rows

"""What the desk has to tell or to offer, in one quiet bar with its answers."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.desk import DeskState, Offer
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, label, set_shown
from app.ui.tr import tr

OFFERS = {
    Offer.START: "Sounds like a call. Start?",
    Offer.END: "It has been quiet for a while. Is the call over?",
}


class NoticeBar(QFrame):
    """An offer before a notice; hidden where there is neither."""

    def __init__(self, do: Do) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.text = label(wrap=True)
        self.yes = ActButton(Act.ACCEPT, do, kind=Kind.PLAIN)
        self.no = ActButton(Act.DECLINE, do)
        self.seen = ActButton(Act.SEEN, do)
        answers = FlowLayout()
        for button in (self.yes, self.no, self.seen):
            answers.addWidget(button)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text)
        rows.addLayout(answers)
        self.show_desk(DeskState())

    def show_desk(self, state: DeskState) -> None:
        """Say what there is to say."""
        self.text.setText(tr(OFFERS[state.offer]) if state.offer else _notices(state))
        for button in (self.yes, self.no):
            set_shown(button, shown=state.offer is not None)
        set_shown(self.seen, shown=state.offer is None)
        set_shown(self, shown=bool(self.text.text()))


def _notices(state: DeskState) -> str:
    more = len(state.notices) - len(state.told)
    return "\n".join([*map(tr, state.told), *([tr("… and {number} more", number=more)] if more else [])])

"""What the desk has to tell or to offer, in one quiet bar with its answers."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.desk import Controls, DeskState, Offer
from app.ui.labels import label
from app.ui.ready_view import push_button

OFFERS = {
    Offer.START: "Sounds like a call. Start?",
    Offer.END: "It has been quiet for a while. End the call?",
}
YES, NO, SEEN = "Yes", "Not now", "OK"
START, END = "Start a call", "End the call"


class NoticeBar(QWidget):
    """An offer before a notice; hidden where there is neither."""

    def __init__(self, controls: Controls) -> None:
        super().__init__()
        self.text = label(wrap=True)
        self.yes = push_button(YES, controls.accept, is_main=True)
        self.no = push_button(NO, controls.decline)
        self.seen = push_button(SEEN, controls.dismiss_notices)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.text, 1)
        for button in (self.yes, self.no, self.seen):
            row.addWidget(button)
        self.show_desk(DeskState())

    def show_desk(self, state: DeskState) -> None:
        """Say what there is to say."""
        self.text.setText(OFFERS[state.offer] if state.offer else "\n".join(state.notices))
        for button in (self.yes, self.no):
            button.setVisible(state.offer is not None)
        self.seen.setVisible(state.offer is None)
        self.setVisible(bool(self.text.text()))


class CallButtons(QWidget):
    """Start where no call runs, End where one does."""

    def __init__(self, controls: Controls) -> None:
        super().__init__()
        self.start = push_button(START, controls.start, is_main=True)
        self.end = push_button(END, controls.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addStretch()
        for button in (self.start, self.end):
            row.addWidget(button)
        row.addStretch()
        self.show_desk(DeskState())

    def show_desk(self, state: DeskState) -> None:
        """Offer what fits."""
        self.start.setVisible(state.call_id is None)
        self.end.setVisible(state.call_id is not None)

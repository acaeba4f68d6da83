"""What the agent of a call says to a score of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.score_port import Reply, Score
from app.core.score_words import reply_of
from app.ui.flow import FlowLayout
from app.ui.labels import label, push_button, set_shown
from app.ui.tr import tr

_GAP = 6
_LINE = "What you see otherwise"
_AGENT = "The agent"


class ReplyBox(QWidget):
    """Shows what was said; the agent can say it, or something else: `replies` gives the reply and its line."""

    replies = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.said = label(wrap=True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr(_LINE))
        self.line.setAccessibleName(tr(_LINE))
        self.acknowledge = push_button(tr("Acknowledge"), lambda: self._reply(Reply.ACKNOWLEDGED))
        self.dispute = push_button(tr("Dispute"), lambda: self._reply(Reply.DISPUTED))
        buttons = FlowLayout()
        buttons.addWidget(self.acknowledge)
        buttons.addWidget(self.dispute)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        rows.addWidget(self.said)
        rows.addWidget(self.line)
        rows.addLayout(buttons)

    def show_score(self, score: Score | None, agent: str | None, *, may_reply: bool) -> None:
        """Show what was said to a score; of none and where there is nothing to say or see, nothing."""
        said = tr(reply_of(score, agent or tr(_AGENT))) if score else ""
        self.said.setText(said)
        self.line.clear()
        self.said.setVisible(bool(said))
        for part in (self.line, self.acknowledge, self.dispute):
            set_shown(part, shown=may_reply)
        set_shown(self, shown=may_reply or bool(said))

    def _reply(self, reply: Reply) -> None:
        self.replies.emit(reply, self.line.text())

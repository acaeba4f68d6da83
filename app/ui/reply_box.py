"""What the agent of a call says to a score of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.score_port import Reply, Score
from app.core.score_words import reply_of
from app.core.scoring import LONGEST
from app.ui.flow import FlowLayout
from app.ui.growing_field import LineField
from app.ui.labels import label, push_button
from app.ui.room_left import tell_room
from app.ui.tr import tr

_GAP = 6
_LINE = "What you see otherwise"
_AGENT = "The agent"


class ReplyBox(QWidget):
    """Shows what was said; whoever may reply says it, or something else: `replies` gives the reply and its line.

    `line` is what was typed before and is not kept yet; `is_awaited` says that a reply is due.
    """

    replies = Signal(object, str)

    def __init__(self, score: Score, agent: str | None, line: str = "", *, may_reply: bool) -> None:
        super().__init__()
        self.said = label(tr(reply_of(score, agent or tr(_AGENT))), wrap=True)
        self.line = LineField(line)
        self.room = label(muted=True, wrap=True)
        self.line.textChanged.connect(self._tell_left)
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
        rows.addWidget(self.room)
        rows.addLayout(buttons)
        self.said.setVisible(bool(self.said.text()))
        for part in (self.line, self.acknowledge, self.dispute):
            part.setVisible(may_reply)
        self._tell_left()
        self._is_needed = may_reply or score.reply is not None
        self.is_awaited = may_reply and score.reply is None

    def above(self, content: QWidget) -> QWidget:
        """A page with this above its content, where there is something to say or to read."""
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self)
        rows.addWidget(content, 1)
        self.setVisible(self._is_needed)
        return page

    def _tell_left(self) -> None:
        tell_room(self.room, self.line.toPlainText(), LONGEST)

    def _reply(self, reply: Reply) -> None:
        self.replies.emit(reply, self.line.toPlainText())

"""All that is written of scores, beside the window: begun, answered, ended, dropped and replied to."""

from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.core.score_port import Kind, Reply, Score
from app.core.scorecard import Scorecard
from app.core.scoring import Answers
from app.ui.saver import OneSave
from app.ui.score_list import Scoring
from app.ui.score_saver import ScoreSaver


class ScoreWriter(QObject):
    """Each signal gives the score of the call `call_id` that something was done to; of other calls nobody hears.

    `unfinished` tells that one could not be ended, `said` gives what is to be told, "" where there is nothing.
    """

    begun = Signal(object)
    finished = Signal(object)
    dropped = Signal(object)
    replied = Signal(object)
    unfinished = Signal()
    said = Signal(str)

    def __init__(self, scoring: Scoring, parent: QObject) -> None:
        super().__init__(parent)
        self.call_id = ""
        self._store = scoring.store
        self._writing = OneSave(scoring.saves, self, self._say)
        self._lines: dict[int, str] = {}
        self.saver = ScoreSaver(scoring.store, scoring.saves, self)
        self.saver.failed.connect(lambda: self._say(""))

    def line(self, number: int) -> str:
        """What was to be replied to a score and is not kept yet."""
        return self._lines.get(number, "")

    def begin(self, card: Scorecard, kind: Kind, reviewer: str, answers: Answers) -> None:
        """Begin a draft."""
        act = partial(self._store.begin, self.call_id, card, kind, reviewer, answers)
        self._writing.do(act, partial(self._end, self.begun))

    def finish(self, score: Score) -> None:
        """End a draft once all that was answered is saved."""
        act = partial(self._store.finish, score.number)
        self.saver.save_then(lambda: self._writing.do(act, partial(self._end, self.finished), self.unfinished.emit))

    def discard(self, score: Score) -> None:
        """Drop a draft."""
        self._writing.do(partial(self._store.discard, score.number), lambda _: self._end_draft(score))

    def reply(self, score: Score, reply: Reply, line: str) -> None:
        """Keep what the agent says to a score."""
        self._lines[score.number] = line
        self._writing.do(partial(self._store.reply, score.number, reply, line), self._end_reply)

    def _end_draft(self, score: Score) -> None:
        self.saver.forget(score.number)
        self._end(self.dropped, score)

    def _end_reply(self, score: Score) -> None:
        self._lines.pop(score.number, None)
        self._end(self.replied, score)

    def _end(self, told: SignalInstance, score: Score) -> None:
        if score.call_id == self.call_id:
            told.emit(score)

    def _say(self, line: str) -> None:
        """What is not saved stays said while there is nothing else."""
        self.said.emit(line or self.saver.trouble)

"""Keeps what is answered on a draft while it is being written, and what could not be kept until it can."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.core.errors import CalmlineError, InputError
from app.core.score_port import ScoreStore
from app.core.scoring import Answers
from app.ui.tr import tr

SAVES_AFTER_MS = 400
_SAVED = "Saved as a draft."
_NOT_SAVED = "Not saved yet: {error}"


class ScoreSaver(QObject):
    """Saves a moment after the last change, or at once; `tell` is told how that went, `trouble` is what went wrong."""

    def __init__(self, store: ScoreStore, tell: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._tell = tell
        self.trouble = ""
        self._waiting: dict[int, Answers] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVES_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def note(self, number: int, answers: Answers) -> None:
        """Save answers of a draft before long."""
        self._waiting[number] = {**self.waiting(number), **answers}
        self._timer.start()

    def waiting(self, number: int) -> Answers:
        """Answers of a draft that are not saved yet."""
        return self._waiting.get(number, {})

    def forget(self, number: int) -> None:
        """Save nothing more of a draft that was dropped."""
        self._waiting.pop(number, None)

    def save(self) -> bool:
        """Save what waits now, and say whether all of it is."""
        self._timer.stop()
        for number, answers in [*self._waiting.items()]:
            try:
                self._store.keep(number, answers)
            except CalmlineError as error:
                self.trouble = tr(_NOT_SAVED, error=tr(error.line()))
                self._tell(self.trouble)
                if isinstance(error, InputError):
                    del self._waiting[number]
                continue
            del self._waiting[number]
            self.trouble = ""
            self._tell(tr(_SAVED))
        return not self._waiting

"""Keeps what is answered on a draft while it is being written, and what could not be kept until it can."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import CalmlineError, InputError
from app.core.score_port import ScoreStore
from app.core.scoring import Answers
from app.ui.saver import Saves, not_saved

SAVES_AFTER_MS = 400


class ScoreSaver(QObject):
    """Saves beside the window, a moment after the last change or at once; `trouble` is what went wrong last.

    `saved` gives the number of a draft of which nothing waits any more, `failed` tells that there is trouble.
    """

    saved = Signal(int)
    failed = Signal()

    def __init__(self, store: ScoreStore, saves: Saves, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._saves = store, saves
        self.trouble = ""
        self._waiting: dict[int, Answers] = {}
        self._under_way: set[int] = set()
        self._then: list[Callable[[], object]] = []
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

    def save(self) -> None:
        """Save what waits now; returns at once."""
        self._timer.stop()
        for number in self._waiting.keys() - self._under_way:
            self._send(number)

    def save_then(self, act: Callable[[], object]) -> None:
        """Save what waits now, and do something once nothing does; not where something goes wrong."""
        self._then.append(act)
        self.save()
        self._go_on()

    def _send(self, number: int) -> None:
        self._under_way.add(number)
        sent = self._waiting[number]
        kept, failed = partial(self._keep_rest, number, sent), partial(self._fail, number)
        self._saves.do(self, partial(self._store.keep, number, sent), lambda _: kept(), failed)

    def _keep_rest(self, number: int, sent: Answers) -> None:
        """What was answered meanwhile is saved too."""
        self._under_way.discard(number)
        rest = {id_: given for id_, given in self.waiting(number).items() if sent.get(id_) != given}
        self._waiting[number] = rest
        if rest:
            self._send(number)
            return
        del self._waiting[number]
        self.trouble = ""
        self.saved.emit(number)
        self._go_on()

    def _fail(self, number: int, error: CalmlineError) -> None:
        """What waits is tried again with the next change, or when somebody wants it."""
        self._under_way.discard(number)
        self._then.clear()
        if number not in self._waiting:
            return
        if isinstance(error, InputError):
            self.forget(number)
        self.trouble = not_saved(error)
        self.failed.emit()

    def _go_on(self) -> None:
        while self._then and not self._waiting:
            self._then.pop(0)()

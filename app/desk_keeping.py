"""What is kept of calls: put in order when the window opens, settled after each call, purged once a day."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.compose import journals_left, key_notices, open_store, purge_kept
from app.core.after_call import Corrected
from app.core.document import CallDocument
from app.core.events import Health, HealthCode
from app.core.keeping import Keep
from app.runtime.keeper import Keeper
from app.runtime.purging import DailyPurge, Purged
from app.runtime.recovery import recover
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LOOK_MS = 600_000


class DeskKeeping:
    """All of it on the `store` thread of `keeper`; `is_free` says that no call runs, which nothing is purged beside.

    `settled` is told there, with the id of a call, whether the agent's word on it could be followed.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        tell: Callable[[str], None],
        is_free: Callable[[], bool],
        settled: Callable[[str, bool], None],
    ) -> None:
        self._settings, self._tell, self._settled = settings, tell, settled
        self._is_recovered = False
        self.keeper = Keeper(lambda: open_store(settings()), tell)
        self.purging = DailyPurge(
            self.keeper, self._purge, is_free=is_free, now=lambda: datetime.now().astimezone(), tell=tell
        )

    def begin(self) -> None:
        """What stands in the way of keeping calls is told before the first one; then what was left is put in order."""
        self.keeper.do(self._look_at_key)
        self.keeper.do(self._recover)
        self.purging.look()

    def look_daily(self, owner: "QObject") -> None:
        """Look every ten minutes, while its owner is there, whether the day's purge was done and no call runs."""
        from PySide6.QtCore import QTimer

        timer = QTimer(owner)
        timer.timeout.connect(self.purging.look)
        timer.start(_LOOK_MS)

    def settle(self, document: CallDocument, keep: Keep, said: Corrected) -> None:
        """Keep the agent's word on a call that is stored already, or forget the call."""
        from app.core.correcting import corrected
        from app.core.wordless import without_words

        then = partial(self._hear, document.call.id)
        if keep is Keep.NOTHING:
            self.keeper.forget(document.call.id, then)
            return
        kept = corrected(document, said)
        self.keeper.settle(without_words(kept) if keep is Keep.NO_TEXT else kept, then)

    def close(self) -> None:
        """Purge what is due and wait until all is kept."""
        self.purging.look()
        self.keeper.stop()

    def _look_at_key(self, _: object) -> None:
        for notice in key_notices(self._settings()):
            self._tell(notice)

    def _recover(self, keep: Callable[..., Health]) -> None:
        self._is_recovered = recover(journals_left(self._settings()), keep, self._tell)

    def _purge(self, now: datetime, may_go_on: Callable[[], bool]) -> Purged:
        """Where a call that was cut short could not be stored at this start, journals wait for the next however old."""
        return purge_kept(self._settings(), now, may_go_on, with_journals=self._is_recovered)

    def _hear(self, call_id: str, health: Health) -> None:
        is_done = health.code is not HealthCode.STORE_FAILED
        self._settled(call_id, is_done)
        if not is_done:
            self._tell(health.advice)

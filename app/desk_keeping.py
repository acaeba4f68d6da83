"""What is old goes by itself while the window is open: at the start, then once a day."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from app.compose import purge_kept
from app.runtime.calls import Calls
from app.runtime.keeper import Keeper
from app.runtime.purging import DailyPurge
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LOOK_MS = 600_000


def daily_purge(
    owner: "QObject",
    calls: Calls,
    keeper: Keeper,
    *,
    settings: Callable[[], Settings],
    is_recovered: Callable[[], bool],
    tell: Callable[[str], None],
) -> DailyPurge:
    """Looks every ten minutes while its owner is there whether the day's purge was done and no call runs.

    Where a call that was cut short could not be stored at this start, journals wait for the next one however old.
    """
    from PySide6.QtCore import QTimer

    purging = DailyPurge(
        keeper,
        lambda now, may_go_on: purge_kept(settings(), now, may_go_on, with_journals=is_recovered()),
        is_free=lambda: calls.state.call_id is None,
        now=lambda: datetime.now().astimezone(),
        tell=tell,
    )
    timer = QTimer(owner)
    timer.timeout.connect(purging.look)
    timer.start(_LOOK_MS)
    return purging

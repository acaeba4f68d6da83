"""The passphrase of the stored calls, asked for over the window where they are closed by one."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from app.compose import SYSTEM_KEYS
from app.core.errors import StoreKeyError
from app.settings import Settings

if TYPE_CHECKING:
    from app.ui.agent_window import AgentWindow


def with_passphrase(window: "AgentWindow", settings: Settings, then: Callable[[], object]) -> None:
    """Go on at once where no passphrase is needed, else once it was given; whoever gives none goes on without calls."""
    if not _is_needed(settings):
        then()
        return
    from app.ui.passphrase_dialog import PassphraseDialog

    store = settings.store_file
    dialog = PassphraseDialog(
        lambda passphrase: SYSTEM_KEYS.give(store, passphrase), theme=window.look.theme, parent=window
    )
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()  # not `open`: the panel serves a call beside it


def _is_needed(settings: Settings) -> bool:
    """A note that cannot be read is told by whatever opens the store."""
    with suppress(StoreKeyError):
        return SYSTEM_KEYS.needs_passphrase(settings.store_file)
    return False

"""The window of stored calls and the panel of what is kept, as they are opened from the agent's window."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from app.compose import open_reviews, open_store, open_team, open_trends, rule_titles
from app.core.errors import CalmlineError
from app.core.events import Health, HealthCode
from app.desk_key import with_passphrase
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.agent_window import AgentWindow
    from app.ui.supervisor_window import SupervisorWindow


class DeskReview:
    """The door to both; `post` is told why the stored calls cannot be opened."""

    def __init__(self, owner: "AgentWindow", settings: Callable[[], Settings], post: Callable[[Health], None]) -> None:
        self.window: SupervisorWindow | None = None
        self._owner, self._settings, self._post = owner, settings, post
        self._held = ExitStack()

    def open_calls(self) -> None:
        """Show the stored calls in one window, after the passphrase where they are closed by one."""
        with_passphrase(self._owner, self._settings(), self._open_calls)

    def open_kept(self, parent: "QWidget | None" = None) -> None:
        """Show what is kept, over `parent` or over the agent's window, there not beside another dialog."""
        from app.kept_window import open_kept_dialog

        if parent is not None or not self._owner.raise_dialog():
            open_kept_dialog(parent or self._owner, self._settings(), self._owner.look.theme, self._refresh)

    def close(self) -> None:
        """Export and count nothing more."""
        self._held.close()

    def _open_calls(self) -> None:
        try:
            self.window = self.window or self._made()
        except CalmlineError as error:
            self._post(Health(code=HealthCode.STORE_FAILED, advice=error.line(), lag_s=0.0, at_s=0.0))
            return
        self.window.refresh()
        self.window.show()
        self.window.raise_()

    def _made(self) -> "SupervisorWindow":
        """The window on the stores of this moment. Raises CalmlineError."""
        from app.desk_scoring import scoring_of
        from app.export_bench import FileBench
        from app.ui.reviewing import Reviewing
        from app.ui.saver import Saver
        from app.ui.supervisor_window import SupervisorWindow

        now, saves = self._settings(), Saver()
        exporter = FileBench(now)
        self._held.callback(exporter.close)
        return SupervisorWindow(
            open_store(now),
            open_team(now),
            self.open_kept,
            exporter=exporter,
            reviewing=Reviewing(store=open_reviews(now), saves=saves, author=now.agent_name or None),
            trends=self._held.enter_context(closing(open_trends(now))),
            titles=lambda: rule_titles(self._settings()),
            scoring=scoring_of(self._settings, saves),
            saves=saves,
        )

    def _refresh(self) -> None:
        if self.window is not None:
            self.window.refresh()

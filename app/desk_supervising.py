"""The supervisor's window, with what it lists, exports, reviews and scores calls by."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from app.compose import open_reviews, open_store, open_team, open_trends, rule_titles
from app.desk_scoring import scoring_of
from app.export_bench import FileBench
from app.settings import Settings
from app.ui.reviewing import Reviewing
from app.ui.saver import Saver
from app.ui.supervisor_window import SupervisorWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def supervisor_window(
    settings: Callable[[], Settings], open_kept: "Callable[[QWidget], None]", held: ExitStack
) -> SupervisorWindow:
    """The window on the stores of this moment; what is to be let go of at the end is `held`. Raises CalmlineError."""
    now, saves = settings(), Saver()
    exporter = FileBench(now)
    held.callback(exporter.close)
    return SupervisorWindow(
        open_store(now),
        open_team(now),
        open_kept,
        exporter=exporter,
        reviewing=Reviewing(store=open_reviews(now), saves=saves, author=now.agent_name or None),
        trends=held.enter_context(closing(open_trends(now))),
        titles=lambda: rule_titles(settings()),
        scoring=scoring_of(settings, saves),
        saves=saves,
    )

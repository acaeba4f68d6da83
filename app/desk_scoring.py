"""What the window of calls needs to score them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.compose import open_scores
from app.compose.scorecards import read_scorecards
from app.settings import Settings

if TYPE_CHECKING:
    from app.ui.saver import Saves
    from app.ui.score_list import Scoring


def scoring_of(settings: Callable[[], Settings], saves: "Saves") -> "Scoring":
    """The store beside the calls; cards and name are those of the moment. Raises StoreError."""
    from app.ui.score_list import Scoring

    return Scoring(
        store=open_scores(settings()),
        saves=saves,
        cards=lambda: read_scorecards(settings()),
        name=lambda: settings().agent_name,
    )

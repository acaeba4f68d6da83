"""The scorecards that calls are reviewed by."""

from app.adapters.scorecard_files import ScorecardFolders
from app.settings import Settings


def open_scorecards(settings: Settings | None = None) -> ScorecardFolders:
    """The folders scorecards are looked up in."""
    return ScorecardFolders((settings or Settings()).scorecard_folders)

"""The scorecards that calls are reviewed by."""

from app.adapters.scorecard_files import ScorecardFolders
from app.core.errors import ScorecardError
from app.core.scorecard import Scorecard
from app.settings import Settings


def open_scorecards(settings: Settings | None = None) -> ScorecardFolders:
    """The folders scorecards are looked up in."""
    return ScorecardFolders((settings or Settings()).scorecard_folders)


def read_scorecards(settings: Settings) -> tuple[list[Scorecard], list[str]]:
    """The cards that can be used, and what is to be told of the others."""
    shelf = open_scorecards(settings)
    cards: list[Scorecard] = []
    faults: list[str] = [fault.line() for fault in shelf.faults()]
    for name in shelf.names():
        try:
            cards.append(shelf.load(name))
        except ScorecardError as error:
            faults.append(error.line())
    return cards, faults

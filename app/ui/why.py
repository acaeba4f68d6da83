"""Which words of a turn moved the caller's curve, as a reader's sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.events import AngerPoint, Channel
from app.core.state import Turn
from app.ui.tr import tr

ASK = "Click on something the caller said to see which words made it hotter or calmer."
AGENT = "Only the caller's mood is followed, not the agent's."
UNSCORED = "These words were too unsure, or not the caller's: they do not count."
NOTHING = "No words stand out here."

_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Why:
    """A reader's sentence; where a caller's turn was scored, its start and the words that moved it most, if any did."""

    text: str
    at_s: float | None = None
    words: str = ""
    is_hotter: bool = True


def why_of(at_s: float, turns: Sequence[Turn], curve: Sequence[AngerPoint]) -> Why:
    """Words and what each added or took, in hundredths of heat, for the turn being said at a call second."""
    turn = next((turn for turn in reversed(turns) if turn.start_s <= at_s), None)
    if turn is None:
        return Why(tr(ASK))
    if turn.channel is Channel.AGENT:
        return Why(tr(AGENT))
    if turn.heat is None:
        return Why(tr(UNSCORED))
    point = next((point for point in curve if point.at_s == turn.end_s and point.words), None)
    if point is None:
        return Why(tr(NOTHING), turn.start_s)
    return Why(_told(point), turn.start_s, point.words[0], not point.by or point.by[0] > 0)


def _told(point: AngerPoint) -> str:
    if not point.by:
        return ", ".join(f"“{words}”" for words in point.words)
    moved = list(zip(point.words, point.by, strict=True))
    hotter = [_moved(words, by) for words, by in moved if by > 0]
    calmer = [_moved(words, by) for words, by in moved if by < 0]
    said = [tr("Hotter: {words}", words=", ".join(hotter))] if hotter else []
    said += [tr("Calmer: {words}", words=", ".join(calmer))] if calmer else []
    return "   ".join(said)


def _moved(words: str, by: float) -> str:
    return f"“{words}”{_NO_BREAK}{'+' if by > 0 else '−'}{abs(round(100 * by))}"

"""What stands beside a call in the store and leaves it with the call."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.review_notes import Note
from app.core.score_port import Score

ScoresOf = Callable[[str], Sequence[Score]]
"""The scores that leave the store with a call, by its id. Raises StoreError."""

NotesOf = Callable[[str], Sequence[Note]]
"""The comments and coaching notes on a call, by its id. Raises StoreError."""


def _none(_call_id: str) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Scores and notes by the id of a call; as it is made, none."""

    scores: ScoresOf = _none
    notes: NotesOf = _none


NOTHING_BESIDE = Beside()

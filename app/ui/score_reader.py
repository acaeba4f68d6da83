"""All that is read of scores, as one person may see them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.core.document import CallFacts
from app.core.errors import CalmlineError
from app.core.score_port import CallScores, Score, ScoreStore
from app.core.scorecard import Scorecard
from app.core.standing import for_person
from app.ui.words import told

_Made = TypeVar("_Made")


class ScoreReader:
    """`say` is told after each look what went wrong, "" where nothing did."""

    def __init__(self, store: ScoreStore, say: Callable[[str], None]) -> None:
        self._store, self._say = store, say

    def of_call(self, call: CallFacts, viewer: str | None) -> CallScores | None:
        """What somebody may see of the scores of a call, None where they cannot be read."""
        found = self._tried(lambda: self._store.of_call(call.id, viewer))
        return found and replace(found, scores=for_person(found.scores, viewer, call.agent))

    def rounds(self, card: Scorecard, viewer: str | None) -> Sequence[Sequence[Score]]:
        """The blind rounds by a card that somebody may see, none where they cannot be read."""
        return self._tried(lambda: self._store.rounds(card, viewer)) or ()

    def _tried(self, act: Callable[[], _Made]) -> _Made | None:
        try:
            made = act()
        except CalmlineError as error:
            self._say(told(error))
            return None
        self._say("")
        return made

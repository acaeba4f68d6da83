"""The port through which masking asks what has learned to tell which words are to be hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.events import Channel


@dataclass(frozen=True, slots=True)
class Turn:
    """A text of one side, word by word, signs among them."""

    speaker: Channel
    words: tuple[str, ...]


class Tagger(Protocol):
    """Has learned of each word whether it is part of what is hidden."""

    def odds(self, turns: Sequence[Turn]) -> Sequence[float]:
        """Log-odds for each word of the last turn, by all turns up to it."""
        ...

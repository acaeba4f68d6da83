"""Reads the agent's moves with the sentence model."""

from app.adapters.heat.minilm import SentenceModel
from app.adapters.talk.heads import Heads
from app.core.events import Move
from app.core.moves import AgentWords
from app.core.wording import plain_words


class TrainedReader:
    """A trained head for each move, which takes the phrases into account; moves without one are read by phrases."""

    def __init__(self, words: AgentWords, model: SentenceModel, heads: Heads) -> None:
        self._words = words
        self._model = model
        self._heads = heads

    def read(self, sentence: str) -> frozenset[Move]:
        """The moves that one sentence makes."""
        words = plain_words(sentence)
        if not words:
            return frozenset()
        found = self._words.read(sentence)
        odds = self._heads.odds(self._model.read(words).mean, words, found)
        trained = frozenset(Move(name) for name, chance in odds.items() if chance > 0)
        return trained | {move for move in found if move not in odds}

"""Reads the agent's moves, and danger in the caller's words, with the sentence model."""

from app.adapters.heat.minilm import SentenceModel
from app.adapters.talk.heads import ANY, Glance, Heads
from app.core.danger import Danger
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
        odds = self._heads.odds(self._model.read(words).mean, found)
        trained = frozenset(Move(name) for name, chance in odds.items() if chance > 0)
        return trained | {move for move in found if move not in odds} | self._words.surely_made(sentence)


class TrainedDangers:
    """A trained head and a second look say whether there is any danger; a head for each kind says which."""

    def __init__(self, model: SentenceModel, heads: Heads, anger_model: SentenceModel, glance: Glance) -> None:
        self._model = model
        self._heads = heads
        self._anger_model = anger_model
        self._glance = glance

    def read(self, text: str) -> Danger | None:
        """The kind of danger that one caller utterance tells of."""
        words = plain_words(text)
        if not words:
            return None
        odds = self._heads.odds(self._model.read(words).mean)
        any_odds = odds[ANY] + self._glance.odds(self._anger_model.read(words).mean, words)
        return max(Danger, key=odds.__getitem__) if any_odds > 0 else None

"""What the agent did, read from the words of one agent utterance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.events import Move
from app.core.phrases import Phrases, normalise

_NO_QUESTION = {Move.HEDGE}
"""What a question is never: it asks, and leaves nothing open."""
_WITH_OPTION = {Move.OPTIONS, Move.COMMITMENT}

Made = tuple[Move, str]
"""A move, and the sentence that made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWords:
    """The phrases of each move, those that take it away, those that need no further look, and how a time is named."""

    phrases: Mapping[Move, Phrases]
    unless: Mapping[Move, Phrases]
    times: Phrases
    surely: Mapping[Move, Phrases] = field(default_factory=dict)

    def read(self, sentence: str) -> frozenset[Move]:
        """The moves that one sentence makes, by its phrases alone."""
        plain = normalise(sentence)
        return frozenset(move for move in self.phrases if self._makes(move, plain))

    def surely_made(self, sentence: str) -> frozenset[Move]:
        """The moves that a sentence makes whatever else is read in it; a question makes none of them."""
        if sentence.rstrip().endswith("?"):
            return frozenset()
        plain = normalise(sentence)
        return frozenset(move for move, phrases in self.surely.items() if phrases.within(plain))

    def _makes(self, move: Move, plain: str) -> bool:
        if not self.phrases[move].within(plain):
            return False
        unless = self.unless.get(move)
        return unless is None or not unless.within(plain)


def made_in(read: Sequence[tuple[str, frozenset[Move]]]) -> list[Made]:
    """Moves of an utterance from those of its sentences, in the order of `Move`; each once, with its first sentence."""
    first: dict[Move, str] = {}
    for sentence, moves in read:
        for move in moves - _NO_QUESTION if sentence.rstrip().endswith("?") else moves:
            first.setdefault(move, sentence)
    if Move.REFUSAL in first and _WITH_OPTION.intersection(first):
        first[Move.REFUSAL_WITH_OPTION] = first.pop(Move.REFUSAL)
    return [(move, first[move]) for move in Move if move in first]


def time_named(text: str, words: AgentWords) -> str | None:
    """The first time named in a sentence ("tomorrow at five"), None without one."""
    found = words.times.find(normalise(text))
    return found[0].words if found else None

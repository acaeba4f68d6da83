"""What the agent did, read from the words of one agent utterance."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.events import Move
from app.core.phrases import Phrases, normalise, sentences

_WITH_OPTION = {Move.OPTIONS, Move.COMMITMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWords:
    """The phrases of each move, the phrases that take a move away, and how a time is named."""

    phrases: Mapping[Move, Phrases]
    unless: Mapping[Move, Phrases]
    times: Phrases


def makes(move: Move, sentence: str, words: AgentWords) -> bool:
    """Whether one sentence makes the move."""
    return _makes(move, normalise(sentence), words)


def _makes(move: Move, plain: str, words: AgentWords) -> bool:
    phrases = words.phrases.get(move)
    if phrases is None or not phrases.within(plain):
        return False
    unless = words.unless.get(move)
    return unless is None or not unless.within(plain)


def moves_in(text: str, words: AgentWords) -> list[Move]:
    """Moves an agent utterance makes, in the order of `Move`; each at most once."""
    plain = [normalise(sentence) for sentence in sentences(text)]
    found = {move for move in words.phrases if any(_makes(move, sentence, words) for sentence in plain)}
    if Move.REFUSAL in found and found & _WITH_OPTION:
        found = found - {Move.REFUSAL} | {Move.REFUSAL_WITH_OPTION}
    return [move for move in Move if move in found]


def sentence_of(move: Move, text: str, words: AgentWords) -> str:
    """The first sentence that makes the move, the whole text where none does alone."""
    wanted = Move.REFUSAL if move is Move.REFUSAL_WITH_OPTION else move
    return next((sentence for sentence in sentences(text) if makes(wanted, sentence, words)), text)


def time_named(text: str, words: AgentWords) -> str | None:
    """The first time named in a sentence ("tomorrow at five"), None without one."""
    found = words.times.find(normalise(text))
    return found[0].words if found else None

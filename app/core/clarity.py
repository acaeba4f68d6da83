"""Whether a caller's words are understood well enough to be judged at all."""

from collections import deque

from app.core.events import Health, HealthCode, TextFinal
from app.core.message import Message
from app.core.phrases import words_of

_TURNS, _WORDS = 3, 3
CLEAR_FROM = 0.42
"""Over so many utterances, of so many words each, the mean confidence of words must be this; else none is judged.

Of twenty recordings in nine other languages none reached 0.43, of 300 in English with five voices none was below 0.46.
"""
_UNCLEAR = Message(
    "The caller's words are too unclear to be judged: another language than English, or a bad line. "
    "Go by what you hear."
)
_CLEAR_AGAIN = Message("The caller's words are clear again.")


class Clarity:
    """Looks at the caller's last utterances; too few of them are taken to be clear."""

    def __init__(self) -> None:
        self._heard: deque[tuple[int, float]] = deque(maxlen=_TURNS)
        self._is_clear = True

    @property
    def is_clear(self) -> bool:
        """Whether the caller can be judged now."""
        return self._is_clear

    def hear(self, final: TextFinal) -> list[Health]:
        """Take an utterance; told once they were too unsure, and again when they are not any more."""
        words = len(words_of(final.text))
        if words < _WORDS:
            return []
        self._heard.append((words, final.confidence))
        was_clear, self._is_clear = self._is_clear, self._are_clear()
        if self._is_clear is was_clear:
            return []
        if self._is_clear:
            over = HealthCode.UNCLEAR
            return [Health(code=HealthCode.LISTENING, advice=_CLEAR_AGAIN, lag_s=0.0, at_s=final.end_s, over=over)]
        return [Health(code=HealthCode.UNCLEAR, advice=_UNCLEAR, lag_s=0.0, at_s=final.end_s)]

    def _are_clear(self) -> bool:
        if len(self._heard) < _TURNS:
            return True
        total = sum(words for words, _ in self._heard)
        return sum(words * confidence for words, confidence in self._heard) >= CLEAR_FROM * total

"""What an utterance that is still being said does to a call, before its final is known."""

from dataclasses import dataclass

from app.core.anger import AngerCurve
from app.core.events import TextPartial
from app.core.phrases import words_of
from app.core.ports import ScoreRequest

_NEW_WORDS = 3
"""A partial is judged again once so many more of its words are stable: fewer say little new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Where the call will be if the caller stops here: known until the final of their utterance is."""

    number: int
    curve: AngerCurve
    text: str
    signals: frozenset[str]


class Foresight:
    """Asks for the open utterance's heat, and keeps what came of it as `ahead`."""

    def __init__(self) -> None:
        self.ahead: Ahead | None = None
        self._read_number = 0
        self._asked = (0, 0)

    def glimpse(
        self, partial: TextPartial, confidence: float, before: tuple[str, ...], *, for_danger: bool
    ) -> list[ScoreRequest]:
        """Whether words are to be judged ahead, with the breath `before` them: the stable ones, in a pause all."""
        text = f"{partial.stable} {partial.guess}".strip() if partial.paused else partial.stable
        words = len(words_of(text))
        number, known = self._asked
        if words < (1 if partial.paused else _NEW_WORDS) + (known if number == partial.number else 0):
            return []
        self._asked = partial.number, words
        return [
            ScoreRequest(
                number=partial.number,
                start_s=partial.start_s,
                end_s=partial.end_s,
                text=text,
                confidence=confidence,
                before=before,
                provisional=True,
                for_danger=for_danger,
            )
        ]

    def is_late(self, request: ScoreRequest) -> bool:
        """Whether the final of a request's utterance is there already."""
        return request.number <= self._read_number

    def read(self, number: int) -> None:
        """The final of an utterance is there."""
        self._read_number = max(self._read_number, number)
        if self.ahead and self.ahead.number <= number:
            self.ahead = None

    def start_over(self) -> None:
        """What was asked of the open utterance is to be judged again: the curve below it has changed."""
        self._asked = (0, 0)

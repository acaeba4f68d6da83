"""What is shown of the utterance that is open on a channel, and when it is decoded again."""

from dataclasses import dataclass, field, replace
from itertools import takewhile

from app.core.hypotheses import Hypothesis
from app.core.ports import TranscribeRequest, Transcript

_FIRST_PARTIAL_S = 0.4
_STEP_S = 0.35
_PAUSE_S = 0.16
_STEP_PER_TURNAROUND = 1.25
_SURE = 0.6
"""Below this confidence a pause settles nothing, and three partials must agree; with 0.7 words settle later."""
_YOUNG_S = 1.2
"""Of a shorter voice three must agree too: of four calls the final corrects 4.2 % of the stable words, else 5.1 %."""
_SURE_AFTER_S = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Words of the open utterance; `paused` where its newest part was read as for a final."""

    number: int
    start_s: float
    end_s: float
    stable: str
    guess: str
    paused: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the voice up to `heard_s` gave: so many words that are stable, and the engine's tokens."""

    heard_s: float
    is_final: bool
    stable: int
    tokens: tuple[int, ...]


_UNASKED = _Answer(0.0, is_final=False, stable=0, tokens=())


@dataclass(slots=True)
class _Part:
    """A part of the open utterance.

    `asked_s` is the end of the voice in the last request, `paused_s` in the last one like a final. `answers` are in
    order of what they heard. `is_written` once its final has come.
    """

    due_s: float
    asked_s: float = 0.0
    paused_s: float = 0.0
    answers: list[_Answer] = field(default_factory=lambda: [_UNASKED])
    hypothesis: Hypothesis = field(default_factory=Hypothesis)
    is_written: bool = False

    def answer(self, until_s: float) -> _Answer:
        """The newest that heard no further."""
        return next((answer for answer in reversed(self.answers) if answer.heard_s <= until_s), _UNASKED)


@dataclass(slots=True)
class _Open:
    """An open utterance with its parts. `out` is the partial that is not answered yet, sent at `sent_s`."""

    number: int
    start_s: float
    heard_s: float
    parts: list[_Part]
    out: TranscribeRequest | None = None
    sent_s: float = 0.0


class Guesses:
    """One partial is out at a time: under load the step grows, no queue does. What has not changed is not asked again.

    When the voice pauses, the part may have ended, and is decoded once as a final is.
    """

    def __init__(self) -> None:
        self._open: _Open | None = None

    def stable(self, until_s: float) -> str:
        """Words of the open part that no later partial changes, of answers that heard no further than `until_s`."""
        if self._open is None:
            return ""
        part = self._open.parts[-1]
        return " ".join(part.hypothesis.stable[: part.answer(until_s).stable])

    def draft(self, until_s: float) -> tuple[int, ...]:
        """The engine's tokens of the open part, as it heard it up to `until_s`."""
        return self._open.parts[-1].answer(until_s).tokens if self._open else ()

    def open(self, number: int, at_s: float) -> None:
        """An utterance has begun."""
        self._open = _Open(number, start_s=at_s, heard_s=at_s, parts=[_Part(due_s=at_s + _FIRST_PARTIAL_S)])

    def go_on(self, at_s: float) -> None:
        """The next part of it has begun."""
        if self._open is not None:
            self._open.out = None
            self._open.parts.append(_Part(due_s=at_s + _FIRST_PARTIAL_S))

    def close(self) -> None:
        """The utterance has ended: what is still out is not wanted any more."""
        self._open = None

    def wants_partial(self, now_s: float, voice_end_s: float) -> bool:
        """Whether more was said, and it is time."""
        opened = self._open
        if opened is None or opened.out is not None:
            return False
        return voice_end_s > opened.parts[-1].asked_s and now_s >= opened.parts[-1].due_s

    def wants_final(self, voice_end_s: float, quiet_s: float) -> bool:
        """Whether the voice pauses where it did not before."""
        return self._open is not None and quiet_s >= _PAUSE_S and voice_end_s > self._open.parts[-1].paused_s

    def sent(self, request: TranscribeRequest, now_s: float) -> None:
        """A request is out; one like a final takes the place of a partial."""
        opened = self._open
        if opened is None:
            return
        part = opened.parts[-1]
        part.asked_s = request.end_s
        part.due_s = now_s + _STEP_S
        opened.out, opened.sent_s = (None if request.final else request), now_s
        if request.final:
            part.paused_s = request.end_s

    def read(self, request: TranscribeRequest, transcript: Transcript, now_s: float) -> Shown | None:
        """Take the answer of a request; None where it changes nothing."""
        opened = self._open
        if opened is None or request.number != opened.number:
            return None
        part = opened.parts[request.part]
        if request is opened.out:
            part.due_s = max(part.due_s, opened.sent_s + _STEP_PER_TURNAROUND * (now_s - opened.sent_s))
            opened.out = None
        is_over = part is not opened.parts[-1] or part.is_written
        newest = part.answers[-1]
        is_older = (request.end_s, request.final) < (newest.heard_s, newest.is_final)
        if is_over or is_older or transcript.confidence == 0.0:
            return None
        voice_s = request.end_s - request.start_s
        is_sure = request.final and transcript.confidence >= _SURE and voice_s >= _SURE_AFTER_S
        is_doubtful = transcript.confidence < _SURE or voice_s < _YOUNG_S
        part.hypothesis = part.hypothesis.revise(transcript.text, is_sure=is_sure, is_doubtful=is_doubtful)
        stable = len(part.hypothesis.stable)
        part.answers.append(_Answer(request.end_s, request.final, stable, transcript.tokens))
        return replace(self._shown(opened, request.end_s), paused=request.final)

    def write(self, number: int, part: int, text: str) -> Shown | None:
        """The words of a part that is over have come; None where its utterance is over too."""
        opened = self._open
        if opened is None or number != opened.number:
            return None
        over = opened.parts[part]
        over.hypothesis, over.is_written = over.hypothesis.settle(text), True
        return self._shown(opened, opened.heard_s)

    def _shown(self, opened: _Open, heard_s: float) -> Shown:
        """Stable are the parts that are written, and the stable words of the one behind them."""
        opened.heard_s = max(opened.heard_s, heard_s)
        written = sum(1 for _ in takewhile(lambda part: part.is_written, opened.parts))
        stable = [word for part in opened.parts[: written + 1] for word in part.hypothesis.stable]
        words = [word for part in opened.parts for word in (*part.hypothesis.stable, *part.hypothesis.guess)]
        return Shown(
            number=opened.number,
            start_s=opened.start_s,
            end_s=opened.heard_s,
            stable=" ".join(stable),
            guess=" ".join(words[len(stable) :]),
        )

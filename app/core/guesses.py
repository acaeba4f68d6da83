"""What is shown of the utterance that is open on a channel, and when it is decoded again."""

from dataclasses import dataclass, field

from app.core.hypotheses import Hypothesis
from app.core.ports import TranscribeRequest, Transcript

_FIRST_PARTIAL_S = 0.4
_STEP_S = 0.288
_PAUSE_S = 0.16
_STEP_PER_TURNAROUND = 1.4
_SURE = 0.5
_SURE_AFTER_S = 0.8


@dataclass(slots=True)
class _Open:
    """An open utterance.

    `asked_s` is the end of the voice in the last request, `paused_s` in the last one like a final. `out` is the partial
    that is not answered yet, sent at `sent_s`. `shown` is the end of the voice in the newest answer, and whether it was
    one like a final.
    """

    number: int
    due_s: float
    asked_s: float = 0.0
    paused_s: float = 0.0
    out: TranscribeRequest | None = None
    sent_s: float = 0.0
    shown: tuple[float, bool] = (0.0, False)
    hypothesis: Hypothesis = field(default_factory=Hypothesis)


class Guesses:
    """One partial is out at a time: under load the step grows, no queue does. What has not changed is not asked again.

    When the voice pauses, the utterance may have ended, and is decoded once as a final is.
    """

    def __init__(self) -> None:
        self._open: _Open | None = None

    @property
    def stable(self) -> tuple[str, ...]:
        """Words that no later partial changes; none where no utterance is open."""
        return self._open.hypothesis.stable if self._open else ()

    def open(self, number: int, at_s: float) -> None:
        """An utterance has begun."""
        self._open = _Open(number, due_s=at_s + _FIRST_PARTIAL_S)

    def close(self) -> None:
        """The utterance has ended: what is still out is not wanted any more."""
        self._open = None

    def wants_partial(self, now_s: float, voice_end_s: float) -> bool:
        """Whether more was said, and it is time."""
        opened = self._open
        return opened is not None and opened.out is None and voice_end_s > opened.asked_s and now_s >= opened.due_s

    def wants_final(self, voice_end_s: float, quiet_s: float) -> bool:
        """Whether the voice pauses where it did not before."""
        return self._open is not None and quiet_s >= _PAUSE_S and voice_end_s > self._open.paused_s

    def sent(self, request: TranscribeRequest, now_s: float) -> None:
        """A request is out; one like a final takes the place of a partial."""
        opened = self._open
        if opened is None:
            return
        opened.asked_s = request.end_s
        opened.due_s = now_s + _STEP_S
        opened.out, opened.sent_s = (None if request.final else request), now_s
        if request.final:
            opened.paused_s = request.end_s

    def read(self, request: TranscribeRequest, transcript: Transcript, now_s: float) -> Hypothesis | None:
        """Take the answer of a request; None where it changes nothing."""
        opened = self._open
        if opened is None or request.number != opened.number:
            return None
        if request is opened.out:
            opened.due_s = max(opened.due_s, opened.sent_s + _STEP_PER_TURNAROUND * (now_s - opened.sent_s))
            opened.out = None
        if (request.end_s, request.final) < opened.shown or transcript.confidence == 0.0:
            return None
        opened.shown = request.end_s, request.final
        is_sure = request.final and transcript.confidence >= _SURE and request.end_s - request.start_s >= _SURE_AFTER_S
        opened.hypothesis = opened.hypothesis.revise(transcript.text, is_sure=is_sure)
        return opened.hypothesis

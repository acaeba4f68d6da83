"""What one channel said for good, part by part: the words of each go in front of the next."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Spoken, TranscribeRequest, Transcript
from app.core.utterances import Stretch

CONTEXT_S = 10.0
"""Earlier speech before a final: on three calls 8 s gave 4.9 % word error, 10 s 4.8 %; 15 s cost a third more."""

PARTIAL_CONTEXT_S = 6.0
"""The same before a partial, of which it is given the words alone. With those of 12 s the final corrected a tenth more
of the stable words of four calls; with those of a longer utterance before, words settled later."""

_SHORTEST_S = 0.8
"""Behind a row of shorter utterances the engine may write the one before again: "No." for the "yes" that follows it."""

_WINDOW_S = 28.5
_BYTES_PER_S = SAMPLE_RATE_HZ * SAMPLE_BYTES
_SURE = 0.2
"""Words of a lower confidence are not put in front of the next utterance, where they would be taken for granted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What partials made of a part: the words that are shown as stable, and the newest tokens of the engine."""

    promised: tuple[str, ...] = ()
    draft: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The words of part `part` of utterance `number` have come."""

    number: int
    part: int
    transcript: Transcript


@dataclass(slots=True)
class _Early:
    """What was asked for when the open part paused, and its words once they have come."""

    request: TranscribeRequest
    transcript: Transcript | None = None

    def stands_for(self, said: Stretch) -> bool:
        """Whether nothing was said since until the part ended, and something was or may yet be understood."""
        may_have_words = self.transcript is None or self.transcript.text != ""
        asked = self.request
        return may_have_words and (asked.number, asked.part, asked.end_s) == (said.number, said.part, said.end_s)


class Finals:
    """Hands out a request when the one before is answered.

    A part that pauses may have ended: it is asked for then, and where nothing is said after it until it closes, it is
    not asked for again.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._waiting: deque[tuple[Stretch, Guessed]] = deque()
        self._asked: tuple[Stretch, TranscribeRequest] | None = None
        self._early: _Early | None = None
        self._earlier: deque[Spoken] = deque()

    def pause(self, said: Stretch, guessed: Guessed) -> list[TranscribeRequest]:
        """The open part pauses.

        Nothing is asked for while what goes in front of it is still to be written, or the pause before to be answered.
        """
        is_out = self._early is not None and self._early.transcript is None
        if is_out or self._asked is not None or self._waiting:
            return []
        self._early = _Early(self._request(said, guessed))
        return [self._early.request]

    def close(self, said: Stretch, guessed: Guessed) -> list[TranscribeRequest | Written]:
        """A part has ended."""
        self._waiting.append((said, guessed))
        return self._next()

    def read(self, request: TranscribeRequest, transcript: Transcript) -> list[TranscribeRequest | Written]:
        """The words of a request have come."""
        if self._asked is not None and request is self._asked[1]:
            said, self._asked = self._asked[0], None
            return [self._settle(said, transcript), *self._next()]
        if self._early is not None and request is self._early.request:
            self._early.transcript = transcript
        return []

    def guess(self, said: Stretch, guessed: Guessed) -> TranscribeRequest:
        """The request for a partial, with what is written of what was said before: little, but the last of it."""
        context = _latest(self._earlier, PARTIAL_CONTEXT_S)
        return request_for(self._channel, said, final=False, context=context, guessed=guessed)

    def _next(self) -> list[TranscribeRequest | Written]:
        outcomes: list[TranscribeRequest | Written] = []
        while self._asked is None and self._waiting:
            said, guessed = self._waiting.popleft()
            early, self._early = self._early, None
            if early is None or not early.stands_for(said):
                request = self._request(said, guessed)
                self._asked = said, request
                outcomes.append(request)
            elif early.transcript is None:
                self._asked = said, early.request
            else:
                outcomes.append(self._settle(said, early.transcript))
        return outcomes

    def _settle(self, said: Stretch, transcript: Transcript) -> Written:
        if said.end_s - said.start_s >= _SHORTEST_S and transcript.confidence >= _SURE:
            self._earlier.append(Spoken(pcm=said.pcm, text=transcript.text))
        return Written(number=said.number, part=said.part, transcript=transcript)

    def _request(self, said: Stretch, guessed: Guessed) -> TranscribeRequest:
        return request_for(self._channel, said, final=True, context=self._context(said), guessed=guessed)

    def _context(self, said: Stretch) -> tuple[Spoken, ...]:
        """Earlier parts that fit in front; older ones are forgotten."""
        room_s = _WINDOW_S - len(said.pcm) / _BYTES_PER_S
        self._earlier = deque(_latest(self._earlier, CONTEXT_S))
        return _latest(self._earlier, min(CONTEXT_S, room_s))


def _latest(earlier: Sequence[Spoken], seconds: float) -> tuple[Spoken, ...]:
    """As many of the latest parts as last no longer than that, the latest last."""
    room = round(seconds * _BYTES_PER_S)
    fitting: list[Spoken] = []
    for spoken in reversed(earlier):
        room -= len(spoken.pcm)
        if room < 0:
            break
        fitting.insert(0, spoken)
    return tuple(fitting)


def request_for(
    channel: Channel,
    said: Stretch,
    *,
    final: bool,
    context: tuple[Spoken, ...],
    guessed: Guessed,
) -> TranscribeRequest:
    """The request to write a part of an utterance down."""
    return TranscribeRequest(
        channel=channel,
        number=said.number,
        part=said.part,
        start_s=said.start_s,
        end_s=said.end_s,
        context=context,
        audio=said.pcm + bytes(said.missing),
        final=final,
        promised=guessed.promised,
        draft=guessed.draft,
    )

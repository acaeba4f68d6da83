"""The audio half of a call: frames of both channels become utterances to write down and facts in order of time."""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.events import Channel, LineChanged, LineState, TextFinal
from app.core.finals import Finals, Written, request_for
from app.core.guesses import Guesses
from app.core.hypotheses import Hypothesis
from app.core.lines import UNHEARD, Lines
from app.core.masking import RunningMask
from app.core.ports import FRAME_S, Frame, TranscribeRequest, Transcript
from app.core.utterances import Segmentation, Segmenter, SpeechOpened, Utterance

_NO_PARTIALS_LAG_S = 4.0
_FASTEST_WORDS_PER_S = 6.0
_UNHEARD_EDGE_S = 0.3
_TICK_FRAMES = 8
TICK_S = _TICK_FRAMES * FRAME_S
_NOTHING = Transcript(text="", confidence=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStarted:
    """A voice began on a channel."""

    channel: Channel
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechEnded:
    """A voice fell silent on a channel; `line` is whose it was."""

    channel: Channel
    start_s: float
    at_s: float
    line: LineState = LineState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A quarter of a second of audio has passed."""

    at_s: float


Fact = SpeechStarted | SpeechEnded | Tick | LineChanged | TextFinal


@dataclass(frozen=True, slots=True, order=True)
class _Awaited:
    """An utterance whose words are still to come, in order of its end."""

    end_s: float
    channel: Channel
    number: int
    start_s: float
    line: LineState


class Hearing:
    """Both channels in lockstep.

    With `wait_for_words`, facts wait until every earlier utterance is written down, so that what follows depends on the
    audio alone. Without, facts flow at once, and words follow when they come, in order of their audio end.
    """

    def __init__(
        self, channels: tuple[Channel, ...], segmentation: Segmentation, *, wait_for_words: bool, partials: bool
    ) -> None:
        self._settle_s = segmentation.settle_s
        self._wait_for_words = wait_for_words
        self._partials = partials
        self._waiting: dict[Channel, deque[Frame]] = {channel: deque() for channel in channels}
        self._segmenters = {channel: Segmenter(segmentation) for channel in channels}
        self._masks = {channel: RunningMask() for channel in channels}
        self._finals = {channel: Finals(channel) for channel in channels}
        self._guesses = {channel: Guesses() for channel in channels}
        self._heard_frames = 0
        self._finished = False
        self._facts: list[tuple[float, int, Fact]] = []
        self._fact_count = 0
        self._awaited: list[_Awaited] = []
        self._written: dict[tuple[Channel, int], Transcript] = {}
        self._lines = Lines(channels)

    @property
    def now_s(self) -> float:
        """Seconds of audio heard on every channel."""
        return self._heard_frames * FRAME_S

    @property
    def lag_s(self) -> float:
        """How long the oldest unwritten utterance has been over; 0 when all is written."""
        return max(0.0, self.now_s - self._awaited[0].end_s) if self._awaited else 0.0

    def hear(self, frame: Frame) -> list[TranscribeRequest]:
        """Take the next frame of one channel; requests come once every channel has reached it."""
        self._waiting[frame.channel].append(frame)
        requests: list[TranscribeRequest] = []
        while all(self._waiting.values()):
            for queue in self._waiting.values():
                requests += self._listen(queue.popleft())
            self._heard_frames += 1
            if self._heard_frames % _TICK_FRAMES == 0:
                self._note(self.now_s, Tick(at_s=self.now_s))
        return requests

    def finish(self) -> list[TranscribeRequest]:
        """The audio is over: close open utterances; from now on every fact may be released."""
        self._finished = True
        return [
            request
            for channel, segmenter in self._segmenters.items()
            for closed in segmenter.finish()
            if isinstance(closed, Utterance)
            for request in self._end(channel, closed)
        ]

    def line(self, channel: Channel) -> LineState:
        """What is on a channel now."""
        return self._lines.state(channel)

    def set_line(self, channel: Channel, state: LineState, *, detected: bool) -> list[TranscribeRequest]:
        """From now on something else is on a channel, found by itself or said by somebody."""
        return self._turn(self._lines.set(channel, state, self.now_s, detected=detected))

    def guessed(self, request: TranscribeRequest, transcript: Transcript) -> Hypothesis | None:
        """What is to be shown of an open utterance now that words of it have come, masked; None where nothing is."""
        masked = replace(transcript, text=self._masks[request.channel].preview(transcript.text, request.start_s))
        return self._guesses[request.channel].read(request, masked, self.now_s)

    def written(self, request: TranscribeRequest, transcript: Transcript) -> list[TranscribeRequest]:
        """Take the words of a final request; the channel's next one may follow."""
        if not _could_be_said(transcript.text, request.end_s - request.start_s):
            transcript = _NOTHING
        return self._settle(request.channel, self._finals[request.channel].read(request, transcript))

    def release(self) -> Iterator[Fact]:
        """Facts that are due, in order of time."""
        horizon = float("inf") if self._finished else self.now_s - self._settle_s
        while True:
            fact_s = self._facts[0][0] if self._facts else float("inf")
            if self._awaited and self._awaited[0].end_s <= min(horizon, fact_s):
                if self._is_written(self._awaited[0]):
                    yield self._final(heapq.heappop(self._awaited))
                    continue
                if self._wait_for_words:
                    return
            if fact_s > horizon or not self._facts:
                return
            yield heapq.heappop(self._facts)[2]

    def _listen(self, frame: Frame) -> list[TranscribeRequest]:
        change, frame = self._lines.hear(frame)
        requests = self._turn(change)
        segmenter = self._segmenters[frame.channel]
        for heard in segmenter.hear(frame):
            match heard:
                case SpeechOpened():
                    self._note(heard.at_s, SpeechStarted(channel=frame.channel, at_s=heard.at_s))
                    self._guesses[frame.channel].open(heard.number, heard.at_s)
                case Utterance():
                    requests += self._end(frame.channel, heard)
        return requests + self._guess(frame.channel, segmenter)

    def _end(self, channel: Channel, closed: Utterance) -> list[TranscribeRequest]:
        line, changes = self._lines.ended(channel, closed.start_s, closed.end_s)
        for change in changes:
            self._note(closed.end_s, change)
        promised = self._guesses[channel].stable
        self._close(channel, closed, line)
        return self._settle(channel, self._finals[channel].close(closed, promised))

    def _settle(self, channel: Channel, outcomes: list[TranscribeRequest | Written]) -> list[TranscribeRequest]:
        for outcome in outcomes:
            if isinstance(outcome, Written):
                self._written[channel, outcome.number] = outcome.transcript
        return [outcome for outcome in outcomes if isinstance(outcome, TranscribeRequest)]

    def _close(self, channel: Channel, closed: Utterance, line: LineState) -> None:
        at_s, start_s = closed.end_s, closed.start_s
        self._guesses[channel].close()
        self._note(at_s, SpeechEnded(channel=channel, start_s=start_s, at_s=at_s, line=line))
        heapq.heappush(self._awaited, _Awaited(at_s, channel, closed.number, start_s, line))

    def _turn(self, change: LineChanged | None) -> list[TranscribeRequest]:
        """A line has changed: whoever spoke before a mute has ended, and what turned out as music was no voice."""
        if change is None:
            return []
        self._note(change.at_s, change)
        if change.state not in UNHEARD:
            return []
        closed = [heard for heard in self._segmenters[change.channel].finish() if isinstance(heard, Utterance)]
        if change.state is LineState.MUTED:
            return [request for utterance in closed for request in self._end(change.channel, utterance)]
        for utterance in closed:
            self._withdraw(change.channel, utterance)
        return []

    def _withdraw(self, channel: Channel, closed: Utterance) -> None:
        self._close(channel, closed, LineState.MUSIC)
        self._written[channel, closed.number] = _NOTHING

    def _guess(self, channel: Channel, segmenter: Segmenter) -> list[TranscribeRequest]:
        """What is to be decoded of an utterance that is still open."""
        if not self._may_guess():
            return []
        guesses, finals, voice_end_s = self._guesses[channel], self._finals[channel], segmenter.voice_end_s
        requests: list[TranscribeRequest] = []
        if guesses.wants_final(voice_end_s, segmenter.quiet_s) and (paused := segmenter.as_if_closed()):
            requests = finals.pause(paused, guesses.stable)
        if not requests and guesses.wants_partial(self.now_s, voice_end_s) and (heard := segmenter.snapshot()):
            requests = [request_for(channel, heard, final=False, context=finals.before())]
        for request in requests:
            guesses.sent(request, self.now_s)
        return requests

    def _may_guess(self) -> bool:
        """Partials are the first to go when words come late."""
        return self._partials and self.lag_s < _NO_PARTIALS_LAG_S

    def _note(self, at_s: float, fact: Fact) -> None:
        self._fact_count += 1
        heapq.heappush(self._facts, (at_s, self._fact_count, fact))

    def _is_written(self, awaited: _Awaited) -> bool:
        return (awaited.channel, awaited.number) in self._written

    def _final(self, awaited: _Awaited) -> TextFinal:
        channel, start_s, end_s = awaited.channel, awaited.start_s, awaited.end_s
        transcript = self._written.pop((channel, awaited.number))
        return TextFinal(
            number=awaited.number,
            channel=channel,
            start_s=start_s,
            end_s=end_s,
            text=self._masks[channel].read(transcript.text, start_s, end_s),
            confidence=transcript.confidence,
            line=awaited.line,
        )


def _could_be_said(text: str, voice_s: float) -> bool:
    """Whether so many words fit into the voice heard; an engine invents stock phrases for a click or a breath."""
    return len(text.split()) <= 1 + _FASTEST_WORDS_PER_S * (voice_s + _UNHEARD_EDGE_S)

"""The audio half of a call: frames of both channels become utterances to write down and facts in order of time."""

import heapq
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.chronicle import TICK_FRAMES, Fact, Happening, Overheard, SpeechEnded, SpeechStarted, Tick
from app.core.events import Channel, LineChanged, LineState, ScoringSet, TextFinal, TextPartial
from app.core.finals import Finals, Guessed, Written
from app.core.guesses import Guesses, Shown
from app.core.hypotheses import Hypothesis, words_in
from app.core.lines import UNHEARD, Lines
from app.core.masking import RunningMask, Tagger
from app.core.ports import FRAME_S, Frame, TranscribeRequest, Transcript
from app.core.presence import Presence
from app.core.utterances import Heard, Segmentation, Segmenter, SpeechClosed, SpeechOpened, Stretch
from app.core.withheld import Withheld

_NO_PARTIALS_LAG_S = 4.0
_FASTEST_WORDS_PER_S = 6.0
_UNHEARD_EDGE_S = 0.3
_NOTHING = Transcript(text="", confidence=0.0)


@dataclass(frozen=True, slots=True, order=True)
class _Awaited:
    """An utterance whose words are still to come, in order of its end; one that was no voice has no parts."""

    end_s: float
    channel: Channel
    number: int
    parts: int
    start_s: float
    line: LineState


class Hearing:
    """Both channels in lockstep.

    With `wait_for_words`, facts wait until every earlier utterance is written down, so that what follows depends on the
    audio alone. Without, facts flow at once, and words follow when they come, in order of their audio end.
    """

    def __init__(
        self,
        channels: tuple[Channel, ...],
        segmentation: Segmentation,
        *,
        wait_for_words: bool,
        partials: bool,
        tagger: Tagger | None = None,
    ) -> None:
        self._settle_s = segmentation.settle_s
        self._wait_for_words = wait_for_words
        self._partials = partials
        self._waiting: dict[Channel, deque[Frame]] = {channel: deque() for channel in channels}
        self._segmenters = {channel: Segmenter(segmentation) for channel in channels}
        self._mask = RunningMask(tagger)
        self._withheld = Withheld(channels, self._mask)
        self._finals = {channel: Finals(channel) for channel in channels}
        self._guesses = {channel: Guesses() for channel in channels}
        self._heard_frames = 0
        self._finished = False
        self._facts: list[tuple[float, int, Happening]] = []
        self._fact_count = 0
        self._awaited: list[_Awaited] = []
        self._written: dict[tuple[Channel, int], list[Transcript]] = {}
        self._released = dict.fromkeys(channels, 0)
        self._on_screen = {channel: Hypothesis() for channel in channels}
        self._heard_last = dict.fromkeys(channels, "")
        self._shown: list[TextPartial] = []
        self._lines = Lines(channels)
        self._presences = {channel: Presence(channel) for channel in channels}
        self._overheard: list[Overheard] = []

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
            self._overhear()
            if self._heard_frames % TICK_FRAMES == 0:
                self._note(self.now_s, Tick(at_s=self.now_s))
                self._overheard.append(Tick(at_s=self.now_s))
        return requests

    def finish(self) -> list[TranscribeRequest]:
        """The audio is over: close open utterances; from now on every fact may be released."""
        self._finished = True
        return [
            request
            for channel, segmenter in self._segmenters.items()
            for heard in segmenter.finish()
            for request in self._take(channel, heard)
        ]

    def line(self, channel: Channel) -> LineState:
        """What is on a channel now."""
        return self._lines.state(channel)

    def set_line(self, channel: Channel, state: LineState, *, detected: bool) -> list[TranscribeRequest]:
        """From now on something else is on a channel, found by itself or said by somebody."""
        return self._turn(self._lines.set(channel, state, self.now_s, detected=detected))

    def set_scored(self, *, scored: bool) -> list[TranscribeRequest]:
        """From now on the caller is scored, or not."""
        was_scored, change = self._lines.is_scored, self._lines.set_scored(self.now_s, scored=scored)
        if self._lines.is_scored is not was_scored:
            self._note(self.now_s, ScoringSet(scored=scored, at_s=self.now_s))
        return self._turn(change)

    def pause(self) -> list[TranscribeRequest]:
        """Nothing of any channel is heard or kept from now on."""
        return self._turn_all(self._lines.pause(self.now_s))

    def resume(self) -> list[TranscribeRequest]:
        """The pause is over, or the hold: whichever came last."""
        return self._turn_all(self._lines.resume(self.now_s))

    def guessed(self, request: TranscribeRequest, transcript: Transcript) -> bool:
        """Take words of an open utterance; whether they are to be shown."""
        shown = self._guesses[request.channel].read(request, transcript, self.now_s)
        self._show(request.channel, shown)
        return shown is not None

    def shown(self) -> list[TextPartial]:
        """What is to be shown of open utterances since the last time, masked."""
        shown, self._shown = self._shown, []
        return shown

    def overheard(self) -> list[Overheard]:
        """Who began to speak or paused since the last time, as soon as it can be told; facts follow, in order."""
        overheard, self._overheard = self._overheard, []
        return overheard

    def written(self, request: TranscribeRequest, transcript: Transcript) -> list[TranscribeRequest]:
        """Take the words of a final request; the channel's next one may follow."""
        if not _could_be_said(transcript.text, request.end_s - request.start_s):
            transcript = _NOTHING
        return self._settle(request.channel, self._finals[request.channel].read(request, transcript))

    def release(self) -> Iterator[Fact]:
        """Facts that are due, in order of time."""
        horizon = float("inf") if self._finished else self._certain_s()
        yield from self._withheld.due()
        while self._tell_next(horizon):
            yield from self._withheld.due()
        if self._finished and not (self._awaited or self._facts):
            self._withheld.finish()
            yield from self._withheld.due()

    def give_up(self) -> None:
        """Words that have not come by now will not: what was waiting for them may be released."""
        self._awaited = [awaited for awaited in self._awaited if self._is_written(awaited)]
        heapq.heapify(self._awaited)

    def _tell_next(self, horizon_s: float) -> bool:
        """Hand on the next fact, or words; whether there were any up to a time."""
        fact_s = self._facts[0][0] if self._facts else float("inf")
        if self._awaited and self._awaited[0].end_s <= min(horizon_s, fact_s):
            if self._is_written(self._awaited[0]):
                self._withheld.read(self._final(heapq.heappop(self._awaited)))
                return True
            if self._wait_for_words:
                return False
        if fact_s > horizon_s or not self._facts:
            return False
        self._withheld.take(heapq.heappop(self._facts)[2])
        return True

    def _certain_s(self) -> float:
        """Up to when it is known what began and ended."""
        return min(self.now_s - self._settle_s, *(one.certain_s for one in self._segmenters.values()))

    def _listen(self, frame: Frame) -> list[TranscribeRequest]:
        change, frame = self._lines.hear(frame)
        requests = self._turn(change)
        segmenter = self._segmenters[frame.channel]
        for heard in segmenter.hear(frame):
            requests += self._take(frame.channel, heard)
        return requests + self._guess(frame.channel, segmenter)

    def _take(self, channel: Channel, heard: Heard) -> list[TranscribeRequest]:
        match heard:
            case SpeechOpened():
                self._begin(channel, heard)
            case Stretch():
                return self._settle(channel, self._finals[channel].close(heard, self._guessed(channel, heard)))
            case SpeechClosed():
                line, changes = self._lines.ended(channel, heard.start_s, heard.end_s)
                for change in changes:
                    self._note(heard.end_s, change)
                self._close(channel, heard, line, parts=heard.parts)
        return []

    def _begin(self, channel: Channel, opened: SpeechOpened) -> None:
        if opened.part:
            self._guesses[channel].go_on(opened.at_s)
            return
        self._note(opened.at_s, SpeechStarted(channel=channel, at_s=opened.at_s))
        self._guesses[channel].open(opened.number, opened.at_s)
        self._on_screen[channel] = Hypothesis()
        self._heard_last[channel] = ""

    def _guessed(self, channel: Channel, said: Stretch) -> Guessed:
        """What is known of the open part, its words masked as they are shown; nothing from behind its end."""
        guesses = self._guesses[channel]
        stable = self._mask.preview(channel, guesses.stable(said.end_s), said.start_s)
        return Guessed(promised=words_in(stable), draft=guesses.draft(said.end_s))

    def _settle(self, channel: Channel, outcomes: list[TranscribeRequest | Written]) -> list[TranscribeRequest]:
        for outcome in outcomes:
            if isinstance(outcome, Written) and outcome.number > self._released[channel]:
                self._written.setdefault((channel, outcome.number), []).append(outcome.transcript)
                written = self._guesses[channel].write(outcome.number, outcome.part, outcome.transcript.text)
                self._show(channel, written)
        return [outcome for outcome in outcomes if isinstance(outcome, TranscribeRequest)]

    def _show(self, channel: Channel, shown: Shown | None) -> None:
        if shown is None or not self._partials:
            return
        self._heard_last[channel] = f"{shown.stable} {shown.guess}"
        masked = self._on_screen[channel].settle(self._mask.preview(channel, shown.stable, shown.start_s))
        self._on_screen[channel] = masked
        whole = masked.revise(self._mask.preview(channel, self._heard_last[channel], shown.start_s))
        self._shown.append(
            TextPartial(
                number=shown.number,
                channel=channel,
                start_s=shown.start_s,
                end_s=shown.end_s,
                stable=" ".join(whole.stable),
                guess=" ".join(whole.guess),
                paused=shown.paused,
            )
        )

    def _close(self, channel: Channel, closed: SpeechClosed, line: LineState, *, parts: int) -> None:
        at_s, start_s = closed.end_s, closed.start_s
        self._guesses[channel].close()
        self._mask.expect(channel, self._heard_last[channel], start_s, at_s)
        self._note(at_s, SpeechEnded(channel=channel, start_s=start_s, at_s=at_s, line=line))
        heapq.heappush(self._awaited, _Awaited(at_s, channel, closed.number, parts, start_s, line))

    def _turn_all(self, changes: Sequence[LineChanged]) -> list[TranscribeRequest]:
        return [request for change in changes for request in self._turn(change)]

    def _turn(self, change: LineChanged | None) -> list[TranscribeRequest]:
        """A line has changed: whoever spoke before a mute has ended, and what turned out as music was no voice."""
        if change is None:
            return []
        self._note(change.at_s, change)
        if change.state not in UNHEARD:
            return []
        last = self._segmenters[change.channel].finish()
        if change.state is not LineState.MUSIC:
            return [request for heard in last for request in self._take(change.channel, heard)]
        for heard in last:
            if isinstance(heard, SpeechClosed):
                self._close(change.channel, heard, LineState.MUSIC, parts=0)
        return []

    def _guess(self, channel: Channel, segmenter: Segmenter) -> list[TranscribeRequest]:
        """What is to be decoded of an utterance that is still open."""
        if not self._may_guess():
            return []
        guesses, finals, voice_end_s = self._guesses[channel], self._finals[channel], segmenter.voice_end_s
        requests: list[TranscribeRequest] = []
        if guesses.wants_final(voice_end_s, segmenter.quiet_s) and (paused := segmenter.as_if_closed()):
            requests = finals.pause(paused, self._guessed(channel, paused))
        if not requests and guesses.wants_partial(self.now_s, voice_end_s) and (heard := segmenter.snapshot()):
            requests = [finals.guess(heard, Guessed(draft=guesses.draft(heard.end_s)))]
        for request in requests:
            guesses.sent(request, self.now_s)
        return requests

    def _may_guess(self) -> bool:
        """Partials are the first to go when words come late."""
        return self._partials and self.lag_s < _NO_PARTIALS_LAG_S

    def _overhear(self) -> None:
        for channel, presence in self._presences.items():
            segmenter = self._segmenters[channel]
            if change := presence.hear(segmenter.begin_s, segmenter.voice_end_s, self.now_s):
                self._overheard.append(change)

    def _note(self, at_s: float, fact: Happening) -> None:
        self._fact_count += 1
        heapq.heappush(self._facts, (at_s, self._fact_count, fact))

    def _is_written(self, awaited: _Awaited) -> bool:
        return len(self._written.get((awaited.channel, awaited.number), ())) >= awaited.parts

    def _final(self, awaited: _Awaited) -> TextFinal:
        """The words of an utterance as they were heard, for `Withheld` alone."""
        channel, start_s, end_s = awaited.channel, awaited.start_s, awaited.end_s
        self._released[channel] = awaited.number
        transcript = _joined(self._written.pop((channel, awaited.number), [])[: awaited.parts])
        return TextFinal(
            number=awaited.number,
            channel=channel,
            start_s=start_s,
            end_s=end_s,
            text=transcript.text,
            confidence=transcript.confidence,
            line=awaited.line,
        )


def _joined(parts: Sequence[Transcript]) -> Transcript:
    """The words of all parts; the confidence is the mean over their words."""
    understood = [part for part in parts if part.text]
    if len(understood) <= 1:
        return understood[0] if understood else _NOTHING
    counts = [len(part.text.split()) for part in understood]
    confidence = sum(count * part.confidence for count, part in zip(counts, understood, strict=True)) / sum(counts)
    return Transcript(text=" ".join(part.text for part in understood), confidence=confidence)


def _could_be_said(text: str, voice_s: float) -> bool:
    """Whether so many words fit into the voice heard; an engine invents stock phrases for a click or a breath."""
    return len(text.split()) <= 1 + _FASTEST_WORDS_PER_S * (voice_s + _UNHEARD_EDGE_S)

"""The truth of one call: hears frames, reads words, and returns what is to be done and what has happened."""

from collections.abc import Sequence

from app.core.allowance import Dial
from app.core.anger import CurveShape
from app.core.by_hand import BY_HAND
from app.core.chronicle import Fact
from app.core.conversation import Conversation, Vocabulary
from app.core.events import (
    CallEnded,
    CallStarted,
    Channel,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    TextFinal,
)
from app.core.hearing import Hearing
from app.core.message import Message
from app.core.playbook import Playbook
from app.core.ports import (
    Frame,
    Heat,
    MovesRequest,
    ScoreRequest,
    SourceEvent,
    TranscribeRequest,
    Transcript,
)
from app.core.utterances import Segmentation
from app.core.watchdog import Watchdog

Outcome = Event | TranscribeRequest | ScoreRequest | MovesRequest

_RECORDED = frozenset({Mark.ABUSE, Mark.HELP, Mark.MOMENT})
"""Marks that stand in the record as they are; the others are told by events of their own."""

_BEHIND_S = 5.0
_CAUGHT_UP_S = 3.0


class CallAssistant:
    """Pure: it never calls an engine, it returns requests and a runner performs them.

    `live` gives partials and lets facts flow before their words are known; otherwise only finals are asked for and
    what comes out depends on nothing but the audio.
    """

    def __init__(
        self,
        channels: tuple[Channel, ...],
        playbook: Playbook,
        vocabulary: Vocabulary,
        *,
        live: bool,
        segmentation: Segmentation | None = None,
        shape: CurveShape | None = None,
        dial: Dial = Dial.FULL,
    ) -> None:
        self._hearing = Hearing(
            channels, segmentation or Segmentation(), wait_for_words=not live, partials=live, tagger=vocabulary.tagger
        )
        self._conversation = Conversation(playbook, vocabulary, shape, dial=dial, live=live)
        self._live = live
        self._scores = Channel.UNKNOWN not in channels
        self._watchdog = Watchdog(channels) if live else None
        self._unseen_partials = 0
        self._is_behind = False

    @property
    def lag_s(self) -> float:
        """How far words are behind the audio."""
        return self._hearing.lag_s

    @property
    def now_s(self) -> float:
        """Seconds of audio heard."""
        return self._hearing.now_s

    def start(self, call: CallStarted) -> list[Event]:
        """Second 0 of the call."""
        return [call, *(self._conversation.start() if self._scores else self._conversation.start_unscored())]

    def hear(self, frame: Frame) -> list[Outcome]:
        """Take the next frame of one channel."""
        requests = self._hearing.hear(frame)
        self._unseen_partials += sum(not request.final for request in requests)
        advice = self._watchdog.hear(frame, self._hearing.line(frame.channel)) if self._watchdog else []
        return [*requests, *self._overheard(), *self._released(), *self._health(), *advice]

    def set_line(self, channel: Channel, state: LineState) -> list[Outcome]:
        """Somebody says what is on a channel from now on."""
        return [*self._hearing.set_line(channel, state, detected=False), *self._released()]

    def set_scored(self, *, scored: bool) -> list[Outcome]:
        """The agent says whether the caller is to be scored from now on."""
        return [*self._hearing.set_scored(scored=scored), *self._released()]

    def pause(self) -> list[Outcome]:
        """Nothing of either side is heard or kept from now on."""
        return [*self._hearing.pause(), *self._released()]

    def resume(self) -> list[Outcome]:
        """The pause is over, or the hold: whichever came last."""
        return [*self._hearing.resume(), *self._released()]

    def mark(self, mark: Mark) -> list[Outcome]:
        """The agent says something of the call or of the card."""
        if mark in BY_HAND:
            return []
        recorded = [Marked(kind=mark, at_s=self.now_s)] if mark in _RECORDED else []
        counts = self._scores or mark is Mark.TOLD
        return [*recorded, *(self._conversation.mark(mark, self.now_s) if counts else [])]

    def notice(self, event: SourceEvent) -> list[Outcome]:
        """Take what the source tells between its chunks; a line that it found to be different changes now."""
        if isinstance(event, LineChanged):
            return [*self._hearing.set_line(event.channel, event.state, detected=True), *self._released()]
        return [event]

    def read(self, request: TranscribeRequest, transcript: Transcript) -> list[Outcome]:
        """Take the words of an earlier request."""
        is_shown = self._hearing.guessed(request, transcript)
        if request.final:
            return [*self._hearing.written(request, transcript), *self._released()]
        self._unseen_partials -= is_shown
        return self._shown()

    def judge(self, request: ScoreRequest, heat: Heat) -> list[Outcome]:
        """Take the heat of an earlier request, and go on with the facts that waited for it."""
        if request.provisional:
            return [*self._conversation.foresee(request, heat)]
        return [*self._conversation.judge(request, heat), *self._released()]

    def note_moves(self, request: MovesRequest, moves: Sequence[frozenset[Move]]) -> list[Outcome]:
        """Take the moves of each sentence of an earlier request, and go on with the facts that waited for them."""
        return [*self._conversation.note_moves(request, moves), *self._released()]

    def close(self) -> list[Outcome]:
        """The audio has ended: ask for what is still open."""
        return [*self._hearing.finish(), *self._released()]

    def give_up(self) -> list[Outcome]:
        """Words that have not come by now will not."""
        self._hearing.give_up()
        return self._released()

    def end(self) -> list[Event]:
        """All words are in, or will not come any more."""
        duration_s = self._hearing.now_s
        ended = CallEnded(at_s=duration_s, duration_s=duration_s, dropped_partials=self._unseen_partials)
        return [*self._conversation.finish(duration_s), ended]

    def _overheard(self) -> list[Event]:
        """What changes on the card because of who speaks at this moment."""
        overheard = self._hearing.overheard()
        if not (self._live and self._scores):
            return []
        return [event for change in overheard for event in self._conversation.overhear(change)]

    def _released(self) -> list[Outcome]:
        """What the due facts lead to; a request is the last, since the next fact may depend on its answer."""
        outcomes = self._shown()
        for fact in self._hearing.release():
            found = self._conversation.happen(fact) if self._scores else _words_alone(fact)
            outcomes += found
            if found and isinstance(found[-1], ScoreRequest | MovesRequest):
                break
        return outcomes

    def _shown(self) -> list[Outcome]:
        """Words of open utterances that are new on the screen, the caller's to be judged early."""
        outcomes: list[Outcome] = []
        for partial in self._hearing.shown():
            outcomes.append(partial)
            line = self._hearing.line(partial.channel)
            if partial.channel is Channel.CALLER and line.is_own:
                outcomes += self._conversation.glimpse(partial, for_danger=line is LineState.UNSCORED)
        return outcomes

    def _health(self) -> list[Event]:
        lag_s = self.lag_s if self._live else 0.0
        if not self._is_behind and lag_s > _BEHIND_S:
            return [self._behind(is_behind=True, lag_s=lag_s)]
        if self._is_behind and lag_s < _CAUGHT_UP_S:
            return [self._behind(is_behind=False, lag_s=lag_s)]
        return []

    def _behind(self, *, is_behind: bool, lag_s: float) -> Health:
        self._is_behind = is_behind
        self._conversation.hold_prompts(hold=is_behind)
        code = HealthCode.BEHIND if is_behind else HealthCode.LISTENING
        advice = (
            Message("Words come late; prompts wait until they have caught up.") if is_behind else Message("Listening.")
        )
        over = None if is_behind else HealthCode.BEHIND
        return Health(code=code, advice=advice, lag_s=lag_s, at_s=self._hearing.now_s, over=over)


def _words_alone(fact: Fact) -> list[Outcome]:
    """Where both speak on one channel nobody can be scored: the words are all there is."""
    return [fact] if isinstance(fact, TextFinal | LineChanged) else []

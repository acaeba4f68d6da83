"""The text half of a call: masked words and voice activity become the curve, the agent's moves and the prompts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.agent_half import AgentHalf
from app.core.allowance import Dial
from app.core.anger import AngerCurve, CurveShape, Utterance
from app.core.breath import Breath
from app.core.caller_words import CallerWords
from app.core.chronicle import Fact, Overheard, SpeechEnded, SpeechStarted, Tick
from app.core.clarity import Clarity
from app.core.cues import PAUSE_S, Cues, Hold
from app.core.danger import Danger
from app.core.events import (
    AngerPoint,
    Channel,
    Event,
    LineChanged,
    LineState,
    Mark,
    Move,
    Phase,
    ScoringSet,
    TextFinal,
    TextPartial,
    Trend,
)
from app.core.foresight import Ahead, Foresight
from app.core.limits import Limits
from app.core.masking import Tagger
from app.core.moves import AgentWords
from app.core.phrases import Phrases, normalise, words_of
from app.core.playbook import Moment, Playbook
from app.core.ports import Heat, MovesRequest, ScoreRequest
from app.core.presence import BREATH_S, VoiceChanged
from app.core.situation import Situation
from app.core.voices import CallerSide, CallerTurn

Request = ScoreRequest | MovesRequest

MIN_CONFIDENCE = 0.28
"""Below this mean probability (0.35 as a mean over words) an utterance is written down but not scored."""

_DECAY_STEP_S = 1.0
_HEAT_OF = (Phase.CALM, Phase.FALLING, Phase.RISING, Phase.HOT, Phase.ABUSIVE)
_ANGRY = {Phase.RISING, Phase.HOT, Phase.ABUSIVE}
_CLIMB = 0.1
"""So much higher than where they began to get angry a caller has begun anew, whatever the trend was meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words as data: the agent's moves, what callers want, facts they give by kind, the reason of each signal.

    `tagger` weighs what the rules of masking hide and leave.
    """

    agent: AgentWords
    wants: Phrases
    facts: Mapping[str, Phrases]
    reasons: Mapping[str, str]
    tagger: Tagger | None = None


class Conversation:
    """Feed it facts in order; what was said comes back as a request, to be answered before the next fact.

    A caller utterance is a ScoreRequest, answered with `judge`; an agent utterance a MovesRequest, with `note_moves`.
    In a `live` call facts come some time after what they tell of, so cards go by what is overheard.
    """

    def __init__(
        self,
        playbook: Playbook,
        vocabulary: Vocabulary,
        shape: CurveShape | None = None,
        *,
        dial: Dial = Dial.FULL,
        live: bool = False,
    ) -> None:
        self._curve = AngerCurve(shape)
        self._caller_line = LineState.OPEN
        self._live = live
        self._cues = Cues(playbook, self._situation, dial, pause_s=BREATH_S if live else PAUSE_S)
        self._limits = Limits(playbook.boundary)
        self._agent = AgentHalf(vocabulary.agent, self._cues, self._limits)
        self._caller = CallerSide()
        self._turn = CallerTurn()
        self._turn_signals: frozenset[str] = frozenset()
        self._said = CallerWords(playbook, vocabulary.wants, vocabulary.facts, vocabulary.reasons)
        self._rise_s, self._risen_to = -math.inf, 0.0
        self._last_decay_s = 0.0
        self._clarity = Clarity()
        self._breath = Breath()
        self._confidence = 1.0
        self._foresight = Foresight()

    @property
    def level(self) -> float:
        """The caller's level now, 0..1."""
        return self._curve.level

    def hold_prompts(self, *, hold: bool) -> None:
        """Show no new prompt while words come too late for it."""
        self._cues.hold(Hold.LATE, on=hold)

    def start(self) -> list[Event]:
        """Second 0 of the call."""
        return self._cues.start()

    def start_unscored(self) -> list[Event]:
        """Second 0 of a call in which nobody is scored."""
        return self._cues.disclosed()

    def happen(self, fact: Fact) -> list[Event | Request]:
        """Take the next fact."""
        events: list[Event | Request] = [*self._advance(fact)]
        match fact:
            case SpeechStarted():
                events += self._speech_started(fact)
            case SpeechEnded():
                events += self._speech_ended(fact)
            case Tick():
                events += [*self._decay(fact.at_s), *self._told(fact)]
            case LineChanged():
                events += [fact, *self._line_changed(fact)]
            case ScoringSet():
                events.append(fact)
            case TextFinal():
                events += self._read(fact)
        return events

    def overhear(self, change: Overheard) -> list[Event]:
        """What changes on the card because of who speaks now, or as time passes."""
        events = self._let_pass(change.at_s)
        if isinstance(change, VoiceChanged):
            return [*events, *self._turn_to(change), *self._let_pass(change.known_s)]
        return events if self._caller.is_away else [*events, *self._cues.tick(change.at_s)]

    def glimpse(self, partial: TextPartial, *, for_danger: bool = False) -> list[ScoreRequest]:
        """Whether words of an open utterance are to be judged before its final: the stable ones, in a pause all."""
        if not self._clarity.is_clear or self._confidence < MIN_CONFIDENCE:
            return []
        before = () if for_danger else self._breath.before(partial.start_s, f"{partial.stable} {partial.guess}")
        return self._foresight.glimpse(partial, self._confidence, before, for_danger=for_danger)

    def foresee(self, request: ScoreRequest, heat: Heat) -> list[Event]:
        """Take the heat of what the caller is still saying; nothing once the final is there."""
        if self._foresight.is_late(request):
            return []
        if request.for_danger:
            return self._look_for_danger(request, heat)
        curve, point = self._curve.ahead(heat, self._utterance(request))
        self._foresight.ahead = Ahead(
            number=request.number, curve=curve, text=normalise(request.text), signals=frozenset(heat.signals)
        )
        return [point, *self._cues.foreseen(request.end_s)]

    def judge(self, request: ScoreRequest, heat: Heat) -> list[Event]:
        """Take the heat of a caller utterance; what was foreseen of the next one is to be judged on the new curve."""
        self._foresight.start_over()
        if request.for_danger:
            return [*self._cues.heard(request.number, request.end_s), *self._look_for_danger(request, heat)]
        phase, trend = self._curve.phase, self._curve.trend
        point = self._curve.hear(heat, self._utterance(request))
        if _rises(phase, trend, point) or self._climbs(point):
            self._rise_s, self._risen_to = point.at_s, point.level
        self._last_decay_s = point.at_s
        self._turn_signals |= frozenset(heat.signals)
        self._cues.caller_said(normalise(request.text), point.phase)
        self._said.hear(request, heat)
        return [point, *self._cues.judged(request.number, request.end_s), *self._said.wants(request)]

    def _climbs(self, point: AngerPoint) -> bool:
        """Whether the caller has got clearly angrier since they last began to."""
        return point.phase in _ANGRY and point.level >= self._risen_to + _CLIMB

    def note_moves(self, request: MovesRequest, moves: Sequence[frozenset[Move]]) -> list[Event]:
        """Take the moves of each sentence of an agent utterance."""
        return self._agent.note(request, moves)

    def mark(self, mark: Mark, at_s: float) -> list[Event]:
        """The agent says something of the call or of the card at second `at_s`."""
        match mark:
            case Mark.ABUSE:
                self._limits.mark_abuse(at_s)
                return self._cues.limit(at_s)
            case Mark.WARNED:
                return self._agent.make([(Move.WARNING, "")], at_s)
            case Mark.USED:
                return self._cues.use(at_s)
            case Mark.DISMISSED:
                return self._cues.dismiss(at_s)
            case Mark.TOLD:
                return self._cues.disclose(at_s)
            case _:
                return []

    def finish(self, at_s: float) -> list[Event]:
        """The call is over at second `at_s`."""
        return self._cues.finish(at_s)

    # --- time -------------------------------------------------------------------------------------------------

    def _advance(self, fact: Fact) -> list[Event]:
        at_s = fact.end_s if isinstance(fact, TextFinal) else fact.at_s
        return [] if self._live else self._cues.advance(at_s)

    def _let_pass(self, at_s: float) -> list[Event]:
        return self._cues.advance(at_s) if self._live else []

    def _turn_to(self, change: VoiceChanged) -> list[Event]:
        if change.channel is Channel.AGENT:
            return self._cues.agent_starts(change.at_s) if change.speaks else self._cues.agent_stops(change.at_s)
        if change.speaks:
            return self._cues.caller_starts(change.at_s)
        return self._cues.caller_stops(change.at_s, is_foreseen=self._foresight.ahead is not None)

    def _told(self, change: Overheard) -> list[Event]:
        """What was overheard where the facts are the first to tell it."""
        return [] if self._live else self.overhear(change)

    def _decay(self, at_s: float) -> list[Event]:
        if self._caller.is_away or self._caller.awaited or at_s < self._last_decay_s + _DECAY_STEP_S:
            return []
        self._last_decay_s = at_s
        point = self._curve.quiet(at_s)
        return [] if point is None else [point]

    def _line_changed(self, change: LineChanged) -> list[Event]:
        """While something else is on the caller's line, time stands still for the caller."""
        if change.channel is not Channel.CALLER:
            return []
        before, self._caller_line = self._caller_line, change.state
        self._cues.hold(Hold.AWAY, on=change.state is not LineState.OPEN)
        if change.state is not LineState.OPEN:
            self._caller.leave(change.at_s)
            return []
        self._curve.pause(self._caller.come_back(change.at_s))
        return [] if before is LineState.UNSCORED else self._cues.come_back(change.at_s)

    def _look_for_danger(self, request: ScoreRequest, heat: Heat) -> list[Event]:
        """While the caller is not scored a safety card is all that their words may bring, each utterance by itself."""
        before = self._caller.text, self._turn_signals
        self._caller.text, self._turn_signals = normalise(request.text), frozenset(heat.signals) & frozenset(Danger)
        events = self._cues.guard(request.end_s)
        self._caller.text, self._turn_signals = before
        return events

    # --- voices -----------------------------------------------------------------------------------------------

    def _speech_started(self, fact: SpeechStarted) -> list[Event]:
        if fact.channel is Channel.CALLER:
            self._caller_started(fact.at_s)
            return self._told(_voice(fact))
        events = self._after_pause(fact.at_s)
        self._agent.side.since_s = fact.at_s
        self._turn.agent_starts(fact.at_s)
        return [*events, *self._told(_voice(fact))]

    def _caller_started(self, at_s: float) -> None:
        self._caller.awaited += 1
        if self._caller.is_away:
            return
        if self._turn.caller_starts(at_s):
            self._turn_signals = frozenset()
            self._caller.text = ""
        self._caller.since_s = at_s

    def _speech_ended(self, fact: SpeechEnded) -> list[Event]:
        if fact.channel is Channel.AGENT:
            self._agent.side.end(fact.start_s, fact.at_s)
            self._turn.agent_stops(fact.at_s)
        elif fact.line is LineState.OPEN:
            self._caller.end(fact.start_s, fact.at_s)
            self._turn.caller_stops(fact.at_s)
        else:
            self._caller.since_s = None
        return self._told(_voice(fact))

    def _after_pause(self, at_s: float) -> list[Event]:
        if self._curve_ahead().phase is Phase.CALM:
            return []
        return self._agent.answer(at_s, self._caller, self._turn.start_s)

    # --- words ------------------------------------------------------------------------------------------------

    def _read(self, final: TextFinal) -> list[Event | Request]:
        if final.channel is Channel.CALLER:
            return [final, *self._read_caller(final)]
        if final.text:
            return [final, self._agent.read(final, self._caller, self._said.questions)]
        self._cues.agent_heard(final.end_s)
        return [final]

    def _read_caller(self, final: TextFinal) -> list[Event | Request]:
        self._caller.awaited = max(0, self._caller.awaited - 1)
        self._foresight.read(final.number)
        if not final.text or not final.line.is_own:
            return [*self._cues.heard(final.number, final.end_s)]
        self._confidence = final.confidence
        if final.line is LineState.UNSCORED:
            return self._read_unscored(final)
        self._caller.text += normalise(final.text)
        told = self._clarity.hear(final)
        self._cues.hold(Hold.UNCLEAR, on=not self._clarity.is_clear)
        if final.confidence < MIN_CONFIDENCE or not self._clarity.is_clear:
            return [*told, *self._cues.heard(final.number, final.end_s), *self._cues.guard(final.end_s)]
        before = self._breath.before(final.start_s, final.text)
        self._breath.hear(final)
        return [*told, _ask_for_heat(final, before=before)]

    def _read_unscored(self, final: TextFinal) -> list[Event | Request]:
        """Words that were understood are read for danger."""
        if final.confidence < MIN_CONFIDENCE:
            return [*self._cues.heard(final.number, final.end_s)]
        return [_ask_for_heat(final, for_danger=True)]

    def _utterance(self, request: ScoreRequest) -> Utterance:
        return Utterance(
            number=request.number,
            turn=self._turn.number,
            words=len(words_of(request.text)),
            start_s=request.start_s,
            end_s=request.end_s,
            confidence=request.confidence,
        )

    # --- situation --------------------------------------------------------------------------------------------

    def _curve_ahead(self) -> AngerCurve:
        """The curve with what the caller is still saying."""
        ahead = self._foresight.ahead
        return ahead.curve if ahead else self._curve

    def _situation(self, at_s: float, moment: Moment) -> Situation:
        ahead, curve = self._foresight.ahead, self._curve_ahead()
        signals = self._turn_signals | (ahead.signals if ahead else frozenset())
        return Situation(
            at_s=at_s,
            moment=moment,
            level=curve.level,
            trend=curve.trend,
            phase=curve.phase,
            been=curve.been,
            caller_text=self._caller.text + (ahead.text if ahead else ""),
            agent_text=self._agent.side.text,
            signals=signals,
            moves=tuple(self._agent.moves),
            turn_s=self._cues.turn_s(at_s),
            why=self._said.why(at_s),
            facts=self._said.facts(),
            grant=self._said.grant(at_s),
            question=self._said.questions.passed,
            rise_s=self._rise_s,
            silence_s=self._cues.silence_s(at_s),
            abused=self._limits.is_abused(at_s, curve.phase, signals),
            warned=self._limits.is_warned,
            foreseen=ahead.number if ahead else None,
        )


def _voice(fact: SpeechStarted | SpeechEnded) -> VoiceChanged:
    """The change of a voice that nothing told of before the fact."""
    speaks = isinstance(fact, SpeechStarted)
    return VoiceChanged(channel=fact.channel, speaks=speaks, at_s=fact.at_s, known_s=fact.at_s)


def _rises(phase: Phase, trend: Trend, point: AngerPoint) -> bool:
    """Whether the caller began to get angrier: a hotter phase, or hot words after a pause in the rise."""
    if _HEAT_OF.index(point.phase) > _HEAT_OF.index(phase):
        return True
    return point.phase in _ANGRY and point.trend is Trend.RISING and trend is not Trend.RISING


def _ask_for_heat(final: TextFinal, *, before: tuple[str, ...] = (), for_danger: bool = False) -> ScoreRequest:
    return ScoreRequest(
        number=final.number,
        start_s=final.start_s,
        end_s=final.end_s,
        text=final.text,
        confidence=final.confidence,
        before=before,
        for_danger=for_danger,
    )

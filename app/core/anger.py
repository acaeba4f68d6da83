"""The anger curve: level, trend and phase of the caller from the heat of each utterance."""

import math
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Self

from app.core.course import heat_as_first_words
from app.core.events import AngerPoint, Phase, Trend
from app.core.ports import Heat
from app.core.told import Told

INSULT_SIGNAL = "insult_agent"
AMENDS_SIGNAL = "amends"
RELIEF_SIGNALS = frozenset({"thanks", "relief", "siding", AMENDS_SIGNAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What the curve knows of an utterance besides its heat: `words` is their count, `turn` the caller's turn it is of.

    `confidence` (0..1) is that of its words.
    """

    number: int
    turn: int
    words: int
    start_s: float
    end_s: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveShape:
    """How fast the level follows and where the phases begin; levels in 0..1, times in seconds of call audio.

    Words that were heard with less than `full_confidence` move it less, in proportion, and are less evidence still, by
    the square; with less than the share `insult_confidence` of it they are no insult, and with less than
    `amends_confidence` no apology, which it does less harm to believe. It takes more words without anger
    to move it down than angry ones to move it up (`falling_words`, `rising_words`), unless they tell of relief. Who
    insults is furious, however mild the words, so insults add up more than other hot words. Abuse is over
    `abuse_over_s` after the last insult, or once the caller says sorry.
    Heats are those in the call (`Course`), but for an apology, which counts by itself. A phase needs evidence besides a
    level: more than one utterance within `evidence_s` that is angry whatever was said before, so that one misjudged
    line never flips it, nor what it leaves in the memory: one with a heat of `evidence_from` or more as the first words
    of a call; for rising they must add up to `rising_evidence`.
    """

    rise: float = 0.9
    fall: float = 0.8
    relief_fall: float = 0.85
    turn_carry: float = 0.9
    add_up: float = 0.2
    insult_add_up: float = 0.8
    rising_words: float = 6.0
    falling_words: float = 11.0
    full_confidence: float = 0.7
    decay_tau_s: float = 120.0
    vanish_below: float = 0.01
    trend_step: float = 0.05
    rising_at: float = 0.3
    hot_at: float = 0.45
    calm_below: float = 0.2
    turn_down: float = 0.12
    turn_up: float = 0.08
    dwell_s: float = 3.0
    evidence_s: float = 90.0
    evidence_from: float = 0.24
    rising_evidence: float = 1.0
    insult_turns: int = 2
    insult_confidence: float = 0.8
    amends_confidence: float = 0.6
    insult_memory_s: float = 120.0
    abuse_over_s: float = 30.0


class AngerCurve:
    """Feed it scored caller utterances and quiet seconds in order of time; it returns the points of the curve."""

    def __init__(self, shape: CurveShape | None = None) -> None:
        self._shape = shape or CurveShape()
        self._told = Told(evidence_from=self._shape.evidence_from, evidence_s=self._shape.evidence_s)
        self._level = 0.0
        self._slow = 0.0
        self._rose = False
        self._extreme = 0.0
        self._trend = Trend.STEADY
        self._phase = Phase.CALM
        self._been = {Phase.CALM}
        self._phase_since_s = -math.inf
        self._last_s = 0.0
        self._insults: list[tuple[float, int]] = []
        self._amends_s = -math.inf
        self._turn = 0
        self._turn_heat = 0.0
        self._last_heat = 0.0

    @property
    def level(self) -> float:
        """Current level, 0..1."""
        return self._level

    @property
    def trend(self) -> Trend:
        """Current direction."""
        return self._trend

    @property
    def phase(self) -> Phase:
        """Current phase."""
        return self._phase

    @property
    def been(self) -> frozenset[Phase]:
        """Every phase the call has been in."""
        return frozenset(self._been)

    def hear(self, heat: Heat, utterance: Utterance) -> AngerPoint:
        """Move the level by one utterance; the point lies at its end."""
        end_s, sure = utterance.end_s, min(1.0, utterance.confidence / self._shape.full_confidence)
        self._cool(utterance.start_s)
        before = self._level
        value = self._told.hear(heat, utterance.words, sure, end_s)
        in_call = heat if AMENDS_SIGNAL in heat.signals else replace(heat, value=value)
        aim = self._aim(in_call, utterance.turn, is_insult=self._is_insult(heat, sure))
        self._level += sure * self._pull(in_call, aim, utterance.words) * (aim - self._level)
        self._rose = self._level > before
        self._last_s = max(self._last_s, end_s)
        self._last_heat = sure * (heat.value if in_call is heat else heat_as_first_words(heat))
        self._note(heat, utterance, sure)
        self._turn_trend()
        self._turn_phase(end_s)
        return self._point(end_s, number=utterance.number, heat=heat)

    def ahead(self, heat: Heat, utterance: Utterance) -> tuple[Self, AngerPoint]:
        """The curve as it will be if an utterance that is still being said ends so; this one stays as it is.

        The provisional point with it may raise the level and leaves the phase as it is.
        """
        ahead = deepcopy(self)
        point = ahead.hear(heat, utterance)
        raised = point.level > self._level
        return ahead, replace(
            point,
            level=max(point.level, self._level),
            trend=point.trend if raised else self._trend,
            phase=self._phase,
            provisional=True,
        )

    def quiet(self, at_s: float) -> AngerPoint | None:
        """Let the level decay while the caller is silent until `at_s`; None while there is nothing to decay."""
        if self._level == 0:
            self._last_s = at_s
            return None
        self._cool(at_s)
        self._turn_phase(at_s)
        return self._point(at_s)

    def pause(self, seconds: float) -> None:
        """The caller was away for so long: that time cools nothing."""
        self._last_s += seconds

    def _aim(self, heat: Heat, turn: int, *, is_insult: bool) -> float:
        """Where an utterance pulls the level: a plain sentence does not take back the heat of its own turn.

        Hot utterances add up: one on top of another pulls higher than the same from calm, and an insult most of all.
        """
        if turn != self._turn:
            self._turn, self._turn_heat = turn, 0.0
        if RELIEF_SIGNALS.intersection(heat.signals):
            return heat.value
        self._turn_heat = max(heat.value, self._turn_heat * self._shape.turn_carry)
        if heat.value < self._shape.hot_at and not is_insult:
            return self._turn_heat
        add_up = self._shape.insult_add_up if is_insult else self._shape.add_up
        return self._turn_heat + add_up * self._level * (1 - self._turn_heat)

    def _pull(self, heat: Heat, aim: float, words: int) -> float:
        """Share (0..1) of the way to the aim; few words move little, few hot words more."""
        if aim > self._level:
            return self._shape.rise * max(1 - math.exp(-words / self._shape.rising_words), heat.value * 0.9)
        weight = 1 - math.exp(-words / self._shape.falling_words)
        if RELIEF_SIGNALS.intersection(heat.signals):
            return self._shape.relief_fall * max(weight, 0.5)
        return self._shape.fall * weight

    def _cool(self, until_s: float) -> None:
        quiet_s = max(0.0, until_s - self._last_s)
        self._level *= math.exp(-quiet_s / self._shape.decay_tau_s)
        self._last_s = max(self._last_s, until_s)
        if self._level < self._shape.vanish_below:
            self._level = 0.0

    def _is_insult(self, heat: Heat, sure: float) -> bool:
        return INSULT_SIGNAL in heat.signals and sure >= self._shape.insult_confidence

    def _makes_amends(self, heat: Heat, sure: float) -> bool:
        is_heard = sure >= self._shape.amends_confidence
        return is_heard and AMENDS_SIGNAL in heat.signals and heat.value < self._shape.hot_at

    def _note(self, heat: Heat, utterance: Utterance, sure: float) -> None:
        if self._is_insult(heat, sure):
            self._insults.append((utterance.end_s, utterance.turn))
        elif self._makes_amends(heat, sure):
            self._amends_s = utterance.end_s

    def _turn_trend(self) -> None:
        step = self._level - self._slow
        self._slow += 0.5 * step
        if step > self._shape.trend_step:
            self._trend = Trend.RISING
        elif step < -self._shape.trend_step:
            self._trend = Trend.FALLING
        else:
            self._trend = Trend.STEADY

    def _turn_phase(self, at_s: float) -> None:
        self._follow_extreme()
        wanted = self._wanted_phase(at_s)
        dwelt = at_s - self._phase_since_s >= self._shape.dwell_s
        if wanted is self._phase or not (dwelt or wanted is Phase.ABUSIVE):
            return
        self._phase = wanted
        self._been.add(wanted)
        self._phase_since_s = at_s
        self._extreme = self._level

    def _follow_extreme(self) -> None:
        """Highest level since the phase began, lowest while falling or calm."""
        pick = min if self._phase in {Phase.FALLING, Phase.CALM} else max
        self._extreme = pick(self._extreme, self._level)

    def _wanted_phase(self, at_s: float) -> Phase:
        if self._is_abusive(at_s):
            return Phase.ABUSIVE
        match self._phase:
            case Phase.CALM | Phase.FALLING:
                return self._from_below()
            case Phase.RISING | Phase.HOT | Phase.ABUSIVE:
                return self._from_above()

    def _from_below(self) -> Phase:
        if self._phase is Phase.FALLING and self._level < self._shape.calm_below:
            return Phase.CALM
        if not self._rose or self._trend is not Trend.RISING or self._level < self._extreme + self._shape.turn_up:
            return self._phase
        if self._may_be_hot():
            return Phase.HOT
        may_rise = self._level >= self._shape.rising_at and self._told.evidence() >= self._shape.rising_evidence
        return Phase.RISING if may_rise else self._phase

    def _from_above(self) -> Phase:
        if self._level < self._shape.calm_below:
            return Phase.CALM
        if self._has_turned_down():
            return Phase.FALLING
        if self._phase is Phase.RISING and self._may_be_hot():
            return Phase.HOT
        if self._phase is Phase.ABUSIVE:
            return Phase.HOT if self._level >= self._shape.hot_at else Phase.FALLING
        return self._phase

    def _has_turned_down(self) -> bool:
        """Whether the level fell by enough, and not while the caller still says hot things."""
        if self._last_heat >= self._shape.hot_at:
            return False
        drop = self._extreme - self._level
        if self._trend is Trend.FALLING:
            return drop > self._shape.turn_down
        return self._trend is Trend.STEADY and drop > 2 * self._shape.turn_down

    def _may_be_hot(self) -> bool:
        return self._level >= self._shape.hot_at and self._told.evidence() > 0

    def _is_abusive(self, at_s: float) -> bool:
        recent = [(when, turn) for when, turn in self._insults if at_s - when <= self._shape.insult_memory_s]
        if len({turn for _, turn in recent}) < self._shape.insult_turns:
            return False
        last_s = recent[-1][0]
        if self._amends_s > last_s:
            return False
        calming = self._trend is not Trend.RISING and self._level < self._shape.hot_at
        return at_s - last_s < self._shape.abuse_over_s or not calming

    def _point(self, at_s: float, number: int | None = None, heat: Heat | None = None) -> AngerPoint:
        return AngerPoint(
            at_s=at_s,
            level=self._level,
            trend=self._trend,
            phase=self._phase,
            words=heat.words if heat else (),
            by=heat.by if heat else (),
            number=number,
            heat=heat.value if heat else None,
        )

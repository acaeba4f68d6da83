"""The first run as one immutable state: what can be chosen, what was heard of it, and what may be said to work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Protocol, Self

from app.core.checkup import Check
from app.core.events import Channel, Event
from app.core.ports import FRAME_S, SILENCE_DBFS, Device, DeviceKind, Frame
from app.core.setting_kinds import Value
from app.core.state import CallState, Turn, apply

_IS_VOICE = 0.5
_PATIENCE_S = 8.0
_LEAST_VOICE_S = 1.0
_WORDS_WITHIN_S = 4.0
_AFTER_PLAYING_S = 1.0


class SetupPage(IntEnum):
    """The pages in their order."""

    VOICE = 0
    CALLER = 1
    TRIAL = 2
    KEEPING = 3
    READY = 4


class ModelPhase(StrEnum):
    """How far the speech model is."""

    LOADING = "loading"
    FETCHING = "fetching"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelState:
    """The speech model; `done` and `total` are bytes while it is fetched, `can_fetch` whether fetching would help."""

    phase: ModelPhase = ModelPhase.LOADING
    done: int = 0
    total: int = 0
    trouble: str = ""
    can_fetch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Metered:
    """A device and how loud it is, in decibels below full scale; None while it is not open.

    `loudest_dbfs` is since it was opened; `trouble` says why it does not open, and what to do.
    """

    device: Device
    level_dbfs: float | None = None
    loudest_dbfs: float = SILENCE_DBFS
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One device to choose; `value` is what is kept, None being the computer's default."""

    value: str | None
    metered: Metered | None
    is_default: bool = False


class Verdict(StrEnum):
    """What may be said of one side; only words that were read make it work."""

    UNTRIED = "untried"
    WAITING = "waiting"
    FLAT = "flat"
    NO_VOICE = "no voice"
    NO_WORDS = "no words"
    WORKS = "works"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideHeard:
    """What came of one side: seconds of it, of them with voice, and the newest and the highest level (0..1)."""

    heard_s: float = 0.0
    voice_s: float = 0.0
    last_voice_s: float = 0.0
    level: float = 0.0
    peak: float = 0.0

    def hears(self, frame: Frame) -> Self:
        """The next 32 ms of it."""
        now_s = (frame.index + 1) * FRAME_S
        has_voice = frame.speech >= _IS_VOICE
        return replace(
            self,
            heard_s=now_s,
            voice_s=self.voice_s + FRAME_S * has_voice,
            last_voice_s=now_s if has_voice else self.last_voice_s,
            level=frame.level,
            peak=max(self.peak, frame.peak),
        )


Span = tuple[float, float | None]


def _both() -> Mapping[Channel, SideHeard]:
    return MappingProxyType({Channel.AGENT: SideHeard(), Channel.CALLER: SideHeard()})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialState:
    """The spoken test: a call of which nothing is kept. `played` is when Calmline's own voice sample was played."""

    call: CallState = field(default_factory=CallState)
    sides: Mapping[Channel, SideHeard] = field(default_factory=_both)
    played: tuple[Span, ...] = ()
    trouble: str = ""

    def hears(self, frame: Frame) -> Self:
        """A piece of one side."""
        sides = {**self.sides, frame.channel: self.sides[frame.channel].hears(frame)}
        return replace(self, sides=MappingProxyType(sides))

    def follows(self, event: Event) -> Self:
        """Something was read, or happened to a device."""
        return replace(self, call=apply(self.call, event))

    def plays(self) -> Self:
        """The sample begins."""
        return replace(self, played=(*self.played, (self._now_s, None)))

    def has_played(self, trouble: str = "") -> Self:
        """The sample is over, or could not be played."""
        spans = tuple((begin, self._now_s if end is None else end) for begin, end in self.played)
        return replace(self, played=spans if not trouble else spans[:-1], trouble=trouble)

    def fails(self, trouble: str) -> Self:
        """Nothing more is heard."""
        return replace(self, trouble=trouble)

    @property
    def is_playing(self) -> bool:
        """Whether the sample is being played."""
        return any(end is None for _, end in self.played)

    @property
    def leaks(self) -> bool:
        """Whether words came from the microphone while the sample was played."""
        return any(self._is_echo(turn) for turn in self.call.turns)

    def words(self, channel: Channel) -> str:
        """What was read of one side so far, with what is being read."""
        open_words = [f"{it.stable} {it.guess}".strip() for it in self.call.partials if it.channel is channel]
        return " ".join([*self._read(channel), *([] if self._hides(channel) else open_words)]).strip()

    def verdict(self, channel: Channel) -> Verdict:
        """What may be said of one side now."""
        heard = self.sides[channel]
        if heard.peak > 0 and self._read(channel):
            return Verdict.WORKS
        if not heard.heard_s:
            return Verdict.UNTRIED
        if heard.voice_s >= _LEAST_VOICE_S and not self._hides(channel):
            waits = heard.heard_s - heard.last_voice_s < _WORDS_WITHIN_S
            return Verdict.WAITING if waits else Verdict.NO_WORDS
        if heard.heard_s < _PATIENCE_S or self.is_playing:
            return Verdict.WAITING
        return Verdict.NO_VOICE if heard.peak > 0 else Verdict.FLAT

    def _read(self, channel: Channel) -> list[str]:
        turns = [turn for turn in self.call.turns if turn.channel is channel and turn.text]
        return [turn.text for turn in turns if not self._is_echo(turn)]

    def _is_echo(self, turn: Turn) -> bool:
        """Words of the microphone while the sample was played may be the sample's: they prove nothing."""
        return turn.channel is Channel.AGENT and any(
            turn.start_s < (turn.end_s if end is None else end + _AFTER_PLAYING_S) and turn.end_s > begin
            for begin, end in self.played
        )

    def _hides(self, channel: Channel) -> bool:
        return channel is Channel.AGENT and self.is_playing

    @property
    def _now_s(self) -> float:
        return max(side.heard_s for side in self.sides.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneState:
    """The doctor's tone on the caller's device: being played, or what the checks say of it."""

    is_playing: bool = False
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupState:
    """All that the pages show. `has_looked` is whether the devices have been listed; `trouble` why they cannot be.

    `tried` is the best that the spoken test said of a side since its device was chosen.
    """

    devices: tuple[Metered, ...] = ()
    defaults: Mapping[Channel, str | None] = field(default_factory=dict)
    has_looked: bool = False
    trouble: str = ""
    model: ModelState = field(default_factory=ModelState)
    tone: ToneState = field(default_factory=ToneState)
    trial: TrialState = field(default_factory=TrialState)
    tried: Mapping[Channel, Verdict] = field(default_factory=dict)

    def metered(self, device_id: str | None, channel: Channel) -> Metered | None:
        """A device that is there, None for a side's default one."""
        wanted = self.defaults.get(channel) if device_id is None else device_id
        return next((it for it in self.devices if it.device.id == wanted), None)


_KINDS: Mapping[Channel, Sequence[DeviceKind]] = {
    Channel.AGENT: (DeviceKind.INPUT,),
    Channel.CALLER: (DeviceKind.PLAYBACK, DeviceKind.APPLICATION, DeviceKind.INPUT),
}


def offered(state: SetupState, channel: Channel, chosen: str | None, other: str | None = None) -> list[Offered]:
    """What there is to choose for a side, the computer's default first.

    What is chosen stays offered when it is unplugged; `other` is the other side's device, which is not offered.
    """
    rows = [Offered(value=None, metered=state.metered(None, channel), is_default=True)]
    for kind in _KINDS[channel]:
        rows += [
            Offered(value=it.device.id, metered=it)
            for it in state.devices
            if it.device.kind is kind and (it.device.id != other or it.device.id == chosen)
        ]
    if chosen is not None and all(row.value != chosen for row in rows):
        rows.append(Offered(value=chosen, metered=None))
    return rows


def better(one: Verdict, other: Verdict) -> Verdict:
    """What stays of two tries with one device: what worked has worked."""
    return one if one is Verdict.WORKS else other


class SetupBench(Protocol):
    """What the pages need of the outside. Nothing in it waits; what comes of it is in the next state."""

    @property
    def state(self) -> SetupState:
        """Everything as it is now."""
        ...

    def turn_to(self, page: SetupPage) -> None:
        """Listen to what a page is about, and to nothing else."""
        ...

    def look_again(self) -> None:
        """Let go of every device and list them anew."""
        ...

    def play_tone(self, caller: str | None) -> None:
        """Play the doctor's tone on the caller's device, and listen whether it comes back."""
        ...

    def play_voice(self) -> None:
        """Play a voice on the caller's device, during the spoken test."""
        ...

    def fetch_model(self) -> None:
        """Fetch the speech model, which is not there."""
        ...

    def keep(self, changes: Mapping[str, Value]) -> None:
        """Keep what was chosen. Raises CalmlineError."""
        ...

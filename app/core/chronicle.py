"""What happens on a call, as facts in order of time."""

from dataclasses import dataclass

from app.core.events import Channel, LineChanged, LineState, ScoringSet, TextFinal
from app.core.ports import FRAME_S
from app.core.presence import VoiceChanged

TICK_FRAMES = 8
TICK_S = TICK_FRAMES * FRAME_S


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


Happening = SpeechStarted | SpeechEnded | Tick | LineChanged | ScoringSet
Fact = Happening | TextFinal
Overheard = VoiceChanged | Tick

"""What is watched on each channel by itself: a caller who is not heard, and sound that is cut off."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.message import Message
from app.core.ports import FRAME_S

SPEAKS_FROM = 0.5
"""Probability of speech from which a frame is somebody's voice."""

_SOUND_DB = -60.0
_TALK_S = 20.0
_FULL_SCALE = 0.99
_MANY_FRAMES = 12
_BLOCKS = 5

_NO_CALLER = Message(
    "Nothing is heard from the caller. Check that the softphone plays on the device that Calmline hears; "
    "calmline doctor tries it out."
)
_LOUD_AGENT = Message(
    "Your microphone is too loud, and its sound is cut off: turn its level down, or move it from your mouth."
)
_LOUD_CALLER = Message("The caller's sound is too loud, and cut off: turn down the softphone's volume.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One frame: probability of speech, level in decibels below full scale, largest sample in 0..1 of full scale.

    Where the line is not open, its sound is none of ours.
    """

    speech: float
    level_db: float
    peak: float
    is_open: bool

    @property
    def is_voice(self) -> bool:
        """Whether somebody speaks."""
        return self.speech >= SPEAKS_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The same seconds of both channels."""

    agent: Sequence[Sound]
    caller: Sequence[Sound]


class SilenceWatch:
    """How long the agent has talked, in all, since there was any voice or sound of the caller."""

    def __init__(self) -> None:
        self._talk_frames = 0

    def hear(self, block: Block) -> str:
        """Take the next block; the advice that is due, or nothing."""
        for agent, caller in zip(block.agent, block.caller, strict=True):
            if caller.is_open and (caller.is_voice or caller.level_db >= _SOUND_DB):
                self._talk_frames = 0
            elif caller.is_open and agent.is_voice:
                self._talk_frames += 1
        return _NO_CALLER if self._talk_frames * FRAME_S >= _TALK_S else ""


class ClippingWatch:
    """How many frames of the last ten seconds reach full scale; four did in a real call of four minutes."""

    def __init__(self) -> None:
        self._agent: deque[int] = deque(maxlen=_BLOCKS)
        self._caller: deque[int] = deque(maxlen=_BLOCKS)

    def hear(self, block: Block) -> str:
        """Take the next block; the advice that is due, or nothing."""
        self._agent.append(_full(block.agent))
        self._caller.append(_full(block.caller))
        if sum(self._agent) >= _MANY_FRAMES:
            return _LOUD_AGENT
        return _LOUD_CALLER if sum(self._caller) >= _MANY_FRAMES else ""


def _full(sounds: Sequence[Sound]) -> int:
    return sum(sound.peak >= _FULL_SCALE for sound in sounds)

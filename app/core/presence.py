"""Whether somebody speaks on a channel, as soon as it can be told.

When an utterance began and ended is told later, once all channels are known up to then, so that times are in order.
"""

from dataclasses import dataclass

from app.core.events import Channel
from app.core.ports import FRAME_S

BREATH_S = 0.4
"""So much silence is a pause: shorter ones lie between sentences, and agents answer within a second."""

_VOICE_FRAMES = 3
"""So many frames in a row with a voice end a pause within an utterance: fewer are a click."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceChanged:
    """A voice began on a channel at `at_s`, or fell silent; at `known_s` that can be told."""

    channel: Channel
    speaks: bool
    at_s: float
    known_s: float


class Presence:
    """The voice of one channel, frame by frame; times in seconds of call audio."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._speaks = False
        self._last_s = 0.0
        self._voiced = 0

    def hear(self, begin_s: float, voice_end_s: float, now_s: float) -> VoiceChanged | None:
        """Take the next frame, which ends at `now_s`.

        `begin_s` is where the open utterance began and `voice_end_s` where its voice was last heard, 0 in silence.
        """
        is_new = begin_s > self._last_s
        self._voiced = self._voiced + 1 if voice_end_s > self._last_s else 0
        self._last_s = max(self._last_s, voice_end_s)
        if not self._speaks and (is_new or self._voiced >= _VOICE_FRAMES):
            return self._turn(speaks=True, at_s=begin_s if is_new else now_s - _VOICE_FRAMES * FRAME_S, now_s=now_s)
        if self._speaks and now_s - self._last_s >= BREATH_S:
            return self._turn(speaks=False, at_s=self._last_s, now_s=now_s)
        return None

    def _turn(self, *, speaks: bool, at_s: float, now_s: float) -> VoiceChanged:
        self._speaks = speaks
        return VoiceChanged(channel=self._channel, speaks=speaks, at_s=at_s, known_s=now_s)

"""When to offer to start a call, and when to end it: from who speaks alone. Times are seconds of audio heard."""

import math
from collections import deque

from app.core.events import Channel
from app.core.ports import FRAME_S

SPEECH_FROM = 0.5
"""A frame with at least this probability may be a voice."""

VOICE_S = 0.12
"""A voice lasts as long; a click does not."""

BOTH_WITHIN_S = 6.0
"""Both sides speak within so short a time in a call."""

SPOKEN_S = 0.6
"""As much of it each."""

OVER_S = 15.0
"""After such a silence it does not sound like a call any more."""

AGAIN_S = 30.0
"""After such a silence a start that was declined may be offered again."""

SILENCE_S = 20.0
"""A call in which both sides are silent for so long seems to be over."""


class _Voice:
    """How long a side has spoken of late."""

    def __init__(self) -> None:
        self._run_s = 0.0
        self._frames: deque[float] = deque()

    def hear(self, speech: float, at_s: float) -> bool:
        """Take the next frame; whether it is part of a voice."""
        self._run_s = self._run_s + FRAME_S if speech >= SPEECH_FROM else 0.0
        if self._run_s < VOICE_S:
            return False
        self._frames.append(at_s)
        return True

    def spoken_s(self, at_s: float) -> float:
        """Seconds of voice in the last few seconds."""
        while self._frames and self._frames[0] < at_s - BOTH_WITHIN_S:
            self._frames.popleft()
        return len(self._frames) * FRAME_S


class StartOffer:
    """Offers to start while it sounds like a call: both sides speak within a few seconds."""

    def __init__(self) -> None:
        self._voices = {Channel.AGENT: _Voice(), Channel.CALLER: _Voice()}
        self._voice_s = -math.inf
        self._is_offered = False
        self._is_declined = False

    def hear(self, channel: Channel, speech: float, at_s: float) -> bool:
        """Take a frame's probability of speech; whether a start is offered now."""
        if self._voices[channel].hear(speech, at_s):
            self._voice_s = at_s
        silent_s = at_s - self._voice_s
        if silent_s >= AGAIN_S:
            self._is_declined = False
        if self._is_offered:
            self._is_offered = silent_s < OVER_S
        elif not self._is_declined:
            self._is_offered = all(voice.spoken_s(at_s) >= SPOKEN_S for voice in self._voices.values())
        return self._is_offered

    def decline(self) -> None:
        """It is no call."""
        self._is_offered, self._is_declined = False, True


class EndOffer:
    """Offers to end once both sides have been silent for `after_s`, never where that is 0; held time does not count."""

    def __init__(self, after_s: float = SILENCE_S) -> None:
        self._after_s = after_s or math.inf
        self._voices = {channel: _Voice() for channel in Channel}
        self._voice_s = 0.0
        self._is_declined = False

    def hear(self, channel: Channel, speech: float, at_s: float) -> bool:
        """Take a frame's probability of speech; whether the end is offered now."""
        if self._voices[channel].hear(speech, at_s):
            self.rest(at_s)
        return not self._is_declined and at_s - self._voice_s >= self._after_s

    def rest(self, at_s: float) -> None:
        """Somebody speaks, or nobody is expected to."""
        self._voice_s = max(self._voice_s, at_s)
        self._is_declined = False

    def decline(self) -> None:
        """The call goes on."""
        self._is_declined = True

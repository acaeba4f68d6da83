"""Who or what is on each channel: as commanded, as detected, and as it was a moment ago."""

from collections import deque
from dataclasses import replace

from app.core.announcements import Announcements
from app.core.events import Channel, LineChanged, LineState
from app.core.ports import FRAME_BYTES, FRAME_S, Frame

UNHEARD = frozenset({LineState.MUTED, LineState.PAUSED, LineState.MUSIC})
"""Nothing of such a line is written down."""

_REMEMBERED = 64
_SILENCE = bytes(FRAME_BYTES)


class Lines:
    """The lines of a call. Times are seconds of the call, in order; on the caller's line announcements are told."""

    def __init__(self, channels: tuple[Channel, ...]) -> None:
        self._lines = {channel: _Line(channel) for channel in channels}
        self._announcements = Announcements()
        self._is_paused = False
        self._is_held_since = False

    def state(self, channel: Channel) -> LineState:
        """What is on a channel now."""
        return self._lines[channel].state

    def set(self, channel: Channel, state: LineState, at_s: float, *, detected: bool) -> LineChanged | None:
        """Something is said or found to be on a channel; returns the change that this makes, if any."""
        line = self._lines.get(channel)
        if channel is Channel.CALLER and not detected:
            self._is_held_since = self._is_paused and state is LineState.HOLD
        return line.set(state, at_s, detected=detected) if line else None

    def pause(self, at_s: float) -> list[LineChanged]:
        """Nothing of any channel may be heard, whatever else is on it; returns the changes that this makes."""
        self._is_paused, self._is_held_since = True, False
        return self._pause_all(at_s, paused=True)

    def resume(self, at_s: float) -> list[LineChanged]:
        """End the pause, or a hold that came later: a softphone's hold inside a pause must not end the pause."""
        if self._is_paused and not self._is_held_since:
            self._is_paused = False
            return self._pause_all(at_s, paused=False)
        change = self.set(Channel.CALLER, LineState.OPEN, at_s, detected=False)
        return [change] if change else []

    @property
    def is_scored(self) -> bool:
        """Whether the caller, where there is one, is to be scored while they are there."""
        line = self._lines.get(Channel.CALLER)
        return line is not None and line.is_scored

    def set_scored(self, at_s: float, *, scored: bool) -> LineChanged | None:
        """Whether the caller is to be scored; whatever else is on their line comes before that."""
        line = self._lines.get(Channel.CALLER)
        return line.set_scored(at_s, scored=scored) if line else None

    def _pause_all(self, at_s: float, *, paused: bool) -> list[LineChanged]:
        changes = [line.pause(at_s, paused=paused) for line in self._lines.values()]
        return [change for change in changes if change is not None]

    def hear(self, frame: Frame) -> tuple[LineChanged | None, Frame]:
        """Take the next frame of a channel: the change it makes, and as much of it as may be heard."""
        line = self._lines[frame.channel]
        change = line.follow_music(frame)
        admitted = line.admit(frame)
        if frame.channel is Channel.CALLER:
            self._announcements.hear(admitted)
        return change, admitted

    def ended(self, channel: Channel, start_s: float, end_s: float) -> tuple[LineState, tuple[LineChanged, ...]]:
        """Whose utterance has just ended, and the changes that are known only now."""
        line = self._lines[channel]
        is_repeat = channel is Channel.CALLER and self._announcements.is_repeat(start_s, end_s)
        state = line.during(start_s, end_s)
        if state.is_own and is_repeat:
            return LineState.ANNOUNCEMENT, line.turned_out(LineState.ANNOUNCEMENT, start_s, end_s)
        return state, ()


class _Line:
    """A pause counts before all else; then a command as long as it is not OPEN, then what was detected.

    Only where all of that leaves the line to its person does it count that they are not to be scored.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._commanded = LineState.OPEN
        self._detected = LineState.OPEN
        self._is_paused = False
        self.is_scored = True
        self._has_music = False
        self._changes: deque[LineChanged] = deque(maxlen=_REMEMBERED)

    @property
    def state(self) -> LineState:
        if self._is_paused:
            return LineState.PAUSED
        there = self._detected if self._commanded is LineState.OPEN else self._commanded
        return LineState.UNSCORED if there is LineState.OPEN and not self.is_scored else there

    def set(self, state: LineState, at_s: float, *, detected: bool) -> LineChanged | None:
        before = self.state
        if detected:
            self._detected = state
        else:
            self._commanded = state
        return self._changed(before, at_s, detected=detected or (state is LineState.OPEN and self._is_found))

    def pause(self, at_s: float, *, paused: bool) -> LineChanged | None:
        before, self._is_paused = self.state, paused
        return self._changed(before, at_s, detected=not paused and self._is_found)

    def set_scored(self, at_s: float, *, scored: bool) -> LineChanged | None:
        before, self.is_scored = self.state, scored
        return self._changed(before, at_s, detected=False)

    @property
    def _is_found(self) -> bool:
        """Whether what counts now was detected."""
        return not self.state.is_own and self._commanded is LineState.OPEN

    def _changed(self, before: LineState, at_s: float, *, detected: bool) -> LineChanged | None:
        if self.state is before:
            return None
        is_found = detected and self.state is not LineState.UNSCORED
        change = LineChanged(channel=self._channel, state=self.state, detected=is_found, at_s=at_s)
        self._changes.append(change)
        return change

    def follow_music(self, frame: Frame) -> LineChanged | None:
        if frame.music is self._has_music:
            return None
        self._has_music = frame.music
        state = LineState.MUSIC if frame.music else LineState.OPEN
        return self.set(state, frame.index * FRAME_S, detected=True)

    def admit(self, frame: Frame) -> Frame:
        """Of a muted channel nothing is kept, and music is no voice."""
        match self.state:
            case LineState.MUTED | LineState.PAUSED:
                return replace(frame, pcm=_SILENCE, speech=0.0, level=0.0, peak=0.0)
            case LineState.MUSIC:
                return replace(frame, speech=0.0)
            case _:
                return frame

    def during(self, start_s: float, end_s: float) -> LineState:
        """The first state other than OPEN that reached into a stretch of late; OPEN where there was none."""
        until_s, found = end_s, LineState.OPEN
        for change in reversed(self._changes):
            if until_s <= start_s:
                break
            if change.at_s < end_s and change.state is not LineState.OPEN:
                found = change.state
            until_s = min(until_s, change.at_s)
        return found

    def turned_out(self, state: LineState, start_s: float, end_s: float) -> tuple[LineChanged, LineChanged]:
        """A stretch carried something else, and then what it is known to carry since."""
        before = (change.state for change in reversed(self._changes) if change.at_s <= end_s)
        began = LineChanged(channel=self._channel, state=state, detected=True, at_s=start_s)
        return began, replace(began, state=next(before, LineState.OPEN), at_s=end_s)

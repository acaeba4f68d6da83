"""Watches both channels for what makes words wrong or missing, and says what to do about it."""

from app.core.echo import EchoWatch
from app.core.envelope import decibels
from app.core.events import Channel, Health, HealthCode, LineState
from app.core.message import Message
from app.core.ports import FRAME_S, Frame
from app.core.watches import Block, ClippingWatch, SilenceWatch, Sound

_BLOCK = round(2.0 / FRAME_S)
_REST_S = 30.0
_NOT_HEARD = Sound(speech=0.0, level_db=decibels(0.0), peak=0.0, is_open=False)
_OVER = {
    HealthCode.CALLER_SILENT: Message("The caller is heard again."),
    HealthCode.CLIPPING: Message("The sound is no longer cut off."),
    HealthCode.ECHO: Message("The echo is gone."),
    HealthCode.ONE_DEVICE: Message("The two channels differ again."),
}


class Watchdog:
    """Feed it every frame of both channels; every 2 s it looks, and advises once on each trouble.

    That a trouble is over is told too; the same trouble is told again only when it was over for 30 s.
    """

    def __init__(self, channels: tuple[Channel, ...]) -> None:
        both = (Channel.AGENT, Channel.CALLER)
        self._fresh: dict[Channel, list[Sound]] = {channel: [] for channel in both if set(both) <= set(channels)}
        self._silence = SilenceWatch()
        self._clipping = ClippingWatch()
        self._echo = EchoWatch()
        self._alarms = {code: _Alarm(code) for code in _OVER}
        self._heard = 0

    def hear(self, frame: Frame, line: LineState) -> list[Health]:
        """Take the next frame of a channel, and what is on its line: only a line with its own person is watched."""
        fresh = self._fresh.get(frame.channel)
        if fresh is None:
            return []
        sound = Sound(speech=frame.speech, level_db=decibels(frame.level), peak=frame.peak, is_open=True)
        fresh.append(sound if line.is_own else _NOT_HEARD)
        if min(map(len, self._fresh.values())) < _BLOCK:
            return []
        block = Block(agent=self._take(Channel.AGENT), caller=self._take(Channel.CALLER))
        self._heard += _BLOCK
        return self._look(block, self._heard * FRAME_S)

    def _take(self, channel: Channel) -> list[Sound]:
        fresh = self._fresh[channel]
        self._fresh[channel] = fresh[_BLOCK:]
        return fresh[:_BLOCK]

    def _look(self, block: Block, at_s: float) -> list[Health]:
        self._echo.hear(block)
        advice = {
            HealthCode.CALLER_SILENT: self._silence.hear(block),
            HealthCode.CLIPPING: self._clipping.hear(block),
            HealthCode.ECHO: self._echo.echo_advice,
            HealthCode.ONE_DEVICE: self._echo.one_device_advice,
        }
        told = [alarm.follow(advice[code], at_s) for code, alarm in self._alarms.items()]
        return [health for health in told if health is not None]


class _Alarm:
    """Tells one trouble once, and that it is over."""

    def __init__(self, code: HealthCode) -> None:
        self._code = code
        self._is_on = False
        self._rests_until_s = 0.0

    def follow(self, advice: str, at_s: float) -> Health | None:
        """Take the advice that is due now, empty where all is well."""
        if advice and not self._is_on and at_s >= self._rests_until_s:
            self._is_on = True
            return Health(code=self._code, advice=advice, lag_s=0.0, at_s=at_s)
        if self._is_on and not advice:
            self._is_on = False
            self._rests_until_s = at_s + _REST_S
            return Health(code=HealthCode.LISTENING, advice=_OVER[self._code], lag_s=0.0, at_s=at_s, over=self._code)
        return None

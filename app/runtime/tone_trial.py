"""Plays the tone on one device and listens where it comes back."""

import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue

from app.core.checkup import Check, CheckName, ToneHeard, failed_with, judge_leakage, judge_tone, skipped
from app.core.errors import AudioError
from app.core.ports import Player
from app.runtime.listening import Heard, Listener
from app.runtime.tone import LEAD_S, find_tone, make_tone

_AFTER_S = 0.5
_MOST_PLAYING_S = 6.0
_TRIES = 2

Beside = Callable[[Callable[[], None]], None]


def on_a_thread(work: Callable[[], None]) -> None:
    """Do it on a thread of its own, which is not waited for when a sound server holds it."""
    threading.Thread(target=work, name="tone", daemon=True).start()


class ToneTrial:
    """One or two tries: a player that has slept may swallow the first tone. None goes on once `stopped` is set."""

    def __init__(
        self, listener: Listener, beside: Beside = on_a_thread, stopped: threading.Event | None = None
    ) -> None:
        self._listener = listener
        self._beside = beside
        self._stopped = stopped or threading.Event()

    def checks(self, player: Player, caller: Heard, agent: Heard | None) -> Iterator[Check]:
        """Whether the tone came back on the caller's side, and whether the microphone hears it too.

        Raises AudioError before the first of them where no tone could be played.
        """
        played, leaked = self.run(player, caller, agent)
        yield judge_tone(caller.capture.device.name, played, is_muted=caller.capture.muted())
        if agent is None or played is None:
            why = "The microphone is not heard." if agent is None else "The tone was not heard."
            yield skipped(CheckName.LEAKAGE, why)
        elif agent.error is not None:
            yield failed_with(CheckName.LEAKAGE, agent.error)
        else:
            yield judge_leakage(agent.capture.device.name, leaked, played)

    def run(self, player: Player, caller: Heard, agent: Heard | None) -> tuple[ToneHeard | None, ToneHeard | None]:
        """The tone as the caller's side heard it, and as the microphone did. Raises AudioError."""
        heard = [caller] if agent is None else [caller, agent]
        pcm = make_tone()
        played = None
        for _ in range(_TRIES):
            for device in heard:
                device.forget()
            begun_s = self._listener.clock()
            self._play(player, caller.capture.device.id, pcm, heard)
            if caller.error is not None:
                raise caller.error
            played = _tone_in(caller, begun_s)
            if played is not None or self._stopped.is_set():
                break
        return played, _tone_in(agent, begun_s) if agent is not None else None

    def _play(self, player: Player, device_id: str, pcm: bytes, heard: Sequence[Heard]) -> None:
        """Play beside this thread, which listens meanwhile and a little longer. Raises AudioError."""
        ended: SimpleQueue[AudioError | None] = SimpleQueue()

        def play() -> None:
            try:
                player.play(device_id, pcm)
            except AudioError as error:
                ended.put(error)
            except Exception:  # noqa: BLE001 - a thread's edge: whoever listens must learn that it is over
                ended.put(AudioError("The tone could not be played.", "Restart the sound server."))
            else:
                ended.put(None)

        self._beside(play)
        self._listener.listen(heard, _MOST_PLAYING_S, is_over=lambda: not ended.empty() or self._stopped.is_set())
        if self._stopped.is_set():
            return
        try:
            error = ended.get_nowait()
        except Empty:
            raise AudioError("The tone could not be played in time.", "Restart the sound server.") from None
        if error is not None:
            raise error
        self._listener.listen(heard, _AFTER_S, is_over=self._stopped.is_set)


def _tone_in(heard: Heard, begun_s: float) -> ToneHeard | None:
    tone = find_tone(bytes(heard.pcm))
    if tone is None:
        return None
    delay_s = heard.second_of(tone.begin) - begun_s - LEAD_S
    return ToneHeard(level_dbfs=tone.level_dbfs, delay_ms=max(0, round(delay_s * 1000)))

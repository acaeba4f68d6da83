"""Plays on a thread of its own what can be cut short: what a practice call says aloud, and what the set-up plays."""

import threading
from collections.abc import Callable
from contextlib import closing
from queue import SimpleQueue

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Playback, SoundOutput

_STEP_BYTES = SAMPLE_RATE_HZ // 10 * SAMPLE_BYTES
_JOIN_S = 2.0


class Speaker:
    """Says one thing after the other on the thread `player`; whoever has something said never waits.

    Where it cannot be played the call goes on without sound, and `trouble` says why.
    """

    def __init__(self, open_playback: Callable[[], Playback]) -> None:
        self._open = open_playback
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._is_closing = False
        self._trouble: AudioError | None = None
        self._thread = threading.Thread(target=self._work, name="player", daemon=True)

    def say(self, pcm: bytes) -> None:
        """Play 16 kHz mono signed 16-bit samples behind what is being played."""
        if not self._thread.is_alive() and not self._is_closing:
            self._thread.start()
        self._waiting.put(pcm)

    def trouble(self) -> AudioError | None:
        """Why nothing is played, once."""
        told, self._trouble = self._trouble, None
        return told

    def finish(self) -> None:
        """Play what waits to its end and let go; returns once that is done, or it was stopped."""
        self._waiting.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def stop(self) -> None:
        """Fall silent within a tenth of a second; returns at once."""
        self._is_closing = True
        self._waiting.put(None)

    def close(self) -> None:
        """Fall silent within a tenth of a second."""
        self.stop()
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)

    def _work(self) -> None:
        try:
            with closing(self._open()) as playback:
                while (pcm := self._waiting.get()) is not None:
                    self._play(playback, pcm)
                if not self._is_closing:
                    playback.drain()
        except AudioError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: whatever a sound library says, the call goes on
            self._fail(AudioError("The sound could not be played.", "Choose another device, or restart Calmline."))

    def _fail(self, error: AudioError) -> None:
        self._trouble = error
        self._is_closing = True

    def _play(self, playback: Playback, pcm: bytes) -> None:
        for start in range(0, len(pcm), _STEP_BYTES):
            if self._is_closing:
                return
            playback.write(pcm[start : start + _STEP_BYTES])


class Sounding:
    """Plays one sound to its end unless it is stopped before; `stopped` tells whether it was."""

    def __init__(self, output: Callable[[], SoundOutput]) -> None:
        self._output = output
        self._speaker: Speaker | None = None
        self.stopped = threading.Event()

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play 16 kHz mono signed 16-bit samples; returns when they are over. Raises AudioError."""
        self._speaker = speaker = Speaker(lambda: self._output().open(device_id))
        if self.stopped.is_set():
            return
        speaker.say(pcm)
        speaker.finish()
        if (error := speaker.trouble()) is not None:
            raise error

    def stop(self) -> None:
        """Fall silent within a tenth of a second, for good; returns at once."""
        self.stopped.set()
        if self._speaker is not None:
            self._speaker.stop()

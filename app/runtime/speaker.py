"""Plays what a practice call says aloud, on a thread of its own."""

import threading
from collections.abc import Callable
from contextlib import closing
from queue import SimpleQueue

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Playback

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

    def close(self) -> None:
        """Fall silent within a tenth of a second."""
        self._is_closing = True
        self._waiting.put(None)
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)

    def _work(self) -> None:
        try:
            with closing(self._open()) as playback:
                while (pcm := self._waiting.get()) is not None:
                    self._play(playback, pcm)
        except AudioError as error:
            self._trouble = error
            self._is_closing = True

    def _play(self, playback: Playback, pcm: bytes) -> None:
        for start in range(0, len(pcm), _STEP_BYTES):
            if self._is_closing:
                return
            playback.write(pcm[start : start + _STEP_BYTES])

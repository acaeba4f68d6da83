"""Between calls: hears whether both sides speak, to offer a start. Nothing is kept or decoded."""

import threading
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from app.core.errors import CalmlineError
from app.core.offers import StartOffer
from app.core.ports import FRAME_S, AudioChunk

if TYPE_CHECKING:
    from app.runtime.ears import Ears
    from app.runtime.lines import LiveLines

_AGAIN_S = 30.0
"""Devices that do not open are tried again after so long."""

_JOIN_S = 5.0


class Watching:
    """Watches devices on the thread `watch` while it is wanted; `tell` is called there when the offer changes."""

    def __init__(
        self, open_lines: "Callable[[], LiveLines]", ears: "Callable[[], Ears]", tell: Callable[[bool], None]
    ) -> None:
        self._open_lines = open_lines
        self._ears = ears
        self._tell = tell
        self._changed = threading.Condition()
        self._is_wanted = False
        self._is_closing = False
        self._declined = threading.Event()
        self._is_stale = threading.Event()
        self._thread = threading.Thread(target=self._work, name="watch", daemon=True)

    def start(self) -> None:
        """Be ready to watch."""
        self._thread.start()

    def want(self, *, wanted: bool) -> None:
        """Watch from now on, or let go of the devices; from any thread, returns at once; nothing more once closed."""
        with self._changed:
            self._is_wanted = wanted and not self._is_closing
            self._changed.notify_all()

    def look_again(self) -> None:
        """Other devices may be chosen: open them anew; from any thread."""
        self._is_stale.set()

    def decline(self) -> None:
        """It is no call; from any thread."""
        self._declined.set()

    def close(self) -> None:
        """Stop for good."""
        with self._changed:
            self._is_wanted, self._is_closing = False, True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)

    def _work(self) -> None:
        while self._wait():
            try:
                self._listen()
            except CalmlineError:
                self._rest()
            except Exception:  # noqa: BLE001 - a thread's edge: an offer is not worth a failure
                self._rest()

    def _wait(self) -> bool:
        """Until it is wanted; False at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_wanted or self._is_closing)
            return not self._is_closing

    def _rest(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closing, _AGAIN_S)

    def _listen(self) -> None:
        """Raises CalmlineError."""
        ears, offer, was_offered = self._ears(), StartOffer(), False
        self._declined.clear()
        self._is_stale.clear()
        if not self._is_wanted:
            return
        with closing(self._open_lines().chunks()) as chunks:
            for chunk in chunks:
                if not self._is_wanted or self._is_stale.is_set():
                    return
                if self._declined.is_set():
                    self._declined.clear()
                    offer.decline()
                for frame in ears.frames(chunk) if isinstance(chunk, AudioChunk) else ():
                    is_offered = offer.hear(frame.channel, frame.speech, frame.index * FRAME_S)
                    if is_offered is not was_offered:
                        was_offered = is_offered
                        self._tell(is_offered)

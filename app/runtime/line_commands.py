"""What somebody says is on a line, handed to the thread that owns the call."""

from collections.abc import Iterator
from queue import Empty, SimpleQueue

from app.core.events import Channel, LineState


class LineCommands:
    """Put from any thread, taken by the call's at its next chunk."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Channel, LineState]] = SimpleQueue()

    def put(self, channel: Channel, state: LineState) -> None:
        """Hand in a command; returns at once."""
        self._waiting.put((channel, state))

    def take(self) -> Iterator[tuple[Channel, LineState]]:
        """What was handed in since the last time."""
        while True:
            try:
                yield self._waiting.get_nowait()
            except Empty:
                return

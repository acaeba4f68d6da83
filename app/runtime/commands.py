"""What somebody says of a call, handed to the thread that owns it."""

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue

from app.core.assistant import CallAssistant, Outcome
from app.core.events import Channel, LineState, Mark

Command = Callable[[CallAssistant], list[Outcome]]


class Commands:
    """Put from any thread, taken by the call's at its next chunk; putting returns at once."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Command] = SimpleQueue()

    def set_line(self, channel: Channel, state: LineState) -> None:
        """From the next chunk on this is on a channel, OPEN to leave it to what is detected."""
        self._waiting.put(lambda assistant: assistant.set_line(channel, state))

    def set_scored(self, *, scored: bool) -> None:
        """From the next chunk on the caller is scored, or not."""
        self._waiting.put(lambda assistant: assistant.set_scored(scored=scored))

    def mark(self, mark: Mark) -> None:
        """The agent says something of the call or of the card."""
        self._waiting.put(lambda assistant: assistant.mark(mark))

    def pause(self) -> None:
        """From the next chunk on nothing of either side is heard or kept."""
        self._waiting.put(lambda assistant: assistant.pause())

    def resume(self) -> None:
        """The pause is over, or the hold: whichever came last."""
        self._waiting.put(lambda assistant: assistant.resume())

    def take(self) -> Iterator[Command]:
        """What was handed in since the last time."""
        while True:
            try:
                yield self._waiting.get_nowait()
            except Empty:
                return

"""What somebody says of a call, handed to the thread that owns it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Protocol

from app.core.assistant import Outcome
from app.core.events import Channel, LineState, Mark


class Assistant(Protocol):
    """The truth of a call, which is heard or goes by hand, as far as it can be told things."""

    def set_line(self, channel: Channel, state: LineState) -> Sequence[Outcome]:
        """Somebody says what is on a channel from now on."""
        ...

    def set_scored(self, *, scored: bool) -> Sequence[Outcome]:
        """The agent says whether the caller is to be scored from now on."""
        ...

    def mark(self, mark: Mark) -> Sequence[Outcome]:
        """The agent says something of the call or of the card."""
        ...

    def pause(self) -> Sequence[Outcome]:
        """Nothing of either side is heard or kept from now on."""
        ...

    def resume(self) -> Sequence[Outcome]:
        """The pause is over, or the hold: whichever came last."""
        ...


Command = Callable[[Assistant], Sequence[Outcome]]


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


class Steered:
    """A runner that is told things of its call from any thread."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._commands = Commands()

    def stop(self) -> None:
        """End the call early; what was heard is still written down."""
        self._stopping.set()

    def set_line(self, channel: Channel, state: LineState) -> None:
        """From the next chunk on this is on a channel, OPEN to leave it to what is detected."""
        self._commands.set_line(channel, state)

    def set_scored(self, *, scored: bool) -> None:
        """From the next chunk on the caller is scored, or not."""
        self._commands.set_scored(scored=scored)

    def pause(self) -> None:
        """From the next chunk on nothing of either side is heard or kept."""
        self._commands.pause()

    def resume(self) -> None:
        """The pause is over, or the hold, whichever came last."""
        self._commands.resume()

    def mark(self, mark: Mark) -> None:
        """The agent says something of the caller, of the call or of the card."""
        self._commands.mark(mark)

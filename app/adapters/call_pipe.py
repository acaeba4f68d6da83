"""The local pipe through which calls are told things: small JSON texts as bytes, for their user alone."""

import hmac
import json
import os
import sys
import threading
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any, Protocol, Self

from app.adapters.pipe_place import find_place, held_place, tell_place
from app.core.errors import CalmlineError, PipeError

MOST_ID = 100
"""Characters of a call's id, and of the reference it is filed under."""


class Tell(Protocol):
    """Does what a verb asks of the call that is named, if one is, and returns one plain line.

    Raises CalmlineError; may be called from any thread.
    """

    def __call__(self, verb: str, call_id: str | None, reference: str | None = None) -> str:
        """A `reference` is what a call that begins is filed under."""
        ...


_FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
_MOST_BYTES = 1_536
_WAITING = 8
_PATIENCE_S = 2.0
_ANSWER_S = 10.0
_PAUSE_S = 0.1
_JOIN_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for, and of which call. Other keys of a message are for later versions."""

    key: str
    verb: str
    call_id: str | None = None
    reference: str | None = None


class CallPipe:
    """Answers on the thread `pipe` while it is open, one at a time, and waits two seconds at most for a question."""

    def __init__(self, home: Path, verbs: Iterable[str], tell: Tell) -> None:
        """Open it. Raises PipeError, also where another call or window has it."""
        self._verbs = tuple(verbs)
        self._tell = tell
        self._closing = threading.Event()
        with ExitStack() as opening:
            self._place = opening.enter_context(held_place(home))
            try:
                self._listener = Listener(self._place.address, _FAMILY, backlog=_WAITING)
            except OSError as error:
                raise PipeError("The call cannot be told anything.", "Restart Calmline.") from error
            opening.callback(self._listener.close)
            tell_place(home, self._place)
            self._held = opening.pop_all()
        self._thread = threading.Thread(target=self._run, name="pipe", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more and leave nothing behind."""
        self._closing.set()
        try:
            Client(self._place.address, _FAMILY).close()  # wakes the thread
        except OSError:
            """It is awake."""
        self._thread.join(_JOIN_S)
        self._held.close()

    def __enter__(self) -> Self:
        """Use in a `with` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):
                self._closing.wait(_PAUSE_S)
                continue
            with connection, suppress(OSError, EOFError):  # whoever asked has gone, or sent what is no message
                if not self._closing.is_set():
                    self._serve(connection)

    def _serve(self, connection: "Connection[Any, Any]") -> None:
        """One question and its answer. Raises OSError, EOFError."""
        if not connection.poll(_PATIENCE_S):
            return
        if sys.platform != "win32":
            os.set_blocking(connection.fileno(), False)  # a message that is not there as a whole is none
        try:
            done, line = True, self._do(parse_order(connection.recv_bytes(_MOST_BYTES)))
        except CalmlineError as error:
            done, line = False, error.line()
        connection.send_bytes(json.dumps({"done": done, "line": line}).encode())

    def _do(self, order: Order) -> str:
        """Raises CalmlineError."""
        if not hmac.compare_digest(order.key.encode(errors="replace"), self._place.key.encode()):
            raise PipeError("The call does not know you.", "Use calmline call.")
        if order.verb not in self._verbs:
            raise PipeError("This call does not know that verb.", "It knows: {verbs}.", verbs=", ".join(self._verbs))
        try:
            return " ".join(self._tell(order.verb, order.call_id, order.reference).split())
        except CalmlineError:
            raise
        except Exception:  # noqa: BLE001 - a thread's edge, whose text may hold words
            raise PipeError("The call could not do that.", "End it and start another.") from None


def parse_order(message: bytes) -> Order:
    """An order from what came through the pipe. Raises PipeError, which repeats nothing of it."""
    try:
        given = json.loads(message)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise PipeError("That is no message.", "Use calmline call.")
    key, verb = given.get("key"), given.get("verb")
    if not isinstance(key, str) or not isinstance(verb, str):
        raise PipeError("That message says nothing.", "Use calmline call.")
    return Order(
        key=key, verb=verb, call_id=_checked_id(given.get("id")), reference=_checked_reference(given.get("reference"))
    )


def _checked_id(call_id: object) -> str | None:
    """Raises PipeError on what is no id of a call."""
    return _checked(call_id, "That is no id of a call.")


def _checked_reference(reference: object) -> str | None:
    """Raises PipeError on what nobody could be filed under."""
    return _checked(reference, "That is no reference of a caller.")


def _checked(text: object, wrong: str) -> str | None:
    if text is None:
        return None
    if not isinstance(text, str) or not text.isprintable() or not 0 < len(text) <= MOST_ID:
        raise PipeError(wrong, "Use up to {most_id} letters, digits and signs.", most_id=MOST_ID)
    return text


def tell_running_call(home: Path, verb: str, call_id: str | None = None, reference: str | None = None) -> str:
    """Tell the running call or the open window something and return its one line.

    Raises PipeError, also where there is neither.
    """
    order = Order(key="", verb=verb, call_id=_checked_id(call_id), reference=_checked_reference(reference))
    place = find_place(home)
    try:
        connection = None if place is None else Client(place.address, _FAMILY)
    except (OSError, ValueError):
        connection = None
    if place is None or connection is None:
        raise PipeError(
            "No call is running and no window is open.", "Run calmline, or start a call with calmline listen."
        )
    try:
        with connection:
            return _ask(connection, replace(order, key=place.key))
    except (OSError, EOFError, ValueError, RecursionError) as error:
        raise PipeError("The running call does not answer.", "Look whether it is still there.") from error


def _ask(connection: "Connection[Any, Any]", order: Order) -> str:
    message = {"key": order.key, "verb": order.verb, "id": order.call_id, "reference": order.reference}
    connection.send_bytes(json.dumps(message).encode())
    if not connection.poll(_ANSWER_S):
        raise PipeError("The running call does not answer.", "Look whether it is still there.")
    answer = json.loads(connection.recv_bytes(_MOST_BYTES))
    line = str(answer["line"]) if isinstance(answer, dict) and "line" in answer else ""
    if not line or answer.get("done") is not True:
        raise PipeError(line or "The running call did not understand.", "")
    return line

"""Calls that were broken off are stored from what their journals hold, and the agent is told."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from app.core.broken_off import record_of
from app.core.document import CallDocument
from app.core.errors import StoreError, StoreKeyError
from app.core.events import Event, Health, HealthCode
from app.core.message import Message, sentences

BROKEN_OFF = "A call of {time} was cut short here; what was said until then is kept."
STORED_LATE = "A call of {time} had not been stored; it is kept now."
UNREADABLE = "A call that was cut short here cannot be read any more. Its file lies in the folder journals."
NOT_STORED = "A call of {time} was cut short here and is not stored yet."
CLOSED = "A call of {time} was still on when Calmline was closed; it is kept as far as it went."


class Left(Protocol):
    """The journal of a call whose process is gone."""

    def events(self) -> list[Event]:
        """What was told until then. Raises StoreError."""
        ...

    def discard(self) -> None:
        """Leave nothing of it."""
        ...


def recover(left: Iterable[Left], keep: Callable[[CallDocument], Health], tell: Callable[[str], None]) -> bool:
    """Store each call that was left and tell so in one sentence; what is not stored stays for the next time.

    Whether all that can be read is stored now.
    """
    is_stored = True
    for journal in left:
        try:
            document = record_of(journal.events())
        except StoreError as error:
            is_stored = is_stored and not isinstance(error, StoreKeyError)
            tell(error.line())
            continue
        except Exception:  # noqa: BLE001 - whatever damage does, the other calls are kept; its text may hold words
            tell(Message(UNREADABLE))
            continue
        if document is None:
            journal.discard()
            continue
        health = keep(document)
        if health.code is HealthCode.STORED:
            journal.discard()
        else:
            is_stored = False
        tell(_sentence(document, health))
    return is_stored


def closed_during(started_at: str) -> Message:
    """What is told of a stored call, begun at this ISO time, that was still on when the window was closed."""
    return Message(CLOSED, time=_clock(started_at))


def _sentence(document: CallDocument, health: Health) -> str:
    time = _clock(document.call.started_at)
    if health.code is not HealthCode.STORED:
        return sentences(Message(NOT_STORED, time=time), health.advice)
    return Message(BROKEN_OFF if document.call.broken_off else STORED_LATE, time=time)


def _clock(started_at: str) -> str:
    """Local time of day, with the date where that is another than today's."""
    try:
        began = datetime.fromisoformat(started_at).astimezone()
    except ValueError:
        return "an unknown time"
    today = datetime.now().astimezone().date()
    return f"{began:%H:%M}" if began.date() == today else f"{began.day} {began:%B}, {began:%H:%M}"

"""How much of calls is kept and for how long: which lose their words now, and which go altogether."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from app.core.errors import HeldError
from app.core.message import Message

FOR_GOOD: Final = 9999
"""So many days are no end at all."""
_LEFT = (
    "A part of the call store is damaged, and something of calls that were to go may be left there: {number}. "
    "Bring back the store and its note from one backup and delete again, or move both away: then a new store is made."
)


class Keep(StrEnum):
    """How much of a call is kept."""

    FULL = "full"
    NO_TEXT = "no_text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """How many whole days after its own a call keeps its words, and how many its figures; 0 is its own day alone.

    Figures go with the whole call, and so do words that would have been kept for longer.
    """

    text: int
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCall:
    """What the rule has to know of a call; `size_bytes` is that of its record."""

    call_id: str
    started_at: str
    has_words: bool = True
    is_held: bool = False
    size_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Ids of the calls that lose their words, and of those that go altogether.

    `left` are those of which something may be left that was to go, since the store is damaged there.
    """

    words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()


def left_behind(number: int) -> str:
    """What to say where of so many calls something may be left; "" of none."""
    return Message(_LEFT, number=number) if number else ""


def held(call_id: str) -> HeldError:
    """The error for a call on legal hold that was to go."""
    advice = "Release it first: calmline calls release {call_id}"
    return HeldError("The call {call_id} is on legal hold and stays as it is.", advice, call_id=call_id)


def due(calls: Iterable[StoredCall], now: datetime, days: Days) -> Due:
    """What is to go at a time that knows its zone; of a call on legal hold or of no known age nothing."""
    words, whole = set(), set()
    for call in calls:
        age = age_days(call.started_at, now)
        if call.is_held or age is None:
            continue
        if is_over(age, days.figures):
            whole.add(call.call_id)
        elif call.has_words and is_over(age, days.text):
            words.add(call.call_id)
    return Due(words=frozenset(words), whole=frozenset(whole))


def is_over(age: int, kept_days: int) -> bool:
    """Whether so many days are more than something is kept."""
    return kept_days < FOR_GOOD and age > kept_days


def age_days(started_at: str, now: datetime) -> int | None:
    """Days between a call's own and that of `now`, in the zone of `now`; None where it has no date that can be true."""
    began = day_of(started_at, now)
    if began is None or began > now.date():
        return None
    return (now.date() - began).days


def day_of(started_at: str, now: datetime) -> date | None:
    """The day on which a call began, in the zone of `now`; None where that cannot be read."""
    try:
        began = datetime.fromisoformat(started_at)
        return (began.replace(tzinfo=now.tzinfo) if began.tzinfo is None else began.astimezone(now.tzinfo)).date()
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Calls that are kept in one way; `oldest` is None where none has a date that can be true."""

    count: int
    size_bytes: int
    oldest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is kept: with words, as figures alone, and on legal hold, which is one of both.

    `undated` are calls that never go by themselves since nobody knows their age. The days are the next ones on which
    words or whole calls go, None where none ever do.
    """

    with_words: Part
    figures_alone: Part
    held: Part
    undated: int
    words_go: date | None
    calls_go: date | None


def overview(calls: Collection[StoredCall], now: datetime, days: Days) -> Overview:
    """What is kept at a time that knows its zone."""
    dated = [call for call in calls if age_days(call.started_at, now) is not None and not call.is_held]
    return Overview(
        with_words=_part([call for call in calls if call.has_words], now),
        figures_alone=_part([call for call in calls if not call.has_words], now),
        held=_part([call for call in calls if call.is_held], now),
        undated=sum(age_days(call.started_at, now) is None for call in calls),
        words_go=_next([call for call in dated if call.has_words], now, min(days.text, days.figures)),
        calls_go=_next(dated, now, days.figures),
    )


def _part(calls: Collection[StoredCall], now: datetime) -> Part:
    return Part(count=len(calls), size_bytes=sum(call.size_bytes for call in calls), oldest=_oldest(calls, now))


def _oldest(calls: Iterable[StoredCall], now: datetime) -> date | None:
    began = (day_of(call.started_at, now) for call in calls if age_days(call.started_at, now) is not None)
    return min(filter(None, began), default=None)


def _next(calls: Iterable[StoredCall], now: datetime, kept_days: int) -> date | None:
    oldest = _oldest(calls, now)
    return None if oldest is None or kept_days >= FOR_GOOD else oldest + timedelta(days=kept_days + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Files of one kind; `oldest` is when the oldest was last written to, None where there is none."""

    count: int
    size_bytes: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFiles:
    """The store with what SQLite has beside it; journals, that of a running call too; copies from before a repair."""

    store: Files
    journals: Files
    copies: Files

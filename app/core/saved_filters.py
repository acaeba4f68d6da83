"""Filters of the list of calls that a supervisor gave a name."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from app.core.call_search import Between, CallFilter, CallOrder, Course, Said, SortKey
from app.core.events import Channel, Move, Stage
from app.core.reviewed import Noted, Scored

EVERYTHING: Final = CallFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a list is to show: a filter, and how many days back from today, None where its own times count."""

    wanted: CallFilter = EVERYTHING
    last_days: int | None = None

    def at(self, now: datetime) -> CallFilter:
        """The filter with its times, at a moment that knows its zone; 1 day is today."""
        if self.last_days is None:
            return self.wanted
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        since = (today - timedelta(days=self.last_days - 1)).astimezone(UTC).isoformat(timespec="seconds")
        return replace(self.wanted, since=since, until=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A wish and its name, which no other one has, with the order that it was kept in, None where that is not known."""

    name: str
    wish: Wish
    order: CallOrder | None = None


def with_filter(saved: Sequence[SavedFilter], new: SavedFilter) -> tuple[SavedFilter, ...]:
    """The list with one more, in order of their names; one of the same name is replaced."""
    others = without_filter(saved, new.name)
    return tuple(sorted([*others, new], key=lambda one: one.name.casefold()))


def without_filter(saved: Sequence[SavedFilter], name: str) -> tuple[SavedFilter, ...]:
    """The list without the one of a name."""
    return tuple(one for one in saved if one.name.casefold() != name.casefold())


def text_of(saved: SavedFilter) -> str:
    """A filter as JSON; what asks for nothing is left out."""
    wish, order = saved.wish, saved.order
    sorted_by = {"order": [order.key, order.is_descending]} if order else {}
    wanted = _filter_to_json(wish.wanted)
    return json.dumps({"name": saved.name, "last_days": wish.last_days, "wanted": wanted, **sorted_by})


def filter_of(text: str) -> SavedFilter | None:
    """A filter from its JSON; None where that is damaged, or asks for what only a later Calmline knows."""
    try:
        data = json.loads(text)
        wish = Wish(wanted=_filter_from_json(data["wanted"]), last_days=data["last_days"])
        return SavedFilter(name=str(data["name"]), wish=wish, order=_order(data["order"]) if "order" in data else None)
    except (KeyError, TypeError, AttributeError, ValueError):
        return None


def _filter_to_json(wanted: CallFilter) -> dict[str, Any]:
    nothing = CallFilter()
    return {
        field.name: _plain(getattr(wanted, field.name))
        for field in fields(CallFilter)
        if field.compare and getattr(wanted, field.name) != getattr(nothing, field.name)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Between):
        return [value.low, value.high]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_said_to_json(said) for said in value]
    return value


def _said_to_json(said: Said) -> dict[str, Any]:
    in_notes = {"in_notes": True} if said.in_notes else {}
    return {"words": [*said.words], "by": said.by, "is_absent": said.is_absent, **in_notes}


def _filter_from_json(data: Mapping[str, Any]) -> CallFilter:
    return CallFilter(**{name: _READERS.get(name, _as_it_is)(value) for name, value in data.items()})


def _as_it_is(value: Any) -> Any:
    return value


def _bounds(value: Any) -> Between:
    low, high = value
    return Between(low=low, high=high)


def _said(value: Any) -> tuple[Said, ...]:
    return tuple(
        Said(
            words=tuple(one["words"]),
            by=Channel(one["by"]) if one["by"] else None,
            is_absent=one["is_absent"],
            in_notes=one.get("in_notes", False),
        )
        for one in value
    )


def _order(value: Any) -> CallOrder:
    key, is_descending = value
    return CallOrder(key=SortKey(key), is_descending=bool(is_descending))


def _moves(value: Any) -> frozenset[Move]:
    return frozenset(map(Move, value))


def _moment(value: Any) -> str:
    datetime.fromisoformat(value)
    return str(value)


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "since": _moment,
    "until": _moment,
    "agents": frozenset,
    "call_ids": frozenset,
    "duration_s": _bounds,
    "peak": _bounds,
    "end": _bounds,
    "time_to_calm_s": _bounds,
    "warnings": _bounds,
    "courses": lambda value: frozenset(map(Course, value)),
    "reached": Stage,
    "made": _moves,
    "not_made": _moves,
    "said": _said,
    "scored": Scored,
    "noted": Noted,
}

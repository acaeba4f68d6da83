"""Options that say which of the stored calls are meant and in which order, for the commands that list them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.core.call_search import CallFilter, CallOrder, Listed, SortKey, begin_of, end_of, order_by, said_in
from app.core.errors import InputError
from app.core.reviewed import Noted, Scored

if TYPE_CHECKING:
    from app.core.ports import CallStore
    from app.core.saved_filters import SavedFilter

_DAY = ["%Y-%m-%d"]
NONE, NONE_LIKE_THAT = "No call is stored.", "No call is like that."
NONE_OF = "No call is stored under the reference {reference}."


class Sort(StrEnum):
    """What a list can be in order of, by the names of the window's columns."""

    WHEN = "when"
    AGENT = "agent"
    SOURCE = "source"
    LENGTH = "length"
    PEAK = "peak"
    HOT = "hot"
    SCORE = "score"


_KEYS = {
    Sort.WHEN: SortKey.STARTED,
    Sort.AGENT: SortKey.AGENT,
    Sort.SOURCE: SortKey.SOURCE,
    Sort.LENGTH: SortKey.DURATION,
    Sort.PEAK: SortKey.PEAK,
    Sort.HOT: SortKey.ESCALATIONS,
    Sort.SCORE: SortKey.SCORE,
}

OfCallerOption = Annotated[
    str | None, typer.Option("--reference", help="Only calls of the caller who is filed under this reference")
]
SinceOption = Annotated[
    datetime | None, typer.Option(formats=_DAY, metavar="DAY", help="Only calls of this day and later: 2026-03-04")
]
UntilOption = Annotated[
    datetime | None, typer.Option(formats=_DAY, metavar="DAY", help="Only calls of this day and earlier")
]
AgentsOption = Annotated[
    list[str] | None, typer.Option("--agent", metavar="NAME", help="Only calls of this agent; may be said again")
]
SaidOption = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        help='Only calls with these words, said or in notes, as in the window: refund "third time" -sorry note:praise',
    ),
]
ReviewedOption = Annotated[
    bool | None, typer.Option("--reviewed/--not-reviewed", help="Only calls that were reviewed, or were not")
]
FlaggedOption = Annotated[
    bool | None, typer.Option("--flagged/--not-flagged", help="Only calls that are flagged, or are not")
]
ScoredOption = Annotated[
    Scored | None,
    typer.Option(
        "--score", help="Only calls that are scored so far, as far as you may see it; scored: in any way that counts"
    ),
]
BelowOption = Annotated[
    int | None,
    typer.Option("--score-below", min=1, max=100, metavar="PERCENT", help="Only calls with a lower score than this"),
]
NotesOption = Annotated[
    Noted | None,
    typer.Option("--notes", help="Only calls with a comment or a coaching note; open: that is not done; any, or none"),
]
FilterOption = Annotated[
    str | None, typer.Option("--filter", metavar="NAME", help="Only what the window's filters of this name find")
]
SortOption = Annotated[
    Sort | None, typer.Option("--sort", help="In order of this column, as the window sorts at a press [default: when]")
]
ReverseOption = Annotated[bool, typer.Option("--reverse", help="The other way round")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the options say of the calls that are wanted; as it is made, nothing."""

    reference: str | None = None
    since: date | None = None
    until: date | None = None
    agents: frozenset[str] = frozenset()
    said: str | None = None
    reviewed: bool | None = None
    flagged: bool | None = None
    scored: Scored | None = None
    below: int | None = None
    noted: Noted | None = None
    filter_name: str | None = None


def listed(store: "CallStore", asked: Asked, viewer: str | None, sort: Sort | None, *, is_reversed: bool) -> Listed:
    """What is asked for, by whoever looks: the filters of a name, with what is said besides. Raises InputError."""
    saved = _saved(store, asked.filter_name) if asked.filter_name is not None else None
    kept = saved.wish.at(datetime.now().astimezone()) if saved else CallFilter()
    order = order_by(_KEYS[sort]) if sort else (saved and saved.order) or CallOrder()
    turned = replace(order, is_descending=order.is_descending is not is_reversed)
    return Listed(wanted=replace(_with(kept, asked), viewer=viewer), order=turned)


def _with(kept: CallFilter, asked: Asked) -> CallFilter:
    """Raises InputError."""
    words = said_in(asked.said or "")
    if asked.said is not None and not words:
        raise InputError("--said has no word in it.", "Say which words: --said refund")
    return replace(
        kept,
        since=kept.since if asked.since is None else begin_of(asked.since),
        until=kept.until if asked.until is None else end_of(asked.until),
        agents=asked.agents or kept.agents,
        reference=asked.reference or kept.reference,
        is_reviewed=kept.is_reviewed if asked.reviewed is None else asked.reviewed,
        is_flagged=kept.is_flagged if asked.flagged is None else asked.flagged,
        scored=asked.scored or kept.scored,
        score_below=kept.score_below if asked.below is None else asked.below / 100,
        noted=asked.noted or kept.noted,
        said=(*kept.said, *words),
    )


def _saved(store: "CallStore", name: str) -> "SavedFilter":
    """Raises InputError where there are no filters of this name."""
    known = store.filters()
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    names = ", ".join(one.name for one in known)
    advice = f"There are: {names}" if names else "The window's list of calls keeps some under a name."
    raise InputError(f"There are no filters {name}.", advice)

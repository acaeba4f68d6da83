"""`calmline calls list`: the calls that are stored, all of them or those that are looked for."""

from typing import TYPE_CHECKING

import typer

from app.call_options import call_settings
from app.core.score_words import standing_words
from app.kept_commands import line_of_call, stored_calls
from app.list_options import (
    NONE,
    NONE_LIKE_THAT,
    NONE_OF,
    AgentsOption,
    Asked,
    BelowOption,
    FilterOption,
    FlaggedOption,
    NotesOption,
    OfCallerOption,
    ReverseOption,
    ReviewedOption,
    SaidOption,
    ScoredOption,
    SinceOption,
    SortOption,
    UntilOption,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.core.call_search import CallRow, Listed
    from app.settings import Settings


def add_to(group: typer.Typer) -> None:
    """Make the command known."""
    group.command("list")(list_calls)


def list_calls(
    reference: OfCallerOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    agents: AgentsOption = None,
    said: SaidOption = None,
    reviewed: ReviewedOption = None,
    flagged: FlaggedOption = None,
    scored: ScoredOption = None,
    below: BelowOption = None,
    notes: NotesOption = None,
    filter_: FilterOption = None,
    sort: SortOption = None,
    reverse: ReverseOption = False,
) -> None:
    """Show stored calls, the newest first: id, when, how long, what is kept, from where, the caller's reference.

    All of them, or those of which everything that is said holds. The score stands in the line where it is asked for or
    sorted by, legal hold at its end.
    """
    asked = Asked(
        reference=reference,
        since=since and since.date(),
        until=until and until.date(),
        agents=frozenset(agents or ()),
        said=said,
        reviewed=reviewed,
        flagged=flagged,
        scored=scored,
        below=below,
        noted=notes,
        filter_name=filter_,
    )
    settings = call_settings()
    with stored_calls(settings) as store:
        shown = listed(store, asked, settings.viewer, sort, is_reversed=reverse)
        rows = store.find(shown.wanted, shown.order, limit=None).rows
    scores = _scores(settings, rows, shown)
    for row in rows:
        print(line_of_call(row, scores.get(row.call_id, "")))
    if not rows:
        print(_none_like(asked))


def _none_like(asked: Asked) -> str:
    if asked == Asked():
        return NONE
    is_reference = asked == Asked(reference=asked.reference)
    return NONE_OF.format(reference=asked.reference) if is_reference else NONE_LIKE_THAT


def _scores(settings: "Settings", rows: "Sequence[CallRow]", shown: "Listed") -> "Mapping[str, str]":
    """How far calls are scored, in words, where scores are asked for: to look at them takes long. Raises StoreError."""
    from app.compose import look_at_scores

    if not shown.is_about_scores:
        return {}
    found = look_at_scores(settings, rows, shown.wanted.viewer)
    return {call_id: f"score {standing_words(standing)}" for call_id, standing in found.items()}

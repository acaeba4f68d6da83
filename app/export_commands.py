"""`calmline export`: ended calls as files for other programs and for paper."""

import os
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, tell
from app.core.call_search import CallFilter, CallOrder, Listed
from app.core.errors import InputError
from app.core.export import ExportWish, Format, line_of
from app.core.trends import MOST_WEEKS, WEEKS
from app.kept_commands import day_in_words, missing, stored_calls
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
    from collections.abc import Iterator

    from app.core.export import Told
    from app.core.ports import CallStore

_SOME_DAMAGED = 1


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(export)


def export(
    call_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[CALL...]", help="Ids that calmline calls list shows")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every stored call")] = False,
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
    trends: Annotated[
        bool, typer.Option("--trends", help="The window's trends as csv or xlsx: of the team, or of one --agent")
    ] = False,
    weeks: Annotated[
        int | None, typer.Option(min=1, max=MOST_WEEKS, metavar="N", help=f"Weeks of trends [default: {WEEKS}]")
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="pdf, json, txt (transcript) and srt (subtitles): a file for each; csv and xlsx: one list "
            "[default: pdf, of trends csv]",
        ),
    ] = None,
    to: Annotated[str, typer.Option(metavar="FILE|FOLDER", help="Where to write; a folder for several files")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there")] = False,
) -> None:
    """Write ended calls to files, masked as they are stored; the files are not encrypted, and yours to look after.

    Name calls, say --all, or say which: all that is said of them must hold. Several calls become files in a folder.
    """
    from app.compose.exports import beside_calls, export_place, file_writer
    from app.runtime.exporting import Exporting

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
    if trends or weeks is not None:
        from app.export_trends import export_trends

        is_plain = not (call_ids or every or sort or reverse)
        is_theirs = trends and is_plain and asked == Asked(agents=asked.agents)
        print(export_trends(_of_trends(asked, is_theirs=is_theirs), weeks or WEEKS, format_, to, may_replace=force))
        return
    if [bool(call_ids), every, asked != Asked()].count(True) != 1 or (call_ids and (sort or reverse)):
        advice = "Name calls by their ids, or say which: --reference, --since, --agent and the like, or --all."
        raise InputError("It is not clear what to export.", advice)
    format_ = format_ or Format.PDF
    settings = call_settings()
    with stored_calls(settings) as store:
        wanted = None if call_ids else listed(store, asked, settings.viewer, sort, is_reversed=reverse)
        chosen = _named(store, call_ids or []) if wanted is None else _checked(store, asked, wanted)
        wish = ExportWish(calls=chosen, format=format_, to=to, may_replace=force)
        if format_ is Format.PDF:
            _ready_for_paper()
        with _progress() as told, beside_calls(settings) as beside:
            writer = file_writer(str, _moment, day_in_words, beside)
            exported = Exporting(store, writer, told, beside.scores).run(wish, export_place(wish))
    tell(f"The call {call_id} is damaged and was left out." for call_id in exported.damaged)
    print(line_of(exported))
    if exported.damaged:
        raise typer.Exit(_SOME_DAMAGED)


def _of_trends(asked: Asked, *, is_theirs: bool) -> str | None:
    """Whose trends are asked for, None for the team's. Raises InputError."""
    if not is_theirs:
        advice = "Say --trends, with --agent and --weeks where you like, and nothing else of calls."
        raise InputError("It is not clear what to export.", advice)
    if len(asked.agents) > 1:
        raise InputError(
            "Trends are of the team or of one agent: nobody is put beside anybody else.", "Name one agent."
        )
    return next(iter(asked.agents), None)


def _named(store: "CallStore", call_ids: list[str]) -> tuple[str, ...]:
    """Raises InputError where one of them is not there."""
    stored = {row.call_id for row in store.rows()}
    for call_id in call_ids:
        if call_id not in stored:
            raise missing(call_id)
    return tuple(call_ids)


def _checked(store: "CallStore", asked: Asked, wanted: Listed) -> Listed:
    """Raises InputError where there is no such call."""
    is_blank = asked.reference is not None and not asked.reference.strip()
    if not is_blank and store.find(wanted.wanted, wanted.order, limit=0).total:
        return wanted
    if not store.find(CallFilter(), CallOrder(), limit=0).total:
        raise InputError(NONE, "Hear some calls first.")
    if asked == Asked(reference=asked.reference):
        raise InputError(NONE_OF.format(reference=asked.reference), "calmline calls list shows the references.")
    raise InputError(NONE_LIKE_THAT, "Take away one of the options.")


def _ready_for_paper() -> None:
    """Have Qt draw without a screen; elsewhere than on Linux its own platform is needed for the system's fonts."""
    from app.desk_application import application

    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()


def _moment(started_at: str) -> str:
    try:
        began = datetime.fromisoformat(started_at).astimezone()
    except (ValueError, OverflowError):
        return started_at
    return f"{day_in_words(began.date())}, {began:%H:%M}"


@contextmanager
def _progress() -> "Iterator[Told]":
    """A bar in a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("Calls"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

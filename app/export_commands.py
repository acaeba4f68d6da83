"""`calmline export`: ended calls as files for other programs and for paper."""

import os
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, tell
from app.core.errors import InputError
from app.core.export import ExportWish, Format, line_of
from app.kept_commands import OfCallerOption, day_in_words, ids_of_caller, missing, stored_calls

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
    format_: Annotated[
        Format,
        typer.Option(
            "--format", help="pdf, json, txt (transcript) and srt (subtitles): a file for each; csv and xlsx: one list"
        ),
    ] = Format.PDF,
    to: Annotated[str, typer.Option(metavar="FILE|FOLDER", help="Where to write; a folder for several files")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there")] = False,
) -> None:
    """Write ended calls to files, masked as they are stored; the files are not encrypted, and yours to look after."""
    from app.compose import export_place, file_writer
    from app.runtime.exporting import Exporting

    with stored_calls(call_settings()) as store:
        chosen = _chosen(store, call_ids or [], reference, every=every)
        wish = ExportWish(call_ids=chosen, format=format_, to=to, may_replace=force)
        if format_ is Format.PDF:
            _ready_for_paper()
        with _progress() as told:
            exported = Exporting(store, file_writer(str, _moment), told).run(wish, export_place(wish))
    tell(f"The call {call_id} is damaged and was left out." for call_id in exported.damaged)
    print(line_of(exported))
    if exported.damaged:
        raise typer.Exit(_SOME_DAMAGED)


def _chosen(store: "CallStore", call_ids: list[str], reference: str | None, *, every: bool) -> tuple[str, ...]:
    """Raises InputError where it is not clear which calls are meant, or one is not there."""
    if [bool(call_ids), reference is not None, every].count(True) != 1:
        raise InputError("It is not clear what to export.", "Name calls by their ids, or a caller, or say --all.")
    stored = [row.call_id for row in store.rows()]
    if call_ids:
        for call_id in call_ids:
            if call_id not in stored:
                raise missing(call_id)
        return tuple(call_ids)
    if reference is not None:
        return tuple(ids_of_caller(store, stored, reference))
    if not stored:
        raise InputError("No call is stored.", "Hear some calls first.")
    return tuple(stored)


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

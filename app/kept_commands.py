"""`calmline calls` and `calmline kept`: the calls that are stored, how long they stay, and taking them away."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, show_help_alone, tell, unlock
from app.core.call_search import is_same
from app.core.errors import InputError
from app.core.keeping import FOR_GOOD, Days, Overview, Part, held, left_behind, overview
from app.core.kept import comes_back
from app.core.sizes import size_in_words
from app.list_options import NONE_OF, OfCallerOption

if TYPE_CHECKING:
    from app.core.call_search import CallRow
    from app.core.keeping import Files, KeptFiles
    from app.core.ports import CallStore
    from app.settings import Settings

stored = typer.Typer(
    name="calls",
    help="List the calls that are stored, put them on legal hold, delete them, and take away what is old.",
    rich_markup_mode=None,
)
stored.callback(invoke_without_command=True)(show_help_alone)

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of a call that calmline calls list shows")]


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    app.add_typer(stored)
    app.command()(kept)


@stored.command()
def hold(call_id: IdArgument) -> None:
    """Put a call on legal hold: nothing of it is deleted, purged or replaced until it is released."""
    _hold(call_id, wanted=True)
    print(f"The call {call_id} is on legal hold. To end that: calmline calls release {call_id}")


@stored.command()
def release(call_id: IdArgument) -> None:
    """Let a call that was on legal hold go like all others."""
    _hold(call_id, wanted=False)
    print(f"The call {call_id} is not on legal hold. It goes when it is old enough: calmline kept")


@stored.command()
def delete(
    call_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Ids that calmline calls list shows")
    ] = None,
    reference: OfCallerOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False,
) -> None:
    """Delete calls for good, all of those named or of a caller or, where one cannot be, none."""
    if (reference is None) is (not call_ids):
        raise InputError("It is not clear what to delete.", "Name calls by their ids, or a caller with --reference.")
    with stored_calls(call_settings()) as store:
        rows = {row.call_id: row for row in store.rows()}
        call_ids = call_ids or _ids_of_caller(rows.values(), reference or "")
        beside = store.in_copies() if set(call_ids) - set(rows) else set[str]()
        for call_id in call_ids:
            _check(rows.get(call_id), call_id, beside)
        if not yes:
            for call_id in call_ids:
                print(
                    line_of_call(rows[call_id]) if call_id in rows else f"{call_id:<34}in a copy from before a repair"
                )
            if not typer.confirm("Delete for good?"):
                print("Nothing was deleted.")
                raise typer.Exit(1)
        back = comes_back(store, set(call_ids))
        left = store.delete(*call_ids)
    print(f"Deleted for good: {_calls(len(set(call_ids)))}.")
    tell(filter(None, [back, left_behind(len(left))]))


@stored.command()
def purge() -> None:
    """Take away now what is older than it is kept, as happens by itself once a day while the window is open."""
    from app.compose import purge_kept

    settings = call_settings()
    unlock(settings)
    gone = purge_kept(settings, _now())
    print(f"Lost their words and kept their figures: {_calls(gone.words)}.")
    print(f"Gone altogether: {_calls(gone.whole)}.")
    if gone.journals:
        print(f"Journals that were too old: {gone.journals}.")
    tell(filter(None, [left_behind(gone.left)]))


def kept() -> None:
    """Show what is kept of calls: how much, how large, since when, and what goes when."""
    from app.compose import look_at_files

    settings, now = call_settings(), _now()
    with stored_calls(settings) as store:
        calls = store.kept()
    found = overview(calls, now, settings.days)
    for line in (*_parts(found, look_at_files(settings)), "", *_going(found, settings.days, now.date())):
        print(line)
    print("Sound is never kept")
    print(f"All of it lies in {settings.home}")


def _parts(found: Overview, files: "KeptFiles") -> Iterator[str]:
    yield _part("Calls with words and figures", found.with_words)
    yield _part("Calls with figures alone", found.figures_alone)
    yield _part("Of these, on legal hold", found.held)
    yield _files("Journals of running or broken-off calls", files.journals)
    yield _files("Copies of the store before a repair", files.copies)
    yield f"{'The store as a whole':<42}{size_in_words(files.store.size_bytes):>15}"


def _going(found: Overview, days: Days, today: date) -> Iterator[str]:
    if days.text < days.figures:
        yield _rule("Words go", days.text, found.words_go, today)
    yield _rule("Whole calls go", days.figures, found.calls_go, today)
    if found.held.count:
        yield "Calls on legal hold stay until they are released: calmline calls release ID"
    if found.undated:
        yield f"{_calls(found.undated)} without a date that can be true: delete by hand, calmline calls delete ID"


def _rule(what: str, days: int, next_day: date | None, today: date) -> str:
    if days >= FOR_GOOD:
        return f"{what} never by themselves"
    after = {0: "when the day of the call is over", 1: "after 1 day"}.get(days, f"after {days} days")
    if next_day is None:
        return f"{what} {after}"
    soon = "some are due: calmline calls purge" if next_day <= today else f"the next on {day_in_words(next_day)}"
    return f"{what} {after}; {soon}"


def _part(title: str, part: Part) -> str:
    return _row(title, part.count, part.size_bytes, part.oldest)


def _files(title: str, files: "Files") -> str:
    return _row(title, files.count, files.size_bytes, files.oldest and files.oldest.astimezone().date())


def _row(title: str, count: int, size_bytes: int, oldest: date | None) -> str:
    since = f"   the oldest of {day_in_words(oldest)}" if oldest else ""
    return f"{title:<42}{count:>5}{size_in_words(size_bytes) if count else '':>10}{since}".rstrip()


def line_of_call(row: "CallRow", score: str = "") -> str:
    """A call in a list; what is said of its score, and legal hold, stand at the end."""
    from app.terminal.words import clock

    mark = f"   {score}" if score else ""
    mark += "   on legal hold" if row.is_held else ""
    what = "words and figures" if row.has_words else "figures alone"
    filed = f"   reference {row.reference}" if row.reference else ""
    began, lasted = _moment(row.started_at), clock(row.duration_s)
    return f"{row.call_id:<34}{began:<24}{lasted:>7}   {what:<17}   {row.source}{filed}{mark}"


def _moment(started_at: str) -> str:
    try:
        began = datetime.fromisoformat(started_at).astimezone()
    except (ValueError, OverflowError):
        return "at an unknown time"
    return f"{day_in_words(began.date())}, {began:%H:%M}"


def day_in_words(day: date) -> str:
    """4 Mar 2026, in whatever language the computer is."""
    return f"{day.day} {day:%b %Y}"


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count} calls"


def _ids_of_caller(rows: "Iterable[CallRow]", reference: str) -> list[str]:
    """Raises InputError where no call is filed under the reference."""
    found = [row.call_id for row in rows if is_same(reference, row.reference)]
    if not found:
        raise InputError(NONE_OF.format(reference=reference), "calmline calls list shows the references.")
    return found


def _hold(call_id: str, *, wanted: bool) -> None:
    """Raises InputError where there is no such call, StoreError."""
    with stored_calls(call_settings()) as store:
        if call_id not in {row.call_id for row in store.rows()}:
            raise missing(call_id)
        store.hold(call_id, wanted=wanted)


def missing(call_id: str) -> InputError:
    """What to say of a call that is not stored."""
    return InputError(f"There is no call {call_id}.", "calmline calls list shows those that are stored.")


def _check(row: "CallRow | None", call_id: str, beside: Collection[str]) -> None:
    """Raises InputError where there is no such call, nor one in a copy, HeldError where it is on legal hold."""
    if row is None:
        if call_id in beside:
            return
        raise missing(call_id)
    if row.is_held:
        raise held(call_id)


def _now() -> datetime:
    return datetime.now().astimezone()


@contextmanager
def stored_calls(settings: "Settings") -> "Iterator[CallStore]":
    """The store, open while the block runs. Raises StoreError."""
    from app.compose import open_kept

    unlock(settings)
    store = open_kept(settings)
    try:
        yield store
    finally:
        store.close()

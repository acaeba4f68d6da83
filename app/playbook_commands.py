"""`calmline playbooks`: what is there, whether a file is right and well worded, what it would show, what followed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, kept_settings, show_help_alone, tell, unlock
from app.core.errors import InputError, PlaybookError
from app.settings import DEFAULT_PLAYBOOK

if TYPE_CHECKING:
    from app.core.document import CallDocument
    from app.core.followed import Followed
    from app.runtime.backtest import Firing, RuleCount

playbooks = typer.Typer(
    name="playbooks",
    help="Show, check and try out playbooks; a change counts from the next call.",
    rich_markup_mode=None,
)
playbooks.callback(invoke_without_command=True)(show_help_alone)

STORED = "stored"
_MOMENTS = 3

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead")]
CallsOption = Annotated[
    str, typer.Option("--calls", metavar="FOLDER|stored", help="A folder of call documents, or the stored calls")
]


@playbooks.command("list")
def list_playbooks(as_json: JsonOption = False) -> None:
    """Show the playbooks there are, and where each is kept."""
    from app.compose import open_playbooks

    shelf = open_playbooks()
    rows: list[dict[str, object]] = []
    faults = []
    for name in shelf.names():
        try:
            playbook = shelf.load(name)
        except PlaybookError as error:
            faults.append(error.line())
            continue
        rows.append(
            {
                "name": name,
                "title": playbook.title,
                "language": playbook.language,
                "version": playbook.version,
                "author": playbook.author,
                "date": playbook.date,
                "rules": len(playbook.rule),
                "file": str(shelf.find(name)),
            }
        )
    tell(faults)
    if as_json:
        print(json.dumps(rows, indent=1))
        return
    for row in rows:
        about = f"version {row['version']} of {row['date']} by {row['author']}, {row['rules']} rules"
        print(f"{row['name']:<12} {row['title']:<28} {about}")
        print(f"{'':<12} {row['file']}")


@playbooks.command()
def use(name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A name or a file")]) -> None:
    """Choose the playbook of calls that name none."""
    from app.compose import open_playbooks
    from app.settings_form import whole_changes

    settings, shelf = call_settings(), open_playbooks()
    playbook = shelf.load(name)
    kept_settings(settings, whole_changes(settings, {"playbook": name}))
    print(f"{playbook.title}, version {playbook.version}, is used from the next call on.")


@playbooks.command()
def check(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="A file or a name [default: all]")] = None,
) -> None:
    """Check that playbooks can be used, and how their cards are worded."""
    from app.compose import open_playbooks
    from app.core.playbook_wording import remarks_on

    shelf = open_playbooks()
    count, faults = 0, []
    for name in [file] if file else shelf.names():
        try:
            playbook = shelf.load(name)
        except PlaybookError as error:
            if file:
                raise
            faults.append(error.line())
            continue
        remarks = remarks_on(playbook)
        count += len(remarks)
        about = f"{len(playbook.rule)} rules" if not remarks else f"{len(playbook.rule)} rules, {len(remarks)} remarks"
        print(f"{shelf.find(name)}: can be used, {about}.")
        for remark in remarks:
            print(f"  {remark.line()}")
    tell(faults)
    if count or faults:
        raise typer.Exit(2 if faults else 1)


@playbooks.command()
def backtest(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file or a name")],
    calls: CallsOption = STORED,
    against: Annotated[str, typer.Option(help="The playbook to compare with")] = DEFAULT_PLAYBOOK,
    as_json: JsonOption = False,
) -> None:
    """Replay calls with a playbook: how often each rule would have fired, when, and what is new in that."""
    from app.compose import load_judges, open_playbooks, read_vocabulary, talk_notes
    from app.runtime.backtest import Backtest, counted

    shelf = open_playbooks()
    tried, current = shelf.load(file), shelf.load(against)
    judges = load_judges()
    tell(talk_notes(judges))
    test = Backtest(judges, read_vocabulary())
    firings: list[Firing] = []
    firings_now: list[Firing] = []
    count = 0
    for document in _shown_progress(list(_documents(calls))):
        firings += test.firings(document, tried)
        firings_now += test.firings(document, current)
        count += 1
    if not count:
        raise InputError("There are no calls to replay.", "Give a folder of call documents: --calls FOLDER")
    counts = counted([rule.id for rule in tried.rule], firings, firings_now)
    if as_json:
        print(json.dumps([asdict(one) for one in counts], indent=1))
        return
    print(f"{count} calls. {len(firings)} prompts with {tried.name}, {len(firings_now)} with {current.name}.")
    for line in _told(counts, current.name):
        print(line)


@playbooks.command()
def followed(calls: CallsOption = STORED, as_json: JsonOption = False) -> None:
    """What followed each rule's prompts, beside like moments in which it was not shown. About playbooks, not people."""
    from app.core.followed import what_followed

    found = _stored_followed() if calls == STORED else what_followed(_shown_progress(list(_documents(calls))))
    if as_json:
        print(json.dumps([asdict(one) for one in found], indent=1))
        return
    if not found:
        raise InputError("No prompt was shown in these calls.", "Hear some calls first.")
    print("How the caller's level changed in the minute after, from -1 to 1; below 0 they calmed down.")
    for one in found:
        print(f"{one.rule:<28} {_counts(one)}")
        print(f"{'':<28} {_compared(one)}")


def _documents(calls: str) -> "Iterator[CallDocument]":
    """The stored calls, or those whose documents are in a folder."""
    from app.core.wire import document_from_json

    if calls == STORED:
        yield from _stored()
        return
    folder = Path(calls)
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder.", "Name a folder of call documents, or write stored.")
    for path in sorted(folder.glob("*.json")):
        try:
            yield document_from_json(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path} is no call document.", "Take it out of the folder.") from error


def _stored_followed() -> "list[Followed]":
    """As the store counts it, which reads no document."""
    from app.compose import open_trends

    settings = call_settings()
    if not settings.store_file.exists():
        return []
    unlock(settings)
    trends = open_trends(settings)
    try:
        return trends.followed()
    finally:
        trends.close()


def _stored() -> "Iterator[CallDocument]":
    from app.compose import open_kept

    settings = call_settings()
    if not settings.store_file.exists():
        return
    unlock(settings)
    store = open_kept(settings)
    try:
        for row in store.rows():
            yield store.load(row.call_id)
    finally:
        store.close()


def _shown_progress(documents: "Sequence[CallDocument]") -> "Iterator[CallDocument]":
    """The documents, with a bar where a person watches."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(documents, "Reading calls", console=console, transient=True, disable=not console.is_terminal))


def _told(counts: "Sequence[RuleCount]", current: str) -> Iterator[str]:
    from app.terminal.words import clock

    for one in counts:
        if not (one.count or one.count_now):
            continue
        phases = ", ".join(f"{phase} {count}" for phase, count in one.by_phase.items())
        calm = f", {one.in_calm_calls} in calm calls" if one.in_calm_calls else ""
        yield f"{one.rule:<28} {one.count:>4}  ({one.count - one.count_now:+} against {current})  {phases}{calm}"
        moments = [f"{call_id[:8]} at {clock(at_s)}" for call_id, at_s in one.moments[:_MOMENTS]]
        more = len(one.moments) - _MOMENTS
        if moments:
            yield f"{'':<34}{', '.join(moments)}{f' and {more} more' if more > 0 else ''}"


def _counts(one: "Followed") -> str:
    acted = f"{one.followed} of {one.had_chance} followed" if one.had_chance else "none could be followed"
    marked = "".join(f", {count} {name}" for name, count in (("used", one.used), ("dismissed", one.dismissed)) if count)
    return f"{one.shown} shown, {acted}{marked}"


def _compared(one: "Followed") -> str:
    after = "not known" if one.after is None else f"{one.after:+.2f} ({one.measured} times)"
    without = "not known" if one.without is None else f"{one.without:+.2f} ({one.held_back} times)"
    if one.difference is None:
        verdict = "too few moments to tell"
    elif not one.difference.is_told:
        verdict = f"no difference to be seen ({one.difference.low:+.2f} to {one.difference.high:+.2f})"
    else:
        verdict = f"differs by {one.difference.mean:+.2f} ({one.difference.low:+.2f} to {one.difference.high:+.2f})"
    return f"with it {after}, without {without}: {verdict}"

"""`calmline scorecards`: what is there, and whether a file is right and has a version of its own."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, show_help_alone, tell, unlock
from app.core.errors import CalmlineError, ScorecardError

if TYPE_CHECKING:
    from app.core.scorecard import Scorecard

scorecards = typer.Typer(
    name="scorecards",
    help="Show and check the scorecards that calls are reviewed by.",
    rich_markup_mode=None,
)
scorecards.callback(invoke_without_command=True)(show_help_alone)

_FAULTS = 2

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead")]


@scorecards.command("list")
def list_scorecards(as_json: JsonOption = False) -> None:
    """Show the scorecards there are, and where each is kept."""
    from app.compose.scorecards import open_scorecards

    shelf = open_scorecards()
    rows: list[dict[str, object]] = []
    faults = [fault.line() for fault in shelf.faults()]
    for name in shelf.names():
        try:
            rows.append({**_about(shelf.load(name)), "file": str(shelf.find(name))})
        except ScorecardError as error:
            faults.append(error.line())
    tell(faults)
    if as_json:
        print(json.dumps(rows, indent=1))
        return
    for row in rows:
        about = f"version {row['version']} of {row['date']} by {row['author']}, {row['items']} items"
        print(f"{row['name']:<12} {row['title']:<28} {about}")
        print(f"{'':<12} {row['file']}")


@scorecards.command()
def check(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="A file or a name [default: all]")] = None,
) -> None:
    """Check that scorecards can be used, and that none was changed under a version that calls were scored by."""
    from app.compose.scorecards import open_scorecards
    from app.core.scorecard import check_bumped

    shelf, used = open_scorecards(), _used()
    faults = [] if file else [fault.line() for fault in shelf.faults()]
    for name in [file] if file else shelf.names():
        try:
            card = shelf.load(name)
            check_bumped(card, used)
        except ScorecardError as error:
            if file:
                raise
            faults.append(error.line())
            continue
        print(f"{shelf.find(name)}: can be used, {len(card.items)} items.")
    tell(faults)
    if faults:
        raise typer.Exit(_FAULTS)


def _about(card: "Scorecard") -> dict[str, object]:
    return {
        "name": card.name,
        "title": card.title,
        "language": card.language,
        "version": card.version,
        "author": card.author,
        "date": card.date,
        "items": len(card.items),
    }


def _used() -> "list[Scorecard]":
    """The cards that stored calls were scored by; where those cannot be seen that is told, and nothing else fails."""
    from app.compose import open_scores

    settings = call_settings()
    if not settings.store_file.exists():
        return []
    try:
        unlock(settings)
        scores = open_scores(settings)
        try:
            return scores.cards()
        finally:
            scores.close()
    except CalmlineError as error:
        tell([f"The scores of stored calls were left out of account. {error.line()}"])
        return []

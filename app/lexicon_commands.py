"""`calmline lexicon`: what a team adds to the shipped lexicon, proposed by anyone and accepted by a supervisor."""

import json
import shlex
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, show_help_alone, unlock
from app.core.errors import InputError
from app.core.team import Direction, Proposal, TeamPhrase, plain_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.ports import TeamStore
    from app.core.team import TeamLexicon

lexicon = typer.Typer(
    name="lexicon",
    help="Show and change what your team adds to the shipped lexicon; a change counts from the next call.",
    rich_markup_mode=None,
)
lexicon.callback(invoke_without_command=True)(show_help_alone)

_MOST = 2**31 - 1

WordsArgument = Annotated[str, typer.Argument(metavar="WORDS", help="The words as they are said")]


@lexicon.command("list")
def list_phrases(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead")] = False,
) -> None:
    """Show the phrases in use and the open proposals."""
    with _team() as team:
        current, proposals = team.lexicon(), team.proposals()
    if as_json:
        print(json.dumps(_as_json(current, proposals), indent=1))
        return
    print(f"In use: version {current.name}" if current.version else "Nothing has been added to the shipped lexicon.")
    for one in sorted(current.phrases):
        print(f"        {_told(one)}")
    print("Proposed:" if proposals else "No proposals are open.")
    for proposal in proposals:
        print(f"{proposal.number:>6}  {_told(proposal.phrase)}{_heard(proposal)}")
    if proposals:
        number = proposals[0].number
        print(f"To decide: calmline lexicon accept {number}, or calmline lexicon remove {number}")


@lexicon.command()
def propose(
    words: WordsArgument,
    angrier: Annotated[
        bool | None, typer.Option("--angrier/--calmer", help="Angrier than it was judged, or no anger at all")
    ] = None,
    call_id: Annotated[str | None, typer.Option("--call", help="The call in which they were heard")] = None,
) -> None:
    """Propose words that were judged wrongly; nothing changes until somebody accepts them."""
    if angrier is None:
        raise InputError("Which way were the words judged wrongly?", "Add --angrier or --calmer.")
    phrase = TeamPhrase(plain_phrase(words), Direction.ANGRIER if angrier else Direction.CALMER)
    with _team() as team:
        proposal = team.propose(phrase, call_id)
    print(f"Proposal {proposal.number}: {_told(phrase)}. To accept it: calmline lexicon accept {proposal.number}")


@lexicon.command()
def accept(
    number: Annotated[int, typer.Argument(metavar="NUMBER", max=_MOST, help="A proposal's number in the list")],
) -> None:
    """Take a proposal into the team's lexicon, as its next version."""
    with _team() as team:
        current = team.accept(number)
    added = current.phrases[-1]
    print(f"Version {current.name} counts from the next call, with: {_told(added)}.")
    print(f"To take it back: calmline lexicon remove {shlex.quote(added.phrase)}")


@lexicon.command()
def remove(what: Annotated[str, typer.Argument(metavar="NUMBER|WORDS", help="A proposal, or words in use")]) -> None:
    """Drop a proposal, or take words out of the team's lexicon again."""
    with _team() as team:
        if what.strip().isdecimal():
            team.refuse(min(int(what), _MOST))
            print(f"Proposal {what.strip()} is dropped.")
            return
        current = team.remove(plain_phrase(what))
    print(f"Version {current.name} counts from the next call, without these words.")


@lexicon.command()
def export(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it")]) -> None:
    """Write the team's lexicon to a file, for other desks."""
    from app.adapters.output_files import WholeFile
    from app.adapters.team_files import team_to_toml

    with _team() as team:
        current = team.lexicon()
    if not current.version:
        raise InputError("Nothing has been added to the shipped lexicon.", "There is nothing to export yet.")
    with WholeFile(file) as whole:
        whole.write(team_to_toml(current))
    print(f"Version {current.name} is in {file}.")


@lexicon.command("import")
def take_over(file: Annotated[Path, typer.Argument(metavar="FILE", help="What another desk exported")]) -> None:
    """Judge as another desk does: take over the version that it exported."""
    from app.adapters.team_files import team_from_toml

    found = team_from_toml(file)
    with _team() as team:
        current = team.replace(found)
    print(f"Version {current.name} counts from the next call.")


@contextmanager
def _team() -> "Iterator[TeamStore]":
    from app.compose import open_team

    settings = call_settings()
    unlock(settings)
    team = open_team(settings)
    try:
        yield team
    finally:
        team.close()


def _told(phrase: TeamPhrase) -> str:
    meant = "angrier" if phrase.direction is Direction.ANGRIER else "no anger"
    return f"{meant}: {json.dumps(phrase.phrase, ensure_ascii=False)}"


def _heard(proposal: Proposal) -> str:
    if proposal.call_id is None:
        return ""
    second = "" if proposal.at_s is None else f" at {proposal.at_s:.0f} s"
    return f"   heard in call {proposal.call_id}{second}"


def _as_json(current: "TeamLexicon", proposals: list[Proposal]) -> dict[str, object]:
    return {
        "version": current.version,
        "name": current.name,
        "phrases": [{"words": one.phrase, "direction": one.direction} for one in current.phrases],
        "proposals": [
            {
                "number": one.number,
                "words": one.phrase.phrase,
                "direction": one.phrase.direction,
                "call": one.call_id,
                "at_s": one.at_s,
            }
            for one in proposals
        ],
    }

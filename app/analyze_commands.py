"""`calmline analyze`: a back catalogue of recordings, written down, scored and stored."""

import shlex
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import CoachOption, ModelOption, PlaybookOption, ScorerOption, call_settings, tell, unlock
from app.core.errors import CalmlineError, InputError
from app.core.file_names import STEM_ALONE
from app.core.keeping import age_days, is_over
from app.settings import DEFAULT_SCORER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.compose.analysis import Brief
    from app.compose.catalogue import Catalogue, SortedOut
    from app.core.analysis import Failure, Progress, Recorded
    from app.core.ports import CallStore
    from app.settings import Settings
    from app.terminal.progress import ProgressLine

_SOME_FAILED = 2
_NAMED = 5

NamesOption = Annotated[
    str,
    typer.Option(
        help="What file names tell: {agent} {date} {time} {id} {reference} {any}, such as {agent}_{date}_{id}.wav"
    ),
]


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(analyze)


def analyze(
    folder: Annotated[Path, typer.Argument(help="Folder of WAV and FLAC recordings; folders in it count too")],
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that work at once [default: the setting workers]")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Leave out recordings that are stored already")] = False,
    names: NamesOption = STEM_ALONE,
    agent: Annotated[str | None, typer.Option(help="The agent's side: left or right")] = None,
    caller: Annotated[str | None, typer.Option(help="The caller's side: left or right")] = None,
    model: ModelOption = None,
    scorer: ScorerOption = DEFAULT_SCORER,
    playbook: PlaybookOption = None,
    coach: CoachOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress, only what came of it")] = False,
) -> None:
    """Write down, score and store every recording in a folder; exit status 2 when one of them failed.

    Each call is stored as soon as it is done. After an interruption --resume does the rest. A recording is known again
    by the call's id and its contents, so one that has changed is analysed anew. A call that was deleted comes back
    while its recording lies in the folder: take that away too.
    """
    from app.compose import open_store
    from app.compose.analysis import alone, brief_of
    from app.compose.catalogue import read_catalogue

    settings = call_settings(model=model, scorer=scorer, playbook=playbook, coach=coach)
    if not settings.is_kept:
        raise InputError("Calls are not kept here.", "See the setting keep: calmline settings")
    catalogue = read_catalogue(folder, names)
    unlock(settings)
    brief, notes = brief_of(settings, folder, agent_side=agent, caller_side=caller)
    tell([*notes, *_left_alone(catalogue), *_soon_gone(catalogue.recordings, settings)])
    with alone(settings):
        store = open_store(settings)
        try:
            _analyze(store, brief, catalogue.recordings, workers or settings.workers, resume=resume, quiet=quiet)
        finally:
            store.close()


def _analyze(
    store: "CallStore", brief: "Brief", recordings: "Sequence[Recorded]", workers: int, *, resume: bool, quiet: bool
) -> None:
    """Raises CalmlineError, typer.Exit where a recording failed."""
    from app.compose.analysis import analysed
    from app.compose.catalogue import sort_out
    from app.core.analysis import progress_of
    from app.runtime.analysis import analyse
    from app.terminal.progress import ProgressLine

    found = sort_out(store, brief.folder, recordings)
    wanted = found.open if resume else (*found.stored, *found.open)
    tell(_already(found, resume=resume))
    line, progress = ProgressLine(sys.stderr, is_quiet=quiet), progress_of(wanted)
    line.begin(progress)
    try:
        with closing(analysed(wanted, brief, workers, _beside(line))) as answers:
            for progress, recorded in analyse(answers, store.save, progress):  # noqa: B020 - told once more if it stops
                line.tell(progress, recorded)
    except (KeyboardInterrupt, CalmlineError):
        line.end()
        tell([*_failed((*found.refused, *progress.failures)), _to_go_on(progress, brief.folder)])
        raise
    finally:
        line.end()
    _sum_up(progress, (*found.refused, *progress.failures))


def _to_go_on(progress: "Progress", folder: Path) -> str:
    stopped = f"Stopped after {progress.done} of {_recordings(progress.total)}; what is done is stored."
    return f"{stopped} To go on: calmline analyze {shlex.quote(str(folder))} --resume, with the same options."


def _beside(line: "ProgressLine") -> "Callable[[str], None]":
    def note(sentence: str) -> None:
        line.end()
        tell([sentence])

    return note


def _sum_up(progress: "Progress", failures: "Sequence[Failure]") -> None:
    """Raises typer.Exit where a recording failed."""
    print(f"{_recordings(progress.stored)} analysed and stored.")
    tell(_failed(failures))
    if failures:
        raise typer.Exit(_SOME_FAILED)


def _failed(failures: "Sequence[Failure]") -> list[str]:
    if not failures:
        return []
    return [f"{_recordings(len(failures))} failed:", *(f"{failure.file}: {failure.reason}" for failure in failures)]


def _already(found: "SortedOut", *, resume: bool) -> list[str]:
    if not found.stored:
        return []
    count = len(found.stored)
    if resume:
        return [f"Stored already and left out: {_recordings(count)}."]
    return [f"Stored already and done anew: {_recordings(count)}. With --resume they are left out."]


def _left_alone(catalogue: "Catalogue") -> "Iterator[str]":
    for why, left in (("Not WAV or FLAC", catalogue.others), ("Not to be read", catalogue.closed)):
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        if left:
            yield f"{why}, and left out: {', '.join(left[:_NAMED])}{more}."


def _soon_gone(recordings: "Sequence[Recorded]", settings: "Settings") -> list[str]:
    """Calls that are older than words are kept would lose them at the next purge."""
    from datetime import datetime

    now = datetime.now().astimezone()
    ages = [age_days(one.started_at, now) for one in recordings]
    days = min(settings.days.text, settings.days.figures)
    old = sum(age is not None and is_over(age, days) for age in ages)
    if not old:
        return []
    return [f"Older than words are kept ({days} days), and due for the next purge: {_recordings(old)}."]


def _recordings(count: int) -> str:
    return "1 recording" if count == 1 else f"{count} recordings"

"""`calmline models`: which speech models there are, installing them, and which one is used."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import call_settings, kept_settings, show_help_alone
from app.core.errors import InputError
from app.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from app.adapters.model_shelf import ModelShelf, ModelSource, Report

models = typer.Typer(name="models", help="Show, install, choose and remove speech models.", rich_markup_mode=None)
models.callback(invoke_without_command=True)(show_help_alone)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A name that calmline models list shows")]


@models.command("list")
def list_models(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list instead")] = False) -> None:
    """Show the speech models: name, source, size, whether it is there and whether it is used."""
    from app.adapters.model_shelf import megabytes

    rows, used = list(_shelf().rows()), call_settings().model
    if as_json:
        print(json.dumps([asdict(row) | {"in_use": row.name == used} for row in rows], indent=1))
        return
    for row in rows:
        about = "" if row.state == "ready" else "about "
        state = "in use" if row.name == used and row.state == "ready" else row.state
        print(f"{row.name:<18} {row.source:<10} {about + megabytes(row.size_bytes):>15}   {state}")
    if used not in [row.name for row in rows if row.state == "ready"]:
        print(f"{used} was chosen and is not there. Choose another: calmline models use {DEFAULT_MODEL}")


@models.command()
def install(
    source: Annotated[str, typer.Argument(metavar="NAME|FOLDER", help="A listed name, or the folder of a model")],
    name: Annotated[str | None, typer.Option(help="Name for the model of a FOLDER [default: the folder's]")] = None,
) -> None:
    """Install a speech model by name, or copy it from a folder."""
    shelf = _shelf()
    if source == DEFAULT_MODEL:
        print(f"{source} comes with Calmline.")
        return
    chosen = _source(source, name)
    if chosen.name == DEFAULT_MODEL:
        raise InputError(f"{chosen.name} comes with Calmline.", "Give the model another name with --name.")
    if shelf.has(chosen.name):
        print(f"{chosen.name} is already installed.")
        return
    try:
        with _progress(chosen.name) as report:
            shelf.install(chosen, report)
    except KeyboardInterrupt:
        print(f"calmline: Stopped. {chosen.kept}; to go on: calmline models install {source}", file=sys.stderr)
        raise
    print(f"{chosen.name} is installed. To use it: calmline models use {chosen.name}")


@models.command()
def use(name: NameArgument) -> None:
    """Choose the speech model for every call from now on."""
    from app.adapters.models import find_model

    settings = call_settings()
    if name in {"", ".", ".."} or Path(name).name != name:
        raise InputError(f"{name!r} is not a model's name.", "Install the folder first: calmline models install FOLDER")
    find_model(name, settings.model_folder)
    kept_settings(settings, {"model": name})
    print(f"Calls are now heard with {name}.")


@models.command()
def remove(name: NameArgument, yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False) -> None:
    """Remove an installed speech model from the disk."""
    shelf, settings = _shelf(), call_settings()
    shelf.check_removable(name)
    if settings.model == name and settings.is_locked("model"):
        raise InputError(f"{name} is set by your centre.", "It has to stay for your calls to be heard.")
    if not yes and not _agreed(name):
        print("Nothing was removed.")
        return
    shelf.remove(name)
    print(f"{name} is removed.")
    if settings.model == name:
        kept_settings(settings, {"model": None})
        print(f"It was in use; calls are now heard with {DEFAULT_MODEL}.")


def _shelf() -> "ModelShelf":
    from app.adapters.model_shelf import ModelShelf

    return ModelShelf(Settings().model_folder)


def _source(source: str, name: str | None) -> "ModelSource":
    """Where a model comes from: a name goes before a folder of the same name, which ./NAME means."""
    from app.adapters.model_catalogue import HUB_MODELS, PACKAGED_MODELS
    from app.adapters.model_shelf import FolderSource
    from app.adapters.model_sources import source_named

    if (named := source_named(source)) is not None:
        if name is not None:
            raise InputError(f"{source} has its name already.", "--name is for the model of a FOLDER.")
        return named
    if Path(source).name != source or Path(source).is_dir():
        return FolderSource(Path(source), name)
    known = ", ".join([*PACKAGED_MODELS, *HUB_MODELS])
    raise InputError(f"There is no speech model named {source!r}.", f"Give a model's folder, or one of: {known}.")


def _agreed(name: str) -> bool:
    try:
        return typer.confirm(f"Remove the speech model {name}?")
    except typer.Abort as error:
        raise InputError("Nothing was removed.", "Add --yes to remove without being asked.") from error


@contextmanager
def _progress(name: str) -> Iterator["Report"]:
    """A bar in a terminal, else a plain line at each tenth."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console()
    if not console.is_terminal:
        yield _tenths(name)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _tenths(name: str) -> "Report":
    told = 0

    def report(done: int, total: int) -> None:
        nonlocal told
        tenth = done * 10 // total if total else 0
        if tenth > told:
            told = tenth
            print(f"{name}: {tenth * 10} %", flush=True)

    return report

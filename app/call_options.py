"""Options that the commands which hear a call share, and the files that they write."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.core.errors import InputError
from app.settings import DEFAULT_SCORER, Settings

if TYPE_CHECKING:
    from app.core.document import CallDocument
    from app.core.setting_kinds import Value
    from app.show import Show

ModelOption = Annotated[str | None, typer.Option(help="Speech model by name or folder [default: the chosen one]")]
ScorerOption = Annotated[str, typer.Option(help="calmline or vader")]
PlaybookOption = Annotated[str | None, typer.Option(help="Playbook by name or path [default: the chosen one]")]
CoachOption = Annotated[
    str | None, typer.Option(help="full, light (hot phases only) or curve (no prompts) [default: the chosen one]")
]
AgentNameOption = Annotated[str | None, typer.Option(help="The agent's name, for the call document")]
CallIdOption = Annotated[str | None, typer.Option(help="Id of the call; a stored call of this id is replaced")]


def show_help_alone(context: typer.Context) -> None:
    """What a group of commands does where none of them is named."""
    if context.invoked_subcommand is None:
        print(context.get_help())


ReferenceOption = Annotated[
    str | None, typer.Option(help="What the caller is known by elsewhere, such as a customer number; kept as it is")
]
DocumentOption = Annotated[Path | None, typer.Option("--json", help="Write the call document here")]
EventsOption = Annotated[Path | None, typer.Option("--events", help="Write one JSON line per event here")]
NoStoreOption = Annotated[bool, typer.Option("--no-store", help="Do not keep the call")]
HeadlessOption = Annotated[bool, typer.Option("--headless", help="Show the call in the terminal instead of a window")]


def call_settings(*, scorer: str = DEFAULT_SCORER, **named: str | None) -> Settings:
    """The settings of a run with what its options name, by setting; what is wrong in a file is told.

    Raises SettingError.
    """
    from app.adapters.settings_files import load_settings

    settings = load_settings({name: value for name, value in named.items() if value is not None})
    tell(settings.notices)
    return replace(settings, scorer=scorer)


def unlock(settings: Settings) -> None:
    """Ask at the terminal for the passphrase of the stored calls, where they need one. Raises StoreKeyError."""
    from app.compose import SYSTEM_KEYS

    if sys.stdin.isatty() and SYSTEM_KEYS.needs_passphrase(settings.store_file):
        SYSTEM_KEYS.give(settings.store_file, getpass("Passphrase of the stored calls: "))


def kept_settings(settings: Settings, changes: Mapping[str, "Value"]) -> Settings:
    """Keep changes for every run from now on. Raises SettingError, InputError."""
    from app.adapters.settings_files import change_settings

    changed = change_settings(settings, changes)
    tell(notice for notice in changed.notices if notice not in settings.notices)
    return changed


def keep_of(*, no_store: bool) -> str | None:
    """The value of the setting `keep` that --no-store stands for."""
    return "nothing" if no_store else None


def tell(notes: Iterable[str]) -> None:
    """Print notes where they are in nobody's way."""
    for note in notes:
        print(f"calmline: {note}", file=sys.stderr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Files that a call is written to. Raises InputError where one is also read, or is both."""

    document: Path | None
    events: Path | None
    inputs: Sequence[Path] = ()

    def __post_init__(self) -> None:
        """Check them."""
        taken = {path.resolve() for path in self.inputs}
        for output in filter(None, (self.document, self.events)):
            if output.resolve() in taken:
                raise InputError(f"{output} is also used for something else.", "Choose another file to write to.")
            taken.add(output.resolve())

    @contextmanager
    def written_from(self, show: "Show") -> Iterator[None]:
        """Have the call written while the block runs it; what cannot be written is told first. Raises CalmlineError."""
        from app.adapters.output_files import EventLines, WholeFile
        from app.compose import open_store

        with ExitStack() as cleanup:
            file = cleanup.enter_context(WholeFile(self.document)) if self.document else None
            if self.events:
                WholeFile(self.events).discard()
            if show.store:
                open_store(show.parts.settings).close()
            if self.events:
                lines = EventLines(self.events)
                cleanup.callback(lines.close)
                show.listeners.append(lines.write)
            if file is not None:
                show.keepers.append(lambda document: file.write(_text_of(document)))
            yield


def _text_of(document: "CallDocument") -> str:
    from app.adapters.output_files import to_text
    from app.core.wire import document_to_json

    return to_text(document_to_json(document))

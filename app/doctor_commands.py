"""`calmline doctor`: will a call be heard on this computer, and what to do where it will not."""

import json
import platform
import shutil
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import __version__
from app.call_options import call_settings, unlock
from app.core.errors import InputError
from app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.checkup import Check
    from app.core.ports import Device
    from app.runtime.checkup import Bench, Checkup, Sides

_FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(doctor)


def doctor(
    microphone: Annotated[str | None, typer.Option(help="Device of the agent's voice by id, or none")] = None,
    caller: Annotated[str | None, typer.Option(help="Device that plays the caller's voice by id, or none")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON report, without speech")] = False,
    no_tone: Annotated[bool, typer.Option("--no-tone", help="Play nothing")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not wait for Enter before listening")] = False,
    privacy: Annotated[
        bool, typer.Option("--privacy", help="Look at what is stored where, who can read it, and open sockets instead")
    ] = False,
) -> None:
    """Check whether a call will be heard: say a phrase, hear a tone; exit status 1 when something failed."""
    if privacy:
        _look_at_privacy(as_json=as_json)
        return
    from app.compose import NO_DEVICE
    from app.core.checkup import CheckStatus, worst
    from app.runtime.checkup import Checkup

    if microphone == caller == NO_DEVICE:
        raise InputError("There is no device to check.", "Leave out one side at most.")
    settings = call_settings(microphone=microphone, caller=caller)
    unlock(settings)
    person = _OnStandardError() if as_json else _AtTerminal()
    person.waits = sys.stdin.isatty() and not yes
    checkup = Checkup(_bench(settings, microphone, caller), person, with_tone=not no_tone)
    checks = []
    with closing(person):
        for check in checkup.checks():
            person.show(check)
            checks.append(check)
    person.conclude(checks, _about(settings, checkup))
    if worst(checks) is CheckStatus.FAILED:
        raise typer.Exit(_FAILED)


def _look_at_privacy(*, as_json: bool) -> None:
    """Nothing is changed, and no word of a call is read. Raises SettingError."""
    from app.compose.privacy import privacy_facts
    from app.core.checkup import CheckStatus, worst
    from app.core.privacy import privacy_checks, privacy_conclusion, privacy_to_json

    facts = privacy_facts(call_settings())
    checks = list(privacy_checks(facts))
    if as_json:
        report = privacy_to_json(facts, checks, {"version": __version__, "system": platform.platform()})
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        from rich.console import Console

        from app.terminal.checkup import CheckupView

        view = CheckupView(Console())
        for check in checks:
            view.show(check)
        view.conclude(privacy_conclusion(checks))
    if worst(checks) is CheckStatus.FAILED:
        raise typer.Exit(_FAILED)


class _OnStandardError:
    """Somebody whose checks go to a help desk: what they have to do stands on standard error, and nothing they said."""

    waits = False

    def show(self, check: "Check") -> None:
        """Nothing; the report comes at the end."""

    def say(self, phrase: str) -> None:
        """Ask for the phrase."""
        print(f'calmline: Please say: "{phrase}"', file=sys.stderr, flush=True)
        _await_enter(self.waits)

    def show_level(self, level_dbfs: float, left_s: float) -> None:
        """Nothing."""

    def read(self, text: str) -> None:
        """Nothing: words stay here."""

    def close(self) -> None:
        """Nothing."""

    def conclude(self, checks: "Sequence[Check]", about: dict[str, str | None]) -> None:
        """Print the report."""
        from app.core.checkup import checks_to_json

        print(json.dumps(checks_to_json(checks, about), ensure_ascii=False, indent=1))


class _AtTerminal:
    """Somebody who reads along."""

    def __init__(self) -> None:
        from rich.console import Console

        from app.terminal.checkup import CheckupView

        self.waits = False
        self._view = CheckupView(Console())
        self.show = self._view.show
        self.show_level = self._view.show_level
        self.read = self._view.read
        self.close = self._view.end_meter

    def say(self, phrase: str) -> None:
        """Ask for the phrase."""
        self._view.ask(phrase)
        _await_enter(self.waits)

    def conclude(self, checks: "Sequence[Check]", _: dict[str, str | None]) -> None:
        """Say how it ended."""
        from app.core.checkup import conclusion

        self._view.conclude(conclusion(checks))


def _about(settings: Settings, checkup: "Checkup") -> dict[str, str | None]:
    return {
        "version": __version__,
        "system": platform.platform(),
        "python": platform.python_version(),
        "model": Path(settings.model).name,
        "microphone": checkup.microphone,
        "caller": checkup.caller,
    }


def _await_enter(waits: bool) -> None:
    if not waits:
        return
    print("Press Enter and speak: ", end="", file=sys.stderr, flush=True)
    sys.stdin.readline()


def _bench(settings: Settings, microphone: str | None, caller: str | None) -> "Bench":
    from app.compose import (
        NO_DEVICE,
        choose_devices,
        load_transcriber,
        open_player,
        open_sound,
        open_store,
        speech_detectors,
    )
    from app.runtime.checkup import Bench, Side, Sides

    def sides(found: "Sequence[Device]") -> "Sides":
        agents, callers, notes = choose_devices(settings, found, microphone=microphone, caller=caller)
        return Sides(
            microphone=Side(device_id=agents, is_left_out=microphone == NO_DEVICE),
            caller=Side(device_id=callers, is_left_out=caller == NO_DEVICE),
            notes=notes,
        )

    return Bench(
        system=open_sound(),
        sides=sides,
        player=open_player,
        detector=speech_detectors(),
        transcriber=lambda: load_transcriber(settings),
        store=lambda: open_store(settings),
        free_bytes=lambda: _free_bytes(settings.home),
    )


def _free_bytes(folder: Path) -> int:
    """Free bytes of the disk that a folder is on, or will be."""
    place = next((it for it in (folder, *folder.absolute().parents) if it.exists()), Path("/"))
    return shutil.disk_usage(place).free

"""Commands that hear devices: what there is, and a live call."""

import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import (
    AgentNameOption,
    CallIdOption,
    CoachOption,
    DocumentOption,
    EventsOption,
    HeadlessOption,
    ModelOption,
    NoStoreOption,
    Outputs,
    PlaybookOption,
    ReferenceOption,
    ScorerOption,
    call_settings,
    keep_of,
    kept_settings,
    tell,
    unlock,
)
from app.core.consent import Begin
from app.core.errors import AudioError, InputError
from app.settings import DEFAULT_SCORER, Settings, Side, device_changes

if TYPE_CHECKING:
    from app.core.ports import Device, SoundSystem
    from app.runtime.levels import Meter

_DEFAULT = "default"
_MEASURED_S = 1.0

_Ids = set[str | None]

SecondsOption = Annotated[float | None, typer.Option(min=0.1, help="End after so many seconds")]


ToldOption = Annotated[bool, typer.Option("--told", help="The caller knows that the call is written down")]


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command()(devices)
    app.command()(listen)


def devices(
    as_json: Annotated[bool, typer.Option("--json", help="Measure once and print JSON")] = False,
    seconds: SecondsOption = None,
    microphone: Annotated[str | None, typer.Option(help="Hear the agent from this id from now on, or default")] = None,
    caller: Annotated[str | None, typer.Option(help="Hear the caller from this id from now on, or default")] = None,
) -> None:
    """List what can be heard, with its level: live in a terminal, else measured for --seconds (1); or choose."""
    from app.compose import open_sound
    from app.runtime.levels import meters

    system, settings = open_sound(), call_settings()
    if microphone or caller:
        _choose(system, settings, {"microphone": microphone, "caller": caller})
        return
    chosen = {settings.microphone, settings.caller}
    listed = system.devices()
    if not listed:
        raise AudioError("There is no device to hear.", "Connect one, or start the sound server.")
    with meters(system, listed) as found:
        if as_json or not sys.stdout.isatty():
            _measure(found, seconds or _MEASURED_S)
        else:
            _show_live(found, seconds, chosen)
            return
    if as_json:
        print(json.dumps([_entry(meter, chosen) for meter in found], ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from app.terminal.levels import level_table

    Console().print(level_table(_rows(found), "#", chosen))


def listen(
    microphone: Annotated[str | None, typer.Option(help="Device of the agent's voice by id, or none")] = None,
    caller: Annotated[str | None, typer.Option(help="Device that plays the caller's voice by id, or none")] = None,
    seconds: SecondsOption = None,
    model: ModelOption = None,
    scorer: ScorerOption = DEFAULT_SCORER,
    playbook: PlaybookOption = None,
    coach: CoachOption = None,
    agent_name: AgentNameOption = None,
    call_id: CallIdOption = None,
    reference: ReferenceOption = None,
    json_out: DocumentOption = None,
    events_out: EventsOption = None,
    no_store: NoStoreOption = False,
    headless: HeadlessOption = False,
    told: ToldOption = False,
) -> None:
    """Hear a live call from two devices until Ctrl+C; without names the ones chosen last, else the defaults."""
    from app.compose import CallNames, load_parts, open_lines
    from app.desktop import show_live
    from app.show import Show

    settings = call_settings(
        model=model,
        scorer=scorer,
        playbook=playbook,
        coach=coach,
        microphone=microphone,
        caller=caller,
        agent_name=agent_name,
        keep=keep_of(no_store=no_store),
    )
    outputs = Outputs(document=json_out, events=events_out)
    unlock(settings)
    is_told = _is_told(settings.begin, told=told)
    ask = _ask if sys.stdin.isatty() and sys.stderr.isatty() else None
    lines, notes = open_lines(settings, microphone=microphone, caller=caller, limit_s=seconds, ask=ask)
    names = CallNames(call_id=call_id, agent=settings.agent_name or None, reference=reference)
    parts = load_parts(settings)
    tell([*notes, *parts.notes])
    show = Show(parts=parts, source=lines, names=names, store=settings.is_kept, live=True, is_told=is_told)
    with outputs.written_from(show), _ended_by_signals(lines.stop):
        show_live(show, headless=headless)


def _is_told(begin: Begin, *, told: bool) -> bool:
    """Whether the caller knows that the call is written down. Raises InputError where nothing may be heard."""
    if begin is Begin.BY_HAND:
        raise InputError("Calls are not listened to here: the setting listen is off.", "Start them in the window.")
    if told or begin is not Begin.ASKING:
        return told
    is_asked = sys.stdin.isatty() and sys.stderr.isatty()
    if is_asked and typer.confirm("Has the caller been told that the call is written down?", err=True):
        return True
    raise InputError("Nothing is heard before the caller was told.", "Tell them, then add --told.")


def _ask(question: str) -> bool:
    return typer.confirm(question, default=True, err=True)


def _choose(system: "SoundSystem", settings: Settings, wanted: dict[Side, str | None]) -> None:
    """Keep a device for each side that names one, or go back to the default one. Raises AudioError, SettingError."""
    from app.compose import device_of

    there = system.devices()
    found = {
        side: None if device_id == _DEFAULT else device_of(there, device_id)
        for side, device_id in wanted.items()
        if device_id is not None
    }
    changes = {name: value for side, device in found.items() for name, value in device_changes(side, device).items()}
    kept_settings(settings, changes)
    for side, device in found.items():
        who = "agent" if side == "microphone" else "caller"
        print(f"From now on the {who} is heard from {device.name if device else 'the default device'}.")


@contextmanager
def _ended_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl+C and a request to terminate end the call, whose last words are still written down; a second one kills."""

    def end(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        threading.Thread(target=stop).start()  # a handler that took a lock itself might wait for what it interrupted

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _measure(found: "list[Meter]", seconds: float) -> None:
    from app.runtime.levels import ticks

    for _ in ticks(seconds):
        """Let the devices deliver."""
    for meter in found:
        meter.look()


def _show_live(found: "list[Meter]", seconds: float | None, chosen: _Ids) -> None:
    from rich.live import Live

    from app.runtime.levels import ticks
    from app.terminal.levels import level_table

    with Live(auto_refresh=False) as live:
        try:
            for _ in ticks(seconds):
                for meter in found:
                    meter.look()
                live.update(level_table(_rows(found), "█", chosen), refresh=True)
        except KeyboardInterrupt:
            return


def _rows(found: "list[Meter]") -> "list[tuple[Device, float | None]]":
    return [(meter.device, meter.level_dbfs) for meter in found]


def _entry(meter: "Meter", chosen: _Ids) -> dict[str, object]:
    device = meter.device
    return {
        "id": device.id,
        "name": device.name,
        "kind": device.kind,
        "product": device.product,
        "default": device.is_default,
        "chosen": device.id in chosen,
        "muted": device.is_muted,
        "level_dbfs": None if meter.level_dbfs is None else round(meter.level_dbfs, 1),
    }

"""Calmline's commands; heavy imports stand inside the command that needs them."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import (
    __version__,
    analyze_commands,
    doctor_commands,
    export_commands,
    kept_commands,
    list_commands,
    practice_commands,
    sound_commands,
)
from app.adapters.private_files import write_for_owner_alone
from app.call_commands import calls
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
from app.core.allowance import Dial
from app.core.errors import CalmlineError, InputError
from app.core.events import Channel
from app.key_commands import key_group
from app.lexicon_commands import lexicon
from app.model_commands import models
from app.playbook_commands import playbooks
from app.scorecard_commands import scorecards
from app.settings import DEFAULT_PLAYBOOK, DEFAULT_SCORER, Settings
from app.settings_commands import settings_group

if TYPE_CHECKING:
    from app.adapters.recording import Recording
    from app.show import Show

app = typer.Typer(
    name="calmline",
    help="A de-escalation coach beside the phone agent's softphone. Without a command it opens the agent window.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(models)
app.add_typer(lexicon)
app.add_typer(playbooks)
app.add_typer(scorecards)
app.add_typer(calls)
app.add_typer(settings_group)
app.add_typer(key_group)
sound_commands.add_to(app)
doctor_commands.add_to(app)
practice_commands.add_to(app)
kept_commands.add_to(app)
list_commands.add_to(kept_commands.stored)
analyze_commands.add_to(app)
export_commands.add_to(app)

_BAD_INPUT = 2
_DIALS = {
    Dial.FULL: "full: a prompt whenever one can help.",
    Dial.LIGHT: "light: prompts only while the caller is hot.",
    Dial.CURVE: "curve: no prompts but those of safety.",
}
_SIDES = ("left", "right")


class Pace(StrEnum):
    """How fast a recording is heard."""

    REALTIME = "realtime"
    MAX = "max"


PaceOption = Annotated[
    Pace | None, typer.Option(help="As fast as it was spoken, or as fast as it goes [default: realtime in a window]")
]


def main() -> None:
    """Run a command; whatever goes wrong becomes one plain line and exit status 2."""
    write_for_owner_alone()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = app(standalone_mode=False)
    except CalmlineError as error:
        _fail(error.line())
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except typer.TyperException as error:
        _fail(f"{error.format_message()} Try calmline --help.")
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback, whose text may hold spoken words
        _fail(f"Something went wrong ({type(error).__name__}). Check the files and options you gave.")
    sys.exit(status if isinstance(status, int) else 0)


def _fail(line: str) -> None:
    print(f"calmline: {' '.join(line.split())}", file=sys.stderr)
    sys.exit(_BAD_INPUT)


@app.callback(invoke_without_command=True)
def agent_window(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version")] = False,
) -> None:
    """Open the agent window."""
    if version:
        print(f"calmline {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is not None:
        return
    from app.desktop import has_display, open_agent_window

    if not has_display():
        raise InputError("There is no display for the agent window.", "Try calmline demo --headless.")
    open_agent_window(call_settings())


@app.command()
def setup() -> None:
    """Choose and try the microphone and the caller's device, and settle what is kept, step by step in a window."""
    from app.desktop import has_display, open_agent_window

    if not has_display():
        advice = "Try calmline doctor, which tries the same in the terminal."
        raise InputError("There is no display for the set-up.", advice)
    open_agent_window(call_settings(), set_up=True)


@app.command()
def demo(pace: PaceOption = None, headless: HeadlessOption = False) -> None:
    """Replay the bundled call through the real engine: in the window, or in the terminal without a display."""
    from app.compose import load_parts, open_demo
    from app.show import Show

    settings = call_settings()
    unlock(settings)
    source, names = open_demo(settings)
    parts = load_parts(settings)
    tell(parts.notes)
    _run(Show(parts=parts, source=source, names=names, store=settings.is_kept), pace, headless=headless)


@app.command()
def replay(
    file: Annotated[Path | None, typer.Argument(help="WAV or FLAC: left is the agent, right the caller")] = None,
    pace: PaceOption = None,
    agent: Annotated[str | None, typer.Option(help="left, right, or a one-channel file (without FILE)")] = None,
    caller: Annotated[str | None, typer.Option(help="left, right, or a one-channel file (without FILE)")] = None,
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
) -> None:
    """Replay a recorded call through the live code."""
    from app.compose import CallNames, load_parts
    from app.show import Show

    settings = call_settings(
        model=model, scorer=scorer, playbook=playbook, coach=coach, keep=keep_of(no_store=no_store)
    )
    inputs = [Path(path) for path in (file, agent, caller) if path and str(path) not in _SIDES]
    outputs = Outputs(document=json_out, events=events_out, inputs=inputs)
    unlock(settings)
    recording = _recording(file, agent, caller, settings)
    names = CallNames(call_id=call_id, agent=agent_name, reference=reference)
    parts = load_parts(settings)
    tell(parts.notes)
    if Channel.UNKNOWN in recording.channels:
        advice = "Nobody is scored; name the speaker with --caller left, or give a recording of two channels."
        tell([f"Both voices are on one channel. {advice}"])
    show = Show(parts=parts, source=recording, names=names, store=settings.is_kept)
    with outputs.written_from(show):
        _run(show, pace, headless=headless)


@app.command()
def coach(
    dial: Annotated[str | None, typer.Argument(metavar="[full|light|curve]", help="What to show from now on")] = None,
) -> None:
    """Show or choose how much is prompted: everything, in hot phases only, or the curve alone. Safety always is."""
    settings = call_settings()
    if dial is not None:
        settings = kept_settings(settings, {"coach": dial})
    print(_DIALS[Dial(settings.coach)])


@app.command()
def score(
    dialogue: Annotated[
        str, typer.Argument(metavar="DIALOGUE.jsonl|-", help="One JSON object a line; - reads standard input")
    ],
    json_out: Annotated[Path | None, typer.Option("--json", help="Write the lines here instead")] = None,
    scorer: Annotated[str, typer.Option(help="calmline or vader")] = DEFAULT_SCORER,
) -> None:
    """Score written dialogues: each line gains the caller's heat and level."""
    from app.adapters.dialogue_files import judged_line, parse_dialogues, read_dialogues
    from app.adapters.output_files import WholeFile
    from app.compose import masking_notes, open_playbooks, read_vocabulary, team_scorer
    from app.runtime.perform import Judges
    from app.runtime.written import judge_dialogue

    dialogues = parse_dialogues(sys.stdin, "standard input") if dialogue == "-" else read_dialogues(Path(dialogue))
    chosen, notes = team_scorer(Settings(scorer=scorer))
    playbook, vocabulary = open_playbooks().load(DEFAULT_PLAYBOOK), read_vocabulary()
    tell((*notes, *masking_notes(vocabulary)))
    judges = Judges(chosen, vocabulary.agent)
    lines = (
        judged_line(line, judged)
        for lines in dialogues
        for line, judged in zip(lines, judge_dialogue(lines, judges, playbook, vocabulary), strict=True)
    )
    if json_out is None:
        for line in lines:
            print(line)
        return
    with WholeFile(json_out) as file:
        file.write("".join(f"{line}\n" for line in lines))


def _recording(file: Path | None, agent: str | None, caller: str | None, settings: Settings) -> "Recording":
    from app.adapters.recording import SIDES, open_call, open_pair

    if file is not None:
        return open_call(file, agent, caller, chunk_s=settings.chunk_s)
    if not agent or not caller or agent in SIDES or caller in SIDES:
        raise InputError("There is no recording.", "Give a FILE, or --agent and --caller with one file each.")
    return open_pair(Path(agent), Path(caller), chunk_s=settings.chunk_s)


def _run(show: "Show", pace: Pace | None, *, headless: bool) -> None:
    from app.desktop import has_display, show_in_terminal, show_in_window

    if headless or not has_display():
        show_in_terminal(show, realtime=pace is Pace.REALTIME)
    else:
        show_in_window(show, realtime=pace is not Pace.MAX)

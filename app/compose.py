"""The only file that picks adapters by name."""

import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from app.adapters.choices import read_choices
from app.adapters.lexicon_files import load_lexicon, load_vocabulary
from app.adapters.playbook_files import PlaybookFolders
from app.adapters.sound import default_of, find_again
from app.core.assistant import CallAssistant
from app.core.conversation import Vocabulary
from app.core.errors import InputError
from app.core.events import CallStarted
from app.core.lexicon import Lexicon
from app.core.playbook import Playbook
from app.core.ports import AudioSource, CallStore, Device, DeviceKind, Scorer, SoundSystem, SpeechDetector, Transcriber
from app.paths import bundled
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.runtime.lines import LiveLines
from app.runtime.live import LiveRunner, Paced
from app.runtime.perform import Emit
from app.runtime.session import CallSession, Keep
from app.settings import DEFAULT_SCORER, Settings

CALLER_LEXICON = ("assets", "lexicons", "callcentre.toml")
AGENT_LEXICON = ("assets", "lexicons", "agent_moves.toml")


def load_scorer(name: str = DEFAULT_SCORER) -> Scorer:
    """The scorer of this name. Raises InputError, LexiconError."""
    from app.adapters.vader import CallCentreScorer, VaderScorer

    scorers: dict[str, Callable[[], Scorer]] = {
        "calmline": lambda: CallCentreScorer(read_lexicon()),
        "vader": VaderScorer,
    }
    if name not in scorers:
        raise InputError(f"There is no scorer named {name!r}.", f"Use one of: {', '.join(scorers)}.")
    return scorers[name]()


@cache
def read_lexicon() -> Lexicon:
    """The call-centre layer. Raises LexiconError."""
    return load_lexicon(bundled(*CALLER_LEXICON))


@cache
def read_vocabulary() -> Vocabulary:
    """The words of moves, wants and reasons. Raises LexiconError."""
    return load_vocabulary(bundled(*CALLER_LEXICON), bundled(*AGENT_LEXICON))


def open_playbooks(settings: Settings | None = None) -> PlaybookFolders:
    """The folders playbooks are looked up in."""
    signals = frozenset(category.name for category in read_lexicon().categories)
    return PlaybookFolders((settings or Settings()).playbook_folders, signals)


def load_transcriber(settings: Settings) -> Transcriber:
    """The speech engine with its model loaded. Raises ModelError."""
    from app.adapters.models import find_model
    from app.adapters.whisper import WhisperTranscriber

    location = find_model(settings.model, settings.model_folder)
    return WhisperTranscriber(_model_name(settings.model), location, workers=settings.workers)


def speech_detectors() -> Callable[[], SpeechDetector]:
    """A maker of detectors, one for each channel. Raises ModelError when called."""
    from app.adapters.silero import SileroDetector

    return SileroDetector


def open_store(settings: Settings) -> CallStore:
    """The call store, made when it is not there yet. Raises StoreError."""
    from app.adapters.call_store import SqlCallStore

    return SqlCallStore(settings.store_file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a call needs besides its audio, loaded and checked."""

    settings: Settings
    playbook: Playbook
    vocabulary: Vocabulary
    scorer: Scorer
    transcriber: Transcriber


def load_parts(settings: Settings) -> Parts:
    """Load what the settings name, the quick parts first. Raises CalmlineError."""
    playbook = open_playbooks(settings).load(settings.playbook)
    scorer = load_scorer(settings.scorer)
    vocabulary = read_vocabulary()
    return Parts(
        settings=settings,
        playbook=playbook,
        vocabulary=vocabulary,
        scorer=scorer,
        transcriber=load_transcriber(settings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNames:
    """How a call is filed."""

    call_id: str | None = None
    agent: str | None = None


def prepare_call(
    parts: Parts,
    source: AudioSource,
    names: CallNames,
    *,
    realtime: bool,
    listeners: Sequence[Emit],
    keepers: Sequence[Keep],
    live: bool = False,
) -> CallSession:
    """A call ready to run: in real time on live threads, or as fast as it goes; a `live` source keeps its own time."""
    assistant = CallAssistant(source.channels, parts.playbook, parts.vocabulary, live=realtime)
    ears = Ears(source.channels, speech_detectors())
    started = CallStarted(
        call_id=names.call_id or uuid.uuid4().hex,
        source=source.name,
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        agent=names.agent,
        caller=None,
        reference=None,
        model=parts.transcriber.name,
        playbook=parts.playbook.name,
        scorer=parts.scorer.name,
    )
    runner = (
        LiveRunner(assistant, ears, parts.transcriber, parts.scorer)
        if realtime
        else InlineRunner(assistant, ears, parts.transcriber, parts.scorer, workers=parts.settings.workers)
    )
    return CallSession(
        runner=runner,
        source=Paced(source) if realtime and not live else source,
        call=started,
        listeners=listeners,
        keepers=keepers,
    )


def open_sound() -> SoundSystem:
    """The devices of this computer, as its system lets them be captured."""
    from app.adapters import portaudio
    from app.adapters.sound import JoinedSystems

    systems: dict[str, SoundSystem] = {portaudio.PREFIX: portaudio.PortAudioSystem()}
    if sys.platform == "win32":
        from app.adapters import wasapi

        systems[wasapi.PREFIX] = wasapi.WasapiSystem()
    elif sys.platform == "linux":
        from app.adapters import pulse

        if pulse.answers():
            systems = {pulse.PREFIX: pulse.PulseSystem()}
    return JoinedSystems(systems)


NO_DEVICE = "none"


def open_lines(
    settings: Settings, *, microphone: str | None, caller: str | None, limit_s: float | None = None
) -> tuple[LiveLines, list[str]]:
    """A live call from two devices, each by id, `none`, or None for the chosen or default one; and what to tell.

    Raises AudioError, InputError.
    """
    system = open_sound()
    found = system.devices()
    choices = read_choices(settings.home)
    notes: list[str] = []
    agents = _device(found, DeviceKind.INPUT, (microphone, choices.microphone, choices.microphone_product), notes)
    callers = _device(found, DeviceKind.PLAYBACK, (caller, choices.caller, choices.caller_product), notes)
    if agents is None and callers is None:
        raise InputError("There is no device to hear.", "Connect one; calmline devices lists what is there.")
    for unlisted in {agents, callers} - {None, *(device.id for device in found)}:
        system.open(unlisted or "").close()
    names = {device.id: device.name for device in found}
    return LiveLines(system, microphone=agents, caller=callers, names=names, limit_s=limit_s), notes


def _device(
    found: Sequence[Device], kind: DeviceKind, asked: tuple[str | None, str | None, str | None], notes: list[str]
) -> str | None:
    """Id of the device that was named, else of the chosen one, else of the default one."""
    named, chosen, product = asked
    if named is not None:
        return None if named == NO_DEVICE else named
    device = find_again(chosen, product, found) if chosen is not None else None
    if device is None:
        device = default_of(kind, found)
        if chosen is not None and device is not None:
            notes.append(f"The chosen {kind} device is not there; {device.name} is heard instead.")
        elif device is None:
            notes.append(f"There is no {kind} device: that side of the call is silent.")
    return device.id if device else None


def open_demo(settings: Settings) -> tuple[AudioSource, CallNames]:
    """The bundled call. Raises AudioError."""
    from app.adapters.recording import open_stereo

    file = bundled("assets", "demo", "call.flac")
    return open_stereo(file, agent="left", caller="right", chunk_s=settings.chunk_s), CallNames(agent="Daniel")


def _model_name(model: str) -> str:
    return Path(model).name

"""The only file that picks adapters by name."""

import os
import shlex
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from platform import mac_ver as mac_version
from typing import TYPE_CHECKING

from app.adapters.call_pipe import CallPipe
from app.adapters.journal import Journal, LeftJournal, left_journals
from app.adapters.lexicon_files import load_lexicon, load_vocabulary
from app.adapters.playbooks.folders import PlaybookFolders
from app.adapters.playbooks.last_good import LastGood
from app.adapters.settings_files import change_settings
from app.adapters.sound import Pick, pick
from app.core.allowance import Dial
from app.core.assistant import CallAssistant
from app.core.checklists import Opening, opening_of
from app.core.conversation import Vocabulary
from app.core.danger import Danger
from app.core.errors import AudioError, CalmlineError, InputError, ModelError, StoreError, WindowError
from app.core.events import CallStarted, Channel
from app.core.lexicon import Lexicon
from app.core.message import Message, sentences
from app.core.playbook import Playbook
from app.core.ports import (
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    AudioSource,
    CallStore,
    DangerReader,
    Device,
    DeviceKind,
    MoveReader,
    MusicDetector,
    Player,
    Scorer,
    SoundOutput,
    SoundSystem,
    SpeechDetector,
    TeamStore,
    Transcriber,
)
from app.core.team import TeamLexicon
from app.core.window_system import EVERYWHERE, HIDE, NO_KEYS, NO_KEYS_HERE, NOT_HIDDEN, WAYLAND_LACKS, WindowSystem
from app.paths import bundled
from app.runtime.ears import Ears, Watch
from app.runtime.inline import InlineRunner
from app.runtime.lines import LiveLines
from app.runtime.live import LiveRunner, Paced
from app.runtime.perform import Emit, Judges
from app.runtime.session import CallSession, Keep
from app.runtime.told import VERBS, Tell
from app.settings import DEFAULT_SCORER, Settings, Side, device_changes

if TYPE_CHECKING:
    from app.adapters.heat.minilm import SentenceModel
    from app.adapters.heat.weights import Trained
    from app.adapters.portaudio_player import PortAudioPlayer
    from app.adapters.pulse_player import PulsePlayer
    from app.adapters.talk.heads import Talk

_MAC_THAT_SHOWS_ALL = 15
CALLER_LEXICON = ("assets", "lexicons", "callcentre.toml")
AGENT_LEXICON = ("assets", "lexicons", "agent_moves.toml")
HEAT_FOLDER = ("assets", "heat")
TALK_FOLDER = ("assets", "talk")
SENTENCE_VOCABULARY = (*HEAT_FOLDER, "minilm-vocab.txt")


def load_scorer(name: str = DEFAULT_SCORER, team: TeamLexicon | None = None) -> Scorer:
    """The scorer of this name, with what a team has added. Raises InputError, LexiconError, ModelError."""
    from app.adapters.heat.scorer import VaderScorer

    scorers: dict[str, Callable[[], Scorer]] = {"calmline": lambda: calmline_scorer(team=team), "vader": VaderScorer}
    if name not in scorers:
        raise InputError(
            "There is no scorer named {name!r}.", "Use one of: {names}.", name=name, names=", ".join(scorers)
        )
    return scorers[name]()


def calmline_scorer(*, sentences: bool = True, team: TeamLexicon | None = None) -> Scorer:
    """The shipped scorer, where wanted and there with the sentence model. Raises LexiconError, ModelError."""
    from app.adapters.heat.minilm import SentenceLayer
    from app.adapters.heat.scorer import CalmlineScorer, Sentences, WordLayers

    team = team or TeamLexicon()
    words, trained = WordLayers(read_lexicon().with_team(team)), _trained()
    model = sentence_model() if sentences else None
    if model is None:
        return CalmlineScorer(words, trained.words_only, team=team.name)
    layer = Sentences(model, SentenceLayer(trained.head))
    return CalmlineScorer(words, trained.with_sentences, layer, team=team.name)


@cache
def _trained() -> "Trained":
    from app.adapters.heat.weights import load_weights

    return load_weights(bundled(*HEAT_FOLDER))


@cache
def _talk() -> "Talk":
    from app.adapters.talk.heads import load_talk

    return load_talk(bundled(*TALK_FOLDER))


def sentence_model() -> "SentenceModel | None":
    """The model with the layers that read anger, None where it is missing or damaged: a call is judged without it.

    Raises LexiconError.
    """
    return _with_layers(_trained)


def talk_model() -> "SentenceModel | None":
    """The same with the layers that read moves and danger. Raises LexiconError."""
    return _with_layers(_talk)


def _with_layers(trained: "Callable[[], Trained | Talk]") -> "SentenceModel | None":
    from app.adapters.heat.minilm import find_sentence_model

    file = find_sentence_model()
    return None if file is None else _sentence_model(file, trained)


@cache
def _sentence_model(file: Path, trained: "Callable[[], Trained | Talk]") -> "SentenceModel | None":
    from app.adapters.heat.minilm import SentenceModel

    try:
        return SentenceModel(file, bundled(*SENTENCE_VOCABULARY), trained().layers)
    except ModelError:
        return None


def load_judges(scorer: Scorer | None = None) -> Judges:
    """Scorer (or another one), reader and danger reader as they are shipped. Raises LexiconError, ModelError."""
    return Judges(scorer or load_scorer(), load_reader(), load_dangers())


def load_reader(*, sentences: bool = True) -> MoveReader:
    """What reads the agent's moves, where wanted and there with the sentence model. Raises LexiconError."""
    from app.adapters.talk.reader import TrainedReader

    words = read_vocabulary().agent
    model = talk_model() if sentences else None
    return words if model is None else TrainedReader(words, model, _talk().moves)


def load_dangers() -> DangerReader | None:
    """What hears danger in words that no phrase knows, None without the sentence model. Raises LexiconError."""
    from app.adapters.talk.reader import TrainedDangers

    model, anger_model, talk = talk_model(), sentence_model(), _talk()
    if model is None or anger_model is None:
        return None
    return TrainedDangers(model, talk.dangers, anger_model, talk.glance)


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
    return PlaybookFolders((settings or Settings()).playbook_folders, _signals())


def load_playbook(settings: Settings) -> tuple[Playbook, str]:
    """The playbook of a call, and what to tell where it is an earlier version of it. Raises PlaybookError."""
    shelf = LastGood(settings.own_playbooks, settings.good_playbooks, bundled("playbooks"), _signals())
    playbook, note = shelf.load(settings.playbook)
    return playbook.announcing() if settings.announced else playbook, note


def load_opening(settings: Settings) -> Opening:
    """What the playbook wants done at the beginning of a call; an error of it is told when a call begins."""
    try:
        playbook, _ = load_playbook(settings)
    except CalmlineError:
        return Opening()
    return opening_of(playbook)


def _signals() -> frozenset[str]:
    """What a rule can ask for in the caller's words. Raises LexiconError."""
    return frozenset([*(category.name for category in read_lexicon().categories), *map(str, Danger)])


def load_transcriber(settings: Settings) -> Transcriber:
    """The speech engine with its model loaded. Raises ModelError."""
    from app.adapters.models import find_model
    from app.adapters.whisper.transcriber import WhisperTranscriber

    location = find_model(settings.model, settings.model_folder)
    return WhisperTranscriber(_model_name(settings.model), location, workers=settings.workers)


def speech_detectors() -> Callable[[], SpeechDetector]:
    """A maker of detectors, one for each channel. Raises ModelError when called."""
    from app.adapters.silero import SileroDetector

    return SileroDetector


def music_detectors() -> Callable[[], MusicDetector]:
    """A maker of detectors for the caller's channel."""
    from app.adapters.music import TonalMusicDetector

    return TonalMusicDetector


def open_store(settings: Settings) -> CallStore:
    """The call store, made when it is not there yet. Raises StoreError."""
    from app.adapters.call_store import SqlCallStore

    return SqlCallStore(settings.store_file, with_words=settings.keeps_words)


def open_team(settings: Settings) -> TeamStore:
    """The team's lexicon, kept beside the calls. Raises StoreError."""
    from app.adapters.team_store import SqlTeamStore

    return SqlTeamStore(settings.store_file)


def read_team(settings: Settings) -> TeamLexicon:
    """The newest version of the team's lexicon, the empty one before the first call was kept. Raises StoreError."""
    try:
        if not settings.store_file.exists():
            return TeamLexicon()
    except OSError as error:
        raise StoreError(
            "{store_file} cannot be read.", "Check the folder's permissions.", store_file=settings.store_file
        ) from error
    store = open_team(settings)
    try:
        return store.lexicon()
    finally:
        store.close()


_WITHOUT_SENTENCES = Message(
    "The sentence model is missing or damaged, so anger is judged less well, from words and phrases alone. "
    "Reinstall Calmline to bring it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a call needs besides its audio, loaded and checked."""

    settings: Settings
    playbook: Playbook
    vocabulary: Vocabulary
    judges: Judges
    transcriber: Transcriber
    dial: Dial = Dial.FULL
    notes: tuple[str, ...] = ()
    """What to tell whoever starts a call with these parts."""


def load_parts(settings: Settings, transcriber: Transcriber | None = None) -> Parts:
    """Load what the settings name, the quick parts first; a speech engine that is loaded already is taken on.

    Raises CalmlineError.
    """
    playbook, note = load_playbook(settings)
    scorer, notes = team_scorer(settings)
    vocabulary = read_vocabulary()
    return Parts(
        settings=settings,
        playbook=playbook,
        vocabulary=vocabulary,
        judges=load_judges(scorer),
        transcriber=transcriber or load_transcriber(settings),
        dial=Dial(settings.coach),
        notes=(*([note] if note else []), *notes),
    )


def team_scorer(settings: Settings) -> tuple[Scorer, tuple[str, ...]]:
    """The scorer with the team's lexicon, and what is to be told of it: a call is not to fail for want of either.

    Raises InputError, LexiconError, ModelError.
    """
    from app.adapters.heat.scorer import is_without_sentences

    notes: list[str] = []
    team = TeamLexicon()
    try:
        team = read_team(settings) if settings.scorer == DEFAULT_SCORER else team
    except StoreError as error:
        notes.append(sentences("The team's lexicon is not in use.", error.line()))
    scorer = load_scorer(settings.scorer, team)
    if is_without_sentences(scorer):
        notes.append(_WITHOUT_SENTENCES)
    return scorer, tuple(notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNames:
    """How a call is filed."""

    call_id: str | None = None
    agent: str | None = None


def prepare_call(  # noqa: PLR0913 - all that a call is made of
    parts: Parts,
    source: AudioSource,
    names: CallNames,
    *,
    realtime: bool,
    listeners: Sequence[Emit],
    keepers: Sequence[Keep],
    live: bool = False,
    watch: Watch | None = None,
) -> CallSession:
    """A call ready to run: in real time on live threads, or as fast as it goes; a `live` source keeps its own time."""
    assistant = CallAssistant(source.channels, parts.playbook, parts.vocabulary, live=realtime, dial=parts.dial)
    ears = Ears(source.channels, speech_detectors(), music_detectors(), watch)
    started = CallStarted(
        call_id=names.call_id or uuid.uuid4().hex,
        source=source.name,
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        agent=names.agent,
        caller=None,
        reference=None,
        model=parts.transcriber.name,
        playbook=parts.playbook.name,
        scorer=parts.judges.scorer.name,
    )
    runner = (
        LiveRunner(assistant, ears, parts.transcriber, parts.judges)
        if realtime
        else InlineRunner(assistant, ears, parts.transcriber, parts.judges, workers=parts.settings.workers)
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


def device_of(found: Sequence[Device], device_id: str) -> Device:
    """The device of an id among those that were found. Raises AudioError."""
    for device in found:
        if device.id == device_id:
            return device
    raise AudioError(
        "There is no device {device_id}.", "Run calmline devices to see what there is.", device_id=device_id
    )


def open_player() -> Player:
    """What plays the doctor's tone on this computer."""
    return _player()


def open_output() -> SoundOutput:
    """What plays a practice call on this computer."""
    return _player()


def _player() -> "PulsePlayer | PortAudioPlayer":
    if sys.platform == "linux":
        from app.adapters import pulse

        if pulse.answers():
            from app.adapters.pulse_player import PulsePlayer

            return PulsePlayer()
    from app.adapters.portaudio_player import PortAudioPlayer

    return PortAudioPlayer()


def window_system(platform: str) -> WindowSystem:
    """What can be asked of the system that shows the windows; `platform` is Qt's name of it."""
    match platform:
        case "windows":
            from app.adapters.win32_capture import Win32Shield
            from app.adapters.win32_keys import Win32Keys

            return WindowSystem(shield=Win32Shield(), keys=Win32Keys())
        case "cocoa":
            return _mac_system()
        case "xcb" if not os.environ.get("WAYLAND_DISPLAY"):
            from app.adapters.x11_keys import X11Keys

            return WindowSystem(keys=X11Keys(), lacks={HIDE: NOT_HIDDEN})
        case "xcb":
            return WindowSystem(lacks={HIDE: NOT_HIDDEN, EVERYWHERE: NO_KEYS})
        case _ if platform.startswith("wayland"):
            return WindowSystem(lacks=WAYLAND_LACKS)
        case _:
            return WindowSystem()


def _mac_system() -> WindowSystem:
    """From macOS 15 on programs that share the screen see every window."""
    from app.adapters.cocoa_capture import CocoaShield

    lacks = {EVERYWHERE: NO_KEYS_HERE}
    if int(mac_version()[0].partition(".")[0] or 0) < _MAC_THAT_SHOWS_ALL:
        with suppress(WindowError):
            return WindowSystem(shield=CocoaShield(), lacks=lacks)
    return WindowSystem(lacks={**lacks, HIDE: NOT_HIDDEN})


def open_pipe(settings: Settings, tell: Tell) -> CallPipe:
    """Let `calmline call` reach a call or a window. Raises PipeError, also where another one is reached already."""
    return CallPipe(settings.home, tuple(VERBS), tell)


def begin_journal(settings: Settings) -> Journal:
    """The journal of a call that is about to begin; it writes nothing before."""
    return Journal(settings.home)


def journals_left(settings: Settings) -> Iterator[LeftJournal]:
    """The journals of calls that were broken off."""
    return left_journals(settings.home)


_SAMPLE_S = (6.9, 14.0)
"""Where the caller of the bundled call speaks first."""

NO_DEVICE = "none"
_KIND_OF: Mapping[Side, DeviceKind] = {"microphone": DeviceKind.INPUT, "caller": DeviceKind.PLAYBACK}
_NAME_OF: Mapping[Side, str] = {"microphone": "microphone", "caller": "device for the caller"}
_MOVED = "The chosen {side}, {name}, is on another socket and heard there; to keep that: {command}"


Ask = Callable[[str], bool]
"""Puts a question to the person, who says yes or no."""


def open_lines(
    settings: Settings,
    *,
    microphone: str | None,
    caller: str | None,
    limit_s: float | None = None,
    ask: Ask | None = None,
    sound: Callable[[], SoundSystem] = open_sound,
) -> tuple[LiveLines, list[str]]:
    """A live call from two devices, each by id, `none`, or None for the chosen or default one; and what to tell.

    Raises AudioError, InputError.
    """
    system = sound()
    found = system.devices()
    agents, callers, notes = choose_devices(settings, found, microphone=microphone, caller=caller, ask=ask)
    if agents is None and callers is None:
        raise InputError("There is no device to hear.", "Connect one; calmline devices lists what is there.")
    for unlisted in {microphone, caller} - {None, NO_DEVICE, *(device.id for device in found)}:
        system.open(unlisted or "").close()
    names = {device.id: device.name for device in found}
    return LiveLines(system, microphone=agents, caller=callers, names=names, limit_s=limit_s), notes


def choose_devices(
    settings: Settings,
    found: Sequence[Device],
    *,
    microphone: str | None,
    caller: str | None,
    ask: Ask | None = None,
) -> tuple[str | None, str | None, list[str]]:
    """Ids of the microphone and of the caller's device, None for a silent side; and what to tell. Raises InputError."""
    notes: list[str] = []

    def of(side: Side, named: str | None) -> str | None:
        nonlocal settings
        if named is not None:
            return None if named == NO_DEVICE else named
        settings, device_id = _device(settings, found, side, ask, notes)
        return device_id

    return of("microphone", microphone), of("caller", caller), notes


def _device(
    settings: Settings, found: Sequence[Device], side: Side, ask: Ask | None, notes: list[str]
) -> tuple[Settings, str | None]:
    """Id of the device that was chosen for a side, else of the default one; a choice on another socket is offered."""
    picked = pick(_KIND_OF[side], settings.device(side), found, settings.refused)
    if picked.moved is not None and ask is not None and not settings.is_locked(side):
        wanted = ask(f"The chosen {_NAME_OF[side]}, {picked.moved.name}, is on another socket. Use it from now on?")
        refused = {"refused": (*settings.refused, picked.moved.id)}
        settings = change_settings(settings, device_changes(side, picked.moved) if wanted else refused)
        picked = pick(_KIND_OF[side], settings.device(side), found, settings.refused)
    names = {device.id: device.name for device in found}
    notes.extend(_notes(side, picked, names.get(picked.device_id or ""), is_locked=settings.is_locked(side)))
    return settings, picked.device_id


def _notes(side: Side, picked: Pick, name: str | None, *, is_locked: bool) -> Iterator[str]:
    """What to tell about a device that was picked; one that is not there has no name."""
    chosen = Message(_NAME_OF[side])
    if picked.moved is not None and is_locked:
        yield Message("The chosen {side}, {name}, is on another socket and heard there.", side=chosen, name=name)
    elif picked.moved is not None:
        keep = f"calmline devices --{side} {_quoted(picked.moved.id)}"
        yield Message(_MOVED, side=chosen, name=name, command=keep)
    elif picked.device_id is None:
        kind = Message(_KIND_OF[side].value)
        yield Message("There is no {kind} device: that side of the call is silent.", kind=kind)
    elif picked.is_missing and name:
        yield Message("The chosen {side} is not there; {name} is heard instead.", side=chosen, name=name)
    elif picked.is_missing:
        yield Message("The chosen {side} does not play yet; it is heard once it does.", side=chosen)


def _quoted(argument: str) -> str:
    """An argument as this system's shell wants it."""
    return subprocess.list2cmdline([argument]) if sys.platform == "win32" else shlex.quote(argument)


def voice_sample() -> bytes:
    """What the caller of the bundled call says first, as 16 kHz mono signed 16-bit samples. Raises AudioError."""
    from app.adapters.recording import open_stereo

    file, (begin_s, end_s) = bundled("assets", "demo", "call.flac"), _SAMPLE_S
    begin, end = (round(at_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES for at_s in (begin_s, end_s))
    return open_stereo(file, agent="left", caller="right", chunk_s=end_s).sides[Channel.CALLER][begin:end]


def open_demo(settings: Settings) -> tuple[AudioSource, CallNames]:
    """The bundled call. Raises AudioError."""
    from app.adapters.recording import open_stereo

    file = bundled("assets", "demo", "call.flac")
    return open_stereo(file, agent="left", caller="right", chunk_s=settings.chunk_s), CallNames(agent="Daniel")


def _model_name(model: str) -> str:
    return Path(model).name

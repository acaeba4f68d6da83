"""All that a call is made of, and the call itself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from app.compose.judging import load_judges, load_scorer, read_vocabulary, sentence_model
from app.compose.playbooks import LoadPlaybook, load_playbook
from app.compose.speech import load_transcriber, music_detectors, speech_detectors
from app.compose.stores import read_team
from app.core.allowance import Dial
from app.core.consent import NOT_HEARD, Capture, Consent
from app.core.errors import StoreError
from app.core.events import CallStarted, Channel
from app.core.message import Message, sentences
from app.core.playbook import Playbook
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioSource, Scorer, Transcriber
from app.paths import bundled
from app.runtime.perform import Emit, Judges
from app.runtime.session import CallSession, Keep, Runner
from app.settings import DEFAULT_SCORER, Settings

if TYPE_CHECKING:
    from app.core.assistant import CallAssistant
    from app.core.conversation import Vocabulary
    from app.core.team import TeamLexicon
    from app.runtime.ears import Ears, Watch

_OF_A_CALL = (
    "app.runtime.live",
    "app.runtime.lines",
    "app.adapters.music",
    "app.adapters.silero",
    "app.adapters.sound",
)
"""Modules that a live call is made of, besides those which loading its parts takes."""
_WITHOUT_SENTENCES = Message(
    "The sentence model is missing or damaged, so anger is judged less well, from words and phrases alone, no danger "
    "is heard and no safety card comes up. Reinstall Calmline to bring it."
)
_WITHOUT_DANGER = Message(
    "The file danger.npz is missing or damaged, so no danger is heard and no safety card comes up. "
    "Reinstall Calmline to bring it.",
)
_WITHOUT_TAGGER = Message(
    "What masking has learned (tagger.npz, and the sentence model it belongs to) is missing or damaged, so numbers are "
    "masked less well, by rules alone. Reinstall Calmline to bring it."
)
_WITHOUT_MOVES = Message(
    "The file moves.npz is missing or damaged, so what you say is read less well, from phrases alone. "
    "Reinstall Calmline to bring it.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a call needs besides its audio, loaded and checked."""

    settings: Settings
    playbook: Playbook
    vocabulary: "Vocabulary"
    judges: Judges
    transcriber: Transcriber
    dial: Dial = Dial.FULL
    notes: tuple[str, ...] = ()
    """What to tell whoever starts a call with these parts."""


def load_parts(
    settings: Settings, transcriber: Transcriber | None = None, playbook_of: LoadPlaybook = load_playbook
) -> Parts:
    """Load what the settings name, the quick parts first; a speech engine that is loaded already is taken on.

    Raises CalmlineError.
    """
    _get_ready()
    playbook, note = playbook_of(settings)
    scorer, notes = team_scorer(settings)
    vocabulary = read_vocabulary()
    judges = load_judges(scorer)
    return Parts(
        settings=settings,
        playbook=playbook,
        vocabulary=vocabulary,
        judges=judges,
        transcriber=transcriber or load_transcriber(settings),
        dial=Dial(settings.coach),
        notes=(*([note] if note else []), *notes, *talk_notes(judges), *masking_notes(vocabulary)),
    )


def _get_ready() -> None:
    """Load and make what the first call, and its first words, would else wait for."""
    from app.core.masking import get_ready

    for module in _OF_A_CALL:
        import_module(module)
    get_ready()


def team_scorer(settings: Settings) -> tuple[Scorer, tuple[str, ...]]:
    """The scorer with the team's lexicon, and what is to be told of it: a call is not to fail for want of either.

    Raises InputError, LexiconError, ModelError.
    """
    team, notes = team_lexicon(settings)
    scorer = load_scorer(settings.scorer, team)
    return scorer, (*notes, *scorer_notes(scorer))


def team_lexicon(settings: Settings) -> "tuple[TeamLexicon, tuple[str, ...]]":
    """What a team has added for its scorer, and what is to be told where that cannot be read."""
    from app.core.team import TeamLexicon

    if settings.scorer != DEFAULT_SCORER:
        return TeamLexicon(), ()
    try:
        return read_team(settings), ()
    except StoreError as error:
        return TeamLexicon(), (sentences("The team's lexicon is not in use.", error.line()),)


def scorer_notes(scorer: Scorer) -> tuple[str, ...]:
    """What is to be told of a scorer."""
    from app.adapters.heat.scorer import is_without_sentences

    return (_WITHOUT_SENTENCES,) if is_without_sentences(scorer) else ()


def talk_notes(judges: Judges) -> tuple[str, ...]:
    """What is to be told of those that hear danger and read moves; what the scorer lacks too is told of that."""
    from app.adapters.talk.reader import TrainedReader

    if sentence_model() is None:
        return ()
    return (
        *(() if judges.dangers else (_WITHOUT_DANGER,)),
        *(() if isinstance(judges.reader, TrainedReader) else (_WITHOUT_MOVES,)),
    )


def masking_notes(vocabulary: "Vocabulary") -> tuple[str, ...]:
    """What is to be told of masking."""
    return () if vocabulary.tagger else (_WITHOUT_TAGGER,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNames:
    """How a call is filed; `started_at` is an ISO time, None for now."""

    call_id: str | None = None
    agent: str | None = None
    reference: str | None = None
    started_at: str | None = None


def prepare_call(  # noqa: PLR0913 - all that a call is made of
    parts: Parts,
    source: AudioSource,
    names: CallNames,
    *,
    realtime: bool,
    listeners: Sequence[Emit],
    keepers: Sequence[Keep],
    live: bool = False,
    watch: "Watch | None" = None,
) -> CallSession:
    """A call ready to run: in real time on live threads, or as fast as it goes; a `live` source keeps its own time."""
    from app.core.assistant import CallAssistant
    from app.runtime.ears import Ears
    from app.runtime.live import Paced

    assistant = CallAssistant(source.channels, parts.playbook, parts.vocabulary, live=realtime, dial=parts.dial)
    ears = Ears(source.channels, speech_detectors(), music_detectors(), watch)
    started = call_started(
        source,
        names,
        model=parts.transcriber.name,
        playbook=parts.playbook.name,
        scorer=parts.judges.scorer.name,
        consent=_rule(parts) if live else None,
    )
    return CallSession(
        runner=_runner(parts, assistant, ears, realtime=realtime),
        source=Paced(source) if realtime and not live else source,
        call=started,
        listeners=listeners,
        keepers=keepers,
    )


def _runner(parts: Parts, assistant: "CallAssistant", ears: "Ears", *, realtime: bool) -> Runner:
    if realtime:
        from app.runtime.live import LiveRunner

        return LiveRunner(assistant, ears, parts.transcriber, parts.judges)
    from app.runtime.inline import InlineRunner

    return InlineRunner(assistant, ears, parts.transcriber, parts.judges, workers=parts.settings.workers)


def call_started(
    source: AudioSource, names: CallNames, *, model: str, playbook: str, scorer: str, consent: Consent | None = None
) -> CallStarted:
    """Second 0 of a call from this source."""
    return CallStarted(
        call_id=names.call_id or uuid.uuid4().hex,
        source=source.name,
        started_at=names.started_at or datetime.now(UTC).isoformat(timespec="seconds"),
        agent=names.agent,
        caller=None,
        reference=names.reference,
        model=model,
        playbook=playbook,
        scorer=scorer,
        consent=consent,
    )


def _rule(parts: Parts) -> Consent:
    """How callers are told, by the playbook where the settings leave it to the agent."""
    told, rule = parts.playbook.disclosure, parts.settings.rule
    return Consent.ANNOUNCED if told is not None and told.announced else rule


def prepare_hand_call(
    settings: Settings, playbook: Playbook, names: CallNames, *, listeners: Sequence[Emit], keepers: Sequence[Keep]
) -> CallSession:
    """A call of which nothing is heard, ready to run; it needs neither devices nor an engine."""
    from app.core.by_hand import HandCall
    from app.runtime.by_hand import HandRunner, NoSound

    started = CallStarted(
        call_id=names.call_id or uuid.uuid4().hex,
        source=NOT_HEARD,
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        agent=names.agent,
        caller=None,
        reference=names.reference,
        model=_BY_HAND,
        playbook=playbook.name,
        scorer=_BY_HAND,
        stored=settings.is_kept,
        capture=Capture.NONE,
        consent=settings.rule,
    )
    call = HandCall(playbook, Dial(settings.coach))
    return CallSession(runner=HandRunner(call), source=NoSound(), call=started, listeners=listeners, keepers=keepers)


_BY_HAND = "by hand"
"""What stands for engine and scorer where there is none."""

_SAMPLE_S = (6.9, 14.0)
"""Where the caller of the bundled call speaks first."""


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

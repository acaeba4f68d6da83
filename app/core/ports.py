"""What the core asks of the outside world: one protocol per role, and the values that cross it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.core.events import AudioGap, Channel, Health, LineChanged, Move

if TYPE_CHECKING:
    from app.core.call_search import CallFilter, CallOrder, CallPage, CallRow
    from app.core.danger import Danger
    from app.core.disks import Disk
    from app.core.document import CallDocument
    from app.core.keeping import Days, Due, StoredCall
    from app.core.saved_filters import SavedFilter
    from app.core.team import Proposal, TeamLexicon, TeamPhrase

SAMPLE_RATE_HZ = 16_000
SAMPLE_BYTES = 2
FRAME_SAMPLES = 512
FRAME_BYTES = FRAME_SAMPLES * SAMPLE_BYTES
FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ
SILENCE_DBFS = -100.0
"""Level of digital silence, and of a device that delivers nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioChunk:
    """16 kHz mono signed 16-bit little-endian samples of one channel, any length, in order without gaps."""

    channel: Channel
    pcm: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """512 samples (32 ms) of one channel with the probability (0..1) that they carry speech.

    `level` is their root mean square and `peak` their largest size, both 0..1 of full scale. `music` is whether music
    plays.
    """

    channel: Channel
    index: int
    pcm: bytes
    speech: float
    level: float = 0.0
    peak: float = 0.0
    music: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Earlier speech of a channel, and what was written down of it."""

    pcm: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeRequest:
    """Write down `audio`; `context` is what the same channel said before it, whose words are not wanted again.

    It is the part `part` of utterance `number`, or that part as far as it is heard; `start_s`..`end_s` is its voice.
    The words of a `final` are to last. `promised` are words that stand on the screen: where they are about as likely as
    others, they are to stay. `draft` are the `tokens` of the newest transcript of the same part.
    """

    channel: Channel
    number: int
    start_s: float
    end_s: float
    context: tuple[Spoken, ...]
    audio: bytes
    final: bool
    part: int = 0
    promised: tuple[str, ...] = ()
    draft: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was said; `confidence` is the geometric mean of its tokens' probabilities in 0..1, 0 for no text.

    `tokens` is the same as the engine wrote it; the next request for the part gives it back as `draft`, to be faster.
    """

    text: str
    confidence: float
    tokens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRequest:
    """Judge one masked caller utterance; a `provisional` one is still being said, and its words may change.

    `before` are the utterances of the same breath: heat and bearing are those of all together, words and signals those
    of the text alone.
    `for_danger` where the caller is not to be scored: of the answer nothing counts but danger.
    """

    number: int
    start_s: float
    end_s: float
    text: str
    confidence: float
    before: tuple[str, ...] = ()
    provisional: bool = False
    for_danger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesRequest:
    """Read what the agent did in one masked utterance, sentence by sentence."""

    start_s: float
    end_s: float
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What an utterance says of how angry its speaker is in a call: log-odds of each degree, annoyed, angry, furious.

    `own` (degrees) counts for this utterance, together with what is remembered of those before it; `later` (memories,
    degrees) is what each memory takes up of it.
    """

    own: tuple[float, ...]
    later: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """How angry one utterance is, as people would name it: 0 calm, 1/3 annoyed, 2/3 angry, 1 furious.

    `words` are up to three stretches of words that moved it most, `by` how much each did (-1..1); `signals` are the
    categories of the phrases found, the strongest first. Without a `bearing` it stands by itself in its call, too.
    `joined` is how many utterances before it are in value and bearing, too.
    """

    value: float
    words: tuple[str, ...] = ()
    by: tuple[float, ...] = ()
    signals: tuple[str, ...] = ()
    bearing: Bearing | None = None
    joined: int = 0


SourceEvent = AudioGap | LineChanged | Health
"""What a live source tells between its chunks."""


class DeviceKind(StrEnum):
    """A device that records, one that plays (its sound can be captured), or one application's sound."""

    INPUT = "input"
    PLAYBACK = "playback"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Something that can be captured. `id` finds it again after a restart; `product` is the same under a new id."""

    id: str
    name: str
    kind: DeviceKind
    product: str | None = None
    is_default: bool = False
    is_muted: bool | None = None


class Capture(Protocol):
    """An opened device; its own thread or callback copies bytes and does nothing more."""

    @property
    def device(self) -> Device:
        """What was opened."""
        ...

    @property
    def idles(self) -> bool:
        """Whether nothing arrives while nothing plays, so that missing audio is silence and not a gap."""
        ...

    def take(self) -> bytes:
        """All that has arrived since the last call, as 16 kHz mono signed 16-bit bytes; never blocks.

        Raises AudioError when the device is gone.
        """
        ...

    def overflows(self) -> int:
        """How often audio was lost since the device was opened."""
        ...

    def muted(self) -> bool | None:
        """Whether the system or the headset has muted the device; None where that cannot be seen."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


class SoundSystem(Protocol):
    """The devices of this computer."""

    def devices(self) -> list[Device]:
        """All that can be captured now. Raises AudioError."""
        ...

    def open(self, device_id: str) -> Capture:
        """Capture a device. Raises AudioError when it is not there or does not open."""
        ...


class Playback(Protocol):
    """A device that plays what it is given; its methods may block."""

    def write(self, pcm: bytes) -> None:
        """Play 16 kHz mono signed 16-bit samples behind those before; returns once there is room for more.

        Raises AudioError.
        """
        ...

    def drain(self) -> None:
        """Wait until all is played. Raises AudioError."""
        ...

    def close(self) -> None:
        """Let go of the device at once, whatever has not been played yet."""
        ...


class Player(Protocol):
    """Plays a sound on a device that plays, to try it out; nothing is ever played during a real call."""

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play 16 kHz mono signed 16-bit samples to their end. Raises AudioError."""
        ...


class SoundOutput(Protocol):
    """Opens devices that play, to practise with."""

    def open(self, device_id: str | None) -> Playback:
        """Have a device ready to play, the computer's default one for None. Raises AudioError."""
        ...


Wait = Callable[[float], object]
"""Returns after so many seconds, or earlier."""


class AudioSource(Protocol):
    """Where a call's audio comes from; chunks of all channels interleaved in time order."""

    @property
    def name(self) -> str:
        """What the call document names as its source."""
        ...

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Which channels the chunks belong to."""
        ...

    def chunks(self, wait: Wait | None = None, /) -> Iterator[AudioChunk | SourceEvent]:
        """Yield chunks until the call ends, and between them what happened to the devices. Raises AudioError.

        Where the next one is not due yet the source waits by `wait`, in which whoever asks may do something else.
        """
        ...


class SpeechDetector(Protocol):
    """Voice activity of one channel; carries its state from frame to frame."""

    def probability(self, pcm: bytes) -> float:
        """Probability of speech in the next 512 samples."""
        ...


class MusicDetector(Protocol):
    """Tells music from speech on one channel; carries its state from frame to frame."""

    def hear(self, pcm: bytes, speech: float) -> bool:
        """Whether music plays, after the next 512 samples with this probability of speech."""
        ...


class Transcriber(Protocol):
    """A speech engine; safe to call from several threads."""

    @property
    def name(self) -> str:
        """Model name for the call document."""
        ...

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio. Raises EngineError."""
        ...


class BatchTranscriber(Protocol):
    """A speech engine that is given all of a recording at once."""

    @property
    def name(self) -> str:
        """Model name for the call document."""
        ...

    def transcribe_all(self, requests: Sequence[TranscribeRequest]) -> list[Transcript]:
        """Write down finals, those of each channel in order, one answer for each. Raises EngineError."""
        ...


class MoveReader(Protocol):
    """Reads what an agent did."""

    def read(self, sentence: str) -> frozenset[Move]:
        """The moves that one sentence makes."""
        ...


class DangerReader(Protocol):
    """Hears danger and loss in a caller's words."""

    def read(self, text: str) -> "Danger | None":
        """The kind that one caller utterance tells of, None for none."""
        ...


class Scorer(Protocol):
    """Judges how angry a text is; deterministic."""

    @property
    def name(self) -> str:
        """Scorer name for the call document."""
        ...

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        ...


class Disks(Protocol):
    """The disks of the computer."""

    def disk_of(self, folder: str) -> "Disk | None":
        """The disk that a folder is on, or will be; None where the system does not tell."""
        ...


class CallStore(Protocol):
    """Where ended calls are kept."""

    def save(self, document: "CallDocument") -> None:
        """Keep a call; the same id again replaces it. Raises StoreError, HeldError where it is on legal hold."""
        ...

    def amend(self, document: "CallDocument") -> None:
        """Keep a later word on a call that is still there, without words that it has lost since.

        Raises StoreError, HeldError where it is on legal hold.
        """
        ...

    def rows(self) -> "list[CallRow]":
        """All calls, newest first. Raises StoreError."""
        ...

    def find(self, wanted: "CallFilter", order: "CallOrder", offset: int = 0, limit: int | None = 50) -> "CallPage":
        """A page of the calls that are looked for, with no limit all of them, and how many there are.

        Raises StoreError.
        """
        ...

    def read_ahead(self) -> None:
        """Make the first search as fast as the next ones, which may take seconds. Raises StoreError."""
        ...

    def sample(self, wanted: "CallFilter", per_agent: int, seed: int) -> "list[CallRow]":
        """Up to so many calls of each agent, chosen at random of those that are looked for. Raises StoreError."""
        ...

    def agents(self) -> list[str]:
        """Everybody who has calls here, in order of their names. Raises StoreError."""
        ...

    def filters(self) -> "tuple[SavedFilter, ...]":
        """Filters that were given a name, in order of their names. Raises StoreError."""
        ...

    def keep_filters(self, saved: "Sequence[SavedFilter]") -> None:
        """Put these in the place of those that `filters` gives; what it cannot read stays. Raises StoreError."""
        ...

    def review(self, call_id: str, *, is_reviewed: bool | None = None, is_flagged: bool | None = None) -> None:
        """Note that a call was reviewed or wants another look; None leaves it. Raises StoreError."""
        ...

    def load(self, call_id: str) -> "CallDocument":
        """One call. Raises StoreError when it is not there."""
        ...

    def delete(self, *call_ids: str) -> frozenset[str]:
        """Forget calls for good; one that is not there is forgotten already.

        Of those that it gives something may be left, since the store is damaged there.

        Raises StoreError, HeldError where one is on legal hold: then all are left.
        """
        ...

    def in_copies(self) -> set[str]:
        """Ids of the calls that lie in copies from before a repair. Raises StoreError."""
        ...

    def hold(self, call_id: str, *, wanted: bool) -> None:
        """Put a call on legal hold or release it. Raises StoreError, also where it is not there."""
        ...

    def purge(self, now: datetime, days: "Days", *, may_go_on: Callable[[], bool] = lambda: True) -> "Due":
        """Take away what is older than it is kept, and say what that was; early where it may not go on.

        Raises StoreError.
        """
        ...

    def kept(self) -> "list[StoredCall]":
        """How old and how large each call is, and how much of it is there. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


class KeyRing(Protocol):
    """A place of the system for secrets, each under a name; what goes wrong is a StoreKeyError."""

    def get(self, name: str) -> str | None:
        """A secret, None where there is none of this name. Raises StoreKeyError."""
        ...

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreKeyError."""
        ...

    def remove(self, name: str) -> None:
        """Forget a secret. Raises StoreKeyError."""
        ...


class TeamStore(Protocol):
    """Where a team's lexicon and the proposals for it are kept."""

    def lexicon(self) -> "TeamLexicon":
        """The newest version. Raises StoreError."""
        ...

    def proposals(self) -> "list[Proposal]":
        """What is not decided yet, the oldest first. Raises StoreError."""
        ...

    def propose(self, phrase: "TeamPhrase", call_id: str | None = None, at_s: float | None = None) -> "Proposal":
        """Keep a proposal; one that is already there is given back. Raises StoreError."""
        ...

    def accept(self, number: int) -> "TeamLexicon":
        """Take a proposal into the next version. Raises InputError where there is none of this number, StoreError."""
        ...

    def refuse(self, number: int) -> None:
        """Drop a proposal, a damaged one too. Raises InputError where there is none of this number, StoreError."""
        ...

    def remove(self, phrase: str) -> "TeamLexicon":
        """Take a phrase out; the next version is without it. Raises InputError where it is not there, StoreError."""
        ...

    def replace(self, lexicon: "TeamLexicon") -> "TeamLexicon":
        """Take over another desk's version as it is. Raises InputError where this desk's is as new, StoreError."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

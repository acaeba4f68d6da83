"""What the core asks of the outside world: one protocol per role, and the values that cross it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.core.events import Channel

if TYPE_CHECKING:
    from app.core.document import CallDocument
    from app.core.playbook import Playbook

SAMPLE_RATE_HZ = 16_000
SAMPLE_BYTES = 2
FRAME_SAMPLES = 512
FRAME_BYTES = FRAME_SAMPLES * SAMPLE_BYTES
FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioChunk:
    """16 kHz mono signed 16-bit little-endian samples of one channel, any length, in order without gaps."""

    channel: Channel
    pcm: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """512 samples (32 ms) of one channel with the probability (0..1) that they carry speech."""

    channel: Channel
    index: int
    pcm: bytes
    speech: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeRequest:
    """Write down `audio`; `context` holds earlier speech of the same channel whose words are not wanted again."""

    channel: Channel
    number: int
    start_s: float
    end_s: float
    context: bytes
    audio: bytes
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was said; `confidence` is the mean word probability in 0..1, 0 for an empty text."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRequest:
    """Judge one masked caller utterance."""

    number: int
    start_s: float
    end_s: float
    text: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """How angry one utterance is (0..1), the phrases that say so (at most three) and the signals they stand for."""

    value: float
    words: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One line of the supervisor's list of calls."""

    call_id: str
    started_at: str
    source: str
    agent: str | None
    duration_s: float
    peak_level: float | None
    end_level: float | None
    escalations: int


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

    def chunks(self) -> Iterator[AudioChunk]:
        """Yield chunks until the call ends. Raises AudioError."""
        ...


class SpeechDetector(Protocol):
    """Voice activity of one channel; carries its state from frame to frame."""

    def probability(self, pcm: bytes) -> float:
        """Probability of speech in the next 512 samples."""
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


class Scorer(Protocol):
    """Judges how angry a text is; deterministic."""

    @property
    def name(self) -> str:
        """Scorer name for the call document."""
        ...

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        ...


class PlaybookShelf(Protocol):
    """Where playbooks are kept."""

    def load(self, name: str) -> "Playbook":
        """Return the playbook of this name or path. Raises PlaybookError."""
        ...


class CallStore(Protocol):
    """Where ended calls are kept."""

    def save(self, document: "CallDocument") -> None:
        """Keep a call; saving the same id again replaces it. Raises StoreError."""
        ...

    def rows(self) -> list[CallRow]:
        """All calls, newest first. Raises StoreError."""
        ...

    def load(self, call_id: str) -> "CallDocument":
        """One call. Raises StoreError when it is not there."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

"""What turns sound into words, and tells voices and music from the rest."""

from collections.abc import Callable, Iterable
from pathlib import Path

from app.core.ports import BatchTranscriber, MusicDetector, SpeechDetector, Transcriber
from app.settings import Settings


def load_transcriber(settings: Settings) -> Transcriber:
    """The speech engine with its model loaded. Raises ModelError."""
    from app.adapters.models import find_model
    from app.adapters.whisper.transcriber import WhisperTranscriber

    location = find_model(settings.model, settings.model_folder)
    return WhisperTranscriber(Path(settings.model).name, location)


def load_batch_transcriber(settings: Settings) -> BatchTranscriber:
    """The speech engine for whole recordings, with its model loaded. Raises ModelError."""
    from app.adapters.models import find_model
    from app.adapters.whisper.packed import PackedTranscriber

    return PackedTranscriber(Path(settings.model).name, find_model(settings.model, settings.model_folder))


def detectors_ahead(sides: Iterable[bytes]) -> Callable[[], SpeechDetector]:
    """A maker of detectors for channels that are known to their end, in this order. Raises ModelError."""
    from app.adapters.silero_ahead import SileroAhead

    waiting = iter(sides)
    return lambda: SileroAhead(next(waiting))


def music_ahead(side: bytes) -> Callable[[], MusicDetector]:
    """A maker of the detector for a caller's channel that is known to its end."""
    from app.adapters.music import MusicAhead

    return lambda: MusicAhead(side)


def speech_detectors() -> Callable[[], SpeechDetector]:
    """A maker of detectors, one for each channel. Raises ModelError when called."""
    from app.adapters.silero import SileroDetector

    return SileroDetector


def music_detectors() -> Callable[[], MusicDetector]:
    """A maker of detectors for the caller's channel."""
    from app.adapters.music import TonalMusicDetector

    return TonalMusicDetector

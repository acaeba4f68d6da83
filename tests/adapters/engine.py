"""The real speech engine, loaded once for all tests."""

from functools import cache
from pathlib import Path

from app.adapters.models import EMBEDDED, find_model
from app.adapters.recording import Recording, open_stereo
from app.adapters.whisper.transcriber import WhisperTranscriber
from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ
from tests.adapters.recordings import EXCERPT


@cache
def engine() -> WhisperTranscriber:
    """The embedded model."""
    return WhisperTranscriber(EMBEDDED, find_model(EMBEDDED, Path("nowhere")))


@cache
def _whole(chunk_s: float) -> Recording:
    return open_stereo(EXCERPT, agent="left", caller="right", chunk_s=chunk_s)


def piece(begin_s: float, end_s: float, chunk_s: float = 0.1) -> Recording:
    """A piece of the excerpt as a call of its own."""
    per_s = SAMPLE_RATE_HZ * SAMPLE_BYTES
    begin, end = round(begin_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES, round(end_s * per_s)
    sides = {channel: pcm[begin:end] for channel, pcm in _whole(chunk_s).sides.items()}
    return Recording(name="excerpt.flac", sides=sides, chunk_s=chunk_s)


def pcm(channel: Channel, begin_s: float, end_s: float) -> bytes:
    """16 kHz samples of one side of the excerpt."""
    return piece(begin_s, end_s).sides[channel]

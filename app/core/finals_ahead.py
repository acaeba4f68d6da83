"""Which finals a recording will ask for, told before any of its words are known."""

from collections import deque
from collections.abc import Iterable, Iterator

from app.core.events import Channel
from app.core.hearing import Hearing
from app.core.ports import Frame, TranscribeRequest, Transcript
from app.core.utterances import Segmentation

_UNKNOWN = Transcript(text="", confidence=0.0)


def finals_of(channels: tuple[Channel, ...], frames: Iterable[Frame]) -> list[TranscribeRequest]:
    """The requests of a call in order of each channel, without context.

    Where an utterance begins and ends depends on the sound alone, so a call that is heard again asks for the same.
    """
    hearing = Hearing(channels, Segmentation(), wait_for_words=True, partials=False)
    found: list[TranscribeRequest] = []
    for frame in frames:
        found += _all_of(hearing, hearing.hear(frame))
    return [*found, *_all_of(hearing, hearing.finish())]


def _all_of(hearing: Hearing, requests: Iterable[TranscribeRequest]) -> Iterator[TranscribeRequest]:
    """Requests with those that wait for their words."""
    waiting = deque(requests)
    while waiting:
        request = waiting.popleft()
        yield request
        waiting.extend(hearing.written(request, _UNKNOWN))
    deque(hearing.release(), maxlen=0)

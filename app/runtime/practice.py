"""Practice calls as sources: a lesson that is listened to, and one that is answered aloud."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing

from app.core.events import Channel, Health, HealthCode
from app.core.message import Message, sentences
from app.core.ports import (
    FRAME_BYTES,
    FRAME_S,
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioSource,
    SourceEvent,
    SpeechDetector,
    Wait,
)
from app.core.practice import TurnTaking
from app.core.watches import SPEAKS_FROM
from app.runtime.lines import LiveLines
from app.runtime.speaker import Speaker


class AloudCall:
    """A recorded call whose sound is played while it is heard; its pace is that of whoever asks for chunks."""

    def __init__(self, recording: AudioSource, both: bytes, speaker: Speaker) -> None:
        self._recording = recording
        self._both = both
        self._speaker = speaker

    @property
    def name(self) -> str:
        """Name of the recording."""
        return self._recording.name

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the recording."""
        return self._recording.channels

    def chunks(self, wait: Wait | None = None) -> Iterator[AudioChunk | SourceEvent]:
        """The recording's; falls silent with the last one that is asked for."""
        with closing(self._speaker):
            self._speaker.say(self._both)
            for chunk in self._recording.chunks(wait):
                yield from _told(self._speaker)
                yield chunk


class AnsweredCall:
    """A lesson whose agent is a person: the caller's next turn begins when they have answered, or say nothing.

    `microphone` are lines whose caller's side is silent; the caller's turns go straight onto it, and are played aloud
    beside that where there is a `speaker`.
    """

    def __init__(
        self,
        name: str,
        turns: Sequence[bytes],
        microphone: LiveLines,
        detector: SpeechDetector,
        speaker: Speaker | None,
    ) -> None:
        self.name = name
        self.channels = (Channel.AGENT, Channel.CALLER)
        self._turns = turns
        self._microphone = microphone
        self._detector = detector
        self._speaker = speaker
        self._taking = TurnTaking([len(pcm) / (SAMPLE_RATE_HZ * SAMPLE_BYTES) for pcm in turns])
        self._rest = b""
        self._saying = b""

    def chunks(self, wait: Wait | None = None) -> Generator[AudioChunk | SourceEvent, None, None]:
        """Both sides until the caller's last turn is answered, and what happens to the microphone."""
        try:
            with closing(self._microphone.chunks(wait)) as chunks:
                for chunk in chunks:
                    yield from _told(self._speaker)
                    yield self._with_caller(chunk) if isinstance(chunk, AudioChunk) else chunk
                    if self._taking.is_over and _ends_a_step(chunk):
                        return
        finally:
            if self._speaker is not None:
                self._speaker.close()

    def _with_caller(self, chunk: AudioChunk) -> AudioChunk:
        """The agent's chunk as it is, the caller's silent one with what the caller says meanwhile."""
        if chunk.channel is Channel.AGENT:
            self._listen(chunk.pcm)
            return chunk
        size = len(chunk.pcm)
        said, self._saying = self._saying[:size], self._saying[size:]
        return AudioChunk(channel=Channel.CALLER, pcm=said.ljust(size, b"\0"))

    def _listen(self, pcm: bytes) -> None:
        self._rest += pcm
        while len(self._rest) >= FRAME_BYTES:
            frame, self._rest = self._rest[:FRAME_BYTES], self._rest[FRAME_BYTES:]
            speaks = self._detector.probability(frame) >= SPEAKS_FROM
            begun = self._taking.hear(FRAME_S, speaks=speaks)
            if begun is not None:
                self._say(self._turns[begun])

    def _say(self, pcm: bytes) -> None:
        self._saying += pcm
        if self._speaker is not None:
            self._speaker.say(pcm)


def _ends_a_step(chunk: AudioChunk | SourceEvent) -> bool:
    """Whether both channels have come equally far."""
    return isinstance(chunk, AudioChunk) and chunk.channel is Channel.CALLER


def _told(speaker: Speaker | None) -> Iterator[Health]:
    """That nothing can be played, where it is so."""
    trouble = speaker.trouble() if speaker is not None else None
    if trouble is not None:
        advice = sentences(Message("You cannot hear this call."), trouble.line())
        yield Health(code=HealthCode.DEVICE_LOST, advice=advice, lag_s=0.0, at_s=0.0)

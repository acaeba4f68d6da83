"""Calls whose words are known: each voice is a constant sample value that a transcriber can look up."""

import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from app.compose import load_judges, open_playbooks, read_vocabulary
from app.core.assistant import CallAssistant
from app.core.errors import EngineError
from app.core.events import Channel
from app.core.playbook import Playbook
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, TranscribeRequest, Transcript, Wait
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.runtime.live import LiveRunner

BOTH = (Channel.AGENT, Channel.CALLER)
CONFIDENCE = 0.9


@dataclass(frozen=True)
class Voice:
    """Somebody says `text` from `start_s` to `end_s`."""

    channel: Channel
    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True)
class ScriptedCall:
    """An audio source made of voices, and silence between them."""

    voices: Sequence[Voice]
    duration_s: float
    chunk_s: float = 0.1
    name: str = "scripted"
    channels: tuple[Channel, ...] = BOTH

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
        """Chunks of all channels in time order."""
        sides = {channel: self._pcm(channel) for channel in self.channels}
        step = round(self.chunk_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        for start in range(0, _bytes(self.duration_s), step):
            for channel, pcm in sides.items():
                yield AudioChunk(channel=channel, pcm=pcm[start : start + step])

    def _pcm(self, channel: Channel) -> bytes:
        pcm = bytearray(_bytes(self.duration_s))
        for value, voice in enumerate(self.voices, start=1):
            if voice.channel is channel:
                start, end = _bytes(voice.start_s), _bytes(voice.end_s)
                pcm[start:end] = value.to_bytes(SAMPLE_BYTES, "little") * ((end - start) // SAMPLE_BYTES)
        return bytes(pcm)


def _bytes(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ) * SAMPLE_BYTES


class LoudnessDetector:
    """Any sound is speech."""

    def probability(self, pcm: bytes) -> float:
        """Probability of speech in the next 512 samples."""
        return 0.99 if any(pcm) else 0.01


@dataclass
class ScriptedTranscriber:
    """Writes down the voices in the audio; of an open utterance as many words as have been said."""

    voices: Sequence[Voice]
    name: str = "script"
    answered: list[TranscribeRequest] = field(default_factory=list)

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio."""
        samples = array("h", request.audio)
        heard = [value for value in dict.fromkeys(samples) if value]
        text = " ".join(self._said(value, samples.count(value), final=request.final) for value in heard)
        self.answered.append(request)
        return Transcript(text=text, confidence=CONFIDENCE if text else 0.0)

    def _said(self, value: int, samples: int, *, final: bool) -> str:
        voice = self.voices[value - 1]
        words = voice.text.split()
        share = samples / SAMPLE_RATE_HZ / (voice.end_s - voice.start_s)
        return " ".join(words if final else words[: round(share * len(words))])


@dataclass
class ScrambledTranscriber(ScriptedTranscriber):
    """Answers each pair of requests in reverse: the first waits until the second has been answered."""

    expected: int = 0
    _turn: threading.Condition = field(default_factory=threading.Condition)
    _asked: int = 0
    _done: set[int] = field(default_factory=set)

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio, late."""
        with self._turn:
            index = self._asked
            self._asked += 1
            has_second = index % 2 == 0 and index + 1 < self.expected
            while has_second and index + 1 not in self._done:
                self._turn.wait()
            transcript = super().transcribe(request)
            self._done.add(index)
            self._turn.notify_all()
        return transcript


@dataclass
class FailingTranscriber(ScriptedTranscriber):
    """Fails on the requests that `fails` picks."""

    fails: Callable[[TranscribeRequest], bool] = lambda _: True

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio. Raises EngineError."""
        if self.fails(request):
            raise EngineError("The speech engine failed.", "Restart Calmline.")
        return super().transcribe(request)


@cache
def _general() -> Playbook:
    return open_playbooks().load("general")


def assistant(*, live: bool, channels: tuple[Channel, ...] = BOTH) -> CallAssistant:
    """The core with the bundled playbook and words."""
    return CallAssistant(channels, _general(), read_vocabulary(), live=live)


def ears(channels: tuple[Channel, ...] = BOTH) -> Ears:
    """Ears that take any sound for speech."""
    return Ears(channels, LoudnessDetector)


def inline(transcriber: ScriptedTranscriber, *, workers: int = 1) -> InlineRunner:
    """A runner as fast as it goes."""
    return InlineRunner(assistant(live=False), ears(), transcriber, load_judges(), workers=workers)


def live(transcriber: ScriptedTranscriber) -> LiveRunner:
    """A runner in real time."""
    return LiveRunner(assistant(live=True), ears(), transcriber, load_judges())


_LINES = (
    (Channel.CALLER, "This is the third time I am calling about my refund."),
    (Channel.AGENT, "Well, our policy is that refunds take ten business days."),
    (Channel.CALLER, "Are you even listening to me? This is ridiculous."),
    (Channel.AGENT, "You would have to speak to another department about that."),
    (Channel.CALLER, "I want to speak to your manager right now."),
    (Channel.AGENT, "I am sorry, you were promised a date. What card was it?"),
    (Channel.CALLER, "It is 4111 1111 1111 1111, as I already told you."),
    (Channel.AGENT, "I will send it today, and I will call you by five."),
    (Channel.CALLER, "Okay. Thank you, that is a relief."),
    (Channel.AGENT, "Mm-hm."),
)


def long_call(turns: int = 60, chunk_s: float = 0.1) -> ScriptedCall:
    """Turns that answer one another, some cutting in, most with a pause between."""
    voices, now_s = [], 1.0
    for turn in range(turns):
        channel, text = _LINES[turn % len(_LINES)]
        length_s = 0.4 * len(text.split()) + 0.013 * turn
        voices.append(Voice(channel, now_s, now_s + length_s, text))
        now_s += length_s + (-0.9 if turn % 7 == 3 else 0.8 + 0.3 * (turn % 4))
    return ScriptedCall(voices, now_s + 3, chunk_s)

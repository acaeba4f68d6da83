"""Voice activity of one channel cut into utterances, counted in audio frames and never by a clock."""

from collections import deque
from dataclasses import dataclass, field

from app.core.ports import FRAME_S, Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """When speech starts and ends; seconds of audio and probabilities in 0..1.

    The thresholds lie below Silero's own pair (0.5 and 0.35), which misses whole words of telephone speech; between the
    utterances of synthetic calls hardly a frame reaches even 0.1. Pre-roll keeps the first consonants, whose loss is
    the most frequent complaint about live recognisers.
    """

    start_threshold: float = 0.3
    end_threshold: float = 0.15
    min_speech_s: float = 0.096
    end_silence_s: float = 0.704
    pre_roll_s: float = 0.48
    long_turn_s: float = 12.0
    long_turn_pause_s: float = 0.16
    longest_s: float = 20.0

    @property
    def settle_s(self) -> float:
        """How long after a moment the end of speech at that moment is known."""
        return self.frames(self.end_silence_s) * FRAME_S + FRAME_S

    def frames(self, seconds: float) -> int:
        """Seconds as whole frames, at least one."""
        return max(1, round(seconds / FRAME_S))


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One closed stretch of speech: `start_s`..`end_s` is voice, `pcm` also holds pre-roll and trailing silence."""

    number: int
    start_s: float
    end_s: float
    pcm: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechOpened:
    """Speech began at `at_s`."""

    number: int
    at_s: float


@dataclass(slots=True)
class _Open:
    number: int
    first_frame: int
    last_speech: int
    frames: list[bytes] = field(default_factory=list)
    quiet: int = 0


class Segmenter:
    """Cuts one channel into numbered utterances; feed it every frame in order."""

    def __init__(self, segmentation: Segmentation) -> None:
        self._cut = segmentation
        self._recent: deque[Frame] = deque(maxlen=segmentation.frames(segmentation.pre_roll_s))
        self._voiced_run = 0
        self._was_cut = False
        self._count = 0
        self._open: _Open | None = None

    @property
    def open_since_s(self) -> float | None:
        """Start of the utterance being spoken, None in silence."""
        return None if self._open is None else self._open.first_frame * FRAME_S

    def snapshot(self) -> Utterance | None:
        """The open utterance as heard so far, for a partial hypothesis."""
        return None if self._open is None else _closed(self._open, self._open.last_speech + 1)

    def hear(self, frame: Frame) -> list[SpeechOpened | Utterance]:
        """Take the next frame; report speech that began and utterances that ended with it."""
        if self._open is None:
            return self._wait(frame)
        return self._continue(self._open, frame)

    def finish(self) -> list[SpeechOpened | Utterance]:
        """Close what is still open because the audio has ended."""
        if self._open is None:
            return []
        return [self._close(self._open)]

    def _wait(self, frame: Frame) -> list[SpeechOpened | Utterance]:
        if self._was_cut:
            return self._go_on(frame)
        self._recent.append(frame)
        self._voiced_run = self._voiced_run + 1 if frame.speech >= self._cut.start_threshold else 0
        needed = self._cut.frames(self._cut.min_speech_s)
        if self._voiced_run < needed:
            return []
        first = frame.index - needed + 1
        return [self._begin(first, frame.index, [kept.pcm for kept in self._recent])]

    def _go_on(self, frame: Frame) -> list[SpeechOpened | Utterance]:
        """After a hard cut a voice that goes on opens the next utterance at once."""
        self._was_cut = False
        if frame.speech < self._cut.end_threshold:
            return self._wait(frame)
        return [self._begin(frame.index, frame.index, [frame.pcm])]

    def _begin(self, first: int, last: int, frames: list[bytes]) -> SpeechOpened:
        self._count += 1
        self._open = _Open(number=self._count, first_frame=first, last_speech=last, frames=frames)
        self._recent.clear()
        self._voiced_run = 0
        return SpeechOpened(number=self._count, at_s=first * FRAME_S)

    def _continue(self, opened: _Open, frame: Frame) -> list[SpeechOpened | Utterance]:
        opened.frames.append(frame.pcm)
        if frame.speech >= self._cut.end_threshold:
            opened.quiet = 0
            opened.last_speech = frame.index
        else:
            opened.quiet += 1
        if opened.quiet >= self._silence_needed(opened, frame):
            return [self._close(opened)]
        if self._length_s(opened, frame) >= self._cut.longest_s:
            self._was_cut = True
            return [self._close(opened)]
        return []

    def _silence_needed(self, opened: _Open, frame: Frame) -> int:
        is_long = self._length_s(opened, frame) >= self._cut.long_turn_s
        return self._cut.frames(self._cut.long_turn_pause_s if is_long else self._cut.end_silence_s)

    @staticmethod
    def _length_s(opened: _Open, frame: Frame) -> float:
        return (frame.index + 1 - opened.first_frame) * FRAME_S

    def _close(self, opened: _Open) -> Utterance:
        self._open = None
        return _closed(opened, opened.last_speech + 1)


def _closed(opened: _Open, end_frame: int) -> Utterance:
    return Utterance(
        number=opened.number,
        start_s=opened.first_frame * FRAME_S,
        end_s=max(end_frame, opened.first_frame + 1) * FRAME_S,
        pcm=b"".join(opened.frames),
    )

"""Writes down a whole recording: its utterances put together into windows, several windows at a time."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens
from threadpoolctl import threadpool_limits

from app.adapters.c_memory import keep_all_blocks
from app.adapters.whisper.invented import NOTHING_DBFS, is_invented, loudest_dbfs
from app.adapters.whisper.repeats import is_monotonous
from app.adapters.whisper.transcriber import FINAL_SILENCE_S, Samples, samples_of, segments_of, transcript_of
from app.core.errors import EngineError, ModelError
from app.core.packing import TimedWord, Window, windows_of
from app.core.ports import SAMPLE_RATE_HZ, TranscribeRequest, Transcript

_LONGEST_S = 20.0
_TAIL_S = 4.0
_WHOLE_S = 30
_AT_ONCE = 8
_BEAMS = 5
_UNLIKELY = -1.0
_HEARD_S = 1.0
"""A voice as long as that has words: where a window leaves them out, it is asked for once more by itself."""
_HEARD_DBFS = -50.0
_FIRST_WORD_WITHIN = 50  # timestamps of 0.02 s
_FRAMES_PER_S = 100

_Key = int
_SILENT = Transcript(text="", confidence=0.0)


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written of a window; `is_doubtful` where the decoder turned round or did not understand."""

    window: Window
    words: tuple[TimedWord, ...]
    is_doubtful: bool


class PackedTranscriber:
    """One loaded model, for one thread.

    A window holds the utterances of a channel one behind the other, as they were said, which gives the decoder the
    words before. Which word belongs to which utterance is told by the times at which it attended to the sound.
    """

    def __init__(self, name: str, location: Path) -> None:
        self.name = name
        keep_all_blocks()
        threadpool_limits(limits=1, user_api="blas")
        try:
            self._model = WhisperModel(str(location), device="cpu", compute_type="int8", cpu_threads=1, num_workers=1)
            is_multilingual = self._model.model.is_multilingual
            self._tokenizer = Tokenizer(self._model.hf_tokenizer, is_multilingual, task="transcribe", language="en")
        except Exception as error:  # the loaders raise no common base class
            raise ModelError(
                "The speech model {name!r} cannot be loaded.", "Check its folder, or the network.", name=name
            ) from error
        self._never = list(get_suppressed_tokens(self._tokenizer, [-1]) or ())

    def transcribe_all(self, requests: Sequence[TranscribeRequest]) -> list[Transcript]:
        """Write down finals, those of each channel in order. Raises EngineError."""
        try:
            found = self._all(requests)
        except Exception as error:  # the engine raises no common base class
            raise EngineError("The speech engine failed.", "Try the recording again.") from error
        return [found[place] for place in map(id, requests)]

    def _all(self, requests: Sequence[TranscribeRequest]) -> Mapping[_Key, Transcript]:
        levels = {id(request): loudest_dbfs(samples_of(request.audio)) for request in requests}
        heard = [request for request in requests if levels[id(request)] >= NOTHING_DBFS]
        found = {id(request): _SILENT for request in requests}
        again: list[TranscribeRequest] = []
        for written in self._written(windows_of(heard, _LONGEST_S)):
            for request, words in zip(written.window.requests, written.window.parted(written.words), strict=True):
                level_dbfs = levels[id(request)]
                found[id(request)] = _transcript(words, level_dbfs)
                if written.is_doubtful or (not words and _has_words(request, level_dbfs)):
                    again.append(request)
        for written in self._written([Window((request,)) for request in again]):
            [request] = written.window.requests
            found[id(request)] = _SILENT if written.is_doubtful else _transcript(written.words, levels[id(request)])
        return found

    def _written(self, windows: Sequence[Window]) -> Iterator[_Written]:
        """The longest first, so that those which are decoded together are about as long."""
        in_turn = sorted(windows, key=lambda window: -window.duration_s)
        for first in range(0, len(in_turn), _AT_ONCE):
            yield from self._decoded(in_turn[first : first + _AT_ONCE])

    def _decoded(self, windows: Sequence[Window]) -> Iterator[_Written]:
        whole_s = min(_WHOLE_S, math.ceil(windows[0].duration_s + _TAIL_S))
        sound = self._heard(windows, whole_s)
        results = self._model.model.generate(
            sound,
            [list(self._tokenizer.sot_sequence)] * len(windows),
            beam_size=_BEAMS,
            suppress_tokens=self._never,
            max_initial_timestamp_index=_FIRST_WORD_WITHIN,
            return_scores=True,
        )
        texts = [
            self._said(result.sequences_ids[0], window.duration_s)
            for window, result in zip(windows, results, strict=True)
        ]
        aligned = self._model.find_alignment(self._tokenizer, texts, sound, [whole_s * _FRAMES_PER_S] * len(windows))
        for window, result, words in zip(windows, results, aligned, strict=True):
            text = "".join(word["word"] for word in words)
            is_doubtful = result.scores[0] < _UNLIKELY or is_monotonous(text)
            yield _Written(window, _with_punctuation(map(_timed, words)), is_doubtful)

    def _said(self, tokens: Sequence[int], duration_s: float) -> list[int]:
        """The text without what the decoder says again behind the end of the sound, for want of silence there."""
        segments = segments_of(tokens, self._tokenizer.timestamp_begin, duration_s - FINAL_SILENCE_S)
        return [token for segment in segments for token in segment if token < self._tokenizer.eot]

    def _heard(self, windows: Sequence[Window], whole_s: int) -> Any:
        voices = [samples_of(window.pcm) for window in windows]
        spectra = [self._model.feature_extractor(_padded(voice, whole_s), padding=0) for voice in voices]
        return self._model.encode(np.stack(spectra))


def _padded(voice: Samples, whole_s: int) -> Samples:
    whole = np.zeros(whole_s * SAMPLE_RATE_HZ, dtype=np.float32)
    whole[: len(voice)] = voice[: len(whole)]
    return whole


def _timed(word: Mapping[str, object]) -> TimedWord:
    start_s, end_s, probability = (float(str(word[name])) for name in ("start", "end", "probability"))
    return TimedWord(text=str(word["word"]), start_s=start_s, end_s=end_s, probability=probability)


def _with_punctuation(words: Iterable[TimedWord]) -> tuple[TimedWord, ...]:
    """What has neither letter nor digit belongs to the word before it."""
    joined: list[TimedWord] = []
    for word in words:
        if joined and not any(map(str.isalnum, word.text)):
            joined[-1] = replace(joined[-1], text=joined[-1].text + word.text)
        else:
            joined.append(word)
    return tuple(joined)


def _has_words(request: TranscribeRequest, level_dbfs: float) -> bool:
    return request.end_s - request.start_s >= _HEARD_S and level_dbfs >= _HEARD_DBFS


def _transcript(words: Sequence[TimedWord], level_dbfs: float) -> Transcript:
    text = "".join(word.text for word in words).strip()
    if not text or is_invented(text, level_dbfs):
        return _SILENT
    surely = math.exp(sum(math.log(max(word.probability, 1e-9)) for word in words) / len(words))
    return transcript_of(text, surely)

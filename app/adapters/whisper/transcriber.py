"""Writes down what is said: finals with earlier speech in front, partials from a short window."""

import math
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

import numpy as np
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from app.adapters.c_memory import give_back, keep_some_blocks
from app.adapters.whisper.invented import NOTHING_DBFS, is_invented, loudest_dbfs
from app.adapters.whisper.repeats import is_monotonous, without_echo, without_loop
from app.adapters.whisper.search import Found, Rules, Search, find_text, text_likelihood
from app.adapters.whisper.speech_model import Heard, SpeechModel
from app.core.errors import EngineError, ModelError
from app.core.hypotheses import keeping
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Spoken, TranscribeRequest, Transcript

_BEAMS = 5
_PARTIAL_BEAMS = 2
_PARTIAL_THREADS = 2
"""The encoder of a window of 8 s takes 61 ms in place of 109, for a tenth more of the processor's time."""
_SURE = 0.8
_PARTIAL_SURE = 0.9
"""How probable a token of the draft must be to be taken. Of a bad telephone call, with 0.5 the final corrected 8.1 % of
the stable words, with 0.9 7.4 %, and without drafts 5.5 % of fewer stable words, which came later."""
_NO_SPEECH = 0.6
_UNLIKELY = -1.0
_LONGEST_S = 30.0
_MULTILINGUAL = 51865  # words that a model of more languages than English knows
_LONGEST_TEXT = 224  # tokens, as Whisper was trained
_STEP_S = 0.02  # between two timestamps
_TOLERANCE = 1.0
"""Words on the screen stay where they are no more than e times less likely. On six calls that were 29 places, of which
the words on the screen were nearer the truth in 7 and further from it in 11; beyond, in 9 and 60."""
_FIRST_WORD_WITHIN_S = 1.0
FINAL_SILENCE_S = 0.45  # behind the voice of a closed utterance
_OPEN_SILENCE_S = 0.5  # an open utterance ends in less
_TURNED_ROUND = 0.5  # how far a partial is believed that had to be stopped: its words are doubtful
_TOKENS_PER_S = 7.0
_TOKENS_BEFORE_SPEECH = 8.0  # timestamps, and a word that is cut
_SPACED_DIGITS = re.compile(r"\b\d(?:[ ,-]{1,2}\d\b){2,}")
_SILENT = Transcript(text="", confidence=0.0)

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """What the encoder is given: `sound_s` of earlier speech at the most, the voice, and silence behind it.

    Silence is `tail_s`, and as much as makes `least_s` in all. Whisper was trained on 30 s, and the encoder costs four
    times less on 15. With little silence behind the voice the decoder says the phrase again, and mishears more on a
    telephone: word error of finals on three calls was 7.1 % with 2 s behind and 8 s in all, 5.4 % with 3 and 16, 4.8 %
    with 6 and 18, and 4.9 % with 30 s.

    Of speech earlier still the words are given alone. With 7 s as sound instead of 10 finals took a sixth less time and
    corrected a third fewer of the stable words; word error on three calls was 2.5 % (with 10 s 2.2 %, with 5 s 2.9 %).
    """

    sound_s: float
    tail_s: float
    least_s: float

    def parted(self, context: Sequence[Spoken]) -> tuple[Sequence[Spoken], Sequence[Spoken]]:
        """What of the context is given as words alone, and what as sound."""
        room = round(self.sound_s * SAMPLE_RATE_HZ * SAMPLE_BYTES)
        first = len(context)
        while first and len(context[first - 1].pcm) <= room:
            first -= 1
            room -= len(context[first].pcm)
        return context[:first], context[first:]

    def padded(self, voice: Samples) -> Samples:
        """The voice with silence behind it, in whole seconds, 30 at the most.

        For every other length the engine keeps what it prepared for it, and would grow by 0.2 MB with nearly each.
        """
        seconds = len(voice) / SAMPLE_RATE_HZ
        whole_s = min(_LONGEST_S, max(self.least_s, math.ceil(seconds + self.tail_s)))
        whole = np.zeros(round(whole_s * SAMPLE_RATE_HZ), dtype=np.float32)
        whole[: len(voice)] = voice[: len(whole)]
        return whole


_FINAL = _Window(sound_s=7.0, tail_s=6.0, least_s=18.0)
_PARTIAL = _Window(sound_s=0.0, tail_s=3.0, least_s=8.0)
_EARLIER_WORDS = 20
_EARLIER_TOKENS = 60  # of words that are long, or numbers
_WORD_TOKENS_PER_S = 10.0  # of earlier speech; more is said by nobody, and would leave no place for the text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decoded:
    """The new text, and what it was found in.

    `heard` is a window of `sound_s` seconds with the voice, the `earlier` speech in front, which ends at `begin`, a
    timestamp.
    """

    heard: Heard
    earlier: Sequence[Spoken]
    begin: int
    found: Found
    sound_s: float


class WhisperTranscriber:
    """One loaded model, safe to call from several threads; each call uses one processor thread, a partial's sound two.

    A final is decoded with the channel's earlier utterances in front, and begins behind their words, which are given:
    an utterance alone has half as many errors again. What lies further back, and all that was said before a partial, is
    given as words alone. What was written last of the same part is the draft: where a text has grown by a word, only
    the word is looked for.
    There is no temperature, since fallbacks sample at random and two replays must agree.
    """

    def __init__(self, name: str, location: Path) -> None:
        self.name = name
        keep_some_blocks()
        threadpool_limits(limits=1, user_api="blas")  # else a thread spins after each spectrum: a third of all the time
        try:
            self._load(location)
        except Exception as error:  # the loaders raise no common base class
            raise ModelError(
                "The speech model {name!r} cannot be loaded.", "Check its folder, or the network.", name=name
            ) from error
        give_back()

    def _load(self, location: Path) -> None:
        self._model = SpeechModel(location, hasty_threads=min(_PARTIAL_THREADS, os.cpu_count() or 1))
        self._spectrum = FeatureExtractor(feature_size=self._model.mels)
        words = tokenizers.Tokenizer.from_file(str(location / "tokenizer.json"))
        is_multilingual = self._model.vocabulary >= _MULTILINGUAL
        self._tokenizer = Tokenizer(words, is_multilingual, task="transcribe", language="en")
        self._timestamps: int = self._tokenizer.timestamp_begin
        self._start = list(self._tokenizer.sot_sequence)
        never = {*(get_suppressed_tokens(self._tokenizer, [-1]) or ()), self._tokenizer.no_timestamps}
        self._rules = Rules(
            start=self._tokenizer.sot,
            end_of_text=self._tokenizer.eot,
            no_speech=self._tokenizer.no_speech,
            timestamps=self._timestamps,
            suppressed=np.array(sorted(never)),
            first_within=round(_FIRST_WORD_WITHIN_S / _STEP_S),
        )

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio. Raises EngineError."""
        try:
            return self._final(request) if request.final else self._partial(request)
        except Exception as error:  # the engines raise no common base class
            raise EngineError("The speech engine failed.", "Restart Calmline.") from error

    def _final(self, request: TranscribeRequest) -> Transcript:
        level_dbfs = loudest_dbfs(samples_of(request.audio))
        if level_dbfs < NOTHING_DBFS:
            return _SILENT
        decoded = self._decoded(request, _FINAL, Search(beams=_BEAMS, most=_LONGEST_TEXT, sure=_SURE))
        if decoded.found.no_speech > _NO_SPEECH and decoded.found.mean < _UNLIKELY:
            return _SILENT
        text = self._text(self._segments(decoded, FINAL_SILENCE_S))
        if request.context and is_monotonous(text):  # earlier words that were misheard can lead it round and round
            return self._final(replace(request, context=(), draft=()))
        written = transcript_of(text, math.exp(decoded.found.mean))
        kept = keeping(request.promised, written.text, self._likelihood(decoded), _TOLERANCE)
        return _SILENT if is_invented(kept, level_dbfs) else replace(written, text=kept, tokens=self._draft(decoded))

    def _partial(self, request: TranscribeRequest) -> Transcript:
        most = _most_tokens(request.end_s - request.start_s)
        decoded = self._decoded(request, _PARTIAL, Search(beams=_PARTIAL_BEAMS, most=most, sure=_PARTIAL_SURE))
        said = self._segments(decoded, _OPEN_SILENCE_S)
        once = without_echo(said, self._is_number)
        if decoded.found.is_cut and once == self._segments(decoded, -math.inf):
            return _SILENT
        text = joined_digits(without_loop(self._text(once)))
        if not text:
            return _SILENT
        sure = _TURNED_ROUND if decoded.found.is_cut else 1.0
        return Transcript(text=text, confidence=sure * math.exp(decoded.found.mean), tokens=self._draft(decoded))

    def _decoded(self, request: TranscribeRequest, window: _Window, search: Search) -> _Decoded:
        """What was said behind the context."""
        far, near = window.parted(request.context)
        prompt, given = [*self._words_before(far), *self._start], self._given(near)
        voice = samples_of(b"".join([*(spoken.pcm for spoken in near), request.audio]))
        heard = self._heard(voice, window)
        begin = given[-1] if given else self._timestamps
        draft = self._moved(request.draft, begin - self._timestamps)
        most = max(0, min(search.most, self._model.places - len(prompt) - len(given)))
        found = find_text(
            self._model,
            heard,
            prompt,
            given,
            self._rules,
            replace(search, most=most),
            draft[1:] if given else draft,
        )
        return _Decoded(heard=heard, earlier=near, begin=begin, found=found, sound_s=len(voice) / SAMPLE_RATE_HZ)

    def _likelihood(self, decoded: _Decoded) -> Callable[[str], float]:
        """The log probability of a text behind the earlier words."""
        earlier = [token for token in self._given(decoded.earlier) if token < self._timestamps]
        before = [*self._start, self._tokenizer.no_timestamps, *earlier]

        def of(text: str) -> float:
            tokens = self._tokenizer.encode(f" {text}")[: self._model.places - len(before)]
            return text_likelihood(self._model, decoded.heard, before, tokens)

        return of

    def _heard(self, voice: Samples, window: _Window) -> Heard:
        spectrum = self._spectrum(window.padded(voice), padding=0)
        return self._model.hear(spectrum, hastily=window is _PARTIAL)

    def _segments(self, decoded: _Decoded, silence_s: float) -> list[list[int]]:
        return segments_of(decoded.found.tokens, self._timestamps, decoded.sound_s - silence_s)

    def _draft(self, decoded: _Decoded) -> tuple[int, ...]:
        """The tokens with timestamps that count from the beginning of the part, the first of them too."""
        tokens = [decoded.begin, *decoded.found.tokens] if decoded.earlier else decoded.found.tokens
        return tuple(self._moved(tokens, self._timestamps - decoded.begin))

    def _moved(self, tokens: Sequence[int], steps: int) -> list[int]:
        """The tokens with timestamps so many steps later, as far as they lie in a window."""
        moved = [token + steps if token >= self._timestamps else token for token in tokens]
        last = self._timestamp(_LONGEST_S)
        return list(takewhile(lambda token: token <= last, moved))

    def _given(self, context: Sequence[Spoken]) -> list[int]:
        """The words of the context between the timestamps at which each utterance began and ended."""
        tokens: list[int] = []
        begin_s = 0.0
        for spoken in context:
            end_s = begin_s + len(spoken.pcm) / (SAMPLE_RATE_HZ * SAMPLE_BYTES)
            most = round(_WORD_TOKENS_PER_S * (end_s - begin_s))
            words = self._tokenizer.encode(f" {spoken.text}")[:most]
            tokens += [self._timestamp(begin_s), *words, self._timestamp(end_s)]
            begin_s = end_s
        return [*tokens, self._timestamp(begin_s)] if tokens else []

    def _words_before(self, context: Sequence[Spoken]) -> list[int]:
        """The last words of the context, as what was said before the window."""
        words = " ".join(spoken.text for spoken in context).split()[-_EARLIER_WORDS:]
        tokens = self._tokenizer.encode(f" {' '.join(words)}")[-_EARLIER_TOKENS:] if words else []
        return [self._tokenizer.sot_prev, *tokens] if tokens else []

    def _timestamp(self, seconds: float) -> int:
        return self._timestamps + round(seconds / _STEP_S)

    def _is_number(self, tokens: Sequence[int]) -> bool:
        return not any(letter.isalpha() for letter in self._tokenizer.decode(list(tokens)))

    def _text(self, segments: Sequence[Sequence[int]]) -> str:
        return str(self._tokenizer.decode([token for segment in segments for token in segment])).strip()


def samples_of(pcm: bytes) -> Samples:
    return np.frombuffer(pcm, dtype="<i2").astype(np.float32) / 32768.0


def _most_tokens(voice_s: float) -> int:
    """More than can be said in so long; where the decoder writes as many, it has begun to turn round."""
    return round(_TOKENS_BEFORE_SPEECH + _TOKENS_PER_S * voice_s)


def transcript_of(text: str, confidence: float) -> Transcript:
    """Words that the engine turned round in are shown once and not believed."""
    if not text:
        return _SILENT
    once = without_loop(text)
    is_sure = once == text and not is_monotonous(text)
    return Transcript(text=joined_digits(once), confidence=confidence if is_sure else 0.0)


def joined_digits(text: str) -> str:
    """Write digits said one by one as one number: "4 4 1 7 9" becomes "44179"."""
    return _SPACED_DIGITS.sub(lambda found: re.sub(r"[ ,-]+", "", found.group()), text)


def segments_of(tokens: Sequence[int], timestamp_begin: int, end_s: float) -> list[list[int]]:
    """Text tokens between timestamps, as far as the first timestamp behind a text at the end of the voice."""
    segments: list[list[int]] = [[]]
    for token in tokens:
        if token < timestamp_begin:
            segments[-1].append(token)
            continue
        if segments[-1] and (token - timestamp_begin) * _STEP_S >= end_s:
            break
        segments.append([])
    return [segment for segment in segments if segment]

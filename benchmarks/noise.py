"""Words invented in what is no speech, and quiet answers lost beside it, as the product hears them.

    python -m benchmarks.noise [--minutes 5] [--seed 7] [--snr 15 8] [--only typing hum ...] [--model tiny.en] [--show]

From the root of a checkout. Every noise lasts for so many minutes on the caller's line; then a minute of "yes", "no"
and "okay" at -35 dB is said beside it. `--show` prints of every utterance the highest speech probability, the level,
and what the engine said without its own thresholds, with its no-speech and mean log probability.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from faster_whisper import WhisperModel

from app.adapters.models import find_model
from app.adapters.recording import Recording
from app.adapters.whisper.transcriber import WhisperTranscriber
from app.compose import load_judges, music_detectors, speech_detectors
from app.core.events import Channel, Event, LineChanged, LineState, TextFinal
from app.core.ports import FRAME_BYTES, FRAME_S, SAMPLE_BYTES, SAMPLE_RATE_HZ, TranscribeRequest, Transcript
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.settings import Settings
from tests.adapters.answers import answers_beside, missed
from tests.adapters.noises import MUSIC, NOISE, TONES, line_pcm
from tests.core.calls import started
from tests.runtime.scripted import BOTH, assistant

EVERY = {**MUSIC, **TONES, **NOISE}


class Watched:
    """The engine, which also notes what it is asked for."""

    def __init__(self, engine: WhisperTranscriber) -> None:
        self.name = engine.name
        self.asked: list[TranscribeRequest] = []
        self._engine = engine

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Note the request and write it down."""
        self.asked.append(request)
        return self._engine.transcribe(request)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a call gave."""

    finals: list[TextFinal]
    asked: list[TranscribeRequest]
    music_s: float

    @property
    def words(self) -> int:
        """How many words were written down."""
        return sum(len(final.text.split()) for final in self.finals)


def main() -> None:
    """Hear every noise alone, then beside answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--snr", nargs="+", type=float, default=[15.0, 8.0])
    parser.add_argument("--only", nargs="+", choices=list(EVERY), default=list(EVERY))
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--show", action="store_true", help="print every utterance")
    options = parser.parse_args()
    location = find_model(options.model, Settings().model_folder)
    engine = WhisperTranscriber(options.model, location)
    plain = WhisperModel(str(location), device="cpu", compute_type="int8") if options.show else None
    for kind in options.only:
        heard = hear(line_pcm(EVERY[kind](60 * options.minutes, options.seed)), engine)
        print(f"{kind}: {heard.words} words, {len(heard.asked)} utterances, {heard.music_s:.0f} s of music told")
        show(heard, plain)
    print_answers(None, 0.0, engine, plain, options)
    for kind in options.only:
        for snr_db in options.snr:
            print_answers(kind, snr_db, engine, plain, options)


def hear(caller: bytes, engine: WhisperTranscriber) -> Heard:
    """Replay a call in which only the caller's line carries sound."""
    events: list[Event] = []
    watched = Watched(engine)
    call = Recording(name="noise", sides={Channel.AGENT: bytes(len(caller)), Channel.CALLER: caller}, chunk_s=0.1)
    ears = Ears(BOTH, speech_detectors(), music_detectors())
    InlineRunner(assistant(live=False), ears, watched, load_judges(), workers=2).run(call, started(), events.append)
    finals = [event for event in events if isinstance(event, TextFinal) and event.text]
    changes = [event for event in events if isinstance(event, LineChanged)]
    return Heard(finals, watched.asked, music_seconds(changes, len(caller) / (SAMPLE_RATE_HZ * SAMPLE_BYTES)))


def music_seconds(changes: Iterable[LineChanged], duration_s: float) -> float:
    """How long the line was told to carry music."""
    total, since = 0.0, None
    for change in changes:
        total += change.at_s - since if since is not None else 0.0
        since = change.at_s if change.state is LineState.MUSIC else None
    return total + (duration_s - since if since is not None else 0.0)


def print_answers(
    kind: str | None,
    snr_db: float,
    engine: WhisperTranscriber,
    plain: WhisperModel | None,
    options: argparse.Namespace,
) -> None:
    """Say the answers beside a noise, and print which were lost."""
    samples, said = answers_beside(EVERY[kind] if kind else None, snr_db, options.seed)
    heard = hear(line_pcm(samples), engine)
    lost = list(missed(said, heard.finals))
    where = f"beside {kind}, {snr_db:.0f} dB" if kind else "on a quiet line"
    print(f"answers {where}: {len(lost)} of {len(said)} lost, {heard.words} words, {heard.music_s:.0f} s of music told")
    for answer, text in lost if options.show else ():
        print(f"    lost {answer.word!r} ({answer.voice}) at {answer.start_s:.1f} s, written {text!r}")
    show(heard, plain)


def show(heard: Heard, plain: WhisperModel | None) -> None:
    """Print the utterances with what gates could look at."""
    if plain is None:
        return
    for request in sorted(heard.asked, key=lambda one: one.start_s):
        samples = np.frombuffer(request.audio, dtype="<i2").astype(np.float32) / 32768
        level_db = 10 * np.log10(np.mean(samples**2) + 1e-12)
        when = f"{request.start_s:6.1f}..{request.end_s:6.1f} s"
        print(f"    {when}  speech {highest(request.audio):.2f}, {level_db:.0f} dB")
        for text, no_speech, log_probability in unguarded(request, plain):
            print(f"        no speech {no_speech:.2f}, mean log probability {log_probability:.2f}: {text}")


def highest(pcm: bytes) -> float:
    """The highest speech probability that 0.1 s keep up, from a detector that has heard nothing before."""
    detector = speech_detectors()()
    whole = len(pcm) // FRAME_BYTES * FRAME_BYTES
    held = [detector.probability(pcm[at : at + FRAME_BYTES]) for at in range(0, whole, FRAME_BYTES)]
    frames = round(0.1 / FRAME_S)
    return max((min(held[at : at + frames]) for at in range(len(held) - frames + 1)), default=0.0)


def unguarded(request: TranscribeRequest, plain: WhisperModel) -> list[tuple[str, float, float]]:
    """What the engine says of the utterance alone when no threshold silences it."""
    samples = np.frombuffer(request.audio, dtype="<i2").astype(np.float32) / 32768
    segments, _ = plain.transcribe(
        samples,
        language="en",
        beam_size=5,
        temperature=0.0,
        condition_on_previous_text=False,
        no_speech_threshold=None,
        log_prob_threshold=None,
    )
    return [(segment.text.strip(), segment.no_speech_prob, segment.avg_logprob) for segment in segments]


if __name__ == "__main__":
    main()

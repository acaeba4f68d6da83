"""Make the one-word answers of tests/data/audio: "yes", "no" and "okay" in six synthetic voices, 8 kHz.

    python -m benchmarks.make_answers tests/data/audio/answers.flac

The speech engines and their packages are those of make_demo_call.py. Beside the sound it writes answers.json with each
word's voice and time.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import make_demo_call as voices

WORDS = ("yes", "no", "okay")
AGENT_LENGTH, CALLER_SPEED, GAP_S = 1.3, 1.0, 0.4
CALLERS = ("jf_alpha", "jf_gongitsune", "jf_nezumi", "jf_tebukuro", "jm_kumo")
LICENCES = {
    "joe": "Piper en_US-joe-medium, CC0-1.0",
    "jf_*, jm_*": "Kokoro-82M v1.0, Apache-2.0",
}


def main() -> None:
    """Say every word in every voice."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("out", type=Path, help="the .flac file to write")
    out: Path = parser.parse_args().out
    speakers = {"joe": voices.agent_speaker(AGENT_LENGTH)}
    speakers |= {name: voices.caller_speaker(name, CALLER_SPEED) for name in CALLERS}
    gap = np.zeros(round(GAP_S * voices.TELEPHONE.rate))
    sound, timed = [gap], []
    for word in WORDS:
        for name, say in speakers.items():
            spoken = voices.voice_turn(f"{word.capitalize()}.", say, voices.TELEPHONE)
            start_s = sum(map(len, sound)) / voices.TELEPHONE.rate
            end_s = start_s + len(spoken) / voices.TELEPHONE.rate
            timed.append({"word": word, "voice": name, "start_s": round(start_s, 4), "end_s": round(end_s, 4)})
            sound += [spoken, gap]
    soundfile: Any = importlib.import_module("soundfile")
    soundfile.write(out, np.concatenate(sound), voices.TELEPHONE.rate, subtype="PCM_16", compression_level=1.0)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in voices.PACKAGES)
    about = {"rate_hz": voices.TELEPHONE.rate, "made_with": versions, "licences": LICENCES, "words": timed}
    out.with_suffix(".json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

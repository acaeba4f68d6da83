"""Word error of replayed calls against their exact words, each channel on its own, with Whisper's normaliser.

    python benchmarks/word_error.py CALL.wav [CALL.wav ...] [--model tiny.en]

Beside each recording lies its reference, CALL.json with turns of speaker and text.
"""

import argparse
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jiwer
from whisper_normalizer.english import EnglishTextNormalizer

from app.adapters.recording import open_stereo
from app.compose import CallNames, load_parts, prepare_call
from app.core.wire import document_to_json
from app.settings import Settings

SIDES = ("agent", "caller")


def main() -> None:
    """Replay every call and print its errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", nargs="+", type=Path)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--show", action="store_true", help="print the differences")
    options = parser.parse_args()
    parts = load_parts(Settings(model=options.model))
    normalise = EnglishTextNormalizer()
    for call in options.calls:
        recording = open_stereo(call, agent="left", caller="right", chunk_s=0.1)
        began = time.perf_counter()
        session = prepare_call(parts, recording, CallNames(), realtime=False, listeners=[], keepers=[])
        heard = document_to_json(session.run())["turns"]
        took_s = time.perf_counter() - began
        reference = json.loads(call.with_suffix(".json").read_text(encoding="utf-8"))["turns"]
        pairs = [(normalise(_words(reference, side)), normalise(_words(heard, side))) for side in SIDES]
        errors = jiwer.process_words([said for said, _ in pairs], [written for _, written in pairs])
        print(f"{call.stem}: word error {100 * errors.wer:.2f} %, {recording.duration_s / took_s:.1f} times real time")
        if options.show:
            print(jiwer.visualize_alignment(errors, show_measures=False))


def _words(turns: Iterable[dict[str, Any]], side: str) -> str:
    return " ".join(turn["text"] for turn in turns if turn["speaker"] == side)


if __name__ == "__main__":
    main()

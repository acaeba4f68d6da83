"""Quiet one-word answers, and which of them a call has written down."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from app.core.events import TextFinal
from tests.adapters.noises import RATE_HZ, Maker, Samples, at_level, beside, hiss

_SOUND = Path(__file__).parents[1] / "data" / "audio" / "answers.flac"
QUIET_DB, FLOOR_DB = -35.0, -75.0
"""Level of the answers, 15 dB below that of a usual telephone voice, and of a line without noise."""

_SLACK_S = 0.3
_SAME = {"yes": {"yes", "yeah", "yep", "yea"}, "no": {"no", "nope"}, "okay": {"okay", "ok"}}
"""What may be written for a word: "yes" without its s, cut by the telephone's band, is "yeah"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One word of one voice, and when it is said."""

    word: str
    voice: str
    start_s: float
    end_s: float


@cache
def takes() -> list[tuple[Answer, Samples]]:
    """All that was recorded, with times in the recording."""
    sound, _ = soundfile.read(_SOUND)
    words: list[dict[str, Any]] = json.loads(_SOUND.with_suffix(".json").read_text(encoding="utf-8"))["words"]
    answers = [Answer(**word) for word in words]
    return [(one, sound[round(one.start_s * RATE_HZ) : round(one.end_s * RATE_HZ)]) for one in answers]


def quiet_answers(seed: int, seconds: float) -> tuple[Samples, list[Answer]]:
    """Answers in an order of chance with 1.2 to 3 s between them, at 8 kHz and `QUIET_DB`, and when each is said."""
    rng = np.random.default_rng(seed)
    order = [int(at) for _ in range(4) for at in rng.permutation(len(takes()))]
    mix, said, at_s = np.zeros(round(seconds * RATE_HZ)), [], 1.5
    for index in order:
        take, sound = takes()[index]
        end_s = at_s + len(sound) / RATE_HZ
        if end_s + 1 > seconds:
            break
        begin = round(at_s * RATE_HZ)
        mix[begin : begin + len(sound)] = at_level(sound, QUIET_DB, of_loud=True)
        said.append(Answer(take.word, take.voice, round(at_s, 2), round(end_s, 2)))
        at_s = end_s + rng.uniform(1.2, 3.0)
    return mix, said


def answers_beside(make: Maker | None, snr_db: float, seed: int, seconds: float = 60.0) -> tuple[Samples, list[Answer]]:
    """Such answers beside a noise, or on a quiet line."""
    mix, said = quiet_answers(seed, seconds)
    if make is None:
        return mix + at_level(hiss(seconds, seed), FLOOR_DB), said
    return beside(mix, make(seconds, seed), snr_db), said


def missed(said: Iterable[Answer], finals: Iterable[TextFinal]) -> Iterator[tuple[Answer, str]]:
    """Answers that were not written down, each with what stands in its place."""
    written = list(finals)
    for answer in said:
        there = [
            final.text
            for final in written
            if final.start_s < answer.end_s + _SLACK_S and final.end_s > answer.start_s - _SLACK_S
        ]
        text = " ".join(there)
        if not _SAME[answer.word] & set(re.findall(r"[a-z]+", text.casefold())):
            yield answer, text

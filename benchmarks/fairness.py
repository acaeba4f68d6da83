"""How much the heat of the same words differs between voices and accents, after transcription.

    python -m benchmarks.make_voices benchmarks/fairness_lines.json /tmp/voices    # in an environment of its own
    python -m benchmarks.fairness /tmp/voices

From the root of a checkout. Every file is heard as a call on which only the caller speaks, with the product's engine
and scorer. A line's heat in a voice is the highest of its utterances; where nothing was judged it counts as 0, and is
counted as unheard. Of a line over its voices: spread (highest less lowest heat) and deviation (mean distance from the
line's mean). To tell mishearing from pauses, the same is given of the heard utterances joined and judged as one text;
beside it stands the heat of the words as they were written, which no voice has changed.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import jiwer
import numpy as np
from whisper_normalizer.english import EnglishTextNormalizer

from app.adapters.recording import open_mono
from app.compose import CallNames, Parts, load_parts, prepare_call
from app.core.events import AngerPoint, Channel, Event, TextFinal
from app.settings import Settings

WORST = 10


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was written down of one file, its heat (None where nothing was judged), and that of the text as one."""

    text: str
    utterances: int
    judged: float | None
    joined: float

    @property
    def heat(self) -> float:
        """The heat that counts."""
        return self.judged or 0.0


@dataclass(frozen=True, slots=True)
class LineResult:
    """One line, the heat of its written words, and what was heard of it in each voice."""

    text: str
    kind: str
    said: float
    heard: dict[str, Hearing]

    @property
    def heats(self) -> list[float]:
        """Heats in the order of the voices."""
        return [hearing.heat for hearing in self.heard.values()]

    @property
    def joined(self) -> list[float]:
        """Heats of the texts judged as one."""
        return [hearing.joined for hearing in self.heard.values()]

    @property
    def spread(self) -> float:
        """Highest less lowest heat."""
        return spread(self.heats)

    @property
    def deviation(self) -> float:
        """Mean distance of the heats from their mean."""
        return deviation(self.heats)


def spread(heats: Sequence[float]) -> float:
    """Highest less lowest."""
    return max(heats) - min(heats)


def deviation(heats: Sequence[float]) -> float:
    """Mean distance from the mean."""
    return float(np.mean(np.abs(np.array(heats) - np.mean(heats))))


def main() -> None:
    """Hear every file and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="what make_voices.py wrote")
    options = parser.parse_args()
    results = hear_all(options.folder, load_parts(Settings()))
    print_lines(results)
    print_overall(results)
    print_voices(results)
    print_kinds(results)
    print_worst(results)


def hear_all(folder: Path, parts: Parts) -> list[LineResult]:
    """Hear the lines of a folder in all its voices."""
    about = json.loads((folder / "lines.json").read_text("utf-8"))
    return [
        LineResult(
            text=line["text"],
            kind=line["kind"],
            said=parts.judges.scorer.score(line["text"]).value,
            heard={voice: hear(folder / voice / f"{at:02}.flac", parts) for voice in about["voices"]},
        )
        for at, line in enumerate(about["lines"])
    ]


def hear(file: Path, parts: Parts) -> Hearing:
    """Replay one file as the caller's side of a call."""
    events: list[Event] = []
    source = open_mono(file, Channel.CALLER, chunk_s=parts.settings.chunk_s)
    prepare_call(parts, source, CallNames(), realtime=False, listeners=[events.append], keepers=[]).run()
    finals = [event for event in events if isinstance(event, TextFinal) and event.channel is Channel.CALLER]
    texts = [final.text for final in finals if final.text]
    heats = [event.heat for event in events if isinstance(event, AngerPoint) and event.heat is not None]
    text = " ".join(texts)
    return Hearing(text, len(texts), max(heats, default=None), parts.judges.scorer.score(text).value)


def print_lines(results: Sequence[LineResult]) -> None:
    """Of every line the heats, spread and deviation."""
    voices = list(results[0].heard)
    print("line  said  " + "  ".join(f"{voice:>14}" for voice in voices) + "  spread  deviation  kind")
    for at, line in enumerate(results):
        heats = "  ".join(_shown(hearing) for hearing in line.heard.values())
        print(f"{at:4}  {line.said:.2f}  {heats}  {line.spread:6.3f}  {line.deviation:9.3f}  {line.kind}")


def _shown(hearing: Hearing) -> str:
    return f"{'unheard' if hearing.judged is None else f'{hearing.judged:.2f}':>14}"


def print_overall(results: Sequence[LineResult]) -> None:
    """The means over all lines."""
    print(f"\n{len(results)} lines")
    for name, heats in {
        "as a call judges them": [line.heats for line in results],
        "utterances joined": [line.joined for line in results],
    }.items():
        spreads, deviations = np.array([spread(one) for one in heats]), [deviation(one) for one in heats]
        print(
            f"  {name}: mean spread {spreads.mean():.3f}, mean deviation {np.mean(deviations):.3f}, "
            f"median spread {np.median(spreads):.3f}, over 0.2 in {(spreads > 0.2).sum()} lines"
        )


def print_voices(results: Sequence[LineResult]) -> None:
    """Whether one voice is judged hotter than the others, and how well it is understood."""
    normalise = EnglishTextNormalizer()
    said = [normalise(line.text) for line in results]
    print(f"\nmean heat of the words as written {np.mean([line.said for line in results]):.3f}, as heard of")
    for voice in results[0].heard:
        hearings = [line.heard[voice] for line in results]
        hotter = np.array([one.heat - np.mean(line.heats) for one, line in zip(hearings, results, strict=True)])
        error = jiwer.wer(said, [normalise(one.text) for one in hearings])
        print(
            f"  {voice:>14}: {np.mean([one.heat for one in hearings]):.3f}, {hotter.mean():+.3f} to the line's mean "
            f"(standard error {hotter.std(ddof=1) / len(hotter) ** 0.5:.3f}), word error {100 * error:.1f} %, "
            f"{sum(one.utterances > 1 for one in hearings)} in more than one utterance, "
            f"{sum(one.judged is None for one in hearings)} unheard"
        )


def print_kinds(results: Sequence[LineResult]) -> None:
    """Heat and spread of each kind of line, and its heat in each voice."""
    print("\nby kind")
    for kind in dict.fromkeys(line.kind for line in results):
        lines = [line for line in results if line.kind == kind]
        heats = np.array([line.heats for line in lines])
        of_voices = ", ".join(f"{voice} {mean:.3f}" for voice, mean in zip(lines[0].heard, heats.mean(0), strict=True))
        mean_spread, said = np.mean([line.spread for line in lines]), np.mean([line.said for line in lines])
        print(f"  {kind}: {len(lines)} lines, heat {heats.mean():.3f} (written {said:.3f}), spread {mean_spread:.3f}")
        print(f"      {of_voices}")


def print_worst(results: Sequence[LineResult]) -> None:
    """The lines of the widest spread, and what was heard."""
    print("\nwidest spread")
    for line in sorted(results, key=lambda one: one.spread, reverse=True)[:WORST]:
        print(f"  {line.spread:.3f}  {line.said:.2f} {line.kind}: {line.text}")
        for voice, hearing in line.heard.items():
            print(f"      {_shown(hearing).strip():>7} {voice:>14}: {hearing.text}")


if __name__ == "__main__":
    main()

"""Which words of an open utterance can be trusted: those on which two consecutive hypotheses agree.

LocalAgreement-2 of Macháček, Dabre and Bojar, "Turning Whisper into Real-Time Transcription System" (2023).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Words of one open utterance: `stable` only grows, `guess` may change with every decode."""

    stable: tuple[str, ...] = ()
    guess: tuple[str, ...] = ()

    def revise(self, text: str) -> "Hypothesis":
        """Take the newest decode of the whole utterance so far."""
        words = tuple(text.split())
        tail = words[len(self.stable) :]
        agreed = _common_prefix(self.guess, tail)
        return Hypothesis(stable=self.stable + agreed, guess=tail[len(agreed) :])


def _common_prefix(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    agreed = 0
    for old, new in zip(before, now, strict=False):
        if _bare(old) != _bare(new):
            break
        agreed += 1
    return now[:agreed]


def _bare(word: str) -> str:
    return word.strip(".,!?;:\"'").casefold()

"""The one masking step that every text passes before it leaves the runner.

Numbers count whether written ("4111 1111"), spoken ("four one one one", "double four", "twenty two") or mixed, across
fillers, punctuation, turns and the other side's words. What is hidden hangs on the number itself (its length, its check
digit) and on what was asked for: see `finding`.
"""

from app.core.masking.cues import cue_expression
from app.core.masking.running import RunningMask, Said, mask, masked
from app.core.masking.tagger import Tagger

__all__ = ["RunningMask", "Said", "Tagger", "get_ready", "mask", "masked"]


def get_ready() -> None:
    """Do now, on this thread, what the first text would else wait for."""
    cue_expression()

"""Stock phrases count as invented in near-silence alone."""

import numpy as np
import pytest
from numpy.typing import NDArray

from app.adapters.whisper.invented import NOTHING_DBFS, is_invented, loudest_dbfs


def tone(dbfs: float, samples: int = 16_000) -> NDArray[np.float32]:
    return np.asarray(10 ** (dbfs / 20) * np.sqrt(2) * np.sin(np.arange(samples) * 0.3), dtype=np.float32)


@pytest.mark.parametrize("text", ["Thank you.", "You", "Thanks for watching!", "Bye-bye.", "[Music]"])
def test_a_stock_phrase_is_invented_in_near_silence_and_believed_in_a_voice(text: str) -> None:
    assert is_invented(text, -58.0)
    assert not is_invented(text, -40.0)


@pytest.mark.parametrize("text", ["Yes.", "No.", "Okay.", "Thank you for sending it.", "Hello?"])
def test_what_a_caller_answers_softly_is_never_invented(text: str) -> None:
    assert not is_invented(text, -58.0)


@pytest.mark.parametrize("dbfs", [-20.0, -47.0, -70.0])
def test_the_level_is_that_of_the_loudest_moment(dbfs: float) -> None:
    quiet = np.zeros(32_000, dtype=np.float32)
    assert loudest_dbfs(np.concatenate([quiet, tone(dbfs), quiet])) == pytest.approx(dbfs, abs=0.2)


@pytest.mark.parametrize("samples", [0, 100, 16_000])
def test_silence_is_below_every_limit(samples: int) -> None:
    assert loudest_dbfs(np.zeros(samples, dtype=np.float32)) < NOTHING_DBFS

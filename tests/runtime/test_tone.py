"""The doctor's tone is found where it was played, and nowhere else."""

import numpy as np
import pytest

from app.core.events import Channel
from app.core.ports import SAMPLE_RATE_HZ
from app.runtime.tone import LEAD_S, TONE_S, Samples, find_tone, make_tone
from tests.adapters.engine import pcm
from tests.adapters.recordings import tone

TONE = np.frombuffer(make_tone(), dtype="<i2") / 32768.0
LEVEL_DBFS = -33.0


def heard(*parts: Samples, gain: float = 1.0) -> bytes:
    """Samples one after the other, as a device gives them."""
    return bytes(np.rint(np.concatenate(parts) * gain * 32767).astype("<i2").tobytes())


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ))


def noise(seconds: float, level_dbfs: float) -> Samples:
    samples = np.random.default_rng(7).standard_normal(round(seconds * SAMPLE_RATE_HZ))
    return np.asarray(samples * 10 ** (level_dbfs / 20))


@pytest.mark.parametrize("late_s", [0.0, 0.07, 0.5])
def test_it_is_found_where_it_begins_at_the_level_it_has(late_s: float) -> None:
    found = find_tone(heard(silence(late_s), TONE, silence(0.4)))
    assert found is not None
    assert found.begin / SAMPLE_RATE_HZ == pytest.approx(late_s + LEAD_S, abs=0.02)
    assert found.level_dbfs == pytest.approx(LEVEL_DBFS, abs=0.5)


def test_it_is_found_though_a_room_is_as_loud_as_it_is() -> None:
    both = np.concatenate([silence(0.2), TONE, silence(0.3)])
    found = find_tone(heard(both + noise(len(both) / SAMPLE_RATE_HZ, LEVEL_DBFS)))
    assert found is not None
    assert found.begin / SAMPLE_RATE_HZ == pytest.approx(0.2 + LEAD_S, abs=0.05)


def test_it_is_found_when_it_is_very_quiet() -> None:
    found = find_tone(heard(TONE, silence(0.4), gain=0.01))
    assert found is not None
    assert found.level_dbfs == pytest.approx(LEVEL_DBFS - 40, abs=1)


@pytest.mark.parametrize(
    "sound",
    [
        heard(silence(2.0)),
        heard(noise(2.0, -20.0)),
        heard(tone(2.0, SAMPLE_RATE_HZ, 1318.5), silence(0.3)),
        heard(tone(2.0, SAMPLE_RATE_HZ, 1396.9), silence(0.3)),
        heard(tone(4.0, SAMPLE_RATE_HZ, 1360.0)),
        heard(silence(0.5), TONE[: round((LEAD_S + TONE_S / 4) * SAMPLE_RATE_HZ)], silence(0.5)),
        heard(silence(0.1)),
        b"",
    ],
    ids=["silence", "noise", "a note below", "a note above", "a whistle that stays", "a beep", "too short", "nothing"],
)
def test_what_is_not_the_tone_is_not_taken_for_it(sound: bytes) -> None:
    assert find_tone(sound) is None


def test_speech_is_not_taken_for_it_and_does_not_hide_it() -> None:
    speech = np.frombuffer(pcm(Channel.CALLER, 0, 4), dtype="<i2") / 32768.0
    assert find_tone(heard(speech)) is None
    assert find_tone(heard(speech[: len(TONE)] / 4 + TONE)) is not None

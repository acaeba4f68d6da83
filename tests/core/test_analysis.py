"""How far an analysis is."""

import pytest

from app.core.analysis import Failure, Recorded, progress_of


def recorded(file: str, seconds: float) -> Recorded:
    return Recorded(file=file, call_id=file, started_at="2026-01-02T03:04:05+00:00", duration_s=seconds)


def test_rate_and_time_left_go_by_the_sound_that_is_done() -> None:
    first, second = recorded("a.wav", 60.0), recorded("b.wav", 180.0)
    begun = progress_of([first, second])
    assert (begun.done, begun.total, begun.rate(5.0), begun.left_s(5.0)) == (0, 2, 0.0, None)
    half = begun.with_done(first, None)
    assert half.rate(4.0) == 15.0
    assert half.left_s(4.0) == pytest.approx(12.0)
    whole = half.with_done(second, Failure(file="b.wav", reason="It is cut off."))
    assert (whole.done, whole.stored, whole.left_s(20.0)) == (2, 1, 0.0)
    assert [failure.file for failure in whole.failures] == ["b.wav"]


def test_recordings_whose_length_nobody_knows_give_no_rate() -> None:
    first = recorded("a.wav", 0.0)
    assert progress_of([first]).with_done(first, None).left_s(3.0) is None

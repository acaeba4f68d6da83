"""When and by how much a line is put right."""

from hypothesis import given
from hypothesis import strategies as st

from app.runtime.slack import TARGET, Slack

LOOKS = 62
MS = 16


def corrections(slack: Slack, looks: list[int]) -> list[int]:
    return [correction for look in looks if (correction := slack.correction(look))]


@given(st.lists(st.integers(TARGET - 15 * MS, TARGET + 15 * MS), max_size=300))
def test_what_is_about_right_is_left_alone(looks: list[int]) -> None:
    assert corrections(Slack(), looks) == []


@given(st.integers(16 * MS, 100 * MS))
def test_too_much_or_too_little_is_put_right_by_20_ms_at_most(wrong: int) -> None:
    assert corrections(Slack(), [TARGET - wrong] * LOOKS) == [min(wrong, 20 * MS)]
    assert corrections(Slack(), [TARGET + wrong] * LOOKS) == [-min(wrong, 20 * MS)]


@given(st.integers(101 * MS, 10_000 * MS))
def test_what_is_far_off_is_put_right_at_once(wrong: int) -> None:
    assert corrections(Slack(), [TARGET - wrong] * LOOKS) == [wrong]
    assert corrections(Slack(), [TARGET + wrong] * LOOKS) == [-wrong]


def test_bursts_are_no_reason_to_change_anything() -> None:
    looks = [TARGET + (200 * MS if look % 5 == 0 else -10 * MS) for look in range(LOOKS * 10)]
    assert corrections(Slack(), looks) == []


def test_what_was_seen_before_a_restart_does_not_count() -> None:
    slack = Slack()
    assert corrections(slack, [TARGET - 90 * MS] * (LOOKS - 1)) == []
    slack.restart()
    assert corrections(slack, [TARGET] * LOOKS) == []

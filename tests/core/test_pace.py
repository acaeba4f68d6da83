"""How often something new may be shown."""

import pytest

from app.core.events import Stage
from app.core.pace import Pace

SHARES = [(Stage.LISTEN, 4, 6), (Stage.ASK, 3, 5), (Stage.VALIDATE, 3, 5), (Stage.OPEN, 3, 6), (Stage.RESOLVE, 3, 6),
          (Stage.CLOSE, 3, 6), (Stage.BOUNDARY, 4, 8), (Stage.SAFETY, 4, 8)]  # fmt: skip


def shown(count: int, every_s: float, stage: Stage = Stage.ASK) -> Pace:
    pace = Pace()
    for number in range(count):
        pace.note(f"title {number}", stage, number * every_s)
    return pace


@pytest.mark.parametrize(("stage", "per_minute", "per_ten"), SHARES)
def test_each_stage_may_use_its_share_of_a_minute_and_of_ten(stage: Stage, per_minute: int, per_ten: int) -> None:
    assert shown(per_minute - 1, 5).allows("new", stage, 59)
    assert not shown(per_minute, 5).allows("new", stage, 59)
    assert shown(per_minute, 5).allows("new", stage, 60)
    assert shown(per_ten - 1, 70).allows("new", stage, 599)
    assert not shown(per_ten, 70).allows("new", stage, 599)
    assert shown(per_ten, 70).allows("new", stage, 600)


@pytest.mark.parametrize("stage", Stage)
def test_the_same_title_comes_twice_in_a_call_whatever_it_is(stage: Stage) -> None:
    pace = Pace()
    for at_s in (0, 900):
        assert pace.allows("Let it run", stage, at_s)
        pace.note("Let it run", stage, at_s)
    assert not pace.allows("Let it run", stage, 3600)
    assert pace.allows("Ask one thing", stage, 3600)


def test_what_is_urgent_takes_nothing_from_the_rest_as_long_as_one_is_left_for_it() -> None:
    one_urgent = shown(1, 5, Stage.BOUNDARY)
    one_urgent.note("listen", Stage.LISTEN, 10)
    assert one_urgent.allows("validate", Stage.VALIDATE, 20)
    one_urgent.note("validate", Stage.VALIDATE, 20)
    assert not one_urgent.allows("resolve", Stage.RESOLVE, 30)
    assert one_urgent.allows("safety", Stage.SAFETY, 30)

"""What a caller said before, as evidence of how angry they are now."""

import pytest

from app.core.anger import AngerCurve, CurveShape, Utterance
from app.core.course import FULL_WORDS, Course
from app.core.events import Phase
from app.core.ports import Bearing, Heat

NONE = (0.0, 0.0, 0.0)
LET_DOWN = Heat(value=0.2, bearing=Bearing(own=(0.0, -2.0, -4.0), later=((2.0, 2.0, 1.0), (3.0, 2.0, 1.0))))
FRIENDLY = Heat(value=0.2, bearing=Bearing(own=(0.0, -2.0, -4.0), later=((-2.0, -2.0, -1.0), (-3.0, -2.0, -1.0))))
MILD = Heat(value=0.2, bearing=Bearing(own=(0.0, -2.0, -4.0), later=(NONE, NONE)))


def said(course: Course, heat: Heat, *, words: int = FULL_WORDS, sure: float = 1.0) -> float:
    return course.hear(heat, words, sure)


def after(heat: Heat, times: int = 5, *, words: int = FULL_WORDS, sure: float = 1.0) -> float:
    """How angry mild words are once something was said so many times."""
    course = Course()
    for _ in range(times):
        said(course, heat, words=words, sure=sure)
    return said(course, MILD)


def test_at_the_beginning_of_a_call_an_utterance_stands_by_itself() -> None:
    assert said(Course(), LET_DOWN) == said(Course(), MILD) == said(Course(), FRIENDLY)


def test_mild_words_are_angrier_in_the_call_of_somebody_who_was_let_down_than_in_a_friendly_one() -> None:
    assert after(LET_DOWN) > said(Course(), MILD) + 0.2
    assert after(FRIENDLY) < said(Course(), MILD) - 0.1


def test_more_words_leave_more_of_a_memory_and_words_heard_unsurely_less() -> None:
    assert after(LET_DOWN, 1, words=2) < after(LET_DOWN, 1) < after(LET_DOWN, 1, words=40)
    assert after(LET_DOWN, 1, sure=0.2) < after(LET_DOWN, 1)
    assert after(LET_DOWN, 1, sure=0.0) == said(Course(), MILD)


def test_memories_fade_as_other_things_are_said() -> None:
    course = Course()
    for _ in range(5):
        said(course, LET_DOWN)
    first = said(course, MILD)
    for _ in range(20):
        last = said(course, MILD)
    assert said(Course(), MILD) < last < first


@pytest.mark.parametrize("value", [0.0, 0.4, 1.0])
def test_without_a_bearing_an_utterance_counts_by_itself_and_leaves_nothing(value: float) -> None:
    course = Course()
    assert said(course, Heat(value=value)) == value
    assert said(course, MILD) == said(Course(), MILD)


def test_the_level_follows_the_course_and_a_point_tells_the_heat_of_its_words() -> None:
    levels = {}
    for name, heat in {"let down": LET_DOWN, "friendly": FRIENDLY}.items():
        curve = AngerCurve()
        for number in range(1, 9):
            at_s = 10.0 * number
            point = curve.hear(heat, Utterance(number=number, turn=number, words=12, start_s=at_s, end_s=at_s + 4))
        assert point.heat == heat.value
        levels[name] = point.level
    assert levels["let down"] > levels["friendly"] + 0.3


def test_an_utterance_that_is_still_being_said_leaves_no_memory() -> None:
    curve, still = AngerCurve(), AngerCurve()
    for number in range(1, 4):
        utterance = Utterance(number=number, turn=number, words=12, start_s=10.0 * number, end_s=10.0 * number + 4)
        curve.ahead(LET_DOWN, utterance)
        assert curve.hear(MILD, utterance) == still.hear(MILD, utterance)


def test_being_surely_annoyed_counts_for_more_than_a_guess_of_fury() -> None:
    annoyed = Heat(value=0.3, bearing=Bearing(own=(3.0, -3.0, -6.0), later=(NONE, NONE)))
    perhaps_furious = Heat(value=0.3, bearing=Bearing(own=(0.0, -0.5, -1.0), later=(NONE, NONE)))
    assert said(Course(), annoyed) > said(Course(), perhaps_furious) + 0.1


def test_the_surest_fury_is_one_and_the_surest_calm_nothing() -> None:
    for odds, heat in ((99.0, 1.0), (-99.0, 0.0)):
        sure = Heat(value=0.5, bearing=Bearing(own=(odds, odds, odds), later=(NONE, NONE)))
        assert said(Course(), sure) == pytest.approx(heat)


def test_what_one_misjudged_line_leaves_in_the_memory_is_no_second_evidence() -> None:
    misjudged = Heat(value=0.9, bearing=Bearing(own=(3.0, 2.0, 1.0), later=((6.0, 6.0, 4.0), (6.0, 6.0, 4.0))))
    ordinary = Heat(value=0.3, bearing=Bearing(own=(-1.0, -2.0, -4.0), later=(NONE, NONE)))
    curve = AngerCurve()
    points = [
        curve.hear(heat, Utterance(number=at, turn=at, words=20, start_s=10.0 * at, end_s=10.0 * at + 4))
        for at, heat in enumerate((misjudged, ordinary, ordinary), start=1)
    ]
    assert max(point.level for point in points) >= CurveShape().hot_at
    assert {point.phase for point in points} == {Phase.CALM}

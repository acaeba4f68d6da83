"""calmline practice."""

from app.core.practice import LESSONS
from tests.cli.commands import assert_refused, calmline


def test_without_a_name_the_lessons_are_listed() -> None:
    done = calmline("practice")
    assert (done.status, done.err) == (0, "")
    *lines, start = done.out.splitlines()
    assert start == "Start one: calmline practice first   (--answer to speak yourself)"
    assert [line.split()[0] for line in lines] == [lesson.name for lesson in LESSONS]
    assert all(lesson.title in line for lesson, line in zip(LESSONS, lines, strict=True))


def test_a_lesson_that_is_not_there_is_refused() -> None:
    assert_refused(calmline("practice", "fourth"), "'fourth'", "first, second, third")

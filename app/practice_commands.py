"""`calmline practice`: the starter course."""

from typing import TYPE_CHECKING, Annotated

import typer

from app.call_options import HeadlessOption, call_settings, tell, unlock
from app.core.practice import LESSONS, Way, lesson_named

if TYPE_CHECKING:
    from app.core.practice import Lesson

_START = "Start one: calmline practice first   (--answer to speak yourself)"


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(practice)


def practice(
    name: Annotated[str | None, typer.Argument(metavar="[first|second|third]", help="Which lesson")] = None,
    answer: Annotated[bool, typer.Option("--answer", help="Answer yourself, with your microphone")] = False,
    silent: Annotated[bool, typer.Option("--silent", help="Play no sound")] = False,
    headless: HeadlessOption = False,
) -> None:
    """Practise on one of three short calls; without a name they are listed. Nothing is kept unless you press Keep."""
    from app.compose import load_parts
    from app.desktop import has_display, show_in_terminal, show_live
    from app.practice_calls import practice_call

    if name is None:
        for lesson in LESSONS:
            print(_line(lesson))
        print(_START)
        return
    lesson, in_terminal = lesson_named(name), headless or not has_display()
    way = Way(answers=answer, aloud=not silent and (answer or not in_terminal))
    settings = call_settings()
    unlock(settings)
    parts = load_parts(settings)
    show, notes = practice_call(parts, lesson, way)
    tell([*notes, *parts.notes])
    if in_terminal and not answer:
        show_in_terminal(show, realtime=False)
    else:
        show_live(show, headless=headless)


def _line(lesson: "Lesson") -> str:
    from app.terminal.words import clock

    return f"{lesson.name:<8} {clock(lesson.lasts_s)}  {lesson.effort:<8} {lesson.title}. {lesson.about}"

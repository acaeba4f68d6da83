"""The lessons that come with Calmline."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.lessons import open_lesson
from app.compose import CallNames, load_parts, prepare_call
from app.core.document import CallDocument
from app.core.errors import AudioError
from app.core.events import Channel, Stage
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ
from app.core.practice import LESSONS, Lesson
from app.paths import bundled
from app.settings import Settings
from tests.adapters.engine import engine

FOLDER = bundled("assets", "practice")
SHORTEST_S, LONGEST_S, MOST_BYTES = 70, 110, 4_000_000


def opened(lesson: Lesson) -> tuple[float, list[bytes], bytes]:
    sound = open_lesson(FOLDER / f"{lesson.name}.flac", lesson.source, 0.1)
    return sound.recording.duration_s, list(sound.turns), sound.both


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_lasts_as_long_as_its_card_says_and_has_every_turn_of_the_caller(lesson: Lesson) -> None:
    duration_s, turns, both = opened(lesson)
    script = json.loads((FOLDER / f"{lesson.name}.script.json").read_text(encoding="utf-8"))
    assert SHORTEST_S <= duration_s <= LONGEST_S
    assert duration_s == pytest.approx(lesson.lasts_s, abs=1)
    assert script["title"] == lesson.title
    assert len(turns) == [turn["speaker"] for turn in script["turns"]].count("caller")
    assert all(len(pcm) > SAMPLE_RATE_HZ * SAMPLE_BYTES for pcm in turns)
    assert len(both) == round(duration_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES


def test_together_they_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_BYTES


def test_a_lesson_without_its_times_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "first.flac").write_bytes((FOLDER / "first.flac").read_bytes())
    with pytest.raises(AudioError, match="first is damaged"):
        open_lesson(tmp_path / "first.flac", "practice: first", 0.1)


def heard(lesson: Lesson, until_s: float | None = None) -> CallDocument:
    """The document of a lesson, or of its beginning, through the real engine."""
    recording = open_lesson(FOLDER / f"{lesson.name}.flac", lesson.source, 0.1).recording
    if until_s is not None:
        end = round(until_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        recording = replace(recording, sides={side: pcm[:end] for side, pcm in recording.sides.items()})
    parts = load_parts(Settings(workers=2), engine())
    return prepare_call(parts, recording, CallNames(), realtime=False, listeners=[], keepers=[]).run()


def test_the_beginning_of_a_lesson_is_heard_as_it_is_written() -> None:
    said = heard(LESSONS[1], until_s=15.0).turns
    assert [turn.channel for turn in said[:2]] == [Channel.AGENT, Channel.CALLER]
    assert "third time" in said[1].text


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_teaches_what_it_is_meant_to(lesson: Lesson) -> None:
    document = heard(lesson)
    stages = [shown.stage for shown in document.prompts if not shown.taken_back]
    at = 0
    for stage in lesson.teaches:
        assert stage in stages[at:], f"{stage} is not in {stages[at:]}"
        at += stages[at:].index(stage)
    assert any(shown.followed for shown in document.prompts)
    assert (document.summary.end_level or 0.0) < 0.3
    assert (document.summary.peak_level or 0.0) > 0.6
    assert (Stage.BOUNDARY in stages) is (lesson is LESSONS[2])

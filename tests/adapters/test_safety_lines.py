"""Lines of crisis, threat and loss bring a safety card with the shipped playbook, ordinary lines do not."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.compose import load_judges, open_playbooks, read_vocabulary
from app.core.dialogue import Line
from app.core.events import Channel, Prompt, Stage
from app.runtime.perform import Judges
from app.runtime.written import judge_dialogue

LINES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "coach" / "safety.json").read_text("utf-8")
)


@cache
def judges() -> Judges:
    return load_judges()


def stages(text: str) -> set[Stage]:
    said = [Line(speaker=Channel.CALLER, text=text)]
    [judged] = judge_dialogue(said, judges(), open_playbooks().load("general"), read_vocabulary())
    return {event.stage for event in judged.events if isinstance(event, Prompt)}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['kind']}: {line['text'][:40]}")
def test_a_safety_card_comes_where_somebody_is_in_danger_or_has_lost_somebody(line: dict[str, Any]) -> None:
    shown = stages(line["text"])
    assert (Stage.SAFETY in shown) is line["safety"], line["why"]
    assert Stage.BOUNDARY not in shown

"""Written dialogues: one JSON line for each line, with heat and level for the caller."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import calmline


def line(speaker: str, text: str, **times: float) -> str:
    return json.dumps({"speaker": speaker, "text": text} | times)


ANGRY = "This is the third time I call and nobody is listening to me! This is ridiculous!"
FIRST = [line("agent", "Hello."), line("caller", ANGRY), line("agent", "Our policy."), line("caller", ANGRY)]
SECOND = [line("caller", "My card is 4111 1111 1111 1111.", start_s=3, end_s=7.5), line("agent", "I see, Zoë.")]
DIALOGUES = "\n".join([*FIRST, "", "  ", *SECOND]) + "\n"


@pytest.fixture(scope="module")
def scored() -> Any:
    done = calmline("score", "-", given=DIALOGUES)
    assert (done.status, done.err) == (0, "")
    return done.lines


def test_every_line_is_answered_in_order_and_blank_lines_are_not(scored: Any) -> None:
    assert [entry["speaker"] for entry in scored] == ["agent", "caller", "agent", "caller", "caller", "agent"]


def test_callers_have_numbers_and_agents_have_null(scored: Any) -> None:
    for entry in scored:
        figures = (entry["heat"], entry["level"])
        if entry["speaker"] == "agent":
            assert figures == (None, None)
        else:
            assert all(0 <= figure <= 1 for figure in figures)


def test_the_level_rises_within_a_dialogue_and_begins_again_with_the_next(scored: Any) -> None:
    assert 0 < scored[1]["level"] < scored[3]["level"]
    assert scored[4] == calmline("score", "-", given="\n".join(SECOND)).lines[0]


def test_texts_are_masked_and_times_kept_as_given(scored: Any) -> None:
    assert scored[4]["text"] == "My card is [card]."
    assert (scored[4]["start_s"], scored[4]["end_s"]) == (3, 7.5)
    assert "start_s" not in scored[0]
    assert scored[5]["text"] == "I see, Zoë."


def test_a_file_gives_the_same_as_standard_input_and_lines_may_go_to_a_file(scored: Any, tmp_path: Path) -> None:
    dialogue, out = tmp_path / "dialogue.jsonl", tmp_path / "scored.jsonl"
    dialogue.write_text(DIALOGUES, encoding="utf-8")
    assert calmline("score", dialogue).lines == scored
    to_file = calmline("score", dialogue, "--json", out)
    assert (to_file.status, to_file.out) == (0, "")
    assert [json.loads(entry) for entry in out.read_text(encoding="utf-8").splitlines()] == scored


def test_another_scorer_and_a_caller_without_words() -> None:
    done = calmline("score", "-", "--scorer", "vader", given=line("caller", "I hate this.") + "\n" + line("caller", ""))
    assert done.status == 0
    first, second = done.lines
    assert first["heat"] > 0.4
    assert second["heat"] == 0
    assert isinstance(second["level"], float)


def test_no_dialogue_is_no_line() -> None:
    done = calmline("score", "-", given="\n\n")
    assert (done.status, done.out, done.err) == (0, "", "")

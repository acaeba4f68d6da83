"""What scrolls by while a call is replayed in a terminal."""

import io
import re

import pytest
from rich.console import Console

from app.core.events import (
    AgentMove,
    AudioGap,
    Channel,
    Checklist,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    PromiseMade,
    Stage,
    TextPartial,
    WantHeard,
)
from app.terminal.view import TerminalView
from app.terminal.words import LINES
from tests.terminal.calls import angry_call, document, ended, felt, prompted, said, started, withdrawn


def _shown(*events: Event, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    view = TerminalView(console)
    for event in events:
        view.show(event)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def _written(encoding: str, *events: Event, review: bool = False) -> str:
    """What arrives in a file of this encoding; raises UnicodeEncodeError on a character it lacks."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    view = TerminalView(Console(file=file, width=80, force_terminal=False))
    for event in events:
        view.show(event)
    if review:
        view.show_review(document(events))
    file.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("channel", "label"), [(Channel.AGENT, "Agent"), (Channel.CALLER, "Caller"), (Channel.UNKNOWN, "Speaker")]
)
def test_an_utterance_is_a_line_with_clock_and_speaker(channel: Channel, label: str) -> None:
    assert _shown(said(72.4, "Hello there.", channel)) == f"  1:12  {label:<9}Hello there.\n"


def test_of_a_checklist_each_line_is_told_once_with_its_tick() -> None:
    text = _shown(
        Checklist(at_s=0.0, items=("Greet", "Ask"), done=(False, False)),
        Checklist(at_s=5.0, items=("Greet", "Ask"), done=(True, False)),
        Checklist(at_s=50.0, items=("Thank",), done=(False,)),
        Checklist(at_s=60.0, items=("Greet", "Ask", "Thank"), done=(True, True, True)),
    )
    assert text.splitlines() == [
        "  0:00  To do: Greet", "  0:00  To do: Ask", "  0:05  ✓ done: Greet", "  0:50  To do: Thank",
        "  1:00  ✓ done: Thank",
    ]  # fmt: skip


def test_a_long_utterance_hangs_under_its_first_word() -> None:
    lines = _shown(said(3.0, "word " * 40), width=60).splitlines()
    assert len(lines) > 1
    assert all(line.startswith(" " * 17 + "word") for line in lines[1:])
    assert all(len(line) <= 60 for line in lines)


def test_a_word_longer_than_the_line_is_folded() -> None:
    text = _shown(said(3.0, "a" * 200), width=60)
    assert text.count("a") - "Caller".count("a") == 200
    assert all(len(line) <= 60 for line in text.splitlines())


def test_masked_spans_are_not_taken_for_markup() -> None:
    assert "my card [card] and [bold]you[/bold]" in _shown(said(0.0, "my card [card] and [bold]you[/bold]"))


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert _shown(said(0.0, "a\x1b[31mb\r\nc\x07")) == "  0:00  Caller   a [31mb c\n"


@pytest.mark.parametrize(
    "event",
    [
        said(1.0, ""),
        TextPartial(number=1, channel=Channel.CALLER, start_s=0.0, end_s=1.0, stable="my", guess="box"),
        AgentMove(at_s=1.0, move=Move.APOLOGY, text="I am sorry."),
        WantHeard(at_s=1.0, text="I want a refund."),
        PromiseMade(at_s=1.0, who="agent", what="I will call you.", when=None),
        felt(1.0, 0.1, Phase.CALM),
        felt(1.0, 0.7, Phase.HOT, provisional=True),
    ],
)
def test_what_is_unfinished_or_not_for_reading_along_is_not_printed(event: Event) -> None:
    assert _shown(event) == ""


def test_a_turn_of_phase_is_one_line_with_words_and_arrow_and_without_figures() -> None:
    text = _shown(felt(13.7, 0.34, Phase.RISING, ("third time",)), felt(15.0, 0.36, Phase.RISING))
    assert text == "  0:13  Caller: heating up ↗  “third time”\n"


def test_phrases_that_do_not_fit_the_line_of_a_phase_are_left_out() -> None:
    phrases = ("nobody ever listens to me", "ridiculous", "absolutely useless company")
    text = _shown(felt(9.0, 0.6, Phase.HOT, phrases), width=60)
    assert text == "  0:09  Caller: hot ↑  “nobody ever listens to me”\n"


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase.RISING, "heating up ↗"),
        (Phase.HOT, "hot ↑"),
        (Phase.FALLING, "cooling down ↘"),
        (Phase.ABUSIVE, "abusive ↑"),
    ],
)
def test_every_phase_has_its_words(phase: Phase, words: str) -> None:
    assert _shown(felt(5.0, 0.6, phase)) == f"  0:05  Caller: {words}\n"


def test_coming_back_to_calm_is_told() -> None:
    text = _shown(felt(5.0, 0.6, Phase.HOT), felt(50.0, 0.1, Phase.CALM))
    assert text.endswith("  0:50  Caller: calm →\n")


def test_angry_words_are_not_given_as_the_reason_for_cooling_down() -> None:
    text = _shown(felt(5.0, 0.6, Phase.HOT), felt(30.0, 0.5, Phase.FALLING, ("you people",)))
    assert text.endswith("  0:30  Caller: cooling down ↘\n")


def test_a_prompt_is_a_card_with_ladder_title_line_and_reason() -> None:
    text = _shown(prompted(17.0))
    assert "0:17  ● LISTEN › ask › validate › resolve" in text
    assert "│ Let them finish, then sum it up" in text
    assert "│ “Go on, I am writing this down.”" in text
    assert "│ Why: third call, getting angrier" in text


@pytest.mark.parametrize(
    ("stage", "ladder"),
    [
        (Stage.OPEN, "● OPEN › listen › ask › validate › resolve ─"),
        (Stage.VALIDATE, "  listen › ask › ● VALIDATE › resolve ─"),
        (Stage.CLOSE, "  listen › ask › validate › resolve › ● CLOSE ─"),
        (Stage.SAFETY, "  ● SAFETY ─"),
        (Stage.BOUNDARY, "  ● BOUNDARY ─"),
    ],
)
def test_the_ladder_shows_where_the_call_is(stage: Stage, ladder: str) -> None:
    assert ladder in _shown(prompted(17.0, stage=stage), width=80)


def test_a_narrow_card_names_the_current_stage_alone() -> None:
    assert "─ 0:17  ● LISTEN ─" in _shown(prompted(17.0), width=40)


def test_a_prompt_without_line_and_reason_is_only_its_title() -> None:
    text = _shown(prompted(17.0, say="", because=""))
    assert len(text.strip().splitlines()) == 3
    assert "Why" not in text


def test_a_followed_prompt_is_done_and_any_other_goes_quietly() -> None:
    card = prompted(17.0)
    before = _shown(card)
    assert _shown(card, withdrawn(card, 21.0, followed=True)) == before + f"  0:21  ✓ done: {card.title}\n"
    assert _shown(card, withdrawn(card, 21.0, followed=False)) == before
    assert _shown(card, withdrawn(card, 21.0, followed=None)) == before


def test_one_card_after_another_is_parted_by_one_empty_line() -> None:
    text = _shown(said(0.0, "Hi."), prompted(1.0), prompted(9.0), said(10.0, "Yes."))
    assert "\n\n\n" not in text
    assert text.count("\n\n") == 3


def test_health_and_lost_sound_are_one_line_each() -> None:
    behind = Health(code=HealthCode.BEHIND, advice="Words come late.", lag_s=7.0, at_s=30.0)
    gap = AudioGap(channel=Channel.CALLER, start_s=31.0, end_s=33.5)
    assert _shown(behind, gap) == (
        "  0:30  Words come late. (7.0 s behind)\n  0:31  2.5 s of the caller's sound is missing.\n"
    )


def test_a_call_begins_with_its_source_and_ends_with_a_line() -> None:
    text = _shown(started(source="outage.wav"), ended(95.0))
    assert text.startswith("Calmline  outage.wav\n")
    assert text.endswith("  1:35  The call has ended.\n")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    assert max(len(line) for line in _shown(*angry_call(), width=width).splitlines()) <= width


def test_a_pipe_gets_no_escape_sequences() -> None:
    assert "\x1b" not in _shown(*angry_call())


def test_no_color_leaves_every_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console = Console(file=io.StringIO(), width=80, force_terminal=True)
    view = TerminalView(console)
    view.show(felt(5.0, 0.6, Phase.HOT))
    view.show(prompted(6.0))
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", text)
    assert "hot ↑" in text
    assert "● LISTEN" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_console_without_unicode_gets_the_same_in_ascii_signs(encoding: str) -> None:
    text = _written(encoding, *angry_call(), review=True)
    assert text.isascii()
    assert "Caller: heating up /" in text
    assert "* LISTEN > ask > validate > resolve" in text


def test_letters_that_the_console_knows_stay_and_others_are_replaced() -> None:
    call = (started(source="café.wav", agent="Zoë ✓"), said(0.0, "It’s “fine” – really…"), ended(3.0))
    assert "It’s “fine” – really…" in _written("cp1252", *call)
    assert 'It\'s "fine" - really...' in _written("ascii", *call)
    assert "agent Zoë ?" in _written("cp1252", *call, review=True)


@pytest.mark.parametrize(
    ("channel", "state", "words"),
    [
        (Channel.CALLER, LineState.HOLD, "Caller on hold: mood paused."),
        (Channel.CALLER, LineState.MUSIC, "Music on the line: mood paused."),
        (Channel.CALLER, LineState.OPEN, "The caller is there: mood followed again."),
        (Channel.AGENT, LineState.MUTED, "Agent muted: not heard."),
    ],
)
def test_a_change_of_a_line_is_one_line(channel: Channel, state: LineState, words: str) -> None:
    change = LineChanged(channel=channel, state=state, detected=True, at_s=72.0)
    assert _shown(change) == f"  1:12  {words}\n"


def test_a_mark_is_one_line() -> None:
    assert _shown(Marked(kind=Mark.HELP, at_s=72.0)) == "  1:12  Marked: the agent needed help.\n"


def test_every_state_of_both_lines_has_words() -> None:
    assert {channel: set(words) for channel, words in LINES.items()} == {
        Channel.AGENT: set(LineState), Channel.CALLER: set(LineState),
    }  # fmt: skip

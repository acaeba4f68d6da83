"""What is kept of a call is said as the store does it, by setting, by call and by the agent's word."""

from dataclasses import replace

import pytest

from app.core.consent import Capture
from app.core.events import CallEnded, CallStarted, Channel, Event, Health, HealthCode, LineChanged, LineState
from app.core.keeping import Keep
from app.core.keeping_words import Keeping, kept_words
from app.core.state import CallState, apply
from tests.core.calls import started

CALL = replace(started(), call_id="call-1")
PRACTICE = replace(CALL, source="practice: first", stored=False)
ENDED = CallEnded(at_s=60, duration_s=60)
NO_TEXT, NOTHING = Keeping(keep=Keep.NO_TEXT), Keeping(keep=Keep.NOTHING)


def state(*events: Event) -> CallState:
    made = CallState()
    for event in events:
        made = apply(made, event)
    return made


def told(code: HealthCode) -> Health:
    return Health(code=code, advice="", lag_s=0.0, at_s=60.0)


def word(keep: Keep, call_id: str = "call-1") -> Keeping:
    return Keeping(call_id=call_id, word=keep)


def asked(keep: Keep, *, is_done: bool) -> Keeping:
    """The agent's word on the call, and whether the store could do it."""
    return word(keep).hears("call-1", is_done=is_done)


@pytest.mark.parametrize(
    ("begun", "keeping", "line"),
    [
        (CALL, Keeping(), "Keeps words and figures, no sound"),
        (CALL, NO_TEXT, "Keeps figures alone"),
        (replace(CALL, stored=False), NOTHING, "Nothing is kept"),
        (replace(CALL, stored=False), Keeping(), "Nothing is kept"),
        (PRACTICE, Keeping(), "Nothing is kept"),
        (replace(CALL, capture=Capture.NONE), Keeping(), "Keeps figures and what you type"),
        (replace(CALL, capture=Capture.NONE), NO_TEXT, "Keeps figures alone"),
    ],
)
def test_while_a_call_goes_on_it_is_said_what_will_be_kept(begun: CallStarted, keeping: Keeping, line: str) -> None:
    assert kept_words(state(begun), keeping).line == line


def test_in_a_pause_it_is_said_what_is_kept_besides() -> None:
    paused = LineChanged(channel=Channel.CALLER, state=LineState.PAUSED, detected=False, at_s=3.0)
    assert kept_words(state(CALL, paused), Keeping()).line == "Keeps the rest: words and figures, no sound"
    assert kept_words(state(PRACTICE, paused), Keeping()).line == "Nothing is kept"


@pytest.mark.parametrize(
    ("health", "keeping", "line"),
    [
        (None, Keeping(), "Not kept yet"),
        (HealthCode.STORED, Keeping(), "Kept: words and figures, no sound"),
        (HealthCode.STORED, NO_TEXT, "Kept: figures alone"),
        (HealthCode.STORE_FAILED, Keeping(), "Not kept"),
        (HealthCode.STORED, word(Keep.FULL), "Kept: words and figures, no sound"),
        (HealthCode.STORED, word(Keep.NO_TEXT), "Kept: figures alone"),
        (HealthCode.STORED, word(Keep.NOTHING), "Nothing is kept"),
        (HealthCode.STORED, word(Keep.NOTHING, "call-0"), "Kept: words and figures, no sound"),
    ],
)
def test_once_it_has_ended_it_is_said_what_is_kept(health: HealthCode | None, keeping: Keeping, line: str) -> None:
    events = (CALL, ENDED, *((told(health),) if health else ()))
    assert kept_words(state(*events), keeping).line == line


@pytest.mark.parametrize(
    ("health", "keeping", "line"),
    [
        (HealthCode.STORED, asked(Keep.NOTHING, is_done=False), "Kept: words and figures, no sound"),
        (HealthCode.STORED, asked(Keep.NO_TEXT, is_done=False), "Kept: words and figures, no sound"),
        (HealthCode.STORED, asked(Keep.NOTHING, is_done=True), "Nothing is kept"),
        (HealthCode.STORE_FAILED, word(Keep.FULL), "Not kept"),
        (HealthCode.STORE_FAILED, asked(Keep.FULL, is_done=False), "Not kept"),
        (HealthCode.STORE_FAILED, asked(Keep.FULL, is_done=True), "Kept: words and figures, no sound"),
        (HealthCode.STORE_FAILED, asked(Keep.NO_TEXT, is_done=True), "Kept: figures alone"),
    ],
)
def test_what_was_asked_for_counts_once_the_store_has_done_it_and_no_more_where_it_could_not(
    health: HealthCode, keeping: Keeping, line: str
) -> None:
    assert kept_words(state(CALL, ENDED, told(health)), keeping).line == line


def test_practice_that_could_not_be_kept_is_not_said_to_be() -> None:
    failed = word(Keep.FULL).hears("call-1", is_done=False)
    assert kept_words(state(PRACTICE, ENDED), failed).line == "Nothing is kept"
    assert word(Keep.FULL).hears("call-0", is_done=False) == word(Keep.FULL)


def test_what_is_set_after_a_call_has_ended_changes_nothing_of_what_is_kept_of_it() -> None:
    over = state(CALL, ENDED, told(HealthCode.STORED))
    with_words = replace(Keeping().follows(over), keep=Keep.NO_TEXT).follows(over)
    assert kept_words(over, with_words).line == "Kept: words and figures, no sound"
    assert kept_words(over, with_words.asks("call-1", Keep.FULL, was_stored=True)).line == "Kept: figures alone"
    without = replace(NO_TEXT.follows(over), keep=Keep.FULL).follows(over)
    assert kept_words(over, without.asks("call-1", Keep.FULL, was_stored=True)).line == "Kept: figures alone"
    assert kept_words(state(CALL), with_words.follows(state(CALL))).line == "Keeps figures alone"


def test_a_call_that_is_not_stored_is_not_kept_when_it_has_ended() -> None:
    assert kept_words(state(replace(CALL, stored=False), ENDED), Keeping()).line == "Nothing is kept"


def test_practice_is_kept_if_that_is_asked_for_and_as_much_of_it_as_of_calls() -> None:
    over = state(PRACTICE, ENDED)
    assert kept_words(over, Keeping()).line == "Not kept unless you press Keep"
    assert kept_words(over, Keeping(allowed={Keep.NOTHING})).line == "Nothing is kept"
    assert kept_words(over, word(Keep.FULL)).line == "Kept: words and figures, no sound"
    assert kept_words(over, replace(word(Keep.FULL), keep=Keep.NO_TEXT)).line == "Kept: figures alone"


@pytest.mark.parametrize("keep", Keep)
def test_the_whole_of_it_tells_of_words_figures_and_sound(keep: Keep) -> None:
    stored = replace(CALL, stored=keep is not Keep.NOTHING)
    for shown in (state(), state(stored), state(stored, ENDED), state(replace(stored, capture=Capture.NONE))):
        whole = kept_words(shown, Keeping(keep=keep)).whole.casefold()
        assert [told for told in ("words", "figures", "sound") if told not in whole] == []


def test_without_a_call_the_line_is_empty() -> None:
    assert kept_words(CallState(), Keeping()).line == ""

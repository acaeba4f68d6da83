"""What a window shows, rebuilt event by event."""

from dataclasses import replace

from app.core.events import (
    AngerPoint,
    AudioGap,
    CallEnded,
    Channel,
    Checklist,
    Disclosed,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Phase,
    PromptHeldBack,
    PromptUsed,
    PromptWithdrawn,
    Stage,
    Telling,
    Trend,
)
from app.core.state import CallState
from tests.core.calls import ended, felt, prompt, said, saying, started, state_of, whole_call, withdrawn


def test_a_call_that_starts_forgets_the_one_before() -> None:
    state = state_of([started("old"), *whole_call(), started("new")])
    assert state == CallState(started=started("new"))


def test_a_partial_replaces_the_partial_of_its_channel_and_leaves_the_other() -> None:
    state = state_of([saying(1, "my"), saying(1, "good", channel=Channel.AGENT), saying(1, "my card")])
    assert [(partial.channel, partial.stable) for partial in state.partials] == [
        (Channel.AGENT, "good"),
        (Channel.CALLER, "my card"),
    ]


def test_a_final_replaces_its_partial() -> None:
    state = state_of([saying(1, "my cart"), said(Channel.CALLER, 1.0, 2.0, "My card.")])
    assert state.partials == ()
    assert [turn.text for turn in state.turns] == ["My card."]


def test_an_empty_final_withdraws_its_partial() -> None:
    state = state_of([saying(1, "thank you"), said(Channel.CALLER, 1.0, 2.0, "")])
    assert (state.partials, state.turns) == ((), ())


def test_a_late_final_leaves_the_partial_of_the_next_utterance() -> None:
    state = state_of([saying(2, "and then"), said(Channel.CALLER, 0.0, 0.9, "No.", number=1)])
    assert [partial.number for partial in state.partials] == [2]


def test_turns_are_in_order_of_their_start() -> None:
    state = state_of([said(Channel.CALLER, 4, 6), said(Channel.AGENT, 1, 8), said(Channel.AGENT, 5, 9, number=2)])
    assert [(turn.channel, turn.start_s) for turn in state.turns] == [
        (Channel.AGENT, 1),
        (Channel.CALLER, 4),
        (Channel.AGENT, 5),
    ]


def test_a_point_gives_its_caller_turn_its_heat() -> None:
    state = state_of([
        said(Channel.AGENT, 0, 1), said(Channel.CALLER, 1, 2), said(Channel.CALLER, 3, 4, number=2),
        felt(4, 0.5, Phase.RISING, number=2, heat=0.7), felt(5, 0.4, Phase.RISING),
    ])  # fmt: skip
    assert [turn.heat for turn in state.turns] == [None, None, 0.7]
    assert len(state.curve) == 2


def test_a_prompt_is_on_the_screen_until_it_is_withdrawn() -> None:
    before = state_of([prompt(10)])
    assert before.prompt == before.prompts[0]
    after = state_of([prompt(10), withdrawn(15, followed=True)])
    assert after.prompt is None
    assert (after.prompts[0].until_s, after.prompts[0].followed) == (15, True)


def test_a_prompt_shown_twice_is_two_prompts_and_the_last_is_withdrawn() -> None:
    shown: list[Event] = [prompt(10), withdrawn(15, followed=False), prompt(40), withdrawn(45, followed=True)]
    assert [(card.at_s, card.until_s, card.followed) for card in state_of(shown).prompts] == [
        (10, 15, False),
        (40, 45, True),
    ]


def test_the_end_of_the_call_clears_what_was_open() -> None:
    state = state_of([saying(1, "my"), prompt(10), withdrawn(12, followed=None), ended(12)])
    assert (state.partials, state.prompt) == ((), None)
    assert state.ended == CallEnded(at_s=12, duration_s=12)


def test_a_prompt_for_the_end_stays_and_lasts_no_longer_than_the_call() -> None:
    state = state_of([prompt(12), ended(12)])
    assert state.prompt == state.prompts[-1]
    assert state.prompt is not None
    assert state.prompt.until_s == 12


def test_the_latest_health_and_every_gap_are_kept() -> None:
    gap = AudioGap(channel=Channel.CALLER, start_s=1, end_s=2)
    behind = Health(code=HealthCode.BEHIND, advice="Late.", lag_s=7, at_s=9)
    fine = Health(code=HealthCode.LISTENING, advice="Listening.", lag_s=0, at_s=12)
    state = state_of([behind, gap, fine])
    assert (state.health, state.gaps) == (fine, (gap,))


def test_stages_are_named_in_order_and_not_twice_in_a_row() -> None:
    shown: list[Event] = [
        event
        for at_s, stage in enumerate([Stage.OPEN, Stage.ASK, Stage.ASK, Stage.RESOLVE, Stage.ASK])
        for event in (prompt(at_s, stage=stage), withdrawn(at_s + 0.5, followed=None))
    ]
    assert state_of(shown).stages == (Stage.OPEN, Stage.ASK, Stage.RESOLVE, Stage.ASK)


def test_a_state_is_not_changed_by_what_comes_after() -> None:
    before = state_of([started()])
    state_of([started(), AngerPoint(at_s=1, level=0.5, trend=Trend.RISING, phase=Phase.CALM)])
    assert before == CallState(started=started())


def health(code: HealthCode, over: HealthCode | None = None) -> Health:
    return Health(code=code, advice=code.value, lag_s=0.0, at_s=1.0, over=over)


def test_a_trouble_lasts_until_it_is_said_to_be_over() -> None:
    echo, behind = health(HealthCode.ECHO), health(HealthCode.BEHIND)
    caught_up = health(HealthCode.LISTENING, HealthCode.BEHIND)
    assert state_of([echo, behind]).troubles == (echo, behind)
    assert state_of([echo, behind, caught_up]).troubles == (echo,)
    assert state_of([behind, echo, behind]).troubles == (echo, behind)


def test_a_device_that_is_back_and_a_stored_call_end_their_trouble() -> None:
    lost, back = health(HealthCode.DEVICE_LOST), health(HealthCode.DEVICE_BACK)
    failed, stored = health(HealthCode.STORE_FAILED), health(HealthCode.STORED)
    assert state_of([lost, back, failed, stored]).troubles == ()


def test_a_line_is_open_until_it_changes_and_every_change_is_kept() -> None:
    hold = LineChanged(channel=Channel.CALLER, state=LineState.HOLD, detected=False, at_s=3.0)
    back = replace(hold, state=LineState.OPEN, at_s=9.0)
    assert state_of([]).line(Channel.CALLER) is LineState.OPEN
    assert state_of([hold]).line(Channel.CALLER) is LineState.HOLD
    assert state_of([hold, back]).line(Channel.CALLER) is LineState.OPEN
    assert state_of([hold, back]).changes == (hold, back)


def test_a_turn_knows_whose_it_is() -> None:
    own = said(Channel.CALLER, 1, 2)
    other = replace(own, number=2, start_s=3, end_s=4, line=LineState.ANNOUNCEMENT)
    assert [turn.is_own for turn in state_of([own, other]).turns] == [True, False]


def guessed(at_s: float, level: float, number: int = 1) -> AngerPoint:
    return replace(felt(at_s, level, Phase.CALM, number, level), provisional=True)


def levels(*events: Event) -> list[tuple[float, float]]:
    return [(point.at_s, point.level) for point in state_of([started(), *events]).curve]


def test_there_is_one_provisional_point_and_a_final_takes_its_place() -> None:
    first, second, final = guessed(2, 0.3), guessed(3, 0.4), felt(4, 0.5, Phase.RISING, 1, 0.5)
    assert levels(first, second) == [(3, 0.4)]
    assert levels(first, second, said(Channel.CALLER, 1, 4), final) == [(4, 0.5)]


def test_a_provisional_point_stays_in_front_of_time_that_passes() -> None:
    assert levels(guessed(2, 0.4), felt(3, 0.1, Phase.CALM)) == [(3, 0.1), (3, 0.4)]


def test_words_that_are_withdrawn_or_not_scored_take_their_provisional_point_with_them() -> None:
    assert levels(guessed(2, 0.4), said(Channel.CALLER, 1, 4, "")) == []
    assert levels(guessed(2, 0.4), said(Channel.CALLER, 1, 4, "Words.")) == []
    assert levels(guessed(2, 0.4), said(Channel.AGENT, 1, 4, "Words.")) == [(2, 0.4)]


def test_the_point_of_a_final_leaves_that_of_the_next_utterance() -> None:
    ahead = guessed(6, 0.5, number=2)
    assert levels(ahead, said(Channel.CALLER, 1, 4), felt(4, 0.3, Phase.CALM, 1, 0.3)) == [(4, 0.3), (6, 0.5)]


def test_an_ended_call_has_no_provisional_point() -> None:
    assert levels(guessed(2, 0.4), ended(10)) == []


def test_a_provisional_point_gives_no_turn_its_heat() -> None:
    state = state_of([started(), said(Channel.CALLER, 1, 4), guessed(5, 0.4, number=1)])
    assert [turn.heat for turn in state.turns] == [None]


def test_a_card_that_was_of_use_and_one_that_was_put_away_are_marked() -> None:
    state = state_of([prompt(1.0), PromptUsed(rule="ask", at_s=2.0)])
    assert state.prompt is not None
    assert (state.prompt.used, state.prompts[-1].used) == (True, True)
    state = state_of([prompt(1.0), PromptWithdrawn(rule="ask", at_s=2.0, why="dismissed", followed=None)])
    assert (state.prompt, state.prompts[-1].dismissed) == (None, True)
    assert state_of([PromptUsed(rule="ask", at_s=2.0)]).prompts == ()


def test_the_checklist_is_the_last_one_told_and_what_stood_on_it_is_kept() -> None:
    first = Checklist(at_s=0.0, items=("Greet", "Ask"), done=(False, False))
    second = Checklist(at_s=3.0, items=("Greet", "Ask"), done=(True, False))
    state = state_of([first, second])
    assert state.checklist == second
    state = state_of([first, second, Checklist(at_s=9.0)])
    assert (state.checklist, state.checked) == (None, {"Greet": True, "Ask": False})


def test_what_was_held_back_is_kept() -> None:
    held = PromptHeldBack(rule="ask", at_s=1.0, why="resting")
    assert state_of([held]).held_back == (held,)


def test_a_pause_of_both_lines_is_one_span_and_one_that_goes_on_has_no_end() -> None:
    def paused(at_s: float, state: LineState) -> list[Event]:
        return [
            LineChanged(channel=channel, state=state, detected=False, at_s=at_s)
            for channel in (Channel.AGENT, Channel.CALLER)
        ]

    once = [*paused(5.0, LineState.PAUSED), *paused(9.0, LineState.OPEN)]
    assert state_of(once).unscored == ((5.0, 9.0),)
    assert state_of(paused(5.0, LineState.UNSCORED) + paused(9.0, LineState.OPEN)).unscored == ((5.0, 9.0),)
    assert state_of([*once, *paused(12.0, LineState.PAUSED)]).unscored == ((5.0, 9.0), (12.0, None))


def test_whether_the_caller_was_told_of_the_record_is_what_was_told_last() -> None:
    asked = Disclosed(told=False, how=None, at_s=0.0)
    said = Disclosed(told=True, how=Telling.AGENT, at_s=4.0)
    assert state_of([]).disclosed is None
    assert state_of([asked, said]).disclosed == said

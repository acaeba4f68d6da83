"""What the desk is doing, step by step."""

from app.core.desk import DeskPhase, DeskState, Offer
from app.core.events import Channel, LineChanged, LineState
from tests.core.calls import ended, started


def line(channel: Channel, state: LineState) -> LineChanged:
    return LineChanged(channel=channel, state=state, detected=False, at_s=1.0)


def listening() -> DeskState:
    return DeskState().loaded().begins("c1").follows(started("c1"))


def test_a_desk_loads_then_is_ready_and_a_call_that_begins_earlier_waits_for_it() -> None:
    assert DeskState().phase is DeskPhase.LOADING
    assert DeskState().loaded().phase is DeskPhase.READY
    early = DeskState().begins("c1").loaded()
    assert (early.phase, early.call_id, early.is_loaded) == (DeskPhase.LOADING, "c1", True)
    assert early.follows(started("c1")).phase is DeskPhase.LISTENING


def test_what_could_not_be_loaded_is_not_called_ready_until_it_is_there() -> None:
    stuck = DeskState().sticks()
    assert stuck.phase is DeskPhase.STUCK
    assert stuck.begins("c1").fails().phase is DeskPhase.STUCK
    assert stuck.loaded().phase is DeskPhase.READY


def test_hold_pause_and_mute_follow_the_lines() -> None:
    held = listening().follows(line(Channel.CALLER, LineState.HOLD))
    assert held.phase is DeskPhase.HOLD
    muted = held.follows(line(Channel.AGENT, LineState.MUTED))
    assert (muted.phase, muted.is_muted) == (DeskPhase.HOLD, True)
    paused = muted.follows(line(Channel.AGENT, LineState.PAUSED)).follows(line(Channel.CALLER, LineState.PAUSED))
    assert (paused.phase, paused.is_muted) == (DeskPhase.PAUSED, True)
    back = paused.follows(line(Channel.AGENT, LineState.OPEN)).follows(line(Channel.CALLER, LineState.OPEN))
    assert (back.phase, back.is_muted) == (DeskPhase.LISTENING, False)


def test_a_call_ends_and_is_put_away_and_one_that_never_began_leaves_the_desk_ready() -> None:
    over = listening().follows(ended(9.0))
    assert (over.phase, over.call_id) == (DeskPhase.ENDED, None)
    assert over.clears().phase is DeskPhase.READY
    assert DeskState().loaded().begins("c1").fails().phase is DeskPhase.READY
    assert listening().clears() == listening()


def test_an_offer_fits_the_moment_and_goes_with_it() -> None:
    ready = DeskState().loaded()
    assert ready.offers(Offer.END).offer is None
    assert listening().offers(Offer.START).offer is None
    assert ready.offers(Offer.START).begins("c1").offer is None
    quiet = listening().offers(Offer.END)
    assert quiet.offer is Offer.END
    assert quiet.offers(None).offer is None
    assert quiet.ends().offer is None


def test_a_notice_stands_once_until_it_is_dismissed() -> None:
    told = DeskState().tells("One.").tells("Two.").tells("One.")
    assert told.notices == ("One.", "Two.")
    assert told.dismisses().notices == ()


def test_a_tick_before_a_call_is_for_the_next_one_alone() -> None:
    ready = DeskState().loaded()
    assert ready.ticks().is_told
    assert not ready.ticks().ticks().is_told
    assert not ready.ticks().begins("c1").is_told
    assert not ready.begins("c1").ticks().is_told
    assert ready.ticks().begins("practice", live=False).ends().is_told


def test_of_many_notices_three_are_shown_and_the_next_when_they_are_read() -> None:
    told = DeskState()
    for number in range(5):
        told = told.tells(f"Notice {number}.")
    assert told.told == ("Notice 0.", "Notice 1.", "Notice 2.")
    assert told.dismisses().told == ("Notice 3.", "Notice 4.")

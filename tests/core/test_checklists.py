"""The lists beside the beginning and the end of a call: what stands on them, what ticks it, when they go."""

from app.core.checklists import OPENING_S, Checklists, Opening, opening_of
from app.core.consent import Consent
from app.core.events import Checklist, Disclosed, Move, Phase, Telling
from app.core.phrases import normalise
from app.core.playbook import Disclosure, Duty, Item, Playbook

GREET = Item(text="Greet", done_by=(Move.GREETING,))
ASK = Item(text="Ask", done_by=(Move.OPEN_QUESTION,))
THANK = Item(text="Thank", done_by=(Move.THANKS,))
OMBUDSMAN = Duty(text="Name the ombudsman", caller_says=("ombudsman",), agent_says=("ombudsman",))
TOLD = Disclosure(text="Say it is written down", agent_says=("written down",))


def playbook(**others: object) -> Playbook:
    known = {
        "opening": (GREET, ASK),
        "closing": (THANK,),
        "closing_says": ("bye",),
        "duty": (OMBUDSMAN,),
    }
    head = {"name": "p", "title": "P", "language": "en", "version": "1", "author": "a", "date": "d"}
    return Playbook(**head, rule=(), **known | others)  # type: ignore[arg-type]


def lists(**others: object) -> Checklists:
    return Checklists(playbook(**others))


def now(checklists: Checklists, at_s: float) -> list[tuple[str, bool]] | None:
    """What the screen is told at a second, None where it stays as it is."""
    events = [event for event in checklists.changed(at_s) if isinstance(event, Checklist)]
    return [*zip(events[0].items, events[0].done, strict=True)] if events else None


def test_a_call_begins_with_the_opening_and_says_so_once() -> None:
    checklists = lists()
    assert now(checklists, 0) == [("Greet", False), ("Ask", False)]
    assert now(checklists, 1) is None


def test_what_callers_are_told_of_the_call_comes_after_the_greeting_and_is_done_where_it_was_announced() -> None:
    assert now(lists(disclosure=TOLD), 0) == [("Greet", False), ("Say it is written down", False), ("Ask", False)]
    announced = Disclosure(text=TOLD.text, announced=True)
    done = ("Announced before the call", True)
    assert now(lists(disclosure=announced), 0) == [("Greet", False), done, ("Ask", False)]


def test_moves_and_words_of_the_agent_tick() -> None:
    checklists = lists(disclosure=TOLD)
    now(checklists, 0)
    checklists.hear_agent([Move.GREETING], normalise("Hello, this call is written down."), 2.0)
    assert now(checklists, 4) == [("Greet", True), ("Say it is written down", True), ("Ask", False)]


def test_the_opening_goes_when_it_is_done_and_was_seen() -> None:
    checklists = lists()
    now(checklists, 0)
    checklists.hear_agent([Move.GREETING, Move.OPEN_QUESTION], "", 2.0)
    assert now(checklists, 4) == [("Greet", True), ("Ask", True)]
    assert now(checklists, 7) is None
    assert now(checklists, 7.5) == []


def test_the_opening_goes_after_a_minute_or_when_the_caller_is_not_calm() -> None:
    late = lists()
    now(late, 0)
    assert now(late, OPENING_S) == []
    heated = lists()
    now(heated, 0)
    heated.hear_caller(normalise("This is a disgrace."), Phase.RISING)
    assert now(heated, 8) == []


def test_what_the_caller_says_at_the_end_brings_the_closing() -> None:
    checklists = lists()
    now(checklists, OPENING_S)
    checklists.hear_caller(normalise("All right, bye."), Phase.CALM)
    assert now(checklists, 90) == [("Thank", False)]
    checklists.hear_agent([Move.THANKS], "", 2.0)
    assert now(checklists, 93) == [("Thank", True)]


def test_what_the_agent_did_before_the_end_does_not_tick_the_closing() -> None:
    checklists = lists()
    checklists.hear_agent([Move.THANKS], "", 2.0)
    checklists.hear_caller(normalise("Bye."), Phase.CALM)
    assert now(checklists, 90) == [("Thank", False)]


def test_an_angry_goodbye_is_no_end_and_a_rise_takes_the_closing_away() -> None:
    checklists = lists()
    now(checklists, OPENING_S)
    checklists.hear_caller(normalise("Oh bye then."), Phase.HOT)
    assert now(checklists, 70) is None
    checklists.hear_caller(normalise("Bye."), Phase.FALLING)
    assert now(checklists, 80) == [("Thank", False)]
    checklists.hear_caller(normalise("No wait, what is this?"), Phase.RISING)
    assert now(checklists, 90) == []


def test_a_duty_stands_from_the_callers_words_until_it_is_done_in_any_phase() -> None:
    checklists = lists()
    now(checklists, OPENING_S)
    checklists.hear_caller(normalise("I will go to the ombudsman."), Phase.HOT)
    checklists.hear_caller(normalise("The ombudsman, yes."), Phase.HOT)
    assert now(checklists, 100) == [("Name the ombudsman", False)]
    checklists.hear_agent([], normalise("The ombudsman can be reached by phone."), 2.0)
    assert now(checklists, 111) == [("Name the ombudsman", True)]
    assert now(checklists, 114.5) == []


def test_what_is_done_while_the_screen_stands_still_is_seen_before_it_goes() -> None:
    checklists = lists()
    now(checklists, 0)
    checklists.hear_agent([Move.GREETING, Move.OPEN_QUESTION], "", 2.0)
    assert now(checklists, 9) == [("Greet", True), ("Ask", True)]
    assert now(checklists, 11) is None


def test_at_the_end_all_that_stood_there_is_told() -> None:
    checklists = lists()
    now(checklists, OPENING_S)
    checklists.hear_agent([Move.GREETING], "", 2.0)
    checklists.hear_caller(normalise("Bye."), Phase.CALM)
    checklists.hear_agent([Move.THANKS], "", 2.0)
    [last] = [event for event in checklists.finish(99) if isinstance(event, Checklist)]
    assert dict(zip(last.items, last.done, strict=True)) == {"Greet": True, "Ask": False, "Thank": True}


def told(checklists: Checklists) -> list[tuple[bool, Telling | None, float]]:
    """What is newly known of the disclosure."""
    return [(event.told, event.how, event.at_s) for event in checklists.disclosed()]


def test_the_disclosure_is_told_from_its_beginning_until_it_is_done_once() -> None:
    checklists = lists(disclosure=TOLD)
    assert told(checklists) == [(False, None, 0.0)]
    checklists.hear_agent([], normalise("This call is written down."), 8.0)
    assert told(checklists) == [(True, Telling.AGENT, 8.0)]
    assert checklists.disclose(9.0) == []


def test_the_agent_can_tick_it_and_its_line_on_the_list_is_ticked() -> None:
    checklists = lists(disclosure=TOLD)
    now(checklists, 0)
    assert checklists.disclose(3.0) == [Disclosed(told=True, how=Telling.TICKED, at_s=3.0)]
    assert now(checklists, 3.2) == [("Greet", False), ("Say it is written down", True), ("Ask", False)]


def test_where_it_is_announced_it_is_done_at_second_zero() -> None:
    assert told(Checklists(playbook(disclosure=TOLD).told_by(Consent.ANNOUNCED))) == [(True, Telling.ANNOUNCED, 0.0)]
    assert told(Checklists(playbook().told_by(Consent.ANNOUNCED))) == [(True, Telling.ANNOUNCED, 0.0)]


def test_where_the_playbook_asks_for_nothing_only_a_tick_is_told() -> None:
    checklists = lists()
    assert told(checklists) == []
    assert [event.how for event in checklists.disclose(1.0)] == [Telling.TICKED]


def test_before_a_call_its_opening_is_known() -> None:
    assert opening_of(playbook(disclosure=TOLD)) == Opening(
        items=("Greet", "Say it is written down", "Ask"), disclosing="Say it is written down"
    )
    announced = opening_of(playbook(disclosure=TOLD).told_by(Consent.ANNOUNCED))
    assert (announced.disclosing, announced.is_announced) == ("Announced before the call", True)
    assert opening_of(playbook()) == Opening(items=("Greet", "Ask"))

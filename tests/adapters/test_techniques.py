"""Every technique of docs/TECHNIQUES.md in a scripted call: its prompt where it fits, and done when the agent does it.

The playbook and what reads the agent's moves are those that are shipped; how hot the caller's lines are stands here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given, settings

from app.compose import load_reader, open_playbooks, read_vocabulary
from app.core.conversation import Conversation
from app.core.events import Channel, Checklist, Event, Move, Prompt, PromptWithdrawn, Stage
from app.core.playbook import Boundary, Grant, Playbook
from app.core.ports import Heat, MoveReader, MovesRequest, ScoreRequest
from tests.core.bounds import LINES, assert_within_bounds, said_in
from tests.core.talk import Says, agent, caller, facts

FURY = Heat(value=0.95, words=("a disgrace",), signals=("exasperation",))
ANGRY = Heat(value=0.8)
FLAT = Heat(value=0.55)
COOLING = Heat(value=0.15)
PLAIN = Heat(value=0.02)


@dataclass(frozen=True)
class Line:
    """A caller's line and how hot it is."""

    said: Says
    heat: Heat


def says(start_s: float, end_s: float, text: str, heat: Heat = ANGRY, *signals: str) -> Line:
    return Line(
        caller(start_s, end_s, text), Heat(value=heat.value, words=heat.words, signals=(*heat.signals, *signals))
    )


HOT_CALL = (
    says(1, 4, "This is a disgrace.", FURY),
    agent(4.5, 5, "Okay."),
    says(6, 9, "It is a disgrace, I tell you.", FURY),
    agent(10, 71, "Mm-hm, okay."),
)
"""A call that is hot; a minute later something new may be shown again."""

COOLED_CALL = (
    *HOT_CALL,
    says(72, 76, "Well, that is something.", COOLING, "relief"),
    agent(76.3, 77, "Okay."),
    says(78, 82, "It does sound better.", COOLING, "relief"),
    agent(83, 131, "Mm-hm, okay."),
)
"""The same, and the caller has calmed down since."""

CALM_CALL = (agent(1, 71, "Mm-hm, okay."),)


@cache
def reader() -> MoveReader:
    return load_reader()


@cache
def moves_in(sentence: str) -> frozenset[Move]:
    return reader().read(sentence)


@cache
def playbook(name: str = "general") -> Playbook:
    """A shipped playbook of a company that lets its agents waive late fees."""
    late_fee = Grant(what="late fee", caller_says=("late fee",))
    return replace(open_playbooks().load(name), grant=(late_fee,))


def play(lines: Sequence[Line | Says], until_s: float) -> list[Prompt | PromptWithdrawn]:
    """Hold the call; the cards that came and went."""
    return [event for event in held(lines, until_s) if isinstance(event, Prompt | PromptWithdrawn)]


def ticked(lines: Sequence[Line | Says], until_s: float) -> dict[str, bool]:
    """Hold the call; what stood on its checklist, and whether it was done."""
    lists = [event for event in held(lines, until_s) if isinstance(event, Checklist)]
    return {item: is_done for now in lists for item, is_done in zip(now.items, now.done, strict=True)}


def held(lines: Sequence[Line | Says], until_s: float, rules: Playbook | None = None) -> list[Event]:
    """Hold the call."""
    said = [line.said if isinstance(line, Line) else line for line in lines]
    heats = {line.said.text: line.heat for line in lines if isinstance(line, Line)}
    conversation = Conversation(rules or playbook(), read_vocabulary())
    events: list[Event] = conversation.start()
    for fact in facts(said, until_s):
        for outcome in conversation.happen(fact):
            match outcome:
                case ScoreRequest():
                    events += conversation.judge(outcome, heats.get(outcome.text, PLAIN))
                case MovesRequest():
                    moves = [moves_in(sentence) for sentence in outcome.sentences]
                    events += conversation.note_moves(outcome, moves)
                case _:
                    events.append(outcome)
    return events + conversation.finish(until_s)


def shown(cards: Iterable[Prompt | PromptWithdrawn], rule: str) -> list[float]:
    return [round(card.at_s, 1) for card in cards if isinstance(card, Prompt) and card.rule == rule]


def is_followed(cards: Iterable[Prompt | PromptWithdrawn], rule: str) -> bool | None:
    return next(card.followed for card in cards if isinstance(card, PromptWithdrawn) and card.rule == rule)


def hot(*lines: Line | Says) -> tuple[Line | Says, ...]:
    return (*HOT_CALL, *lines)


def cooled(*lines: Line | Says) -> tuple[Line | Says, ...]:
    return (*COOLED_CALL, *lines)


ROWS = {
    "act after an excuse": (
        "validate.after_excuse", 81.2,
        hot(agent(72, 75, "I'm afraid that's our policy."), says(77, 80, "So what?")),
        agent(82, 86, "What I can do today is send it again."),
    ),
    "own it after passing the buck": (
        "validate.own_it", 81.2,
        hot(agent(72, 75, "You'll have to ring the warehouse about that."), says(77, 80, "I did already.")),
        agent(82, 86, "Leave it with me, I'll call them myself and stay on it."),
    ),
    "read back what they told before": (
        "validate.read_back", 81.2,
        hot(agent(72, 75, "And what is it about?"), says(77, 80, "I told you three times.", ANGRY, "repeat_contact")),
        agent(82, 86, "So you called on Monday and on Thursday, and the refund still isn't there."),
    ),
    "offer the manager, and oneself first": (
        "validate.manager", 81.2,
        hot(agent(72, 75, "One moment."), says(77, 80, "Get me your manager.", ANGRY, "escalation")),
        agent(82, 86, "I can get her for you, or you give me two minutes first, whichever you prefer."),
    ),
    "name what happened": (
        "validate.name_it", 81.2,
        hot(agent(72, 75, "One moment."), says(77, 80, "It is a mess.")),
        agent(82, 86, "You should never have had to wait that long, I can see why you're angry."),
    ),
    "decide it oneself": (
        "validate.authority", 81.2,
        hot(agent(72, 75, "I'd have to ask my supervisor first."), says(77, 80, "It is a late fee!")),
        agent(82, 86, "I'm taking the late fee off right now."),
    ),
    "stand by the company": (
        "validate.stand_by", 81.2,
        hot(agent(72, 75, "The guys in the shop never put this in properly."), says(77, 80, "And that is my problem?")),
        agent(82, 86, "We got this wrong and I'm putting it right for you now."),
    ),
    "state it or say when one will know": (
        "validate.be_sure", 81.2,
        hot(agent(72, 75, "I think it might be there tomorrow, maybe."), says(77, 80, "You think?")),
        agent(82, 86, "I'll find out and ring you by three o'clock today."),
    ),
    "say no once, then two choices": (
        "resolve.two_choices", 81.2,
        hot(agent(72, 75, "I can't refund the year."), says(77, 80, "I want the year.", ANGRY, "demand")),
        agent(82, 86, "I can't do the year, but I can refund this month or cancel it free of charge."),
    ),
    "answer with their own words": (
        "ask.their_question", 81.2,
        hot(
            says(71.5, 73, "Where is my wheelchair ramp?"),
            agent(73.5, 76, "Could I take your date of birth first of all?"),
            says(77, 80, "That is not what I asked."),
        ),
        agent(82, 86, "The wheelchair ramp is in Leeds and goes out tonight."),
    ),
    "keep to the facts under insults": (
        "boundary.firm", 81.2,
        hot(agent(72, 75, "One moment."), says(77, 80, "You are an idiot.", ANGRY, "insult_agent")),
        agent(82, 86, "What happened on the day it was delivered?"),
    ),
    "explain how it works": (
        "resolve.how_it_works", 140.2,
        cooled(agent(132, 135, "It goes back."), says(136, 139, "I do not understand what happens next.", COOLING)),
        agent(141, 146, "First the driver collects it, and once it is scanned the money goes back to your card."),
    ),
    "there are no stupid questions": (
        "validate.no_stupid_question", 140.2,
        cooled(agent(132, 135, "It goes back."), says(136, 139, "Sorry, this is a stupid question.", COOLING)),
        agent(141, 146, "Not at all, don't worry, lots of people ask that."),
    ),
    "sorry is said, name the next step": (
        "resolve.sorry_said", 81.2,
        (
            *HOT_CALL,
            agent(72, 75, "I'm so sorry about all of this."),
            says(77, 80, "Well.", COOLING),
        ),
        agent(82, 86, "I'm sending the new one out to you now."),
    ),
    "offer a call back in a long silence": (
        "resolve.call_back", 83.0,
        hot(agent(72, 75, "Let me look that up.")),
        agent(86, 89, "Can I call you back this afternoon, what time suits you?"),
    ),
    "one steady sentence after a long silence": (
        "validate.back", 100.0,
        hot(agent(72, 75, "Let me look that up."), agent(100, 101, "Right.")),
        agent(101.5, 104, "Thank you for waiting, I'm sending it to you now."),
    ),
    "let a long turn run": (
        "listen.long_turn", 76.0,
        hot(says(72, 80, "And then I waited and waited and they never came.")),
        agent(80.8, 83, "I see."),
    ),
    "take a second, then answer them": (
        "listen.breathe", 81.2,
        hot(agent(72, 75, "I can see why you're so angry."), says(77, 80, "It is a mess.")),
        agent(82, 86, "Right."),
    ),
    "ask one thing to act on": (
        "ask.one_thing", 81.2,
        hot(
            says(72, 74, "It is still a mess."),
            agent(74.6, 76, "I can see why you're so angry."),
            says(77, 80, "Such a mess.", FLAT),
        ),
        agent(82, 86, "Which card was it meant to go to?"),
    ),
    "promise to stay, and start": (
        "resolve.relief", 81.2,
        hot(
            says(72, 74, "It is still a mess."),
            agent(74.6, 76, "I can see why you're so angry. What happened then?"),
            says(77, 80, "Such a mess.", FLAT),
        ),
        agent(82, 86, "I'll stay with you until this is sorted."),
    ),
    "do it now and say so": (
        "resolve.now", 80.2,
        hot(
            agent(72, 75, "You can have a new one or your money back, whichever you prefer."),
            says(76, 79, "The money.", COOLING),
        ),
        agent(81, 84, "I'm sending the money back to your card now."),
    ),
    "say who does what by when": (
        "resolve.who_when", 80.2,
        hot(
            agent(72, 74, "I can see why you're so angry."),
            says(75, 79, "Well, that is something.", COOLING, "relief"),
        ),
        agent(81, 84, "I'm booking the van for you and it will be there on Friday."),
    ),
    "do one small thing more": (
        "resolve.extra", 80.2,
        hot(
            agent(72, 75, "I can see why you're so angry. I've sent the new one out to you."),
            says(76, 79, "Well, that is something.", COOLING, "relief"),
        ),
        agent(81, 86, "And I'm taking ten pounds off your next bill for the trouble."),
    ),
    "warn once under insults": (
        "boundary.warn", 87.2,
        hot(
            agent(72, 75, "One moment."),
            says(76, 79, "You are an idiot.", FURY, "insult_agent"),
            agent(80, 81.5, "Let me look."),
            says(83, 86, "You useless idiot.", FURY, "insult_agent"),
        ),
        agent(88, 92, "If the insults continue, I will have to end this call."),
    ),
    "sum up and thank them": (
        "close.who_when", 140.2,
        cooled(agent(132, 135, "Okay."), says(136, 139, "That is everything, bye.", PLAIN)),
        agent(141, 146, "So the van comes on Friday, and thank you for giving us the chance to fix it."),
    ),
    "tell them how to reach help best": (
        "close.tip", 140.2,
        cooled(
            agent(132, 135, "So, to sum up: the van comes on Friday, and the refund is on its way."),
            says(136, 139, "That is everything, bye.", PLAIN),
        ),
        agent(141, 146, "The best time to call is before ten, and have your reference ready."),
    ),
}  # fmt: skip

AFTER_A_LINE = [
    name for name, (rule, _, lines, _) in ROWS.items() if isinstance(lines[-1], Line) and "listen" not in rule
]
"""Asked for by what the caller says; listening can be asked for again and again."""


def test_the_opening_is_a_checklist_that_the_agent_ticks_by_speaking() -> None:
    hello = agent(1, 6, "Hello, my name is Ana, this call is written down. What can I do for you?")
    assert ticked([hello], 10) == {
        "Smile, then greet with your name": True,
        "Say that the call is written down": True,
        "Ask what you can do for them": True,
    }
    assert play([hello], 10) == []
    assert not any(ticked([agent(1, 3, "Yes, one moment.")], 10).values())


def test_the_end_is_a_checklist_too() -> None:
    closing = {"Say who does what, by when", "Tell them how to reach help best", "Thank them, and close well"}
    bye = says(72, 74, "That is everything, bye.", PLAIN)
    last = agent(75, 79, "The van comes on Friday. Thank you for calling.")
    done = ticked([*CALM_CALL, bye, last], 85)
    assert closing <= set(done)
    assert done["Thank them, and close well"]
    assert not closing & set(ticked([*CALM_CALL, last], 85))


@pytest.mark.parametrize(
    ("words", "duty", "answer"),
    [
        ("I want to make a formal complaint.", "complaint", "I'm logging the complaint now."),
        ("You will hear from my solicitor.", "lawyer", "I'll pass that on to our legal team."),
        ("Then I will go to the ombudsman.", "ombudsman", "You can reach the ombudsman at any time."),
    ],
)
def test_what_the_caller_makes_a_duty_stands_on_the_checklist(words: str, duty: str, answer: str) -> None:
    lines: list[Line | Says] = [*CALM_CALL, says(72, 75, words, PLAIN)]
    [item] = [item for item in ticked(lines, 80) if duty in item]
    assert ticked([*lines, agent(76, 79, answer)], 85)[item]
    assert not ticked([*lines, agent(76, 79, "Okay.")], 85)[item]


def test_after_the_warning_the_agent_may_end_the_call() -> None:
    _, _, lines, warning = ROWS["warn once under insults"]
    more = says(93.5, 96, "Idiot.", FURY, "insult_agent")
    assert shown(play([*lines, warning, more], 99), "boundary.end") == [97.2]
    assert shown(play([*lines, more], 99), "boundary.end") == []


def test_as_many_warnings_are_asked_for_as_the_company_wants_in_a_call_of_steady_insults() -> None:
    twice = replace(playbook(), boundary=Boundary(warnings=2))
    _, _, lines, warning = ROWS["warn once under insults"]
    second = agent(165, 169, warning.text)
    insults = [says(start_s, start_s + 3, "You useless idiot.", FURY, "insult_agent") for start_s in (94, 160, 171)]
    cards = [event for event in held([*lines, warning, *insults, second], 177, twice) if isinstance(event, Prompt)]
    boundaries = [(card.rule, round(card.at_s)) for card in cards if card.stage is Stage.BOUNDARY]
    assert boundaries[-3:] == [("boundary.warn", 87), ("boundary.warn", 164), ("boundary.end", 175)], boundaries


def test_what_was_asked_for_before_the_refusal_may_still_be_granted() -> None:
    lines = hot(
        says(72, 75, "Take that late fee off."),
        agent(76, 79, "I would have to ask my supervisor about that."),
        says(87, 90, "Then ask them, I am sick of waiting."),
    )
    assert shown(play(lines, 95), "validate.authority") == [91.2]


def test_after_a_hot_call_the_agent_is_told_that_it_was_not_about_them() -> None:
    assert shown(play(HOT_CALL, 75), "close.not_you") == [75]
    assert shown(play(CALM_CALL, 75), "close.not_you") == []


@pytest.mark.parametrize("name", ROWS)
def test_a_technique_is_prompted_where_it_fits_and_done_when_the_agent_does_it(name: str) -> None:
    rule, at_s, lines, answer = ROWS[name]
    cards = play([*lines, answer], answer.end_s + 3)
    [when] = shown(cards, rule)
    assert when == pytest.approx(at_s, abs=0.3)
    assert is_followed(cards, rule) is True


@pytest.mark.parametrize("name", ROWS)
def test_in_a_call_that_never_left_calm_no_technique_is_prompted(name: str) -> None:
    _, _, lines, answer = ROWS[name]
    cold = [Line(line.said, PLAIN) if isinstance(line, Line) else line for line in [*lines, answer]]
    stages = {card.stage for card in play(cold, answer.end_s + 3) if isinstance(card, Prompt)}
    assert stages == set()


@pytest.mark.parametrize("name", AFTER_A_LINE)
def test_what_the_agent_has_just_done_is_not_asked_for(name: str) -> None:
    rule, _, lines, answer = ROWS[name]
    *first, last = lines
    assert isinstance(last, Line)
    did = agent(last.said.start_s - 0.5, last.said.start_s - 0.2, answer.text)
    assert shown(play([*first, did, last], last.said.end_s + 3), rule) == []


@pytest.mark.parametrize("name", open_playbooks().names())
@settings(max_examples=40)
@given(lines=LINES)
def test_a_shipped_playbook_keeps_to_the_bounds_in_any_call(
    name: str, lines: list[tuple[Channel, float, float, str]]
) -> None:
    said, end_s = said_in(lines)
    heated = [
        Line(line, FURY if "ridiculous" in line.text else ANGRY) for line in said if line.channel is Channel.CALLER
    ]
    agents = [line for line in said if line.channel is Channel.AGENT]
    assert_within_bounds(said, held([*heated, *agents], end_s + 5, playbook(name)))

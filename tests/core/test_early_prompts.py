"""Prompts chosen from the words of an utterance that is still open, and what its final makes of them."""

from collections.abc import Iterable

from app.core.chronicle import SpeechEnded, SpeechStarted, Tick
from app.core.conversation import Conversation
from app.core.events import Channel, Event, Move, Phase, Prompt, PromptWithdrawn, Stage, TextFinal, TextPartial
from app.core.playbook import Moment, Playbook, When
from app.core.ports import Heat
from tests.core.situations import playbook, rule
from tests.core.talk import VOCABULARY, answered, overheard

FURIOUS = Heat(value=0.95, signals=("outrage",))
CALM = Heat(value=0.0)
PAUSE = Moment.CALLER_PAUSE
AGITATED = When(moment=PAUSE, phase=(Phase.RISING, Phase.HOT))


class Live:
    """A live call in which words come when they come; `shown` are the cards that came and went."""

    def __init__(self, rules: Playbook) -> None:
        self._conversation = Conversation(rules, VOCABULARY, live=True)
        self._number = 0
        self._start_s = 0.0
        self.shown: list[tuple[float, str]] = []

    def speaks(self, at_s: float, channel: Channel = Channel.CALLER) -> None:
        self._happen(SpeechStarted(channel=channel, at_s=at_s))
        if channel is Channel.CALLER:
            self._number += 1
            self._start_s = at_s

    def stops(self, at_s: float) -> None:
        self._happen(SpeechEnded(channel=Channel.CALLER, start_s=self._start_s, at_s=at_s))

    def is_cut(self, at_s: float) -> None:
        """A long utterance ends where the voice goes on: nobody overhears a pause."""
        for fact in (
            SpeechEnded(channel=Channel.CALLER, start_s=self._start_s, at_s=at_s),
            SpeechStarted(channel=Channel.CALLER, at_s=at_s),
        ):
            assert self._conversation.happen(fact) == []
        self._number += 1
        self._start_s = at_s

    def passes(self, *times_s: float) -> None:
        for at_s in times_s:
            self._happen(Tick(at_s=at_s))

    def is_heard_saying(
        self, stable: str, at_s: float, heat: Heat = CALM, *, guess: str = "", paused: bool = False
    ) -> None:
        partial = TextPartial(
            number=self._number,
            channel=Channel.CALLER,
            start_s=self._start_s,
            end_s=at_s,
            stable=stable,
            guess=guess,
            paused=paused,
        )
        for request in self._conversation.glimpse(partial):
            self._note(self._conversation.foresee(request, heat))

    def ends(self, at_s: float, channel: Channel) -> None:
        self._happen(SpeechEnded(channel=channel, start_s=at_s - 1, at_s=at_s))

    def has_said(
        self, text: str, end_s: float, heat: Heat = CALM, confidence: float = 0.9, number: int | None = None
    ) -> None:
        final = TextFinal(
            number=self._number if number is None else number,
            channel=Channel.CALLER,
            start_s=self._start_s,
            end_s=end_s,
            text=text,
            confidence=confidence,
        )
        for outcome in self._conversation.happen(final):
            self._note(answered(self._conversation, outcome, lambda _: heat))

    def agent_has_said(self, text: str, end_s: float) -> None:
        final = TextFinal(number=1, channel=Channel.AGENT, start_s=end_s - 1, end_s=end_s, text=text, confidence=0.9)
        for outcome in self._conversation.happen(final):
            self._note(answered(self._conversation, outcome))

    def _happen(self, fact: SpeechStarted | SpeechEnded | Tick) -> None:
        self._note(self._conversation.overhear(overheard(fact)))
        for outcome in self._conversation.happen(fact):
            self._note(answered(self._conversation, outcome))

    def _note(self, events: Iterable[Event]) -> None:
        for event in events:
            match event:
                case Prompt():
                    self.shown.append((event.at_s, event.rule))
                case PromptWithdrawn():
                    self.shown.append((event.at_s, event.why))
                case _:
                    pass


def agitated(rules: Playbook) -> Live:
    """A caller who has been furious once, and begins their second turn at second 20."""
    call = Live(rules)
    call.speaks(1)
    call.stops(4)
    call.has_said("This is ridiculous, really.", 4, FURIOUS)
    call.speaks(20)
    return call


def test_the_prompt_comes_before_the_last_words_are_final() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.stops(26)
    call.passes(26.5)
    assert call.shown == [(26.4, "ask")]


def test_a_final_that_says_the_same_leaves_the_card_and_adds_none() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED), rule("other", stage=Stage.VALIDATE, when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.stops(26)
    call.passes(26.5)
    call.has_said("It is ridiculous, all of it.", 26, FURIOUS)
    call.passes(27.5, 30)
    assert call.shown == [(26.4, "ask")]


def test_a_final_that_says_otherwise_takes_the_card_back() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.stops(26)
    call.passes(26.5)
    call.has_said("It is meticulous, all of it.", 26, CALM)
    assert call.shown == [(26.4, "ask"), (26.5, "not confirmed")]


def test_words_that_turn_out_too_unsure_to_be_judged_take_it_back_too() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.stops(26)
    call.passes(26.5)
    call.has_said("", 26)
    assert call.shown == [(26.4, "ask"), (26.5, "not confirmed")]


def test_while_the_agent_answers_nothing_is_taken_back() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.stops(26)
    call.speaks(26.1, Channel.AGENT)
    call.passes(27.25)
    call.has_said("It is meticulous, all of it.", 26, CALM)
    assert call.shown == [(26.4, "ask")]


def test_a_safety_card_comes_while_the_words_are_being_said() -> None:
    danger = rule("danger", stage=Stage.SAFETY, when=When(moment=PAUSE, caller_says=("hurt myself",)))
    call = Live(playbook(danger))
    call.speaks(1)
    call.is_heard_saying("i will hurt myself", 3)
    assert call.shown == [(3, "danger")]
    call.stops(5)
    call.has_said("I will hurt myself on this.", 5)
    assert call.shown == [(3, "danger")]


def test_four_seconds_into_a_turn_what_is_being_said_may_bring_a_card() -> None:
    listening = When(moment=Moment.CALLER_TURN, phase=(Phase.RISING, Phase.HOT))
    call = agitated(playbook(rule("listen", stage=Stage.LISTEN, when=listening)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.passes(23.75)
    assert call.shown == []
    call.passes(24.25)
    assert call.shown == [(24.25, "listen")]


def test_a_long_utterance_that_is_cut_where_the_voice_goes_on_is_no_pause() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.is_cut(22.5)
    call.passes(22.75, 23.5)
    assert call.shown == []


def test_words_that_came_while_the_caller_went_on_are_asked_about_when_they_pause() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_cut(21.5)
    call.passes(22.5)
    call.has_said("This is ridiculous.", 21.5, FURIOUS, number=2)
    assert call.shown == []
    call.stops(23.5)
    assert call.shown == [(23.9, "ask")]


def test_in_a_pause_all_words_count_however_few_are_sure() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("", 22, FURIOUS, guess="this is ridiculous")
    call.stops(22)
    call.passes(22.5)
    assert call.shown == []
    call.is_heard_saying("", 22, FURIOUS, guess="Ridiculous!", paused=True)
    assert call.shown == [(22.5, "ask")]


def test_a_final_that_comes_in_the_pause_brings_its_prompt_at_once() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.stops(22)
    call.passes(22.75)
    call.has_said("This is ridiculous.", 22, FURIOUS)
    assert call.shown == [(22.75, "ask")]


def test_words_that_come_when_the_caller_already_goes_on_bring_nothing() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.stops(21.5)
    call.speaks(22)
    call.has_said("This is ridiculous.", 21.5, FURIOUS, number=2)
    call.passes(22.75, 23.5)
    assert call.shown == []


def test_the_final_of_an_utterance_before_takes_nothing_back() -> None:
    danger = rule("danger", stage=Stage.SAFETY, when=When(moment=PAUSE, caller_says=("want to die",)))
    call = Live(playbook(danger))
    call.speaks(1)
    call.stops(2)
    call.speaks(3)
    call.is_heard_saying("i want to die", 5)
    call.has_said("Is that the right number?", 2, number=1)
    assert call.shown == [(5, "danger")]


def test_a_final_that_came_while_the_agent_spoke_is_not_made_up_for_by_another() -> None:
    danger = rule("danger", stage=Stage.SAFETY, show_s=60, when=When(moment=PAUSE, caller_says=("want to die",)))
    call = Live(playbook(danger))
    call.speaks(1)
    call.is_heard_saying("i want to die", 3)
    call.stops(3.5)
    call.speaks(3.6, Channel.AGENT)
    call.passes(5)
    call.has_said("I want to die.", 3.5)
    call.ends(8, Channel.AGENT)
    call.speaks(8.1)
    call.stops(8.5)
    call.has_said("No.", 8.5)
    assert call.shown == [(3, "danger")]


def test_a_card_that_was_taken_back_may_come_again() -> None:
    danger = rule("danger", stage=Stage.SAFETY, max_per_call=1, when=When(moment=PAUSE, caller_says=("want to die",)))
    call = Live(playbook(danger))
    call.speaks(1)
    call.is_heard_saying("i want to die", 3)
    call.stops(3.5)
    call.has_said("I want to drive.", 3.5)
    call.speaks(5)
    call.stops(7)
    call.has_said("I want to die.", 7)
    assert [name for _, name in call.shown] == ["danger", "not confirmed", "danger"]


def test_a_safety_card_for_words_that_came_late_has_its_full_time() -> None:
    danger = rule("danger", stage=Stage.SAFETY, show_s=20, when=When(moment=PAUSE, caller_says=("want to die",)))
    call = Live(playbook(danger))
    call.speaks(1)
    call.stops(4)
    call.passes(35)
    call.has_said("I want to die.", 4)
    assert call.shown == [(35, "danger")]


def test_from_four_seconds_into_a_turn_the_prompt_for_the_answer_may_come_while_the_caller_speaks() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.is_heard_saying("it is ridiculous", 22, FURIOUS)
    call.passes(23.75)
    assert call.shown == []
    call.passes(24.25)
    assert call.shown == [(24.25, "ask")]
    call.stops(26)
    call.passes(26.5)
    call.has_said("It is ridiculous, all of it.", 26, FURIOUS)
    call.passes(27.5)
    assert call.shown == [(24.25, "ask")]


def test_words_that_become_known_in_the_pause_are_asked_about_at_once() -> None:
    told = When(moment=PAUSE, phase=(Phase.CALM,), caller_says=("the manager",))
    live = Live(playbook(rule("manager", stage=Stage.CLOSE, when=told)))
    live.speaks(20)
    live.is_heard_saying("I would like to", 22)
    live.stops(23)
    live.passes(23.25, 23.5)
    assert live.shown == []
    live.is_heard_saying("I would like to speak to the manager", 23)
    live.passes(23.75)
    assert [name for _, name in live.shown] == ["manager"]


def test_a_prompt_waits_for_what_the_agent_did_just_before() -> None:
    made = When(moment=PAUSE, phase=(Phase.RISING, Phase.HOT), made=(Move.APOLOGY,))
    call = agitated(playbook(rule("after_apology", priority=1, when=made), rule("ask", when=AGITATED)))
    call.speaks(21, Channel.AGENT)
    call.ends(22, Channel.AGENT)
    call.speaks(22.2)
    call.is_heard_saying("it is ridiculous", 23, FURIOUS)
    call.stops(23)
    call.passes(23.4)
    assert call.shown == []
    call.agent_has_said("Sorry.", 22)
    call.passes(23.5)
    assert call.shown == [(23.4, "after_apology")]


def test_it_does_not_wait_for_long() -> None:
    call = agitated(playbook(rule("ask", when=AGITATED)))
    call.speaks(21, Channel.AGENT)
    call.ends(22, Channel.AGENT)
    call.speaks(22.2)
    call.is_heard_saying("it is ridiculous", 23, FURIOUS)
    call.stops(23)
    call.passes(23.4, 23.6)
    assert call.shown == [(23.4, "ask")]

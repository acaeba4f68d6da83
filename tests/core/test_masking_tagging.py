"""When a tagger is asked, and what becomes of what it says; what the bundled one has learned is tested beside it."""

from collections.abc import Sequence

import pytest

from app.core.events import Channel
from app.core.masking import RunningMask, Said, masked
from app.core.masking.tagger import Turn

A, C = Channel.AGENT, Channel.CALLER
SURE, NEVER = 9.0, -9.0


class Knows:
    """A tagger that is sure of some words, and sure of the others that they are nothing."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)
        self.asked: list[tuple[Turn, ...]] = []

    def odds(self, turns: Sequence[Turn]) -> Sequence[float]:
        """Of the last turn's words."""
        self.asked.append(tuple(turns))
        return [SURE if word in self.words else NEVER for word in turns[-1].words]


def shown(tagger: Knows, *turns: tuple[Channel, str]) -> list[str]:
    return masked([Said(*turn, number * 3.0, number * 3.0 + 2) for number, turn in enumerate(turns)], tagger)


@pytest.mark.parametrize("said", ["I was told that they would call me back.", "No, that one is fine.", "Oh, hello."])
def test_nothing_is_asked_where_there_is_nothing_to_hide(said: str) -> None:
    tagger = Knows("told")
    assert shown(tagger, (C, said)) == [said]
    assert tagger.asked == []


@pytest.mark.parametrize("said", ["It is 4471.", "four seven", "in November", "k as in kilo, l", "jo dot smith"])
def test_it_is_asked_where_a_number_a_date_letters_or_an_address_is_said(said: str) -> None:
    tagger = Knows()
    shown(tagger, (C, said))
    assert len(tagger.asked) == 1


def test_it_is_told_who_said_what_before() -> None:
    tagger = Knows()
    shown(tagger, (A, "And the door?"), (C, "It is 4471."))
    assert tagger.asked == [(Turn(A, ("And", "the", "door", "?")), Turn(C, ("It", "is", "4471", ".")))]


def test_of_a_guess_that_comes_again_and_is_final_then_it_is_asked_once() -> None:
    tagger = Knows("4471")
    mask = RunningMask(tagger)
    assert [mask.preview(C, "It is 4471.", 0.0) for _ in range(3)] == ["It is [account]."] * 3
    assert mask.read(C, "It is 4471.", 0.0, 2.0) == ["It is [account]."]
    assert len(tagger.asked) == 1


def test_what_is_beside_a_hidden_number_is_one_with_it_and_a_name_beside_it_stays() -> None:
    assert shown(Knows("4471", "b", "Dean"), (C, "Dean, 4471 b, please.")) == ["Dean, [account], please."]


def test_a_spelled_name_is_hidden_in_an_address_alone() -> None:
    spelled = "It is k o w a l"
    tagger = Knows(*"kowal", "dot", "uk")
    assert shown(tagger, (C, f"{spelled}.")) == [f"{spelled}."]
    assert shown(tagger, (C, f"{spelled} dot uk.")) == ["It is [email]."]


def test_what_the_rules_hide_stays_where_nothing_speaks_for_it_but_a_card_that_checks() -> None:
    assert shown(Knows(), (A, "What is your phone number?"), (C, "It is 0161 496 0991."))[1] == "It is 0161 496 0991."
    assert shown(Knows(), (C, "It is 4539 1488 0343 6467.")) == ["It is [card]."]


def test_long_numbers_that_no_card_begins_like_stay_where_nothing_speaks_for_them() -> None:
    device, sim = "It's 35 770219 046183 5 I've blocked.", "I have 8944 1200 0738 5519 206 for you."
    assert shown(Knows(), (A, device), (A, sim)) == [device, sim]
    assert shown(Knows(), (A, "It's 4012 7702 1904 6183 you say."))[0] != "It's 4012 7702 1904 6183 you say."


@pytest.mark.parametrize("said", ["It is 1 4539 1488 0343 6467.", "It is one, 4539 1488 0343 6467."])
def test_a_card_behind_a_stray_digit_is_never_doubted(said: str) -> None:
    assert "6467" not in shown(Knows(), (C, said))[0]


def test_what_is_counted_stays_beside_a_date_with_the_same_digits() -> None:
    later = "12 March 1980, and I have been with you for 12 years."
    assert shown(Knows("12", "March", "1980"), (A, "What is your date of birth?"), (C, later))[1].endswith("years.")
    assert "[birth date] years" not in shown(Knows("March", "1980"), (A, "Your date of birth?"), (C, later))[1]


def test_the_end_of_a_card_stays_and_also_when_it_is_said_again() -> None:
    turns = (A, "Is it the card ending in 4471?"), (C, "Yes, 4471.")
    assert shown(Knows("4471"), *turns) == [text for _, text in turns]


def test_what_it_hides_is_hidden_again_when_the_other_side_says_it() -> None:
    class HearsTheCaller(Knows):
        def odds(self, turns: Sequence[Turn]) -> Sequence[float]:
            return [SURE if word in self.words and turns[-1].speaker is C else -1.0 for word in turns[-1].words]

    said = "The locker's code is in my diary, it said 44192 I think, or so my aunt told us."
    _, again = shown(HearsTheCaller("44192"), (C, said), (A, "So 44192, is that right?"))
    assert again == "So [account], is that right?"


def test_more_is_needed_for_what_the_rules_know_as_something_else() -> None:
    class Doubts(Knows):
        def odds(self, turns: Sequence[Turn]) -> Sequence[float]:
            return [2.0] * len(turns[-1].words)

    assert shown(Doubts(), (C, "It costs 4471 pounds."))[0].endswith("4471 pounds.")


def test_what_a_number_may_be_instead_and_a_digit_that_was_missed_are_hidden_with_it() -> None:
    either, missed = "Was it Thirteen or Thirty there?", "It is 123, and I missed the four off the front."
    assert shown(Knows("Thirty"), (A, either)) == ["Was it [account] or [account] there?"]
    assert "four" not in shown(Knows("123"), (C, missed))[0]


def test_a_number_that_is_hidden_is_hidden_again_in_its_text_also_as_an_end() -> None:
    assert shown(Knows("4471"), (C, "It is 4471 I think. The card ends in 4471.")) == [
        "It is [account] I think. The card ends in [account]."
    ]

"""A number that is dictated is hidden whatever was asked before, and what nobody dictates stays."""

import pytest

from app.core.events import Channel
from app.core.masking import Said, masked

A, C = Channel.AGENT, Channel.CALLER
Turns = tuple[tuple[Channel, str], ...]


def shown(*turns: tuple[Channel, str]) -> list[str]:
    said, at_s = list[Said](), 0.0
    for channel, text in turns:
        said.append(Said(channel, text, at_s, at_s + 1.5))
        at_s += 2.1
    return masked(said)


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (
            ((A, "The fee's forty pounds."), (C, "Fine. Five three eight one. Am I too quick?")),
            "Fine. [account]. Am I too quick?",
        ),
        (
            ((C, "What time is breakfast? I've my purse out. Fifty-six fifty-one."), (A, "Eight."), (C, "47 50.")),
            "[card].",
        ),
        (((C, "What time is the last bus?"), (C, "4462. 3423. I missed it before.")), "[account]. I missed it before."),
        (
            ((C, "Four oh six two. Is that loud enough? Nine."), (A, "It is."), (C, "Two, the dog. Three.")),
            "[account].",
        ),
        (
            ((A, "It's room 14 you're in, isn't it?"), (C, "6304. The kettle's on. 0169.")),
            "[account]. The kettle's on. [account].",
        ),
        (((A, "What is it you see under the chip?"), (C, "It's four seven oh oh, nine oh.")), "It's [card]."),
        (
            ((C, "Ring me when the room's ready. Oh one six three two, nine six oh, two eight one."),),
            "Ring me when the room's ready. [phone].",
        ),
        (
            ((C, "It's for the account. Six two the kettle's on, sorry, oh nine four."),),
            "It's for the account. [account] the kettle's on, sorry, [account].",
        ),
        (
            (
                (
                    C,
                    "I left my number there, room 10. The same one, oh seven nine double one, one two three, four six.",
                ),
            ),
            "I left my number there, room 10. The same one, [phone].",
        ),
    ],
)
def test_a_number_that_is_dictated_between_other_words_is_hidden(turns: Turns, last: str) -> None:
    assert shown(*turns)[-1] == last


@pytest.mark.parametrize(
    "turns",
    [
        ((A, "What's the order number?"), (C, "Which of the orders?"), (A, "The blue."), (C, "Nine three oh oh.")),
        ((A, "And the order number?"), (C, "7 0 2."), (A, "Yes."), (C, "1 1 8 9.")),
        ((A, "How many of each did you get?"), (C, "Four, five, two, two, eight, and none of the last.")),
        ((A, "Is that order 4471?"), (C, "No. 4417.")),
        ((A, "The token is twenty digits."), (C, "Okay, 4417 0932 8851 6604 2237, and it says rejected.")),
        ((A, "Your MPRN is the eleven-digit one, it starts with a one."), (C, "One oh oh oh four, eight two seven.")),
        ((C, "Okay, on three. One, two, three, go."),),
        ((C, "I won two to one."),),
        ((C, "We were two up and won for two."),),
        ((C, "Quote Q220719 expired on the first."),),
    ],
)  # fmt: skip
def test_the_numbers_of_things_and_amounts_stay_for_whoever_was_asked(turns: Turns) -> None:
    assert shown(*turns) == [text for _, text in turns]


def test_a_group_of_a_hidden_number_is_hidden_when_it_is_said_again_whatever_was_named_since() -> None:
    turns = (C, "I typed 4349 1137 8715 0559."), (A, "What's the error code?"), (C, "Error 402.")
    assert shown(*turns, (A, "Could you check it's not zero five five nine?"))[-1] == "Could you check it's not [card]?"


def test_groups_that_seemed_to_be_others_are_hidden_when_they_are_read_back() -> None:
    turns = (
        (C, "It begins DE zero seven, then nine nine three five, six three two seven"),
        (A, "six three two seven, okay"),
    )
    assert shown(*turns)[-1] == "[account], okay"


@pytest.mark.parametrize(
    "turns",
    [
        ((A, "And your email?"), (C, "It's sarah holloway at"), (A, "Mm-hm."), (C, "brightfields dot co dot uk")),
        ((A, "And your email?"), (C, "sarah dot holloway"), (A, "Yes, and then?"), (C, "bright fields dot com")),
        ((C, "My email is sarah dot holloway, hang on."), (C, "At brightfields dot ie.")),
        ((C, "Put it on sarah at brightfields.ng please."),),
        ((C, "It's s underscore holloway at yahoo dot com. Holloway, H O L L O W A Y."), (A, "Holloway, okay.")),
        ((C, "sarah.1962@brightfields.com. One nine six two is the year."),),
    ],
)  # fmt: skip
def test_no_half_of_an_address_is_left_and_no_part_of_it_that_is_said_again(turns: Turns) -> None:
    words = " ".join(shown(*turns)).casefold()
    assert not [word for word in ("sarah", "holloway", "bright", "fields", "1962", "nine six") if word in words]


def test_a_national_number_that_was_spoken_of_is_hidden_after_a_thing_in_between() -> None:
    said = "They want my National Insurance. Where's the letter, no, that's the gas. It's JT 48 20 91 B."
    assert shown((C, said))[0].endswith("It's [national id].")


def test_the_date_that_tells_how_old_somebody_is_is_hidden() -> None:
    turns = (A, "How old is the second driver? I need the full date."), (C, "He's the 14th of June 1989.")
    assert shown(*turns)[-1] == "He's the [birth date]."

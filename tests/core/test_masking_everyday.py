"""Masking of further families of forms of which blind sets showed one, in other words; and what looks like them."""

import pytest

from app.core.events import Channel
from app.core.masking import Said, masked

A, C = Channel.AGENT, Channel.CALLER
Turns = tuple[tuple[Channel, str], ...]


def shown(*turns: tuple[Channel, str]) -> list[str]:
    return masked(Said(*turn, 2.5 * number, 2.5 * number + 2) for number, turn in enumerate(turns))


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (((A, "And when does it run out?"), (C, "9 of 28.")), "[code]."),
        (((A, "Expiry, please?"), (C, "It's 11 of 29.")), "It's [code]."),
        (((A, "What's the date on the new business card?"), (C, "The third month, twenty-nine.")), "The [code]."),
        (((A, "And the security code?"), (C, "It's worn. Four, blank, nine.")), "It's worn. [code], blank, [code]."),
        (((A, "And the CVV?"), (C, "Three, um, question mark, eight.")), "[code], um, question mark, [code]."),
        (((A, "Security code?"), (C, "Four two, is that a nine? Four two nine.")), "[code]? [code]."),
        (((C, "ate to five, that's the code bit."),), "[code], that's the code bit."),
    ],
)
def test_codes_and_ends_of_cards_are_hidden_however_they_are_told(turns: Turns, last: str) -> None:
    assert shown(*turns)[-1] == last


@pytest.mark.parametrize(
    "turns",
    [
        ((C, "for two won ate"), (A, "Right."), (C, "five six to free")),
        ((C, "okay it's oh won five 077 412 90"),),
        ((C, "yeah for ate five won"), (A, "Yep."), (C, "to to nine six")),
    ],
)
def test_a_text_of_nothing_but_digits_is_a_number_also_where_half_of_them_only_sound_so(turns: Turns) -> None:
    words = " ".join(shown(*turns)).casefold().split()
    assert not {"for", "won", "two", "ate", "to", "five", "oh", "077"} & set(words)


@pytest.mark.parametrize(
    ("turns", "hidden"),
    [
        (((C, "I've moved to Nedbank, 10 482 771 3."),), "10 482"),
        (((C, "It's Ulster Bank, 44 120 936, code is 98 05 11."),), "98 05"),
        (((A, "Which account should I move it from?"), (C, "The current, 4471 2280.")), "2280"),
        (((A, "Which account would you like closed?"), (C, "Oh, it's four oh two, one one, nine six three.")), "nine"),
        (((A, "Your ID number, madam?"), (C, "6 2 0 9 1 4.")), "6 2"),
        (((A, "I just need an ID number."), (C, "62 09 14 50 83 08 7.")), "62"),
        (((C, "My NI number's double P, thirty-one, oh six, fifty-two, C."),), "Double"),
        (((C, "It's J R sixty-three, twenty-two, eighty-four, B."),), "sixty"),
        (((C, "I'm the 14th of June '49, so do I get the discount?"),), "14th"),
        (((C, "She's April the 9th, 1951."),), "9th"),
        (((A, "Are you 11-2-1957 or 3-8-1981?"),), "1957"),
        (((C, "oh nine, twelve, nineteen seventy-four"), (A, "September 12th, 74, lovely.")), "September"),
    ],
)
def test_banks_papers_and_births_are_known_by_more_of_what_is_said_beside_them(turns: Turns, hidden: str) -> None:
    assert hidden.casefold() not in " ".join(shown(*turns)).casefold()


@pytest.mark.parametrize(
    "turns",
    [
        ((A, "Can I take the card?"), (C, "4539 1488"), (A, "The delivery fee is $12."), (C, "Right. 0343 6467.")),
        ((A, "The first four are 4539, is that right?"), (C, "Yes, 4539. 1488."), (A, "Mm."), (C, "0343 6467.")),
    ],
)
def test_a_card_is_hidden_to_its_end_though_its_fee_is_told_between_or_its_beginning_is_known(turns: Turns) -> None:
    assert not any(group in " ".join(shown(*turns)) for group in ("4539", "1488", "0343", "6467"))


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (
            (
                (C, "Use sales at hillcrest dash motors dot co dot uk."),
                (A, "A dash?"),
                (C, "Hillcrest dash motors."),
            ),
            {"hillcrest", "motors"},
        ),
        (((C, "It's dora_19 at yahoo dot com."), (A, "Was that one nine or nineteen?")), {"nine", "nineteen"}),
        (
            ((C, "Forward it to k dot marsh"), (A, "Yes."), (C, "at brightwater clinic dot org.")),
            {"marsh", "brightwater"},
        ),
        (((A, "Shall I send it by email?"), (C, "Yeah, kmoss.plumbing"), (A, "K, moss?")), {"kmoss", "moss"}),
        (((A, "Do you want that via email?"), (C, "Please, t dot brennan at eircom dot net.")), {"brennan"}),
    ],
)
def test_addresses_are_hidden_in_parts_that_nobody_asked_for_and_when_they_are_read_back(
    turns: Turns, words: set[str]
) -> None:
    said = " ".join(shown(*turns)).casefold()
    assert not any(word in said for word in words)


@pytest.mark.parametrize(
    "turns",
    [
        ((A, "The branch code of our shop is 0533."),),
        ((A, "The Rx group on your card is 440127 and the BIN is 004336."),),
        ((A, "The member ID on the card is 4471 0928."),),
        ((A, "That prescription expired on 9/30."),),
        ((A, "It expired on 6/28 so it's refused."),),
        ((C, "I'll use the card ending in two two oh nine."),),
        ((A, "Your cards end in 0044, 7719 and 3308."),),
        ((A, "I'm not seeing 4 4 0 1 7 7 2 9, could it be a different one?"),),
        ((A, "Nothing comes up under 44017729."),),
        ((C, "The slip has a row of numbers, 0533, 7, 41290."),),
        ((A, "Dispute 4 4 1 7 2 9 9 0 was closed."),),
        ((A, "Read me the number off the back of the set-top."), (C, "K 2 2 0 7"), (A, "Yes?"), (C, "8 8 1 4 6 0.")),
        ((C, "It's open nine to five."),),
        ((C, "won two to one"),),
        ((C, "There's a red dot on the box."),),
        ((C, "I've got a polka dot dress in size 12."),),
        ((A, "Are you free 4-15 or 4-18?"),),
        ((A, "Which account is it, the gas or the electric?"), (C, "The gas, since 2019.")),
        ((C, "I'm in on May 3rd, about 9."),),
    ],
)
def test_what_only_looks_like_these_stays(turns: Turns) -> None:
    assert shown(*turns) == [text for _, text in turns]


@pytest.mark.parametrize(
    ("turns", "hidden"),
    [
        (((C, "4539, 1 4 8 8, how long does that take"),), "4539"),
        (((C, "it's 51 06 77 20"), (A, "yes"), (C, "44 for 7"), (A, "mhm"), (C, "3018 92")), "for"),
        (((C, "kiwibank 38 9021 0044712 00"),), "9021"),
        (((C, "it's anz, oh 1 0 2 8 8 4"),), "0 2"),
        (((C, "they want my PAN it is C for Cochin, A, Q, P, D, 3 to 8 8, L"),), "Cochin"),
        (((C, "I found it, H R 50 to to won 7 C"),), "50"),
        (
            ((C, "Send it to bookings at oakley dash travel dot ie"), (C, "and mine is n oakley at the same")),
            "n oakley",
        ),
        (((C, "it's all lowercase old man river 7 7 at hotmail.com"),), "old"),
        (((C, "it's all one word mad hatter 12 at outlook dot com"),), "mad"),
        (((A, "and then the three digits"), (C, "Won oh for. And that's the 85 pounds done?")), "won"),
        (((C, "14/08/73 thanks"),), "14/08"),
        (((A, "I've got 9th of March 1968 here"), (C, "no, nineteenth of March 68")), "march"),
        (((A, "We have the 4th of July 1977 on file."),), "July"),
    ],
)
def test_more_is_hidden_that_a_cheap_engine_writes(turns: Turns, hidden: str) -> None:
    assert hidden.casefold() not in " ".join(shown(*turns)).casefold().replace("kiwibank 38", "kiwibank")


@pytest.mark.parametrize(
    "turns",
    [
        ((A, "the serial on the back, is it H P 551 or the 620"),),
        ((A, "the P N R is 4 4 0 double 7 1 2, seat 14"),),
        ((C, "my I M E I ends 4 4 0 1 7 2 9 8"),),
        ((A, "you can pay by card, it's 84 50 altogether"), (C, "Is there a fee?")),
        ((C, "do you want the reference instead of the card, it's 4 oh 7 7 1 2 double 9"),),
        ((A, "authorisation code is 4 4 1 7 0 9 for your reference"),),
        ((C, "She was born in that flat it is 1 2 6 Castle Street"),),
        ((C, "have you got it as booking 71 33 04 5 5"), (A, "I see 71 33 04 5 6")),
        ((C, "air waybill 5 5 0 double 1 8 2 7 3 9 4"), (A, "that reached us at 7 45")),
    ],
)
def test_what_only_looks_like_it_in_a_cheap_engines_words_stays(turns: Turns) -> None:
    assert shown(*turns) == [text for _, text in turns]


@pytest.mark.parametrize(
    ("turns", "hidden"),
    [
        (((A, "Can I verify you?"), (C, "Maureen Lacey, October 9 1951.")), "October"),
        (((A, "I see a Paul Grant, 12th of May 1964?"), (C, "My father. Mine's 3rd Sept 1990.")), "Sept"),
        (((A, "I see a Paul Grant, 12th of May 1964?"),), "12th"),
        (((C, "Dad's is 7 Nov 1938, mine's 11 Feb 1967."),), "Nov"),
        (((C, "I was told 1956, the ninth of April."),), "ninth"),
        (((C, "My eldest is the second of March two thousand and twelve."),), "March"),
        (((A, "When's your husband's birthday?"), (C, "June the ninth.")), "ninth"),
        (((A, "Which year was she born?"), (C, "Sixty-four.")), "four"),
        (((A, "Day and month first?"), (C, "Twelfth of May.")), "May"),
        (((A, "last three please"), (C, "nine oh, is it a one, yes nine oh one")), "nine"),
        (((C, "The back, right, it says 6 0 4."),), "6 0"),
        (((A, "What does the message say?"), (C, "It's 5 1 9 0 0 2.")), "5 1"),
        (((C, "Your code is 40 21 77, never share it with anyone."),), "21"),
        (((C, "I've had a text, 7 7 0 1 2 8"),), "7 7"),
        (((A, "Which account's it to be paid from?"), (C, "5 5 0 2 1 7 4 3")), "5 5"),
        (((A, "Start and end dates?"), (C, "02/25, and 02/30.")), "02"),
        (((A, "When does that one lapse?"), (C, "April twenty-eight.")), "April"),
        (((A, "and your email"), (C, "mrosen61")), "mrosen"),
        (((C, "It's olive dash marsh at me dot com."), (A, "I have olive dash march.")), "march"),
        (((A, "Where could I catch him?"), (C, "On 029 2018 0447.")), "2018"),
        (((C, "All I have is my TFN, 865 414 088"),), "414"),
    ],
)
def test_births_codes_and_addresses_are_hidden_in_words_of_no_set(turns: Turns, hidden: str) -> None:
    assert hidden.casefold() not in shown(*turns)[-1].casefold()


@pytest.mark.parametrize(
    "turns",
    [
        ((C, "I've been a customer since 4 May 1991."),),
        ((A, "Your account was opened on July 4th 1995."),),
        ((C, "We were married 3 June 1978 and then moved."),),
        ((A, "The last three were late."),),
        ((A, "The last three of your order?"), (C, "4 4 1")),
        ((C, "The text says my parcel's out, number 4 4 0 2 9."),),
        ((A, "The tariff code is E 7 4."),),
        ((C, "That certificate went out of date in 2023."),),
        ((A, "I've the 3rd of June here for your engineer."),),
        ((C, "Did you get my email?"), (A, "Yes, yesterday.")),
        ((A, "When's good to ring?"), (C, "Nine fifteen, or after six ten.")),
    ],
)
def test_other_days_and_codes_stay(turns: Turns) -> None:
    assert shown(*turns) == [text for _, text in turns]


@pytest.mark.parametrize(
    ("turns", "hidden"),
    [
        (((C, "My card number is 4539 14 ... I lost my place"), (A, "I have up to 14."), (C, "88 0343 6467")), "14"),
        (((C, "It's rita dot cole 7 at gmail dot com."), (A, "Was it rita cole 7?"), (C, "77.")), "77"),
        (((A, "Read me the code that's come through"), (C, "won to for ate ate oh")), "ate"),
        (((C, "your direct debit has 20 14 77 and I said 20 14 07"),), "14"),
        (((A, "And who else is flying?"), (C, "Ann Boyle, 3rd of Feb '59")), "Feb"),
    ],
)
def test_what_is_said_again_and_what_is_put_right_is_hidden(turns: Turns, hidden: str) -> None:
    assert not any(hidden in text for text in shown(*turns))


@pytest.mark.parametrize(
    "said",
    [
        "Your account's 12 days overdue, 204 50.",
        "The school's roll number is 19874.",
        "I was on hold 3 times, on the 4th of May.",
    ],
)
def test_what_is_owed_and_numbers_of_rolls_stay(said: str) -> None:
    assert shown((A, said)) == [said]


@pytest.mark.parametrize(
    ("turns", "hidden"),
    [
        (((C, "The verification's 4 0 9 1 7 7"),), "4 0"),
        (((A, "And the second half?"), (C, "Nine oh one one, two two seven six.")), "Nine"),
        (((A, "When's that one out of date?"), (C, "June 2029.")), "June"),
    ],
)
def test_more_questions_ask_for_what_is_hidden(turns: Turns, hidden: str) -> None:
    assert hidden not in shown(*turns)[-1]


def test_ends_of_cards_stay_that_are_read_out_digit_by_digit() -> None:
    said = "There are two on file, ending 4 4 0 1, 7 2 9 9 and 3 0 0 8."
    assert shown((A, said)) == [said]

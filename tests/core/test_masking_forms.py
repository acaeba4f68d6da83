"""Masking on spoken forms by people who had not seen its rules, and in the turns of a call."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compose import read_vocabulary
from app.core.events import Channel
from app.core.masking import RunningMask, Said
from app.core.masking import masked as masked_call
from app.core.masking.context import Context
from app.core.masking.cue_topics import Topic
from app.core.masking.finding import find, may_hide
from benchmarks.masking import Result, judge

FORMS = Path(__file__).parents[1] / "data" / "masking"
A, C = Channel.AGENT, Channel.CALLER


@pytest.fixture(scope="module", params=[5, pytest.param(1, marks=pytest.mark.long)], ids=["one in five", "all"])
def judged(request: pytest.FixtureRequest) -> list[Result]:
    """One in five of each file; in a long test all."""
    tagger = read_vocabulary().tagger
    return [judge(file, tagger, one_in=request.param) for file in sorted(FORMS.glob("*.json"))]


def total(counts: list[Counter[str]]) -> Counter[str]:
    return sum(counts, Counter())


def test_of_card_numbers_that_others_wrote_down_99_in_100_are_hidden(judged: list[Result]) -> None:
    forms, hidden = total([one.forms for one in judged]), total([one.hidden for one in judged])
    assert hidden["card"] >= 0.99 * forms["card"] > 0


def test_of_everything_else_that_is_to_be_hidden_97_in_100_are(judged: list[Result]) -> None:
    forms, hidden = total([one.forms for one in judged]), total([one.hidden for one in judged])
    assert hidden.total() - hidden["card"] >= 0.97 * (forms.total() - forms["card"])


def test_of_ordinary_sentences_with_numbers_99_in_100_stay_as_they_are(judged: list[Result]) -> None:
    assert sum(len(one.spoilt) for one in judged) <= 0.01 * sum(one.ordinary for one in judged)


def masked(*turns: tuple[Channel, str], gap_s: float = 0.5) -> list[str]:
    starts = [number * (2 + gap_s) for number in range(len(turns))]
    return masked_call(Said(*turn, at_s, at_s + 2) for turn, at_s in zip(turns, starts, strict=True))


def test_what_is_asked_for_is_hidden_in_the_answer() -> None:
    assert masked((A, "And the three digits on the back?"), (C, "Four one seven."))[1] == "[code]."
    assert masked((A, "What's your date of birth?"), (C, "The third of May nineteen eighty-two."))[1] == (
        "The [birth date]."
    )
    assert masked((A, "When does it expire?"), (C, "Oh four twenty-seven."))[1] == "[code]."


def test_an_order_number_that_is_asked_for_stays_also_when_it_is_read_back() -> None:
    turns = ((A, "What's the order number?"), (C, "It's 4417 9231."), (A, "44179231, thank you."))
    assert masked(*turns) == [text for _, text in turns]


def test_what_one_said_of_a_hidden_number_is_hidden_when_the_other_repeats_it() -> None:
    shown = masked((C, "My card number is 4539 1488 0343 6467."), (A, "So that's 4539 1488, and then 6467?"))
    assert not any(letter.isdigit() for letter in " ".join(shown))


def test_a_number_in_parts_with_talk_between_is_known_by_its_check_digit() -> None:
    [shown] = masked((C, "It's 4539, this light is awful, 1488, can't read that, 0343, and 6467."))
    assert not any(letter.isdigit() for letter in shown)


@pytest.mark.parametrize(
    ("asked", "answered", "later"),
    [
        ("And your date of birth?", "The fourth of March 1971.", "It's 18 Mill Road."),
        ("And your date of birth?", "The fourth of March 1971.", "You have a balance of two thousand three hundred."),
        ("What's the code we sent you?", "The code is 551 902.", "One moment. Yes, I'm in."),
        ("Which number can I call you on?", "07700 900 582.", "It's included for customers over seventy five."),
        ("What's your e-mail address?", "dana at gmail dot com.", "I am a bit cross. I have asked for it twice."),
        ("What's your account number?", "4417 9231.", "It's been 15 days, and 2 of them at 3.50."),
    ],
)
def test_once_it_is_told_numbers_of_other_things_stay(asked: str, answered: str, later: str) -> None:
    shown = masked((A, asked), (C, answered), (A, "Thank you, and what else?"), (C, later))
    assert "[" in shown[1]
    assert shown[3] == later


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("What's the number on the bin?", "It's stamped on the lid, 0 0 6 1 8 4 2."),
        ("What's the application number?", "25 stroke 00419."),
        ("What does the dial say?", "Five. It was four, and three before that."),
        ("What time did the code arrive?", "Eleven twenty-seven."),
        ("How much was it?", "Four hundred and nineteen."),
    ],
)
def test_the_answer_to_another_question_stays(asked: str, answered: str) -> None:
    assert masked((A, asked), (C, answered))[1] == answered


def test_a_question_is_forgotten_after_a_minute() -> None:
    shown = masked((A, "What's the security code?"), (C, "Just a moment."), (C, "I paid 417 for it."), gap_s=70)
    assert shown[2] == "I paid 417 for it."


def test_the_words_of_an_open_utterance_are_masked_like_its_final() -> None:
    mask = RunningMask()
    mask.expect(A, "Can I take the expiry date?", 0, 2)
    assert mask.preview(C, "It's oh four twenty-seven", 2.4) == "It's [code]"
    assert mask.read(A, "Can I take the expiry date?", 0, 2) == ["Can I take the expiry date?"]
    assert mask.read(C, "It's oh four twenty-seven.", 2.4, 4) == ["It's [code]."]


SAID = [
    "my", "card", "number", "is", "four", "one", "4111", "1111", "double", "at", "gmail", "dot", "com", "born",
    "in", "may", "third", "expires", "code", "a", "b", "c", "the", "order", "for", "to",
]  # fmt: skip
WORDS = st.sampled_from(SAID)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from([None, *Topic]))
def test_a_text_that_is_not_looked_at_closely_has_nothing_to_hide(text: str, topic: Topic | None) -> None:
    if not may_hide(text, topic):
        assert not find(text, Context(topic=topic), speaker=C).spans


@given(st.text(max_size=60), st.sampled_from([None, *Topic]))
def test_any_turn_can_be_masked_whatever_was_asked(text: str, topic: Topic | None) -> None:
    spans = find(text, Context(topic=topic), speaker=C).spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_days_that_are_told_after_an_account_number_stay() -> None:
    turns = (
        (A, "Can I have your account number?"),
        (C, "It's 4417 9231."),
        (A, "Thank you. Refunds take up to 14 business days."),
        (C, "It has been 15 business days and 3 calls."),
    )
    assert masked(*turns)[1:] == ["It's [account].", *[text for _, text in turns[2:]]]


def test_a_number_that_may_become_a_cards_is_not_on_the_screen_before_its_final() -> None:
    mask = RunningMask()
    assert mask.preview(C, "My neighbour gave me this, 4539", 0) == "My neighbour gave me this, [account]"
    assert mask.preview(C, "My neighbour gave me this, 4539 1488 0343", 0) == "My neighbour gave me this, [account]"
    assert mask.read(C, "My neighbour gave me this, 4539.", 0, 2) == []
    assert mask.decide(5) == ["My neighbour gave me this, 4539."]


@pytest.mark.parametrize(
    "said",
    [
        "The order number is 44179",
        "I've been with you since 2019",
        "I paid 250",
        "It took 1200 minutes",
        "It said 4539 was closed",
    ],
)
def test_other_numbers_are_on_the_screen_at_once(said: str) -> None:
    assert RunningMask().preview(C, said, 0) == said


def test_a_part_of_an_address_is_not_on_the_screen_either() -> None:
    mask = RunningMask()
    mask.expect(A, "What's your email address?", 0, 2)
    assert mask.preview(C, "it's jane smith hotmail", 2.4) == "it's [email]"


@pytest.mark.parametrize(
    ("asked", "answered", "question", "number"),
    [
        ("What's the customer number?", "12345678.", "And your bank account number?", "12345678."),
        ("Which ticket is it?", "Ticket 5512.", "And your PIN?", "My PIN is 5512."),
        ("What's the order number?", "1 2 3 4 5 6.", "And the one-time passcode?", "1 2 3 4 5 6."),
    ],
)
def test_what_was_harmless_before_is_hidden_when_it_is_asked_for_as_a_secret(
    asked: str, answered: str, question: str, number: str
) -> None:
    shown = masked((A, asked), (C, answered), (A, question), (C, number))
    assert shown[1] == answered
    assert "[" in shown[3]


@pytest.mark.parametrize(
    ("question", "secret", "later"),
    [
        ("And the card number?", "4929 1234 5678 9012.", "That's 123 pounds today, and 12 days."),
        ("And the three on the back?", "319.", "That is 319 pounds, in 319 days."),
        ("What number can I reach you on?", "07920 201955.", "A customer since 2019."),
    ],
)
def test_sums_that_have_digits_of_a_hidden_number_by_chance_stay(question: str, secret: str, later: str) -> None:
    assert masked((A, question), (C, secret), (A, later))[2] == later


def test_the_answer_to_the_next_question_is_no_part_of_the_number_before() -> None:
    turns = ((A, "Your account number?"), (C, "4417 9231."), (A, "How many people live there?"), (C, "250."))
    assert masked(*turns)[3] == "250."


def test_times_and_sums_after_an_unanswered_question_stay() -> None:
    for question, said in (
        ("What's the best phone number?", "I called at nine thirty this morning and again at ten fifteen."),
        ("What's your account number?", "I pay 250 a month, you know."),
    ):
        assert masked((A, question), (C, said))[1] == said


def test_the_day_of_birth_alone_is_hidden() -> None:
    assert masked((A, "What is your date of birth?"), (C, "It's the fourteenth."))[1] == "It's the [birth date]."


@pytest.mark.parametrize(
    "said",
    [
        "G B eight two W E S T one two three four five six nine eight seven six five four three two",
        "I for India, E for echo, two nine, A I B K, nine three one one five two, one two three four five six seven",
        "gb82west12345698765432",
        "it's qq123456c all together",
        "Quebec Quebec one two three four five six Charlie",
    ],
)
def test_numbers_with_letters_are_known_however_they_are_spelled(said: str) -> None:
    [shown] = masked((C, said))
    assert "[account]" in shown or "[national id]" in shown
    assert not any(letter.isdigit() for letter in shown)
    assert not {"one", "two", "three", "nine"} & set(shown.casefold().replace(",", " ").split())


@pytest.mark.parametrize("said", ["4,539,148,803, 436-467", "45 39, 14:88, 03 43, 64 67"])
def test_parts_of_a_card_that_are_written_like_sums_and_times_are_hidden(said: str) -> None:
    assert masked((C, f"So that's {said}, alright?")) == ["So that's [card], alright?"]


def test_a_digit_that_is_filled_in_afterwards_is_hidden() -> None:
    turns = (
        (C, "My card number is 4539 1488 0343 646, and one I can't read."),
        (A, "Could it be a zero?"),
        (C, "No, I think it's a 7."),
    )
    assert masked(*turns)[1:] == ["Could it be a [card]?", "No, I think it's a [card]."]


def test_a_number_that_is_begun_anew_is_hidden_from_its_first_beginning_on() -> None:
    [shown] = masked((C, "It's 4539, oh the dog, get down, 4539 1488 0343 6467."))
    assert not any(letter.isdigit() for letter in shown)


@pytest.mark.parametrize(
    "said",
    [
        "I've a DPD one here, 1550 4471 0926 35.",
        "I dialled 1471.",
        "My internet account is 31 77 52 04.",
        "They quoted me 1150 and then 1325.",
        "I was quoted one nineteen, one twenty-nine and one forty-nine.",
        "PNR is 462 817 3905, coach S4, berth 27.",
        "It's 44179.",
        "That flight credit is valid until December 31st, 2025.",
    ],
)
def test_numbers_of_parcels_prices_and_customers_stay(said: str) -> None:
    assert masked((C, said)) == [said]


def test_the_year_of_a_birthday_is_hidden_when_it_is_asked_for_by_itself() -> None:
    turns = ((A, "Your birthday, please?"), (C, "The 21st of July."), (A, "And the year?"), (C, "Seventy-three."))
    assert masked(*turns)[3] == "[birth date]."


def test_a_day_of_birth_that_was_misheard_is_hidden_in_its_correction() -> None:
    turns = (
        (A, "Your date of birth?"),
        (C, "The thirtieth of August 1967."),
        (A, "I have the thirteenth down here."),
        (C, "That's wrong, the thirtieth."),
    )
    assert masked(*turns)[2:] == ["I have the [birth date] down here.", "That's wrong, the [birth date]."]


def test_the_same_words_are_masked_anew_once_something_was_asked() -> None:
    mask = RunningMask()
    assert mask.preview(C, "It's eight twenty-seven", 2.4) != "It's [code]"
    mask.expect(A, "Can I take the expiry date?", 0, 2)
    assert mask.preview(C, "It's eight twenty-seven", 2.4) == "It's [code]"


def nothing_is_left(*turns: tuple[Channel, str]) -> bool:
    return not any(letter.isdigit() for letter in " ".join(masked(*turns)))


def test_a_first_group_that_is_read_back_is_hidden_once_the_other_side_says_the_whole_number() -> None:
    assert nothing_is_left((A, "So I've got 4539, is that right?"), (C, "Yes, 4539, then 1488, then 0343, then 6467."))


def test_a_card_that_is_read_back_but_for_its_end_is_not_taken_for_told() -> None:
    assert nothing_is_left((C, "4539 1488 0343."), (A, "4539 1488 0343, and the last four?"), (C, "6467."))


def test_a_group_of_a_card_that_was_taken_down_in_another_order_is_hidden() -> None:
    assert nothing_is_left((C, "It's 4539 1488 0343 6467."), (A, "I wrote 4676 there, let me mend that."))


@pytest.mark.parametrize(
    ("asked", "answered", "shown"),
    [
        ("And the security code?", "It's faint. Oh five, or so. Oh five two.", "It's faint. [code], or so. [code]."),
        ("And the security code?", "I need my glasses for that, um, six.", "I need my glasses for that, um, [code]."),
        ("The account number please, not the check number.", "Then it is 4417 9231.", "Then it is [account]."),
        ("And your mobile, just in case?", "Oh seven nine four six.", "[phone]."),
        ("What came after 4539?", "I said 1488.", "I said [card]."),
        ("Your account number?", "Was that one four four one seven nine two?", "Was that [account]?"),
    ],
)
def test_parts_of_an_answer_are_hidden(asked: str, answered: str, shown: str) -> None:
    assert masked((A, asked), (C, answered))[1] == shown


def test_a_date_of_the_last_century_that_somebody_is_down_with_is_one_of_birth() -> None:
    turns = (A, "I've got you down as 4th of June 1981, is that right?"), (C, "No, 14th of June 1981.")
    assert masked(*turns) == ["I've got you down as [birth date], is that right?", "No, [birth date]."]


@pytest.mark.parametrize(
    "said",
    [
        "It's KF double oh oh three, one two nine four seven one six double two.",
        "I dialled one five oh and heard a survey.",
        "It has been filed under 3 0 0 5 5 1 7 2 6 4.",
        "I would like that one, two of them.",
        "Colour code is five two eight, in gloss.",
        "It was the second of the third, seventy people came.",
    ],
)
def test_numbers_of_things_and_services_stay(said: str) -> None:
    assert masked((C, said)) == [said]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Code is five two eight, thanks.", "Code is [code], thanks."),
        ("Fourth of the fifth, sixty-eight, if you ask me.", "[birth date], if you ask me."),
        ("So that's 412, 38, and what was the last four?", "So that's [account], and what was the last four?"),
    ],
)
def test_numbers_that_are_told_unasked_are_known_by_how_they_are_said(said: str, shown: str) -> None:
    assert masked((C, said)) == [shown]


@pytest.mark.parametrize(
    ("asked", "answered", "shown"),
    [
        ("And your IRD number?", "Oh nine one, three double four, two eight six.", "[national id]."),
        ("Can you give me the Aadhaar number?", "3 8 2 7 1 8 7 6 2 8 7 6.", "[national id]."),
        ("What's the identity number?", "761129122.", "[national id]."),
        ("I'll need the taxpayer reference.", "597 752 3624.", "[national id]."),
        ("What's the code from the text?", "Sure, 032099.", "Sure, [code]."),
        ("And what's a good number in case we lose you?", "Oh three five one.", "[phone]."),
        ("Which bank is it?", "Sort code's twelve", "Sort code's [account]"),
        ("What's wrong?", "CVV 2 5 1.", "CVV [code]."),
        ("When's your birthday?", "Fourth of June.", "[birth date]."),
        ("Your date of birth and the first line of your address?", "The fifth of May 1971.", "The [birth date]."),
        ("Is it a new card?", "My Visa expires oh four twenty-seven.", "My Visa expires [code]."),
        ("Okay.", "Ring Joan next door, she's 9312 6604.", "Ring Joan next door, she's [account]."),
    ],
)
def test_what_is_asked_for_in_other_countries_and_other_words_is_hidden(asked: str, answered: str, shown: str) -> None:
    assert masked((A, asked), (C, answered))[1] == shown


def test_a_number_that_is_written_on_the_front_of_a_card_is_hidden_group_by_group() -> None:
    turns = (A, "Please read the number written on the front."), (C, "One second. 6070."), (A, "Okay."), (C, "1176.")
    assert nothing_is_left(*turns)


def test_a_birthday_that_was_taken_down_wrongly_is_hidden_in_its_correction() -> None:
    turns = (A, "I have your birthday as the ninth of May 1990."), (C, "No, it should be the ninth of June.")
    assert masked(*turns)[1] == "No, it should be the [birth date]."


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Kindly confirm the area PIN code.", "411 038."),
        ("Your policy number ends with two letters, after eight digits.", "Oh, here. 7702 4418."),
        ("Read me the first four on the SIM card.", "Eight nine four four."),
        ("What's the consumer reference?", "38 66 10 42."),
        ("I just need to take your fridge model.", "4 1 3 2 3 3 4 8 9 5."),
        ("What tenancy have you got?", "2388 6191 1554."),
        ("How can I help?", "The ICP on the bill is 0007 1423 06."),
        ("How can I help?", "My council tax reference is four one double oh, six six two, nine."),
        ("How can I help?", "It's a front loader, and it says 1400 on the front."),
        ("How can I help?", "The inhaler says expiry March 2024 on the bottom."),
        ("How can I help?", "I saw them in '94, '97, 2003 and 2011."),
        ("How can I help?", "They quoted five forty, then six ten, then five eighty-five."),
        ("How can I help?", "Anything from two sixteen to two fifty-three is fine."),
        ("How can I help?", "One two three four five six seven eight, yeah, eight of them."),
        ("How can I help?", "Let me get my glasses on. It's 5 1 1 7."),
    ],
)
def test_the_numbers_of_meters_letters_and_other_things_stay(asked: str, answered: str) -> None:
    assert masked((A, asked), (C, answered))[1] == answered


def test_a_first_group_that_an_aside_parts_from_the_next_is_hidden_with_it() -> None:
    assert nothing_is_left((C, "4539, oh hold on, the dog. Okay, 1488."), (A, "No hurry."), (C, "0343 and 6467."))


def test_a_group_of_a_card_that_is_begun_anew_counts_once() -> None:
    assert nothing_is_left(
        (C, "4539 14, wait, no that's right, 4539 1488."), (C, "0343. And then 64, it's rubbed off, 6467.")
    )


def test_both_of_two_codes_one_of_which_was_heard_are_hidden() -> None:
    asked = (A, "Did you say three one six or three one nine for the code on the back?")
    assert masked(asked) == ["Did you say [code] or [code] for the code on the back?"]


def test_the_end_of_a_number_that_is_told_by_its_place_is_hidden() -> None:
    turns = (C, "4539 1488 0343 6467."), (A, "4539 1488 0343 6476."), (C, "Six seven at the end, not seven six.")
    assert masked(*turns)[2] == "[card] at the end, not [card]."
    assert masked((C, "4539 1488 0343 6467."), (A, "67 at the end."))[1] == "[card] at the end."


@pytest.mark.parametrize(
    "asked",
    [
        "Could I have the card for the delivery pass?",
        "Can I just take your card?",
        "I'll take that card now, please.",
        "May we get your debit card down for the deposit?",
    ],
)
def test_a_card_that_is_asked_for_without_its_number_is_hidden_group_by_group(asked: str) -> None:
    assert nothing_is_left((A, asked), (C, "4539 1488."), (A, "Uh-huh."), (C, "0343 6467."))


def test_a_card_that_is_sent_or_asked_for_back_asks_for_no_number() -> None:
    assert masked((A, "Can I have the card back?"), (C, "Ring 4417 first."))[1] == "Ring 4417 first."


def test_both_of_two_groups_that_end_a_question_wait_for_the_answer() -> None:
    assert nothing_is_left((A, "Did you say 1488 or 1498?"), (C, "1488. So it's 4539 1488 0343 6467."))


def test_a_card_that_is_charged_for_a_thing_is_asked_for_all_the_same() -> None:
    asked = (A, "Which card should I charge for the booking?")
    assert nothing_is_left(asked, (C, "4539 1488."), (A, "Okay."), (C, "0343 6467."))


@pytest.mark.parametrize(
    "said",
    [
        "The authorization from the insurance is 119 47 2083, good for 90 days.",
        "The reservation's under 2 0 6 4 4 8 1 9 7 3, the name's Okafor.",
        "The return label's got 4205 9102 6129 0991 on it.",
        "The letter has a file number, 883 20 1147.",
        "There's a violation, number 20 44 81 93 7.",
        "It says 9400 1118 9956 0247 7713 02, that's the postal service.",
        "I've pulled up account 0048812, under the name Whitford.",
        "The meter serial's on the front, E6S 1408 2293 55.",
        "It was to come on 10/14, then 10/21, and now it's 11/04.",
        "I was on the 0616, then the 0702 from Dover.",
        "That's twelve sixty, four ninety-five, two times three twenty, thirty-one ninety-five in all.",
        "Count to ten. One, two, three, four, five, six, seven, eight, nine, ten.",
        "The gums measured three, two, three, four, three, three, five, four, three.",
        "I don't have a routing number, I've no checks, it's 2025.",
        "Nectar's 9826 3000 4471 2290 88.",
    ],
)
def test_numbers_of_papers_parcels_days_prices_and_teeth_stay(said: str) -> None:
    assert masked((C, said)) == [said]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Can I get the card number?", "Two minutes, I'm on the 405."),
        ("And the security code?", "For the building? Just buzz 1207."),
        ("Can you confirm your account number with us?", "70 44 18 02."),
        ("And the file, please?", "883 20 1147."),
        ("Do you have your reservation to hand?", "Yes, 2064 4819 73."),
        ("What's the certificate?", "It's 0044 7129 88."),
    ],
)
def test_numbers_of_roads_doors_and_things_stay_whatever_was_asked_before(asked: str, answered: str) -> None:
    assert masked((A, asked), (C, answered))[1] == answered


@pytest.mark.parametrize("said", ["I don't have a phone number for you.", "We don't have a phone number on file."])
def test_who_has_no_number_of_a_caller_asks_for_it(said: str) -> None:
    assert masked((A, said), (C, "Seven nine one two, six six oh four."))[1] == "[phone]."


@pytest.mark.parametrize(
    ("asked", "answered", "shown"),
    [
        (
            "Your full nine digits, please, for the store card.",
            "Social? Okay. 306 58 1940.",
            "Social? Okay. [national id].",
        ),
        ("I see the first two letters are T E?", "Thirty-five, sixty, twelve, C.", "[national id]."),
        (
            "Okay.",
            "It's a Dublin number, oh one, five double five, oh one double two.",
            "It's a Dublin number, [phone].",
        ),
        ("Okay.", "Yes, Nguyen, N-G-U-Y-E-N, 2 0 0 1, at live dot c-a.", "Yes, [email]."),
        ("Okay.", "priya, that's P R I Y A, hyphen nair at protonmail dot com.", "[email]."),
        ("Okay.", "Margaret Lyle, 22/7/1954, BT postcode.", "Margaret Lyle, [birth date], BT postcode."),
        ("I see December 3rd, '64, is that you?", "Mine's April thirtieth, sixty-six.", "Mine's [birth date]."),
    ],
)
def test_what_is_told_by_its_form_alone_is_hidden(asked: str, answered: str, shown: str) -> None:
    assert masked((A, asked), (C, answered))[1] == shown


@pytest.mark.parametrize(
    "said",
    [
        "I've banked here since 22/7/1994.",
        "I see April 30th, is that right?",
        "Is it the first two letters of the reference, 4417?",
        "My social worker said 4417.",
    ],
)
def test_dates_and_letters_of_other_things_stay(said: str) -> None:
    assert masked((C, said)) == [said]


def test_a_payment_for_a_thing_asks_for_no_number_of_the_thing() -> None:
    asked = (A, "Can I take a payment for the reservation?")
    assert nothing_is_left(asked, (C, "Sure, 4539 1488."), (A, "Mm-hm."), (C, "0343 6467."))


def test_a_thing_in_an_aside_does_not_name_the_number_that_was_begun_before() -> None:
    assert nothing_is_left((C, "4539, one sec, someone's at the door. Right. 1488 0343 6467."))


@pytest.mark.parametrize(
    "said",
    [
        "My order never came. It's 118 4420 93.",
        "The scheme number, 4471 2290, is on the letter.",
        "My smartcard is 6335 9700 4471 2290 88.",
        "It's the size 225 45 17 tyre.",
    ],
)
def test_numbers_of_things_that_are_named_around_them_stay(said: str) -> None:
    assert masked((C, said)) == [said]

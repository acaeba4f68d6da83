"""What a learned look adds to the rules of masking."""

from app.core.events import Channel
from app.core.masking import Look, RunningMask, Said, masked
from app.core.masking.numbers import read
from app.core.masking.second_look import Heard, signs_of

A, C = Channel.AGENT, Channel.CALLER
NOTHING = Heard()
SAFE = "The locker's code is in my diary, it said four four one nine two I think, or so my aunt told us."


def call(*turns: tuple[Channel, str]) -> list[Said]:
    return [Said(*turn, number * 2.5, number * 2.5 + 2) for number, turn in enumerate(turns)]


def signs(text: str, heard: Heard = NOTHING, speaker: Channel = C) -> set[str]:
    speech = read(text)
    return set(signs_of(speech, speech.runs[0], speaker, heard))


def test_a_number_that_the_rules_leave_is_hidden_where_enough_speaks_for_it() -> None:
    assert masked(call((C, SAFE))) == [SAFE]
    [shown] = masked(call((C, SAFE)), Look({"": -1.0, "near diary": 5.5}, 4.0))
    assert "four one nine" not in shown
    assert masked(call((C, SAFE)), Look({"": -1.0, "near diary": 4.5}, 4.0)) == [SAFE]


def test_what_it_hides_is_hidden_again_when_the_other_side_says_it() -> None:
    shown = masked(call((C, SAFE), (A, "So 44192, is that right?")), Look({"near diary": 5.5}, 4.0))
    assert not any(letter.isdigit() for letter in shown[1])


def test_it_never_shows_what_the_rules_hide() -> None:
    turns = call(
        (A, "What's your card number?"), (C, "4539 1488 0343 6467."), (A, "And the code on the back?"), (C, "417.")
    )
    assert masked(turns, Look({"": -99.0}, 4.0)) == masked(turns)


def test_a_preview_is_looked_at_too() -> None:
    mask = RunningMask(Look({"near diary": 5.5}, 4.0))
    assert "four one nine" not in mask.preview(C, SAFE, 0.0)


def test_what_was_said_last_counts_by_who_said_it() -> None:
    asked = Heard().after(read("Read me what is on your letter"), A)
    assert "other letter" in signs("It's 4417 9231", asked, C)
    assert "own letter" in signs("It's 4417 9231", asked, A)
    later = asked.after(read("Give me a second"), C)
    assert "earlier letter" in signs("It's 4417 9231", later, C)


def test_digits_themselves_are_not_noted() -> None:
    assert signs("It's 4417 9231 thanks") - signs("It's 4528 9342 thanks") == set()


def test_a_number_is_known_that_was_said_before() -> None:
    assert "again True" in signs("So 4417", Heard().after(read("It is 4417 9231"), C), A)
    assert "again False" in signs("So 4418", Heard().after(read("It is 4417 9231"), C), A)


def test_numbers_are_remembered_as_long_as_a_card_has_digits_however_long_the_call_is() -> None:
    heard = Heard()
    for number in range(100):
        heard = heard.after(read(f"It is {1000 + number}"), C)
    assert len(heard.numbers) < 100
    assert heard.numbers[-1] == "1099"

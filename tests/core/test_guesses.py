"""When an open utterance is decoded again, and what is shown of it."""

from dataclasses import replace

import pytest

from app.core.events import Channel
from app.core.guesses import Guesses, Shown
from app.core.ports import TranscribeRequest, Transcript


def request(end_s: float, *, number: int = 1, part: int = 0, final: bool = False) -> TranscribeRequest:
    return TranscribeRequest(
        channel=Channel.CALLER, number=number, part=part, start_s=0.0, end_s=end_s, context=(), audio=b"", final=final
    )


def words(text: str, confidence: float = 0.9) -> Transcript:
    return Transcript(text=text, confidence=confidence)


def seen(shown: Shown | None) -> tuple[str, str]:
    """What is shown: stable, and a guess."""
    assert shown is not None
    return shown.stable, shown.guess


def opened() -> Guesses:
    guesses = Guesses()
    guesses.open(1, at_s=0.0)
    return guesses


def test_the_first_partial_is_asked_for_once_there_is_something_to_hear() -> None:
    assert not opened().wants_partial(0.35, voice_end_s=0.35)
    assert opened().wants_partial(0.45, voice_end_s=0.45)
    assert not Guesses().wants_partial(9.0, voice_end_s=9.0)


def test_one_partial_is_out_at_a_time_and_the_next_waits_longer_after_a_slow_answer() -> None:
    guesses, asked = opened(), request(0.5)
    guesses.sent(asked, now_s=0.5)
    assert not guesses.wants_partial(1.4, voice_end_s=1.4)
    guesses.read(asked, words("I"), now_s=1.5)
    assert not guesses.wants_partial(1.7, voice_end_s=1.7)
    assert guesses.wants_partial(1.8, voice_end_s=1.8)


def test_what_has_not_changed_is_not_asked_again() -> None:
    guesses, asked = opened(), request(0.5)
    guesses.sent(asked, now_s=0.5)
    guesses.read(asked, words("I"), now_s=0.6)
    assert not guesses.wants_partial(2.0, voice_end_s=0.5)


def test_a_pause_is_decoded_once_like_a_final_though_a_partial_of_it_is_out() -> None:
    guesses = opened()
    guesses.sent(request(0.5), now_s=0.5)
    assert not guesses.wants_final(voice_end_s=0.5, quiet_s=0.1)
    assert guesses.wants_final(voice_end_s=0.5, quiet_s=0.17)
    guesses.sent(request(0.5, final=True), now_s=0.7)
    assert not guesses.wants_final(voice_end_s=0.5, quiet_s=0.3)
    assert guesses.wants_final(voice_end_s=1.5, quiet_s=0.17)


def test_a_partial_may_follow_a_pause_before_the_pause_is_answered() -> None:
    guesses = opened()
    guesses.sent(request(0.5, final=True), now_s=0.7)
    assert guesses.wants_partial(1.1, voice_end_s=1.1)


def test_an_answer_that_comes_after_one_that_heard_more_is_not_shown() -> None:
    guesses = opened()
    assert seen(guesses.read(request(1.5), words("I have paid"), now_s=1.7)) == ("", "I have paid")
    assert guesses.read(request(1.0), words("I am"), now_s=1.8) is None


def test_a_partial_that_comes_after_the_answer_of_its_pause_is_not_shown() -> None:
    guesses = opened()
    assert guesses.read(request(1.5, final=True), words("I have paid"), now_s=1.9) is not None
    assert guesses.read(request(1.5), words("I have"), now_s=2.0) is None


def test_what_the_engine_wrote_last_of_the_open_part_is_its_draft() -> None:
    guesses = opened()
    for end_s, tokens in ((0.5, (3,)), (1.5, (3, 4)), (1.0, (9,))):
        guesses.read(request(end_s), replace(words("I have"), tokens=tokens), now_s=2.0)
    assert list(guesses.draft(9.0)) == [3, 4]
    guesses.go_on(2.0)
    assert not guesses.draft(9.0)


def test_of_a_part_that_is_cut_only_what_was_heard_before_the_cut_is_known() -> None:
    guesses = opened()
    for end_s, text, token in ((1.5, "I have paid", 3), (2.0, "I have paid it", 4), (2.5, "I have paid it twice", 5)):
        guesses.read(request(end_s), replace(words(text), tokens=(token,)), now_s=3.0)
    assert [(guesses.stable(until_s), guesses.draft(until_s)) for until_s in (1.0, 2.2, 2.5)] == [
        ("", ()),
        ("I have paid", (4,)),
        ("I have paid it", (5,)),
    ]


def test_the_answer_of_an_older_partial_does_not_stand_for_the_one_that_is_out() -> None:
    guesses, older, newer = opened(), request(0.5), request(1.5)
    guesses.sent(older, now_s=0.5)
    guesses.sent(request(0.5, final=True), now_s=0.7)
    guesses.sent(newer, now_s=1.5)
    guesses.read(older, words("I"), now_s=1.6)
    assert not guesses.wants_partial(5.0, voice_end_s=5.0)
    guesses.read(newer, words("I have"), now_s=1.8)
    assert guesses.wants_partial(5.0, voice_end_s=5.0)


def test_of_the_first_words_three_answers_must_agree_and_two_of_more() -> None:
    guesses = opened()
    guesses.read(request(0.5), words("I have"), now_s=0.7)
    assert seen(guesses.read(request(0.9), words("I have paid"), now_s=1.1)) == ("", "I have paid")
    assert seen(guesses.read(request(1.1), words("I have paid twice"), now_s=1.3)) == ("I have", "paid twice")
    assert seen(guesses.read(request(1.5), words("I have paid twice"), now_s=1.7)) == ("I have paid twice", "")


def test_of_a_pause_that_was_well_understood_all_but_the_last_word_is_stable() -> None:
    guesses = opened()
    guesses.read(request(1.5, final=True), words("I have paid twice", 0.8), now_s=2.0)
    assert guesses.stable(9.0) == "I have paid"


@pytest.mark.parametrize(("end_s", "confidence"), [(0.5, 0.8), (1.5, 0.4)])
def test_of_a_pause_that_was_short_or_badly_understood_nothing_is_stable_yet(end_s: float, confidence: float) -> None:
    guesses = opened()
    guesses.read(request(end_s, final=True), words("Thank you", confidence), now_s=2.0)
    assert guesses.stable(9.0) == ""


def test_of_partials_that_are_badly_understood_three_must_agree() -> None:
    guesses = opened()
    answers = [guesses.read(request(end_s), words("I have paid", 0.4), now_s=end_s + 0.2) for end_s in (0.5, 0.9, 1.2)]
    assert [seen(shown) for shown in answers] == [("", "I have paid"), ("", "I have paid"), ("I have paid", "")]


def test_what_was_not_understood_changes_nothing() -> None:
    guesses = opened()
    guesses.read(request(0.5), words("I have"), now_s=0.7)
    assert guesses.read(request(0.9), words("", 0.0), now_s=1.1) is None
    assert seen(guesses.read(request(1.2), words("I have paid"), now_s=1.4)) == ("I have", "paid")


def test_answers_of_an_utterance_that_has_ended_are_not_wanted() -> None:
    guesses = opened()
    guesses.close()
    assert guesses.read(request(0.5), words("I"), now_s=0.7) is None
    guesses.open(2, at_s=3.0)
    assert guesses.read(request(0.5), words("I"), now_s=3.7) is None
    assert seen(guesses.read(request(3.5, number=2), words("You"), now_s=3.7)) == ("", "You")


def in_second_part() -> Guesses:
    """Two words of the first part are stable and one a guess; a word of the second has been understood."""
    guesses = opened()
    guesses.read(request(1.0), words("I have"), now_s=1.1)
    guesses.read(request(1.5), words("I have paid"), now_s=1.6)
    guesses.go_on(2.0)
    return guesses


def test_until_a_part_is_written_what_follows_it_is_a_guess() -> None:
    guesses = in_second_part()
    guesses.read(request(2.5, part=1), words("twice"), now_s=2.6)
    assert seen(guesses.read(request(2.9, part=1), words("twice now"), now_s=3.0)) == ("I have", "paid twice now")
    assert guesses.stable(9.0) == "twice"


def test_of_a_part_that_is_written_all_words_are_stable_and_the_next_one_follows() -> None:
    guesses = in_second_part()
    guesses.read(request(2.5, part=1), words("twice"), now_s=2.6)
    guesses.read(request(2.9, part=1), words("twice now"), now_s=3.0)
    assert seen(guesses.write(1, 0, "I have prayed it.")) == ("I have prayed it. twice", "now")
    shown = guesses.read(request(3.3, part=1), words("twice now and"), now_s=3.4)
    assert seen(shown) == ("I have prayed it. twice now", "and")


def test_what_is_stable_stays_though_its_part_was_written_otherwise() -> None:
    guesses = in_second_part()
    assert seen(guesses.write(1, 0, "I had paid it.")) == ("I have paid it.", "")


def test_what_comes_late_of_a_part_that_is_over_is_not_shown() -> None:
    guesses = in_second_part()
    assert guesses.read(request(1.8), words("I have paid it"), now_s=2.1) is None
    guesses.write(1, 0, "I have paid")
    guesses.write(1, 1, "twice")
    assert guesses.read(request(2.9, part=1), words("twice now"), now_s=3.0) is None


def test_a_new_part_is_asked_for_though_a_partial_of_the_one_before_is_out() -> None:
    guesses = opened()
    guesses.sent(request(1.5), now_s=1.5)
    guesses.go_on(2.0)
    assert not guesses.wants_partial(2.35, voice_end_s=2.35)
    assert guesses.wants_partial(2.45, voice_end_s=2.45)


def test_the_words_of_an_utterance_that_is_over_come_with_its_final() -> None:
    guesses = in_second_part()
    guesses.close()
    assert guesses.write(1, 0, "I have paid") is None
    guesses.open(2, at_s=4.0)
    assert guesses.write(1, 1, "twice") is None

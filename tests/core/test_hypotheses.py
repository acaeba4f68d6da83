"""Words of an open utterance become stable when two hypotheses in a row agree on them."""

from collections.abc import Callable
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.hypotheses import Hypothesis, keeping

TEXTS = st.lists(
    st.lists(st.sampled_from(["my", "My,", "card", "card.", "is", "[card]", "[national id]", "[birth date]."])).map(
        " ".join
    ),
    max_size=8,
)


def after(*texts: str) -> Hypothesis:
    return reduce(Hypothesis.revise, texts, Hypothesis())


def seen(hypothesis: Hypothesis) -> tuple[str, str]:
    """What is shown: stable, and a guess."""
    return " ".join(hypothesis.stable), " ".join(hypothesis.guess)


def test_a_first_hypothesis_is_only_a_guess() -> None:
    assert seen(after("my card")) == ("", "my card")


def test_words_two_hypotheses_agree_on_are_stable_and_the_rest_is_a_guess() -> None:
    assert seen(after("my car", "my card is")) == ("my", "card is")


def test_agreement_ends_at_the_first_word_that_differs() -> None:
    assert after("my car is here", "my card is here").stable == ("my",)


def test_case_and_punctuation_do_not_matter_and_the_newer_spelling_is_kept() -> None:
    assert after("My card,", "my Card is").stable == ("my", "Card")


def test_stable_words_stay_when_a_later_hypothesis_takes_them_back() -> None:
    assert after("my card", "my card", "your cat is").stable == ("my", "card")


def test_an_engine_that_now_writes_a_word_more_or_less_shifts_nothing() -> None:
    more = after(*["so here's what"] * 2, "so here is what I do")
    less = after(*["so here is what"] * 2, "so here's what I do")
    assert (more.guess, less.guess) == (("I", "do"), ("I", "do"))


def test_silence_leaves_what_is_stable() -> None:
    assert seen(after("my card", "my card", "")) == ("my card", "")


def test_of_a_sure_decode_all_words_but_the_last_are_stable() -> None:
    assert seen(after("my").revise("my card is he", is_sure=True)) == ("my card is", "he")


def test_where_a_sure_decode_agrees_with_the_one_before_its_last_word_is_stable_too() -> None:
    assert seen(after("my card").revise("my card", is_sure=True)) == ("my card", "")


def test_of_a_doubtful_decode_only_that_is_stable_which_the_two_before_said_too() -> None:
    assert seen(after("my car", "my card is").revise("my card is here", is_doubtful=True)) == ("my", "card is here")
    assert seen(after("my card", "my card is").revise("my card is", is_doubtful=True)) == ("my card", "is")
    twice = after("my card").revise("my card", is_doubtful=True)
    assert seen(twice) == ("", "my card")
    assert seen(twice.revise("my card", is_doubtful=True)) == ("my card", "")


# --- what a final keeps ------------------------------------------------------------------------------------------


def likelihood(**words: float) -> Callable[[str], float]:
    """The log probability of a text of these words; any other is certain."""
    return lambda text: sum(words.get(word, 0.0) for word in text.split())


@pytest.mark.parametrize(("doubt", "kept"), [(-0.9, "I'm here a long time"), (-1.1, "I am here a long time")])
def test_a_final_keeps_a_stable_word_that_is_hardly_less_likely_than_its_own(doubt: float, kept: str) -> None:
    of = likelihood(**{"I'm": doubt})
    assert keeping(("I'm", "here", "a"), "I am here a long time", of, 1.0) == kept


def test_each_place_counts_for_itself() -> None:
    of = likelihood(bill=-5.0, your=-0.5)
    assert keeping(("your", "last", "bill", "is"), "the last pill is late", of, 1.0) == "your last pill is late"


def test_a_final_may_keep_a_word_that_it_lacks_and_leave_out_one_that_was_not_there() -> None:
    of = likelihood(really=-0.5, very=-0.5)
    assert keeping(("I", "am", "really", "cross"), "I am very cross", likelihood(), 1.0) == "I am really cross"
    assert keeping(("I", "really", "am"), "I am cross", of, 1.0) == "I really am cross"
    assert keeping(("I", "am", "cross"), "I am very cross", likelihood(), 1.0) == "I am cross"


def test_a_word_that_is_taken_back_again_and_again_does_not_hold_up_those_behind_it() -> None:
    goes_on = "soon as possible. You can"
    twice = after("care of it", f"care of it as {goes_on}", f"care of it {goes_on}")
    assert seen(twice) == ("care of it", goes_on)
    assert twice.revise(f"care of it as {goes_on} also").stable == tuple(f"care of it as {goes_on}".split())


def test_a_disputed_place_is_not_passed_where_few_words_follow_it_or_it_is_long_or_the_engine_doubts() -> None:
    assert after("it is soon as well", "it as soon as well", "it is soon as well").stable == ("it",)
    follows = "that I am with you"
    follows_thrice = after("of it", "of it as soon as you can", "of it soon as you can")
    assert follows_thrice.revise("of it as soon as you can", is_doubtful=True).stable == ("of", "it")
    long = after(f"it was so very good {follows}", f"it goes on and on now {follows}", f"it was so very good {follows}")
    assert long.stable == ("it",)


def test_behind_a_disputed_place_the_words_go_on_as_they_were() -> None:
    follows = "what will be best for you"
    passed = after(f"know {follows}", f"no {follows} and", f"know {follows} and I")
    assert seen(passed) == (f"know {follows} and", "I")
    assert passed.revise(f"no {follows} and I will").stable == tuple(f"know {follows} and I".split())


@pytest.mark.parametrize(
    ("stable", "text"),
    [("It is [card]", "It is 4111 now"), ("It is 4417 now", "It is 44179 now"), ("It is four now", "It is 4 now")],
)
def test_numbers_and_masks_are_those_of_the_final(stable: str, text: str) -> None:
    assert keeping(stable.split(), text, likelihood(), 1.0) == text


@pytest.mark.parametrize("text", ["I want a refunded", "I want a long walk"])
def test_the_end_of_a_final_is_not_shortened(text: str) -> None:
    assert keeping(["I", "want", "a", "refund"], text, likelihood(), 1.0).startswith("I want a ref")
    assert len(keeping(["I", "want", "a", "long"], text, likelihood(), 1.0)) >= len(text)


def test_a_final_is_neither_emptied_nor_filled() -> None:
    assert keeping((), "Yes.", likelihood(), 1.0) == "Yes."
    assert keeping(("No.",), "", likelihood(), 1.0) == ""


def test_a_final_that_says_the_same_needs_no_second_look() -> None:
    def never(_: str) -> float:
        raise AssertionError

    assert keeping(("my", "Card"), "My card, please.", never, 1.0) == "My card, please."


@given(TEXTS)
def test_stable_only_grows(texts: list[str]) -> None:
    hypothesis = Hypothesis()
    for text in texts:
        revised = hypothesis.revise(text)
        assert revised.stable[: len(hypothesis.stable)] == hypothesis.stable
        hypothesis = revised


@given(TEXTS, st.text(alphabet="ab ."))
def test_saying_the_same_twice_makes_all_of_it_stable(texts: list[str], text: str) -> None:
    hypothesis = after(*texts, text, text)
    assert hypothesis.guess == ()

"""Words of an open utterance become stable when three hypotheses in a row agree on them."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from app.core.hypotheses import Hypothesis

TEXTS = st.lists(st.lists(st.sampled_from(["my", "My,", "card", "card.", "is", "[card]"])).map(" ".join), max_size=8)


def after(*texts: str) -> Hypothesis:
    return reduce(Hypothesis.revise, texts, Hypothesis())


def test_a_first_and_a_second_hypothesis_are_only_guesses() -> None:
    assert (after("my card").stable, after("my card").guess) == ((), ("my", "card"))
    assert after("my card", "my card").stable == ()


def test_words_three_hypotheses_agree_on_are_stable_and_the_rest_is_a_guess() -> None:
    hypothesis = after("my car", "my card", "my card is")
    assert (hypothesis.stable, hypothesis.guess) == (("my",), ("card", "is"))


def test_agreement_ends_at_the_first_word_that_differs() -> None:
    assert after("my card is here", "my car is here", "my card is here").stable == ("my",)


def test_a_word_counts_from_the_first_of_three_in_which_it_stood() -> None:
    assert after("my", "my card", "my card is", "my card is here").stable == ("my", "card")


def test_case_and_punctuation_do_not_matter_and_the_newest_spelling_is_kept() -> None:
    assert after("My card,", "my card.", "my Card is").stable == ("my", "Card")


def test_stable_words_stay_when_a_later_hypothesis_takes_them_back() -> None:
    assert after(*["my card"] * 3, "your cat is").stable == ("my", "card")


def test_an_engine_that_now_writes_a_word_more_or_less_shifts_nothing() -> None:
    more = after(*["so here's what"] * 3, "so here is what I do")
    less = after(*["so here is what"] * 3, "so here's what I do")
    assert (more.guess, less.guess) == (("I", "do"), ("I", "do"))


def test_silence_leaves_what_is_stable() -> None:
    hypothesis = after(*["my card"] * 3, "")
    assert (hypothesis.stable, hypothesis.guess) == (("my", "card"), ())


@given(TEXTS)
def test_stable_only_grows(texts: list[str]) -> None:
    hypothesis = Hypothesis()
    for text in texts:
        revised = hypothesis.revise(text)
        assert revised.stable[: len(hypothesis.stable)] == hypothesis.stable
        hypothesis = revised


@given(TEXTS, st.text(alphabet="ab ."))
def test_saying_the_same_three_times_makes_all_of_it_stable(texts: list[str], text: str) -> None:
    hypothesis = after(*texts, text, text, text)
    assert hypothesis.guess == ()

"""Words of an open utterance become stable when two hypotheses in a row agree on them."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from app.core.hypotheses import Hypothesis

TEXTS = st.lists(st.lists(st.sampled_from(["my", "My,", "card", "card.", "is", "[card]"])).map(" ".join), max_size=8)


def after(*texts: str) -> Hypothesis:
    return reduce(Hypothesis.revise, texts, Hypothesis())


def test_a_first_hypothesis_is_only_a_guess() -> None:
    assert after("my card") == Hypothesis(stable=(), guess=("my", "card"))


def test_words_two_hypotheses_agree_on_are_stable_and_the_rest_is_a_guess() -> None:
    assert after("my car", "my card is") == Hypothesis(stable=("my",), guess=("card", "is"))


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
    assert after("my card", "my card", "") == Hypothesis(stable=("my", "card"), guess=())


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

"""An utterance as its words: as said, plain, and normalised, with each part knowing whose word it is."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases import normalise
from app.core.wording import Wording, plain_words


def test_words_are_kept_as_said() -> None:
    assert Wording.of("I've told you,  twice!").said == ("I've", "told", "you,", "twice!")


def test_plain_words_have_no_capitals_punctuation_or_apostrophes() -> None:
    assert plain_words("I've TOLD you – it's well-known!") == ["ive", "told", "you", "its", "well", "known"]


def test_a_word_said_can_be_two_plain_ones() -> None:
    wording = Wording.of("a well-known fact")
    assert list(zip(wording.plain, wording.plain_owner, strict=True)) == [
        ("a", 0), ("well", 1), ("known", 1), ("fact", 2),
    ]  # fmt: skip


def test_a_masked_span_is_one_word() -> None:
    assert Wording.of("it is [card number], yes").said == ("it", "is", "[card number],", "yes")
    assert Wording.of("born ([birth date]) so").said == ("born", "([birth date])", "so")


def test_each_character_of_the_normal_form_knows_its_word() -> None:
    wording = Wording.of("No, I don't.")
    at = wording.normal.index("not")
    assert wording.said[wording.normal_owner[at]] == "don't."


def test_words_can_be_passed_over() -> None:
    wording = Wording.of("the well-known fraud alert").without({1, 3})
    assert wording.plain == ("the", "fraud")
    assert wording.plain_owner == (0, 2)
    assert len(wording.said) == 4


@given(st.text())
def test_any_text_has_an_owner_for_every_character_of_its_normal_form(text: str) -> None:
    wording = Wording.of(text)
    assert len(wording.normal) == len(wording.normal_owner)
    assert all(0 <= owner < max(1, len(wording.said)) for owner in wording.normal_owner)


@given(st.lists(st.sampled_from(["I've", "don't.", "well-known", "No!", "3rd", "£4.50", "it's", "–"])))
def test_the_normal_form_is_that_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert Wording.of(text).normal.split() == normalise(text).split()

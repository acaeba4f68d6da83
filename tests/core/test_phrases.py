"""The pattern language that lexicons, moves and playbooks share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases import Phrases, normalise, sentences, words_of


def found(pattern: str, text: str) -> list[str]:
    return [match.words for match in Phrases([pattern]).find(normalise(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("third time", "This is the third time!", ["third time"]),
        ("third|3rd time", "The 3rd time.", ["3rd time"]),
        ("third|fourth time", "The second time.", []),
        ("left for_good|now", "They left for good.", ["left for good"]),
        ("cancel*", "I am cancelling.", ["cancelling"]),
        ("cancel", "I am cancelling.", []),
        ("[really] sick of", "I am sick of it. I am really sick of it.", ["sick of", "really sick of"]),
        ("[so|very] angry", "so angry, very angry, angry", ["so angry", "very angry", "angry"]),
        ("speak ... manager", "Let me speak to your manager", ["speak to your manager"]),
        ("speak ... manager", "speak manager", ["speak manager"]),
        ("speak ... manager", "speak to one two three four manager", []),
        ("speak ... manager", "I speak. The manager is out.", []),
        ("^ so", "So what? And so on. So it is.", ["so", "so"]),
        ("what $", "So what? What is it?", ["what"]),
        ("^ no .", "No. No, thanks.", ["no"]),
        ("no . no", "No. No!", ["no no"]),
        ("an", "an answer, anan", ["an"]),
    ],
)
def test_each_construct_of_a_pattern(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


def test_no_pattern_is_never_found() -> None:
    nothing = Phrases([])
    assert not nothing
    assert not nothing.within(normalise("Anything."))


def test_phrases_are_found_from_left_to_right_without_overlap() -> None:
    phrases = Phrases(["one two", "two three", "three"])
    assert [match.words for match in phrases.find(normalise("one two three"))] == ["one two", "three"]


@pytest.mark.parametrize(
    ("patterns", "words"),
    [
        (["can* now", "cancel", "cancel now"], "cancel now"),
        (["cancel", "can* now", "cancel now"], "cancel"),
        (["[please] cancel now", "cancel"], "cancel now"),
        (["... now", "cancel"], "cancel now"),
        (["cancel it", "cancel* ..."], "cancel"),
        (["^ cancel now", "cancel"], "cancel now"),
    ],
)
def test_of_several_that_begin_in_one_place_the_first_in_the_list_is_found(patterns: list[str], words: str) -> None:
    assert [match.words for match in Phrases(patterns).find(normalise("Cancel now."))] == [words]


def test_where_a_phrase_was_found_is_its_place_in_the_normalised_text() -> None:
    plain = normalise("Well, it's the third time.")
    [match] = Phrases(["third time"]).find(plain)
    assert plain[match.start : match.end].strip() == "third time"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("I've", "i have"),
        ("don't", "do not"),
        ("Won't", "will not"),
        ("can’t", "can not"),
        ("cannot", "can not"),
        ("we're", "we are"),
        ("you'll", "you will"),
        ("I'm", "i am"),
        ("I'd", "i would"),
        ("it's", "it is"),
        ("Nobody's", "nobody is"),
        ("the customer's bill", "the customer bill"),
        ("let's", "let us"),
        ("gonna", "going to"),
        ("twenty-four", "twenty four"),
        ("$129.99", "$129.99"),
        ("1,000", "1,000"),
        ("[national id]", "[national id]"),
    ],
)
def test_contractions_are_opened_and_figures_and_labels_kept(written: str, words: str) -> None:
    assert normalise(written) == f" . {words} . "


def test_sentence_ends_are_kept_as_one_sign() -> None:
    assert normalise("Really?! No... Yes") == " . really . no . yes . "


def test_words_are_counted_without_sentence_ends() -> None:
    assert words_of("No. I don't!") == ["no", "i", "do", "not"]
    assert words_of(" ") == []


def test_sentences_are_kept_as_they_were_written() -> None:
    assert sentences("No. It is 3.50! Really? ") == ["No.", "It is 3.50!", "Really?"]
    assert sentences("  ") == []


@given(st.lists(st.text(alphabet="ab*|[]_.^$\\(+ "), max_size=4), st.text(alphabet="ab.' "))
def test_any_pattern_can_be_compiled_and_looked_for(patterns: list[str], text: str) -> None:
    Phrases(patterns).find(normalise(text))

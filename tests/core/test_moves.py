"""What the agent did, read from the words of one utterance."""

import pytest

from app.core.events import Move
from app.core.moves import AgentWords, made_in, time_named
from app.core.phrases import Phrases

WORDS = AgentWords(
    phrases={
        Move.APOLOGY: Phrases(["sorry"]),
        Move.COMMITMENT: Phrases(["i will"]),
        Move.REFUSAL: Phrases(["i can not"]),
        Move.OPTIONS: Phrases(["what i can do"]),
        Move.OPEN_QUESTION: Phrases(["^ what"]),
    },
    unless={Move.OPEN_QUESTION: Phrases(["you know what", "what i can"])},
    times=Phrases(["tomorrow [at] [five]", "by five"]),
)


def moves(*said: str) -> list[Move]:
    return [move for move, _ in made_in([(sentence, WORDS.read(sentence)) for sentence in said])]


def test_moves_come_once_each_in_their_fixed_order() -> None:
    said = ["I will send it.", "Sorry, sorry.", "What happened?", "I will!"]
    assert moves(*said) == [Move.OPEN_QUESTION, Move.APOLOGY, Move.COMMITMENT]


def test_plain_words_are_no_move() -> None:
    assert moves("Right, mm-hm.") == []
    assert moves() == []
    assert WORDS.read("") == frozenset()


def test_a_phrase_that_takes_a_move_away_counts_in_its_own_sentence_only() -> None:
    assert moves("What I can do is this.") == [Move.OPTIONS]
    assert Move.OPEN_QUESTION in moves("What I can do is this.", "What suits you?")


@pytest.mark.parametrize("with_option", ["What I can do is a refund.", "I will send a new one."])
def test_a_refusal_with_something_instead_is_a_move_of_its_own(with_option: str) -> None:
    both = moves("I can't do that.", with_option)
    assert Move.REFUSAL_WITH_OPTION in both
    assert Move.REFUSAL not in both
    assert moves("I can't do that.") == [Move.REFUSAL]


def test_a_move_is_told_with_the_first_sentence_that_makes_it() -> None:
    said = ["Hello.", "I'm sorry about that.", "I can't.", "I will fix it, sorry."]
    told = dict(made_in([(sentence, WORDS.read(sentence)) for sentence in said]))
    assert told == {
        Move.APOLOGY: "I'm sorry about that.",
        Move.COMMITMENT: "I will fix it, sorry.",
        Move.REFUSAL_WITH_OPTION: "I can't.",
    }


def test_the_first_time_named_is_found() -> None:
    assert time_named("I'll call tomorrow at five, or by five today.", WORDS) == "tomorrow at five"
    assert time_named("I'll call soon.", WORDS) is None

"""What the agent did, read from the words of one utterance."""

import pytest

from app.core.events import Move
from app.core.moves import AgentWords, makes, moves_in, sentence_of, time_named
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


def test_moves_come_once_each_in_their_fixed_order() -> None:
    text = "I will send it. Sorry, sorry. What happened? I will!"
    assert moves_in(text, WORDS) == [Move.OPEN_QUESTION, Move.APOLOGY, Move.COMMITMENT]


def test_plain_words_are_no_move() -> None:
    assert moves_in("Right, mm-hm.", WORDS) == []
    assert moves_in("", WORDS) == []


def test_a_phrase_that_takes_a_move_away_counts_in_its_own_sentence_only() -> None:
    assert moves_in("What I can do is this.", WORDS) == [Move.OPTIONS]
    assert Move.OPEN_QUESTION in moves_in("What I can do is this. What suits you?", WORDS)


@pytest.mark.parametrize("with_option", ["What I can do is a refund.", "I will send a new one."])
def test_a_refusal_with_something_instead_is_a_move_of_its_own(with_option: str) -> None:
    moves = moves_in(f"I can't do that. {with_option}", WORDS)
    assert Move.REFUSAL_WITH_OPTION in moves
    assert Move.REFUSAL not in moves
    assert moves_in("I can't do that.", WORDS) == [Move.REFUSAL]


def test_the_sentence_of_a_move_is_the_first_that_makes_it() -> None:
    text = "Hello. I'm sorry about that. I will fix it."
    assert sentence_of(Move.APOLOGY, text, WORDS) == "I'm sorry about that."
    assert sentence_of(Move.REFUSAL_WITH_OPTION, "I can't. I will ask.", WORDS) == "I can't."
    assert sentence_of(Move.OPTIONS, text, WORDS) == text


def test_a_move_without_phrases_is_never_made() -> None:
    assert not makes(Move.THANKS, "Thank you.", WORDS)


def test_the_first_time_named_is_found() -> None:
    assert time_named("I'll call tomorrow at five, or by five today.", WORDS) == "tomorrow at five"
    assert time_named("I'll call soon.", WORDS) is None

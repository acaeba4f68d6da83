"""What the call-centre layer finds in an utterance, and what it leaves out."""

import pytest

from app.core.lexicon import Category, Lexicon
from app.core.phrases import Phrases

LEXICON = Lexicon(
    name="small",
    categories=(
        Category(name="insult_agent", weight=0.9, phrases=Phrases(["you [are] useless", "idiot"]), negatable=True),
        Category(name="repeat_contact", weight=0.4, phrases=Phrases(["third time", "again"])),
        Category(name="thanks", weight=-0.5, phrases=Phrases(["thank|thanks you"]), negatable=True),
    ),
    harmless=Phrases(["fraud alert", "i am an idiot"]),
    topic_words=frozenset({"fraud", "cancelled"}),
)


def names(text: str) -> list[str]:
    return [signal.category for signal in LEXICON.signals(text)]


def test_signals_come_in_the_order_of_the_categories_with_weight_and_words() -> None:
    signals = LEXICON.signals("The third time! You're useless.")
    assert [(signal.category, signal.weight, signal.words) for signal in signals] == [
        ("insult_agent", 0.9, "you are useless"),
        ("repeat_contact", 0.4, "third time"),
    ]


def test_every_phrase_of_a_category_is_a_signal() -> None:
    assert names("Again and again.") == ["repeat_contact", "repeat_contact"]


@pytest.mark.parametrize(
    "text",
    ["You are not an idiot.", "never an idiot", "You're hardly an idiot.", "I would not say you are useless."],
)
def test_a_negated_phrase_does_not_count(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["Not the third time!", "Not again."])
def test_negation_takes_away_only_what_can_be_negated(text: str) -> None:
    assert names(text) == ["repeat_contact"]


def test_negation_does_not_reach_across_a_sentence_or_far() -> None:
    assert names("No. Idiot!") == ["insult_agent"]
    assert names("I do not know who hired that idiot.") == ["insult_agent"]


def test_a_harmless_phrase_takes_its_words_with_it() -> None:
    assert names("Oh I am an idiot, sorry.") == []
    assert LEXICON.without_topics("I got a fraud alert!") == ". i got a . ."


def test_topic_words_are_kept_from_a_general_scorer() -> None:
    assert LEXICON.without_topics("My card was cancelled.") == ". my card was . ."

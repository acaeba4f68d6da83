"""What the call-centre layer finds in an utterance, and what it leaves out."""

import pytest

from app.core.lexicon import Category, Lexicon
from app.core.phrases import Phrases
from app.core.wording import Wording

LEXICON = Lexicon(
    name="small",
    categories=(
        Category(name="insult_agent", phrases=Phrases(["you [are] useless", "idiot"]), negatable=True),
        Category(name="repeat_contact", phrases=Phrases(["third time", "again"])),
        Category(name="thanks", phrases=Phrases(["thank|thanks you", "thanks"]), negatable=True, warm=True),
        Category(name="reported", phrases=Phrases(["my husband says >>", "complaint mate"]), aside=True),
        Category(name="sarcasm", phrases=Phrases(["great just great", "thanks for nothing"]), opposite=True),
    ),
    harmless=Phrases(["fraud alert", "i am an idiot", "no complaint"]),
    topic_words=frozenset({"fraud", "cancelled"}),
)


def names(text: str) -> list[str]:
    return [signal.category for signal in LEXICON.read(Wording.of(text)).signals]


def test_signals_come_in_the_order_of_the_categories_with_their_words() -> None:
    signals = LEXICON.read(Wording.of("The third time! You're useless.")).signals
    assert [(signal.category, signal.words) for signal in signals] == [
        ("insult_agent", (3, 4)),
        ("repeat_contact", (1, 2)),
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
    reading = LEXICON.read(Wording.of("Oh I am an idiot, sorry."))
    assert reading.signals == ()
    assert reading.misleading == {1, 2, 3, 4}


def test_words_that_mean_the_opposite_are_misleading() -> None:
    reading = LEXICON.read(Wording.of("Oh great, just great. Thank you."))
    assert [signal.category for signal in reading.signals] == ["sarcasm"]
    assert reading.misleading == {1, 2, 3}


def test_a_phrase_inside_one_that_means_the_opposite_is_no_signal() -> None:
    assert names("Thanks for nothing.") == ["sarcasm"]


def test_words_around_a_harmless_phrase_do_not_become_neighbours() -> None:
    assert names("third fraud alert time") == []


def test_what_somebody_else_says_is_not_the_callers_anger() -> None:
    reading = LEXICON.read(Wording.of("My husband says you're useless, but I think it's fine."))
    assert [signal.category for signal in reading.signals] == ["reported"]
    assert reading.misleading == {0, 1, 2, 3, 4}
    assert names("My husband rang. You are useless.") == ["insult_agent"]


def test_no_harmless_phrase_takes_words_from_an_aside() -> None:
    assert names("No complaint, mate.") == ["reported"]


def test_warm_words_do_not_count_beside_bitter_ones() -> None:
    assert names("Great, just great. Thanks.") == ["sarcasm"]
    assert names("Thanks.") == ["thanks"]

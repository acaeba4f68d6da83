"""The tagger of masking, as it comes with Calmline: what it adds to the rules, and what is told where it is wanting."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.heat.minilm import find_sentence_model
from app.adapters.masking_tagger import LONGEST, SentenceTagger, TurnReader, framed, load_tagger
from app.compose import MASKING_WEIGHTS, SENTENCE_VOCABULARY, judging, load_parts, masking_tagger
from app.core.errors import LexiconError
from app.core.events import Channel
from app.core.masking import RunningMask, Said, Tagger, masked
from app.core.masking.tagger import Turn
from app.paths import bundled
from app.settings import Settings
from tests.adapters.damage import KINDS, damage
from tests.desktops import OneSentence

A, C = Channel.AGENT, Channel.CALLER
NO_RULE_KNOWS = "I wrote it inside the cover, seven one oh four four nine, that opens the account."


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    there = masking_tagger()
    assert there is not None
    return there


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return Path(shutil.copy(bundled(*MASKING_WEIGHTS), tmp_path))


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing that was loaded before is taken on, here and by the next test."""
    for part in (judging.masking_tagger, judging.read_vocabulary):
        part.cache_clear()
    yield
    for part in (judging.masking_tagger, judging.read_vocabulary):
        part.cache_clear()


def shown(tagger: Tagger | None, *turns: tuple[Channel, str]) -> list[str]:
    return masked([Said(*turn, number * 3.0, number * 3.0 + 2) for number, turn in enumerate(turns)], tagger)


@pytest.mark.parametrize(
    "turns",
    [
        ((C, NO_RULE_KNOWS),),
        ((A, "And the front of it, please?"), (C, "It says four four one nine.")),
        ((A, "Could you read me what is on the fob?"), (C, "It says four four one nine two seven.")),
    ],
)
def test_a_number_that_no_rule_knows_is_hidden(tagger: Tagger, turns: tuple[tuple[Channel, str], ...]) -> None:
    assert shown(None, *turns) == [text for _, text in turns]
    assert "[account]" in shown(tagger, *turns)[-1]
    assert "four" not in shown(tagger, *turns)[-1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Can I take your phone number?", "I've sent the 168 to your card already."),
        ("And your date of birth?", "I was second in the queue."),
        ("And your date of birth?", "Okay, phew. My heart stopped for a second there."),
    ],
)
def test_an_ordinary_number_stays_that_a_rule_takes_for_an_answer(tagger: Tagger, asked: str, said: str) -> None:
    assert shown(None, (A, asked), (C, said))[1] != said
    assert shown(tagger, (A, asked), (C, said))[1] == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Your name, please?", "It's Okonkwo, O K O N K W O, first name Ifeoma."),
        ("What's the reading on the meter?", "Four one eight three six."),
        ("And what did you pay?", "It's 112 a month, and I paid 3 times."),
        ("So is it the card ending in 0873?", "Ending 0873, yes."),
    ],
)
def test_spelled_names_readings_prices_and_ends_stay(tagger: Tagger, asked: str, said: str) -> None:
    assert shown(tagger, (A, asked), (C, said)) == [asked, said]


def test_a_card_that_checks_is_hidden_whatever_is_said_around_it(tagger: Tagger) -> None:
    [text] = shown(tagger, (C, "It's only the part number, 4539 1488 0343 6467, of the pump."))
    assert not any(letter.isdigit() for letter in text)


def test_a_guess_is_masked_as_its_final_is(tagger: Tagger) -> None:
    mask = RunningMask(tagger)
    guess = mask.preview(C, NO_RULE_KNOWS, 0.0)
    assert mask.read(C, NO_RULE_KNOWS, 0.0, 4.0) == [guess]
    assert "seven one" not in guess


def test_every_word_of_a_turn_is_told_of_however_long_it_is(tagger: Tagger) -> None:
    words = ("well", "I", "told", "them", ",") * 60 + ("4539", "1488")
    assert len(tagger.odds([Turn(A, ("Yes", "?")), Turn(C, words)])) == len(words)


def test_of_what_was_said_the_last_is_read_as_far_as_there_is_room() -> None:
    reader = TurnReader(bundled(*SENTENCE_VOCABULARY))
    turns = [Turn(A, ("well",) * 40), Turn(C, ("so",) * 50)]
    ids, places = framed([part for turn in turns for part in reader.parts(turn)], reader.begin)
    assert len(ids) == len(places) == LONGEST
    assert [int(place) for place in places].count(1) == 50 + 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_archive_is_refused(weights: Path, kind: str) -> None:
    damage(weights, kind)
    with pytest.raises(LexiconError, match="What masking has learned cannot be read"):
        load_tagger(weights)


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("kind", KINDS)
def test_with_a_damaged_archive_calls_go_on_by_the_rules_and_the_agent_is_told(
    weights: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(weights, kind)
    monkeypatch.setattr(judging, "MASKING_WEIGHTS", (str(weights),))
    parts = load_parts(Settings(), OneSentence())
    [told] = parts.notes
    assert told.startswith("What masking has learned (tagger.npz")
    assert parts.vocabulary.tagger is None
    [text] = shown(parts.vocabulary.tagger, (C, "My card number is 4539 1488 0343 6467."))
    assert text == "My card number is [card]."


def test_an_archive_that_lacks_an_array_of_a_layer_is_refused(weights: Path) -> None:
    whole = load_tagger(weights)
    lacking = replace(whole, layers={name: array for name, array in whole.layers.items() if name != "1/wide"})
    model = find_sentence_model()
    assert model is not None
    with pytest.raises(LexiconError, match="What masking has learned cannot be read"):
        SentenceTagger(model, bundled(*SENTENCE_VOCABULARY), lacking)


def test_where_both_speak_on_one_channel_numbers_are_hidden_too(tagger: Tagger) -> None:
    said = "My card number is 4539 1488 0343 6467."
    [text] = shown(tagger, (Channel.UNKNOWN, said))
    assert text == "My card number is [card]."


@pytest.mark.usefixtures("fresh")
def test_without_the_sentence_model_the_rules_mask_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.adapters.heat.minilm.find_sentence_model", lambda: None)
    assert masking_tagger() is None

"""A team's own phrases: how they are written, kept in versions, and read."""

import pytest

from app.core.errors import InputError
from app.core.lexicon import TEAM, Category, Lexicon
from app.core.phrases import Phrases
from app.core.team import Direction, TeamLexicon, TeamPhrase, plain_phrase
from app.core.wording import Wording

ANGRIER, CALMER = Direction.ANGRIER, Direction.CALMER
SHIPPED = Lexicon(
    name="shipped",
    categories=(Category(name="blame", phrases=Phrases(["scammers"])),),
    harmless=Phrases(["complaints team"]),
    topic_words=frozenset(),
)


def lexicon_of(*phrases: TeamPhrase) -> TeamLexicon:
    lexicon = TeamLexicon()
    for phrase in phrases:
        lexicon = lexicon.with_phrase(phrase)
    return lexicon


def signals(lexicon: TeamLexicon, text: str) -> list[str]:
    return [signal.category for signal in SHIPPED.with_team(lexicon).read(Wording.of(text)).signals]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("You're joking, right?", "you are joking right"), ("  The LOYALTY points. ", "the loyalty points")],
)
def test_words_are_kept_however_they_were_written(text: str, plain: str) -> None:
    assert plain_phrase(text) == plain


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "no words"),
        ("... ?!", "no words"),
        ("all of these words are too many for a phrase", "more than 8"),
        ("my card is 4111 1111 1111 1111", "Hidden"),
        ("$", "no words"),
        ("404", "no words"),
        ("account 12345 67890", "Hidden"),
    ],
)
def test_words_that_cannot_be_found_again_are_refused(text: str, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        plain_phrase(text)


def test_every_change_gives_the_next_version() -> None:
    lexicon = lexicon_of(TeamPhrase("scammers", CALMER), TeamPhrase("the points", ANGRIER))
    assert lexicon.version == 2
    assert lexicon.without("scammers").version == 3


def test_words_stand_in_one_direction_only() -> None:
    lexicon = lexicon_of(TeamPhrase("scammers", CALMER), TeamPhrase("scammers", ANGRIER))
    assert lexicon.phrases == (TeamPhrase("scammers", ANGRIER),)


def test_words_that_are_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(InputError, match="'scammers'"):
        TeamLexicon().without("scammers")


def test_versions_of_the_same_number_have_the_same_name_only_with_the_same_phrases() -> None:
    one, other = TeamPhrase("scammers", CALMER), TeamPhrase("the points", ANGRIER)
    assert lexicon_of(one, other).name == lexicon_of(other, one).name
    assert lexicon_of(one).name != lexicon_of(other).name
    assert TeamLexicon().name == ""


def test_calmer_words_are_no_signal_any_more() -> None:
    text = "They are scammers."
    assert signals(TeamLexicon(), text) == ["blame"]
    assert signals(lexicon_of(TeamPhrase("scammers", CALMER)), text) == []


def test_a_short_calmer_phrase_leaves_the_longer_harmless_ones_as_they_are() -> None:
    shipped = Lexicon(
        name="shipped", categories=SHIPPED.categories, harmless=Phrases(["the scammers team"]), topic_words=frozenset()
    )
    lexicon = shipped.with_team(lexicon_of(TeamPhrase("the", CALMER)))
    assert lexicon.read(Wording.of("The scammers team, please.")).signals == ()


def test_angrier_words_are_a_signal_even_within_harmless_ones() -> None:
    lexicon = lexicon_of(TeamPhrase("complaints team", ANGRIER))
    assert signals(lexicon, "Not the complaints team!") == [TEAM]
    assert signals(TeamLexicon(), "Not the complaints team!") == []


def test_the_shipped_lexicon_stays_as_it_is() -> None:
    assert SHIPPED.with_team(TeamLexicon()) is SHIPPED
    SHIPPED.with_team(lexicon_of(TeamPhrase("scammers", CALMER)))
    assert signals(TeamLexicon(), "scammers") == ["blame"]

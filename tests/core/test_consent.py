"""How callers are told, and what has to come before a call is listened to."""

from dataclasses import replace

import pytest

from app.core.checklists import opening_of
from app.core.consent import Begin, Consent, Region, rule_of
from app.core.playbook import ANNOUNCED, SAYING, TELL_THEM, Disclosure, Item, Playbook
from app.settings import Settings
from tests.core.situations import playbook


def telling(disclosure: Disclosure) -> Playbook:
    """A playbook with a greeting and that."""
    return replace(playbook(), opening=(Item(text="Greet"),), disclosure=disclosure)


@pytest.mark.parametrize("consent", Consent)
@pytest.mark.parametrize("region", [Region.OWN, Region.ONE_AGREES])
def test_the_company_decides_where_one_side_is_enough(consent: Consent, region: Region) -> None:
    assert rule_of(consent, region) is consent


@pytest.mark.parametrize("consent", Consent)
def test_where_everybody_has_to_agree_nothing_is_heard_before_the_caller_was_told(consent: Consent) -> None:
    assert rule_of(consent, Region.ALL_AGREE) is Consent.REQUIRED


@pytest.mark.parametrize(
    ("settings", "begin"),
    [
        (Settings(), Begin.LISTENING),
        (Settings(consent="announced"), Begin.LISTENING),
        (Settings(consent="required"), Begin.ASKING),
        (Settings(region="all_agree"), Begin.ASKING),
        (Settings(region="all_agree", listen=False), Begin.BY_HAND),
    ],
)
def test_settings_say_how_a_call_begins(settings: Settings, begin: Begin) -> None:
    assert settings.begin is begin


def test_where_callers_have_to_be_told_an_announcement_does_not_do_it() -> None:
    announced = Disclosure(text="Tell them", announced=True)
    told = opening_of(telling(announced).told_by(Consent.REQUIRED), Begin.ASKING)
    assert (told.disclosing, told.is_announced) == ("Tell them", False)


def test_a_playbook_without_a_line_of_its_own_has_calmlines() -> None:
    opening = opening_of(playbook().told_by(Consent.REQUIRED), Begin.ASKING)
    assert (opening.disclosing, opening.saying) == (TELL_THEM, SAYING)
    assert opening_of(playbook().told_by(Consent.ANNOUNCED)).disclosing == ANNOUNCED
    assert opening_of(playbook().told_by(Consent.TELL)).disclosing == ""


def test_the_playbooks_own_words_are_what_is_to_be_said() -> None:
    assert opening_of(telling(Disclosure(text="Tell them", say="May I?"))).saying == "May I?"


def test_nobody_is_told_where_nothing_is_written_down() -> None:
    book = telling(Disclosure(text="Tell them"))
    opening = opening_of(book, Begin.BY_HAND)
    assert (opening.disclosing, opening.items) == ("", ("Greet",))

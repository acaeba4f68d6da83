"""Scorecards as they are written, and what is told of those that cannot be used."""

import json
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given

from app.core.errors import ScorecardError
from app.core.scorecard import Item, Scorecard, card_data, check_bumped, read_card
from tests.core.cards import TOML, card, cards, item


def read(text: str) -> Scorecard:
    return read_card(tomllib.loads(text), "small.toml")


def test_a_card_is_read_with_its_sections_items_and_defaults() -> None:
    made = read(TOML)
    assert (made.name, made.title, made.version) == ("small", "A small card", 3)
    assert [section.title for section in made.section] == ["Opening", "Safety"]
    assert [one.id for one in made.items] == ["greeting", "owned", "safety", "warmth"]
    assert made.items[0] == Item(
        id="greeting", question="Did the agent greet with their name?", help="Passes with a first name."
    )
    assert (made.items[1].weight, made.items[2].critical, made.items[3].counts) == (3.0, True, False)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("title = ", "titel = ", "small.toml, at the top: unknown key 'titel'. Did you mean 'title'?"),
        ("weight = 3", "wieght = 3", "section 1, item 2: unknown key 'wieght'. Did you mean 'weight'?"),
        ('[[section]]\ntitle = "Safety"', '[[section]]\nname = "Safety"', "section 2: unknown key 'name'."),
        ('author = "Quality"\n', "", "at the top: the key 'author' is missing. Add it."),
        ("version = 3", 'version = "3"', "'version' has to be a whole number without quotes."),
        ("version = 3", "version = 0", "'version' has to be a whole number from 1."),
        ("version = 3", "version = true", "'version' has to be a whole number from 1."),
        ("version = 3", "version = 20261126120000000000", "'version' is too large. At the most 1000000000."),
        ("weight = 3", "weight = 0", "'weight' has to be a number above 0 and up to 1000. An item that is not to"),
        ("weight = 3", "weight = nan", "'weight' has to be a number"),
        ("weight = 3", "weight = true", "'weight' has to be a number"),
        ("critical = true", 'critical = "yes"', "section 2, item 1: 'critical' has to be true or false."),
        ("critical = true", "critical = true\ncounts = false", "an item that is critical has to count."),
        ('id = "owned"', 'id = "greeting"', "two items have the id 'greeting'. Rename one of them."),
        ('question = "Was safety put first?"', 'question = " "', "section 2, item 1: 'question' is empty."),
        ('name = "small"', f'name = "{"x" * 65}"', "'name' is too long. At the most 64 signs."),
    ],
)
def test_a_fault_names_file_place_key_and_what_to_do(before: str, after: str, told: str) -> None:
    assert before in TOML
    with pytest.raises(ScorecardError) as caught:
        read(TOML.replace(before, after, 1))
    assert told in caught.value.line()
    assert "small.toml" in caught.value.line()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TOML.partition("[[section]]")[0], "there is no section. Add one under [[section]]."),
        (TOML.partition("[[section]]")[0] + '[[section]]\ntitle = "A"', "section 1: there is no item."),
        (TOML.partition("[[section]]")[0] + "section = 3", "there is no section."),
    ],
)
def test_a_card_without_items_is_told_where_to_write_them(text: str, told: str) -> None:
    with pytest.raises(ScorecardError) as caught:
        read(text)
    assert told in caught.value.line()


@given(cards())
def test_a_card_that_was_kept_is_read_back_as_it_was(made: Scorecard) -> None:
    assert read_card(json.loads(json.dumps(card_data(made))), "kept") == made


def test_a_card_that_was_not_changed_or_has_a_version_of_its_own_may_be_used() -> None:
    check_bumped(card(), [])
    check_bumped(card(), [card(), card(version=2)])
    check_bumped(card(item("z")), [card(name="other")])
    check_bumped(card(item("z"), version=2), [card()])


def test_a_card_that_changed_under_its_version_is_refused_with_the_next_free_one() -> None:
    changed = replace(card(), title="Another title")
    with pytest.raises(ScorecardError) as caught:
        check_bumped(changed, [card(), card(version=4)])
    assert "'small' was changed, and its version is still 1" in caught.value.line()
    assert "Write version = 5" in caught.value.line()

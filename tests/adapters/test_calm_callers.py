"""Ordinary sentences of calm callers and agents whose words sound worse than they are."""

import pytest

from app.compose import load_scorer, open_playbooks, read_vocabulary
from app.core.events import Move, Stage
from app.core.phrases import Phrases, normalise


@pytest.mark.parametrize(
    "said",
    [
        "I was waiting outside when the driver came.",
        "I'll shoot you an email.",
        "I shut it off.",
        "Did it get lost?",
        "Can you make this message go away?",
        "Do I stick it on the box?",
        "Are you a robot?",
        "Sorry, can you hear me?",
        "I beg your pardon?",
        "I can't believe how quick that was!",
        "Oh great. So what happens now?",
        "Good luck with the rest of your shift.",
        "That's just perfect, thank you.",
        "I'm so glad that you could help.",
        "Oh, thank God. I was so worried.",
        "My boss was furious with me.",
        "It is just that I promised my daughter, and she has been counting the days.",
    ],
)
def test_a_calm_sentence_stays_cool(said: str) -> None:
    assert load_scorer().score(said).value < 0.35


@pytest.mark.parametrize(
    "said",
    [
        "If you go to settings, it's there.",
        "If you keep the receipt you can return it.",
        "If you don't mind holding.",
        "I'll close the call log.",
    ],
)
def test_an_ordinary_condition_is_no_warning(said: str) -> None:
    assert Move.WARNING not in read_vocabulary().agent.read(said)


@pytest.mark.parametrize(
    "said",
    [
        "If the name-calling continues, I'll end the call.",
        "If the insults go on I will have to end this call.",
        "I can only do that if we speak to each other with respect.",
        "If you keep swearing at me I will hang up.",
    ],
)
def test_a_limit_that_is_stated_is_a_warning(said: str) -> None:
    assert Move.WARNING in read_vocabulary().agent.read(said)


@pytest.mark.parametrize(
    ("said", "is_danger"),
    [
        ("This can't go on like this, I want a refund.", False),
        ("There's no point in going on about it.", False),
        ("I don't want to be here anymore, I've been on hold an hour.", False),
        ("The shelf collapsed.", False),
        ("I want to kill myself.", True),
        ("I can't go on.", True),
        ("My husband collapsed.", True),
        ("I've run out of my insulin.", True),
        ("Launching without a card machine would be commercial suicide.", False),
        ("I nearly had a heart attack when I saw the bill.", False),
        ("I can't breathe in these trousers, can I swap them?", False),
        ("I lost my husband in your shop, which floor are the kettles on?", False),
        ("My mum passed me the phone.", False),
        ("I know where your shop is, it's by the school.", False),
        ("Your driver's van touched the baby gate.", False),
        ("We lost our signal last week.", False),
        ("I've taken the whole packet of tablets.", True),
        ("I wish I was dead.", True),
        ("She's got nothing to live for.", True),
        ("I don't trust what I might do to myself.", True),
        ("He's stopped breathing.", True),
        ("My tongue is swelling.", True),
        ("The cut won't stop bleeding.", True),
        ("Can you call an ambulance?", True),
        ("My kids haven't eaten.", True),
        ("He hits my son.", True),
        ("I can't find my daughter.", True),
        ("My dad passed away in January.", True),
        ("There's been a death in the family.", True),
        ("I know where your kids go to school.", True),
        ("I'll break his legs.", True),
        ("Somebody is going to end up stabbed.", True),
        ("He's got a knife.", True),
        ("There's a bomb in your building.", True),
    ],
)
def test_danger_is_told_from_a_complaint(said: str, is_danger: bool) -> None:  # noqa: FBT001 - a parameter of the table
    rules = [rule for rule in open_playbooks().load("general").rule if rule.stage is Stage.SAFETY]
    plain = normalise(said)
    asked = [rule.when for rule in rules if Phrases(rule.when.caller_says).within(plain)]
    found = [when for when in asked if not Phrases(when.unless_says).within(plain)]
    assert bool(found) is is_danger

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
    ],
)
def test_danger_is_told_from_a_complaint(said: str, is_danger: bool) -> None:  # noqa: FBT001 - a parameter of the table
    rules = [rule for rule in open_playbooks().load("general").rule if rule.stage is Stage.SAFETY]
    found = [rule.id for rule in rules if Phrases(rule.when.caller_says).within(normalise(said))]
    assert bool(found) is is_danger

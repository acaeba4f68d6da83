"""Facts that callers give, to be handed back to them."""

from app.core.facts import Facts
from app.core.phrases import Phrases

KINDS = {
    "count": Phrases(["third|fourth call"]),
    "thing": Phrases(["refund"]),
    "duration": Phrases(["two|three weeks"]),
    "day": Phrases(["on tuesday"]),
}


def told(*said: str) -> str:
    facts = Facts(KINDS)
    for text in said:
        facts.note(text)
    return facts.told()


def test_facts_come_in_the_order_of_their_kinds_and_not_more_than_three() -> None:
    assert told("On Tuesday it was three weeks. My third call, and no refund!") == "third call, refund, three weeks"


def test_of_each_kind_the_latest_is_kept() -> None:
    assert told("It is my third call.", "No, my fourth call about the refund.") == "fourth call, refund"


def test_without_facts_nothing_is_told() -> None:
    assert told("This is ridiculous.") == ""

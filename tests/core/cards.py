"""Small scorecards, and hypothesis strategies for them and for answers."""

from hypothesis import strategies as st

from app.core.scorecard import Item, Scorecard, Section
from app.core.scoring import Answer, Given

P, F, N = Answer.PASSED, Answer.FAILED, Answer.NOT_APPLICABLE

TOML = """
name = "small"
title = "A small card"
version = 3
language = "en"
author = "Quality"
date = "2026-11-26"

[[section]]
title = "Opening"

[[section.item]]
id = "greeting"
question = "Did the agent greet with their name?"
help = "Passes with a first name."

[[section.item]]
id = "owned"
question = "Did the agent own it?"
weight = 3

[[section]]
title = "Safety"

[[section.item]]
id = "safety"
question = "Was safety put first?"
critical = true

[[section.item]]
id = "warmth"
question = "Was the voice warm?"
counts = false
"""


def card(*items: Item, name: str = "small", version: int = 1) -> Scorecard:
    """A card of one section."""
    section = Section(title="All", item=items or (item("a"), item("b"), item("c")))
    return Scorecard(
        name=name,
        title="A small card",
        version=version,
        language="en",
        author="Quality",
        date="2026-11-26",
        section=(section,),
    )


def item(id_: str, weight: float = 1.0, *, critical: bool = False, counts: bool = True) -> Item:
    return Item(id=id_, question=f"Was {id_} done?", weight=weight, critical=critical, counts=counts)


def given(**answers: Answer | None) -> dict[str, Given]:
    return {id_: Given(answer=answer) for id_, answer in answers.items()}


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
_SWITCHES = st.sampled_from([(False, True), (True, True), (False, False)])
ANSWERS = st.sampled_from([P, F, N])


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    """Any card that a file may hold."""
    ids = draw(st.lists(WORDS, min_size=1, max_size=8, unique=True))
    items = []
    for id_ in ids:
        critical, counts = draw(_SWITCHES)
        weight = draw(st.floats(min_value=0.01, max_value=1000))
        made = Item(
            id=id_,
            question=draw(WORDS),
            help=draw(st.just("") | WORDS),
            weight=weight,
            critical=critical,
            counts=counts,
        )
        items.append(made)
    cut = draw(st.integers(min_value=1, max_value=len(items)))
    parts = [part for part in (items[:cut], items[cut:]) if part]
    return Scorecard(
        name=draw(WORDS),
        title=draw(WORDS),
        version=draw(st.integers(min_value=1, max_value=10**6)),
        language="en",
        author=draw(WORDS),
        date="2026-11-26",
        section=tuple(Section(title=draw(WORDS), item=tuple(part)) for part in parts),
    )


@st.composite
def scored(draw: st.DrawFn) -> tuple[Scorecard, dict[str, Given]]:
    """A card, and some of its answers."""
    made = draw(cards())
    answers = {one.id: Given(answer=draw(st.none() | ANSWERS)) for one in made.items}
    return made, answers

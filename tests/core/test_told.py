"""What the curve keeps of what a caller told: pauses within a sentence change nothing of it."""

from dataclasses import replace

import pytest

from app.core.ports import Bearing, Heat
from app.core.told import Told

CALM = Heat(value=0.1, bearing=Bearing(own=(-3.0, -4.0, -5.0), later=((-0.5,) * 3, (-0.2,) * 3)))
ANGRY = Heat(value=0.8, bearing=Bearing(own=(3.0, 1.0, -2.0), later=((1.5,) * 3, (0.5,) * 3)))


@pytest.fixture
def told() -> Told:
    return Told(evidence_from=0.24, evidence_s=90.0)


def test_two_angry_utterances_are_evidence_and_one_is_none(told: Told) -> None:
    told.hear(ANGRY, 8, 1.0, 2.0)
    assert told.evidence() == 0.0
    told.hear(ANGRY, 8, 1.0, 12.0)
    assert told.evidence() > 1.0


def test_one_angry_breath_in_three_parts_is_one_utterance(told: Told) -> None:
    for joined in range(3):
        told.hear(replace(ANGRY, joined=joined), 3, 1.0, 2.0 + joined)
    assert told.evidence() == 0.0


def test_a_breath_is_as_hot_and_leaves_as_much_as_the_same_words_at_once(told: Told) -> None:
    at_once = Told(evidence_from=0.24, evidence_s=90.0)
    for one in (told, at_once):
        one.hear(ANGRY, 12, 1.0, 2.0)
    told.hear(CALM, 4, 1.0, 8.0)
    told.hear(replace(CALM, joined=1), 5, 1.0, 9.0)
    in_parts = told.hear(replace(ANGRY, joined=2), 6, 1.0, 10.0)
    assert in_parts == pytest.approx(at_once.hear(ANGRY, 15, 1.0, 10.0))
    assert told.hear(CALM, 4, 1.0, 20.0) == pytest.approx(at_once.hear(CALM, 4, 1.0, 20.0))


def test_a_calm_end_takes_back_what_its_angry_beginning_was_evidence_of(told: Told) -> None:
    told.hear(ANGRY, 8, 1.0, 2.0)
    told.hear(ANGRY, 3, 1.0, 12.0)
    told.hear(replace(CALM, joined=1), 9, 1.0, 13.0)
    assert told.evidence() == 0.0


def test_more_is_joined_than_is_known_of_only_what_is_known(told: Told) -> None:
    told.hear(replace(ANGRY, joined=2), 8, 1.0, 2.0)
    told.hear(ANGRY, 8, 1.0, 12.0)
    assert told.evidence() > 1.0


def test_an_apology_amid_an_angry_breath_makes_no_second_evidence_of_it(told: Told) -> None:
    told.hear(ANGRY, 8, 1.0, 2.0)
    told.hear(CALM, 3, 1.0, 3.0)
    told.hear(replace(ANGRY, joined=2), 5, 1.0, 4.5)
    assert told.evidence() == 0.0


def test_a_breath_is_heard_no_more_surely_for_its_last_word(told: Told) -> None:
    for at_s in (2.0, 20.0):
        told.hear(ANGRY, 9, 0.3, at_s)
        told.hear(replace(ANGRY, joined=1), 1, 1.0, at_s + 1)
    assert told.evidence() == 0.0


def test_old_evidence_counts_no_more(told: Told) -> None:
    told.hear(ANGRY, 8, 1.0, 2.0)
    told.hear(ANGRY, 8, 1.0, 100.0)
    assert told.evidence() == 0.0

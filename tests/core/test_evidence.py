"""Evidence of the pure layers."""

import pytest

from app.core.evidence import ADDRESS, LENGTH, PIECES, REPEATS, Evidence, of_form, of_phrases, of_pieces, pushes_of
from app.core.heat import Push
from app.core.lexicon import Reading, Signal
from app.core.ngrams import BUCKETS
from app.core.wording import Wording


def form(text: str) -> dict[str, float]:
    return {one.name: one.amount for one in of_form(Wording.of(text))}


def test_each_further_phrase_of_a_category_counts_half_of_the_one_before() -> None:
    signals = tuple(Signal(category=name, words=(at,)) for at, name in enumerate(("a", "a", "b", "a")))
    found = of_phrases(Reading(signals=signals, misleading=frozenset()))
    assert [(one.name, one.amount) for one in found] == [("a", 1), ("a", 0.5), ("b", 1), ("a", 0.25)]
    assert all(one.is_phrase for one in found)


def test_form_is_length_address_and_repeats() -> None:
    assert form("") == {}
    assert form("you told me you would") == {
        LENGTH: pytest.approx(0.456, abs=0.001), ADDRESS: 0.5, REPEATS: pytest.approx(0.2),
    }  # fmt: skip
    assert form(" ".join(["you"] * 200))[LENGTH] == 1


def test_words_aimed_at_somebody_are_named() -> None:
    [aimed] = [one for one in of_form(Wording.of("You lost it, didn't you?")) if one.name == ADDRESS]
    assert aimed.words == (0, 4)


def test_pieces_are_shared_out_to_their_words() -> None:
    found = of_pieces([1.0] * BUCKETS, Wording.of("no well-known"))
    assert {one.words for one in found} == {(0,), (1,)}
    assert {one.name for one in found} == {PIECES}
    pieces = 4 + 1 + 1 + 10 + 1 + 13  # no; no well; no well known; well and its runs; well known; known and its runs
    assert sum(one.amount for one in found) == pytest.approx(pieces**0.5, rel=0.001)


def test_evidence_pushes_by_its_weight() -> None:
    found = [Evidence(name="insult", amount=0.5, words=(1,), is_phrase=True), Evidence(name="unknown", amount=1.0)]
    assert pushes_of(found, {"insult": 3.0}) == [Push(by=1.5, words=(1,), signal="insult"), Push(by=0.0)]

"""Sentences that must be caught or must not alarm, written by somebody who had seen none of the phrases."""

import json
from functools import cache

import pytest

from app.compose import load_scorer
from app.core.ports import Scorer
from tests.cli.forked import ROOT

SENTENCES = json.loads((ROOT / "tests" / "data" / "heat" / "sentences.json").read_text(encoding="utf-8"))
ANNOYED_FROM = 0.25
"""Heat from which people hear annoyance: 1/3 is what they name so."""


@cache
def scorer() -> Scorer:
    return load_scorer()


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: f"{sentence['kind']}: {sentence['text'][:40]}")
def test_a_sentence_counts_as_anger_where_people_hear_it(sentence: dict[str, object]) -> None:
    heat = scorer().score(str(sentence["text"]))
    assert (heat.value >= ANNOYED_FROM) is sentence["angry"], sentence["reason"]

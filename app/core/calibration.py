"""Calibration: how far reviewers who scored the same calls blind agree, and where their agreed score begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.agreement import cohen_kappa, fleiss_kappa, pairs_agreeing
from app.core.scorecard import Item, Scorecard
from app.core.scoring import NOTHING, Answer, Answers, Given

LEAST_JUDGEMENTS = 10
"""With fewer answers of each reviewer nothing is said of agreement beyond chance: a single one would turn it."""

_PAIR = 2

Blind = Mapping[str, Answers]
"""The blind scores of one call, whole ones, by reviewer."""


class Verdict(StrEnum):
    """Whether a kappa can be told."""

    TOLD = "told"
    TOO_FEW = "too_few"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kappa:
    """Agreement beyond chance (-1..1) over so many judgements, with its verdict; None unless it is told."""

    value: float | None
    verdict: Verdict
    judgements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAgreement:
    """How far an item was answered alike: the share of pairs of reviewers (0..1) over all calls, and its own kappa.

    `answers` has one row for each call, in the order of the reviewers.
    """

    item: Item
    share: float
    kappa: Kappa
    answers: tuple[tuple[Answer, ...], ...]

    @property
    def is_agreed(self) -> bool:
        """Whether everybody answered alike in each call."""
        return all(len(set(row)) == 1 for row in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What several reviewers' blind scores of the same calls come to; `share` is that of pairs over all items."""

    reviewers: tuple[str, ...]
    calls: int
    items: tuple[ItemAgreement, ...]
    share: float
    kappa: Kappa


def calibrate(card: Scorecard, calls: Sequence[Blind]) -> Calibration:
    """How far the reviewers of these calls agree; kappa is Cohen's for two and Fleiss' for more.

    Raises ValueError unless at least two reviewers have scored every call, and wholly.
    """
    reviewers = tuple(sorted(calls[0])) if calls else ()
    if len(reviewers) < _PAIR or any(set(call) != set(reviewers) for call in calls):
        raise ValueError("the same reviewers, two or more, have to have scored every call")
    found = [(item, tuple(_row(call, reviewers, item) for call in calls)) for item in card.items]
    rows = [row for _, item_rows in found for row in item_rows]
    return Calibration(
        reviewers=reviewers,
        calls=len(calls),
        items=tuple(
            ItemAgreement(item=item, share=_mean(item_rows), kappa=kappa_of(item_rows), answers=item_rows)
            for item, item_rows in found
        ),
        share=_mean(rows),
        kappa=kappa_of(rows),
    )


def alike(calls: Sequence[Blind], reviewers: frozenset[str]) -> list[Blind]:
    """Those of some calls that exactly these reviewers have scored."""
    return [call for call in calls if set(call) == reviewers]


def common_answers(card: Scorecard, blind: Blind) -> dict[str, Given]:
    """Where an agreed score begins: what everybody answered alike, with the turn where that is the same too."""
    common: dict[str, Given] = {}
    for item in card.items:
        given = [answers.get(item.id, NOTHING) for answers in blind.values()]
        if given and len({one.answer for one in given}) == 1 and given[0].answer is not None:
            turns = {one.turn for one in given}
            common[item.id] = Given(answer=given[0].answer, turn=turns.pop() if len(turns) == 1 else None)
    return common


def kappa_of(rows: Sequence[Sequence[Answer]]) -> Kappa:
    """The kappa of judgements, each with one answer of every reviewer."""
    if len(rows) < LEAST_JUDGEMENTS:
        return Kappa(value=None, verdict=Verdict.TOO_FEW, judgements=len(rows))
    value = cohen_kappa([(row[0], row[1]) for row in rows]) if len(rows[0]) == _PAIR else fleiss_kappa(rows)
    verdict = Verdict.UNDEFINED if value is None else Verdict.TOLD
    return Kappa(value=value, verdict=verdict, judgements=len(rows))


def _row(call: Blind, reviewers: Sequence[str], item: Item) -> tuple[Answer, ...]:
    answers = tuple(call[reviewer].get(item.id, NOTHING).answer for reviewer in reviewers)
    whole = tuple(answer for answer in answers if answer is not None)
    if len(whole) < len(answers):
        raise ValueError("a blind score has to be whole")
    return whole


def _mean(rows: Sequence[Sequence[Answer]]) -> float:
    return sum(map(pairs_agreeing, rows)) / len(rows)

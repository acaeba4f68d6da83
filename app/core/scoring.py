"""What a reviewer answers on a scorecard, and the share that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.core.errors import InputError
from app.core.masking import mask
from app.core.scorecard import Item, Scorecard


class Answer(StrEnum):
    """What an item comes to."""

    PASSED = "pass"
    FAILED = "fail"
    NOT_APPLICABLE = "n/a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer, or none yet; `turn` is the number of the turn in the call's document that it rests on."""

    answer: Answer | None = None
    turn: int | None = None
    remark: str = ""


NOTHING = Given()
LONGEST = 500
"""Letters of a remark, and of what an agent replies."""

Answers = Mapping[str, Given]
"""What was given, by the id of the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the answers come to so far.

    `share` (0..1) is the weight of the items that passed over that of those that count and apply; 0 where a critical
    item failed, None where nothing applies. `rest` is the same without regard to critical items. `failed` are the
    critical items that failed, `open` those without an answer, `apart` the answers that do not count.
    """

    share: float | None
    rest: float | None
    failed: tuple[Item, ...]
    open: tuple[Item, ...]
    apart: tuple[tuple[Item, Answer], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every item has an answer."""
        return not self.open


def result_of(card: Scorecard, answers: Answers) -> Result:
    """What the answers come to on a card; those to items that it has not are left out of account."""
    found = [(item, answers.get(item.id, NOTHING).answer) for item in card.items]
    rest = _share([(item, answer) for item, answer in found if item.counts])
    failed = tuple(item for item, answer in found if item.critical and answer is Answer.FAILED)
    return Result(
        share=0.0 if failed else rest,
        rest=rest,
        failed=failed,
        open=tuple(item for item, answer in found if answer is None),
        apart=tuple((item, answer) for item, answer in found if not item.counts and answer is not None),
    )


def _share(found: list[tuple[Item, Answer | None]]) -> float | None:
    passed = sum(item.weight for item, answer in found if answer is Answer.PASSED)
    missed = sum(item.weight for item, answer in found if answer is Answer.FAILED)
    return passed / (passed + missed) if passed + missed else None


def changed(answers: Answers, changes: Answers) -> dict[str, Given]:
    """Answers with others in the place of some, as they may be kept. Raises InputError for a new remark of too much."""
    for id_, given in changes.items():
        if given.remark != answers.get(id_, NOTHING).remark:
            check_length(given.remark)
    return masked({**answers, **changes})


def check_length(text: str) -> None:
    """Raises InputError where a remark or a reply says too much."""
    if len(text.strip()) > LONGEST:
        raise InputError("This text is too long.", "Write {longest} letters at most.", longest=LONGEST)


def masked(answers: Answers) -> dict[str, Given]:
    """The answers as they may be kept: remarks are masked like what was spoken, and what says nothing goes."""
    kept = {id_: replace(given, remark=mask(given.remark.strip())) for id_, given in answers.items()}
    return {id_: given for id_, given in kept.items() if given != NOTHING}


def answers_data(answers: Answers) -> dict[str, Any]:
    """What `read_answers` makes the same answers of, for JSON."""
    return {
        id_: {"answer": given.answer and given.answer.value, "turn": given.turn, "remark": given.remark}
        for id_, given in answers.items()
    }


def read_answers(data: Mapping[str, Any]) -> dict[str, Given]:
    """The answers that were kept. Raises KeyError, TypeError or ValueError where they are damaged."""
    return {
        id_: Given(
            answer=Answer(one["answer"]) if one["answer"] else None,
            turn=None if one["turn"] is None else int(one["turn"]),
            remark=str(one["remark"]),
        )
        for id_, one in data.items()
    }
